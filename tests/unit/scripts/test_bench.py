"""What the bench makes of its measurements: percentiles, ratios, verdicts, frames; and its hour of a turn."""

from __future__ import annotations

import json
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.bench_frames import BURST, Piece, Splitter, gaps, pieces
from scripts.bench_numbers import Figure, as_plain, median, percentile, ratios, table, verdict
from scripts.bench_screen import Screen
from scripts.bench_time import drift
from tests.end_to_end.terminal_screen import Answers

BEGIN, END = b"\x1b[?2026h", b"\x1b[?2026l"

VALUES = st.lists(st.floats(-1e6, 1e6), min_size=1)


# Numbers


def test_percentile_lies_between_neighbours() -> None:
    assert percentile([4.0, 1.0, 3.0, 2.0], 0.5) == 2.5
    assert percentile([1.0, 2.0, 3.0], 0.0) == 1.0
    assert percentile([1.0, 2.0, 3.0], 1.0) == 3.0
    assert percentile(range(101), 0.99) == 99


def test_percentile_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


@given(VALUES, st.floats(0, 1))
def test_percentile_stays_within_the_values(values: list[float], share: float) -> None:
    found = percentile(values, share)
    assert min(values) <= found <= max(values) or found == pytest.approx(min(values))


@given(VALUES)
def test_median_has_as_many_below_as_above(values: list[float]) -> None:
    middle = median(values)
    below = sum(value < middle for value in values)
    above = sum(value > middle for value in values)
    assert max(below, above) <= len(values) / 2


def test_ratios_are_those_of_pairs() -> None:
    assert ratios([2.0, 3.0], [1.0, 2.0]) == [2.0, 1.5]
    assert ratios([2.0, 3.0], [0.0, 2.0]) == [1.5]
    with pytest.raises(ValueError, match="shorter"):
        ratios([1.0], [])


# Verdicts


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure(1, "a", 1.1, "x", 1.1), "met"),
        (Figure(1, "a", 1.11, "x", 1.1), "missed"),
        (Figure(1, "a", 1.11, "x", 1.1, noisy=True), "noisy"),
        (Figure(1, "a", 1.0, "x", 1.1, noisy=True), "met"),
        (Figure(8, "a", 0.96, "x", 0.97, at_least=True), "missed"),
        (Figure(8, "a", 0.98, "x", 0.97, at_least=True), "met"),
        (Figure(8, "a", 0.98, "x"), ""),
    ],
)
def test_a_figure_is_held_against_its_goal(figure: Figure, said: str) -> None:
    assert verdict(figure) == said


def test_table_shows_figure_and_goal_side_by_side() -> None:
    shown = table([Figure(19, "leaving", 0.2412, "x", 0.35, detail="59 ms"), Figure(0, "told", 1234.5, "ms")])
    assert shown[0].split() == ["row", "what", "figure", "goal"]
    assert shown[1].split() == ["19", "leaving", "0.241x", "<=", "0.35x", "met", "59", "ms"]
    assert shown[2].split() == ["told", "1234", "ms"]
    assert not any(line.endswith(" ") for line in shown)


def test_a_figure_for_machines_holds_everything() -> None:
    plain = as_plain(Figure(8, "frames", 0.99, "x", 0.97, at_least=True))
    assert json.loads(json.dumps(plain)) == plain
    assert (plain["row"], plain["verdict"], plain["goal"]) == (8, "met", 0.97)


# Frames


def test_a_frame_ends_where_its_update_ends() -> None:
    found = list(pieces([(1.0, BEGIN + b"one" + END + BEGIN + b"two" + END)]))
    assert found == [Piece(1.0, BEGIN + b"one" + END, ends=True), Piece(1.0, BEGIN + b"two" + END, ends=True)]


def test_a_frame_in_chunks_is_stamped_by_its_last() -> None:
    found = list(pieces([(1.0, BEGIN + b"on"), (1.5, b"e" + END)]))
    assert [piece.at for piece in found if piece.ends] == [1.5]


def test_silence_inside_an_update_ends_nothing() -> None:
    splitter = Splitter()
    assert [piece.ends for piece in splitter.take(1.0, BEGIN + b"one")] == [False]
    assert not list(splitter.quiet(2.0))


def test_silence_ends_a_frame_of_a_program_that_does_not_say() -> None:
    found = list(pieces([(1.0, b"one"), (1.0 + BURST / 2, b"more"), (2.0, b"two")]))
    assert [piece.at for piece in found if piece.ends] == [1.0 + BURST / 2, 2.0]


@given(
    st.lists(st.binary(max_size=12).filter(lambda data: b"\x1b" not in data), min_size=1, max_size=6),
    st.lists(st.integers(1, 9), min_size=1, max_size=80),
)
def test_frames_are_the_same_however_they_are_cut(frames: list[bytes], cuts: list[int]) -> None:
    stream = b"".join(BEGIN + frame + END for frame in frames)
    starts = [0, *(start for start in accumulate(cuts) if start < len(stream)), len(stream)]
    chunks = [(number * BURST / 4, stream[start:end]) for number, (start, end) in enumerate(pairwise(starts))]
    found = list(pieces(chunks))
    assert b"".join(piece.data for piece in found) == stream
    assert sum(piece.ends for piece in found) == len(frames)


def test_gaps_lie_between_moments() -> None:
    assert gaps([1.0, 1.5, 3.0]) == [0.5, 1.5]
    assert gaps([1.0]) == []


# The screen


def test_only_a_frame_that_shows_something_new_counts() -> None:
    screen = Screen(20, 5, Answers())
    screen.feed(b"\x1b[2;3H\x1b[41mword")
    assert screen.changed()
    assert not screen.changed()
    screen.feed(b"\x1b[2;3H\x1b[41mword")
    assert not screen.changed()
    screen.feed(b"\x1b[2;3H\x1b[42mword")
    assert screen.changed()


# Time


def test_the_clock_of_a_turn_is_right_through_stalls() -> None:
    found = drift(seconds=300.0, stall=0.3, late=0.002)
    assert found.looks > 290
    assert found.wrong < 1e-6
    assert found.stale < 1 / 30
