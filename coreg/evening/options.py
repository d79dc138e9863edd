"""What a couple has set, or asked for tonight, that shapes a plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coreg.content.patterns import patterns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.practice.breath import Pattern
    from coreg.practice.script import Script

__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """The form of the check-in, how to breathe, and whether one of them handles the keys for both.

    Attributes:
        form: "states" or "full".
        countdown: seconds before the first breath.
        pattern: the id of the pattern to breathe; side by side that of a.
        one_hand: whether one handles the keys for both, so that nothing can be sealed.
        way: "unison", "crossing", "answer", "lead" or "beside" (``practice/ways.py``).
        with_: side by side, the id of b's pattern.
        free: seconds without cues at the end.
        taps: whether both tap at their breaths in, to tell how closely in step they were.
        rate: whether both say, sealed, how it is inside before and after.
        patterns: the patterns there are; those that come with coreg, unless more are handed in.
        scripts: the couple's own scripts, by id.
    """

    form: str = "states"
    countdown: int = 5
    pattern: str = "easy46"
    one_hand: bool = False
    way: str = "unison"
    with_: str = ""
    free: float = 0.0
    taps: bool = False
    rate: bool = False
    patterns: Mapping[str, Pattern] = field(default_factory=patterns, repr=False, hash=False)
    scripts: Mapping[str, Script] = field(default_factory=dict, repr=False, hash=False)
