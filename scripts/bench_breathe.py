"""``bench.py breathe``: a breath in three sizes and at three rates, each beside two plain programs.

A cell is one size at one rate: coreg, a number that ticks as often, and a disc drawn the plain way, one after
the other for so many seconds each, and a few keys to each of them while it moves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coreg.content import say
from scripts.bench_keys import Seen, Stroke, Trial, letters, to_note, typed
from scripts.bench_motion import window_of
from scripts.bench_numbers import Figure, percentile
from scripts.bench_proc import usage
from scripts.bench_programs import ANSWERS, READY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scripts.bench_course import Course
    from scripts.bench_motion import Window
    from scripts.bench_terminal import Program

__all__ = ["RATES", "SIZES", "Beside", "Cell", "cells", "figures"]

SIZES = ((80, 24), (112, 32), (200, 60))
RATES = (15, 30, 60)

_GOAL_RATE = 30
_FAST = 60
_MIDDLE, _SMALL = (112, 32), (80, 24)
_KEYS = 16
_KILOBYTES = {_SMALL: 2.0, _MIDDLE: 6.0}
_PEER = 13.0
"""Distinct frames a second of the smoothest other pacer that was measured (meditation 3.0.1 at 120x40)."""
_OWN_RATE = 240
"""What coreg sets TEXTUAL_FPS to: the programs beside it get the same."""
_PACED = Path(__file__).resolve().parent / "bench_paced.py"


@dataclass(frozen=True, slots=True)
class Beside:
    """What one program did: its frames, and its answers to keys."""

    window: Window
    seen: Seen


@dataclass(frozen=True, slots=True)
class Cell:
    """One size (columns, rows) at one rate (frames a second)."""

    size: tuple[int, int]
    rate: int
    ours: Beside
    tick: Beside
    plain: Beside
    noisy: bool = False

    @property
    def name(self) -> str:
        """Say which it is."""
        return f"{self.size[0]}x{self.size[1]} at {self.rate}"


def cells(course: Course, seconds: float, rates: Sequence[int] = RATES) -> Iterator[Cell]:
    """Measure every cell, for so many seconds a program."""
    for size in SIZES:
        for rate in rates:
            coreg = course.coreg(
                "breathe", "easy46", "--minutes", "5",
                years=1, size=size, program=(str(_PACED), str(rate)), more={"COREG_COUNTDOWN": "0"},
            )  # fmt: skip
            tick, plain = (
                Trial(name, course.small(name, size, rate=_OWN_RATE, frames=rate), _ready, _WORDS)
                for name in ("tick", "pacer")
            )
            ours = Trial("breath", coreg, _to_breath, tuple(letters(_KEYS + 8)))
            found = [_measured(course, one, seconds, rate) for one in (ours, tick, plain)]
            (a, _), (b, _), (c, _) = found
            yield Cell(size, rate, a, b, c, noisy=any(busy for _, busy in found))


_WORDS = (Stroke("n", ANSWERS[1]), Stroke("n", ANSWERS[0]))


def _ready(program: Program) -> None:
    program.wait_for(READY)
    program.rest(1.0)


def _to_breath(program: Program) -> None:
    program.wait_for(say("breathe.word.in"), say("breathe.soft"))
    program.rest(1.0)


def _measured(course: Course, trial: Trial, seconds: float, rate: int) -> tuple[Beside, bool]:
    window, noisy = course.quiet(partial(window_of, trial.start, trial.way, seconds))
    seen, busy = course.quiet(partial(_answers, trial))
    return Beside(replace(window, rate=rate), seen), noisy or busy


def _answers(trial: Trial) -> tuple[Seen, float]:
    with trial.start() as program:
        trial.way(program)
        if trial.what == "breath":
            to_note(program)
        before, began = usage(program.pid), len(program.chunks)
        seen = typed(trial, program, _KEYS)
        spent = program.chunks[-1][0] - program.chunks[began][0]
        noise = (usage(program.pid) - before).queued * 1000 / max(0.1, spent)
        program.leave("ctrl+q")
        return seen, noise


def figures(cell: Cell) -> Iterator[Figure]:
    """Yield what is told of a cell, each with its goal where there is one."""
    yield from _smooth(cell)
    yield from _cost(cell)
    yield from _keys(cell)


def _smooth(cell: Cell) -> Iterator[Figure]:
    window, others = cell.ours.window, (cell.tick.window, cell.plain.window)
    fast = cell.rate == _FAST
    least = 0.97 if not fast else 0.8 if cell.size == _SMALL else 0.95
    name, noisy = f"breath {cell.name}", cell.noisy

    def beside(tell: Callable[[Window], float]) -> str:
        return "tick {:.3g}, plain {:.3g}".format(*map(tell, others))

    detail = beside(lambda one: one.delivered)
    yield Figure(
        8, f"{name}, frames that changed something", window.delivered, "x", least, True, noisy, detail
    )
    for share, goal in ((0.95, 1.15 if fast else 1.12), (0.99, None if fast else 2.0)):
        what = f"{name}, gap p{share * 100:.0f} in periods"
        detail = beside(partial(_gap, share=share))
        yield Figure(8, what, window.gap(share), "x", goal, noisy=noisy, detail=detail)
    if cell.rate == _GOAL_RATE:
        a_second = len(window.moments) / window.seconds
        what = f"{name}, distinct frames against the best peer"
        detail = f"{a_second:.1f} a second to {_PEER}, which was measured elsewhere"
        yield Figure(9, what, a_second / _PEER, "x", 2.2, at_least=True, noisy=noisy, detail=detail)


def _gap(window: Window, share: float) -> float:
    return window.gap(share)


def _cost(cell: Cell) -> Iterator[Figure]:
    ours, tick, plain = (one.window for one in (cell.ours, cell.tick, cell.plain))
    name, noisy = f"breath {cell.name}", cell.noisy
    goals = (1.6, 0.6) if (cell.size, cell.rate) == (_MIDDLE, _GOAL_RATE) else (None, None)
    for what, theirs, goal in (("a bare tick", tick, goals[0]), ("the plain way", plain, goals[1])):
        detail = f"{ours.cpu:.3f} to {theirs.cpu:.3f} of a processor"
        ratio = ours.cpu / max(theirs.cpu, 1e-6)
        yield Figure(10, f"{name}, processor against {what}", ratio, "x", goal, noisy=noisy, detail=detail)
    detail = f"tick {tick.kilobytes:.2f}, plain {plain.kilobytes:.2f}"
    limit = _KILOBYTES.get(cell.size)
    yield Figure(12, f"{name}, bytes a frame", ours.kilobytes, "kB", limit, noisy=noisy, detail=detail)


def _keys(cell: Cell) -> Iterator[Figure]:
    seen, others = cell.ours.seen, (cell.tick.seen, cell.plain.seen)
    name, noisy = f"breath {cell.name}", cell.noisy
    for share, goal in ((0.5, None), (0.99, 20.0)):
        detail = "tick {:.1f}, plain {:.1f}".format(*(_took(one, share) for one in others))
        what = f"{name}, key p{share * 100:.0f}"
        yield Figure(7, what, _took(seen, share), "ms", goal, noisy=noisy, detail=detail)
    yield Figure(7, f"{name}, keys not answered", seen.lost, "", 0)


def _took(seen: Seen, share: float) -> float:
    """Return a percentile of the answers in ms; more than anything if there were none."""
    return percentile(seen.answers, share) * 1000 if seen.answers else float("inf")
