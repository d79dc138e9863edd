"""The grammar of a terminal's bell, which has neither pitch nor length: one for in, two for out. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.sound.cues import Guide

__all__ = ["APART", "STROKES", "rings"]

APART = 0.35
"""Seconds between two strokes that belong together; closer, many terminals ring only once."""

STROKES: Mapping[str, tuple[float, ...]] = {
    "in": (0.0,),
    "top_up": (0.0,),
    "out": (0.0, APART),
    "swap": (0.0,),
    "end": (0.0,),
}
"""When the bell is rung for a tone (s after its beginning); what is not here is silent, ticks above all."""


def rings(guide: Guide, before: float, t: float) -> bool:
    """Tell whether the bell is due after ``before`` and up to ``t``, in seconds of the guide.

    However much was due between two looks, it is rung once: a terminal that is late never rattles.
    """
    return any(
        before < cue.at + stroke <= t
        for cue in guide.between(before - APART, t + APART)
        for stroke in STROKES.get(cue.tone, ())
    )
