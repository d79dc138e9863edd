"""The drawn breath keeps to the clock: after ten minutes it is where it should be, to a frame."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

FRAME = 1 / 30
"""Seconds a frame lasts."""

BREATH = 10.0
"""Seconds of a breath of easy46: four in, six out."""

OUT = 4.0
LEFT = re.compile(r"(\d+):(\d\d) left")
WORD = re.compile(r"^ +(in|out) +\d", re.MULTILINE)


def changes(terminal: Terminal, until: float) -> Iterator[tuple[str, float]]:
    """Yield each word that begins to stand over the breath, and when it was first seen."""
    word = ""
    while (left := until - time.monotonic()) > 0:

        def another(screen: str, shown: str = word) -> bool:
            found = WORD.search(screen)
            return (found is not None and found[1] != shown) or time.monotonic() >= until

        screen = terminal.wait_until(another, within=left + 5)
        at, found = time.monotonic(), WORD.search(screen)
        if found is None or found[1] == word:
            return
        if word:
            yield found[1], at
        word = found[1]


def lateness(word: str, at: float, zero: float, speed: float) -> float:
    """Return how late a word came (real s), counted from the breath that was due just then.

    A busy machine may keep the test from seeing a word at all; the others are judged all the same.
    """
    since = (at - zero) * speed - (OUT if word == "out" else 0.0)
    return (since - BREATH * round(since / BREATH)) / speed


def left(terminal: Terminal) -> tuple[float, int]:
    """Return the moment, and the seconds that the screen says are left."""
    screen = terminal.wait_for(" left")
    minutes, seconds = LEFT.findall(screen)[0]
    return time.monotonic(), 60 * int(minutes) + int(seconds)


def keeps_time(terminal: Terminal, seconds: float, speed: float) -> None:
    """See that no breath is lost, and that the last words come no later than the first ones, to a frame.

    Each word can come late, because the machine is busy, but never early: the least late of several tells
    what the clock does.
    """
    terminal.wait_for("in  4")
    began, before = left(terminal)
    seen = list(changes(terminal, time.monotonic() + seconds / speed))
    ended, after = left(terminal)
    assert before - after == pytest.approx((ended - began) * speed, abs=1 + speed / 5)
    word, first = seen[0]
    zero = first - (OUT if word == "out" else 0.0) / speed
    late = [lateness(word, at, zero, speed) for word, at in seen]
    few = max(2, len(late) // 4)
    assert abs(min(late[-few:]) - min(late[:few])) <= FRAME


@pytest.mark.long
@pytest.mark.timeout(60)
def test_breath_is_where_the_clock_is_when_a_hundred_seconds_have_passed(terminals: Terminals) -> None:
    """With a clock ten times as fast, so that a frame is a third of a second of breath."""
    terminal = terminals.python("-m", "tests.end_to_end.fast_clock", "10", "breathe", "easy46")
    keeps_time(terminal, 100.0, 10.0)


@pytest.mark.long
@pytest.mark.timeout(720)
def test_breath_is_where_the_clock_is_after_ten_minutes(terminals: Terminals) -> None:
    terminal = terminals.coreg("breathe", "easy46", "--minutes", "12")
    keeps_time(terminal, 600.0, 1.0)
