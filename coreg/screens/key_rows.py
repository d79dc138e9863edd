"""The keys of the table with what they do, by the part of the table they stand in. Knows no Textual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.content import say
from coreg.keys import KEYS, Keymap

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PARTS", "KeyRow", "key_rows", "pressed"]

PARTS = (
    "left",
    "right",
    "all",
    "practice",
    "lines",
    "home",
    "list",
    "past",
    "map",
    "said",
    "mine",
    "path",
    "good",
    "night",
    "moment",
    "pause",
    "pulse",
    "words",
)
"""The parts of the table, in the order in which they are read."""

_SEATS = ("left", "right")


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What is pressed, as a person writes it, and what it does."""

    keys: str
    what: str


def pressed(press: str) -> str:
    """Return how one key is written for a person: esc, page up, f."""
    return Keymap({"": (press,)}, {}).label("")


def key_rows(part: str, keymap: Keymap) -> tuple[KeyRow, ...]:
    """Return the rows of one of :data:`PARTS` as the keys are set now; a seat's five answers are one row."""
    return tuple(_seat(part, keymap) if part in _SEATS else _rows(part, keymap))


def _rows(part: str, keymap: Keymap) -> Iterator[KeyRow]:
    for key in KEYS:
        if key.place == part:
            yield KeyRow(_written(key.id, keymap), say(f"keys.{key.id}"))


def _seat(side: str, keymap: Keymap) -> Iterator[KeyRow]:
    for name in ("main", "stop"):
        yield KeyRow(_written(f"{side}.{name}", keymap), say(f"keys.seat.{name}"))
    five = " ".join(keymap.label(f"{side}.{number}") for number in range(1, 6))
    yield KeyRow(five, say("keys.seat.five"))


def _written(key_id: str, keymap: Keymap) -> str:
    return say("keys.or").join(pressed(key) for key in keymap.by_id[key_id])
