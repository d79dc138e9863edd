"""One suggestion that fits both, from how both are. Never forced, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from coreg.practice.play import Both, Mark

__all__ = ["Suggestion", "suggest"]

_OVER = "over"
_TALK = "day_talk"
_COMPANY = "company"
_LOW = ("flat", "far")
_CALM = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What could come next: a practice ("" for as planned), why, and what better waits tonight."""

    practice: str
    reason: str
    without: tuple[str, ...] = ()


def _over(mark: Mark, line: int) -> bool:
    return mark.state == _OVER or (mark.inside is not None and mark.inside >= line)


def _low(mark: Mark) -> bool:
    return mark.state in _LOW


def _settled(mark: Mark) -> bool:
    return mark.state == "settled" or (
        mark.state is None and mark.inside is not None and mark.inside <= _CALM
    )


def suggest(
    pair: Both | None, own_lines: tuple[int, int], ahead: tuple[str, ...], exists: Collection[str]
) -> Suggestion:
    """Return one suggestion for two people.

    Args:
        pair: both marks, or None when it stays unsaid.
        own_lines: each one's own line, 0..10; at or over it counts as over the line.
        ahead: ids of the practices that come next anyway.
        exists: ids of the practices that can be suggested.

    Returns:
        A suggestion among ``exists`` and ``ahead``; one that comes next anyway is "as planned".
    """
    for wanted in _wishes(pair, own_lines):
        if _planned(wanted, ahead):
            return Suggestion("", wanted.reason, tuple(x for x in wanted.without if x in ahead))
        if wanted.practice in exists:
            return wanted
    return Suggestion("", "as_planned")


def _planned(wanted: Suggestion, ahead: tuple[str, ...]) -> bool:
    """Tell whether it comes anyway: what settles must come next, a talk may come later."""
    soon = ahead if wanted.practice == _TALK else ahead[:1]
    return not wanted.practice or wanted.practice in soon


def _wishes(pair: Both | None, own_lines: tuple[int, int]) -> tuple[Suggestion, ...]:
    if pair is None:
        return (Suggestion("", "unsaid"),)
    over = _over(pair.a, own_lines[0]), _over(pair.b, own_lines[1])
    if all(over):
        return (Suggestion("breathe", "both_over", (_TALK,)),)
    if any(over):
        return Suggestion(_COMPANY, "near"), Suggestion("breathe", "someone_over")
    if _low(pair.a) or _low(pair.b):
        return (Suggestion("waking", "someone_low"),)
    if _settled(pair.a) and _settled(pair.b):
        return (Suggestion(_TALK, "both_settled"),)
    return (Suggestion("breathe", "someone_up"),)
