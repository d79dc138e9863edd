"""Own keys as they are pressed: which may be chosen, what stands in the way, what is to be saved.

Knows no Textual. A key is named as ``coreg.keys`` names it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from coreg.keys import KEYS, PLACES
from coreg.practice.hello import ASKED

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["HIDE", "Clash", "hide_clash", "own_keys", "to_save", "usable"]

HIDE = "hide_key"
"""Stands in a clash for the key that hides the screen when it is pressed three times."""

_FIVES = tuple(f"{side}.{number}" for side in ("left", "right") for number in range(1, 6))
_LAYOUTS: Mapping[str, str] = MappingProxyType({"y": "qwertzuiop", "w": "azertyuiop", "я": "йцукенгшщз"})
"""The upper row of a keyboard, by the letter outermost left below it: there the first stop is looked for."""

_DEFAULTS: Mapping[str, tuple[str, ...]] = MappingProxyType({key.id: key.default for key in KEYS})
_SHARED = tuple(key.id for key in KEYS if key.place in {*PLACES["practice"], *PLACES["both"]})
_OWN = (*ASKED, *_FIVES)


@dataclass(frozen=True, slots=True)
class Clash:
    """A key that was pressed for one id and belongs to another already."""

    key: str
    id: str
    other: str


def usable(press: str) -> bool:
    """Tell whether a press can be an own key at all: one letter, digit or sign that can be seen alone."""
    return len(press) == 1 and unicodedata.category(press)[0] in "LNPS"


def own_keys(chosen: Mapping[str, str], changes: Mapping[str, str], hide: str) -> dict[str, str] | Clash:
    """Return the couple's own keys in full, by id, or what stands in the way of the last one chosen.

    Own keys that were not pressed yet are free for either. Where the first stop tells that the keyboard
    is not the usual one, the five keys for choosing follow its letters.

    Args:
        chosen: ids of :data:`coreg.practice.hello.ASKED` and the keys pressed for them, so far.
        changes: keys as they were changed before, by id.
        hide: the key that hides the screen, or "".
    """
    last, press = list(chosen.items())[-1]
    if hide and press == hide:
        return Clash(press, last, HIDE)
    usual = {key_id: _DEFAULTS[key_id][0] for key_id in _FIVES}
    before = {key_id: changes.get(key_id, key) for key_id, key in usual.items()}
    row = _LAYOUTS.get(chosen.get("left.stop", ""))
    layouts = ([dict(zip(_FIVES, row, strict=True))] if row else []) + [before, usual]
    clashes = [_clash(last, {**five, **chosen}, changes) for five in layouts]
    for five, clash in zip(layouts, clashes, strict=True):
        if clash is None:
            return {**five, **chosen}
    found = [clash for clash in clashes if clash]
    return next((clash for clash in found if clash.key == press), found[0])


def _clash(last: str, own: Mapping[str, str], changes: Mapping[str, str]) -> Clash | None:
    taken: dict[str, str] = {}
    for key_id in _SHARED:
        if key_id in ASKED and key_id not in own:
            continue
        for key in own.get(key_id, "").split() or _keys(key_id, changes):
            if key in taken:
                other = taken[key] if key_id == last else key_id
                return Clash(key, last, other)
            taken[key] = key_id
    return None


def _keys(key_id: str, changes: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(changes.get(key_id, "").lower().split()) or _DEFAULTS[key_id]


def hide_clash(press: str, changes: Mapping[str, str]) -> Clash | None:
    """Return what already has a key that somebody would like to hide the screen with, wherever that is."""
    for key in KEYS:
        if press in _keys(key.id, changes):
            return Clash(press, HIDE, key.id)
    return None


def to_save(own: Mapping[str, str], changes: Mapping[str, str]) -> dict[str, str | None]:
    """Return what has to change in the settings: ids with their key, or None for the usual one."""
    saved: dict[str, str | None] = {}
    for key_id in _OWN:
        key = own.get(key_id, "")
        wanted = None if not key or (key,) == _DEFAULTS[key_id] else key
        if wanted != changes.get(key_id):
            saved[key_id] = wanted
    return saved
