"""What is read to be taken in: an export, a book under any name, a folder, and nothing else."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store.book import Book, pack
from coreg.store.files import Files
from coreg.store.seal import OpenSeal
from coreg.store.strict import LIMIT
from tests.store.copies import filled, read_data, read_path
from tests.store.helpers import Home, contents, note, trouble


@pytest.fixture
def book(home: Home) -> Home:
    return filled(home)


def test_a_folder_is_read_with_all_its_books_and_left_alone(book: Home) -> None:
    before = contents(book.folder)
    found = read_path(book.folder)
    assert found.couple
    assert len(found.records) == 10
    assert [row["id"] for row in found.aside] == ["aside"]
    assert {one.table for one in found.records} == {
        "agreements",
        "2025/notes",
        "2025/sessions",
        "2026/notes",
        "2026/sessions",
    }
    assert contents(book.folder) == before


def test_a_change_that_waits_in_the_folder_is_read_with_it(
    book: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(files: Files, name: str, sealed: bytes, *, sync: bool = True) -> None:
        raise Trouble("disk_full", path=name)

    with book.open() as store, monkeypatch.context() as patch:
        patch.setattr(Files, "save", full)
        with store.transaction():
            store.keep(note("Waiting."))
            store.keep(note("Waiting too.", date(2025, 1, 1)))
    assert book.file("pending.json").exists()
    found = read_path(book.folder)
    assert {"Waiting.", "Waiting too."} <= {one.row.get("text") for one in found.records}


def test_a_book_may_have_any_name(book: Home) -> None:
    other = book.file("2026.json").rename(book.file("found on a stick.json"))
    assert {one.table for one in read_path(other).records} == {"2026/notes", "2026/sessions"}


def test_the_home_book_alone_says_whose_it_is(book: Home) -> None:
    found = read_path(book.file("home.json"))
    assert found.couple
    assert [one.kind for one in found.records] == ["agreements"]


def test_tables_of_a_later_version_are_passed_over(book: Home) -> None:
    data = pack(OpenSeal(), "2026", Book({"stars": {"1": b'{"id":"x"}'}}, 1))
    assert read_data("2026.json", data).records == ()


@pytest.mark.parametrize("name", ["", "x.json", "a\0b", "x" * 300])
def test_what_is_not_there_is_no_book(tmp_path: Path, name: str) -> None:
    code = "import_no_book" if len(name) < 10 and "\0" not in name else "cannot_read"
    with trouble(code):
        read_path(tmp_path / name)


def test_what_only_has_the_name_of_a_locked_book_is_damaged(tmp_path: Path) -> None:
    locked = tmp_path / "home.coreg"
    locked.write_bytes(b"\x93coreg")
    for path in (tmp_path, locked):
        with trouble("import_damaged", file="home.coreg"):
            read_path(path)


def test_too_large_a_file_is_not_read_at_all(tmp_path: Path) -> None:
    for name in ("2026.json", "x.json"):
        with tmp_path.joinpath(name).open("wb") as file:
            file.truncate(LIMIT + 1)
    for path in (tmp_path / "x.json", tmp_path):
        with trouble("import_large", limit=16):
            read_path(path)


def test_a_folder_with_too_much_in_it_is_refused(tmp_path: Path) -> None:
    for year in range(2001, 2006):
        with tmp_path.joinpath(f"{year}.json").open("wb") as file:
            file.truncate(LIMIT - 1)
    with trouble("import_large", file=str(tmp_path), limit=64):
        read_path(tmp_path)


def test_a_crowded_book_in_a_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.joinpath("2026.json").write_bytes(b"[" + b"[]," * 2_000_000 + b"[]]")
    with trouble("import_crowded", file="2026.json"):
        read_path(tmp_path)


@pytest.mark.parametrize("name", ["home.json", "2026.json"])
def test_a_folder_with_a_broken_book_is_refused_whole(book: Home, name: str) -> None:
    data = book.file(name).read_bytes()
    book.file(name).write_bytes(data.replace(b"text", b"txet", 1))
    with trouble("import_changed", file=name):
        read_path(book.folder)
    book.file(name).write_bytes(data[:-9])
    with trouble("import_damaged", file=name):
        read_path(book.folder)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    if sys.platform != "win32":
        with trouble("import_damaged"):
            read_path(Path("/dev/null"))


def document(table: str, raw: bytes, name: str = "home") -> bytes:
    return pack(OpenSeal(), name, Book({table: {"1": raw}}, 1))


@pytest.mark.parametrize(
    "raw",
    [
        b"5",
        b'{"id":5,"text":"x"}',
        b'{"text":"x"}',
        b'{"id":"a"}',
        b'{"id":"a","base64":"?"}',
        b'{"id":"a","text":5}',
    ],
)
def test_a_sitting_that_was_put_aside_has_to_be_one(raw: bytes) -> None:
    with trouble("import_field", file="home.json"):
        read_data("home.json", document("open", raw))


def test_a_trace_carries_nothing(home: Home) -> None:
    raw = b'{"id":"n","gone":true,"was":"","changed":"000000000001.0000.d","text":"secret","device":5}'
    (found,) = read_data("2026.json", document("notes", raw, "2026")).records
    assert found.row == {"id": "n", "gone": True, "was": "", "changed": "000000000001.0000.d"}
    with trouble("import_field", place="notes[0].changed"):
        read_data("2026.json", document("notes", raw.replace(b"000000000001.0000.d", b"x"), "2026"))


def test_two_couples_in_one_book_are_refused(book: Home) -> None:
    with book.open(write=False) as store:
        couple = store.couple()
    assert couple
    raw = couple.model_dump_json().encode()
    data = pack(OpenSeal(), "home", Book({"couple": {"1": raw, "2": raw}}, 1))
    with trouble("import_twice", place="couple[1]"):
        read_data("home.json", data)
