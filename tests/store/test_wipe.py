"""Everything goes, whatever happens in between, and the next start is a first start."""

import shutil
from itertools import count
from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import Store, disk
from tests.store.helpers import Home, note, session, trouble

OTHERS = ["coreg-2026-11-23.json", "notes.txt", "2026.conflict.json"]


@pytest.fixture
def full(home: Home) -> Home:
    """Leave a file of every kind, and some that are not ours."""
    for _ in range(2):
        with home.open() as store:
            if store.home() is None:
                store.setup("Mina", "Jo")
            store.keep(session())
            store.keep(note())
            store.snapshot(b"x")
        home.wall.go(days=1)
    for name in ("2026.conflict-1.json", "home.damaged-1.coreg", "pending.json", "private.coreg", disk.TEMP):
        home.file(name).write_bytes(b"canary")
    home.file("pending.json").unlink()
    for name in OTHERS:
        home.file(name).write_bytes(b"theirs")
    return home


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_file_of_the_couple_goes_and_nothing_else(full: Home) -> None:
    with full.open() as store:
        store.delete_everything()
        assert store.home() is None
        assert (store.notes(), store.left_open(), store.backups()) == ((), None, [])
    assert left(full.folder) == sorted([*OTHERS, "home.coreg.lock"])


def test_the_next_start_is_a_first_start(full: Home) -> None:
    with full.open() as store:
        store.delete_everything()
        store.setup("Ada", "Ben")
    with full.open() as store:
        home = store.home()
        assert home
        assert (home.a, home.headlines) == ("Ada", ())
        assert store.years() == ()


def test_a_book_that_is_a_link_goes_where_it_points(full: Home) -> None:
    stick = full.folder.with_name("stick.json")
    shutil.move(full.file("2026.json"), stick)
    full.file("2026.json").symlink_to(stick)
    with full.open() as store:
        store.delete_everything()
    assert not stick.exists()
    assert not full.file("2026.json").is_symlink()


def wiped(home: Home, monkeypatch: pytest.MonkeyPatch, number: int) -> bool:
    """Delete everything and refuse the removals after the n-th; say whether it was done all the same."""
    real = Path.unlink
    calls = 0

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        nonlocal calls
        calls += 1
        if calls > number:
            raise OSError(5, "injected")
        real(path, missing_ok=missing_ok)

    with home.open() as store, monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        try:
            store.delete_everything()
        except Trouble:
            return False
    return True


def test_what_cannot_be_removed_now_goes_at_the_next_start(
    full: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = full.folder.with_name("before")
    shutil.copytree(full.folder, before)
    for number in count():
        shutil.rmtree(full.folder)
        shutil.copytree(before, full.folder)
        done = wiped(full, monkeypatch, number)
        with full.open() as store:
            assert store.home() is None
        assert left(full.folder) == sorted([*OTHERS, "home.coreg.lock"])
        if done:
            break
    assert number > 10


def test_one_who_reads_deletes_nothing(full: Home) -> None:
    before = left(full.folder)
    with full.open(write=False) as reader, trouble("read_only"):
        reader.delete_everything()
    assert left(full.folder) == before


def test_any_storage_can_be_emptied(store: Store) -> None:
    store.setup("Mina", "Jo")
    store.snapshot(b"x")
    store.delete_everything()
    assert (store.home(), store.left_open(), store.notes()) == (None, None, ())
    store.setup("Mina", "Jo")
