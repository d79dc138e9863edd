"""Ways through a sitting to its end: passing everything, answering everything, and going back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coreg.practice.paths import MOST_TIMES
from coreg.practice.play import Answered, Chose, Event, Mark, Opened, Pressed, Skipped, Ticked, Wrote
from coreg.practice.playing import advance, apply, due
from coreg.practice.sitting import Resumed, Sitting, WentOn
from coreg.practice.steps.alternate import Alternating
from coreg.practice.steps.ask import Asking
from coreg.practice.steps.breathe import Breathing
from coreg.practice.steps.find_pace import Finding
from coreg.practice.steps.form import Forming
from coreg.practice.steps.lead import Leading
from coreg.practice.steps.opening import Softening
from coreg.practice.steps.stay import ARRIVING, Staying
from coreg.practice.steps.turn import Turning
from coreg.practice.steps.write import Writing
from tests.unit.practice.evenings import playing, through


def unheld(state: Sitting, now: float) -> tuple[Sitting, float]:
    """Return the sitting running: both go on after a stop, a pause ends, small breaths are breathed."""
    match state.phase:
        case "stopped":
            return through(state, WentOn(now, "a"), WentOn(now, "b")), now
        case "paused":
            return unheld(apply(state, Resumed(now)), now)
        case "breaths":
            now = max(now, due(state) or now)
            return unheld(advance(state, now), now)
        case _:
            return state, now


def waits(state: Sitting, now: float) -> bool:
    """Tell whether nobody can end the turn yet."""
    fixed = bool(state.now_step.params.get("fixed")) and isinstance(state.play, Turning)
    return fixed and playing(state, Turning).floor.left(state.active.at(now)) > 0


def by_passing(state: Sitting, now: float) -> Sequence[Event]:
    """Pass everything with ``n``; a turn is ended by the one whose it is."""
    if isinstance(state.play, Turning) and waits(state, now):
        return (Ticked(due_in(state, now)),)
    if isinstance(state.play, Turning) and state.play.floor.handed is None:
        return (Pressed(now, state.play.seat),)
    return (Skipped(now),)


def by_answering(state: Sitting, now: float) -> Sequence[Event]:
    """Do what each step asks for: choose, write, nod, and both press; breathe to the end."""
    both = Pressed(now, "a"), Pressed(now, "b")
    picks = Chose(now, "a", 0), Chose(now, "b", 0)
    match state.play:
        case Turning() if waits(state, now):
            events: Sequence[Event] = (Ticked(due_in(state, now)),)
        case Turning() as turn:
            events = (Pressed(now, turn.seat),) if turn.floor.handed is None else (Ticked(now + 5),)
        case Forming() as form:
            answer = Answered(now, form.seat(state.context), Mark(inside=3))
            events = (answer,) if form.lifted else both
        case Softening(lifted=True):
            events = (Opened(now, "a", "I saw it."), Opened(now, "b", "I heard it."))
        case Writing(finished=False):
            events = (Wrote(now, f"line {now}"),)
        case Alternating() as naming:
            events = (Pressed(now, naming.seat),)
        case Staying():
            events = (Pressed(now + ARRIVING, "a"),)
        case Breathing() | Leading() | Finding(rating=None):
            events = (Ticked(due_in(state, now)),)
        case _:
            events = (*picks, *both)
    return events


def due_in(state: Sitting, now: float) -> float:
    """Return the next moment at which something happens by itself, which there is."""
    moment = due(state)
    assert moment is not None
    return max(now, moment)


def by_going_back(state: Sitting, now: float) -> Sequence[Event]:
    """Do what each step asks for, and give the last answer there is wherever answers lead elsewhere."""
    if isinstance(state.play, Asking):
        last = len(state.now_step.options) - 1
        return Chose(now, "a", last), Chose(now, "b", last)
    return by_answering(state, now)


Way = Callable[[Sitting, float], Sequence[Event]]


def to_the_end(state: Sitting, now: float, way: Way) -> Sitting:
    """Go one way until the sitting is over; it never takes more than a few things a step."""
    most = 12 * MOST_TIMES * sum(len(one.script.steps) for one in (*state.plan, *state.spare)) + 10
    for _ in range(most):
        state, now = unheld(state, now)
        if state.phase == "over":
            return state
        at = state.at, state.step
        for event in way(state, now):
            state, now = apply(state, event), max(now, event.at)
            if (state.at, state.step) != at or state.phase == "over":
                break
    raise AssertionError(f"still at {state.now_step.kind} of {state.practice.script.id}, {state.phase}")
