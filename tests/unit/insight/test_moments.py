"""What is read aloud of a week: a few of each, in turn, the same whatever order they come in."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.insight.moments import EACH, first_evening, to_read
from coreg.record.headline import Headline
from coreg.record.maps import Glimmer
from coreg.record.models import Seat

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def moment(text: str, by: Seat | None, days: int = 0) -> Glimmer:
    ago = timedelta(days=days)
    return Glimmer(id=text, text=text, by=by, written=NOON - ago, local_date=TODAY - ago)


def texts(*moments: Glimmer) -> list[str]:
    return [one.text for one in to_read(moments, TODAY)]


def test_each_reads_the_newest_of_the_week_in_turn() -> None:
    mina = [moment(f"m{days}", "a", days) for days in (0, 1, 2, 3)]
    jo = [moment(f"j{days}", "b", days) for days in (6, 7)]
    assert texts(*mina, *jo, moment("nobody", None)) == ["m2", "j6", "nobody", "m1", "m0"]
    assert texts() == []


def test_a_clock_that_was_wrong_hides_no_moment() -> None:
    assert texts(moment("tomorrow", "a", -1)) == ["tomorrow"]


SEATS: tuple[Seat | None, ...] = ("a", "b", None)
MOMENTS = st.lists(st.tuples(st.sampled_from(SEATS), st.integers(0, 20)), max_size=30).map(
    lambda rows: [moment(f"{place}", by, days) for place, (by, days) in enumerate(rows)]
)


@given(MOMENTS)
def test_it_is_a_few_of_each_whatever_order_they_come_in(moments: list[Glimmer]) -> None:
    found = to_read(moments, TODAY)
    for by in SEATS:
        assert sum(one.by == by for one in found) <= EACH
    assert all(one.local_date > TODAY - timedelta(days=7) for one in found)
    assert all(one in moments for one in found)
    assert to_read(list(reversed(moments)), TODAY) == found


@pytest.mark.parametrize(
    ("session", "kind", "day", "offered"),
    [
        ("another", "quiet", "2026-11-23", False),
        ("another", "quiet", "2026-11-22", True),
        ("another", "quiet", "2026-11-27", True),
        ("another", "breathe", "2026-11-23", True),
        ("tonight", "quiet", "2026-11-24", True),
    ],
)
def test_the_first_evening_of_a_week_is_the_one_before_which_there_was_none(
    session: str, kind: str, day: str, *, offered: bool
) -> None:
    headlines = (Headline(session, kind, day, ()),)
    assert first_evening(headlines, {"quiet", "five"}, "tonight", date(2026, 11, 24)) is offered
    assert first_evening((), {"quiet"}, "tonight", date(2026, 11, 24))
