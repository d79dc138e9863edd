"""What the own main keys do at a step, in words. Pure: a sitting in, words keys out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.practice.steps.form import Forming
from coreg.practice.steps.reveal import Suggesting
from coreg.practice.steps.turn import Turning
from coreg.practice.steps.write import Writing

if TYPE_CHECKING:
    from coreg.practice.sitting import Sitting

__all__ = ["lit", "main_words"]

_BOTH = {"say": "go_on", "reveal": "go_on", "sealed": "seal", "first": "begin"}


def main_words(sitting: Sitting, seat: str) -> str:
    """Return the key of the words for what a seat's main key does now; empty when it does nothing."""
    if sitting.phase != "running":
        return "go_on" if sitting.phase == "stopped" else ""
    step, play = sitting.now_step, sitting.play
    match play:
        case Turning():
            return _turn(play, seat)
        case Writing():
            return "nod" if play.finished and sitting.context.speaker(step.who) == seat else ""
        case Forming():
            return "start" if not play.lifted and play.seat(sitting.context) == seat else ""
        case Suggesting():
            return "take" if play.suggestion.practice or play.suggestion.without else "go_on"
        case _:
            asked = sitting.context.speaker(step.who) if step.kind == "choose" else None
            return "choose" if asked == seat else _BOTH.get(step.kind, "")


def _turn(play: Turning, seat: str) -> str:
    if play.floor.handed is not None:
        return "not_done" if seat == play.seat else ""
    return "done" if seat == play.seat else "give"


def lit(sitting: Sitting) -> str | None:
    """Return the seat whose turn it is; both are alike everywhere else, and after any stop."""
    if sitting.phase in ("running", "paused") and isinstance(sitting.play, Turning):
        return sitting.play.seat
    return None
