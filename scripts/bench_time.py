"""Rows 13 and 14: whether the clock of a turn is right, and whether its end is told in time."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

from coreg.evening.couple import Couple
from coreg.evening.planning import Options, plan
from coreg.evening.runner import Runner
from coreg.keys import keymap
from coreg.practice.steps.turn import Turning
from coreg.screens.pace import Pace
from coreg.widgets.steps.turn import TurnStage
from coreg.widgets.steps.view import View
from scripts.bench_environment import environment
from scripts.bench_numbers import Figure, percentile
from scripts.bench_programs import RATE
from scripts.bench_terminal import NotReadyError, Program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.screen import Screen
    from textual.timer import Timer

    from coreg.evening.keeping import Keeping
    from coreg.practice.sitting import Plan
    from scripts.bench_course import Course

__all__ = ["Drift", "drift", "drifted", "told"]

_HOUR = 3600.0
_EVERY = 60.0
_STALL = 0.3
_BEFORE = 0.1
"""Seconds before the end of a turn at which a stall begins."""

_LATE = 0.002
"""Seconds by which each wake-up is late, as measured on a busy loop."""


class Nowhere:
    """Keeps nothing: time alone is looked at here."""

    def snapshot(self, data: Callable[[], bytes], *, urgent: bool) -> None:
        """Let it go."""


@dataclass(slots=True)
class Timers:
    """What a screen is to a pace: remembers when it wants to be woken, on a clock that is moved by hand."""

    time: float = 100.0
    wanted: float = 0.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.time

    def now(self) -> datetime:
        """Return the moment of the wall clock, which is right."""
        return datetime(2026, 11, 23, 20, 0, tzinfo=UTC) + timedelta(seconds=self.time)

    def set_timer(self, delay: float, _look: Callable[[], None]) -> Timer:
        """Remember when to look again."""
        self.wanted = self.time + delay
        return cast("Timer", self)

    def stop(self) -> None:
        """Wake no more; the next wish replaces the last."""


@dataclass(frozen=True, slots=True)
class Drift:
    """Seconds: the worst difference between what a look showed and what was right, and the longest that a
    digit stood after its second was over, a stall not counted."""

    wrong: float = 0.0
    stale: float = 0.0
    looks: int = 0

    def after(self, wrong: float, stale: float) -> Drift:
        """Return the same after one more look."""
        return Drift(max(self.wrong, wrong), max(self.stale, stale), self.looks + 1)


def drift(seconds: float = _HOUR, stall: float = _STALL, late: float = _LATE) -> Drift:
    """Let an hour of a turn pass on a clock of our own, with a stall every minute; look what is shown."""
    clock = Timers()
    runner = Runner(cast("Keeping", Nowhere()), clock=clock, now=clock.now, random=bytes)
    runner.start("day_talk", (_one_turn(seconds),), Couple("Mina", "Jo"), ())
    pace, stage = Pace(cast("Screen[None]", clock), lambda: None), TurnStage()
    ends, next_stall, found = clock.time + seconds, clock.time + _EVERY, Drift()
    while ends - clock.time > 1:
        sitting = runner.look()
        if sitting is None or not isinstance(sitting.play, Turning):
            raise RuntimeError("the turn is over before its time")
        t = runner.shown_time()
        view = View(sitting, t, runner.time(), ("Mina", "Jo"), "a", keymap({}))
        wait = stage.wait(view)
        pace.next(1.0, wait, runner.due_in())
        wrong = abs(sitting.play.floor.left(t) - (ends - clock.time))
        found = found.after(wrong, clock.wanted + late - (clock.time + wait))
        stalled = clock.wanted >= next_stall
        next_stall += _EVERY if stalled else 0.0
        clock.time = clock.wanted + late + (stall if stalled else 0.0)
    return found


def _one_turn(seconds: float) -> Plan:
    talk = plan("day_talk", None, Options())
    turn = next(step for step in talk.script.steps if step.kind == "turn")
    return replace(talk, script=replace(talk.script, steps=(replace(turn, seconds=seconds),)))


def drifted(_: Course) -> Iterator[Figure]:
    """Yield the hour on a clock of our own."""
    found, frame = drift(), 1000 / RATE
    detail = f"{found.looks} looks, each {_LATE * 1000:.0f} ms late, {_STALL * 1000:.0f} ms of stall a minute"
    what = "an hour of a turn, shown against right"
    yield Figure(13, what, round(found.wrong * 1000, 3), "ms", frame, detail=detail)
    yield Figure(13, "the same, a digit too long on the screen", found.stale * 1000, "ms", frame)


def told(course: Course) -> Iterator[Figure]:
    """Yield how late the end of real turns is told, in a calm program and in one kept from working."""
    for how, stall in (("calm", 0.0), ("beyond a stall of 300 ms", _STALL)):
        late = _turns(course, course.times(60), stall)
        beyond = [max(0.0, one - (stall - _BEFORE if stall else 0.0)) * 1000 for one in late]
        detail = f"p50 {percentile(beyond, 0.5):.1f} ms, n={len(late)}"
        what = f"end of a turn told late, {how}, p99"
        yield Figure(14, what, percentile(beyond, 0.99), "ms", 20, detail=detail)


def _turns(course: Course, turns: int, stall: float) -> list[float]:
    folder, log = course.folder / f"turns-{stall}", course.folder / f"turns-{stall}.log"
    shutil.copytree(course.books(1), folder)
    command = [sys.executable, "-m", "scripts.bench_turns", "--data-dir", str(folder), "--log", str(log)]
    command += ["--turns", str(turns), "--stall", str(stall), "--before", str(_BEFORE)]
    with Program(command, environment(course.folder, {"TEXTUAL_FPS": "240"})) as program:
        program.until(lambda: program.ended_at is not None, 3.0 * turns + 10)
        if not log.exists():
            raise NotReadyError(f"no turn was told:\n{program.screen.text()}")
    return [float(line) for line in log.read_text().split()]
