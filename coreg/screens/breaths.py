"""Choosing how to breathe: the patterns there are, their caution, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.patterns import patterns
from coreg.content.scripts import script
from coreg.screens.base import Room
from coreg.screens.tonight import card_room, card_rows, length_words, seen_rows
from coreg.widgets.text import stack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["Breaths"]

_COLUMNS, _NARROW_COLUMNS = (22, 24), (15, 17)
_NARROW = 76
"""Columns of the window under which names and counts move closer together."""


class Breaths(Room):
    """A short list; enter begins."""

    place = "list"
    where = "tonight.breathe"
    DEFAULT_CSS: ClassVar[str] = """
    Breaths #stage { align: center middle; }
    Breaths #patterns { width: 72; max-width: 100%; height: auto; background: $surface; padding: 1 3; }
    Breaths.-short #patterns { padding: 0 3; }
    """

    def __init__(self, house: House) -> None:
        """Begin at the usual pattern, for its usual time."""
        super().__init__(house)
        self.patterns = tuple(patterns().values())
        self.at = 0
        self.minutes = [pattern.minutes for pattern in self.patterns]

    def stage(self) -> Iterable[Widget]:
        """One card in the middle."""
        yield Container(Static(id="patterns"), id="stage")

    def on_resize(self) -> None:
        """Lay the card out for the window."""
        self.soon(self.show)

    def show(self) -> None:
        """Draw the list, how to change it, and the caution, which is always there."""
        label = self.house.keymap.label
        how = say("tonight.how", less=label("list.less"), more=label("list.more"))
        title = Content.styled(say("tonight.choose"), "bold")
        after = [Content.styled(how, "$muted"), Content(""), Content.styled(say("breathe.caution"), "$warn")]
        evidence = Content.styled(script("breathe").evidence, "italic $muted")
        size, short = self.query_one("#stage").size, self.has_class("-short")
        room = card_room([title, *after], size, short=short)
        patterns = seen_rows([*self._patterns()], self.at, room)
        rows = [title, Content(""), *patterns, Content(""), *after]
        self.query_one("#patterns", Static).update(stack(card_rows(rows, [evidence], size, short=short)))

    def _patterns(self) -> Iterator[Content]:
        first, second = _NARROW_COLUMNS if self.app.size.width < _NARROW else _COLUMNS
        for index, pattern in enumerate(self.patterns):
            here = index == self.at
            time = length_words(pattern, self.minutes[index])
            yield Content.assemble(
                ("› " if here else "  ", "$both"),
                (say(f"breathe.pattern.{pattern.id}.name").ljust(first), "bold" if here else ""),
                (say(f"breathe.pattern.{pattern.id}.about").ljust(second), "$muted"),
                (time.rjust(9), "$both" if here else "$muted"),
            )

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Begin, or go back."""
        return (
            (self.hint("list.open", "tonight.begin"), self.hint("all.escape", "room.back")),
            (self.hint("list.own", "patterns.keys.own"), self.hint("all.help", "room.help")),
        )

    def do_list_up(self) -> None:
        """Go to the pattern above."""
        self.at = max(0, self.at - 1)
        self.show()

    def do_list_down(self) -> None:
        """Go to the pattern below."""
        self.at = min(len(self.patterns) - 1, self.at + 1)
        self.show()

    def do_list_less(self) -> None:
        """Make it a minute (where breaths are counted: one breath) shorter."""
        self._change(-1)

    def do_list_more(self) -> None:
        """Make it a minute (where breaths are counted: one breath) longer."""
        self._change(1)

    def _change(self, by: int) -> None:
        pattern = self.patterns[self.at]
        wanted = self.minutes[self.at] + by * pattern.by
        self.minutes[self.at] = min(pattern.high, max(pattern.low, wanted))
        self.show()

    def do_list_own(self) -> None:
        """Look at the couple's own patterns, or make one."""
        from coreg.screens.patterns.own import OwnPatterns

        self.app.push_screen(OwnPatterns(self.house))

    def do_list_open(self) -> None:
        """Begin."""
        from coreg.screens.begin import begin_practice

        house, app = self.house, self.app
        self.dismiss()
        begin_practice(app, house, "breathe", self.minutes[self.at], self.patterns[self.at].id)
