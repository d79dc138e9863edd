"""Filling in the long form by typed answers, one question after the other; an empty one passes. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coreg.content import lines, pack
from coreg.practice.draft import FAR, MOST
from coreg.practice.play import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FAR_WORD", "ONLY", "QUESTIONS", "Filling", "choices", "typed_number"]

QUESTIONS = ("inside", "pleasant", "energy", "feelings", "needs", "line", "like")
"""What is asked, in this order: the grid is two questions."""

ONLY = ("inside",)
"""What is asked where nothing but the number is wanted."""

FAR_WORD = "far"
"""What is typed beside the numbers: far away, gone flat."""

_MOST_INSIDE = 10
_GRID = 9
_DIGITS = 2
_GAPS = re.compile(r"[,;\s]+")


def typed_number(text: str, low: int, high: int) -> int | None:
    """Return the number that was typed; None where it is none from ``low`` to ``high``."""
    if not text.isascii() or not text.isdigit() or len(text) > max(_DIGITS, len(str(high))):
        return None
    return int(text) if low <= int(text) <= high else None


def choices(question: str) -> tuple[str, ...]:
    """Return what there is to choose from at a question, as it is kept; nothing where it is no list."""
    if question == "like":
        return tuple(pack("words/form")["likes"])
    return lines(f"form.words.{question}") if question in MOST else ()


@dataclass(frozen=True, slots=True)
class Filling:
    """How far the form has got, and what was answered; nobody is ever shown the answers."""

    questions: tuple[str, ...] = QUESTIONS
    at: int = 0
    mark: Mark = field(default_factory=Mark)

    @property
    def question(self) -> str:
        """The question that is on; "" when all were asked."""
        return self.questions[self.at] if self.at < len(self.questions) else ""

    @property
    def whole(self) -> Mark | None:
        """What was answered, with both sides of the grid or neither; None where nothing was."""
        half = self.mark.pleasant is None or self.mark.energy is None
        mark = replace(self.mark, pleasant=None, energy=None) if half else self.mark
        return None if mark == Mark() else mark

    def answered(self, text: str) -> Filling | None:
        """Return the form after one typed answer; None where it is none of those that can be."""
        wanted = text.strip()
        mark = _marked(self.mark, self.question, wanted) if wanted else self.mark
        return None if mark is None else replace(self, at=self.at + 1, mark=mark)


def _marked(mark: Mark, question: str, text: str) -> Mark | None:
    match question:
        case "inside":
            return _inside(mark, text)
        case "pleasant" | "energy":
            number = typed_number(text, 1, _GRID)
            return None if number is None else _on_grid(mark, question, number)
        case "feelings" | "needs":
            chosen = _chosen(text, choices(question), MOST[question])
            if not chosen:
                return None
            return replace(mark, feelings=chosen) if question == "feelings" else replace(mark, needs=chosen)
        case "like":
            liked = _chosen(text, choices(question), 1)
            return replace(mark, like=liked[0]) if liked else None
        case _:
            return replace(mark, line=text)


def _inside(mark: Mark, text: str) -> Mark | None:
    if text.casefold() == FAR_WORD:
        return replace(mark, state=FAR)
    number = typed_number(text, 0, _MOST_INSIDE)
    return None if number is None else replace(mark, inside=number)


def _on_grid(mark: Mark, question: str, number: int) -> Mark:
    return replace(mark, pleasant=number) if question == "pleasant" else replace(mark, energy=number)


def _chosen(text: str, words: Sequence[str], most: int) -> tuple[str, ...]:
    """Return the words of these numbers; none where one is no number of a word, or where it is too many."""
    numbers = [typed_number(one, 1, len(words)) for one in _GAPS.split(text) if one]
    found = tuple(dict.fromkeys(words[one - 1] for one in numbers if one is not None))
    return found if None not in numbers and len(found) <= most else ()
