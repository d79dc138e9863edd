"""Backups hold the books of a moment, share what did not change, and never stand in the way of a line."""

import os
import stat
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import orjson
import pytest

from coreg.store import disk
from coreg.store.backup import Backup, in_order
from coreg.store.backups import MOST, Backups
from coreg.store.book import Book
from coreg.store.files import Files
from coreg.store.vault.locked import LockedSeal
from tests.store.backups import DAY, at, inode, save, texts
from tests.store.helpers import Home, contents, note, session, trouble
from tests.store.seals import seal


def test_the_backup_of_a_day_holds_the_books_as_they_were(files: Files, backups: Backups) -> None:
    for name in ("live", "pending", "2026.conflict-1"):
        files.path(name).write_bytes(b"none of these")
    (files.folder / "other.txt").write_bytes(b"nor this")
    backups.daily(DAY)
    save(files, "2026", "changed", 2)
    assert backups.names() == ["2026-11-25"]
    assert texts(backups.read("2026-11-25")) == {"home": "promise", "2025": "old", "2026": "new"}


def test_there_is_one_a_day_and_looking_for_it_again_costs_nothing(
    files: Files, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.daily(DAY)
    before = contents(backups.folder / "2026-11-25")
    save(files, "2026", "changed", 2)
    Backups(files).daily(DAY)
    with monkeypatch.context() as patched:
        patched.delattr(Path, "iterdir")
        backups.daily(DAY)
    assert contents(backups.folder / "2026-11-25") == before


def test_a_folder_without_books_has_no_backup(tmp_path: Path) -> None:
    backups = Backups(Files(tmp_path, seal("open")))
    backups.daily(DAY)
    assert backups.before("import", DAY) == ""
    assert (backups.names(), backups.list(), backups.newest(), backups.failure()) == ([], [], None, None)
    assert list(tmp_path.iterdir()) == []
    backups.rewrite(lambda _, one: one)
    backups.drop_all()
    assert list(tmp_path.iterdir()) == []


def test_what_did_not_change_is_shared_with_the_backup_before_and_never_with_the_book(
    files: Files, backups: Backups
) -> None:
    backups.daily(DAY)
    save(files, "2026", "changed", 2)
    backups.daily(DAY + timedelta(days=1))
    assert inode(backups, "2026-11-25", "2025") == inode(backups, "2026-11-26", "2025")
    assert inode(backups, "2026-11-25", "2026") != inode(backups, "2026-11-26", "2026")
    for name in backups.names():
        for year in ("home", "2025", "2026"):
            assert inode(backups, name, year) != files.path(year).stat().st_ino
    with files.path("2025").open("r+b") as handle:
        handle.write(b"damage")
    assert texts(backups.read("2026-11-26")) == {"home": "promise", "2025": "old", "2026": "changed"}


def test_where_links_are_refused_there_are_copies(
    files: Files, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    backups.daily(DAY)
    backups.daily(DAY + timedelta(days=1))
    assert inode(backups, "2026-11-25", "2025") != inode(backups, "2026-11-26", "2025")
    assert contents(backups.folder / "2026-11-25") == contents(backups.folder / "2026-11-26")


def test_a_damaged_book_is_not_copied_over_what_the_backup_before_has_of_it(
    files: Files, backups: Backups
) -> None:
    backups.daily(DAY)
    files.path("2025").write_bytes(b"damaged")
    files.path("2024").write_bytes(b"damaged")
    save(files, "2026", "changed", 2)
    name = backups.before("restore", DAY)
    assert texts(backups.read(name)) == {"home": "promise", "2025": "old", "2026": "changed"}


def test_of_nothing_but_damage_there_is_no_backup(files: Files, backups: Backups) -> None:
    for year in ("home", "2025", "2026"):
        files.path(year).write_bytes(b"damaged")
    assert backups.before("restore", DAY) == ""
    assert backups.names() == []
    assert list(backups.folder.iterdir()) == []


def test_a_locked_book_says_so_and_its_backups_stay(files: Files, backups: Backups) -> None:
    backups.daily(DAY)
    backups.daily(DAY + timedelta(days=1))
    if not isinstance(files.seal, LockedSeal):
        return
    files.seal.take(b"")
    acts: list[Callable[[], object]] = [
        lambda: backups.before("import", DAY),
        lambda: backups.rewrite(lambda _, one: one),
        lambda: backups.reseal(files.seal, files.folder / "new"),
        backups.list,
        backups.newest,
    ]
    for act in acts:
        with trouble("locked"):
            act()
    assert backups.names() == ["2026-11-26", "2026-11-25"]


def test_others_are_named_after_what_came_next_and_numbered_through_the_day(backups: Backups) -> None:
    assert backups.before("import", DAY) == "2026-11-25-before-import-1"
    assert backups.make("by-hand", DAY) == "2026-11-25-by-hand-2"
    backups.daily(DAY)
    assert backups.before("import", DAY) == "2026-11-25-before-import-3"
    assert backups.before("import", DAY + timedelta(days=1)) == "2026-11-26-before-import-1"
    assert backups.names() == [
        "2026-11-26-before-import-1",
        "2026-11-25-before-import-3",
        "2026-11-25-by-hand-2",
        "2026-11-25-before-import-1",
        "2026-11-25",
    ]


def test_what_is_no_name_of_a_backup_is_none() -> None:
    odd = [
        "2026-13-01",
        "2026-11-25-",
        "2026-11-25-by-hand",
        "2026-11-25-by-hand-0",
        "coreg.tmp",
        "../2026-11-25",
    ]
    assert in_order([*odd, "2026-11-25"]) == ["2026-11-25"]


def test_the_last_ten_of_both_kinds_are_kept_and_always_the_one_just_made(backups: Backups) -> None:
    for number in range(MOST + 3):
        backups.daily(DAY + timedelta(days=number))
        backups.before("import", DAY)
    assert len(backups.names()) == 2 * MOST
    assert backups.names()[-1] == "2026-11-25-before-import-4"
    backups.daily(date(2020, 1, 1))
    assert "2020-01-01" in backups.names()
    assert len(backups.names()) == 2 * MOST
    assert "2026-11-28" not in backups.names()


def test_a_backup_is_for_its_owner_alone(backups: Backups) -> None:
    old = os.umask(0)
    try:
        backups.daily(DAY)
    finally:
        os.umask(old)
    for path in (backups.folder, *backups.folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_what_was_begun_and_not_finished_is_no_backup_and_goes(files: Files, backups: Backups) -> None:
    left = backups.folder / disk.TEMP
    left.mkdir(parents=True)
    (left / "2026.json").write_bytes(b"half")
    assert backups.names() == []
    backups.daily(DAY)
    assert [path.name for path in backups.folder.iterdir()] == ["2026-11-25"]
    left.mkdir()
    backups.rewrite(lambda _, one: one)
    assert not left.exists()


def test_an_interrupted_backup_leaves_nothing_behind(
    files: Files, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(disk, "move", stop)
    with pytest.raises(KeyboardInterrupt):
        backups.before("import", DAY)
    assert list(backups.folder.iterdir()) == []


# Looking and reading


def test_a_look_tells_what_is_in_each(files: Files, backups: Backups) -> None:
    def row(key: str, day: str, **more: object) -> bytes:
        return orjson.dumps({"id": key, "local_date": day, **more})

    rows = {"1": row("a", "2026-11-20"), "2": row("b", "2026-11-23"), "3": row("c", "2026-11-24", binned="x")}
    tables = {"sessions": rows, "notes": {"1": row("d", "2026-11-24"), "2": row("e", "", gone=True)}}
    tables["glimmers"] = {"1": row("f", "2026-11-24"), "2": row("g", "2026-11-24", binned="x")}
    files.save("2026", files.seal_up("2026", Book(tables, 2)))
    backups.daily(DAY)
    backups.before("import", DAY)
    (backups.folder / "2026-11-24").mkdir()
    assert backups.list() == [
        Backup("2026-11-25-before-import-1", DAY, "before-import", "whole", 2, 2, "2026-11-23", 1),
        Backup("2026-11-25", DAY, "daily", "whole", 2, 2, "2026-11-23", 1),
        Backup("2026-11-24", DAY - timedelta(days=1), "daily", "damaged"),
    ]
    assert backups.newest() == backups.list()[0]


def test_the_newest_that_opens_is_found_past_those_that_do_not(files: Files, backups: Backups) -> None:
    for number in range(3):
        save(files, "2026", f"text {number}", number)
        backups.daily(DAY + timedelta(days=number))
    at(backups, "2026-11-27", "2026").write_bytes(b"damaged")
    odd = files.seal_up("2026", Book({"notes": {"1": b"[]"}}, 1))
    at(backups, "2026-11-26", "2026").write_bytes(odd)
    newest = backups.newest()
    assert newest
    assert newest.name == "2026-11-25"
    with trouble("damaged"):
        backups.read("2026-11-27")
    with trouble("damaged"):
        backups.read("2026-11-26")


@pytest.mark.parametrize("name", ["2026-11-24", "../couple", "", "coreg.tmp"])
def test_only_a_backup_can_be_read(backups: Backups, name: str) -> None:
    backups.daily(DAY)
    with trouble("no_such_backup", name=name):
        backups.read(name)


def test_a_backup_without_books_is_not_whole(backups: Backups) -> None:
    (backups.folder / "2026-11-24").mkdir(parents=True)
    with trouble("damaged", file="2026-11-24"):
        backups.read("2026-11-24")


# By way of the store


def test_the_first_change_of_a_day_makes_its_backup(home: Home) -> None:
    with home.open() as store:
        store.keep(note("first"))
        store.keep(note("second"))
    home.wall.go(days=1)
    with home.open() as store:
        store.keep(note("third"))
        store.keep(note("fourth"))
        home.wall.go(days=1)
        store.keep(note("fifth"))
    backups = Backups(Files(home.folder, seal("open")))
    held = {name: len(backups.read(name)["2026"].tables["notes"]) for name in backups.names()}
    assert held == {"2026-11-25": 4, "2026-11-24": 2, "2026-11-23-at-leaving-1": 2}


def test_a_line_is_kept_though_no_backup_can_be_made(home: Home) -> None:
    with home.open() as store:
        (home.folder / "backups").write_bytes(b"in the way")
        store.keep(note("first"))
    with home.open() as store:
        store.keep(note("second"))
    with home.open() as store:
        assert {one.text for one in store.notes()} == {"first", "second"}


def test_one_who_reads_makes_no_backup(home: Home) -> None:
    with home.open() as store:
        store.keep(session())
    before = contents(home.folder / "backups")
    home.wall.go(days=1)
    with home.open(write=False) as reader:
        assert len(reader.sessions()) == 1
    assert contents(home.folder / "backups") == before
