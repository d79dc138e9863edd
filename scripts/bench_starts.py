"""Rows 1 to 3 and 18 to 20: the way to the home screen, what it takes, and leaving."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from coreg.commands.plain_book import PlainBook
from scripts.bench_numbers import Figure, median, ratios
from scripts.bench_proc import usage
from scripts.bench_programs import READY
from tests.end_to_end.terminal_screen import MUTE, Answers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scripts.bench_course import Course, Start
    from scripts.bench_terminal import Ended

__all__ = ["newest_words", "starts"]

_SETTLED = 1.5
_LIMIT = 100.0
"""What a start may wait for a processor, in ms a second: that time is taken off, so it may be more."""

_SOME = 0.25
"""The share of disturbed runs that a median bears."""

_SIGNALS = {"SIGTERM": signal.SIGTERM, "SIGHUP": signal.SIGHUP}
_BASIC = Answers(background=None, foreground=None, sync=False, in_band=False)


@dataclass(frozen=True, slots=True)
class One:
    """One start and its end: seconds to the first paint and to what was waited for, MB then and later."""

    paint: float
    ready: float
    cpu: float
    memory: float
    settled: float
    end: Ended


def newest_words(course: Course, years: int) -> str:
    """Return the beginning of what stayed last: it stands on the home screen when that is ready."""
    home = PlainBook(course.books(years)).home
    return next(" ".join(line.text.split()[:3]) for headline in home.headlines for line in headline.lines)


def _one(start: Start, ready: str) -> tuple[One, float]:
    with start() as program:
        paint, shown = program.when(lambda screen: bool(screen.strip()), lambda screen: ready in screen)
        used = usage(program.pid)
        program.rest(_SETTLED)
        settled = usage(program.pid).memory
        # Without the time for which others had the processor.
        began, whole = program.began + used.queued, shown - program.began
        one = One(paint - began, shown - began, used.cpu, used.memory, settled, program.leave("ctrl+q"))
        return one, used.queued * 1000 / whole


def starts(course: Course) -> Iterator[Figure]:
    """Start everything in turn, and yield the figures of the rows."""
    words = newest_words(course, 10)
    kinds: dict[str, tuple[Start, str]] = {
        "minimal": (course.small("minimal"), READY),
        "ten": (course.coreg(), words),
        "one": (course.coreg(years=1), newest_words(course, 1)),
        "basic": (course.coreg(answers=_BASIC), words),
        "mute": (course.coreg(answers=MUTE), words),
    }
    runs: dict[str, list[One]] = {name: [] for name in kinds}
    busy = 0
    for kind in kinds.values():  # what is read for the first time is not counted
        _one(*kind)
    for _ in range(course.times(15)):
        for name, kind in kinds.items():
            one, disturbed = course.quiet(partial(_one, *kind), _LIMIT)
            runs[name].append(one)
            busy += disturbed
    noisy = busy > _SOME * sum(map(len, runs.values()))
    yield from _ways(runs, noisy=noisy)
    yield from _memory(runs)
    yield from _ends(course, runs, words, noisy=noisy)


def _ways(runs: dict[str, list[One]], *, noisy: bool) -> Iterator[Figure]:
    """Yield the figures of the ways to the home screen."""
    rows = (
        (1, "first paint, against a minimal app", "ten", "minimal", 1.10),
        (2, "home ready, against a minimal app", "ten", "minimal", 1.25),
        (3, "home ready, ten years against one", "ten", "one", 1.05),
        (20, "home ready, a terminal without newer answers", "basic", "ten", 1.05),
        (20, "home ready, a terminal that answers nothing", "mute", "ten", 1.05),
    )
    for row, what, ours, theirs, goal in rows:
        a, b = ([one.paint if row == 1 else one.ready for one in runs[name]] for name in (ours, theirs))
        found = ratios(a, b)
        cpu = median(ratios([one.cpu for one in runs[ours]], [one.cpu for one in runs[theirs]]))
        detail = f"{min(found):.2f}..{max(found):.2f}; {median(a) * 1000:.0f} ms to {median(b) * 1000:.0f}; "
        detail += f"processor {cpu:.2f}x"
        yield Figure(row, what, median(found), "x", goal, noisy=noisy, detail=detail)


def _memory(runs: dict[str, list[One]]) -> Iterator[Figure]:
    """Yield the figures of what is resident at home: when it is ready, and once the models are loaded."""
    ten, minimal = runs["ten"], runs["minimal"]
    for what, goal, a, b in (
        ("home ready", 1.30, [one.memory for one in ten], [one.memory for one in minimal]),
        ("models loaded", 1.60, [one.settled for one in ten], [one.settled for one in minimal]),
    ):
        detail = f"{median(a):.0f} MB to {median(b):.0f}"
        yield Figure(18, f"memory, {what}, against minimal", median(ratios(a, b)), "x", goal, detail=detail)


def _ends(course: Course, runs: dict[str, list[One]], words: str, *, noisy: bool) -> Iterator[Figure]:
    """Yield the figures of leaving: by key, and by the signals that end a program."""
    ours, minimal = ([one.end.seconds for one in runs[name]] for name in ("ten", "minimal"))
    found = ratios(ours, minimal)
    detail = f"{median(ours) * 1000:.0f} ms to {median(minimal) * 1000:.0f}"
    yield Figure(19, "leaving, against minimal", median(found), "x", 0.35, noisy=noisy, detail=detail)
    left = [one.end for name in runs if name != "minimal" for one in runs[name]]
    yield _restored("by key", left)
    yield Figure(19, "a minimal app leaves behind", len(_left(one.end for one in runs["minimal"])), "modes")
    for name, number in _SIGNALS.items():
        yield _restored(f"by {name}", [_told(course.coreg(), words, number) for _ in range(course.times(10))])


def _told(start: Start, words: str, number: int) -> Ended:
    with start() as program:
        program.wait_for(words)
        return program.leave(number=number)


def _left(ends: Iterable[Ended]) -> set[str]:
    return {name for end in ends for name in end.left}


def _restored(how: str, ends: Sequence[Ended]) -> Figure:
    good = sum(not end.left for end in ends)
    codes = ", ".join(str(code) for code in sorted({end.code for end in ends}))
    slowest = max(end.seconds for end in ends) * 1000
    detail = f"exit {codes}, {slowest:.0f} ms at most {' '.join(sorted(_left(ends)))}".rstrip()
    what = f"terminal restored, {how}, of {len(ends)}"
    return Figure(19, what, good, "", len(ends), at_least=True, detail=detail)
