"""A pause that is on in one line, for home and for a start that leads elsewhere; light, as home is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.content.timeout_words import when_words

if TYPE_CHECKING:
    from coreg.evening.pause import Pause
    from coreg.screens.house import House

__all__ = ["pause_words"]


def pause_words(house: House, pause: Pause) -> str:
    """Return when the return is, or that it is time. Nothing else is said."""
    now = house.now()
    shown = house.pausing.face(pause)
    clock = f"{now:%H:%M}" if shown == "now" else when_words(pause.back(now) or now, now)
    return say(f"timeout.card.{shown}", clock=clock)
