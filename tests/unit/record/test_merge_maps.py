"""Two versions of a trigger: what is hidden stays hidden, what was noted is united, no text is lost."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from coreg.record.maps import MapWords
from coreg.record.merge import merge, take
from coreg.record.shown import hidden, part_of
from tests.unit.record.versions import Row, edit, note

FIELDS = ("cue", "story", "echo")


def trigger(**words: object) -> Row:
    said = MapWords.model_validate(words).model_dump(mode="json")
    row = {**note("", "t"), "owner": "a", "words": said, "came": [], "earlier": []}
    return {key: value for key, value in row.items() if key not in {"text", "later"}}


def say(row: Row, ms: int, device: str, **words: object) -> Row:
    """Say something else in it, as the keeper keeps it."""
    again = {part_of(name) for name in words}
    taken_out = [part for part in row["taken_out"] if part not in again]
    return edit(row, ms, device, words={**row["words"], **words}, taken_out=taken_out)


def came(row: Row, ms: int, device: str, strength: int = 3) -> Row:
    return edit(row, ms, device, came=[*row["came"], {"day": "2026-11-23", "strength": strength}])


def hide(row: Row, ms: int, device: str, name: str) -> Row:
    taken_out = sorted({*row["taken_out"], part_of(name)})
    return edit(hidden(row, [part_of(name)]), ms, device, taken_out=taken_out)


def both(one: Row, other: Row) -> tuple[Row, tuple[Row, ...]]:
    """Merge both ways, which is the same."""
    found = merge(one, other)
    assert merge(other, one) == found
    return found


FIRST = trigger(cue="Jo leaves", echo="the hallway")


def test_when_it_came_up_is_united_and_no_conflict() -> None:
    row, beside = both(came(came(FIRST, 5, "l"), 6, "l", 7), came(FIRST, 7, "r"))
    assert beside == ()
    assert [one["strength"] for one in row["came"]] == [3, 7]


def test_what_one_hid_is_hidden_whatever_the_other_did() -> None:
    row, beside = both(hide(FIRST, 5, "l", "echo"), came(FIRST, 6, "r"))
    assert (row["words"]["echo"], beside) == ("", ())
    assert row["taken_out"] == ["words.echo"]
    row, beside = both(hide(FIRST, 5, "l", "echo"), say(FIRST, 6, "r", cue="Jo goes"))
    assert [one["words"]["cue"] for one in (row, *beside)] == ["Jo goes", "Jo leaves"]
    assert [one["words"]["echo"] for one in (row, *beside)] == ["", ""]


def test_without_its_strength_nothing_says_when_it_came_up() -> None:
    row, _ = both(hide(came(FIRST, 5, "l"), 6, "l", "strength"), came(FIRST, 7, "r"))
    assert row["came"] == []


def test_what_stands_beside_has_no_account_of_its_own() -> None:
    left = say(came(FIRST, 5, "l"), 6, "l", cue="left")
    row, (other,) = both(left, say(came(FIRST, 7, "r", 8), 8, "r", cue="right"))
    assert (row["words"]["cue"], other["words"]["cue"]) == ("right", "left")
    assert [one["strength"] for one in row["came"]] == [3, 8]
    assert (other["came"], other["earlier"], other["beside"]) == ([], [], "t")


def test_earlier_versions_are_united() -> None:
    def earlier(name: str) -> dict[str, Any]:
        return {"at": f"2026-11-2{name}T10:00:00Z", "words": trigger(cue=name)["words"]}

    one = edit(FIRST, 5, "l", earlier=[earlier("2"), earlier("3")])
    row, beside = both(one, edit(FIRST, 6, "r", earlier=[earlier("1"), earlier("3")]))
    assert ([found["words"]["cue"] for found in row["earlier"]], beside) == (["1", "2", "3"], ())


def test_a_field_that_is_shown_again_is_there() -> None:
    less = hide(FIRST, 5, "l", "echo")
    again = say(less, 6, "l", echo="the hallway")
    assert both(again, less) == (again, ())
    assert both(again, FIRST) == (again, ())


DEEDS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["say", "hide", "came"]), st.sampled_from(FIELDS)),
    max_size=8,
)


def done(row: Row, ms: int, device: str, deed: str, name: str) -> Row:
    if deed == "say":
        return say(row, ms, device, **{name: f"{device} {ms}"})
    return hide(row, ms, device, name) if deed == "hide" else came(row, ms, device, ms % 3)


@given(DEEDS)
def test_whoever_takes_in_whom_nothing_that_was_hidden_comes_back(deeds: list[tuple[int, str, str]]) -> None:
    first = FIRST
    for ms, (copy, deed, name) in enumerate(deeds, 10):
        first = done(first, ms, "zero", deed, name) if copy == 0 else first
    copies, hid = [first, first], set()
    for ms, (copy, deed, name) in enumerate(deeds, 30):
        if copy:
            copies[copy - 1] = done(copies[copy - 1], ms, f"d{copy}", deed, name)
            hid |= {(copy - 1, name)} if deed == "hide" else set()
    books = []
    for order in permutations(copies):
        book: dict[str, Row] = {}
        for row in (*order, *order):
            take(book, row)
        books.append(book)
    assert books[0] == books[1]
    for copy, name in hid:
        if part_of(name) in copies[copy]["taken_out"]:
            assert {row["words"][name] for row in books[0].values()} == {""}
