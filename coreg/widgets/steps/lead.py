"""The stage of leading and following: the leader's breath, whose it is, and at the end the usual lag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.practice.steps.lead import Leading
from coreg.widgets.steps.breathe import BreathStage

if TYPE_CHECKING:
    from coreg.widgets.steps.view import View

__all__ = ["LeadStage", "lag_words"]

_NOTICED = 0.05
"""Seconds below which ahead and behind are the same."""


def lag_words(lag: float | None) -> str:
    """Return the sentence about a usual lag in seconds (None: too few taps)."""
    if lag is None:
        return say("breathe.lead.untold")
    return say(f"breathe.lead.{'early' if lag < -_NOTICED else 'lag'}", seconds=f"{abs(lag):.1f}")


class LeadStage(BreathStage):
    """One picture for both; nothing is told of the follower before both halves are over."""

    def show(self, view: View) -> None:
        """Draw the breath that the leader's taps make."""
        play = view.sitting.play
        if not isinstance(play, Leading):
            return
        if play.told(view.t):
            self.say("", "", lag_words(play.lag()))
            self.fill(view, 0.0)
            return
        seat = play.leads(view.t)
        key = view.key("left" if seat == view.left else "right", "main")
        hint = say("breathe.lead.leads", name=view.name(seat), key=key)
        self.timed(view, play.at(view.t), lambda _: self.breath(view, play.breath(view.t), hint=hint))
