"""How two would like to breathe: what fits a pattern, and that what does not fit is as usual."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content.patterns import patterns
from coreg.evening.how import FREE, How, beside_for, can_free, can_tap, fitted, span, ways_for, wished
from coreg.evening.options import Options
from coreg.evening.planning import plan
from coreg.practice.ways import MOST_APART, WAYS, fits_beside

ALL = patterns()
HOWS = st.builds(
    How,
    way=st.sampled_from(WAYS),
    with_=st.sampled_from(["", "nosuch", *ALL]),
    free=st.booleans(),
    taps=st.booleans(),
    rate=st.booleans(),
)


@given(how=HOWS, pattern=st.sampled_from([*ALL.values()]), one_hand=st.booleans())
def test_whatever_was_wished_there_is_a_plan_for_it(how: How, pattern: object, one_hand: bool) -> None:
    found = next(one for one in ALL.values() if one is pattern)
    options = wished(Options(one_hand=one_hand), how, found)
    made = plan("breathe", None, options)
    low, high = made.script.low, made.script.high
    assert low <= made.script.minutes <= high
    assert not (one_hand and options.taps)


@given(how=HOWS, pattern=st.sampled_from([*ALL]))
def test_what_fits_fits_once_more(how: How, pattern: str) -> None:
    once = fitted(how, ALL[pattern], ALL)
    assert fitted(once, ALL[pattern], ALL) == once
    usual, low, high = span(once, ALL[pattern], ALL)
    assert low <= usual <= high


def test_side_by_side_is_offered_with_what_meets_within_a_minute() -> None:
    for id_, pattern in ALL.items():
        others = beside_for(pattern, ALL)
        assert id_ not in others
        assert all((fits_beside(pattern, ALL[other]) or MOST_APART + 1) <= MOST_APART for other in others)
    assert "long48" in beside_for(ALL["easy46"], ALL)
    assert not beside_for(ALL["starter"], ALL)


def test_without_a_beat_there_is_one_way() -> None:
    assert ways_for(ALL["easy46"], ALL) == WAYS
    assert ways_for(ALL["justsit"], ALL) == ways_for(ALL["paceFinder"], ALL) == ("unison",)
    assert "beside" not in ways_for(ALL["478"], ALL)


@pytest.mark.parametrize(
    ("pattern", "way", "free", "taps"),
    [
        ("easy46", "unison", True, True),
        ("easy46", "lead", False, False),
        ("justsit", "unison", False, True),
        ("478", "unison", False, True),
        ("paceFinder", "unison", False, False),
    ],
)
def test_the_end_and_the_taps_are_offered_where_they_mean_something(
    pattern: str,
    way: str,
    free: bool,
    taps: bool,
) -> None:
    how = How(way="lead" if way == "lead" else "unison")
    assert (can_free(how, ALL[pattern]), can_tap(how, ALL[pattern])) == (free, taps)


def test_a_wish_becomes_options() -> None:
    how = How(way="beside", with_="long48", free=True, taps=True, rate=True)
    options = wished(Options(), how, ALL["easy46"])
    assert (options.way, options.with_, options.free, options.taps, options.rate) == (
        "beside", "long48", FREE, True, True,
    )  # fmt: skip
    lead = wished(Options(), How(way="lead", free=True, taps=True), ALL["easy46"])
    assert (lead.way, lead.free, lead.taps) == ("lead", 0.0, False)
