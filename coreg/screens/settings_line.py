"""An own line, set behind a cover: what is typed is never shown, and nobody is told afterwards."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from coreg.content import explain, say
from coreg.practice.play import SEATS, other
from coreg.record.trouble import Trouble
from coreg.screens.settings_ask import AskRoom
from coreg.widgets.text import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.evening.couple import Couple as Known
    from coreg.practice.play import Seat
    from coreg.record.models import Couple
    from coreg.screens.house import House

__all__ = ["USUAL", "LineRoom", "line_typed", "lined"]

USUAL = 7
"""The own line of somebody who has set none (practices.md 18)."""

_MOST = 10
_LONGEST = 4


def line_typed(typed: str) -> int | None:
    """Return the number that was typed, the usual one for nothing, None when it is no number from 0 to 10."""
    if not typed:
        return USUAL
    return int(typed) if typed.isascii() and typed.isdigit() and int(typed) <= _MOST else None


def lined(couple: Couple, seat: Seat, line: int) -> Couple:
    """Return the couple with one person's own line at another number."""
    person = couple.a if seat == "a" else couple.b
    return couple.model_copy(update={seat: person.model_copy(update={"line": line})})


class LineRoom(AskRoom):
    """First the cover, which its person lifts with the own key; then a number without an echo."""

    where = "settings.line_room.where"

    def __init__(self, house: House, told: Callable[[str], None], seat: Seat) -> None:
        """Begin covered."""
        super().__init__(house, told)
        self.seat = seat
        self.lifted = False
        self._typed = ""

    def lines(self) -> list[Content]:
        """Return the cover, or the question."""
        names: dict[str, Content] = {"name": self._who(self.seat), "other": self._who(other(self.seat))}
        if not self.lifted:
            key = Content(self.house.keymap.label(f"{self.house.side(self.seat)}.main"))
            return [
                self.words("settings.line_room.cover", "bold", **names),
                Content(""),
                self.words("settings.line_room.lift", "", **names, press=key),
            ]
        last = self.said or say("settings.line_room.usual")
        return [
            self.words("settings.line_room.title", "bold", **names),
            Content(""),
            Content(say("settings.line_room.text")),
            Content.styled(say("settings.line_room.type"), "$muted"),
            Content(""),
            Content.styled(last, "" if self.said else "$muted"),
        ]

    def _who(self, seat: Seat) -> Content:
        return named(seat, self.house.name(seat))

    def main_hint(self, seat: str) -> str:
        """Its person lifts the cover."""
        return say("settings.line_room.start") if seat == self.seat and not self.lifted else ""

    def main(self, seat: Seat) -> None:
        """Lift the cover."""
        if seat == self.seat and not self.lifted:
            self.lifted = True
            self.show()

    def take(self, press: str, now: float) -> bool:
        """Take a digit, or what ends the number, without showing anything; the rest is no answer."""
        if not self.lifted:
            return False
        if press == "enter":
            self._done()
        elif press == "backspace":
            self._typed = self._typed[:-1]
        elif press.isdigit():
            self._typed = (self._typed + press)[:_LONGEST]
        return True

    def _done(self) -> None:
        line, self._typed = line_typed(self._typed), ""
        if line is None:
            self.said = say("settings.line_room.strange")
            self.show()
        else:
            self.keep(line)

    @work(exclusive=True)
    async def keep(self, line: int) -> None:
        """Put the line into the book; it holds when it is there."""
        seat = self.seat
        try:
            asked = self.house.keeping.change_couple(lambda pair: lined(pair, seat, line))
            self.house.follow(asked, lambda couple, _: _with_line(couple, seat, line))
            await asyncio.wrap_future(asked)
        except Trouble as trouble:
            self.said = explain(trouble)
            self.show()
            return
        self.finish("")


def _with_line(couple: Known, seat: Seat, line: int) -> Known:
    a, b = (line if one == seat else old for one, old in zip(SEATS, couple.own_lines, strict=True))
    return replace(couple, own_lines=(a, b))
