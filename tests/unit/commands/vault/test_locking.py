"""lock: what it asks, prints and leaves when it is broken off."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.unit.commands.vault.typing_words import (
    NEW,
    A,
    B,
    Told,
    Type,
    keep_private,
    private_texts,
    suffixes,
)

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Opened, Run


def test_lock_prints_both_codes_and_says_what_it_does_not_do(made: Run, told: Told, folder: Path) -> None:
    made("note", stdin=b"the blue mug")
    ran = told([A, B], "lock")
    assert [line.split()[0] for line in ran.out.splitlines()] == ["Mina", "Jo"]
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
