"""A sitting as it waits for the return of a pause: like the journal, and without what each has tapped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coreg.practice.playing import journal
from coreg.practice.steps.breathe import Breathing
from coreg.practice.steps.lead import Leading

if TYPE_CHECKING:
    from coreg.practice.sitting import Sitting

__all__ = ["set_aside"]


def set_aside(sitting: Sitting, now: float) -> Sitting:
    """Return the sitting as it may lie in a book for a day.

    Of a breathing that a pause has cut in two no tap says anything any more, so none of them waits with it.
    """
    kept = journal(sitting, now)
    match kept.play:
        case Breathing(a=a, b=b) as play if a or b:
            return replace(kept, play=replace(play, a=(), b=(), guided=True))
        case Leading() as play:
            return replace(kept, play=replace(play, leader=((), ()), follower=((), ())))
        case _:
            return kept
