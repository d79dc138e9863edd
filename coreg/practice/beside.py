"""What may stand beside a step: small breaths, a line that mends, the parked list. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.practice.steps.turn import Turning

if TYPE_CHECKING:
    from coreg.practice.sitting import Sitting

__all__ = ["BREATHS_AFTER", "WAITS", "mends", "parks"]

WAITS = ("first", "suggest", "choose", "ask", "gate", "wait")
"""Kinds of step that wait for somebody: there, small breaths are offered."""

BREATHS_AFTER = 20.0
"""Seconds of waiting after which they are offered."""


def mends(sitting: Sitting) -> bool:
    """Tell whether a line that mends has a place here: one speaks, and the other may answer with a key."""
    return isinstance(sitting.play, Turning) and not sitting.now_step.params.get("fixed")


def parks(sitting: Sitting) -> bool:
    """Tell whether something can be parked: in a talk in which one may answer the other."""
    return any(step.kind == "turn" and not step.params.get("fixed") for step in sitting.practice.script.steps)
