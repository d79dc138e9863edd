"""What Mina and Jo open things with here, and how to look for it where it must not be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from coreg.practice.play import Seat
from coreg.screens.vault.door import PrivateDoor
from coreg.screens.vault.settings import VaultRoom

if TYPE_CHECKING:
    from textual.app import App
    from textual.dom import DOMNode

    from coreg.evening.space import Space
    from coreg.record.private import PrivateNote
    from coreg.screens.house import House
    from tests.screens.stage import Shown

__all__ = [
    "CODES",
    "HERS",
    "HIS",
    "MINE",
    "SECRET",
    "SIZES",
    "WORDS",
    "choose",
    "code_on",
    "do",
    "door",
    "give",
    "go_in",
    "kept",
    "note_code",
    "notes_of",
    "wherever",
]

SIZES = [(80, 24), (112, 32)]
SECRET = "I dream of the sea at night"
MINE = "copper lantern willow"
HERS, HIS = "meadow orbit thimble", "harbour candle ninepin"
WORDS: Mapping[Seat, str] = {"a": MINE, "b": "thimble orbit meadow"}
CODES: Mapping[Seat, str] = {
    "a": "AAAAA-BBBBB-CCCCC-DDDDD-EEEEEE",
    "b": "11111-22222-33333-44444-555555",
}

_DEEP = 6


async def give(shown: Shown, *words: str) -> None:
    """Type into the field that is there, enter, and so on."""
    for one in words:
        await shown.write(f"{one}\n")


def code_on(shown: Shown) -> str:
    """Return the recovery code that is on the screen; empty when there is none."""
    return "-".join(re.findall(r"\b[0-9A-HJKMNP-TV-Z]{5,6}\b", shown.text()))


async def do(shown: Shown, row: str) -> None:
    """Choose a row, and do it."""
    screen = shown.app.screen
    assert isinstance(screen, VaultRoom)
    screen.at = screen.rows.index(row)
    await shown.press("enter")


async def choose(shown: Shown, key: str, words: str) -> str:
    """Choose words and a code behind the cover; return the code."""
    if key:
        await shown.press(key)
    await give(shown, words, words)
    return await note_code(shown)


async def note_code(shown: Shown) -> str:
    """Write the code down, and give it back."""
    code = code_on(shown)
    assert code.count("-") == 4
    await shown.press("enter")
    await give(shown, code)
    return code


def wherever(app: App[int], words: str) -> list[str]:
    """Return where a text is held by anything on any screen: drawn, in a field, in an attribute."""
    drawn = ["".join(part.text for part in strip) for strip in app.screen._compositor.render_strips()]
    found = ["drawn"] if any(words in line for line in drawn) else []
    for screen in app.screen_stack:
        for node in screen.walk_children(with_self=True):
            found += [f"{type(node).__name__}.{name}" for name in _holding(node, words)]
    return found


def _holding(node: DOMNode, words: str) -> Iterator[str]:
    for name, value in vars(node).items():
        if name not in ("_parent", "house", "_app") and _holds(value, words, _DEEP):
            yield name


def _holds(value: object, words: str, deep: int) -> bool:
    """Look into a value: texts, contents, lists, tables, and objects that have attributes of their own."""
    if isinstance(value, str):
        return words in value
    if deep == 0 or value is None or isinstance(value, int | float | bytes | type):
        return False
    if isinstance(value, Mapping):
        return any(_holds(one, words, deep - 1) for pair in value.items() for one in pair)
    if isinstance(value, list | tuple | set | frozenset):
        return any(_holds(one, words, deep - 1) for one in value)
    return words in str(getattr(value, "plain", ""))


def notes_of(house: House, words: str = MINE) -> tuple[PrivateNote, ...]:
    """Read Mina's notes with her words."""
    return house.locking.enter("a", words).result().notes().result()


async def go_in(shown: Shown, key: str = "f", words: str = MINE) -> None:
    """Go through the door as its owner."""
    await shown.press(key)
    await give(shown, words)


def door(house: House) -> PrivateDoor:
    """Stand before the door."""
    return PrivateDoor(house)


def kept(mine: Space, *texts: str) -> list[PrivateNote]:
    """Have notes in a room already."""
    return [mine.keep(mine.blank(text)).result() for text in texts]
