"""Which pattern is meant by a word that was typed: one of ours, or one of the couple's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.commands.choices import choose, default_pattern, patterns

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coreg.own_patterns import Own
    from coreg.practice.breath import Pattern

__all__ = ["pattern_of"]


def pattern_of(word: str | None, own_file: Callable[[], Path]) -> Pattern:
    """Return the pattern that is meant; without a word the usual one.

    The file of the own patterns is looked for only when the word is none of ours.

    Raises:
        Trouble: ``near_choice`` or ``wrong_choice``; there is no such pattern. OwnPatternError: it was left
        out of the own ones, or their file cannot be read.
    """
    from coreg.content.patterns import patterns as known

    wanted, ours = word or default_pattern(), patterns()
    if _folded(wanted) in map(_folded, ours):
        return known()[choose("breathe", wanted, ours)]
    from coreg.own_patterns import read_own

    own = read_own(own_file())
    _refuse_left_out(wanted, own)
    names = {_folded(one.name): one.pattern.id for one in own.kept}
    return {**known(), **own.patterns}[choose("breathe", wanted, {**ours, **names})]


def _folded(word: str) -> str:
    """Return a word as ``choose`` compares it."""
    return word.casefold().replace("-", "_")


def _refuse_left_out(wanted: str, own: Own) -> None:
    """Say why an own pattern was left out, when it is the one that is meant."""
    if any(_folded(one.name) == _folded(wanted) for one in own.kept):
        return
    for error in own.refused:
        if _folded(str(error.facts["pattern"]).strip('"')) == _folded(wanted):
            raise error
