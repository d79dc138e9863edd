"""A question as it is to be shown, what stands in it by now, and the lines of both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from textual.content import Content

from coreg.content import say
from coreg.practice.map_path import FAR
from coreg.screens.going import drawn
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Asked",
    "Now",
    "line_of",
    "list_lines",
    "marked",
    "pressed_on_scale",
    "scale_line",
    "title_lines",
]

_SCALE = 11
_TEN = 10
_STEPS = {"left": -1, "right": 1}
_WINDOW, _FEWEST = 9, 3
"""The most rows of a list that are seen at once, and the fewest in a low window."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is to be shown.

    A ``line``, or ``several`` things in one, is written, with ``offered`` words to take; a ``pick`` is chosen
    by writing or by arrows; ``choose`` and ``mark`` show a list, of which one or several are chosen.
    """

    title: Content
    text: str = ""
    kind: Literal["line", "several", "pick", "scale", "choose", "mark"] = "choose"
    value: str | int | tuple[str, ...] | None = None
    offered: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """A sentence about each of what can be chosen; it stands below the chosen one."""
    marked: frozenset[int] = frozenset()
    """The places of what is marked at first."""
    far: bool = False
    """Whether "far away" stands beside the numbers."""

    @property
    def written(self) -> bool:
        """Whether it is answered in a field."""
        return self.kind in ("line", "several", "pick")


@dataclass(slots=True)
class Now:
    """What stands in a question by now."""

    at: int = -1
    """The row that is chosen; -1 for none."""
    number: int | str | None = None
    marked: set[int] = field(default_factory=set)


def title_lines(asked: Asked) -> list[Content]:
    """Return the question, and what is said below it."""
    return [asked.title, *([lit(asked.text, "$muted")] if asked.text else [])]


def scale_line(asked: Asked, now: Now) -> Content:
    """Return the numbers, the chosen one marked."""
    steps = [(f" {number} ", number == now.number) for number in range(_SCALE)]
    if asked.far:
        steps.append((f" {say('map_path.scale.far')} ", now.number == FAR))
    return Content.assemble(*((text, "bold $both on $panel" if on else "$muted") for text, on in steps))


def list_lines(asked: Asked, now: Now, words: Sequence[str], width: int, most: int) -> list[Content]:
    """Return so many rows of a list around the chosen one, and what is said about that."""
    seen = max(_FEWEST, min(_WINDOW, most))
    first = max(0, min(now.at - seen // 2, len(words) - seen))
    shown = range(first, min(first + seen, len(words)))
    rows = [drawn(_row(asked, now, at, words[at]), width, chosen=at == now.at) for at in shown]
    if first or shown.stop < len(words):
        rows.append(Content.styled(say("map_path.more_rows"), "$muted"))
    if 0 <= now.at < len(asked.about):
        rows += [Content(""), lit(asked.about[now.at], "$muted")]
    return rows


def _row(asked: Asked, now: Now, at: int, word: str) -> Content:
    text = lit(word, "bold" if at == now.at else "$muted" if asked.written else "", multiline=False)
    if asked.kind != "mark":
        return text
    return Content("").join([Content.styled("[x] " if at in now.marked else "[ ] ", "$both"), text])


def pressed_on_scale(number: int | str | None, key: str, *, far: bool) -> int | str | None:
    """Return the number after one key; "" for a key that means nothing here."""
    if key in _STEPS:
        places: list[int | str] = [*range(_SCALE), *([FAR] if far else [])]
        at = places.index(number) + _STEPS[key] if number is not None else 0
        return places[max(0, min(len(places) - 1, at))]
    if key == "backspace":
        return None
    if key.isascii() and key.isdigit():
        # A one and then a nought is a ten.
        return _TEN if key == "0" and number == 1 else int(key)
    return ""


def marked(now: Now, key: str, count: int) -> bool:
    """Mark the chosen row, or all or none of so many; tell whether the key meant that."""
    if key == "a":
        now.marked = set() if len(now.marked) == count else set(range(count))
    elif key == "space":
        now.marked ^= {now.at}
    else:
        return False
    return True


def line_of(value: object) -> str:
    """Return an answer as it is written in a field."""
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return value if isinstance(value, str) else ""
