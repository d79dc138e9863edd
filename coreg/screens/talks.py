"""Choosing how to talk: the talks and guides there are, ours and your own, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.scripts import script
from coreg.content.talks import TALKS, VARIANTS
from coreg.screens.base import Room
from coreg.screens.tonight import card_room, card_rows, minutes_text, seen_rows
from coreg.widgets.text import lit, stack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from coreg.practice.script import Script
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["Talks"]

_COLUMNS, _NARROW_COLUMNS = (18, 32), (18, 0)
_NARROW = 76
"""Columns of the window under which the list has no room for what each is about."""


class Talks(Room):
    """A short list; enter begins."""

    place = "list"
    where = "tonight.talk"
    DEFAULT_CSS: ClassVar[str] = """
    Talks #stage { align: center middle; }
    Talks #talks { width: 72; max-width: 100%; height: auto; background: $surface; padding: 1 3; }
    Talks.-short #talks { padding: 0 3; }
    """

    def __init__(self, house: House) -> None:
        """Begin at the usual talk; every one has its usual time."""
        super().__init__(house)
        own = house.look_for_scripts()
        self.scripts: tuple[Script, ...] = (*map(script, TALKS), *own.kept.values())
        self.refused = own.refused
        self.at = 0
        self.minutes = [each.minutes for each in self.scripts]

    def stage(self) -> Iterable[Widget]:
        """One card in the middle."""
        yield Container(Static(id="talks"), id="stage")

    def on_resize(self) -> None:
        """Lay the card out for the window."""
        self.soon(self.show)

    def show(self) -> None:
        """Draw the list, how to change it, and what to know of the chosen one."""
        label, chosen = self.house.keymap.label, self.scripts[self.at]
        how = say("tonight.how", less=label("list.less"), more=label("list.more"))
        title = Content.styled(say("tonight.choose_talk"), "bold")
        after = [Content.styled(how, "$muted")]
        if chosen.caution:
            after += [Content(""), lit(chosen.caution, "$warn", multiline=False)]
        more = [lit(chosen.evidence, "italic $muted", multiline=False)] if chosen.evidence else []
        if self.refused:
            more += [Content.styled(say("tonight.left_out", count=len(self.refused)), "$muted")]
        size, short = self.query_one("#stage").size, self.has_class("-short")
        talks = seen_rows([*self._talks()], self.at, card_room([title, *after], size, short=short))
        rows = [title, Content(""), *talks, Content(""), *after]
        self.query_one("#talks", Static).update(stack(card_rows(rows, more, size, short=short)))
        self.show_seats()

    def _talks(self) -> Iterator[Content]:
        name, about = _NARROW_COLUMNS if self.app.size.width < _NARROW else _COLUMNS
        for index, each in enumerate(self.scripts):
            here = index == self.at
            time = say("tonight.minutes", minutes=minutes_text(self.minutes[index]))
            yield Content.assemble(
                ("› " if here else "  ", "$both"),
                _column(each.name, name, "bold" if here else ""),
                _column(each.about, about, "$muted"),
                (time.rjust(9), "$both" if here else "$muted"),
            )

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Begin, or go back."""
        other = (self.hint("list.next", "tonight.another_form"),) if self._forms else ()
        return (
            (self.hint("list.open", "tonight.begin"), *other),
            (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")),
        )

    @property
    def _forms(self) -> tuple[str, ...]:
        """The forms of the chosen one, where there are several."""
        return next((forms for forms in VARIANTS.values() if self.scripts[self.at].id in forms), ())

    def do_list_next(self) -> None:
        """Take the next form of it, at its usual time."""
        forms = self._forms
        if forms:
            now = script(forms[(forms.index(self.scripts[self.at].id) + 1) % len(forms)])
            self.scripts = (*self.scripts[: self.at], now, *self.scripts[self.at + 1 :])
            self.minutes[self.at] = now.minutes
            self.show()

    def do_list_up(self) -> None:
        """Go to the talk above."""
        self.at = max(0, self.at - 1)
        self.show()

    def do_list_down(self) -> None:
        """Go to the talk below."""
        self.at = min(len(self.scripts) - 1, self.at + 1)
        self.show()

    def do_list_less(self) -> None:
        """Make it shorter."""
        self._change(-1)

    def do_list_more(self) -> None:
        """Make it longer."""
        self._change(1)

    def _change(self, by: int) -> None:
        chosen = self.scripts[self.at]
        wanted = self.minutes[self.at] + by * chosen.by
        self.minutes[self.at] = min(chosen.high, max(chosen.low, wanted))
        self.show()

    def do_list_open(self) -> None:
        """Begin."""
        from coreg.screens.begin import begin_practice

        house, app = self.house, self.app
        self.dismiss()
        begin_practice(app, house, self.scripts[self.at].id, self.minutes[self.at])


def _column(text: str, cells: int, style: str) -> Content:
    """Return a text in so many cells, and two more between it and the next."""
    if not cells:
        return Content("")
    shown = lit(text, style, multiline=False).truncate(cells, ellipsis=True)
    return shown.pad_right(max(0, cells + 2 - shown.cell_length))
