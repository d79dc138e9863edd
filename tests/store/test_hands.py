"""More than one hand: readers, another writer, a damaged book, and what belongs together."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coreg.store.disk import TEMP
from tests.store.helpers import contents, names, trouble
from tests.store.shelves import books, database, fail_after, found, insert


def test_one_who_reads_changes_nothing(filled: Path) -> None:
    (filled / TEMP).write_bytes(b"another writes this just now")
    before = contents(filled)
    reader = books(filled, write=False)
    assert len(found(reader, "2026/notes")) == 1
    changes: list[Callable[[], object]] = [
        lambda: insert(reader, "2026/notes", id="m"),
        lambda: reader.snapshot(b"x"),
        reader.clear_live,
    ]
    for change in changes:
        with trouble("read_only", path=str(filled)):
            change()
    assert contents(filled) == before


def test_one_who_reads_sees_what_another_wrote_meanwhile(filled: Path) -> None:
    reader, writer = books(filled, write=False), books(filled)
    assert found(reader, "2027/notes") == []
    insert(writer, "2026/notes", id="second")
    insert(writer, "2027/notes", id="first")
    assert len(found(reader, "2026/notes")) == 2
    assert len(found(reader, "2027/notes")) == 1
    assert reader.years()[0] == 2027


def test_a_beginning_that_was_never_finished_is_cleared_away(filled: Path) -> None:
    (filled / TEMP).write_bytes(b"half a book")
    books(filled)
    assert TEMP not in names(filled)


def test_a_book_another_changed_is_not_overwritten_and_ours_lies_beside_it(filled: Path) -> None:
    ours, theirs = books(filled), books(filled)
    assert found(ours, "2026/notes")
    insert(theirs, "2026/notes", id="theirs")
    kept = (filled / "2026.json").read_bytes()
    with trouble("changed_outside", file="2026.json", copy="2026.conflict-1.json"):
        insert(ours, "2026/notes", id="ours")
    assert (filled / "2026.json").read_bytes() == kept
    assert b"ours" in (filled / "2026.conflict-1.json").read_bytes()
    assert [one["id"] for one in found(ours, "2026/notes")] == ["n2026", "theirs"]
    insert(ours, "2026/notes", id="again")
    assert [one["id"] for one in found(ours, "2026/notes")] == ["n2026", "theirs", "again"]
    insert(theirs, "2024/notes", id="fine")
    with trouble("changed_outside", copy="2026.conflict-2.json"):
        insert(theirs, "2026/notes", id="late")


def test_a_book_that_appeared_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    ours, theirs = books(tmp_path), books(tmp_path)
    insert(theirs, "couple", id="theirs")
    with trouble("changed_outside"):
        insert(ours, "couple", id="ours")
    assert [one["id"] for one in found(books(tmp_path), "couple")] == ["theirs"]


def test_a_book_that_vanished_is_written_again(filled: Path) -> None:
    storage = books(filled)
    assert found(storage, "2026/notes")
    (filled / "2026.json").unlink()
    insert(storage, "2026/notes", id="new")
    assert [one["id"] for one in found(books(filled), "2026/notes")] == ["n2026", "new"]


@pytest.mark.parametrize("data", [b"", b"null", b"{}", b"garbage"])
def test_a_damaged_book_is_never_replaced(filled: Path, data: bytes) -> None:
    (filled / "2026.json").write_bytes(data)
    storage = books(filled)
    changes: list[Callable[[], object]] = [
        lambda: found(storage, "2026/notes"),
        lambda: insert(storage, "2026/notes", id="new"),
        lambda: database(storage).drop_tables(),
    ]
    for change in changes:
        with trouble("damaged", file="2026.json"):
            change()
    assert (filled / "2026.json").read_bytes() == data
    assert found(storage, "2025/notes")


def test_a_transaction_lands_as_a_whole_or_not_at_all(filled: Path) -> None:
    storage = books(filled)
    with storage.transaction():
        insert(storage, "2026/notes", id="a")
        insert(storage, "couple", id="b")
        assert len(found(storage, "2026/notes")) == 2
        assert len(found(books(filled), "2026/notes")) == 1
    assert len(found(books(filled), "2026/notes")) == 2
    before = contents(filled)
    with pytest.raises(ZeroDivisionError):
        fail_after(storage, "c")
    assert contents(filled) == before
    assert len(found(storage, "2026/notes")) == 2


def test_a_transaction_inside_another_joins_it_or_is_taken_back_alone(filled: Path) -> None:
    storage = books(filled)
    with storage.transaction():
        insert(storage, "2026/notes", id="outer")
        with storage.transaction():
            insert(storage, "2025/notes", id="inner")
        with pytest.raises(ZeroDivisionError):
            fail_after(storage, "failed")
    assert [one["id"] for one in found(books(filled), "2026/notes")] == ["n2026", "outer"]
    assert [one["id"] for one in found(books(filled), "2025/notes")] == ["n2025", "inner"]
