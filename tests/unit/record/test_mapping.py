"""How a map changes: earlier versions, what is shown, when it came up."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreg.record.mapping import came_together, earlier_with, only, said
from coreg.record.maps import SHOWABLE, Came, Earlier, MapWords

AT = datetime(2026, 11, 23, 20, 14, tzinfo=UTC)
DAY = date(2026, 11, 23)
CAME = st.lists(
    st.builds(Came, day=st.dates(DAY, DAY + timedelta(days=3)), strength=st.integers(0, 2)), max_size=6
).map(tuple)


def test_what_is_said_is_what_stands_there() -> None:
    assert said(MapWords()) == ()
    assert said(MapWords(strength=0, body=("neck",), echo="x", state="up")) == (
        "body",
        "strength",
        "state",
        "echo",
    )


@given(st.sets(st.sampled_from(SHOWABLE)))
def test_only_what_is_chosen_is_left(fields: set[str]) -> None:
    words = MapWords(
        **{name: "x" for name in SHOWABLE if name not in {"body", "strength", "state"}},
        body=("neck",),
        strength=3,
        state="shut",
    )
    left = only(words, fields)
    assert set(said(left)) == fields
    assert all(getattr(left, name) == getattr(words, name) for name in fields)


def test_what_stood_there_is_kept_when_it_goes() -> None:
    one, other = MapWords(cue="one"), MapWords(cue="other")
    assert earlier_with((), one, other, AT) == (Earlier(at=AT, words=one),)
    assert earlier_with((), one, MapWords(), AT) == (Earlier(at=AT, words=one),)


def test_what_was_only_added_to_needs_no_earlier_version() -> None:
    assert earlier_with((), MapWords(cue="one"), MapWords(cue="one", story="two"), AT) == ()
    assert earlier_with((), MapWords(), MapWords(cue="one"), AT) == ()


def test_the_same_is_not_kept_twice() -> None:
    one, other = MapWords(cue="one"), MapWords(cue="other")
    known = earlier_with((), one, other, AT)
    assert earlier_with(known, one, other, AT) == known
    assert len(earlier_with(known, other, one, AT)) == 2


@given(CAME, CAME)
def test_two_accounts_become_one(one: tuple[Came, ...], other: tuple[Came, ...]) -> None:
    both = came_together(one, other)
    assert both == came_together(other, one) == came_together(both, one)
    for came in {*one, *other}:
        assert both.count(came) == max(one.count(came), other.count(came))
    assert [came.day for came in both] == sorted(came.day for came in both)
