"""What is gone under an id is taken out of a book, whichever version of it the book holds."""

import orjson
import pytest

from coreg.store.book import Book
from coreg.store.forget import BESIDE, FORGETTING, Gone, gone_of, quotes, without
from tests.store.helpers import trouble

Row = dict[str, object]
Tables = dict[str, list[Row]]

WORD: Row = {"id": "w", "text": "word", "binned": ""}
LINE: Row = {"id": "l", "text": "line", "binned": "", "later": [WORD]}
SESSION: Row = {"id": "s", "changed": "1", "entries": [{"id": "e", "lines": [LINE, {**LINE, "id": "m"}]}]}
NOTE: Row = {"id": "n", "changed": "1", "text": "note", "later": [WORD]}
TRACE: Row = {"id": "t", "gone": True, "was": "1", "changed": "2"}
BOOK: Tables = {
    "sessions": [SESSION],
    "notes": [NOTE, TRACE],
    "headlines": [{"id": "s", "lines": []}, {"id": "other", "lines": []}],
    "open": [{"id": "x", "text": '{"id":"s"}'}, {"id": "y", "text": "{}"}],
    FORGETTING: [{"id": "s", "changed": "3", "parts": None}],
}


def packed(tables: Tables) -> Book:
    return Book(
        {name: {str(n): orjson.dumps(row) for n, row in enumerate(rows, 1)} for name, rows in tables.items()},
        7,
    )


def unpacked(book: Book) -> Tables:
    return {name: [orjson.loads(raw) for raw in rows.values()] for name, rows in book.tables.items()}


def after(*gone: Gone) -> Tables:
    left = without("2026", packed(BOOK), {one.id: one for one in gone})
    assert left.gen == 7
    return unpacked(left)


def test_what_is_not_gone_stays_as_it_is() -> None:
    assert without("2026", packed(BOOK), {"z": Gone("z", "3")}) == packed(BOOK)


def test_of_a_record_a_trace_is_left_and_nothing_that_quotes_it() -> None:
    left = after(Gone("s", "3"))
    assert left["sessions"] == [{"id": "s", "gone": True, "was": "1", "changed": "3"}]
    assert [one["id"] for one in left["headlines"]] == ["other"]
    assert [one["id"] for one in left["open"]] == ["y"]
    assert left["notes"] == BOOK["notes"]
    assert left[FORGETTING] == BOOK[FORGETTING]


def test_a_trace_stays_the_trace_it_is() -> None:
    assert after(Gone("t", "9"), Gone("n", "9", frozenset("v")))["notes"] == BOOK["notes"]


def test_lines_and_words_go_out_of_a_record_that_stays() -> None:
    (found,) = after(Gone("s", "3", frozenset("lw")))["sessions"]
    left = [{"id": "e", "lines": [{**LINE, "id": "m", "later": []}]}]
    assert found == {**SESSION, "entries": left, "taken_out": ["l", "w"]}
    assert after(Gone("n", "3", frozenset("w")))["notes"][0] == {**NOTE, "later": [], "taken_out": ["w"]}


@pytest.mark.parametrize(
    "row",
    [
        {"id": "s", "changed": "1", "entries": None},
        {"id": "s", "changed": "1", "entries": 5},
        {"id": "s", "changed": "1", "entries": [{}]},
    ],
)
def test_a_book_that_holds_something_else_is_damaged(row: dict[str, object]) -> None:
    with trouble("damaged", file="2026"):
        without("2026", packed({"sessions": [row]}), {"s": Gone("s", "3", frozenset("l"))})


def test_what_has_to_go_is_read_back_and_taken_together() -> None:
    parts = [
        Gone("s", "1", frozenset("l")),
        Gone("s", "2", frozenset("m")),
        Gone("n", "3"),
        Gone("n", "4", frozenset("w")),
    ]
    found = gone_of(orjson.dumps(one.row()) for one in parts)
    assert found == {"s": Gone("s", "2", frozenset("lm")), "n": Gone("n", "4")}


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"id":"s","changed":"1","parts":5}'])
def test_what_has_to_go_and_cannot_be_read_is_damage(data: bytes) -> None:
    with trouble("damaged", file="home"):
        gone_of([data])


def test_a_sitting_quotes_what_it_names() -> None:
    assert quotes(b'{"id":"s"}', {"s": Gone("s", "1")})
    assert quotes(b'{"id":"l"}', {"s": Gone("s", "1", frozenset("l"))})
    assert not quotes(b'{"id":"s"}', {"s": Gone("s", "1", frozenset("l"))})
    assert not quotes(b'{"text":"so"}', {"s": Gone("s", "1")})


def test_what_lies_beside_private_notes_goes_with_any_of_them() -> None:
    notes: list[Row] = [
        {"id": "p", "was": "", "changed": "1", "box": "AAAA", "beside": ["BBBB"]},
        {"id": "q", "was": "", "changed": "1", "box": "AAAA", "beside": ["BBBB"]},
        {"id": "r", "was": "", "changed": "1", "box": "AAAA"},
    ]
    book = packed({"sealed": notes})
    gone = {one.id: one for one in (Gone("p", "2"), Gone(BESIDE, "2"))}
    left = unpacked(without("private", book, gone))["sealed"]
    assert left[0] == {"id": "p", "gone": True, "was": "1", "changed": "2"}
    assert left[1] == {"id": "q", "was": "", "changed": "1", "box": "AAAA"}
    assert left[2] == notes[2]
    assert without("private", book, {"z": Gone("z", "2")}) == book


def test_a_sitting_that_says_so_is_none_that_was_kept() -> None:
    gone = {BESIDE: Gone(BESIDE, "2")}
    assert not quotes(b'{"text":"%b"}' % BESIDE.encode(), gone)


def test_a_sitting_quotes_what_was_derived_from_its_session() -> None:
    session, note = "01a20a0b-4347-79d7-8bf6-1b6ea916040f", "01a20a0b-4347-79d7-8bf6-c7e4c9000000"
    aside = b'{"id":"%b","note":"x"}' % session.encode()
    assert quotes(aside, {note: Gone(note, "1")})
    other = "01a20a0b-4347-79d7-8bf7-c7e4c9000000"
    assert not quotes(aside, {other: Gone(other, "1")})
