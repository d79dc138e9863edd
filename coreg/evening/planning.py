"""From an evening of the packs to a plan for tonight: practices fitted to their minutes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coreg.content import say
from coreg.content.scripts import PRACTICES, evening, script
from coreg.content.talks import RATED
from coreg.evening.breathing import breathing_plan, rating
from coreg.evening.options import Options
from coreg.practice.play import Step
from coreg.practice.script import fit, length
from coreg.practice.sitting import Plan
from coreg.practice.takes import AFTER, BEFORE, STATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coreg.practice.sitting import Sitting

__all__ = ["SPARE", "Options", "evening_plan", "is_night", "minutes", "plan", "return_plan", "spare"]

SPARE = ("waking", "breathe", "company", "day_talk")
"""Practices that a suggestion may bring in."""


def plan(practice: str, asked: float | None, options: Options) -> Plan:
    """Return one practice, fitted to the minutes asked for (None: the usual), within its bounds.

    Raises:
        FileNotFoundError: there is no such practice.
        PatternError: of breathing, when the couple's choice of it does not hold: see
            :func:`coreg.evening.breathing.breathing_plan`.
    """
    found = options.scripts.get(practice) or script(practice)
    if practice == "breathe":
        return breathing_plan(found, asked, options)
    wanted = found.minutes if asked is None else min(found.high, max(found.low, asked))
    rated = [
        rating(keeps, options) for keeps in (BEFORE, AFTER) if practice in RATED and not options.one_hand
    ]
    fitted = fit(found, wanted * 60 - sum(step.seconds for step in rated))
    # What is said aloud is not shown side by side as well.
    steps = tuple(
        _shaped(step, options) for step in fitted.steps if not (options.one_hand and step.kind == "reveal")
    )
    if rated:
        steps = (rated[0], *steps, rated[1])
    return Plan(replace(fitted, minutes=wanted, steps=steps))


_AGREED = ("topic", "ready", "wait", "opening", "line")
"""Steps of a floor talk that are settled when both have said that they are ready to come back."""

_TWO_ROUNDS = 10.0
"""Minutes of a floor talk in which each speaks twice for the usual time."""


def return_plan(options: Options) -> Plan:
    """Return what a pause outside any sitting leads to: a floor talk of two exchanges (practices.md 5)."""
    talk = plan("floor_talk", _TWO_ROUNDS, options)
    steps = tuple(step for step in talk.script.steps if step.id not in _AGREED)
    short = replace(talk.script, steps=steps)
    return replace(talk, script=replace(short, minutes=length(short) / 60))


def evening_plan(name: str, options: Options) -> tuple[Plan, ...]:
    """Return the plan of one evening.

    Raises:
        KeyError: there is no such evening.
    """
    found = evening(name)
    if found is None:
        raise KeyError(name)
    return tuple(plan(practice, asked, options) for practice, asked in found.plan)


def spare(options: Options) -> tuple[Plan, ...]:
    """Return the practices that a suggestion may bring in."""
    return tuple(plan(name, None, options) for name in SPARE if name in PRACTICES)


def minutes(plans: Iterable[Plan]) -> float:
    """Return the sum of all steps in minutes."""
    return sum(length(each.script) for each in plans) / 60


def is_night(sitting: Sitting) -> bool:
    """Tell whether a sitting ends an evening: one of the packs, or anything with a check-out in it."""
    ids = {plan.script.id for plan in sitting.plan}
    return evening(sitting.kind) is not None or "check_out" in ids


def _shaped(step: Step, options: Options) -> Step:
    if options.one_hand and step.kind in ("sealed", "gate"):
        return _aloud(step)
    if options.one_hand and step.kind == "opening":
        # Nothing can be written behind a cover where one of them has the keys for both.
        words = {"title": step.words.get("cover", ""), "text": say("opening.aloud")}
        return replace(step, kind="say", seconds=0.0, words=words)
    if step.kind != "sealed" or options.form != "full" or step.keeps != STATE:
        return step
    form = script("form").steps[0]
    return replace(
        form, id=step.id, seconds=step.seconds, words={**form.words, "title": step.words.get("title", "")}
    )


def _aloud(step: Step) -> Step:
    """One person handles the keys for both: then nothing can be sealed, and it is said aloud."""
    said = ", ".join(option.text for option in step.options).replace("{", "{{").replace("}", "}}")
    words = {"title": step.words.get("title", ""), "text": say("practice.aloud", said=said)}
    return replace(step, kind="say", seconds=step.seconds * 3, words=words, keeps="", options=())
