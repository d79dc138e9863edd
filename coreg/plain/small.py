"""A minute of small breaths where lines are typed, and not keys: Enter ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from coreg.content import say
from coreg.content.patterns import default_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["breathe_small"]

_MINUTE = 60.0


class Voice(Protocol):
    """The terminal: lines are said."""

    def say(self, text: str) -> None:
        """Show lines."""
        ...


def breathe_small(voice: Voice, rest: Callable[[float], str | None]) -> str:
    """Tell a minute of breaths; return the line that was typed before it was over, or "".

    Args:
        voice: the terminal.
        rest: waits so many seconds, or until a line is typed, and returns that.
    """
    pattern = default_pattern()
    voice.say(say("plain.line.breathe"))
    for _ in range(int(_MINUTE / pattern.cycle)):
        for words, seconds in (("in", pattern.inhale), ("out", pattern.exhale)):
            voice.say(say(f"plain.line.{words}", seconds=f"{seconds:g}"))
            typed = rest(seconds)
            if typed is not None:
                return typed.strip()
    return ""
