"""Words to choose from while somebody maps what sets them off, from ``en/words/map_words.toml``."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from coreg.content import lines, pack, say

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["GROUPS", "field_words", "label", "move_kind", "moves", "offered", "picks"]

GROUPS = ("towards", "away", "neither")
"""The groups of moves: towards what sets one off, away from it, and neither."""

_LISTS: Mapping[str, str] = MappingProxyType(
    {"body": "body", "feeling": "feelings", "softer": "softer", "need": "needs"}
)
_PICKS: Mapping[str, str] = MappingProxyType({"cue_kind": "cues", "state": "states"})
_OTHER = "other"


@cache
def picks(name: str) -> Mapping[str, str]:
    """Return what one field is chosen from: what is kept, and how it is said. Empty where nothing is."""
    if name == "move_kind":
        return MappingProxyType({key: text for group in GROUPS for key, text in moves(group).items()})
    found: Mapping[str, str] = pack("words/map_words")[_PICKS[name]] if name in _PICKS else {}
    return MappingProxyType(found)


def moves(group: str) -> Mapping[str, str]:
    """Return the moves of a group: what is kept, and how it is said."""
    found: Mapping[str, str] = pack("words/map_words")["moves"][group]
    return found


@cache
def offered(name: str) -> tuple[str, ...]:
    """Return the words that are offered for a field while it is written; own words are as good."""
    if name == "move":
        return tuple(text for key, text in picks("move_kind").items() if key != _OTHER)
    return lines(f"map_words.{_LISTS[name]}") if name in _LISTS else ()


def move_kind(move: str) -> str:
    """Return what sort of move this is, where it is one of the list; else ""."""
    wanted = " ".join(move.casefold().split())
    return next((key for key, text in picks("move_kind").items() if text == wanted and key != _OTHER), "")


def label(name: str, value: str) -> str:
    """Return how a choice is said; one that the list does not have as it is, for it was written elsewhere."""
    return picks(name).get(value, value)


def field_words(name: str, part: str) -> str:
    """Return words about a field: its ``title`` as a question, its ``text`` below, its ``label``."""
    return say(f"map_path.fields.{name}.{part}")
