"""The card of how: the way for two, the end, tapping along, before and after. Remembered for tonight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.pattern_words import pattern_about, pattern_name
from coreg.screens.base import Room
from coreg.screens.breath_rows import minutes_now, row_text, rows, turned, value_words
from coreg.screens.hello_lines import fitting
from coreg.screens.tonight import length_words
from coreg.widgets.text import fill, lit, named, stack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from coreg.practice.breath import Pattern
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["BreathHow"]

_LABEL, _WIDTH, _PADDING = 22, 66, 2


class BreathHow(Room):
    """A few rows; left and right change the one that is chosen. Every change counts at once."""

    place = "list"
    where = "tonight.breathe"
    DEFAULT_CSS: ClassVar[str] = """
    BreathHow #stage { align: center middle; }
    BreathHow #how { width: 72; max-width: 100%; height: auto; background: $surface; padding: 1 3; }
    BreathHow.-short #how { padding: 0 3; }
    """

    def __init__(self, house: House, pattern: Pattern, begin: Callable[[], None]) -> None:
        """Take the pattern it is about, and what begins it."""
        super().__init__(house)
        self.pattern = pattern
        self.begin = begin
        self.at = rows(house, pattern)[0]

    def stage(self) -> Iterable[Widget]:
        """One card in the middle."""
        yield Container(Static(id="how"), id="stage")

    def on_resize(self) -> None:
        """Lay the card out for the window."""
        self.soon(self.show)

    def show(self) -> None:
        """Draw the rows, and a sentence about the chosen one."""
        name = lit(pattern_name(self.pattern.id), "bold", multiline=False)
        about = Content.styled(pattern_about(self.pattern), "$muted")
        lines = [Content("   ").join([name, about]), Content("")]
        lines += [self._row(row) for row in rows(self.house, self.pattern)]
        people = {seat: named(seat, self.house.name(seat)) for seat in ("a", "b")}
        lines += [Content(""), fill(row_text(self.house, self.pattern, self.at), people, "$muted")]
        size = self.query_one("#stage").size
        height = size.height - (0 if self.has_class("-short") else _PADDING)
        self.query_one("#how", Static).update(stack(fitting(lines, min(_WIDTH, size.width - 6), height)))

    def _row(self, row: str) -> Content:
        here = row == self.at
        time = length_words(self.pattern, minutes_now(self.house, self.pattern))
        value = lit(value_words(self.house, self.pattern, row, time), multiline=False)
        label = self._label(row)
        return Content.assemble(
            ("› " if here else "  ", "$both"),
            label,
            " " * max(2, _LABEL - label.cell_length),
            value.stylize("bold $both" if here else ""),
        )

    def _label(self, row: str) -> Content:
        name = {"b": named("b", self.house.name("b")).truncate(_LABEL - 12, ellipsis=True)}
        return fill(say(f"breathe.how.{row}"), name)

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Change, begin, or go back to the list."""
        label = self.house.keymap.label
        change = f"{label('list.less')} {label('list.more')}", say("breathe.keys.change")
        return (
            (self.hint("list.open", "tonight.begin"), change),
            (self.hint("list.next", "breathe.keys.list"), self.hint("all.help", "room.help")),
        )

    # Keys

    def do_list_up(self) -> None:
        """Go to the row above."""
        self._move(-1)

    def do_list_down(self) -> None:
        """Go to the row below."""
        self._move(1)

    def _move(self, steps: int) -> None:
        there = rows(self.house, self.pattern)
        self.at = there[min(len(there) - 1, max(0, there.index(self.at) + steps))]
        self.show()

    def do_list_less(self) -> None:
        """Go to the value before, or make it shorter."""
        self._turn(-1)

    def do_list_more(self) -> None:
        """Go to the next value, or make it longer."""
        self._turn(1)

    def _turn(self, steps: int) -> None:
        turned(self.house, self.pattern, self.at, steps)
        self.show()

    def do_list_next(self) -> None:
        """Go back to the list."""
        self.go_back()

    def do_list_open(self) -> None:
        """Begin."""
        self.dismiss()
        self.begin()
