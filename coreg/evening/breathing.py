"""The plan of a breathing: which step it is, what it is told, and what the record will say it was."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from coreg.content.scripts import script
from coreg.practice.breath import PatternError
from coreg.practice.script import fit
from coreg.practice.sitting import Plan
from coreg.practice.takes import AFTER, BEFORE
from coreg.practice.ways import MOST_APART, WAYS, fits_beside, span_of
from coreg.practice.written import written

if TYPE_CHECKING:
    from coreg.evening.options import Options
    from coreg.practice.breath import Pattern
    from coreg.practice.play import Step
    from coreg.practice.script import Script
    from coreg.practice.ways import Way

__all__ = ["breathing_plan", "offered", "rating", "wanted_way"]


def breathing_plan(found: Script, asked: float | None, options: Options) -> Plan:
    """Return the breathing that was chosen, for the minutes asked for (None: the usual), within its bounds.

    Raises:
        PatternError: ``pattern_nosuch`` (pattern, near), ``pattern_way`` (way, ways) or ``pattern_apart``
            (pattern, other, most).
    """
    way, pattern = wanted_way(options.way), offered(options, options.pattern)
    if pattern.kind != "paced":
        way = "unison"
    beside = _beside(options, way, pattern)
    usual, low, high = span_of(way, pattern, beside)
    wanted = usual if asked is None else min(high, max(low, asked))
    fitted = fit(found, wanted * 60)
    params = _params(options, way, pattern, beside)
    kind = "lead" if way == "lead" else "find_pace" if pattern.kind == "finder" else "breathe"
    steps = tuple(replace(step, kind=kind, params={**step.params, **params}) for step in fitted.steps)
    if options.rate and not options.one_hand:
        steps = (rating(BEFORE, options), *steps, rating(AFTER, options))
    bounded = replace(fitted, minutes=wanted, low=low, high=high, by=pattern.by, steps=steps)
    return Plan(bounded, variant="lead" if way == "lead" else pattern.id, params=tuple(params.items()))


def wanted_way(name: str) -> Way:
    """Return the way of that name.

    Raises:
        PatternError: ``pattern_way``: there is none.
    """
    for way in WAYS:
        if way == name:
            return way
    raise PatternError("pattern_way", way=name, ways=", ".join(WAYS))


def offered(options: Options, name: str) -> Pattern:
    """Return the pattern of that id.

    Raises:
        PatternError: ``pattern_nosuch``: there is none.
    """
    if name in options.patterns:
        return options.patterns[name]
    near = get_close_matches(name, options.patterns, n=1, cutoff=0.0)
    raise PatternError("pattern_nosuch", pattern=name, near=near[0])


def _beside(options: Options, way: Way, pattern: Pattern) -> Pattern | None:
    if way != "beside":
        return None
    other = offered(options, options.with_ or options.pattern)
    if fits_beside(pattern, other) is None:
        raise PatternError("pattern_apart", pattern=pattern.id, other=other.id, most=MOST_APART)
    return other


def _params(options: Options, way: Way, pattern: Pattern, beside: Pattern | None) -> dict[str, str | float]:
    """Return what the step is told; what is not there is as usual, so that records stay short."""
    if way == "lead":
        return {"way": way, "countdown": options.countdown}
    params: dict[str, str | float] = {
        "pattern": pattern.id,
        "inhale": pattern.inhale,
        "hold_in": pattern.hold_in,
        "exhale": pattern.exhale,
        "hold_out": pattern.hold_out,
        "countdown": options.countdown,
    }
    more: dict[str, str | float] = {
        "top_up": pattern.top_up,
        "hummed": pattern.hummed,
        "ramp": " ".join(written(each) for each in pattern.ramp),
        "kind": "" if pattern.kind == "paced" else pattern.kind,
        "way": "" if way == "unison" else way,
        "with": beside.id if beside else "",
        "with_lengths": written(beside) if beside else "",
        "free": options.free if pattern.kind == "paced" else 0.0,
        "taps": options.taps and pattern.kind != "finder",
    }
    return params | {name: value for name, value in more.items() if value}


def rating(keeps: str, options: Options) -> Step:
    """Return the step in which both say, sealed, how they are: a state, or with the longer form a number."""
    states, inside = script("rating").steps
    return replace(inside if options.form == "full" else states, id=keeps, keeps=keeps)
