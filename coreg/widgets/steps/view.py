"""What a stage is shown: the sitting as it is at one moment, and who the two are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from coreg.practice.play import SEATS, other
from coreg.widgets.text import fill, named

if TYPE_CHECKING:
    from coreg.keys import Keymap
    from coreg.practice.helping import Help
    from coreg.practice.play import Seat, Step
    from coreg.practice.sitting import Sitting

__all__ = ["View", "clock_text"]


def clock_text(seconds: float) -> str:
    """Return seconds as a person reads them from a clock that runs down: 0.2 s left is still 0:01."""
    whole = int(max(0.0, seconds) + 0.999)
    return f"{whole // 60}:{whole % 60:02d}"


@dataclass(frozen=True, slots=True)
class View:
    """A sitting at ``t`` seconds of its active time (``now``: of session time)."""

    sitting: Sitting
    t: float
    now: float
    names: tuple[str, str]
    left: Seat
    keymap: Keymap
    motion: str = "full"
    cards: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """What helps a and b when it is a lot, a line each."""
    helps: tuple[Help, ...] = ()

    @property
    def step(self) -> Step:
        """The step on the stage."""
        return self.sitting.now_step

    @property
    def right(self) -> Seat:
        """Who sits right."""
        return other(self.left)

    @property
    def speaker(self) -> Seat | None:
        """Whose step it is, if it is one person's."""
        return self.sitting.context.speaker(self.step.who)

    def name(self, seat: Seat) -> str:
        """Return a person's name."""
        return self.names[SEATS.index(seat)]

    def people(self) -> dict[str, Content]:
        """Return the names that words of a script can bear, in their colours.

        In a part in which both speak, one after the other, the speaker is whose copy it is, whoever acts.
        """
        people = {seat: named(seat, self.name(seat)) for seat in SEATS}
        parts: dict[str, Content] = {"a": people["a"], "b": people["b"]}
        speaker = self.sitting.context.speaker(self.step.speaker) or self.speaker
        if speaker is not None:
            parts["speaker"] = people[speaker]
            parts["listener"] = people[other(speaker)]
        return parts

    def words(self, name: str, style: str = "$muted") -> Content:
        """Return words of the step, with names in their colours; empty where there are none."""
        text = self.step.words.get(name, "")
        return fill(text, self.people(), style) if text else Content("")

    def key(self, side: str, name: str) -> str:
        """Return how a key of one half of the keyboard is written."""
        return self.keymap.label(f"{side}.{name}")

    def side(self, seat: Seat) -> str:
        """Return the side on which a person sits."""
        return "left" if seat == self.left else "right"
