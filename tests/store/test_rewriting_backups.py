"""A change reaches every backup, and what nobody can read goes when something has to be gone."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backup_files import load
from coreg.store.backups import Backups
from coreg.store.book import Book
from coreg.store.files import Files
from coreg.store.vault.locked import LockedSeal
from tests.store.backups import DAY, at, inode, save, texts
from tests.store.helpers import names, trouble
from tests.store.seals import ring


def shout(_: str, one: Book) -> Book:
    return Book(
        {
            table: {key: raw.replace(b'"old"', b'"OLD"') for key, raw in rows.items()}
            for table, rows in one.tables.items()
        },
        one.gen,
    )


def test_a_change_reaches_every_backup_and_what_was_shared_still_is(files: Files, backups: Backups) -> None:
    for number in range(3):
        save(files, "2026", f"text {number}", number)
        backups.daily(DAY + timedelta(days=number))
    untouched = [inode(backups, name, "2026") for name in backups.names()]
    backups.rewrite(shout)
    for number, name in enumerate(reversed(backups.names())):
        assert texts(backups.read(name)) == {"home": "promise", "2025": "OLD", "2026": f"text {number}"}
    assert len({inode(backups, name, "2025") for name in backups.names()}) == 1
    assert [inode(backups, name, "2026") for name in backups.names()] == untouched
    assert texts({"2025": files.load("2025")}) == {"2025": "old"}


def test_what_nobody_can_read_goes_when_something_has_to_be_gone(files: Files, backups: Backups) -> None:
    for number in range(2):
        backups.daily(DAY + timedelta(days=number))
    at(backups, "2026-11-25", "2026").unlink()
    at(backups, "2026-11-25", "2026").write_bytes(b"old, and damaged")
    whole = backups.folder / "2026-11-26"
    (whole / "2025.odd").write_bytes(b"old")
    (whole / "deep").mkdir()
    (whole / "deep" / "2025.json").write_bytes(b"old")
    (backups.folder / "2025.json").write_bytes(b"old")
    (backups.folder / "copy of mine").mkdir()
    (backups.folder / "copy of mine" / "2025.txt").write_bytes(b"old")
    elsewhere = files.folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "theirs.txt").write_bytes(b"not ours")
    (backups.folder / "link").symlink_to(elsewhere)
    backups.rewrite(shout)
    assert sorted(path.name for path in backups.folder.iterdir()) == ["2026-11-26"]
    assert len(names(whole)) == len(list(whole.iterdir())) == 3
    assert (elsewhere / "theirs.txt").exists()


def test_a_backup_that_cannot_be_read_just_now_is_not_taken_for_damaged(
    files: Files, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.daily(DAY)

    def refuse(path: Path, *_: object) -> None:
        raise Trouble("cannot_read", path=str(path))

    with monkeypatch.context() as patched:
        patched.setattr(disk, "read", refuse)
        for act in (lambda: backups.rewrite(shout), lambda: backups.before("import", DAY)):
            with trouble("cannot_read"):
                act()
        assert backups.list()[0].state == "damaged"
    assert backups.newest() is not None


def test_backups_can_be_sealed_anew_in_another_folder(files: Files, backups: Backups, tmp_path: Path) -> None:
    for number in range(3):
        save(files, "2026", f"text {number}", number)
        backups.daily(DAY + timedelta(days=number))
    at(backups, "2026-11-26", "2026").write_bytes(b"damaged")
    to = LockedSeal(ring(), b"n" * 32, os.urandom)
    other = Files(tmp_path / "other", to)
    backups.reseal(to, other.folder / "backups")
    again = Backups(other)
    assert again.names() == ["2026-11-27", "2026-11-25"]
    assert texts(again.read("2026-11-27")) == {"home": "promise", "2025": "old", "2026": "text 2"}
    assert inode(again, "2026-11-27", "2025") == inode(again, "2026-11-25", "2025")
    assert len(backups.names()) == 3


def test_all_of_them_can_go(files: Files, backups: Backups) -> None:
    backups.daily(DAY)
    backups.drop_all()
    assert not backups.folder.exists()
    backups.daily(DAY)
    assert backups.names() == ["2026-11-25"]


def test_a_book_that_vanished_while_it_is_looked_for_is_not_whole(files: Files) -> None:
    with trouble("damaged", file="2024.json"):
        load(files.seal, files.folder / "2024.json")
