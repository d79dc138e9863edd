"""Search as one types over everything the two share: the list keeps what has the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input

from coreg.content import say
from coreg.screens.browsing import Browsing
from coreg.widgets.finder import Finder
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.screens.diary import Kept

__all__ = ["Searching"]


class Searching(Browsing, inherit_bindings=False):
    """Going through what was kept, with a field that narrows the list."""

    DEFAULT_CSS: ClassVar[str] = """
    Searching #finding { height: auto; width: 1fr; }
    Searching #finding.-open { margin-bottom: 1; }
    """

    def over_list(self) -> Iterable[Widget]:
        """Return the field, which is there while somebody searches."""
        yield Container(Finder(placeholder=say("look_back.search_field"), id="search"), id="finding")

    @property
    def finder(self) -> Finder:
        """The field to search in."""
        return self.query_one(Finder)

    @property
    def sought(self) -> str:
        """What is searched for; empty without a search."""
        return self.finder.value.strip()

    def wanted(self) -> tuple[Kept, ...]:
        """Return the rows that have the words."""
        rows = super().wanted()
        if not self.sought:
            return rows
        found = self.looking.find(self.sought)
        return tuple(row for row in rows if row.id in found)

    def show_top(self) -> None:
        """Say how much was found, while somebody searches."""
        if not self.finder.is_open:
            super().show_top()
            return
        count = len(self.kept)
        words = say("look_back.found_one") if count == 1 else say("look_back.found", count=f"{count:,}")
        self.query_one(Top).left = Content.styled(words, "$muted")

    def do_list_search(self) -> None:
        """Search as one types."""
        self.read_page(False)
        self.tell("")
        self.finder.open()
        self.query_one("#finding").add_class("-open")
        self.show_top()

    @on(Input.Changed, "#search")
    def search_changed(self) -> None:
        """Let the list follow what is typed."""
        if self.finder.is_open:
            before = self.rows.at
            self.show_list(newest=True)
            if self.rows.at == before:
                self.show_page(again=True)

    @on(Finder.Moved)
    def search_moved(self, event: Finder.Moved) -> None:
        """Move through what was found while typing."""
        if event.pages:
            self.rows.page(event.steps)
        else:
            self.rows.move(event.steps)

    @on(Input.Submitted, "#search")
    def search_done(self) -> None:
        """Go into the page of what was found."""
        self.read_page(True)

    def leave_search(self) -> None:
        """Show everything again, with the same row chosen."""
        at = self.rows.at
        self.set_focus(None)
        self.finder.close()
        self.query_one("#finding").remove_class("-open")
        self.show_list(at if isinstance(at, str) else None)
        self.show_page(again=True)

    def do_all_escape(self) -> None:
        """Leave the page, then the search, then the room."""
        if self.finder.is_open and not self.reading:
            self.leave_search()
        else:
            super().do_all_escape()
