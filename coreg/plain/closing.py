"""What is said at the end: what taps tell, what stayed, the hug, and good night. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.evening.in_step_said import said
from coreg.evening.planning import is_night
from coreg.practice.play import SEATS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.evening.couple import Couple
    from coreg.evening.in_step import Series, Told
    from coreg.practice.sitting import Sitting

__all__ = ["closing_lines", "in_step_lines"]


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


def in_step_lines(
    told: Told, couple: Couple, series: Series | None = None, session: str = ""
) -> Iterator[str]:
    """Yield what the taps of a breathing say, sentence by sentence, as the screen says it.

    Args:
        told: what tonight's taps say.
        couple: whose they are.
        series: what is kept of this and other times, where it can be read.
        session: the id of tonight's session.
    """
    names = dict(zip(SEATS, (couple.a, couple.b), strict=True))
    for group in said(told, series, session):
        for one in group:
            whose = {"name": names[one.seat]} if one.seat else {}
            yield say(f"breathe.together.{one.key}", **names, **whose, **one.facts)
