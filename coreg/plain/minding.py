"""The caution before a breath is held: both read it, once in a while, and a way without holds is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.content.patterns import patterns
from coreg.evening.cautions import caution_due, caution_read
from coreg.plain.wording import pattern_name
from coreg.practice.neighbour import neighbour
from coreg.practice.play import SEATS
from coreg.practice.steps.breathe import other_pattern, pattern_of
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coreg.evening.keeping import Keeping
    from coreg.plain.host import Host
    from coreg.practice.breath import Pattern
    from coreg.practice.sitting import Plan

__all__ = ["mind"]


def mind(host: Host, keeping: Keeping, today: date, plan: Plan) -> bool:
    """Have both read the caution that belongs before a breath that is held; tell whether they go on.

    It is said to whoever has not read it for long (:data:`coreg.evening.cautions.AGAIN`), and each time where
    nothing is kept or no key can be pressed: then nobody has said that it was read.
    """
    held = tuple(_held(plan))
    kept = not keeping.locked and keeping.home() is not None
    if not held or (kept and not _due(keeping, held, today)):
        return True
    caution = (say("breathe.caution"), *_without_holds(held[0]))
    if not host.manner.keys:
        host.say(*caution)
        return True
    if not _read(host, caution):
        return False
    if kept:
        keeping.change_couple(lambda couple: caution_read(couple, today))
    return True


def _held(plan: Plan) -> Iterator[Pattern]:
    """Yield the patterns by which a clock holds somebody's breath."""
    for step in plan.script.steps:
        if step.kind == "breathe":
            yield from (one for one in (pattern_of(step), other_pattern(step)) if one and one.holds)


def _due(keeping: Keeping, held: tuple[Pattern, ...], today: date) -> bool:
    """Tell whether somebody is to read it; where the book cannot be read, both are."""
    try:
        couple = keeping.couple().result()
    except Trouble:
        return True
    people = (couple.a, couple.b) if couple is not None else ()
    return not people or any(caution_due(one, pattern, today) for one in people for pattern in held)


def _without_holds(pattern: Pattern) -> Iterator[str]:
    ours = patterns()
    if instead := neighbour(ours.get(pattern.id, pattern), ours):
        yield say("plain.without_holds", name=pattern_name(instead), id=instead.id)


def _read(host: Host, caution: tuple[str, ...]) -> bool:
    """Say the caution, and wait for the own keys of both; nothing says who has pressed."""
    names = (host.couple.a, host.couple.b) if host.couple.left == "a" else (host.couple.b, host.couple.a)
    label = host.keymap.label
    keys = {"left": label("left.main"), "right": label("right.main")}
    asked = (
        *caution,
        say("caution.both", left=names[0], right=names[1]),
        say("plain_talk.together", **keys, what=say("caution.read")),
        say("plain.end_here", key=label("all.escape")),
    )
    host.say(*asked)
    both: set[str] = set()
    while len(both) < len(SEATS):
        found = host.pressed("left.main", "right.main", "all.escape", "all.leave", again=asked)
        if not found.endswith(".main"):
            return False
        both.add(found)
    return True
