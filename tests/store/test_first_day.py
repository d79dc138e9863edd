"""On the first day there is nothing of the day before: its backup is made when the books are left."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import Store, disk
from tests.store.helpers import Home, contents, note
from tests.store.vault.lockable import PASS, Lockable, fill

TODAY = "2026-11-23"
FIRST = f"{TODAY}-at-leaving-1"


def texts(store: Store) -> list[str]:
    return sorted(one.text for one in store.notes())


def held(home: Home) -> dict[str, int]:
    """Count the notes in every backup."""
    with home.open(write=False) as store:
        return {one.name: one.notes for one in store.backups()}


def test_what_was_kept_on_the_first_day_is_in_a_backup_at_its_end(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        store.keep(note("first"))
        store.keep(note("second"))
    assert held(home) == {FIRST: 2}
    home.file("2026.json").write_bytes(b"torn")
    with home.open(check=False) as store:
        store.restore(FIRST)
        assert texts(store) == ["first", "second"]


def test_a_later_leaving_on_that_day_takes_the_place_of_the_one_before(home: Home) -> None:
    for number in range(3):
        with home.open() as store:
            store.keep(note(f"note {number}"))
    assert held(home) == {f"{TODAY}-at-leaving-3": 3, TODAY: 1}


def test_from_the_second_day_on_there_is_one_a_day(home: Home) -> None:
    for _ in range(3):
        for _ in range(2):
            with home.open() as store:
                store.keep(note("one more"))
        home.wall.go(days=1)
    names = ["2026-11-25", "2026-11-24", f"{TODAY}-at-leaving-2", TODAY]
    assert list(held(home)) == names


def test_where_nothing_was_kept_there_is_none(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
    assert held(home) == {}
    with home.open() as store:
        store.keep(note("first"))
    before = contents(home.folder / "backups")
    with home.open() as store:
        assert texts(store) == ["first"]
    assert contents(home.folder / "backups") == before


def test_everything_that_was_deleted_leaves_none(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        store.keep(note("first"))
        store.delete_everything()
    assert held(home) == {}


def test_a_note_of_the_first_day_that_is_deleted_for_good_is_in_none_of_them(home: Home) -> None:
    with home.open() as store:
        kept = store.keep(note("kept"))
        store.keep(note("stays"))
    with home.open() as store:
        store.delete(kept.id)
    assert all(b"kept" not in path.read_bytes() for path in home.folder.rglob("*.json"))
    assert held(home)[f"{TODAY}-at-leaving-2"] == 1


def test_a_full_disk_stops_no_leaving_and_is_told(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    with home.open() as store:
        store.keep(note("first"))
        monkeypatch.setattr("coreg.store.backups.need_room", full)
    with home.open() as store:
        assert texts(store) == ["first"]
        assert store.backup_failure() == (TODAY, "disk_full")


def full(folder: Path, _: object) -> None:
    raise Trouble("disk_full", path=str(folder))


class Killed(BaseException):
    """The program ends here."""


_CALLS = ("put", "share", "move", "make_folder", "remove_folder", "sync_folder")


@contextmanager
def killed_at(number: int) -> Iterator[None]:
    """End the program at one of the calls that change something on disk."""
    numbers = count()

    def dying(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            if next(numbers) == number:
                raise Killed
            return real(*args, **named)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in _CALLS:
            patch.setattr(disk, name, dying(getattr(disk, name)))
        yield


def left_twice(home: Home, number: int) -> bool:
    """Leave the books a second time on their first day, killed on the way; tell whether it came so far."""
    store = home.open()
    store.keep(note("second"))
    try:
        with killed_at(number):
            store.close()
    except Killed:
        store.close()
        return True
    return False


def test_a_kill_at_any_call_leaves_a_backup_of_the_first_day(home: Home) -> None:
    """The earlier one goes only when the later is whole; either opens."""
    with home.open() as store:
        store.keep(note("first"))
    ground = home.folder.with_name("ground")
    shutil.copytree(home.folder, ground)
    kills = 0
    while left_twice(home, kills):
        with home.open(write=False) as reader:
            assert texts(reader) == ["first", "second"]
            states = [one.state for one in reader.backups() if "at-leaving" in one.name]
        assert states in (["whole"], ["whole", "whole"])
        shutil.rmtree(home.folder)
        shutil.copytree(ground, home.folder)
        kills += 1
    assert kills > 8


def test_a_folder_that_cannot_be_read_stops_no_leaving(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise Trouble("cannot_read", path="")

    with home.open() as store:
        store.keep(note("first"))
        monkeypatch.setattr("coreg.store.files.Files.years", refuse)
    monkeypatch.undo()
    assert held(home) == {}


@pytest.mark.usefixtures("cheap")
def test_locked_books_have_it_when_they_are_shut(tmp_path: Path) -> None:
    made = fill(Lockable(tmp_path / "couple"))
    made.lock()
    with made.open() as store:
        store.unlock(PASS["a"])
        store.keep(note("This evening."))
        store.shut()
        newest = store.backup_names()[0]
        assert "at-leaving" in newest
        store.unlock(PASS["b"])
        assert "This evening." in texts(store)


def test_of_books_that_another_hand_ruined_meanwhile_there_is_none(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        store.keep(note("first"))
        for name in ("home.json", "2026.json"):
            home.file(name).write_bytes(b"torn")
    assert not [path for path in (home.folder / "backups").glob("*") if path.is_dir()]
