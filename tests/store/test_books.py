"""All books are one TinyDB: opened when asked for, written when changed, never over another's work."""

from collections.abc import MutableMapping
from pathlib import Path

import pytest
from tinydb import where

from coreg.store.book import Book
from tests.store.helpers import contents, names
from tests.store.shelves import books, database, found, insert


def test_tables_of_one_year_stand_in_one_book(filled: Path) -> None:
    assert names(filled) == ["2024.json", "2025.json", "2026.json", "home.json"]
    assert found(books(filled), "2025/notes") == [{"id": "n2025", "text": "x"}]


def test_a_book_is_read_only_when_it_is_asked_for(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    storage = books(filled)
    load = storage.files.load

    def noting(name: str) -> Book:
        read.append(name)
        return load(name)

    monkeypatch.setattr(storage.files, "load", noting)
    assert storage.years() == (2026, 2025, 2024)
    assert read == []
    for _ in range(2):
        assert found(storage, "2026/notes")
        insert(storage, "2026/notes", id="new")
    assert read == ["2026"]


def test_only_the_book_that_changed_is_written(filled: Path) -> None:
    before = contents(filled)
    insert(books(filled), "2025/notes", id="new")
    after = contents(filled)
    assert {name for name in after if after[name] != before.get(name)} == {"2025.json"}


def test_tables_of_every_book_are_named_though_none_was_read(filled: Path) -> None:
    storage = books(filled)
    assert database(storage).tables() == {"couple", "2024/notes", "2025/notes", "2026/notes"}
    assert bool(storage.read())
    assert len(storage.read()) == 4


def test_without_a_date_no_backup_is_made_before_anything(filled: Path) -> None:
    before = contents(filled)
    books(filled).back_up_before("migration")
    assert contents(filled) == before


def test_an_empty_folder_has_no_tables_and_is_left_empty(tmp_path: Path) -> None:
    storage = books(tmp_path)
    assert not storage.read()
    assert found(storage, "2026/notes") == []
    assert storage.years() == ()
    assert names(tmp_path) == []


def test_a_table_that_is_dropped_is_gone_from_its_book_alone(filled: Path) -> None:
    storage = books(filled)
    insert(storage, "2026/sessions", id="s")
    database(storage).drop_table("2026/notes")
    database(storage).drop_table("none")
    assert database(books(filled)).tables() == {"couple", "2024/notes", "2025/notes", "2026/sessions"}


def test_dropping_all_tables_leaves_books_without_tables(filled: Path) -> None:
    storage = books(filled)
    insert(storage, "2026/sessions", id="s")
    database(storage).drop_tables()
    assert database(books(filled)).tables() == set()
    insert(storage, "2026/sessions", id="s")
    assert database(books(filled)).tables() == {"2026/sessions"}


def test_nothing_outside_holds_a_piece_of_what_is_stored(filled: Path) -> None:
    storage = books(filled)
    insert(storage, "notes", id="n", deep={"list": [1]})
    before = contents(filled)
    for document in database(storage).table("notes", cache_size=0).search(where("id") == "n"):
        document["deep"]["list"].append(2)
    tables = storage.read()
    tables["notes"]["1"]["deep"]["list"].append(3)
    del tables["couple"]
    assert found(storage, "notes") == [{"id": "n", "deep": {"list": [1]}}]
    assert found(storage, "couple")
    assert contents(filled) == before


def test_what_was_changed_inside_a_document_is_stored_when_it_is_handed_back(filled: Path) -> None:
    storage = books(filled)
    tables = storage.read()
    document = tables["2026/notes"]["1"]
    document["text"] = "changed"
    document["more"] = 1
    del document["more"]
    assert len(document) == 2
    storage.write(tables)
    assert found(books(filled), "2026/notes") == [{"id": "n2026", "text": "changed"}]


def test_an_updater_that_fails_changes_nothing(filled: Path) -> None:
    storage = books(filled)
    before = contents(filled)

    def fail(document: MutableMapping[str, object]) -> None:
        document["text"] = "half"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database(storage).table("2026/notes").update(fail)
    assert found(storage, "2026/notes") == [{"id": "n2026", "text": "x"}]
    assert contents(filled) == before


def test_nothing_is_written_when_nothing_changed(filled: Path) -> None:
    storage = books(filled)
    before = {path: path.stat().st_mtime_ns for path in filled.iterdir()}
    storage.write(storage.read())
    database(storage).table("2026/notes").update({"text": "x"})
    assert {path: path.stat().st_mtime_ns for path in filled.iterdir()} == before


def test_a_value_that_json_cannot_hold_is_refused_before_anything_is_written(filled: Path) -> None:
    storage = books(filled)
    before = contents(filled)
    with pytest.raises(TypeError):
        insert(storage, "2026/notes", id="n", text={1, 2})
    assert contents(filled) == before
    assert len(found(storage, "2026/notes")) == 1


def test_ids_are_found_without_and_with_parsing(filled: Path) -> None:
    storage = books(filled)
    for key in ("plain-1", 'odd"one', "über"):
        insert(storage, "notes", id=key)
    insert(storage, "notes", text="first", id="last")
    assert storage.ids("notes") == {"plain-1": 1, 'odd"one': 2, "über": 3, "last": 4}
    assert storage.ids("none") == {}


def test_a_new_year_is_known_before_its_book_is_on_disk(filled: Path) -> None:
    storage = books(filled)
    with storage.transaction():
        insert(storage, "2031/notes", id="a")
        assert storage.years()[0] == 2031
    assert found(storage, "1999/notes") == []
    assert 1999 not in storage.years()


def test_files_that_are_no_books_are_no_years(filled: Path) -> None:
    for name in ("2020", "2021.txt", "2026.conflict-1.json", "20261.json", "notes.json"):
        (filled / name).write_bytes(b"")
    assert books(filled).years() == (2026, 2025, 2024)


def test_numbers_are_not_used_twice_in_a_table_while_it_holds_them(filled: Path) -> None:
    storage = books(filled)
    assert [insert(storage, "2026/notes", id=key) for key in "abc"] == [2, 3, 4]
    assert storage.file_of("2026/notes") == "2026.json"
    assert storage.file_of("notes") == "home.json"
