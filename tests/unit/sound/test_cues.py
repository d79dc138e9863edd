"""When tones sound: a function of the session's time, whole breaths and sittings alike."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coreg.sound.cues import Cue, Guide, Phase, schedule

BOX = (Phase(0, "in", 4), Phase(4, "hold", 4), Phase(8, "out", 4), Phase(12, "rest", 2))


def plain(cues: tuple[Cue, ...]) -> list[tuple[float, str]]:
    return [(cue.at, cue.tone) for cue in cues]


def test_a_breath_is_in_ticks_out_ticks() -> None:
    ticks = [(at, "tick") for at in (4, 5, 6, 7)]
    assert plain(schedule(BOX)) == [(0, "in"), *ticks, (8, "out"), (12, "tick"), (13, "tick")]
    assert [cue.length for cue in schedule(BOX) if cue.tone in ("in", "out")] == [4, 4]


def test_a_hold_never_ticks_just_before_its_end() -> None:
    for length, ticks in ((0.2, 1), (1.0, 1), (3.0000001, 3), (3.1, 3), (3.5, 4)):
        assert len(schedule([Phase(0, "hold", length)])) == ticks


def test_marks_sound_and_breathing_without_cues_does_not() -> None:
    course = (Phase(0, "top_up", 1), Phase(60, "swap", 0), Phase(90, "alone", 60), Phase(120, "meeting", 0))
    assert plain(schedule(course)) == [(0, "top_up"), (60, "swap"), (120, "meeting")]


def test_a_whole_sitting_counts_down_breathes_and_ends_with_a_bell() -> None:
    guide = Guide.sitting(BOX, 3.0)
    assert plain(guide.cues)[:4] == [(0, "tick"), (1, "tick"), (2, "tick"), (3, "in")]
    assert plain(guide.cues)[-1] == (17, "end")
    assert (guide.last, guide.until) == (17, 21)


def test_a_sitting_may_have_no_countdown_no_bell_and_nothing_at_all() -> None:
    assert plain(Guide.sitting(BOX, 0, bell=False).cues) == plain(schedule(BOX))
    empty = Guide.sitting((), 0, bell=False)
    assert (empty.cues, empty.last, empty.until) == ((), 0, 0)


def test_what_sounds_and_what_comes_are_told_by_the_time_alone() -> None:
    guide = Guide.sitting(BOX, 0)
    assert plain(guide.sounding(2.0)) == [(0, "in")]
    assert plain(guide.sounding(5.5)) == []
    assert plain(guide.between(4, 8)) == [(4, "tick"), (5, "tick"), (6, "tick"), (7, "tick")]
    assert guide.between(20, 30) == ()


@given(cuts=st.lists(st.floats(0, 20), max_size=6))
def test_looking_piece_by_piece_misses_nothing_and_tells_nothing_twice(cuts: list[float]) -> None:
    guide = Guide.sitting(BOX, 2)
    edges = [0.0, *sorted(cuts), 100.0]
    pieces = [guide.between(a, b) for a, b in pairwise(edges)]
    assert tuple(cue for piece in pieces for cue in piece) == guide.cues
