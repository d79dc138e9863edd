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


def lateness(seen: list[tuple[str, float]], speed: float) -> list[float]:
    """Return how late each word came (real s), counted from an out-breath that begins at the first one."""
    assert seen[0][0] == "out"
    zero = seen[0][1] - OUT / speed
    late = []
    for place, (word, at) in enumerate(seen):
        breath, half = divmod(place, 2)
        assert word == ("out", "in")[half], "a word was passed over"
        due = zero + (BREATH * (breath + half) + (OUT if word == "out" else 0.0)) / speed
        late.append(at - due)
    return late


def drift(terminal: Terminal, seconds: float, speed: float) -> float:
    """Return how much later the last words come than the first ones (real s).

    Each word can come late, because the machine is busy, but never early: the least late of several tells
    what the clock does.
    """
    terminal.wait_for("in  4")
    seen = list(changes(terminal, time.monotonic() + seconds / speed))
    late = lateness(seen, speed)
    few = max(2, len(late) // 4)
    return min(late[-few:]) - min(late[:few])


@pytest.mark.timeout(60)
def test_breath_is_where_the_clock_is_when_a_hundred_seconds_have_passed(terminals: Terminals) -> None:
    """With a clock ten times as fast, so that a frame is a third of a second of breath."""
    terminal = terminals.python("-m", "tests.end_to_end.fast_clock", "10", "breathe", "easy46")
    assert abs(drift(terminal, 100.0, 10.0)) <= FRAME


@pytest.mark.long
@pytest.mark.timeout(720)
def test_breath_is_where_the_clock_is_after_ten_minutes(terminals: Terminals) -> None:
    terminal = terminals.coreg("breathe", "easy46", "--minutes", "12")
    assert abs(drift(terminal, 600.0, 1.0)) <= FRAME
