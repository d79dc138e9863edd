"""A talk by the clock: what was spoken, handed over and held is the time that passed, to the millisecond."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.floor import GRACE, TAKE_BACK, Floor
from coreg.practice.play import SEATS, Pressed, Skipped
from coreg.practice.playing import advance, apply
from coreg.practice.sitting import Paused, Resumed, Sitting, Stopped, WentOn
from coreg.practice.steps.turn import Turning
from tests.unit.practice.evenings import ORDERS, Happening, Story, first_of, stories

MILLISECOND = 0.001
SECONDS = (1, 45, 90, 480)
TURNS = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.just("turn"),
            "who": st.sampled_from(("first", "second", "a", "b")),
            "seconds": st.sampled_from(SECONDS),
        }
    ),
    min_size=1,
    max_size=6,
)
AT_ONCE = st.just(0.0)
EVENTS: st.SearchStrategy[Happening] = st.one_of(
    st.builds(Pressed, AT_ONCE, st.sampled_from(SEATS)),
    st.builds(Pressed, AT_ONCE, st.sampled_from(SEATS)),
    st.builds(Skipped, AT_ONCE),
    st.builds(Paused, AT_ONCE),
    st.builds(Resumed, AT_ONCE),
    st.builds(Stopped, AT_ONCE),
    st.builds(WentOn, AT_ONCE, st.sampled_from(SEATS)),
)


@dataclass
class Book:
    """What a clock beside the table would add up: seconds spoken, by turn; handed over; and held."""

    spoken: dict[int, float] = field(default_factory=dict)
    handed: float = 0.0
    held: float = 0.0

    def passes(self, state: Sitting, seconds: float, t: float) -> None:
        """Add seconds that pass from ``t`` on; a floor handed over is the other's after a moment."""
        if state.phase != "running":
            self.held += seconds
        elif isinstance(state.play, Turning) and state.play.floor.handed is not None:
            moment = min(seconds, state.play.floor.handed + TAKE_BACK - t)
            self.handed += moment
            self.speaks(state.step + 1, seconds - moment)
        else:
            self.speaks(state.step, seconds)

    def speaks(self, turn: int, seconds: float) -> None:
        """Add seconds to a turn."""
        self.spoken[turn] = self.spoken.get(turn, 0.0) + seconds

    @property
    def all(self) -> float:
        """All of it."""
        return sum(self.spoken.values()) + self.handed + self.held


def parts(floor: Floor, t: float) -> tuple[float, float, float]:
    """Return what a floor has used of its budget, of the grace, and beyond."""
    over = floor.over(t)
    return floor.budget - floor.left(t), min(GRACE, over), max(0.0, over - GRACE)


@given(TURNS, st.sampled_from(ORDERS), stories(EVENTS, most=40))
def test_budgets_gifts_grace_and_pauses_are_all_the_time_that_passed(
    rows: list[dict[str, object]], order: tuple[str, str], story: Story
) -> None:
    state, now, book = first_of(*rows, left="a" if order[0] == "a" else "b"), 0.0, Book()
    gifts: dict[int, int] = {}
    for gap, event in story:
        book.passes(state, gap, state.active.at(now))
        now += gap
        state = apply(state, replace(event, at=now))
        assert book.all == pytest.approx(now, abs=MILLISECOND)
        t = state.active.at(now)
        assert t + book.held == pytest.approx(now, abs=MILLISECOND)
        if not isinstance(state.play, Turning):
            break
        floor = state.play.floor
        gifts[state.step] = floor.gifts
        assert floor.spent(t) == pytest.approx(book.spoken.get(state.step, 0.0), abs=MILLISECOND)
        assert sum(parts(floor, t)) == pytest.approx(floor.spent(t), abs=MILLISECOND)
    # A minute that comes at the very moment its turn would end again is told of that once more.
    settled = advance(state, now)
    assert advance(settled, now) == settled


@given(st.sampled_from(SECONDS), st.integers(0, 7), st.floats(0, 2_000))
def test_a_turn_with_gifts_is_its_seconds_and_a_minute_for_each(
    seconds: float, presses: int, t: float
) -> None:
    turn: dict[str, object] = {"kind": "turn", "who": "first", "seconds": seconds}
    state = first_of(turn, {**turn, "who": "second", "seconds": 480})
    for _ in range(presses):
        state = apply(state, Pressed(0.0, "b"))
    state = advance(state, t)
    assert isinstance(state.play, Turning)
    floor = state.play.floor
    assert floor.budget == seconds + 60 * floor.gifts
    assert floor.gifts == min(5, presses)
    assert floor.left(t) == pytest.approx(max(0.0, floor.budget - t), abs=MILLISECOND)
    assert sum(parts(floor, t)) == pytest.approx(t, abs=MILLISECOND)
