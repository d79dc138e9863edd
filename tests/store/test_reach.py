"""Copies beside the books, and a sitting that was left open: what is in them goes, what is not stays."""

from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import disk
from tests.store.helpers import Home, names, note, trouble


@pytest.fixture
def key(home: Home) -> str:
    """Keep two notes; the id of the one that is to go."""
    with home.open() as store:
        store.keep(note("stays"))
        return store.keep(note("canary")).id


def test_a_copy_is_rewritten_if_it_holds_it_and_left_alone_if_not(home: Home, key: str) -> None:
    home.file("2026.conflict-1.json").write_bytes(home.file("2026.json").read_bytes())
    with home.open() as store:
        store.delete(store.keep(note("other")).id)
        before = home.file("2026.conflict-1.json").read_bytes()
        assert b"canary" in before
        store.delete(key)
    after = home.file("2026.conflict-1.json").read_bytes()
    assert b"canary" not in after
    assert b"stays" in after


def test_a_copy_another_hand_changed_is_read_as_well_as_it_can_be(home: Home, key: str) -> None:
    data = home.file("2026.json").read_bytes()
    home.file("2026.damaged-1.json").write_bytes(data.replace(b"stays", b"STAYS"))
    with home.open() as store:
        store.delete(key)
    assert b"STAYS" in home.file("2026.damaged-1.json").read_bytes()
    assert b"canary" not in home.file("2026.damaged-1.json").read_bytes()


def test_a_copy_nobody_can_read_goes_and_what_is_no_copy_stays(home: Home, key: str) -> None:
    for name in (
        "2026.damaged-1.json",
        "live.damaged-1.json",
        "pending.damaged-1.json",
        "2025.conflict-1.coreg",
    ):
        home.file(name).write_bytes(b"canary, but torn")
    others = ["2026.conflict.json", "notes.json", "2026.conflict-1.txt", "coreg-2026-11-23.json"]
    for name in others:
        home.file(name).write_bytes(b"theirs")
    with home.open() as store:
        store.delete(key)
    assert names(home.folder) == sorted(["2026.json", "home.json", *others])


def test_a_copy_that_cannot_be_read_just_now_is_kept_and_owed(
    home: Home, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.file("2026.conflict-1.json").write_bytes(home.file("2026.json").read_bytes())
    real = disk.read

    def refuse(path: Path, limit: int = disk.LIMIT) -> object:
        if "conflict" in path.name:
            raise Trouble("cannot_read", path=str(path))
        return real(path, limit)

    with home.open() as store, monkeypatch.context() as patched, trouble("not_everywhere"):
        patched.setattr(disk, "read", refuse)
        store.delete(key)
    assert b"canary" in home.file("2026.conflict-1.json").read_bytes()
    home.open().close()
    assert b"canary" not in home.file("2026.conflict-1.json").read_bytes()


@pytest.mark.parametrize("kept", [True, False])
def test_a_sitting_left_open_goes_only_if_it_was_kept_already(home: Home, key: str, kept: bool) -> None:
    with home.open() as store:
        store.snapshot(f'{{"id":"{key if kept else "another"}"}}'.encode())
        store.delete(key)
        assert (store.left_open() is None) == kept


def test_a_damaged_sitting_goes_and_one_of_a_newer_coreg_stays(home: Home, key: str) -> None:
    home.file("live.json").write_bytes(b"canary, but torn")
    with home.open() as store:
        store.delete(key)
        assert "live.json" not in names(home.folder)
        home.file("live.json").write_bytes(b'{"_book":{"1":{"schema":99}}}')
        store.delete(store.notes()[0].id)
    assert "live.json" in names(home.folder)


def test_a_book_of_what_is_owed_that_is_odd_hinders_nothing(home: Home, key: str) -> None:
    with home.open() as store, trouble("not_everywhere"), store.transaction():
        store._shelf.forget([{"id": key}])
        store.keep(note("more"))
    with home.open() as store:
        assert len(store.notes()) == 3
