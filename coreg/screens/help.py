"""The one help page: what this is, the keys as they are set, and last the people who can help.

Nothing notes that it was open.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from coreg.content import say
from coreg.content.help_page import help_page
from coreg.content.people import load_people
from coreg.record.text import clean
from coreg.screens.base import Room
from coreg.screens.help_lines import key_table, section_text
from coreg.widgets.text import stack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.content import Content
    from textual.events import Resize
    from textual.widget import Widget

    from coreg.content.help_page import Section
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["Help"]

_KEYS = "keys"
_PEOPLE = "people"


class Part(Static):
    """One part of the page; it folds itself to the width it has."""

    DEFAULT_CSS: ClassVar[str] = """
    Part { width: 1fr; height: auto; min-height: 1; margin-bottom: 2; }
    """

    def __init__(self, fold: Callable[[int], Content], name: str) -> None:
        """Take what makes the text for a width in cells."""
        super().__init__(id=f"part-{name}")
        self._fold = fold
        self._folded = 0

    def on_resize(self, event: Resize) -> None:
        """Fold anew where the width has changed."""
        if event.size.width != self._folded:
            self._folded = event.size.width
            self.update(self._fold(self._folded))


class Help(Room):
    """One page to scroll through; F1, ``?`` and Esc close it."""

    place = "list"
    where = "help_room.where"
    DEFAULT_CSS: ClassVar[str] = """
    Help #stage { align: center top; scrollbar-size: 1 1; }
    Help #page { width: 72; max-width: 100%; height: auto; }
    """

    def __init__(self, house: House) -> None:
        """Make the page of today, for the region that is set."""
        super().__init__(house)
        people = load_people(house.places.help_file, partial(clean, multiline=False))
        self._sections = help_page(house.settings.region, (), people, house.now().date())

    def stage(self) -> Iterable[Widget]:
        """One column of parts."""
        parts = (Part(partial(self._fold, section), section.id) for section in self._sections)
        yield VerticalScroll(Vertical(*parts, id="page"), id="stage", can_focus=False)

    def _fold(self, section: Section, width: int) -> Content:
        text = section_text(section, width)
        return stack([text, key_table(self.house, width)]) if section.id == _KEYS else text

    def _part(self, name: str) -> Part:
        return self.query_one(f"#part-{name}", Part)

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#stage", VerticalScroll)

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """How to read on, where the people are, and how to close it."""
        label = self.house.keymap.label
        turn = (f"{label('list.up')} {label('list.down')}", say("help_room.turn"))
        return (
            (turn, self.hint("list.next", "help_room.part")),
            (self.hint("list.bottom", "help_room.people"), self.hint("all.escape", "help_room.close")),
        )

    # Keys

    def do_all_help(self) -> None:
        """Close it."""
        self.go_back()

    def do_list_up(self) -> None:
        """Go a line up."""
        self._page.scroll_relative(y=-1, animate=False)

    def do_list_down(self) -> None:
        """Go a line down."""
        self._page.scroll_relative(y=1, animate=False)

    def do_list_page_up(self) -> None:
        """Go a page up."""
        self._page.scroll_page_up(animate=False)

    def do_list_page_down(self) -> None:
        """Go a page down."""
        self._page.scroll_page_down(animate=False)

    def do_list_top(self) -> None:
        """Go to the beginning."""
        self._page.scroll_home(animate=False)

    def do_list_bottom(self) -> None:
        """Go to the people who can help; from there, to the end."""
        top = self._top_of(_PEOPLE)
        if self._page.scroll_y < min(top, self._page.max_scroll_y):
            self._go_to(top)
        else:
            self._page.scroll_end(animate=False)

    def do_list_next(self) -> None:
        """Go to the next part, and from the last to the first."""
        tops = [self._top_of(section.id) for section in self._sections]
        at = self._page.scroll_y
        self._go_to(next((top for top in tops if top > at and at < self._page.max_scroll_y), 0))

    def _top_of(self, name: str) -> int:
        return self._part(name).virtual_region.y

    def _go_to(self, line: int) -> None:
        self._page.scroll_to(y=line, animate=False)
