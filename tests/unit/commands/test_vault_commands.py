"""lock, unlock, passphrase, recover, new-keys, and every command that opens a locked book."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

from coreg.record.private import PrivateNote
from coreg.store.vault.keys import Cost, Who
from tests.unit.commands.conftest import TODAY

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Opened, Ran, Run

A, B = "lantern pebble", "willow window"
NEW = "quite another lantern"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch words by one hash: what is tried here is what is asked and said."""

    def stretched(words: str, salt: bytes, cost: Cost) -> bytes:
        return sha256(salt + words.encode()).digest()

    monkeypatch.setattr("coreg.store.vault.keys._stretched", stretched)


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no terminal, whatever these tests are started from."""
    monkeypatch.setattr("coreg.commands.console.Console", lambda: Typed([]))


class Typed:
    """A terminal at which these answers are typed in turn; when none is left, somebody presses Ctrl+C."""

    def __init__(self, answers: list[str]) -> None:
        self.there = bool(answers)
        self.answers = answers
        self.shown: list[str] = []
        self.seen: list[str] = []

    def __enter__(self) -> Self:
        from coreg.record.trouble import Trouble

        if not self.there:
            raise Trouble("locked_no_terminal")
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def say(self, text: str) -> None:
        self.shown.append(text)

    def ask(self, question: str, *, hidden: bool = False) -> str:
        self.shown.append(question)
        if not self.answers:
            raise KeyboardInterrupt
        answer = self.answers.pop(0)
        if answer == "CODE":
            answer = next(text for text in reversed(self.shown) if text.startswith("  ")).strip()
        if not hidden:
            self.seen.append(answer)
        return answer

    def forget(self, lines: int) -> None:
        pass

    @property
    def text(self) -> str:
        return "\n".join(self.shown)


Type = Callable[..., Typed]


@pytest.fixture
def type_(monkeypatch: pytest.MonkeyPatch) -> Type:
    """Type these answers at the terminal of the next commands."""

    def typing(*answers: str) -> Typed:
        console = Typed([*answers])
        monkeypatch.setattr("coreg.commands.console.Console", lambda: console)
        return console

    return typing


Told = Callable[..., "Ran"]


@pytest.fixture
def told(made: Run) -> Iterator[Told]:
    """Run a command with lines on a descriptor."""
    handles: list[int] = []

    def telling(lines: list[str], *words: str, stdin: bytes = b"") -> Ran:
        read, write = os.pipe()
        handles.append(read)
        os.write(write, "".join(f"{line}\n" for line in lines).encode())
        os.close(write)
        return made(*words, "--passphrase-fd", str(read), stdin=stdin)

    yield telling
    for handle in handles:
        os.close(handle)


@pytest.fixture
def codes(told: Told, made: Run) -> dict[str, str]:
    """Keep a note and lock the book; the codes of both."""
    assert made("note", stdin=b"the blue mug").code == 0
    ran = told([A, B], "lock")
    assert ran.code == 0
    return dict(line.split() for line in ran.out.splitlines())


def suffixes(folder: Path) -> set[str]:
    return {path.suffix for path in folder.iterdir() if path.is_file() and path.suffix != ".lock"}


# Locking


def test_lock_prints_both_codes_and_says_what_it_does_not_do(made: Run, told: Told, folder: Path) -> None:
    made("note", stdin=b"the blue mug")
    ran = told([A, B], "lock")
    assert [line.split()[0] for line in ran.out.splitlines()] == ["a", "b"]
    assert "Your books are locked." in ran.err
    assert "older copies" in ran.err
    assert suffixes(folder) == {".coreg"}
    assert not [path for path in folder.iterdir() if path.is_file() and b"blue mug" in path.read_bytes()]
    assert A not in ran.out + ran.err


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["short", B], "at least 10"),
        ([A, "short"], "at least 10"),
        ([A, A], "different"),
        ([A], "at least 10"),
        (["x" * 5000, B], "at most"),
    ],
)
def test_words_that_cannot_be_taken_lock_nothing(
    told: Told, folder: Path, lines: list[str], said: str
) -> None:
    ran = told(lines, "lock")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert suffixes(folder) == {".json"}


def test_a_descriptor_that_is_not_open_is_named(made: Run) -> None:
    ran = made("lock", "--passphrase-fd", "987")
    assert ran.code == 2
    assert "descriptor 987" in ran.err


def test_without_a_terminal_or_a_descriptor_nothing_is_asked(made: Run, codes: dict[str, str]) -> None:
    commands = (["log"], ["note"], ["show", "0193576a"], ["export"], ["unlock"], ["passphrase"], ["recover"])
    for words in (*commands, ["new-keys"], ["lock"], ["doctor", "--open"]):
        ran = made(*words, stdin=b"hello")
        assert (ran.code, ran.out) == (2, ""), words
        assert "--passphrase-fd N" in ran.err
        assert ran.err.count("\n") == 1


def test_locking_by_typing_asks_both_and_shows_each_code_until_it_is_on_paper(
    made: Run, told: Told, type_: Type, folder: Path
) -> None:
    made("note", stdin=b"the blue mug")
    typed = type_(A, "slip of the hand", A, A, "", "not the code", "", "CODE", A, B, B, "", "CODE")
    ran = made("lock")
    assert (ran.code, ran.out) == (0, "")
    assert typed.answers == []
    assert "Mina, choose a passphrase" in typed.text
    assert "Jo, choose a passphrase" in typed.text
    assert "The two were not the same" in typed.text
    assert "two different passphrases" in typed.text
    assert "Your books are locked." in typed.text
    code = next(text for text in typed.shown if text.startswith("  ")).strip()
    assert typed.shown.count(f"  {code}") == 2
    assert not {A, B} & {*typed.seen}
    assert code not in ran.err
    assert suffixes(folder) == {".coreg"}
    assert "blue mug" in told([B], "log").out


def test_five_words_are_offered(made: Run, type_: Type) -> None:
    typed = type_("leaves")
    made("lock")
    offered = typed.shown[0].splitlines()[-1].split()
    assert len(offered) == 5


@pytest.mark.parametrize("answered", range(8))
def test_whoever_leaves_before_both_are_through_leaves_all_as_it_was(
    made: Run, type_: Type, folder: Path, answered: int
) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    answers = [A, A, "", "CODE", B, B, "", "CODE"][:answered]
    typed = type_(*answers, *([] if answers else ["short"]))
    ran = made("lock")
    assert (ran.code, ran.out) == (130, "")
    assert typed.answers == []
    assert {path.name: path.read_bytes() for path in folder.glob("*.json")} == before
    assert suffixes(folder) == {".json"}
    assert made("note", stdin=b"still open").code == 0


def test_whoever_has_a_room_says_its_words_and_keeps_it(
    made: Run, told: Told, type_: Type, opened: Opened
) -> None:
    told(["", A], "passphrase", "--who", "a")
    keep_private(opened, A, "mine")
    typed = type_("not the words", A, "", "CODE", "", "yes", B, B, "", "CODE")
    assert made("lock").code == 0
    assert typed.answers == []
    assert "does not fit" in typed.text
    assert private_texts(opened, A, B) == ["mine"]


def test_the_same_words_as_the_others_are_not_kept_even_for_a_room(
    made: Run, told: Told, type_: Type, opened: Opened
) -> None:
    told(["", B], "passphrase", "--who", "b")
    keep_private(opened, B, "mine")
    typed = type_("", "no", "", "yes", B, B, "", "CODE", B, NEW, NEW, "", "CODE")
    assert made("lock").code == 0
    assert "would stay shut for good" in typed.text
    assert "two different passphrases" in typed.text
    assert private_texts(opened, NEW, B) == ["mine"]


def test_words_that_fit_no_room_lock_nothing_that_would_be_lost(
    made: Run, told: Told, opened: Opened, folder: Path
) -> None:
    told(["", A], "passphrase", "--who", "a")
    assert told([NEW, B], "lock").code == 0
    assert told([B], "unlock", "--yes").code == 0
    keep_private(opened, B, "mine")
    ran = told([A, B], "lock")
    assert (ran.code, ran.out) == (1, "")
    assert suffixes(folder) == {".json"}
    assert told([NEW, B], "lock").code == 0


def keep_private(opened: Opened, words: str, text: str) -> None:
    with opened() as store:
        store.private(store.unlock(words)).keep(
            PrivateNote(text=text, written=TODAY, local_date=TODAY.date())
        )


def private_texts(opened: Opened, *words: str) -> list[str]:
    with opened() as store:
        return [one.text for said in words for one in store.private(store.unlock(said)).all()]


def test_a_locked_book_is_not_locked_again_but_new_keys_are_offered(
    made: Run, told: Told, type_: Type, codes: dict[str, str]
) -> None:
    ran = told([A, B], "lock")
    assert (ran.code, ran.out) == (0, "")
    assert "locked already" in ran.err
    typed = type_("no")
    assert made("lock").code == 0
    assert "new keys" in typed.text
    typed = type_("yes", A, B, "", "CODE", "", "CODE")
    assert made("lock").code == 0
    assert typed.answers == []
    assert "Jo, your passphrase" in typed.text
    assert told([codes["a"], NEW], "recover").code == 1


def test_a_lock_that_is_broken_off_while_it_seals_has_changed_nothing(
    made: Run, told: Told, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made("note", stdin=b"the blue mug")
    before = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    with monkeypatch.context() as patch:
        patch.setattr("coreg.store.conversion.check", leave)
        ran = told([A, B], "lock")
    assert (ran.code, ran.out) == (130, "")
    assert {path.name: path.read_bytes() for path in folder.glob("*.json")} == before
    assert "blue mug" in made("log").out
    assert made("note", stdin=b"another").code == 0
    assert not (folder / "next").exists()


def test_a_lock_that_is_broken_off_once_it_counts_is_finished_by_the_next_command(
    made: Run, told: Told, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made("note", stdin=b"the blue mug")
    with monkeypatch.context() as patch:
        patch.setattr("coreg.store.bookcase.finish", leave)
        assert told([A, B], "lock").code == 130
    assert suffixes(folder) == {".json"}
    assert "blue mug" in told([A], "log").out
    assert suffixes(folder) == {".coreg"}


def leave(*_: object) -> None:
    raise KeyboardInterrupt


# Opening


def test_every_command_opens_with_the_words_of_either(told: Told, codes: dict[str, str]) -> None:
    kept = told([A], "note", stdin=b"a second one")
    assert kept.code == 0
    assert "blue mug" in told([B], "log").out
    assert "a second one" in told([A], "show", kept.out.strip()).out
    notes = json.loads(told([B], "export").out)["notes"]
    assert {one["text"] for one in notes} == {"the blue mug", "a second one"}
    assert "blue mug" in told([f"{B}\r"], "export", "--format", "md").out


def test_typed_words_open_after_a_slip_and_three_are_tried(
    made: Run, type_: Type, codes: dict[str, str]
) -> None:
    typed = type_("wrong words one", "wrong words two", A)
    assert "blue mug" in made("log").out
    assert typed.text.count("That passphrase does not fit. Nothing is lost.") == 2
    typed = type_("wrong words one", "wrong words two", "wrong words three", A)
    ran = made("log")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "That passphrase does not fit. Nothing is lost.\n"
    assert typed.answers == [A]
    assert typed.seen == []


def test_on_a_descriptor_words_are_tried_once(told: Told, codes: dict[str, str]) -> None:
    for words in (["log"], ["note"], ["export"], ["doctor"], ["unlock", "--yes"], ["passphrase"]):
        ran = told(["wrong words", A, A], *words, stdin=b"hello")
        assert (ran.code, ran.out, ran.err) == (1, "", "That passphrase does not fit. Nothing is lost.\n")


def test_a_note_is_not_read_before_the_book_is_open(
    made: Run, codes: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never() -> bytes:
        pytest.fail("the note was read")

    monkeypatch.setattr("coreg.commands.note._all_of_input", never)
    assert made("note", stdin=b"hello").code == 2


def test_the_words_and_the_note_may_come_on_the_same_stream(told: Told, codes: dict[str, str]) -> None:
    kept = told([A], "note", stdin=b"behind the words")
    assert kept.code == 0


def test_setup_refuses_where_there_is_a_locked_book(made: Run, codes: dict[str, str], folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.coreg")}
    ran = made("setup", "--a", "Ana", "--b", "Bo")
    assert (ran.code, ran.out) == (1, "")
    assert "already a book" in ran.err
    assert {path.name: path.read_bytes() for path in folder.glob("*.coreg")} == before


# The doctor


def test_the_doctor_looks_from_outside_and_with_words_inside(
    made: Run, told: Told, type_: Type, codes: dict[str, str]
) -> None:
    ran = made("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert "home.coreg: locked, its clear part is whole" in ran.out
    assert "coreg doctor --open" in ran.out
    assert "Everything is whole" not in ran.out
    for ran in (told([A], "doctor"), made_with(type_, made, B, "doctor", "--open")):
        assert ran.code == 0
        assert "home.coreg: whole, " in ran.out
        assert "Everything is whole" in ran.out
        assert "looked at" not in ran.out


def made_with(type_: Type, made: Run, words: str, *command: str) -> Ran:
    type_(words)
    return made(*command)


def test_the_doctor_finds_what_is_damaged_behind_the_lock(
    made: Run, told: Told, codes: dict[str, str], folder: Path
) -> None:
    year = next(path for path in folder.iterdir() if path.name.startswith("20"))
    data = year.read_bytes()
    year.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert made("doctor").code == 0
    ran = told([A], "doctor")
    assert ran.code == 4
    assert f"{year.name}: damaged" in ran.out
    year.write_bytes(data[:30])
    ran = made("doctor")
    assert ran.code == 4
    assert f"{year.name}: damaged" in ran.out


def test_the_doctor_sees_a_locked_home_book_that_is_not_whole(
    made: Run, told: Told, codes: dict[str, str], folder: Path
) -> None:
    (folder / "home.coreg").write_bytes(b"COREG1")
    for ran in (made("doctor"), told([A], "doctor")):
        assert ran.code == 4
        assert "home.coreg: damaged" in ran.out
        assert "There is none yet" not in ran.out
    assert made("log").code == 4
    assert told([A], "doctor", "--accept", "home.coreg").code == 4


# Unlocking


def test_unlock_says_what_can_be_read_again_and_wants_a_yes(
    made: Run, told: Told, type_: Type, codes: dict[str, str], folder: Path
) -> None:
    ran = told([A], "unlock")
    assert (ran.code, suffixes(folder)) == (2, {".coreg"})
    assert "readable again" in ran.err
    assert "--yes" in ran.err
    type_(B, "y")
    assert made("unlock").code == 1
    assert suffixes(folder) == {".coreg"}
    type_(B, "yes")
    assert made("unlock").code == 0
    assert suffixes(folder) == {".json"}
    assert "blue mug" in made("log").out
    ran = made("unlock")
    assert ran.code == 0
    assert "open already" in ran.err


# Words, codes and keys


@pytest.mark.parametrize("locked", [False, True], ids=["open", "locked"])
def test_a_passphrase_is_changed_with_the_old_one(
    made: Run, told: Told, type_: Type, locked: bool, opened: Opened
) -> None:
    assert told(["", A], "passphrase", "--who", "a").code == 0
    keep_private(opened, A, "mine")
    assert told(["", B], "passphrase", "--who", "b").code == 2
    type_("", "jo", "yes", B, B, "", "CODE")
    assert made("passphrase").code == 0
    if locked:
        assert told([A, B], "lock").code == 0
    typed = type_(A, "short", B, NEW, NEW)
    assert made("passphrase").code == 0
    assert typed.answers == []
    assert "at least 10" in typed.text
    assert "two different passphrases" in typed.text
    assert "Mina, your new passphrase" in typed.text
    ran = told([A, A], "passphrase")
    assert (ran.code, ran.out) == (1, "")
    assert private_texts(opened, NEW) == ["mine"]


def test_a_first_passphrase_comes_with_a_code(told: Told, opened: Opened) -> None:
    ran = told(["", A], "passphrase", "--who", "Jo")
    assert ran.code == 0
    who, code = ran.out.split()
    assert who == "b"
    with opened() as store:
        assert store.unlock(code, "code").who == store.unlock(A).who == "b"


def test_without_a_terminal_nothing_is_shut_for_good_without_a_yes(told: Told, opened: Opened) -> None:
    assert told(["", A], "passphrase", "--who", "a").code == 0
    assert told(["", B], "passphrase", "--who", "b").code == 0
    keep_private(opened, A, "mine")
    ran = told(["", NEW], "passphrase", "--who", "b")
    assert (ran.code, ran.out) == (2, "")
    assert "--yes" in ran.err
    assert told(["", NEW], "passphrase", "--who", "b", "--yes").code == 0
    assert private_texts(opened, A) == ["mine"]


def test_whose_a_first_passphrase_is_has_to_be_said(made: Run, told: Told, type_: Type) -> None:
    ran = told(["", A], "passphrase")
    assert (ran.code, ran.out) == (2, "")
    assert "--who" in ran.err
    type_("nobody")
    assert made("passphrase").code == 2


def test_a_room_is_not_made_anew_without_a_yes(made: Run, told: Told, type_: Type, opened: Opened) -> None:
    told(["", A], "passphrase", "--who", "a")
    keep_private(opened, A, "mine")
    type_("", "a", "no")
    assert made("passphrase").code == 1
    assert private_texts(opened, A) == ["mine"]


@pytest.mark.parametrize("who", ["a", "b"])
def test_a_code_opens_and_is_replaced_with_the_passphrase(
    told: Told, codes: dict[str, str], who: Who
) -> None:
    ran = told([codes[who].lower(), NEW], "recover")
    assert ran.code == 0
    assert ran.out.startswith(f"{who} ")
    assert codes[who] not in ran.out
    assert "blue mug" in told([NEW], "log").out
    assert told([{"a": A, "b": B}[who]], "log").code == 1
    again = told([codes[who], NEW], "recover")
    assert (again.code, again.out) == (1, "")
    assert "That code does not fit" in again.err
    assert told([ran.out.split()[1], "and another lantern"], "recover").code == 0


def test_a_code_is_typed_in_sight_and_a_slip_costs_nothing(
    made: Run, told: Told, type_: Type, codes: dict[str, str]
) -> None:
    typed = type_("no code", codes["b"], NEW, NEW, "", "CODE")
    ran = made("recover")
    assert (ran.code, ran.out) == (0, "")
    assert "That code does not fit" in typed.text
    assert codes["b"] in typed.seen
    assert NEW not in typed.seen
    assert told([NEW], "log").code == 0


def test_without_any_passphrase_there_is_nothing_to_recover(told: Told) -> None:
    ran = told(["01K8Z-70QRW-M1N2P-0THGV-5XS1C4", NEW], "recover")
    assert (ran.code, ran.out) == (2, "")


def test_new_keys_take_both_passphrases_in_any_order_and_make_two_codes(
    told: Told, made: Run, codes: dict[str, str]
) -> None:
    ran = told([B, A], "new-keys")
    assert ran.code == 0
    fresh = dict(line.split() for line in ran.out.splitlines())
    assert fresh.keys() == codes.keys()
    assert not {*fresh.values()} & {*codes.values()}
    assert "backups will be deleted" in ran.err
    assert told([codes["a"], NEW], "recover").code == 1
    assert "blue mug" in told([A], "log").out
    assert told([fresh["b"], NEW], "recover").code == 0


def test_new_keys_are_not_made_by_one_alone(told: Told, codes: dict[str, str], folder: Path) -> None:
    before = (folder / "home.coreg").read_bytes()
    ran = told([A, A], "new-keys")
    assert (ran.code, ran.out) == (1, "")
    assert (folder / "home.coreg").read_bytes() == before


def test_open_books_have_no_keys_to_renew(told: Told) -> None:
    ran = told([A, B], "new-keys")
    assert (ran.code, ran.out) == (2, "")
    assert "coreg lock" in ran.err
