"""Every key with its id, its default and where it works: the table that :mod:`coreg.keys` reads.

A key is named as it is pressed: a lower-case character (``f``, ``/``, ``,``), or a name such as
``space``, ``enter``, ``escape``, ``f9``, ``ctrl+q``.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KEYS", "PLACES", "Key"]


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
            "maps": "m",
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
            "calendar": "m",
        },
    ),
    *_keys("lines", {"up": "up", "down": "down", "back": "enter l"}),
    *_keys("path", {"much": "ctrl+l", "keep": "ctrl+s"}),
    *_keys("mine", {"again": "a", "earlier": "e", "go_on": "g", "take_back": "t"}),
    *_keys(
        "map",
        {
            "up": "up",
            "down": "down",
            "page_up": "pageup",
            "page_down": "pagedown",
            "top": "home",
            "bottom": "end",
            "open": "enter",
            "less": "left",
            "more": "right",
            "next": "tab",
            "search": "ctrl+f /",
            "new": "n",
            "own": "p",
            "link": "l",
            "order": "s",
            "helps": "h",
            "loops": "o",
            "scene": "c",
            "ways": "w",
            "agree": "a",
            "name": "e",
            "let_go": "delete ctrl+d",
            "undo": "u",
        },
    ),
    *_keys(
        "said",
        {
            "go_on": "enter",
            "next": "tab",
            "back": "shift+tab",
            "less": "left",
            "more": "right",
            "breathe": "b",
            "let_go": "delete ctrl+d",
        },
    ),
    *_keys("past", {"good": "g"}),
    *_keys("good", {"aloud": "a", "ideas": "i"}),
    *_keys("night", {"aloud": "tab"}),
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
            "calendar": "m",
            "pulse": "n",
            "anew": "space",
        },
    ),
    *_keys("pulse", {"tap": "space"}),
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
        "night": ("left", "right", "night", "all"),
        "pause": ("left", "right", "pause", "all"),
        "words": ("left", "right", "words", "all"),
        "lines": ("left", "right", "lines", "all"),
        "map": ("map", "all"),
        "said": ("left", "right", "said", "all"),
        "path": ("path", "all"),
        "mine": ("mine", "list", "all"),
        "pulse": ("pulse", "all"),
        "rest": ("all",),
    }
)
"""Which parts of the table work together on one screen; within these, a key means one thing."""
