"""What is meant by words that were typed about a breathing: a pattern, a way for two, what comes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.commands.choices import choose, default_pattern, patterns, ways
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from coreg.evening.how import How
    from coreg.own_patterns import Own
    from coreg.practice.breath import Pattern

__all__ = ["Asked", "asked_for", "pattern_of"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A pattern, how it is breathed, and every pattern that was meant or could be."""

    pattern: Pattern
    how: How
    patterns: Mapping[str, Pattern]


def asked_for(asked: Namespace, own_file: Callable[[], Path]) -> Asked:
    """Return what was asked for: ``pattern``, ``way``, ``other``, ``free``, ``taps`` and ``rate``.

    Raises:
        Trouble: there is no such pattern or way, or what was asked for does not go together. OwnPatternError:
            see :func:`pattern_of`. PatternError: ``pattern_apart``.
    """
    from coreg.content.pattern_words import OWN
    from coreg.content.patterns import patterns as known
    from coreg.evening.breathing import wanted_way
    from coreg.evening.how import How, fitted
    from coreg.practice.breath import PatternError
    from coreg.practice.ways import MOST_APART

    pattern = pattern_of(asked.pattern, own_file)
    other = pattern_of(asked.other, own_file) if asked.other is not None else None
    way = wanted_way(choose("breathe.way", asked.way or ("beside" if other else None), ways()))
    if other and (way != "beside" or other.id == pattern.id):
        raise _misused("--with")
    all_of_them = {**known(), pattern.id: pattern, **({other.id: other} if other else {})}
    wanted = How(way, other.id if other else "", asked.free, asked.taps, asked.rate)
    found = fitted(wanted, pattern, all_of_them)
    if other and other.id != found.with_:
        apart = (one.id.removeprefix(OWN) for one in (pattern, other))
        raise PatternError("pattern_apart", pattern=next(apart), other=next(apart), most=MOST_APART)
    for option, lost in (
        ("--way", found.way != way),
        ("--free", found.free != asked.free),
        ("--taps", found.taps != asked.taps),
    ):
        if lost:
            raise _misused(option)
    return Asked(pattern, found, all_of_them)


def _misused(option: str) -> Trouble:
    return Trouble("option_use", option=option, command="coreg breathe")


def pattern_of(word: str | None, own_file: Callable[[], Path]) -> Pattern:
    """Return the pattern that is meant, by what is typed or by what the screen calls it; else the usual one.

    The file of the own patterns is looked for only when the word is none of ours. What two people called a
    pattern of their own comes before what the screen calls one of ours.

    Raises:
        Trouble: ``near_choice`` or ``wrong_choice``; there is no such pattern. OwnPatternError: it was left
        out of the own ones, or their file cannot be read.
    """
    from coreg.content.pattern_words import pattern_name
    from coreg.content.patterns import patterns as known

    wanted, ours = word or default_pattern(), patterns()
    if _folded(wanted) in map(_folded, ours):
        return known()[choose("breathe", wanted, ours)]
    from coreg.own_patterns import read_own

    own = read_own(own_file())
    _refuse_left_out(wanted, own)
    names = {_folded(one.name): one.pattern.id for one in own.kept}
    called = {_folded(pattern_name(id_)): id_ for id_ in ours.values()}
    if _folded(wanted) in called and _folded(wanted) not in names:
        return known()[called[_folded(wanted)]]
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
