"""What a breathing pattern is called, and its lengths in words, for ours and for those of a couple."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import has, say

if TYPE_CHECKING:
    from coreg.practice.breath import Pattern

__all__ = ["OWN", "pattern_about", "pattern_name", "seconds_text"]

OWN = "own:"
"""What the id of a couple's own pattern begins with; their name for it follows."""

_PHASES = (
    ("inhale", "in"),
    ("top_up", "top_up"),
    ("hold_in", "hold"),
    ("exhale", "out"),
    ("hold_out", "rest"),
)


def pattern_name(pattern_id: str) -> str:
    """Return what to call a pattern of which only the id is known; it may be somebody's own text."""
    key = f"breathe.pattern.{pattern_id}.name"
    return say(key) if has(key) else pattern_id.removeprefix(OWN)


def pattern_about(pattern: Pattern) -> str:
    """Return the lengths of a pattern, such as "4 in · 1½ hold · 6 out"."""
    key = f"breathe.pattern.{pattern.id}.about"
    if has(key):
        return say(key)
    lengths = ((getattr(pattern, field), say(f"breathe.word.{word}")) for field, word in _PHASES)
    return " · ".join(f"{seconds_text(length)} {word}" for length, word in lengths if length)


def seconds_text(seconds: float) -> str:
    """Return a length as one says it: 5, 5½, ½, or 5.3."""
    whole = int(seconds)
    if seconds == whole + 0.5:
        return f"{whole or ''}½"
    return f"{seconds:g}"
