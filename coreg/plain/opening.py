"""What is said before the first breath: what it is, how long it takes, what to mind, which keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.helping import short_help
from coreg.plain.wording import pattern_name, shape
from coreg.practice.playing import BREATHED
from coreg.practice.sitting import Sitting
from coreg.practice.steps.breathe import other_pattern, pattern_of, way_of, whole_breaths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.host import Host
    from coreg.plain.scene import Scene
    from coreg.practice.breath import Pattern
    from coreg.practice.play import Step
    from coreg.practice.sitting import Plan

__all__ = ["length", "opening_lines"]

_HALF_MINUTE = 30.0


def opening_lines(host: Host, plan: Plan) -> Iterator[str]:
    """Yield the lines before a breathing, what it is first."""
    step = next(step for step in plan.script.steps if step.kind in BREATHED)
    scene = host.scene(Sitting(plan.script.id, (plan,)))
    yield from _what(scene, step)
    if host.manner.keys:
        yield short_help(scene)


def _what(scene: Scene, step: Step) -> Iterator[str]:
    match step.kind:
        case "lead":
            yield f"{say('plain.way.lead')} {length(step.seconds)}"
        case "find_pace":
            yield f"{say('plain.way.finder')} {length(step.seconds)}"
        case _:
            yield from _breathing(scene, step)


def _breathing(scene: Scene, step: Step) -> Iterator[str]:
    pattern, seconds = pattern_of(step), whole_breaths(step)
    if pattern.kind == "free":
        yield f"{pattern_name(pattern)}. {say('plain.way.free')} {length(seconds)}"
    else:
        title = say("plain.title", name=pattern_name(pattern), shape=shape(pattern, scene))
        yield f"{title} {length(seconds, pattern)}"
        yield from _way(scene, step, pattern)
    if step.params.get("free"):
        yield say("plain.way.free_end")
    if step.params.get("taps"):
        left, right = scene.both("main")
        yield say("plain.way.taps", left=left, right=right)


def _way(scene: Scene, step: Step, pattern: Pattern) -> Iterator[str]:
    a, b = scene.names
    beside = other_pattern(step)
    match way_of(step):
        case "crossing" | "answer" as way:
            yield say(f"plain.way.{way}", a=a, b=b)
        case "beside" if beside is not None:
            yield say("plain.way.beside", a=a, b=b, shape=shape(pattern, scene), other=shape(beside, scene))
        case _:
            return


def length(seconds: float, pattern: Pattern | None = None) -> str:
    """Return how long something takes, in whole minutes; a few breaths of a pattern are counted."""
    if seconds < _HALF_MINUTE and pattern is not None:
        return say("plain.breaths", breaths=round(seconds / pattern.cycle))
    minutes = max(1, round(seconds / 60))
    return say("plain.minute") if minutes == 1 else say("plain.minutes", minutes=minutes)
