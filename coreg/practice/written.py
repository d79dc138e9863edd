"""A pattern as one short text, as it stands in a step and in a record: ``2+1/0/6/0``, ``4/0/6h/0``.

In, a second sip after a plus, hold, out (``h``: hummed), rest; all in seconds.
"""

from __future__ import annotations

from coreg.practice.breath import Pattern

__all__ = ["pattern_written", "written"]

_PARTS = 4


def written(pattern: Pattern) -> str:
    """Return the lengths of a pattern as text, exact to the last digit."""
    top_up = f"+{_number(pattern.top_up)}" if pattern.top_up else ""
    hum = "h" if pattern.hummed else ""
    ends = (
        f"{_number(pattern.inhale)}{top_up}",
        _number(pattern.hold_in),
        f"{_number(pattern.exhale)}{hum}",
        _number(pattern.hold_out),
    )
    return "/".join(ends)


def pattern_written(id: str, text: str) -> Pattern:
    """Return the pattern that was written as ``text``.

    Raises:
        ValueError: it is no pattern, or (PatternError) not a safe one.
    """
    parts = text.split("/")
    if len(parts) != _PARTS:
        raise ValueError(text)
    inhale, _, top_up = parts[0].partition("+")
    return Pattern(
        id,
        float(inhale),
        float(parts[1]),
        float(parts[2].removesuffix("h")),
        float(parts[3]),
        top_up=float(top_up or 0),
        hummed=parts[2].endswith("h"),
    )


def _number(value: float) -> str:
    return repr(float(value)).removesuffix(".0")
