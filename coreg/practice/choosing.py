"""Choosing what opens a part, as a fold: words, the words again, a code, the code again.

Whether words can be taken, and whether a code is the same, is asked where that is known; here it holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

__all__ = ["CODE", "COVER", "WORDS", "Choosing", "Stage", "back", "go_on", "typed", "typed_again"]

Stage: TypeAlias = Literal["cover", "words", "again", "code", "retype", "over", "left"]
"""Where it is: ``over`` when all is chosen, ``left`` when its owner went back before the beginning."""

COVER: tuple[Stage, ...] = ("cover",)
"""The part that asks the other to look away."""

WORDS: tuple[Stage, ...] = ("words", "again")
"""The part that asks for a passphrase, typed twice."""

CODE: tuple[Stage, ...] = ("code", "retype")
"""The part that shows a recovery code, and asks for it once."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """What was chosen so far. ``differed`` says that the words were not the same the second time."""

    steps: tuple[Stage, ...]
    at: int = 0
    words: str = field(default="", repr=False)
    differed: bool = False

    @property
    def stage(self) -> Stage:
        """Where it is now."""
        if self.at < 0:
            return "left"
        return self.steps[self.at] if self.at < len(self.steps) else "over"


def go_on(choosing: Choosing) -> Choosing:
    """Return the next stage; an end stays as it is."""
    if choosing.stage in ("over", "left"):
        return choosing
    return replace(choosing, at=choosing.at + 1, differed=False)


def typed(choosing: Choosing, words: str) -> Choosing:
    """Return the choosing with words that can be taken."""
    return go_on(replace(choosing, words=words)) if choosing.stage == "words" else choosing


def typed_again(choosing: Choosing, words: str) -> Choosing:
    """Return the choosing with the words typed a second time; if they differ, both are to be typed anew."""
    if choosing.stage != "again":
        return choosing
    if words == choosing.words:
        return go_on(choosing)
    return replace(choosing, at=choosing.at - 1, words="", differed=True)


def back(choosing: Choosing) -> Choosing:
    """Return the stage before. Words are forgotten as soon as they are to be typed anew; the cover is passed.

    From a code the way back leads to new words, not to the repeating of old ones.
    """
    at = choosing.at - 1
    while at >= 0 and choosing.steps[at] in ("again", "cover"):
        at -= 1
    words = choosing.words if "again" in choosing.steps[: max(0, at)] else ""
    return replace(choosing, at=at, words=words, differed=False)
