"""What a voice is handed: the sitting as it is at one moment, who the two are, and how they are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from coreg.practice.play import SEATS, other

if TYPE_CHECKING:
    from coreg.keys import Keymap
    from coreg.practice.play import Seat, Step
    from coreg.practice.sitting import Sitting

__all__ = ["NEVER", "Cues", "Manner", "Moment", "Scene", "Words"]

Cues: TypeAlias = Literal["every", "some", "few"]
"""How often a breath is told: each part of it, each breath, or every fourth breath."""

Words: TypeAlias = Literal["full", "short", "bare"]
"""How much is said each time: a sentence, a word and a number, or a word."""

_PERSON = re.compile(r"\{(\w+)\}")


class Moment(NamedTuple):
    """When something was looked at, in active seconds (which can stand still) and in session time, and what
    the step that was on was like then.
    """

    t: float
    now: float
    play: object | None = None


NEVER = Moment(-inf, -inf)
"""Before everything."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the two like to be told. ``keys``: whether anything can be pressed at all.

    ``hide_key`` is the name of a key that hides, pressed three times quickly; "" for none.
    """

    cues: Cues = "every"
    words: Words = "short"
    keys: bool = True
    hide_key: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sitting at ``t`` seconds of its active time (``now``: of session time)."""

    sitting: Sitting
    t: float
    now: float
    names: tuple[str, str]
    left: Seat
    keymap: Keymap
    manner: Manner = Manner()
    pauses: bool = False
    """Whether a pause can be kept anywhere."""
    question: str = ""
    """Which question of the long form is on; nothing of any answer."""
    cards: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """What helps a and b when it is a lot, as lines that the other may read."""

    @property
    def moment(self) -> Moment:
        """When this is."""
        return Moment(self.t, self.now, self.sitting.play)

    @property
    def step(self) -> Step:
        """The step that is on."""
        return self.sitting.now_step

    @property
    def sides(self) -> tuple[Seat, Seat]:
        """Who sits left and who sits right."""
        return self.left, other(self.left)

    def name(self, seat: Seat) -> str:
        """Return a person's name."""
        return self.names[SEATS.index(seat)]

    def key(self, seat: Seat, name: str) -> str:
        """Return how one of a person's own keys is written: ``main``, ``stop``, ``1`` to ``5``."""
        return self.keymap.label(f"{'left' if seat == self.left else 'right'}.{name}")

    def both(self, name: str) -> tuple[str, str]:
        """Return how the same own key of both is written, the left one first."""
        left, right = (self.key(seat, name) for seat in self.sides)
        return left, right

    @property
    def speaker(self) -> Seat | None:
        """Whose step it is, if it is one person's."""
        return self.sitting.context.speaker(self.step.who)

    def words(self, name: str, speaker: Seat | None = None) -> str:
        """Return words of the step, with people's names in their places; "" where there are none.

        In a part in which both speak, one after the other, the speaker is whose copy it is, whoever acts.
        """
        text = self.step.words.get(name, "")
        return self.filled(text, speaker or self.sitting.context.speaker(self.step.speaker) or self.speaker)

    def filled(self, text: str, speaker: Seat | None) -> str:
        """Return a text with people's names in their places."""
        people: dict[str, str] = {seat: self.name(seat) for seat in SEATS}
        if speaker is not None:
            people |= {"speaker": self.name(speaker), "listener": self.name(other(speaker))}
        return _PERSON.sub(lambda part: people.get(part[1], part[0]), text)
