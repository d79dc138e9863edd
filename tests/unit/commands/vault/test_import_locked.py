"""import with passphrases: into a locked book, and of a locked copy."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coreg.record.private import PrivateNote
from coreg.store import Store
from tests.unit.commands.conftest import TODAY
from tests.unit.commands.vault.typing_words import NEW, A, B, Told, Type, suffixes

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Ran, Run

PRIVATE = "What is private in it comes along, still sealed.\n"
FOREIGN = "Some private notes or maps in it may open only with the passphrase of that copy.\n"
BARED = "That copy is locked and your book is not: what is taken in stands here open.\n"


@pytest.fixture
def copy(codes: dict[str, str], told: Told, folder: Path, tmp_path: Path) -> Path:
    """Copy the locked book as it is, and keep a note there."""
    there = tmp_path / "copy"
    shutil.copytree(folder, there)
    assert told([A], "note", "--data-dir", str(there), stdin=b"written there").code == 0
    return there


@pytest.fixture
def other(made: Run, told: Told, folder: Path, tmp_path: Path) -> Path:
    """Copy the open book, keep a note there, and lock the copy under keys of its own."""
    assert made("note", stdin=b"the blue mug").code == 0
    there = tmp_path / "other"
    shutil.copytree(folder, there)
    assert made("note", "--data-dir", str(there), stdin=b"written there").code == 0
    assert told([NEW, B], "lock", "--data-dir", str(there)).code == 0
    return there


def notes(ran: Ran) -> list[str]:
    return sorted(one["text"] for one in json.loads(ran.out)["notes"])


def files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return {str(path): path.read_bytes() for path in paths}


def test_an_export_comes_into_a_locked_book(told: Told, codes: dict[str, str], tmp_path: Path) -> None:
    data = json.loads(told([A], "export").out)
    data["notes"][0] |= {"id": "0193576a-0000-7000-8000-000000000000", "text": "from an export"}
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    ran = told([B], "import", str(file), "--yes")
    assert (ran.code, ran.out) == (0, "")
    assert "Taken in: 1 new" in ran.err
    assert notes(told([A], "export")) == ["from an export", "the blue mug"]


def test_our_own_words_open_a_copy_of_our_locked_book(told: Told, copy: Path) -> None:
    ran = told([B], "import", str(copy), "--yes")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "  notes: 1 new, 1 the same\nTaken in: 1 new, 1 the same.\n"
    assert notes(told([A], "export")) == ["the blue mug", "written there"]
    assert told([B], "import", str(copy / "home.coreg"), "--yes").err.startswith("All of it is here")


def test_its_own_passphrase_is_the_next_line(told: Told, made: Run, other: Path) -> None:
    assert told([A, B], "lock").code == 0
    ran = told([A, NEW], "import", str(other), "--yes")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "  notes: 1 new, 1 the same\nTaken in: 1 new, 1 the same.\n"
    assert notes(told([A], "export")) == ["the blue mug", "written there"]


def test_into_an_open_book_its_passphrase_is_asked_for_and_what_that_means_is_said(
    made: Run, type_: Type, other: Path
) -> None:
    typed = type_("wrong words one", "wrong words two", NEW)
    ran = made("import", str(other), "--yes")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(BARED + "  notes: 1 new, 1 the same\n" + PRIVATE)
    assert typed.text.count("The other copy is locked. Its passphrase: ") == 3
    assert typed.text.count("That passphrase does not open the other copy. Nothing was changed.") == 2
    assert typed.seen == []
    assert notes(made("export")) == ["the blue mug", "written there"]


@pytest.mark.parametrize("lines", [["wrong words", NEW], []])
def test_wrong_words_are_one_sentence_and_change_nothing(
    told: Told, other: Path, folder: Path, lines: list[str]
) -> None:
    before = files(folder)
    ran = told(lines, "import", str(other), "--yes")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "That passphrase does not open the other copy. Nothing was changed.\n"
    assert files(folder) == before


def test_typed_three_times_wrong_or_not_at_all_changes_nothing(
    made: Run, type_: Type, other: Path, folder: Path
) -> None:
    before = files(folder)
    for answers in (["wrong words"] * 3, [""]):
        type_(*answers)
        ran = made("import", str(other), "--yes")
        assert (ran.code, ran.err) == (
            1,
            "That passphrase does not open the other copy. Nothing was changed.\n",
        )
    type_("wrong words")
    assert made("import", str(other), "--yes").code == 130
    assert files(folder) == before


def test_without_a_terminal_or_a_descriptor_nothing_is_asked(made: Run, other: Path) -> None:
    ran = made("import", str(other), "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert "--passphrase-fd N" in ran.err
    assert ran.err.count("\n") == 1


def test_without_a_book_it_is_better_copied(told: Told, made: Run, other: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    ran = told([NEW], "import", str(other), "--yes", "--data-dir", str(empty))
    assert (ran.code, ran.out) == (2, "")
    assert "Copy the folder itself" in ran.err
    assert suffixes(empty) <= {".lock"}
    empty.joinpath("home.coreg.lock").unlink(missing_ok=True)
    empty.rmdir()
    shutil.copytree(other, empty)
    assert "written there" in told([NEW], "log", "--data-dir", str(empty)).out


def test_one_file_that_does_not_open_is_a_sentence(made: Run, other: Path) -> None:
    ran = made("import", str(other / "2026.coreg"), "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert "Name the folder it is from" in ran.err
    assert ran.err.count("\n") == 1


def keep_private(folder: Path, words: str, text: str, chance: int) -> None:
    with Store.open(
        folder, device="d", now=lambda: TODAY, random=lambda count: bytes([chance]) * count
    ) as store:
        store.private(store.unlock(words)).keep(
            PrivateNote(text=text, written=TODAY, local_date=TODAY.date())
        )


def private_texts(folder: Path, words: str) -> list[str]:
    with Store.open(folder, device="d", now=lambda: TODAY, random=bytes) as store:
        return [one.text for one in store.private(store.unlock(words)).all()]


def test_private_notes_come_along_and_are_never_counted(
    made: Run, told: Told, folder: Path, tmp_path: Path
) -> None:
    assert told(["", A], "passphrase", "--who", "a").code == 0
    there = tmp_path / "there"
    shutil.copytree(folder, there)
    for number in (1, 2):
        keep_private(there, A, f"mine {number}", number)
    ran = made("import", str(there), "--yes")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == PRIVATE + "Taken in: nothing you would see.\n"
    assert sorted(private_texts(folder, A)) == ["mine 1", "mine 2"]
    assert made("import", str(there), "--yes").err.startswith("All of it is here")


def test_notes_that_open_elsewhere_only_are_named_as_such(
    made: Run, told: Told, folder: Path, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    shutil.copytree(folder, there)
    assert told(["", A], "passphrase", "--who", "a").code == 0
    assert told(["", A], "passphrase", "--who", "a", "--data-dir", str(there)).code == 0
    keep_private(there, A, "mine", 1)
    assert made("import", str(there), "--yes").err.startswith(PRIVATE + FOREIGN)
    assert private_texts(folder, A) == []
