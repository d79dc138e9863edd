"""Backups by hand, putting one back, deleting everything: each says what it does and asks where it should."""

from __future__ import annotations

import re
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coreg.commands import confirming
from coreg.commands.examining_upkeep import Upkeep, backup_lines, clock_line, space_line
from coreg.store.backup import Backup, in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.commands.conftest import Ran, Run

Typed = "Callable[[str], None]"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have somebody at a terminal who types this."""

    def types(line: str) -> None:
        def answer(question: str, word: str, *, without: str) -> bool:
            print(question, file=sys.stderr)
            return line == word

        monkeypatch.setattr(confirming, "typed", answer)

    return types


@pytest.fixture
def kept(made: Run) -> Run:
    """Keep two notes, with a backup by hand between them."""
    made("note", stdin=b"first")
    made("backup")
    made("note", stdin=b"second")
    return made


def names(folder: Path) -> list[str]:
    return in_order(path.name for path in (folder / "backups").iterdir())


def by_hand(folder: Path) -> str:
    return next(name for name in names(folder) if "by-hand" in name)


def notes(run: Run) -> set[str]:
    return {word for word in ("first", "second") if word in run("log").out}


# Making one


def test_a_backup_is_made_and_its_place_printed(made: Run, folder: Path) -> None:
    made("note", stdin=b"hello")
    ran = made("backup")
    assert (ran.code, ran.err) == (0, "")
    path = Path(ran.out.strip())
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-by-hand-2", path.name)
    assert b"hello" in b"".join(one.read_bytes() for one in path.iterdir())


def test_without_a_book_there_is_nothing_to_back_up_or_put_back(run: Run) -> None:
    for words in (("backup",), ("restore",), ("restore", "x"), ("forget",), ("doctor", "--repair")):
        ran = run(*words)
        assert ran.code == 2
        assert "There is no book yet" in ran.err


# Putting one back


def test_backups_are_listed_with_what_is_in_them(kept: Run, folder: Path) -> None:
    ran = kept("restore")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == names(folder)
    assert "0 evenings, 1 note" in ran.out
    assert "coreg restore NAME" in ran.err


def test_good_moments_are_told_of_where_there_are_any(kept: Run) -> None:
    kept("glimmer", stdin=b"the kettle")
    kept("backup")
    kept("glimmer", stdin=b"the light at four")
    kept("backup")
    found = [line.partition("  ")[2].strip() for line in kept("restore").out.splitlines()]
    assert found[0] == "0 evenings, 2 notes, 2 good moments"
    assert "0 evenings, 2 notes, 1 good moment" in found
    assert found[-1] == "0 evenings, 0 notes"


def test_where_there_is_none_that_is_said(made: Run, folder: Path) -> None:
    shutil.rmtree(folder / "backups", ignore_errors=True)
    ran = made("restore")
    assert (ran.code, ran.out) == (0, "")
    assert "There are no backups yet" in ran.err


@pytest.mark.parametrize("way", ["asked", "--yes"])
def test_a_backup_is_put_back_once_somebody_is_sure(
    kept: Run, folder: Path, typed: Callable[[str], None], way: str
) -> None:
    typed("yes")
    assert notes(kept) == {"first", "second"}
    ran = kept("restore", by_hand(folder), *(["--yes"] if way == "--yes" else []))
    assert (ran.code, ran.out) == (0, "")
    assert "0 evenings, 1 note." in ran.err
    assert ("Type yes" in ran.err) == (way == "asked")
    assert notes(kept) == {"first"}
    before = next(name for name in names(folder) if "before-restore" in name)
    assert before in ran.err
    assert kept("restore", before, "--yes").code == 0
    assert notes(kept) == {"first", "second"}


def test_anything_but_yes_changes_nothing(kept: Run, folder: Path, typed: Callable[[str], None]) -> None:
    typed("no")
    ran = kept("restore", by_hand(folder))
    assert ran.code == 1
    assert "Nothing was changed." in ran.err
    assert notes(kept) == {"first", "second"}


def test_a_script_has_to_say_yes(kept: Run, folder: Path) -> None:
    ran = kept("restore", by_hand(folder))
    assert ran.code == 2
    assert "--yes" in ran.err
    assert notes(kept) == {"first", "second"}


def test_what_is_no_backup_is_not_put_back(kept: Run) -> None:
    ran = kept("restore", "../\x1b[2Jbook", "--yes")
    assert ran.code == 1
    assert "There is no backup called" in ran.err
    assert "\x1b" not in ran.err


def test_a_damaged_book_says_what_to_type_and_typing_it_helps(kept: Run, folder: Path) -> None:
    (folder / "home.json").write_bytes(b"torn")
    for words in (("log",), ("show", "abcd"), ("note",)):
        ran = kept(*words, stdin=b"third")
        assert ran.code == 4
        assert "home.json is damaged" in ran.err
        assert len(ran.err.splitlines()) == 1
    command = re.search(r"coreg (restore \S+) to", ran.err)
    assert command
    assert kept(*command[1].split(), "--yes").code == 0
    assert "first" in notes(kept)
    assert (folder / "home.damaged-1.json").read_bytes() == b"torn"


# Deleting everything


def test_everything_goes_once_the_words_are_typed(
    kept: Run, folder: Path, typed: Callable[[str], None]
) -> None:
    typed("delete everything")
    ran = kept("forget")
    assert (ran.code, ran.out) == (0, "")
    assert "cannot reach copies" in ran.err
    assert str(folder) in ran.err
    assert [path.name for path in folder.iterdir()] == ["home.coreg.lock"]
    assert kept("log").code == 2
    assert kept("setup", "--a", "Ada", "--b", "Ben").code == 0


def test_other_words_delete_nothing(kept: Run, typed: Callable[[str], None]) -> None:
    typed("yes")
    ran = kept("forget")
    assert ran.code == 1
    assert "Nothing was deleted." in ran.err
    assert notes(kept) == {"first", "second"}


def test_no_script_deletes_everything(kept: Run) -> None:
    assert kept("forget", stdin=b"delete everything\n").code == 2
    assert kept("forget", "--yes").code == 2
    assert notes(kept) == {"first", "second"}


@pytest.mark.parametrize(
    ("line", "sure"),
    [("yes\n", True), (" YES \n", True), ("yes please\n", False), ("\n", False), ("", False)],
)
def test_a_word_is_read_from_a_terminal(
    line: str, sure: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

        def readline(self, most: int) -> str:
            return line[:most]

    monkeypatch.setattr(sys, "stdin", Terminal())
    assert confirming.typed("Sure?", "yes", without="needs_yes") == sure
    assert capsys.readouterr().err == "Sure?\n"


# The doctor


def test_the_doctor_tells_of_backups_room_and_clock(kept: Run) -> None:
    ran = kept("doctor")
    assert ran.code == 0
    assert "Backups:\n  3 backups\n  The newest that opens is" in ran.out
    assert "MB are free" in ran.out
    assert "it fits what you kept" in ran.out


def test_a_backup_that_does_not_open_is_named(kept: Run, folder: Path) -> None:
    newest = names(folder)[0]
    torn = folder / "backups" / newest / "home.json"
    torn.unlink()
    torn.write_bytes(b"torn")
    ran = kept("doctor")
    assert ran.code == 4
    assert f"These do not open: {newest}" in ran.out


BACKUP = Backup("2026-11-25", datetime(2026, 11, 25, tzinfo=UTC).date(), "daily", "whole", 1, 2, "2026-11-24")
DAMAGED = Backup("2026-11-24", datetime(2026, 11, 24, tzinfo=UTC).date(), "daily", "damaged")


def test_what_is_said_about_backups() -> None:
    assert next(backup_lines(Upkeep())).startswith("There are none yet.")
    assert list(backup_lines(Upkeep((BACKUP,), names=(BACKUP.name,)))) == [
        "1 backup",
        "The newest that opens is 2026-11-25: 1 evening, 2 notes, the last evening on 2026-11-24.",
    ]
    ill = "\n".join(backup_lines(Upkeep((DAMAGED,), names=(DAMAGED.name,))))
    assert "None of them opens." in ill
    assert "These do not open: 2026-11-24" in ill


@pytest.mark.parametrize(("code", "why"), [("disk_full", "the disk was full."), ("odd", "could not be read")])
def test_a_failure_is_said_with_what_to_do(code: str, why: str) -> None:
    lines = list(backup_lines(Upkeep((BACKUP,), ("2026-11-26", code), names=(BACKUP.name,))))
    assert lines[-2].startswith("On 2026-11-26 no backup could be made")
    assert why in lines[-2]
    assert "coreg doctor --repair" in lines[-1]


def test_little_room_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "MB are free" in space_line(tmp_path / "not" / "there")
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 49_999_999}))
    assert space_line(tmp_path).startswith("Only 49 MB are free.")


def test_a_clock_that_is_behind_is_said() -> None:
    now = datetime(2026, 11, 25, tzinfo=UTC)
    assert clock_line(None, now) == clock_line(now + timedelta(hours=23), now) == "it fits what you kept"
    assert "2026-11-27" in clock_line(now + timedelta(days=2), now)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told otherwise there")
def test_repair_puts_right_what_it_can_and_says_so(kept: Run, folder: Path) -> None:
    folder.chmod(0o755)
    (folder / "coreg.tmp").write_bytes(b"half")
    (folder / "backups" / "coreg.tmp").mkdir()
    ran = kept("doctor", "--repair")
    assert ran.code == 0
    assert ran.out.startswith("Put right:\n  coreg.tmp was left over and is gone.\n")
    assert "backups/coreg.tmp was left over and is gone." in ran.out
    assert "only you" in ran.out
    assert "There was nothing to put right." in kept("doctor", "--repair").out


def test_repair_makes_the_backup_of_today(made: Run, folder: Path) -> None:
    shutil.rmtree(folder / "backups", ignore_errors=True)
    ran: Ran = made("doctor", "--repair")
    assert "There is a backup of today now" in ran.out
    assert len(names(folder)) == 1
