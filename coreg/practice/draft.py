"""Filling in the long form: one question at a time, with arrows, space and enter. Pure.

Questions come in the order of :data:`QUESTIONS`, or only some of them; each may be passed.
Up to three feelings and two needs.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coreg.practice.play import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FAR", "MOST", "QUESTIONS", "Draft", "press"]

QUESTIONS = ("inside", "grid", "feelings", "needs", "line", "like")

MOST: Mapping[str, int] = {"feelings": 3, "needs": 2}
"""How many words may be chosen."""

FAR = "far"
"""Beside the numbers: far away, gone flat. It is no calm number, and no number at all."""

_SCALE = 11
_GRID = 9
_MOVES = {"left": (-1, 0), "right": (1, 0), "up": (0, 1), "down": (0, -1)}


@dataclass(frozen=True, slots=True)
class Draft:
    """The form as it is: which question, where the cursor is in a list, and what is marked so far."""

    words: Mapping[str, tuple[str, ...]]
    question: int = 0
    cursor: int = 0
    mark: Mark = field(default_factory=Mark)
    finished: bool = False
    questions: tuple[str, ...] = QUESTIONS

    @property
    def name(self) -> str:
        """The name of the question on the stage."""
        return self.questions[self.question]

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from, where there are any."""
        return self.words.get(self.name, ())


def press(draft: Draft, key: str, *, columns: int = 1) -> Draft:
    """Return the form after one key.

    Args:
        draft: the form before.
        key: ``left right up down space enter tab shift+tab backspace`` or a digit.
        columns: in how many columns the words of a list are shown.
    """
    if key in ("enter", "tab"):
        return _to(draft, draft.question + 1)
    if key == "shift+tab":
        return _to(draft, draft.question - 1)
    return _cleared(draft) if key == "backspace" else _answered(draft, key, columns)


def _answered(draft: Draft, key: str, columns: int) -> Draft:
    match draft.name:
        case "inside":
            return _inside(draft, key)
        case "grid":
            return _grid(draft, key)
        case "feelings" | "needs" | "like":
            return _listed(draft, key, columns)
        case _:
            return draft


def _to(draft: Draft, question: int) -> Draft:
    if question >= len(draft.questions):
        return replace(draft, finished=True)
    return replace(draft, question=max(0, question), cursor=0)


def _cleared(draft: Draft) -> Draft:
    mark = draft.mark
    cleared = {
        "inside": replace(mark, inside=None, state=None),
        "grid": replace(mark, pleasant=None, energy=None),
        "feelings": replace(mark, feelings=()),
        "needs": replace(mark, needs=()),
        "like": replace(mark, like=None),
    }
    return replace(draft, mark=cleared.get(draft.name, mark))


def _inside(draft: Draft, key: str) -> Draft:
    now = _SCALE if draft.mark.state == FAR else draft.mark.inside
    if key.isdecimal() and len(key) == 1:
        value = int(key)
    elif key in ("left", "right"):
        value = 5 if now is None else min(_SCALE, max(0, now + _MOVES[key][0]))
    else:
        return draft
    far = value == _SCALE
    mark = replace(draft.mark, inside=None if far else value, state=FAR if far else None)
    return replace(draft, mark=mark)


def _grid(draft: Draft, key: str) -> Draft:
    if key not in _MOVES:
        return draft
    middle = (_GRID + 1) // 2
    mark = draft.mark
    if mark.pleasant is None or mark.energy is None:
        return replace(draft, mark=replace(mark, pleasant=middle, energy=middle))
    across, upward = _MOVES[key]
    pleasant = min(_GRID, max(1, mark.pleasant + across))
    energy = min(_GRID, max(1, mark.energy + upward))
    return replace(draft, mark=replace(mark, pleasant=pleasant, energy=energy))


def _listed(draft: Draft, key: str, columns: int) -> Draft:
    if key in _MOVES:
        across, upward = _MOVES[key]
        cursor = draft.cursor + across - upward * columns
        return replace(draft, cursor=cursor) if 0 <= cursor < len(draft.choices) else draft
    if key != "space" or not draft.choices:
        return draft
    word = draft.choices[draft.cursor]
    if draft.name == "like":
        like = None if draft.mark.like == word else word
        return replace(draft, mark=replace(draft.mark, like=like))
    chosen = draft.mark.feelings if draft.name == "feelings" else draft.mark.needs
    if word in chosen:
        chosen = tuple(item for item in chosen if item != word)
    elif len(chosen) < MOST[draft.name]:
        chosen = (*chosen, word)
    if draft.name == "feelings":
        return replace(draft, mark=replace(draft.mark, feelings=chosen))
    return replace(draft, mark=replace(draft.mark, needs=chosen))
