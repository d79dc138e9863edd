"""Pauses in another copy: one that is on comes along, one that is over here is not begun again."""

from __future__ import annotations

import orjson
import pytest

from coreg.record.ids import BEGUN, LINE, MAP, PAUSE, SCENE
from tests.store.copies import arriving, copy_of, filled, take_in
from tests.store.helpers import Home, session


@pytest.fixture
def ours(home: Home) -> Home:
    return filled(home)


@pytest.fixture
def theirs(ours: Home) -> Home:
    return copy_of(ours, "theirs")


def paused(home: Home, record: str, waits: str = "waits") -> None:
    """Put a pause aside whose record will have this id, and the sitting that waits for its return."""
    with home.open() as store:
        store.put_aside(f"{PAUSE}{record}", orjson.dumps({"id": record, "session": waits}))
        store.put_aside(waits, orjson.dumps({"id": waits}))


def aside(home: Home) -> set[str]:
    with home.open(write=False) as store:
        return {row for row, _ in store.aside()}


def test_a_pause_that_is_on_there_comes_along_with_what_waits(ours: Home, theirs: Home) -> None:
    paused(theirs, "new")
    preview = take_in(ours, arriving(theirs))
    assert (preview.aside, preview.pauses) == (1, True)
    assert aside(ours) == {"aside", f"{PAUSE}new", "waits"}


def test_what_is_only_begun_comes_along_and_is_no_evening(ours: Home, theirs: Home) -> None:
    with theirs.open() as store:
        for begin in BEGUN:
            store.put_aside(f"{begin}x", b"{}")
    preview = take_in(ours, arriving(theirs))
    assert (preview.aside, preview.begun, preview.pauses) == (0, True, False)
    assert aside(ours) == {"aside", *(f"{begin}x" for begin in BEGUN)}
    assert not take_in(ours, arriving(theirs)).begun


def test_it_comes_along_to_another_computer_when_it_was_planned_again(ours: Home, home: Home) -> None:
    with ours.open() as store:
        record = store.keep(session()).id
    paused(ours, record)
    empty = Home(home.folder.with_name("empty"), home.wall, "empty")
    assert take_in(empty, arriving(ours)).pauses
    assert f"{PAUSE}{record}" in aside(empty)


def test_one_that_is_over_here_is_not_begun_again_by_an_older_copy(ours: Home, theirs: Home) -> None:
    with ours.open() as store:
        record = store.keep(session()).id
    paused(theirs, record)
    preview = take_in(ours, arriving(theirs))
    assert not preview.changes
    assert (preview.aside, preview.pauses) == (0, False)
    assert aside(ours) == {"aside"}


def test_drafts_come_along_and_are_no_evenings(ours: Home, theirs: Home) -> None:
    drafts = {f"{MAP}a", f"{SCENE}x", f"{LINE}sign"}
    with theirs.open() as store:
        for row in drafts:
            store.put_aside(row, b"{}")
    preview = take_in(ours, arriving(theirs))
    assert (preview.aside, preview.pauses, preview.changes) == (0, False, True)
    assert aside(ours) == {"aside", *drafts}
