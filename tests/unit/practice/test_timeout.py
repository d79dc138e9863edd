"""A pause and its return: whatever the clocks do, it stays where it was promised, and nobody is named."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice import timeout
from coreg.practice.timeout import (
    ANSWERS,
    LONGER,
    LONGEST,
    MOST_LONGER,
    NOBODY,
    SHORTEST,
    SOON,
    USUAL,
    Answer,
    Reading,
    Sealed,
    Timeout,
    asked,
    face,
    gone,
    leaves_room,
    left,
    left_open,
    longer,
    longer_by,
    minutes,
    next_face_in,
    outcome,
    planned,
    sealed,
)

NOW = Reading(1_700_000_000.0, "one", 500.0)


def later(reading: Reading, seconds: float) -> Reading:
    """Return a look so many seconds later, on clocks that go right."""
    return replace(reading, wall=reading.wall + seconds, awake=reading.awake + seconds)


@dataclass
class Machine:
    """A computer whose wall clock can be wrong, and whose starts have names; ``true`` is what passed."""

    true: float = 0.0
    wrong: float = 0.0
    boot: int = 1
    since: float = 0.0

    def look(self) -> Reading:
        """Look at the clocks."""
        return Reading(1_700_000_000.0 + self.true + self.wrong, f"boot {self.boot}", self.true - self.since)

    def happens(self, what: str, seconds: float) -> None:
        """Let time pass, awake or not; start again; set the clock."""
        match what:
            case "reboot":
                self.boot, self.since = self.boot + 1, self.true
            case "clock":
                self.wrong += seconds - 43_200.0
            case _:
                self.true += seconds


HAPPENINGS = st.lists(
    st.tuples(st.sampled_from(["sleep", "awake", "reboot", "clock"]), st.floats(0, 86_400)), max_size=20
)


@given(st.floats(SHORTEST, LONGEST), HAPPENINGS)
def test_nothing_moves_the_return_within_one_start(
    seconds: float, happenings: list[tuple[str, float]]
) -> None:
    machine = Machine()
    pause = asked(machine.look(), seconds)
    for what, by in happenings:
        if what != "reboot":
            machine.happens(what, by)
        remaining = left(pause, machine.look())
        assert remaining == pytest.approx(seconds - machine.true, abs=1e-6)
        assert pause.back == pytest.approx(1_700_000_000.0 + seconds)


@given(st.floats(SHORTEST, LONGEST), HAPPENINGS)
def test_across_starts_the_wall_counts_and_a_right_clock_brings_the_right_return(
    seconds: float, happenings: list[tuple[str, float]]
) -> None:
    machine = Machine()
    pause = asked(machine.look(), seconds)
    for what, by in happenings:
        machine.happens(what, by)
    machine.happens("reboot", 0)
    wall = machine.look().wall
    assert left(pause, machine.look()) == pytest.approx((pause.back or 0.0) - wall, abs=1e-3)
    machine.wrong = 0.0
    assert left(pause, machine.look()) == pytest.approx(seconds - machine.true, abs=1e-3)


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 40_000)), max_size=12), st.floats(0, 2 * LONGEST))
def test_it_is_put_off_twice_at_most_and_never_beyond_a_day(
    steps: list[tuple[bool, float]], length: float
) -> None:
    now, pause = NOW, asked(NOW, length)
    for put_off, seconds in steps:
        now = later(now, seconds)
        before = pause
        if put_off:
            pause = longer(pause, now)
        assert pause.times <= MOST_LONGER
        assert gone(pause.begun, pause.since) + (pause.seconds or 0.0) <= LONGEST + 1e-6
        assert pause is before or left(pause, now) == pytest.approx(longer_by(before, now), abs=1e-3)


@pytest.mark.parametrize("wanted", [0.0, 60.0, SHORTEST, 3_000.0, LONGEST, 5 * LONGEST])
def test_a_pause_is_from_twenty_minutes_to_a_day(wanted: float) -> None:
    assert SHORTEST <= (asked(NOW, wanted).seconds or 0.0) <= LONGEST


@pytest.mark.parametrize(
    ("passed", "shown", "change"),
    [
        (0.0, "before", USUAL - SOON),
        (USUAL - SOON - 0.5, "before", 0.5),
        (USUAL - SOON, "soon", SOON),
        (USUAL - 1, "soon", 1),
        (USUAL, "now", NOBODY),
        (USUAL + NOBODY - 1, "now", 1),
        (USUAL + NOBODY, "after", None),
        (10 * LONGEST, "after", None),
    ],
)
def test_what_is_shown_changes_at_its_moments(passed: float, shown: str, change: float | None) -> None:
    pause, then = asked(NOW, USUAL), later(NOW, passed)
    assert face(pause, then) == shown
    assert next_face_in(pause, then) == (None if change is None else pytest.approx(change))


def test_what_is_left_open_has_no_return_until_a_time_is_picked() -> None:
    pause = left_open(asked(NOW, USUAL))
    assert (face(pause, NOW), left(pause, NOW), next_face_in(pause, NOW)) == ("open", None, None)
    assert pause.back is None
    assert longer_by(pause, NOW) == 0.0
    again = planned(pause, NOW, 3 * LONGEST)
    assert (left(again, NOW), again.again, face(again, NOW)) == (3 * LONGEST, True, "before")


def test_what_was_planned_anew_is_not_put_off_but_planned_again() -> None:
    again = planned(asked(NOW, USUAL), NOW, 600.0)
    assert longer_by(again, NOW) == 0.0
    assert longer(again, NOW) is again
    assert left(planned(again, NOW, -5.0), NOW) == 0.0


def test_near_the_end_of_the_day_less_is_added_and_under_a_minute_nothing() -> None:
    pause = asked(NOW, LONGEST - 900)
    assert longer_by(pause, later(NOW, LONGEST - 900)) == 900
    assert longer_by(pause, later(NOW, LONGEST - 59)) == 0.0
    assert longer_by(asked(NOW, USUAL), NOW) == LONGER


def test_a_clock_set_back_across_a_start_gives_no_more_than_there_is() -> None:
    before = Reading(NOW.wall - 9_999.0, "two", 3.0)
    assert longer_by(asked(NOW, USUAL), before) == LONGER
    assert minutes(asked(NOW, USUAL), before) == 1


def test_without_a_name_of_the_start_the_wall_counts() -> None:
    nameless = Reading(NOW.wall, "", 100.0)
    assert left(asked(nameless, USUAL), Reading(NOW.wall + 60, "", 7_000.0)) == USUAL - 60


def test_minutes_are_whole_and_at_least_one() -> None:
    pause = asked(NOW, USUAL)
    assert [minutes(pause, later(NOW, seconds)) for seconds in (0, 89, 91, 2_520)] == [1, 1, 2, 42]


@pytest.mark.parametrize(("a", "b"), [*product(ANSWERS, repeat=2)])
def test_the_outcome_is_the_same_whoever_gave_which_answer(a: Answer, b: Answer) -> None:
    first = sealed(sealed(Sealed(), "a", a), "b", b)
    second = sealed(sealed(Sealed(), "b", a), "a", b)
    assert outcome(first) == outcome(second)
    assert (outcome(first) == "ready") == (a == b == "ready")
    assert (outcome(first) == "not_tonight") == ("not_tonight" in (a, b))


@pytest.mark.parametrize("answer", ANSWERS)
def test_one_answer_comes_to_nothing_and_may_be_changed(answer: Answer) -> None:
    assert outcome(sealed(Sealed(), "a", answer)) is None
    assert outcome(sealed(Sealed(), "b", answer)) is None
    assert sealed(sealed(Sealed(), "a", answer), "a", "ready") == Sealed("ready")


def test_no_field_of_a_pause_can_say_who() -> None:
    kinds = [found for found in vars(timeout).values() if is_dataclass(found) and found is not Sealed]
    names = {one.name for kind in kinds for one in fields(kind)}
    assert {Timeout, Reading} <= set(kinds)
    assert names == {"wall", "boot", "awake", "begun", "since", "seconds", "times", "again"}


def test_what_has_another_day_or_no_time_leaves_room_for_a_pause_tonight() -> None:
    tonight = asked(NOW, USUAL)
    tomorrow = planned(tonight, NOW, LONGEST)
    assert leaves_room(tomorrow, NOW)
    assert leaves_room(left_open(tonight), NOW)
    assert leaves_room(tonight, later(NOW, USUAL + NOBODY))
    for seconds in (0.0, USUAL - SOON, USUAL, USUAL + NOBODY - 1):
        assert not leaves_room(tonight, later(NOW, seconds))
    assert not leaves_room(tomorrow, later(NOW, LONGEST - SOON))
    assert not leaves_room(tomorrow, later(NOW, LONGEST))
