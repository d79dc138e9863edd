"""Where an answer leads: on, ahead, or back so many times; and whether a script can be gone through."""

from __future__ import annotations

from difflib import get_close_matches
from math import prod
from typing import TYPE_CHECKING, TypeAlias

from coreg.practice.step import StepError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coreg.practice.step import Step

__all__ = ["MOST_TIMES", "Gone", "check_paths", "onward"]

Gone: TypeAlias = tuple[tuple[str, int], ...]
"""How often each step has led back so far, by its id."""

MOST_TIMES = 40
"""How often a step can come at most, by all the answers that lead back to it or past it."""


def onward(steps: Sequence[Step], here: int, answer: str, gone: Gone) -> tuple[int, Gone]:
    """Return which step comes after this one, and how often answers have led back by then.

    Without an answer, or once it has led back as often as it may, the next one in the row comes. What
    was counted between is forgotten when an answer leads back over it.
    """
    if not answer:
        return here + 1, gone
    step = steps[here]
    to = _place(steps, step.next.get(answer, ""))
    if to is None:
        return here + 1, gone
    if to > here:
        return to, gone
    counted = dict(gone)
    times = counted.get(step.id, 0)
    if times >= step.most:
        return here + 1, gone
    for between in steps[to:here]:
        counted.pop(between.id, None)
    counted[step.id] = times + 1
    return to, tuple(sorted(counted.items()))


def check_paths(steps: Sequence[Step]) -> None:
    """Hold the answers of a script against its steps.

    Raises:
        StepError: ``step_answer``, ``step_next``, ``step_most``, ``script_loops``, ``script_unreachable``.
    """
    for here, step in enumerate(steps):
        _check_answers(steps, here, step)
    backs = tuple(_backs(steps))
    for here, step in enumerate(steps):
        times = prod(most + 1 for low, high, most in backs if low <= here <= high)
        if times > MOST_TIMES:
            raise StepError("script_loops", step=step.name, times=times, most=MOST_TIMES)
    seen = _reached(steps)
    for here, step in enumerate(steps):
        if here not in seen:
            raise StepError("script_unreachable", step=step.name)


def _place(steps: Sequence[Step], name: str) -> int | None:
    return next((place for place, step in enumerate(steps) if step.id == name), None)


def _check_answers(steps: Sequence[Step], here: int, step: Step) -> None:
    options = [option.id for option in step.options]
    for answer, name in step.next.items():
        if answer not in options:
            near = get_close_matches(answer, options, 1)
            raise StepError("step_answer", step=step.name, found=answer, near=(near or options or [""])[0])
        to = _place(steps, name)
        if to is None:
            names = list(dict.fromkeys(one.name for one in steps))
            near = get_close_matches(name, names, 1)
            raise StepError("step_next", step=step.name, found=name, near=near[0] if near else names[-1])
        if to <= here and step.most < 1:
            raise StepError("step_most", step=step.name, found=steps[to].name)


def _backs(steps: Sequence[Step]) -> Iterator[tuple[int, int, int]]:
    """Yield where each step leads back to at the farthest, where it stands, and how often it may."""
    for here, step in enumerate(steps):
        places = [to for name in step.next.values() if (to := _place(steps, name)) is not None and to <= here]
        if places:
            yield min(places), here, step.most


def _reached(steps: Sequence[Step]) -> set[int]:
    """Return the steps that are come to by answers, without any being passed over."""
    seen: set[int] = set()
    ahead = [0]
    while ahead:
        here = ahead.pop()
        if here in seen or here >= len(steps):
            continue
        seen.add(here)
        leads = [_place(steps, to) for to in steps[here].next.values()]
        ahead += [to for to in leads if to is not None]
        if len(leads) < max(1, len(steps[here].options)) or any(
            to is not None and to <= here for to in leads
        ):
            ahead.append(here + 1)
    return seen
