"""In step: what taps say after a guide and without one, what is kept of it, and how several times add up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from coreg.evening.in_step import kept, read, read_out, series
from coreg.evening.records import Frame, records_of
from coreg.practice.breathed import Breathed, Tapped
from coreg.practice.play import Kept
from coreg.practice.sitting import Result, Sitting
from coreg.practice.togetherness import LOOKS, SETTLING, Window
from coreg.record.models import Entry, Session

NIGHT = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


def taps(seed: int, count: int = 30) -> tuple[float, ...]:
    """Return when somebody breathes in who breathes about ten times a minute."""
    dice, at, found = Random(seed), 0.0, []
    for _ in range(count):
        at += dice.gauss(6.0, 0.6)
        found.append(at)
    return tuple(found)


def sitting_free(seed: int = 1) -> Tapped:
    """Return the taps of three minutes without any cue."""
    return Tapped(taps(seed), taps(seed + 1), (), (), 0.0, 180.0)


def window(seed: int = 1) -> Window:
    reading = read(sitting_free(seed)).reading
    assert reading is not None
    return reading.window


def session(minutes: float, params: Mapping[str, str | float], *more: Mapping[str, str | float]) -> Session:
    """Return an evening of breathing that began so many minutes into the night and took three."""
    started = NIGHT + timedelta(minutes=minutes)
    return Session(
        id=f"s{minutes:g}",
        device="",
        changed="",
        kind="breathe",
        started=started,
        ended=started + timedelta(minutes=3),
        local_date=date(2026, 11, 23),
        entries=tuple(
            Entry(id=f"e{n}", n=n, practice="breathe", params=dict(each))
            for n, each in enumerate((params, *more))
        ),
    )


def free(seed: int = 1) -> dict[str, str | float]:
    return {"kind": "free", **kept(window(seed))}


# Reading


def test_with_a_guide_only_the_distance_to_it_is_told() -> None:
    cues = tuple(10.0 * breath for breath in range(18))
    told = read(Tapped(tuple(cue + 0.3 for cue in cues), (), cues, cues, 180.0, 180.0))
    assert told.guided
    assert told.reading is None
    a, b = told.to_cue
    assert a is not None
    assert (round(a.seconds, 3), b) == (0.3, None)


def test_without_any_cue_the_whole_of_it_is_read() -> None:
    told = read(sitting_free())
    assert not told.guided
    assert told.to_cue == (None, None)
    assert told.reading is not None


def test_shortly_after_a_guide_nothing_is_said() -> None:
    cues = (0.0, 10.0)
    own, other = (tuple(20.0 + tap for tap in taps(seed, 90)) for seed in (1, 2))
    assert read(Tapped(own, other, cues, cues, 20.0, 500.0)).reading is None
    late, later = (tuple(20.0 + SETTLING + tap for tap in taps(seed)) for seed in (1, 2))
    assert read(Tapped(late, later, cues, cues, 20.0, 20.0 + SETTLING + 180.0)).reading is not None


# Keeping


def test_what_is_kept_comes_back_and_tells_nothing_of_either() -> None:
    params = kept(window())
    names = ("", "_n", "_gap", "_p", "_chance", "_r", "_ppc")
    assert set(params) == {f"together{name}" for name in names}
    (back,) = series([session(0, free())]).windows
    assert back.null == window().null
    assert back.closeness == pytest.approx(window().closeness, abs=1e-5)
    swapped = read(Tapped(taps(2), taps(1), (), (), 0.0, 180.0)).reading
    assert swapped is not None
    assert kept(swapped.window) == params


@pytest.mark.parametrize(
    "spoilt",
    [
        {"together_chance": "1 2 3"},
        {"together_chance": "0 " * 50},
        {"together_chance": "-1 " + "1 " * 49},
        {"together_chance": "many"},
        {"together": "close"},
        {"together_p": ""},
        {"together_n": "inf"},
        {"together_n": "nan"},
        {"together": "nan"},
    ],
)
def test_what_a_hand_has_spoilt_is_left_out(spoilt: dict[str, str | float]) -> None:
    assert series([session(0, {**free(), **spoilt})]).windows == ()


def test_a_breathing_without_taps_is_no_window() -> None:
    assert series([session(0, {"kind": "free"})]).windows == ()


# Several times


def test_the_pool_is_looked_at_when_it_has_three_six_and_ten() -> None:
    evenings = [session(60 * number, free(number)) for number in range(10)]
    looked = [series(evenings[: number + 1]).pool.windows for number in range(10)]
    assert looked == [0, 0, 3, 3, 3, 6, 6, 6, 6, 10]
    assert series(evenings).full


def test_after_ten_the_next_time_begins_a_new_count() -> None:
    evenings = [session(60 * number, free(number)) for number in range(LOOKS[-1] + 2)]
    found = series(reversed(evenings))
    assert len(found.windows) == 2
    assert len(found.counted) == 12
    assert not found.full


def test_a_time_shortly_after_a_guide_does_not_count() -> None:
    guided: dict[str, str | float] = {"pattern": "easy46"}
    assert not series([session(0, guided), session(8, free())]).counted
    assert series([session(0, guided), session(14, free())]).counted == {"s14"}
    assert not series([session(0, guided, free())]).counted
    assert series([session(0, free(), guided), session(30, free(2))]).counted == {"s0", "s30"}


def test_what_waits_for_a_return_has_what_the_taps_say_and_no_taps() -> None:
    said, short = sitting_free(), Tapped((1.0,), (2.0,), (), (), 0.0, 10.0)
    result = Result("breathe", "", (("pattern", "justsit"),), 180.0, 0.0)
    results = (
        replace(result, keeps=(Breathed(20, 20), said)),
        replace(result, keeps=(short,)),
        replace(result, practice="day_talk", keeps=(Kept("stays", "x"),)),
    )
    sitting = Sitting("quiet", (), results=results)
    out = read_out(sitting)
    assert [one.keeps for one in out.results] == [(Breathed(20, 20),), (), (Kept("stays", "x"),)]
    frame = Frame("01234567-0123-0123-0123-0123456789ab", NIGHT, NIGHT, "UTC")
    assert records_of(out, frame) == records_of(sitting, frame)
    assert read_out(out) == out
