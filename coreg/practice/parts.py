"""Parts of a script that come several times, and for each of the two: written once, laid out in a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from coreg.practice.step import StepError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coreg.practice.step import Step

__all__ = ["MOST_LAID", "MOST_ROUNDS", "ROLES", "SWAPS", "Part", "laid_out"]

MOST_ROUNDS = 12
"""Rounds that a part can have."""

MOST_LAID = 160
"""Steps that a script can come to, with every round of every part counted."""

SWAPS = ("", "every_round", "after_all")
"""When the other speaks: never, in the second half of every round, or after all rounds of the first."""

ROLES = ("speaker", "listener")
"""Who acts in a part in which both speak, one after the other."""


@dataclass(frozen=True, slots=True)
class Part:
    """How often the steps of a part come: usually, at least and at most, and when the other speaks."""

    id: str
    rounds: int = 1
    fewest: int = 1
    most: int = 1
    swap: str = ""


_ONCE = Part("")


def laid_out(steps: Sequence[Step], parts: Sequence[Part], rounds: Mapping[str, int]) -> tuple[Step, ...]:
    """Return the steps in a row as they are gone through.

    Args:
        steps: as they stand in the file; those of a part stand together.
        parts: the parts there are.
        rounds: how many rounds of a part there are this time, where not the usual number.

    Raises:
        StepError: ``part_apart``, ``script_long``.
    """
    known = {part.id: part for part in parts}
    firsts = _firsts(steps, known, rounds)
    laid: list[Step] = []
    for name, group in groupby(steps, key=lambda step: step.part):
        part = known.get(name, _ONCE)
        if any(step.part == name for step in laid if name):
            raise StepError("part_apart", part=name)
        mine = tuple(group)
        speakers = tuple(_speakers(part, rounds.get(name, part.rounds)))
        if len(laid) + len(mine) * len(speakers) > MOST_LAID:
            raise StepError("script_long", most=MOST_LAID)
        for copy in range(len(speakers)):
            laid += _copy(mine, speakers, copy, firsts)
    return tuple(laid)


def _speakers(part: Part, rounds: int) -> Iterator[str]:
    """Yield who speaks in each copy of a part."""
    match part.swap:
        case "every_round":
            yield from ("first", "second") * rounds
        case "after_all":
            yield from ("first",) * rounds
            yield from ("second",) * rounds
        case _:
            yield from ("",) * rounds


def _firsts(steps: Sequence[Step], known: Mapping[str, Part], rounds: Mapping[str, int]) -> dict[str, str]:
    """Return the id of the first copy of every step."""
    found = {}
    for step in steps:
        part = known.get(step.part, _ONCE)
        copies = len(tuple(_speakers(part, rounds.get(part.id, part.rounds))))
        found[step.id] = f"{step.id}.1" if copies > 1 else step.id
    return found


def _copy(
    mine: Sequence[Step], speakers: Sequence[str], copy: int, firsts: Mapping[str, str]
) -> Iterator[Step]:
    """Yield one copy of a part; what stands only before the other speaks is left out elsewhere."""
    here, after = speakers[copy], speakers[copy + 1] if copy + 1 < len(speakers) else speakers[copy]
    staying = [step for step in mine if not step.swap or here != after]
    tail = f".{copy + 1}" if len(speakers) > 1 else ""
    ids = {step.id: f"{step.id}{tail}" for step in staying}
    left_out = {step.id for step in mine} - set(ids)
    for step in staying:
        leads = {
            answer: ids.get(to, firsts.get(to, to)) for answer, to in step.next.items() if to not in left_out
        }
        who = _acting(step.who, here)
        yield replace(step, id=ids[step.id], who=who, speaker=here, next=leads)


def _acting(who: str, speaker: str) -> str:
    if who not in ROLES:
        return who
    return speaker if who == "speaker" else {"first": "second", "second": "first"}[speaker]
