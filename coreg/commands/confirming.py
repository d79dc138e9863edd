"""Asking a person at a terminal for a word, where a key would be too quick."""

from __future__ import annotations

import sys

from coreg.record.trouble import Trouble

__all__ = ["typed"]

_LONGEST = 200


def typed(question: str, word: str, *, without: str) -> bool:
    """Ask, and tell whether the word was typed.

    Raises:
        Trouble: ``without``; nobody is at a terminal to be asked.
    """
    from coreg.commands import speech

    if sys.stdin is None or not sys.stdin.isatty():
        raise Trouble(without)
    speech.tell(question)
    return sys.stdin.readline(_LONGEST).strip().casefold() == word
