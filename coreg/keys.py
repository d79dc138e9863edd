"""Every key with its id, its default and where it works. Footer, help, palette and docs read this table.

A key is named as it is pressed: a lower-case character (``f``, ``/``, ``,``), or a name such as
``space``, ``enter``, ``escape``, ``f9``, ``ctrl+q``. Caps Lock makes no difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["KEYS", "PLACES", "Key", "Keymap", "KeymapError", "keymap", "press_name", "works_in_field"]


@dataclass(frozen=True, slots=True)
class Key:
    """One thing a key does: its id, its default keys, and the place in which it works."""

    id: str
    default: tuple[str, ...]
    place: str


def _keys(place: str, rows: Mapping[str, str]) -> tuple[Key, ...]:
    return tuple(Key(f"{place}.{name}", tuple(keys.split()), place) for name, keys in rows.items())


KEYS: tuple[Key, ...] = (
    *_keys("left", {"main": "f", "stop": "z", "1": "q", "2": "w", "3": "e", "4": "r", "5": "t"}),
    *_keys("right", {"main": "j", "stop": "/", "1": "y", "2": "u", "3": "i", "4": "o", "5": "p"}),
    *_keys("all", {"help": "? f1", "hide": "f9", "leave": "ctrl+q", "escape": "escape", "moment": "* f7"}),
    *_keys(
        "practice",
        {
            "pause": "space",
            "skip": "n",
            "note": "m f2",
            "breaths": "b",
            "night": "g",
            "quiet": "s",
            "timeout": "enter",
            "keep": "ctrl+s",
            "change": "c",
            "line": "l f3",
            "park": ", f4",
        },
    ),
    *_keys(
        "home",
        {
            "begin": "enter",
            "other": "tab",
            "check_in": "c",
            "breathe": "b",
            "talk": "l",
            "note": "n",
            "look_back": "r",
            "promises": "g",
            "private": "p",
            "timeout": "t",
            "settings": ",",
            "swap": "x",
            "night": "q",
        },
    ),
    *_keys(
        "list",
        {
            "up": "up",
            "down": "down",
            "page_up": "pageup",
            "page_down": "pagedown",
            "top": "home",
            "bottom": "end",
            "open": "enter",
            "less": "left -",
            "more": "right +",
            "leave_out": "x",
            "search": "ctrl+f /",
            "note": "n",
            "later": "w",
            "bin": "delete ctrl+d",
            "undo": "u",
            "show_bin": "ctrl+b",
            "empty": "ctrl+e",
            "done": "d",
            "let_go": "l",
            "keep": "ctrl+s",
            "next": "tab",
            "release": "s",
            "private": "p",
            "own": "o",
        },
    ),
    *_keys("lines", {"up": "up", "down": "down"}),
    *_keys("past", {"good": "g"}),
    *_keys("good", {"aloud": "a", "ideas": "i"}),
    *_keys(
        "moment",
        {
            "saw": "1",
            "heard": "2",
            "smelt": "3",
            "tasted": "4",
            "felt": "5",
            "moved": "6",
            "me": "m",
            "you": "y",
            "us": "u",
            "else": "e",
            "why": "w",
            "text": "tab",
            "done": "enter",
        },
    ),
    *_keys(
        "pause",
        {
            "take": "enter",
            "less": "left",
            "more": "right",
            "breathe": "b",
            "agreement": "c",
            "open": "s",
            "rest": "g",
        },
    ),
    *_keys(
        "words",
        {"go_on": "enter", "other": "tab", "show": "ctrl+t", "code": "ctrl+r", "none": "ctrl+n"},
    ),
)
"""The table. ``left`` and ``right`` are the two halves of the keyboard: each seat's own keys."""

PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "practice": ("left", "right", "practice", "all"),
        "home": ("home", "all"),
        "list": ("list", "all"),
        "past": ("past", "list", "all"),
        "good": ("good", "list", "all"),
        "moment": ("moment", "all"),
        "both": ("left", "right", "all"),
        "pause": ("left", "right", "pause", "all"),
        "words": ("left", "right", "words", "all"),
        "lines": ("left", "right", "lines", "all"),
        "rest": ("all",),
    }
)
"""Which parts of the table work together on one screen; within these, a key means one thing."""

_WITH_MAIN = ("home", "moment")
"""Places in which the own main keys work besides, where the place itself has no other use for them."""

_MAINS = ("left.main", "right.main")


class KeymapError(ValueError):
    """Own keys that do not hold: ``code`` and ``facts`` name the ids and what would be right."""

    def __init__(self, code: str, **facts: object) -> None:
        """Carry the code (a key of the error words) and its facts."""
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Keymap:
    """Which keys do what: by id, and by place and key."""

    by_id: Mapping[str, tuple[str, ...]]
    by_press: Mapping[str, Mapping[str, str]]

    def find(self, place: str, press: str) -> str | None:
        """Return the id of what this key does in a place, if it does anything."""
        for part in PLACES[place]:
            found = self.by_press.get(part, {}).get(press)
            if found:
                return found
        mains = _MAINS if place in _WITH_MAIN else ()
        return next((main for main in mains if press in self.by_id.get(main, ())), None)

    def label(self, key_id: str, *, writing: bool = False) -> str:
        """Return the key of an id as it should be written for a person; one for fields, if there is one."""
        keys = self.by_id.get(key_id, ())
        wanted = [key for key in keys if works_in_field(key)] if writing else []
        key = next(iter((*wanted, *keys)), "")
        return _LABELS.get(key, key)


_LABELS = {
    "escape": "esc",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "page up",
    "pagedown": "page down",
    "delete": "del",
}
_IN_FIELD = frozenset({"escape", *(f"f{number}" for number in range(1, 25))})
_SPECIAL = {"slash": "/", "comma": ",", "question_mark": "?", "plus": "+", "minus": "-", " ": "space"}


def press_name(key: str, character: str | None) -> str:
    """Return the name of a press as this table writes it, from what the terminal reported."""
    if character is not None and len(character) == 1 and character.isprintable() and character != " ":
        return character.lower()
    return _SPECIAL.get(key, key)


def works_in_field(press: str) -> bool:
    """Tell whether a key still works while something is being typed: F-keys, Esc and ctrl keys."""
    return press in _IN_FIELD or press.startswith("ctrl+") or press in ("tab", "shift+tab")


def keymap(changes: Mapping[str, str]) -> Keymap:
    """Return the table with somebody's own keys in it.

    Args:
        changes: key ids and the keys they should have, several separated by spaces.

    Raises:
        KeymapError: ``key_unknown`` or ``key_clash``, naming both ids; nothing is half taken. A default
            that has another key beside it gives way instead.
    """
    known = [key.id for key in KEYS]
    for name in changes:
        if name not in known:
            near = get_close_matches(name, known, 1)
            raise KeymapError("key_unknown", id=name, near=near[0] if near else known[0])
    own = {name: tuple(dict.fromkeys(keys.lower().split())) for name, keys in changes.items()}
    by_id = {key.id: own.get(key.id) or _given_way(key, own) for key in KEYS}
    for parts in PLACES.values():
        _no_clash((key.id for key in KEYS if key.place in parts), by_id)
    by_press: dict[str, dict[str, str]] = {}
    for key in KEYS:
        by_press.setdefault(key.place, {}).update(dict.fromkeys(by_id[key.id], key.id))
    return Keymap(MappingProxyType(by_id), MappingProxyType(by_press))


def _given_way(key: Key, own: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the default keys that nobody's own key means in the same place; all of them, if none is left."""
    near = {part for parts in PLACES.values() if key.place in parts for part in parts}
    taken = {press for other in KEYS if other.place in near for press in own.get(other.id, ())}
    return tuple(press for press in key.default if press not in taken) or key.default


def _no_clash(ids: Iterable[str], by_id: Mapping[str, tuple[str, ...]]) -> None:
    taken: dict[str, str] = {}
    for key_id in ids:
        for press in by_id[key_id]:
            if press in taken:
                raise KeymapError("key_clash", id=key_id, other=taken[press], key=press)
            taken[press] = key_id
