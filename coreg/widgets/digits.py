"""Big digits for a clock, three rows high, in light lines."""

from __future__ import annotations

__all__ = ["digit_rows"]

_ROWS = (
    "╭─╮ ╷ ╶─╮╶─╮╷ ╷╭─╴╭─╴╶─╮╭─╮╭─╮   ",
    "│ │ │ ╭─╯ ─┤╰─┤╰─╮├─╮  │├─┤╰─┤ · ",
    "╰─╯ ╵ ╰─╴╶─╯  ╵╶─╯╰─╯  ╵╰─╯╶─╯ · ",
)
_ORDER = "0123456789:"


def digit_rows(text: str) -> tuple[str, str, str]:
    """Return a text of digits and colons as three rows; each sign is three cells and a gap."""
    places = [_ORDER.index(sign) * 3 for sign in text if sign in _ORDER]
    top, middle, low = (" ".join(row[place : place + 3] for place in places) for row in _ROWS)
    return top, middle, low
