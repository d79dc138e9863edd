"""A book with the right sum and the wrong documents in it is damaged, and is nothing worse than that."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage, Storage

from coreg.record.trouble import Trouble
from coreg.store import Store
from coreg.store.book import Book, pack
from coreg.store.rows import Rows
from coreg.store.seal import OpenSeal
from tests.store.evenings import prepare
from tests.store.helpers import Home, note, session, trouble
from tests.store.shelves import books

FIELDS = [
    "a", "b", "left", "text", "look_again", "made", "state", "closed", "local_date", "started", "ended", "by",
    "kind", "entries", "lines", "later", "binned", "gone", "was", "changed", "ended_early", "base64", "name",
    "written",
]  # fmt: skip
NAMES = st.sampled_from([*FIELDS, "id"])
WORDS = st.sampled_from(["", "a", "open", "2026-11-23", "2026-11-23T20:00:00Z", "stays", "one"])
VALUES = st.recursive(
    WORDS | st.none() | st.booleans() | st.integers(-2, 2),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=12,
)
DOCUMENTS = st.one_of(
    st.sampled_from([b"", b"{", b"5", b"null", b'{"id":"one"', b'{"id":"\xff"}']),
    st.builds(
        lambda key, rest: orjson.dumps({"id": key, **rest}),
        st.sampled_from(["one", "line", 5, None]),
        st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=12),
    ),
)
READS: list[Callable[[Store], object]] = [
    Store.home,
    Store.couple,
    Store.sessions,
    Store.notes,
    lambda store: store.agreements(None),
    lambda store: store.days(2026, 11),
    lambda store: store.find("one-"),
    lambda store: store.find("line"),
    Store.binned,
    Store.everything,
    Store.aside,
    Store.check,
]
WRITES: list[Callable[[Store], object]] = [
    lambda store: store.keep(session()),
    lambda store: store.keep(note().model_copy(update={"id": "one"})),
    lambda store: store.keep(session().model_copy(update={"id": "one", "changed": "x"})),
    lambda store: store.later("one", None, "word"),
    lambda store: store.later("one", "line", "word"),
    lambda store: store.bin("one"),
    lambda store: store.unbin("one", "line"),
    Store.empty_bin,
    lambda store: store.setup("Mina", "Jo"),
    lambda store: store.put_aside("one", b"x"),
    lambda store: store.drop_aside("one"),
    lambda store: store.accept("2026.json"),
    lambda store: store.accept("home.json"),
]


def write_book(home: Home, name: str, tables: dict[str, dict[str, bytes]]) -> None:
    home.file(f"{name}.json").write_bytes(pack(OpenSeal(), name, Book(tables, 1)))


def tables(*names: str) -> st.SearchStrategy[dict[str, dict[str, bytes]]]:
    documents = st.dictionaries(st.sampled_from(["1", "2", "7"]), DOCUMENTS, max_size=2)
    return st.dictionaries(st.sampled_from(names), documents, max_size=3)


def acts(home: Home, deeds: list[Callable[[Store], object]]) -> set[str]:
    codes = set()
    for deed in deeds:
        with home.open(check=False) as store:
            try:
                deed(store)
            except Trouble as trouble:
                codes.add(trouble.code)
    return codes


@settings(max_examples=25)
@given(
    tables("couple", "headlines", "agreements", "open", "other"),
    tables("sessions", "notes", "agreements", "other"),
)
def test_odd_documents_are_trouble_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory,
    at_home: dict[str, dict[str, bytes]],
    in_year: dict[str, dict[str, bytes]],
) -> None:
    home = Home(tmp_path_factory.mktemp("odd"))
    write_book(home, "home", at_home)
    write_book(home, "2026", in_year)
    codes = acts(home, READS) | acts(home, WRITES)
    assert codes <= {"damaged", "not_found", "ambiguous", "book_exists", "too_long"}


GOOD: dict[str, dict[str, object]] = {
    "sessions": session().model_dump(mode="json") | {"id": "one-and-only", "changed": "1"},
    "notes": note().model_dump(mode="json") | {"id": "one-and-only", "changed": "1"},
}


@pytest.mark.parametrize("kind", list(GOOD))
def test_a_record_with_one_field_wrong_is_damaged(home: Home, kind: str) -> None:
    with home.open() as store:
        prepare(store)
    for name in GOOD[kind]:
        for value in (5, [5], {"x": 5}, "five"):
            wrong = {**GOOD[kind], name: value}
            write_book(home, "2027", {kind: {"1": orjson.dumps(wrong)}})
            with home.open() as store:
                codes = acts_on(store)
            assert codes <= {"damaged", "not_found"}, (name, value, codes)


def acts_on(store: Store) -> set[str]:
    codes = set()
    day = date(2027, 1, 1)
    more: list[Callable[[Store], object]] = [
        lambda store: store.sessions(day),
        lambda store: store.bin("one-and-only"),
    ]
    for deed in READS + more:
        try:
            deed(store)
        except Trouble as trouble:
            codes.add(trouble.code)
    return codes


def test_one_who_reads_past_the_store_hears_of_it_too(filled: Path) -> None:
    rows = Rows(books(filled))
    with trouble("damaged", file="2026.json"), rows.reading("2026/notes"):
        rows.all("2026/notes")[0]["local_date"]


def test_an_odd_document_in_another_storage_is_said_by_its_table(home: Home) -> None:
    memory: type[Storage] = MemoryStorage
    storage = memory()
    storage.write({"2026/notes": {"1": {"id": "one"}}})
    with home.open(storage=storage) as store, trouble("damaged", file="2026/notes"):
        store.notes()
