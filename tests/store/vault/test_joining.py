"""Two versions of a sealed note become one: no box is lost that was not replaced, and no deletion undone."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.store.vault.joining import join

Row = dict[str, Any]
ID = "note"


def version(number: int, parent: int | None, *beside: str) -> Row:
    """Return a version of the note; every version has a box of its own."""
    was = "" if parent is None else f"mark {parent}"
    row = {"id": ID, "was": was, "changed": f"mark {number}", "box": f"box {number}"}
    return {**row, "beside": [*beside]} if beside else row


def trace(number: int) -> Row:
    return {"id": ID, "gone": True, "was": "mark 0", "changed": f"trace {number}"}


def boxes(row: Row) -> set[str]:
    return {row["box"], *row.get("beside", ())} if "box" in row else set()


@st.composite
def versions(draw: st.DrawFn) -> list[Row]:
    """Draw versions out of one history: each was made from one before it, and has boxes of any beside it."""
    count = 6
    parents = [None, *(draw(st.integers(0, number - 1)) for number in range(1, count))]
    drawn = draw(st.lists(st.integers(0, count - 1), min_size=2, max_size=4))
    beside = st.lists(st.sampled_from(range(count)), max_size=3, unique=True)
    return [
        version(number, parents[number], *(f"box {other}" for other in draw(beside) if other != number))
        for number in drawn
    ]


def replaced(one: Row, other: Row) -> set[str]:
    """Name the box of the version that the other one was made from."""
    return {older["box"] for older, newer in ((one, other), (other, one)) if newer["was"] == older["changed"]}


def loose(one: Row, other: Row) -> set[str]:
    return {*one.get("beside", ()), *other.get("beside", ())}


@given(versions(), st.booleans())
def test_no_box_is_lost_but_one_that_the_other_was_made_from(found: list[Row], follow: bool) -> None:
    one, other, *_ = found
    left = boxes(join(one, other, follow=follow))
    assert left >= (boxes(one) | boxes(other)) - replaced(one, other)
    assert left >= loose(one, other)
    assert left <= boxes(one) | boxes(other)


@given(versions(), st.booleans())
def test_joined_again_it_stays_as_it_is(found: list[Row], follow: bool) -> None:
    one, other, *_ = found
    joined = join(one, other, follow=follow)
    assert join(joined, other, follow=follow) == joined
    assert join(joined, joined, follow=follow) == joined
    assert join(one, one, follow=follow) == one


@given(versions())
def test_both_copies_hold_the_same_then_whichever_lies_beside(found: list[Row]) -> None:
    one, other, *_ = found
    here, there = join(one, other, follow=True), join(other, one, follow=True)
    assert boxes(here) == boxes(there)
    assert boxes(join(here, there, follow=True)) == boxes(here)
    assert join(here, there, follow=True) == here


@given(versions(), st.booleans())
def test_a_note_that_was_deleted_stays_deleted(found: list[Row], follow: bool) -> None:
    left = found[0]
    for row in [*found[1:], trace(1), *found, trace(2)]:
        left = join(left, row, follow=follow)
        assert left.get("gone") or row != trace(1)
    assert left == trace(1)
    assert join(found[0], {**trace(1), "text": "words"}, follow=follow) == trace(1)


@given(versions())
def test_what_opens_with_other_keys_never_takes_the_place_of_ours(found: list[Row]) -> None:
    one, *others = found
    left = one
    for row in others:
        left = join(left, row, follow=False)
    assert (left["box"], left["changed"]) == (one["box"], one["changed"])


BASE = version(0, None)
EDITED = version(1, 0)
AGAIN = version(2, 1)
ELSE = version(3, 0)


@pytest.mark.parametrize(
    ("ours", "theirs", "box", "beside"),
    [
        (BASE, EDITED, "box 1", []),
        (EDITED, BASE, "box 1", []),
        (BASE, AGAIN, "box 0", ["box 2"]),
        (EDITED, ELSE, "box 1", ["box 3"]),
        ({**BASE, "beside": ["x"]}, {**EDITED, "beside": ["y", "x"]}, "box 1", ["x", "y"]),
        ({**BASE, "beside": ["box 1"]}, EDITED, "box 1", []),
        (BASE, {**BASE, "box": "sealed anew"}, "box 0", []),
        (BASE, {**BASE, "beside": ["x"]}, "box 0", ["x"]),
    ],
)
def test_marks_tell_one_step_and_no_more(ours: Row, theirs: Row, box: str, beside: Iterable[str]) -> None:
    joined = join(ours, theirs, follow=True)
    assert (joined["box"], joined.get("beside", [])) == (box, beside)


def test_a_newer_one_that_may_not_open_lies_beside() -> None:
    assert join(BASE, EDITED, follow=False) == {**BASE, "beside": ["box 1"]}
    assert join(EDITED, BASE, follow=False) == EDITED
