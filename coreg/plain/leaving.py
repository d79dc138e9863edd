"""Leaving a question that is answered by a line: the same word, wherever lines are asked for."""

from __future__ import annotations

from coreg.content import say

__all__ = ["HELP", "LeftError", "leaves"]

HELP = "?"
"""What asks for the words behind a slash once more."""


class LeftError(Exception):
    """Somebody left in place of an answer. Whatever was kept before is kept; nothing else is."""


def leaves(typed: str) -> bool:
    """Tell whether a line leaves."""
    return typed == say("plain.line.leave")
