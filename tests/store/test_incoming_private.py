"""What is let in of private notes and their keys: as they are or not at all, without saying which it was."""

import os
from typing import Any

import pytest

from coreg.record.trouble import Trouble
from coreg.store.book import Book, pack
from coreg.store.rows import PRIVATE_NOTES, VAULT
from coreg.store.seal import OpenSeal
from coreg.store.vault import header, keys
from tests.store.copies import read_data, read_path
from tests.store.helpers import Home, trouble

TOKEN = "0" * 32


@pytest.fixture
def bare(home: Home) -> Home:
    with home.open() as store:
        store.setup("Mina", "Jo")
    return home


ODD: list[dict[str, Any]] = [
    {"id": ""},
    {"id": 5},
    {"changed": ""},
    {"changed": None},
    {"was": 5},
    {"was": "\n"},
    {"box": ""},
    {"box": 5},
    {"box": "no base64"},
    {"beside": "AAAA"},
    {"beside": [5]},
    {"beside": ["?"]},
    {"gone": True, "changed": "\0"},
]


@pytest.mark.parametrize("odd", ODD)
def test_a_note_that_is_none_is_refused_without_saying_which(bare: Home, odd: dict[str, Any]) -> None:
    good = {"id": TOKEN, "was": "", "changed": "1", "box": "AAAA"}
    with bare.open() as store:
        store._rows.put_all(PRIVATE_NOTES, [good, {**good, "id": "1" * 32, **odd}])
    with pytest.raises(Trouble) as caught:
        read_path(bare.folder)
    assert (caught.value.code, caught.value.facts["file"]) == ("import_field", "private.json")
    assert str(caught.value.facts["place"]).startswith("sealed.")


def test_nothing_else_comes_along_with_a_note(bare: Home) -> None:
    with bare.open() as store:
        row = {"id": TOKEN, "changed": "1", "box": "AAAA", "beside": ["BBBB", "BBBB"], "device": "x"}
        store._rows.put(PRIVATE_NOTES, row)
        trace = {"id": "1" * 32, "gone": True, "was": "", "changed": "2", "device": "x"}
        store._rows.put(PRIVATE_NOTES, trace)
    assert read_path(bare.folder).private == (
        {"id": TOKEN, "was": "", "changed": "1", "box": "AAAA", "beside": ["BBBB"]},
        {"id": "1" * 32, "gone": True, "was": "", "changed": "2"},
    )


def test_two_notes_of_one_id_are_refused(bare: Home) -> None:
    raw = b'{"id":"x","was":"","changed":"1","box":"AAAA"}'
    data = pack(OpenSeal(), "private", Book({"sealed": {"1": raw, "2": raw}}, 1))
    (bare.folder / "private.json").write_bytes(data)
    with trouble("import_twice", file="private.json", place="sealed"):
        read_path(bare.folder)


def test_private_notes_alone_are_no_book_to_take_in(bare: Home) -> None:
    bare.file("private.json").write_bytes(pack(OpenSeal(), "private", Book({"sealed": {}}, 1)))
    with trouble("import_strange", file="private.json"):
        read_path(bare.folder / "private.json")


@pytest.mark.parametrize("row", [{}, {"header": 5}, {"header": "{}"}])
def test_keys_that_are_none_are_refused(bare: Home, row: dict[str, Any]) -> None:
    with bare.open() as store:
        store._rows.put(VAULT, {"id": "x", **row})
    with trouble("import_field", file="home.json", place="vault[0].header"):
        read_path(bare.folder)


def test_keys_of_another_couple_are_refused(bare: Home) -> None:
    with bare.open() as store:
        store._rows.put(VAULT, header.row_of(keys.make("f" * 32, {}, b"", os.urandom)))
    with trouble("import_field", file=str(bare.folder), place="vault.header"):
        read_path(bare.folder)


def test_the_keys_of_a_newer_coreg_are_left_alone(bare: Home) -> None:
    with bare.open() as store:
        store._rows.put(VAULT, {"id": "x", "header": '{"v":2}'})
    data = (bare.folder / "home.json").read_bytes()
    with trouble("newer"):
        read_data("home.json", data)
