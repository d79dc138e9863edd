"""A sitting is a fold: ``apply(sitting, event) -> sitting``, and ``due`` says when time itself speaks.

Everything that was due until an event happens first, each at its own exact moment, so it does not
matter how late or how often anybody looks at the clock.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from coreg.practice.noting import note, park, parking, saved_draft
from coreg.practice.paths import onward
from coreg.practice.play import SEATS, Drafted, Skipped, Ticked, Wrote
from coreg.practice.script import length
from coreg.practice.sitting import (
    Active,
    Alone,
    Noted,
    Parked,
    Parking,
    Paused,
    Rested,
    Result,
    Resumed,
    SittingEvent,
    SmallBreaths,
    Stopped,
    WentOn,
)
from coreg.practice.steps import KINDS
from coreg.practice.steps.breathe import Breathing
from coreg.practice.steps.turn import Turning
from coreg.practice.takes import take, turn_begun

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.practice.play import Event, Move
    from coreg.practice.sitting import Sitting

__all__ = ["BREATHED", "SMALL_BREATHS", "advance", "apply", "begin", "due", "journal", "taken_up"]

BREATHED = ("breathe", "lead", "find_pace")
"""Kinds of step that are a practice of their own: passing them ends it early."""

SMALL_BREATHS = 60.0
"""Seconds of small breaths, wherever they are offered."""


def begin(sitting: Sitting, now: float) -> Sitting:
    """Begin at the first step of the first practice."""
    started = replace(sitting, active=Active(0.0, now), phase="running")
    return _enter_practice(started, 0.0)


def apply(sitting: Sitting, event: Event | SittingEvent) -> Sitting:
    """Return the sitting after one event. An event that means nothing now changes nothing."""
    sitting = advance(sitting, event.at)
    if isinstance(event, SittingEvent):
        return _HANDLERS[type(event)](sitting, event)
    if isinstance(event, Wrote):
        # The machine may have slept while somebody was typing: who finishes the line has gone on.
        sitting = _resume(sitting, Resumed(event.at))
    if sitting.phase == "breaths" and isinstance(event, Skipped):
        return _breathed(sitting, event.at)
    if sitting.phase != "running" and not isinstance(event, Drafted):
        return sitting
    return _to_step(sitting, replace(event, at=sitting.active.at(event.at)))


def due(sitting: Sitting) -> float | None:
    """Return the moment of session time at which something happens by itself, if anything does."""
    if sitting.phase == "breaths":
        return sitting.breaths_from + SMALL_BREATHS
    moment = _due_in_step(sitting)
    return None if moment == inf else sitting.active.when(moment)


def advance(sitting: Sitting, now: float) -> Sitting:
    """Let everything happen that was due until ``now``, each at its own exact moment."""
    while (moment := due(sitting)) is not None and moment <= now:
        sitting = _breathed(sitting, moment) if sitting.phase == "breaths" else _ticked(sitting)
    return sitting


def journal(sitting: Sitting, now: float) -> Sitting:
    """Return the sitting as it may be written down: time standing, what is sealed or private left out."""
    step = sitting.now_step
    play = sitting.play
    if play is not None:
        play = KINDS[step.kind].journal(step, play, sitting.context, sitting.active.at(now))
    active = sitting.active.stopped(now)
    return replace(sitting, active=active, play=play, both=frozenset(), opening=None)


def taken_up(sitting: Sitting) -> Sitting:
    """Return a sitting that was interrupted, waiting for both to go on at the step where it was."""
    if sitting.phase == "over":
        return sitting
    return replace(sitting, phase="stopped", both=frozenset(), breathed=None)


def _due_in_step(sitting: Sitting) -> float:
    """Return the active time at which the step on is due to be told of time; endless when it is not."""
    if sitting.phase != "running" or sitting.play is None:
        return inf
    step = sitting.now_step
    moment = KINDS[step.kind].due(step, sitting.play, sitting.ticked)
    return inf if moment is None else moment


def _ticked(sitting: Sitting) -> Sitting:
    # The step is told the very moment it named: turned into session time and back it could fall just short.
    at = _due_in_step(sitting)
    return _to_step(replace(sitting, ticked=at), Ticked(at))


def _to_step(sitting: Sitting, event: Event) -> Sitting:
    if sitting.play is None:
        return sitting
    step = sitting.now_step
    if isinstance(event, Skipped) and step.kind in BREATHED:
        sitting = _last(sitting, replace(sitting.results[-1], early=True))
    move: Move = KINDS[step.kind].apply(step, sitting.play, event, sitting.context)
    for keep in move.keeps:
        sitting = take(sitting, keep)
    if move.play is not None:
        return replace(sitting, play=move.play)
    return _next_step(_step_done(sitting, step.name), event.at, move.answer)


def _step_done(sitting: Sitting, step: str) -> Sitting:
    # Once, however often it came: which of the two it came for, and how often, is told to nobody.
    result = sitting.results[-1]
    return _last(sitting, replace(result, steps=tuple(dict.fromkeys((*result.steps, step)))))


def _last(sitting: Sitting, result: Result) -> Sitting:
    return replace(sitting, results=(*sitting.results[:-1], result))


def _next_step(sitting: Sitting, t: float, answer: str = "") -> Sitting:
    steps = sitting.practice.script.steps
    index, gone = onward(steps, sitting.step, answer, sitting.gone)
    led = (*sitting.led, answer) if index > sitting.step + 1 else sitting.led
    sitting = replace(sitting, gone=gone, led=led)
    while index < len(steps) and sitting.passes(steps[index]):
        index += 1
    if index < len(steps):
        return _enter_step(replace(sitting, step=index), t)
    ended = _close_result(sitting, t, early=False)
    if sitting.at + 1 < len(sitting.plan):
        return _enter_practice(replace(ended, at=sitting.at + 1, step=0), t)
    return replace(ended, phase="over", play=None, active=Active(t))


def _enter_practice(sitting: Sitting, t: float) -> Sitting:
    plan = sitting.practice
    result = Result(plan.script.id, plan.variant, plan.params, length(plan.script), t)
    entered = replace(sitting, results=(*sitting.results, result), step=-1, gone=(), led=(), extra=(0.0, 0.0))
    return _next_step(entered, t)


def _enter_step(sitting: Sitting, t: float) -> Sitting:
    step = sitting.now_step
    play = KINDS[step.kind].begin(step, sitting.context, t)
    entered = replace(sitting, play=play, ticked=t, both=frozenset())
    if not isinstance(play, Turning):
        return entered
    return turn_begun(entered, play.seat, settles=step.kind == "turn")


def _close_result(sitting: Sitting, t: float, *, early: bool) -> Sitting:
    sitting = park(sitting, Parked(t, sitting.parking))
    result = sitting.results[-1]
    return _last(sitting, replace(result, done=max(0.0, t - result.began), early=early or result.early))


def _pause(sitting: Sitting, event: Paused) -> Sitting:
    if sitting.phase not in ("running", "breaths"):
        return sitting
    breathed = max(0.0, event.at - sitting.breaths_from) if sitting.phase == "breaths" else None
    return replace(sitting, phase="paused", active=sitting.active.stopped(event.at), breathed=breathed)


def _resume(sitting: Sitting, event: Resumed) -> Sitting:
    if sitting.phase != "paused":
        return sitting
    if sitting.breathed is not None:
        return replace(sitting, phase="breaths", breaths_from=event.at - sitting.breathed, breathed=None)
    return replace(sitting, phase="running", active=sitting.active.started(event.at))


def _stop(sitting: Sitting, event: Stopped) -> Sitting:
    if sitting.phase == "over":
        return sitting
    active = sitting.active.stopped(event.at)
    return replace(sitting, phase="stopped", active=active, both=frozenset(), breathed=None)


def _go_on(sitting: Sitting, event: WentOn) -> Sitting:
    if sitting.phase != "stopped":
        return sitting
    both = sitting.both | {event.seat}
    if len(both) < len(SEATS):
        return replace(sitting, both=both)
    play = replace(sitting.play, alone=None) if isinstance(sitting.play, Breathing) else sitting.play
    active = sitting.active.started(event.at)
    return replace(sitting, phase="running", active=active, both=frozenset(), play=play)


def _go_on_alone(sitting: Sitting, event: Alone) -> Sitting:
    if sitting.phase != "stopped" or not isinstance(sitting.play, Breathing):
        return sitting
    play = replace(sitting.play, alone=event.seat)
    active = sitting.active.started(event.at)
    return replace(sitting, phase="running", active=active, both=frozenset(), play=play)


def _small_breaths(sitting: Sitting, event: SmallBreaths) -> Sitting:
    if sitting.phase not in ("running", "stopped"):
        return sitting
    return replace(
        sitting,
        phase="breaths",
        breaths_from=event.at,
        breaths_back=sitting.phase,
        active=sitting.active.stopped(event.at),
        both=frozenset(),
        play=_guided(sitting),
    )


def _guided(sitting: Sitting) -> object | None:
    """Return the step's state after a guide: taps of a breathing without cues mean nothing any more."""
    play = sitting.play
    if isinstance(play, Breathing) and sitting.now_step.params.get("kind") == "free":
        return replace(play, a=(), b=(), guided=True)
    return play


def _breathed(sitting: Sitting, now: float) -> Sitting:
    back = sitting.breaths_back
    active = sitting.active.started(now) if back == "running" else sitting.active
    return replace(sitting, phase=back, active=active)


def _rest(sitting: Sitting, event: Rested) -> Sitting:
    if sitting.phase == "over":
        return sitting
    t = sitting.active.at(event.at)
    ended = _close_result(_left(saved_draft(sitting), t), t, early=True)
    return replace(ended, phase="over", play=None, early=True, active=Active(t))


def _left(sitting: Sitting, t: float) -> Sitting:
    """Take in what the step on leaves when the sitting ends in the middle of it."""
    step = sitting.now_step
    for keep in KINDS[step.kind].left(step, sitting.play, t):
        sitting = take(sitting, keep)
    return sitting


_HANDLERS: dict[type, Callable[..., Sitting]] = {
    Paused: _pause,
    Resumed: _resume,
    Stopped: _stop,
    WentOn: _go_on,
    Alone: _go_on_alone,
    SmallBreaths: _small_breaths,
    Rested: _rest,
    Noted: note,
    Parked: park,
    Parking: parking,
}
