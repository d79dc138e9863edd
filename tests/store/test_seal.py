"""A book comes back as it was written, or as trouble, whatever happened to its bytes."""

import json
from hashlib import sha256
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from coreg.record.schema import SCHEMA
from coreg.record.trouble import Trouble
from coreg.store.book import Book, pack, pack_together, unpack, unpack_together
from coreg.store.layout import Raw, lay_out, take_apart
from coreg.store.seal import OpenSeal
from tests.store.helpers import trouble

SEAL = OpenSeal()
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text('ab:"\\\n{', max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)
DOCUMENTS = st.dictionaries(st.text("idtex", min_size=1), JSON, max_size=4).map(orjson.dumps)
NUMBERS = st.integers(1, 10**14).map(str)
NAMES = st.one_of(st.sampled_from(["sessions", "notes"]), st.text('ab:"\\\n{}7', min_size=1, max_size=4))
TABLES = st.dictionaries(NAMES, st.dictionaries(NUMBERS, DOCUMENTS, max_size=3), max_size=3)
SMALL = Book({"notes": {"1": b'{"id":"n","text":"We talked."}', "2": b'{"id":"m"}'}, "empty": {}}, 3)


def small() -> bytes:
    return pack(SEAL, "2026", SMALL)


def forge(rest: bytes) -> bytes:
    """Give any bytes the sum that makes them look like ours."""
    return b'{"_book":{"1":{"sum":"' + sha256(rest).hexdigest().encode() + rest


def forged(about: object, tables: bytes = b"}\n") -> bytes:
    return forge(b'",' + orjson.dumps(about)[1:] + b"}" + tables)


def together(books: dict[str, Book]) -> bytes:
    return pack_together({name: pack(SEAL, name, book) for name, book in books.items()})


def outcome(data: bytes) -> str:
    try:
        unpack(SEAL, "2026", data)
    except Trouble as error:
        return error.code if error.facts["file"] == "2026.json" else "another file"
    return "whole"


@given(TABLES, st.integers(0, 2**40))
def test_a_book_comes_back_as_it_was_written(tables: Raw, gen: int) -> None:
    book = Book(tables, gen)
    assert unpack(SEAL, "2026", pack(SEAL, "2026", book)) == book


@given(st.dictionaries(st.sampled_from(["home", "2026", "2025"]), st.builds(Book, TABLES, st.integers(0, 9))))
def test_several_books_come_back_together(books: dict[str, Book]) -> None:
    assert unpack_together(SEAL, together(books)) == books


@given(TABLES)
def test_tables_are_taken_apart_as_they_were_laid_out_or_not_at_all(tables: Raw) -> None:
    assert take_apart(lay_out(tables)) in (tables, None)


@given(TABLES)
def test_stock_tinydb_reads_what_is_written(tmp_path_factory: pytest.TempPathFactory, tables: Raw) -> None:
    path = tmp_path_factory.mktemp("stock") / "2026.json"
    path.write_bytes(pack(SEAL, "2026", Book(tables, 1)))
    with TinyDB(path) as stock:
        assert stock.tables() == {"_book", *tables}
        for name, documents in tables.items():
            found = {str(one.doc_id): dict(one) for one in stock.table(name)}
            assert found == {key: orjson.loads(raw) for key, raw in documents.items()}


def test_every_bit_that_flips_is_noticed() -> None:
    data = small()
    outcomes = set()
    for at in range(len(data) * 8):
        changed = bytearray(data)
        changed[at // 8] ^= 1 << at % 8
        outcomes.add(outcome(bytes(changed)))
    # One of them makes the schema's 1 a 3.
    assert outcomes == {"damaged", "changed_outside", "newer"}


def test_every_end_that_is_missing_is_noticed() -> None:
    data = small()
    assert {outcome(data[:length]) for length in range(len(data) - 1)} == {"damaged"}
    assert outcome(data[:-1]) == "changed_outside"
    assert outcome(data + b" ") == "changed_outside"


@given(st.binary())
def test_any_bytes_are_trouble(data: bytes) -> None:
    assert outcome(data) == "damaged"


@given(JSON)
def test_any_json_is_trouble(value: object) -> None:
    assert outcome(orjson.dumps(value)) in {"damaged", "changed_outside"}


@given(st.binary() | JSON.map(orjson.dumps), st.binary())
def test_any_bytes_are_trouble_even_with_the_right_sum(rest: bytes, tail: bytes) -> None:
    for data in (
        forge(rest),
        forge(b'",' + rest),
        forged({"book": "2026", "gen": 1, "schema": 1}, rest + tail),
    ):
        assert outcome(data) in {"damaged", "changed_outside"}


BY_HAND = '{"_book":{"1":{"sum":"0","book":"2026","app":"0","gen":1,"schema":1}},"notes":%s}'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"{}",
        b"[]",
        b'"text"',
        b"5",
        b"{",
        b"\0" * 200,
        b"\xef\xbb\xbf{}",
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 5_000,
        b'{"notes":' + b"1" * 5_000 + b"}",
        *(
            (BY_HAND % notes).encode("utf-8", "surrogatepass")
            for notes in (
                "[]",
                '"text"',
                "null",
                '{"1":"text"}',
                '{"1":[]}',
                '{"abc":{}}',
                '{"1.5":{}}',
                '{"01":{}}',
                '{"0":{}}',
                '{"-1":{}}',
                '{"1":{},"1":{"id":"twin"}}',
                '{"1":{"id":"a","id":"b"}}',
                '{"1":{"x":NaN}}',
                '{"1":{"x":Infinity}}',
                '{"1":{"x":"\ud800"}}',
                '{"1":{"x":"\\ud800"}}',
                '{"' + "1" * 5_000 + '":{}}',
                '{"1":{}}}',
            )
        ),
    ],
    ids=repr,
)
def test_what_stock_tinydb_stumbles_over_or_overwrites_is_damaged(data: bytes) -> None:
    assert outcome(data) == "damaged"


def test_a_book_edited_by_hand_is_changed_outside_and_can_be_salvaged() -> None:
    data = small().replace(b"We talked.", b"We did talk.")
    assert outcome(data) == "changed_outside"
    notes = SEAL.salvage("2026", data)["notes"]
    assert orjson.loads(notes["1"])["text"] == "We did talk."


def test_a_book_that_stock_tinydb_wrote_again_is_changed_outside(tmp_path: Path) -> None:
    path = tmp_path / "2026.json"
    path.write_bytes(small())
    with TinyDB(path) as stock:
        stock.table("notes").insert({"id": "x"})
    assert outcome(path.read_bytes()) == "changed_outside"
    with TinyDB(path) as stock:
        stock.drop_table("_book")
    assert outcome(path.read_bytes()) == "changed_outside"


def test_a_book_under_the_name_of_another_is_changed_outside() -> None:
    assert outcome(pack(SEAL, "2025", SMALL)) == "changed_outside"


@pytest.mark.parametrize("about", [{}, {"schema": 1}, {"schema": True, "gen": 1}, {"schema": 1, "gen": -1}])
def test_a_book_that_does_not_say_what_it_is_is_damaged(about: dict[str, object]) -> None:
    assert outcome(forged({"book": "2026", **about})) == "damaged"


@pytest.mark.parametrize("rest", [b'"},"1":5},\n}', b'"}},"_book":5,\n}', b'"}},"_book":["1"],\n}'])
def test_a_book_that_says_twice_what_it_is_is_damaged(rest: bytes) -> None:
    assert outcome(forge(rest)) == "damaged"


def test_the_book_of_a_newer_coreg_is_left_alone_whatever_else_is_in_it() -> None:
    newer = {"book": "2026", "gen": 1, "schema": SCHEMA + 1}
    with trouble("newer", file="2026.json", found=SCHEMA + 1, known=SCHEMA):
        unpack(SEAL, "2026", forged(newer))
    with trouble("newer", found=SCHEMA + 1):
        unpack(SEAL, "2026", json.dumps({"_book": {"1": newer}, "other": ["shape"]}).encode())
    with trouble("newer", found=SCHEMA + 1):
        SEAL.salvage("2026", forged(newer))


PENDING = together({"home": SMALL, "2026": SMALL})


def test_every_bit_that_flips_in_a_pending_file_is_noticed() -> None:
    codes = set()
    for at in range(len(PENDING) * 8):
        changed = bytearray(PENDING)
        changed[at // 8] ^= 1 << at % 8
        with pytest.raises(Trouble) as caught:
            unpack_together(SEAL, bytes(changed))
        codes.add(caught.value.code)
    assert codes == {"damaged", "newer"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"[[]]",
        b'[{"schema":1},\n',
        b'[{"schema":1,"books":5},\n',
        b'[{"schema":1,"books":[5]},\n',
        b'[{"schema":1,"books":[["home","x"]]},\n',
        b'[{"schema":1,"books":[[["home"],1]]},\n',
        *(PENDING[:length] for length in range(0, len(PENDING), 7)),
        PENDING + b" ",
        PENDING.replace(b'"2026"', b'"2025"', 1),
    ],
)
def test_a_pending_file_that_is_not_ours_is_damaged(data: bytes) -> None:
    with trouble("damaged", file="pending.json"):
        unpack_together(SEAL, data)


@given(st.binary())
def test_any_bytes_are_no_pending_file(data: bytes) -> None:
    for one in (data, b"[" + data, b'[{"schema":1,"books":' + data):
        with trouble("damaged"):
            unpack_together(SEAL, one)


def test_the_pending_file_of_a_newer_coreg_is_left_alone() -> None:
    with trouble("newer", file="pending.json", found=SCHEMA + 1):
        unpack_together(SEAL, PENDING.replace(b'"schema":1', b'"schema":2', 1))
