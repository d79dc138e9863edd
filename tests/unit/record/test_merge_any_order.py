"""Whatever was done in copies of one book: merging loses nothing, revives nothing, and needs no order."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from coreg.record.merge import take
from tests.unit.record.versions import Row, Writing, texts

DEEDS = ("rewrite", "throw", "add_word", "delete", "add_line", "rewrite_line", "throw_line", "delete_line")
KEEPING = tuple(deed for deed in DEEDS if not deed.startswith("delete"))
Plan = list[tuple[int, str]]


def plans(deeds: tuple[str, ...], copies: int) -> st.SearchStrategy[Plan]:
    return st.lists(st.tuples(st.integers(0, copies), st.sampled_from(deeds)), max_size=12)


def written(plan: Plan, copies: int) -> tuple[Writing, list[dict[str, Row]]]:
    """Write in copies apart, as planned; number 0 is done before they are copied."""
    writing = Writing()
    first = writing.begin()
    for copy, deed in plan:
        if copy == 0:
            writing.act(first, deed, "zero")
    writing.replaced.clear()
    books = [deepcopy(first) for _ in range(copies)]
    for copy, deed in plan:
        if copy:
            writing.act(books[copy - 1], deed, f"d{copy}")
    return writing, books


def merged(*books: dict[str, Row]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for book in books:
        for row in book.values():
            take(found, row)
    return found


def told(book: dict[str, Row]) -> object:
    """Return what there is to read: each first version with its parts, and all texts wherever they stand."""
    first = {key: (row.get("text"), parts(row)) for key, row in book.items() if not row.get("beside")}
    return first, texts(list(book.values()))


def parts(row: Row) -> set[tuple[str, str]]:
    found = [part for entry in row.get("entries", ()) for part in entry["lines"]] + row.get("later", [])
    return {(one["id"], one["text"]) for one in found}


@given(plans(DEEDS, 2))
def test_two_copies_become_the_same_book_whoever_takes_in_whom(plan: Plan) -> None:
    _, (left, right) = written(plan, 2)
    both = merged(left, right)
    assert both == merged(right, left)
    for book in (left, right, both):
        assert merged(book, book) == book
        assert merged(both, book) == merged(book, both) == both


@given(plans(KEEPING, 2))
def test_no_text_is_lost(plan: Plan) -> None:
    writing, (left, right) = written(plan, 2)
    there = texts(list(merged(left, right).values()))
    assert (texts(list(left.values())) | texts(list(right.values()))) - writing.replaced <= there


@given(plans(DEEDS, 2))
def test_no_deletion_is_undone_and_nothing_comes_from_nowhere(plan: Plan) -> None:
    _, (left, right) = written(plan, 2)
    book = merged(left, right)
    there = texts(list(book.values()))
    assert there <= texts(list(left.values())) | texts(list(right.values()))
    for key in ("n", "s"):
        gone = {one.get("gone") for one in (left[key], right[key])}
        assert bool(book[key].get("gone")) == (True in gone)
    taken_out = {key for one in (left, right) for key in one["s"].get("taken_out", ())}
    assert not taken_out & {key for key, _ in parts(book["s"])}


@given(plans(KEEPING, 3), st.permutations([0, 1, 2]))
def test_three_copies_keep_every_text_in_whatever_order_they_meet(plan: Plan, order: list[int]) -> None:
    writing, books = written(plan, 3)
    everything = set().union(*(texts(list(book.values())) for book in books))
    straight = merged(*books)
    crossed = merged(books[order[2]], merged(books[order[1]], books[order[0]]))
    for book in (straight, crossed):
        assert everything - writing.replaced <= texts(list(book.values()))
    assert told(straight) == told(crossed)
    assert told(merged(straight, crossed)) == told(straight)
