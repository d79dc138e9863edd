"""What a breathing was, in a few plain words, from what stands in its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import has, say
from coreg.content.pattern_words import pattern_name, seconds_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["breathed_words"]


def breathed_words(params: Mapping[str, object]) -> str:
    """Return the way, the other pattern, the breaths and the easiest pace, as far as they are known.

    ``params`` may come from another copy of a book: what is not known there is left out.
    """
    return ", ".join(_parts(params))


def _parts(params: Mapping[str, object]) -> Iterator[str]:
    way = params.get("way")
    # Of leading and following the name of it says so already.
    if isinstance(way, str) and way != "lead" and has(f"breathe.way.{way}.name"):
        yield say(f"breathe.way.{way}.name")
    other = params.get("with")
    if isinstance(other, str):
        yield say("breathe.how.beside", name=pattern_name(other))
    if breaths := _number(params.get("cycles")):
        yield _breaths(breaths, _number(params.get("with_cycles")))
    if pace := _number(params.get("pace")):
        yield say("breathe.kept.pace", pace=seconds_text(pace))


def _breaths(breaths: float, others: float) -> str:
    if others:
        return say("breathe.kept.both", breaths=f"{breaths:g}", others=f"{others:g}")
    return say("breathe.kept.one") if breaths == 1 else say("breathe.counted", breaths=f"{breaths:g}")


def _number(value: object) -> float:
    """Return a number that was kept, nought for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 < value < _MOST else 0.0


_MOST = 10_000
"""More than anybody breathes in one sitting."""
