"""Older books are read in the words of this version, and written in it after a backup."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from coreg.record.schema import SCHEMA
from coreg.record.trouble import Trouble
from coreg.store.book import Book, pack, pack_together
from coreg.store.books import Books
from coreg.store.files import Files
from coreg.store.health import look_over
from coreg.store.migrations import STEPS, Steps, migrate
from coreg.store.seal import OpenSeal
from coreg.store.shape import Parsed
from tests.store.copies import export, filled, read_data
from tests.store.helpers import Home, contents, names, trouble
from tests.store.shelves import found, insert

OLD = SCHEMA - 1


def spell_out(name: str, tables: Parsed) -> Parsed:
    """Go from a version in which texts were called words, and every book had a table nobody needs."""
    tables.pop("rubbish", None)
    for documents in tables.values():
        for document in documents.values():
            if "words" in document:
                document["text"] = document.pop("words")
    return tables


ONE_STEP: Steps = {OLD: spell_out}


def old(name: str, tables: dict[str, dict[str, object]], gen: int = 1) -> bytes:
    """Make a book as the version before this one would have, with a right sum."""
    raw = {table: {"1": orjson.dumps(document)} for table, document in tables.items()}
    seal = OpenSeal()
    about = orjson.dumps({"app": "0", "gen": gen, "schema": OLD})
    return seal.pack(name, {"_book": {"1": about}, **raw})


def note(key: str, **text: str) -> dict[str, object]:
    return {"id": key, **text}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of old books: the home book and two years."""
    folder = tmp_path / "couple"
    folder.mkdir()
    folder.joinpath("home.json").write_bytes(old("home", {"couple": note("c"), "rubbish": {"id": "x"}}))
    for year in (2025, 2026):
        folder.joinpath(f"{year}.json").write_bytes(old(str(year), {"notes": note(f"n{year}", words="old")}))
    return folder


def opened(folder: Path, *, write: bool = True, steps: Steps = ONE_STEP) -> Books:
    books = Books(folder, OpenSeal(), write=write, steps=steps)
    books.resume()
    return books


def schema_of(file: Path) -> int:
    return int(orjson.loads(file.read_bytes())["_book"]["1"]["schema"])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, bytes]]]:
    """Collect what a backup is asked for, with what is on disk at that moment."""
    heard: list[tuple[str, dict[str, bytes]]] = []
    monkeypatch.setattr(
        Books, "back_up_before", lambda self, what: heard.append((what, dict(contents(self.files.folder))))
    )
    return heard


def test_a_released_version_has_a_step_to_the_next(folder: Path) -> None:
    assert sorted(STEPS) == [*range(1, SCHEMA)]


@pytest.mark.parametrize("write", [True, False])
def test_an_old_book_is_read_in_the_words_of_this_version_and_left_alone(folder: Path, write: bool) -> None:
    before = contents(folder)
    books = opened(folder, write=write)
    assert found(books, "2025/notes") == [note("n2025", text="old")]
    assert found(books, "rubbish") == []
    assert books.years() == (2026, 2025)
    assert contents(folder) == before


def test_the_next_change_writes_that_book_anew_and_no_other(folder: Path, asked: list[object]) -> None:
    before = contents(folder)
    books = opened(folder)
    insert(books, "2026/notes", id="new", text="new")
    assert [schema_of(folder / name) for name in ("home.json", "2025.json", "2026.json")] == [
        OLD,
        OLD,
        SCHEMA,
    ]
    assert asked == [("migration", before)]
    again = opened(folder, steps=ONE_STEP)
    assert found(again, "2026/notes") == [note("n2026", text="old"), note("new", text="new")]


def test_a_backup_is_asked_for_once_and_only_for_old_books(folder: Path, asked: list[object]) -> None:
    books = opened(folder)
    insert(books, "2027/notes", id="new", text="new")
    assert asked == []
    with books.transaction():
        insert(books, "2025/notes", id="new", text="new")
        insert(books, "2026/notes", id="new", text="new")
    insert(books, "couple", id="d")
    assert len(asked) == 1
    assert [schema_of(path) for path in folder.glob("*.json")] == [SCHEMA] * 4


def test_without_a_backup_nothing_is_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(books: Books, what: str) -> None:
        raise Trouble("disk_full", path="backups")

    monkeypatch.setattr(Books, "back_up_before", no_room)
    before = contents(folder)
    books = opened(folder)
    for _ in range(2):
        with trouble("disk_full"):
            insert(books, "2026/notes", id="new", text="new")
    assert contents(folder) == before
    assert found(books, "2026/notes") == [note("n2026", text="old")]


def test_a_change_that_an_older_version_left_waiting_is_completed_in_this_one(
    folder: Path, asked: list[tuple[str, dict[str, bytes]]]
) -> None:
    waiting = {name: old(name, {"notes": note("w", words="waiting")}, gen=2) for name in ("2025", "2026")}
    folder.joinpath("pending.json").write_bytes(pack_together(waiting, OLD))
    before = contents(folder)
    for write in (False, True):
        books = opened(folder, write=write)
        assert found(books, "2025/notes") == found(books, "2026/notes") == [note("w", text="waiting")]
    assert asked == [("migration", before)]
    assert names(folder) == ["2025.json", "2026.json", "home.json"]
    assert schema_of(folder / "2025.json") == SCHEMA


def test_a_sitting_left_open_by_an_older_version_is_read(folder: Path) -> None:
    folder.joinpath("live.json").write_bytes(old("live", {"live": {"words": "sitting"}}))
    assert opened(folder).left_open() == b"sitting"


def test_an_old_book_that_another_hand_changed_is_taken_over_in_this_version(folder: Path) -> None:
    file = folder / "2026.json"
    file.write_bytes(file.read_bytes().replace(b"old", b"odd"))
    assert (
        Files(folder, OpenSeal(), ONE_STEP).salvage("2026").tables["notes"]["1"]
        == b'{"id":"n2026","text":"odd"}'
    )


def test_the_doctor_finds_old_books_whole(folder: Path) -> None:
    files = Files(folder, OpenSeal(), {OLD: lambda name, tables: {}})
    folder.chmod(0o700)
    for path in folder.iterdir():
        path.chmod(0o600)
    assert {one.state for one in look_over(files)} == {"whole"}


def test_an_old_book_and_an_old_export_can_be_taken_in(home: Home) -> None:
    data = export(filled(home))
    whole = read_data("x.json", orjson.dumps(data))
    for kind in ("notes", "agreements"):
        for row in data[kind]:
            row["words"] = row.pop("text")
    data["schema"] = OLD
    assert read_data("x.json", orjson.dumps(data), ONE_STEP) == whole
    book = old("2026", {"notes": data["notes"][1]})
    assert read_data("2026.json", book, ONE_STEP).records[0].row == whole.records[-2].row


@pytest.mark.parametrize(
    "steps", [{}, {OLD: lambda name, tables: tables["none"]}], ids=["no step", "a step that fails"]
)
def test_what_no_version_can_have_written_is_damaged(folder: Path, steps: Steps) -> None:
    with trouble("damaged", file="home.json"):
        opened(folder, steps=steps)
    with trouble("damaged", file="2026.json"):
        Files(folder, OpenSeal(), steps).load("2026")
    with trouble("import_damaged", file="x.json"):
        read_data("x.json", orjson.dumps({"schema": OLD}), steps)


def test_a_step_sees_documents_and_not_bytes(folder: Path) -> None:
    with trouble("damaged", file="x.json"):
        migrate("x.json", "2026", OLD, {"notes": {"1": b"5"}}, ONE_STEP)


def test_a_pending_file_of_two_versions_is_damaged(folder: Path) -> None:
    pieces = {"2025": old("2025", {}), "2026": pack(OpenSeal(), "2026", Book({}, 2))}
    folder.joinpath("pending.json").write_bytes(pack_together(pieces, OLD))
    with trouble("damaged", file="pending.json"):
        opened(folder)
