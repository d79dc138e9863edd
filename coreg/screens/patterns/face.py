"""The lines of the page on which a pattern is made, and the picture of one breath of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.content.pattern_words import seconds_text
from coreg.screens.patterns.shape import cycle_of, drawn, shape_of
from coreg.screens.tonight import minutes_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["breath", "label", "row"]

_LABEL = 14
_MINUTE = 60


def label(name: str, here: str) -> Content:
    """Return what a line is called, marked when it is the one that is chosen."""
    chosen = name == here
    words = say(f"patterns.page.{name}").ljust(_LABEL)
    return Content.assemble((" › " if chosen else "   ", "$both"), (words, "bold" if chosen else ""))


def row(name: str, value: float, here: str) -> Content:
    """Return a line with its value."""
    if name == here:
        return Content.assemble(label(name, here), ("◂ ", "$both"), _value(name, value), (" ▸", "$both"))
    return Content.assemble(label(name, here), "  ", (_value(name, value), "$muted"))


def _value(name: str, value: float) -> str:
    if name == "minutes":
        return say("tonight.minutes", minutes=minutes_text(value))
    if not value:
        return say("patterns.page.none")
    return say(f"patterns.page.{'second' if value <= 1 else 'seconds'}", count=seconds_text(value))


def breath(numbers: Mapping[str, float]) -> Iterator[Content]:
    """Yield one breath as two rows, empty when it is unsafe, and how many of it a minute has."""
    pattern = shape_of(numbers)
    for blocks in drawn(pattern) if pattern else ("", ""):
        yield Content.styled(blocks, "$both")
    cycle = cycle_of(numbers)
    rate = f"{_MINUTE / cycle:.1f}".removesuffix(".0")
    yield Content(say("patterns.page.breath", seconds=seconds_text(cycle), rate=rate))
