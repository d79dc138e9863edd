"""Rows 8, 10 to 12 and the hour of row 18: what a breath costs, and what standing still costs."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from scripts.bench_frames import gaps
from scripts.bench_keys import to_breath, to_turn
from scripts.bench_numbers import Figure, median, percentile, ratios
from scripts.bench_proc import Usage, usage
from scripts.bench_programs import RATE, READY
from scripts.bench_starts import newest_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scripts.bench_course import Course, Start
    from scripts.bench_terminal import Program

__all__ = ["Window", "breaths", "growth", "still", "window_of"]

_SIZES = ((80, 24), (112, 32), (200, 60))
_MIDDLE = (112, 32)
_OWN_RATE = 240
"""What coreg sets TEXTUAL_FPS to: the programs beside it get the same."""

_BREATH = 10.0
_SETTLE = 3.0
_MINUTE = 60
_KB = 1000
_BYTES = {(80, 24): 2.0, (112, 32): 6.0}


@dataclass(frozen=True, slots=True)
class Window:
    """What a program did in so many seconds: stamps of frames that changed something, bytes, and its use."""

    seconds: float
    moments: tuple[float, ...]
    frames: int
    sent: int
    used: Usage
    rate: float = RATE

    @property
    def cpu(self) -> float:
        """The share of one processor."""
        return self.used.cpu / self.seconds

    @property
    def delivered(self) -> float:
        """How many of the frames asked for came and showed something new."""
        return len(self.moments) / (self.rate * self.seconds)

    @property
    def kilobytes(self) -> float:
        """Bytes in a frame, in thousands."""
        return self.sent / max(1, len(self.moments)) / _KB

    def gap(self, share: float) -> float:
        """Return a percentile of the time between two frames, in periods of the rate asked for."""
        return percentile(gaps(self.moments), share) * self.rate


def window_of(start: Start, way: Callable[[Program], None], seconds: float) -> tuple[Window, float]:
    """Start a program, bring it to where it is looked at, and look; return the noise as well."""
    with start() as program:
        way(program)
        chunks, used = program.record(seconds)
        frames = program.frames()
        moments = tuple(at for at, changed in frames if changed)
        program.leave("ctrl+q")
        window = Window(seconds, moments, len(frames), sum(len(data) for _, data in chunks), used)
        return window, used.queued * 1000 / seconds


def _ready(program: Program) -> None:
    program.wait_for(READY)
    program.rest(_SETTLE)


def breaths(course: Course) -> Iterator[Figure]:
    """Yield how smooth and how dear a breath is, in three sizes and against two plain programs."""
    seconds = course.seconds(2 * _BREATH)
    trials: dict[tuple[str, tuple[int, int]], tuple[Start, Callable[[Program], None]]] = {
        ("breath", size): (course.coreg("breathe", "easy46", size=size), to_breath) for size in _SIZES
    }
    for name in ("tick", "pacer"):
        trials[name, _MIDDLE] = (course.small(name, _MIDDLE, rate=_OWN_RATE), _ready)
    windows: dict[tuple[str, tuple[int, int]], list[Window]] = {key: [] for key in trials}
    noisy = False
    for _ in range(1 if course.quick else 2):
        for key, trial in trials.items():
            window, busy = course.quiet(partial(window_of, *trial, seconds))
            windows[key].append(window)
            noisy = noisy or busy
    for size in _SIZES:
        yield from _smooth(f"breath at {size[0]}x{size[1]}", windows["breath", size], size, noisy=noisy)
    yield from _against(windows, noisy=noisy)


def _smooth(what: str, windows: Sequence[Window], size: tuple[int, int], *, noisy: bool) -> Iterator[Figure]:
    for name, goal, at_least, found in (
        ("frames that came and changed something", 0.97, True, [one.delivered for one in windows]),
        ("gap p95 in periods", 1.12, False, [one.gap(0.95) for one in windows]),
        ("gap p99 in periods", 2.0, False, [one.gap(0.99) for one in windows]),
    ):
        yield Figure(8, f"{what}, {name}", median(found), "x", goal, at_least, noisy)
    frame = median(one.kilobytes for one in windows)
    limit = _BYTES.get(size)
    detail = f"processor {median(one.cpu for one in windows):.3f}"
    yield Figure(12, f"{what}, bytes a frame", frame, "kB", limit, noisy=noisy, detail=detail)


def _against(windows: dict[tuple[str, tuple[int, int]], list[Window]], *, noisy: bool) -> Iterator[Figure]:
    ours = [one.cpu for one in windows["breath", _MIDDLE]]
    for name, what, goal in (
        ("tick", "processor, breath against a number that changes as often", 1.6),
        ("pacer", "processor, breath against a text that is replaced", 0.6),
    ):
        theirs = [one.cpu for one in windows[name, _MIDDLE]]
        detail = f"{median(ours):.3f} to {median(theirs):.3f} of a processor"
        yield Figure(10, what, median(ratios(ours, theirs)), "x", goal, noisy=noisy, detail=detail)


def still(course: Course) -> Iterator[Figure]:
    """Yield what the home screen costs while nobody does anything, and a turn whose clock runs."""
    seconds, words = course.seconds(20.0), newest_words(course, 10)

    def home(program: Program) -> None:
        program.wait_for(words)
        program.rest(_SETTLE)
        # The clock on the home screen turns once a minute; look between two turns.
        if datetime.now().astimezone().second > _MINUTE - seconds - _SETTLE:
            program.rest(seconds + _SETTLE)

    def turn(program: Program) -> None:
        to_turn(program)
        program.rest(_SETTLE)

    window, noisy = course.quiet(partial(window_of, course.coreg(), home, seconds))
    yield Figure(11, "home at rest, processor", window.cpu, "", 0.005, noisy=noisy)
    yield Figure(11, "home at rest, wake-ups a second", window.used.wakeups / seconds, "", 15, noisy=noisy)
    yield Figure(11, "home at rest, bytes a second", window.sent / seconds, "", 0)
    window, noisy = course.quiet(partial(window_of, course.coreg("talk"), turn, seconds))
    detail = f"{window.used.wakeups / seconds:.1f} wake-ups and {window.sent / seconds:.0f} bytes a second"
    yield Figure(11, "a turn, processor", window.cpu, "", 0.015, noisy=noisy, detail=detail)


def growth(course: Course, minutes: float) -> Iterator[Figure]:
    """Yield by how much memory grows while two people breathe for so many minutes (20 at most)."""
    with course.coreg("breathe", "easy46", "--minutes", "20")() as program:
        to_breath(program)
        program.rest(_BREATH)
        began, before = time.monotonic(), usage(program.pid).memory
        while (spent := (time.monotonic() - began) / _MINUTE) < minutes:
            program.record(_BREATH)
            program.forget()
        grown = usage(program.pid).memory - before
    yield Figure(18, f"memory, growth over {spent:.0f} minutes of breathing", grown, "MB", 2.0)
