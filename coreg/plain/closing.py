"""What is said at the end: what stayed, the hug, and good night. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.evening.planning import is_night
from coreg.practice.play import SEATS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.evening.couple import Couple
    from coreg.practice.sitting import Sitting

__all__ = ["closing_lines"]


def closing_lines(sitting: Sitting, couple: Couple) -> Iterator[str]:
    """Yield the thanks and what stays, each with the name it bears; the hug, if it is one; good night."""
    names = dict(zip(SEATS, (couple.a, couple.b), strict=True))
    for keep in (*sitting.kept("thanks"), *sitting.kept("stays")):
        line = f"“{keep.text}”"
        yield line if keep.by is None else say("plain.answers", name=names[keep.by], answers=line)
    if sitting.kept("hug"):
        yield say("good_night.hug")
    left, right = (names[seat] for seat in (couple.left, "b" if couple.left == "a" else "a"))
    yield say("good_night.title" if is_night(sitting) else "good_night.done", left=left, right=right)
