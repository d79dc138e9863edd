"""What is typed into a sitting beside its steps: notes, lines that wait, and a line that was not finished."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coreg.practice.play import Kept
from coreg.practice.steps.write import Writing
from coreg.practice.takes import take

if TYPE_CHECKING:
    from coreg.practice.sitting import Noted, Parked, Parking, Sitting

__all__ = ["note", "park", "parking", "saved_draft"]


def note(sitting: Sitting, event: Noted) -> Sitting:
    """Keep a note under the practice that is on, or under the whole sitting."""
    if not event.entry or not sitting.results:
        return replace(sitting, note=event.text)
    return _noted(sitting, event.text)


def park(sitting: Sitting, event: Parked) -> Sitting:
    """Park a line with the practice that is on; nothing is being typed for the list any more."""
    if sitting.phase == "over" or not sitting.results:
        return sitting
    text, sitting = event.text.strip(), replace(sitting, parking="")
    return take(sitting, Kept("parked", text)) if text else sitting


def parking(sitting: Sitting, event: Parking) -> Sitting:
    """Take what is being typed for the list."""
    return sitting if sitting.phase == "over" else replace(sitting, parking=event.text)


def saved_draft(sitting: Sitting) -> Sitting:
    """Turn a line that was typed and not finished into a note: nothing typed is lost by resting."""
    draft = sitting.play.draft.strip() if isinstance(sitting.play, Writing) else ""
    if not draft:
        return sitting
    return _noted(sitting, f"{sitting.results[-1].note}\n\n{draft}".strip())


def _noted(sitting: Sitting, text: str) -> Sitting:
    result = replace(sitting.results[-1], note=text)
    return replace(sitting, results=(*sitting.results[:-1], result))
