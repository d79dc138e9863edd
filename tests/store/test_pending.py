"""A change of two books is decided at one instant, and is finished whatever happens after it."""

from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.books import Books
from tests.store.helpers import contents, names, trouble
from tests.store.shelves import books, found, insert

PENDING = "pending.json"


class Refusals:
    """Lets the disk refuse to write some files."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.refused: set[str] = set()
        self.code = "disk_full"
        self._put = disk.put
        monkeypatch.setattr(disk, "put", self.put)

    def put(self, path: Path, data: bytes, *, sync: bool = True) -> disk.Mark:
        if path.name in self.refused:
            raise Trouble(self.code, path=str(path))
        return self._put(path, data, sync=sync)


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> Refusals:
    return Refusals(monkeypatch)


@pytest.fixture
def storage(tmp_path: Path) -> Books:
    (tmp_path / "couple").mkdir()
    made = books(tmp_path / "couple")
    change(made, "first")
    return made


def change(storage: Books, key: str) -> None:
    with storage.transaction():
        insert(storage, "couple", id=key)
        insert(storage, "2026/notes", id=key)


def state(storage: Books) -> tuple[list[str], list[str]]:
    couple, notes = ([one["id"] for one in found(storage, table)] for table in ("couple", "2026/notes"))
    return couple, notes


def folder(storage: Books) -> Path:
    return storage.files.folder


BOTH = (["first", "second"], ["first", "second"])
FIRST = (["first"], ["first"])


def test_the_pending_file_goes_when_the_change_is_made(storage: Books) -> None:
    change(storage, "second")
    assert names(folder(storage)) == ["2026.json", "home.json"]


@pytest.mark.parametrize("refused", [{"home.json"}, {"2026.json"}, {"home.json", "2026.json"}])
def test_a_change_that_is_decided_counts_though_a_book_cannot_be_written(
    storage: Books, refusals: Refusals, refused: set[str]
) -> None:
    refusals.refused = refused
    change(storage, "second")
    assert PENDING in names(folder(storage))
    reader = books(folder(storage), write=False)
    assert state(storage) == state(reader) == BOTH
    with trouble("disk_full"):
        insert(storage, "2025/notes", id="more")
    refusals.refused = set()
    insert(storage, "2025/notes", id="more")
    assert names(folder(storage)) == ["2025.json", "2026.json", "home.json"]
    assert state(storage) == state(reader) == state(books(folder(storage))) == BOTH


@pytest.mark.parametrize("refused", [{"home.json"}, {"2026.json"}, {"home.json", "2026.json"}])
def test_the_next_run_finishes_a_change_that_was_decided(
    storage: Books, refusals: Refusals, refused: set[str]
) -> None:
    refusals.refused = refused
    change(storage, "second")
    still_full = books(folder(storage))
    assert state(still_full) == BOTH
    assert PENDING in names(folder(storage))
    refusals.refused = set()
    assert state(books(folder(storage))) == BOTH
    assert names(folder(storage)) == ["2026.json", "home.json"]


def test_a_change_that_cannot_be_decided_is_no_change(storage: Books, refusals: Refusals) -> None:
    refusals.refused = {PENDING}
    with trouble("disk_full"):
        change(storage, "second")
    assert state(storage) == state(books(folder(storage))) == FIRST
    refusals.refused = set()
    change(storage, "second")
    assert state(books(folder(storage))) == BOTH


def refuse(*_args: object, **_named: object) -> None:
    raise OSError(5, "injected")


def half_decided(storage: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a pending file take its place while its last flush fails, and be taken back in vain."""
    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync_folder", refuse)
        patch.setattr(Path, "unlink", refuse)
        with trouble("cannot_write"):
            change(storage, "second")
    assert PENDING in names(folder(storage))


def test_what_failed_and_could_not_be_taken_back_is_taken_back_when_the_books_are_left(
    storage: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    half_decided(storage, monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        storage.leave()
    assert PENDING in names(folder(storage))
    storage.leave()
    assert PENDING not in names(folder(storage))
    assert state(storage) == state(books(folder(storage))) == FIRST


def test_what_is_decided_waits_for_the_next_run_when_the_books_are_left(
    storage: Books, refusals: Refusals
) -> None:
    left_behind(storage, refusals)
    storage.leave()
    assert PENDING in names(folder(storage))
    assert state(books(folder(storage))) == BOTH


def test_a_new_year_that_waits_is_known_to_one_who_reads(storage: Books, refusals: Refusals) -> None:
    refusals.refused = {"2027.json"}
    with storage.transaction():
        insert(storage, "couple", id="second")
        insert(storage, "2027/notes", id="new")
    reader = books(folder(storage), write=False)
    assert reader.years() == storage.years() == (2027, 2026)
    assert len(found(reader, "2027/notes")) == 1


def left_behind(storage: Books, refusals: Refusals) -> bytes:
    """Leave a decided change that is in neither book, and return its pending file."""
    refusals.refused = {"home.json", "2026.json"}
    change(storage, "second")
    refusals.refused = set()
    return (folder(storage) / PENDING).read_bytes()


def test_a_change_that_is_in_its_books_already_is_not_made_twice(storage: Books, refusals: Refusals) -> None:
    pending = left_behind(storage, refusals)
    books(folder(storage))
    before = contents(folder(storage))
    (folder(storage) / PENDING).write_bytes(pending)
    reader = books(folder(storage), write=False)
    assert state(reader) == state(books(folder(storage))) == BOTH
    assert contents(folder(storage)) == before


def test_a_book_another_wrote_meanwhile_is_not_overwritten_by_a_change_left_behind(
    storage: Books, refusals: Refusals
) -> None:
    pending = left_behind(storage, refusals)
    (folder(storage) / PENDING).unlink()
    other = books(folder(storage))
    for key in ("theirs", "and more"):
        insert(other, "2026/notes", id=key)
    (folder(storage) / PENDING).write_bytes(pending)
    with trouble("changed_outside", file="2026.json", copy="2026.conflict-1.json"):
        books(folder(storage))
    after = books(folder(storage))
    assert state(after)[1] == ["first", "theirs", "and more"]
    assert PENDING not in names(folder(storage))
    assert b"second" in (folder(storage) / "2026.conflict-1.json").read_bytes()


def test_a_book_edited_by_hand_meanwhile_is_not_overwritten(storage: Books, refusals: Refusals) -> None:
    left_behind(storage, refusals)
    path = folder(storage) / "2026.json"
    edited = path.read_bytes().replace(b"first", b"FIRST")
    path.write_bytes(edited)
    with trouble("changed_outside", file="2026.json"):
        books(folder(storage))
    assert path.read_bytes() == edited


def test_a_damaged_book_stops_a_change_left_behind_and_both_stay(storage: Books, refusals: Refusals) -> None:
    pending = left_behind(storage, refusals)
    (folder(storage) / "2026.json").write_bytes(b"")
    for _ in range(2):
        with trouble("damaged", file="2026.json"):
            books(folder(storage))
    assert (folder(storage) / PENDING).read_bytes() == pending
    assert (folder(storage) / "2026.json").read_bytes() == b""


def test_a_book_that_vanished_comes_back_with_the_change(storage: Books, refusals: Refusals) -> None:
    left_behind(storage, refusals)
    (folder(storage) / "2026.json").unlink()
    assert state(books(folder(storage))) == BOTH


@pytest.mark.parametrize("write", [True, False])
def test_a_damaged_pending_file_is_said_and_not_skipped(storage: Books, write: bool) -> None:
    (folder(storage) / PENDING).write_bytes(b"{")
    with trouble("damaged", file=PENDING):
        books(folder(storage), write=write)


def test_another_hand_on_one_of_two_books_leaves_both_and_copies_both(storage: Books) -> None:
    other = books(folder(storage))
    insert(other, "couple", id="theirs")
    before = contents(folder(storage))
    with trouble("changed_outside", file="home.json", copy="home.conflict-1.json"):
        change(storage, "second")
    after = contents(folder(storage))
    assert {name: after[name] for name in before} == dict(before)
    assert sorted(set(after) - set(before)) == ["2026.conflict-1.json", "home.conflict-1.json"]


def test_an_interrupted_decision_is_taken_back(storage: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    real = disk.put

    def put(path: Path, data: bytes, *, sync: bool = True) -> disk.Mark:
        if path.name != PENDING:
            return real(path, data, sync=sync)
        real(path, data)
        raise KeyboardInterrupt

    monkeypatch.setattr(disk, "put", put)
    with pytest.raises(KeyboardInterrupt):
        change(storage, "second")
    assert names(folder(storage)) == ["2026.json", "home.json"]
    assert state(storage) == FIRST


def test_an_interruption_after_the_decision_loses_nothing(
    storage: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = disk.put

    def put(path: Path, data: bytes, *, sync: bool = True) -> disk.Mark:
        if path.name == "2026.json":
            raise KeyboardInterrupt
        return real(path, data, sync=sync)

    with monkeypatch.context() as patched:
        patched.setattr(disk, "put", put)
        with pytest.raises(KeyboardInterrupt):
            change(storage, "second")
    assert state(storage) == BOTH
    insert(storage, "2025/notes", id="more")
    assert state(books(folder(storage))) == BOTH


def test_a_decision_that_can_be_neither_written_nor_taken_back_is_taken_back_before_the_next(
    storage: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, **_: object) -> None:
        raise Trouble("cannot_write", path=str(path))

    def put(path: Path, data: bytes, *, sync: bool = True) -> disk.Mark:
        path.write_bytes(data)
        raise Trouble("cannot_write", path=str(path))

    with monkeypatch.context() as patched, trouble("cannot_write"):
        patched.setattr(disk, "put", put)
        patched.setattr(disk, "remove", refuse)
        change(storage, "second")
    assert PENDING in names(folder(storage))
    insert(storage, "2026/notes", id="third")
    assert PENDING not in names(folder(storage))
    assert state(books(folder(storage))) == (["first"], ["first", "third"])


def test_a_book_that_is_a_link_is_written_where_it_points(tmp_path: Path, storage: Books) -> None:
    there = tmp_path / "stick"
    there.mkdir()
    home = folder(storage) / "home.json"
    home.rename(there / "home.json")
    home.symlink_to(there / "home.json")
    linked = books(folder(storage))
    change(linked, "second")
    assert home.is_symlink()
    assert names(there) == ["home.json"]
    assert state(books(folder(storage))) == BOTH
