"""Going through what was kept: the list by month, its calendar, the page beside it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.dates import month_title, short_day
from coreg.screens.detail import Telling
from coreg.screens.diary import Kept, lines_of, month_away
from coreg.screens.listing import Listing
from coreg.screens.looking import Looking
from coreg.widgets.blocks import Page
from coreg.widgets.calendar import Calendar, Month
from coreg.widgets.rows import Rows
from coreg.widgets.text import key_hint, lit, named
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.screens.detail import Opened
    from coreg.screens.house import House

__all__ = ["Browsing"]


class Browsing(Listing, inherit_bindings=False):
    """Shows; what can be done with it is added by :class:`coreg.screens.look_back.LookBack`."""

    where = "look_back.where"
    DEFAULT_CSS: ClassVar[str] = """
    Browsing #columns { height: 1fr; align: center top; }
    Browsing #side { width: 44; height: 1fr; margin-right: 4; }
    Browsing #body { height: 1fr; }
    Browsing Calendar { margin-bottom: 1; margin-left: 1; }
    Browsing #list { color: $muted; }
    Browsing #none { display: none; width: 1fr; height: auto; max-width: 72; padding: 0 1; }
    Browsing #detail { width: 1fr; max-width: 82; height: 1fr; background: $surface; padding: 1 3; }
    Browsing.-empty #list { display: none; }
    Browsing.-empty #detail { visibility: hidden; } Browsing.-empty #none { display: block; }
    Browsing.-narrow #side { width: 1fr; margin-right: 0; }
    Browsing.-narrow Calendar { dock: right; margin: 0 0 0 3; }
    Browsing.-narrow #detail { display: none; padding: 1 2; }
    Browsing.-narrow.-reading #side { display: none; }
    Browsing.-narrow.-reading #detail { display: block; max-width: 100%; }
    """

    def __init__(self, house: House) -> None:
        """Begin with nothing read."""
        super().__init__(house)
        self.looking = Looking(house.keeping)
        self.opened: Opened | None = None
        self._shown_row: object = None
        self.kept: tuple[Kept, ...] = ()
        self._by_id: dict[object, Kept] = {}
        self._rows, self._page = _rows(house), Page(id="page")

    def stage(self) -> Iterable[Widget]:
        """Lay out the list with its calendar, and the page."""
        body = Container(Calendar(), Static(id="none"), self._rows, id="body")
        detail = Vertical(self._page, *self.under_page(), id="detail")
        columns = Horizontal(Vertical(*self.over_list(), body, id="side"), detail, id="columns")
        yield Vertical(columns, Static(id="told"), id="stage")

    def over_list(self) -> Iterable[Widget]:
        """Return what stands above the list."""
        return ()

    def under_page(self) -> Iterable[Widget]:
        """Return what stands below the page."""
        return ()

    def on_mount(self) -> None:
        """Show this month, and begin to read."""
        super().on_mount()
        self.show_list()
        self.reload()

    def reload(self) -> None:
        """Read everything, newest first, and show it as it comes."""
        self.read_all()

    @work(group="read", exclusive=True)
    async def read_all(self, stale: frozenset[str] = frozenset()) -> None:
        """Read year after year, and show each when it is there; then nothing ``stale`` is hidden any more."""
        try:
            async for _ in self.looking.read(self.house.now().date()):
                self.show_list()
        except Exception as error:
            self.tell_trouble(error)
        if stale:
            self.looking.diary.unhide(stale)
            self.show_list()
        self.open_row(again=True)

    # The parts

    @property
    def rows(self) -> Rows[Any]:
        """The rows, by their ids; held, for a year can arrive while a room that was left is taken down."""
        return self._rows

    @property
    def page(self) -> Page:
        """What was kept, in full."""
        return self._page

    @property
    def reading(self) -> bool:
        """Whether the keys go to the page rather than to the list."""
        return self.has_class("-reading")

    @property
    def row(self) -> Kept | None:
        """The chosen row."""
        return self._by_id.get(self.rows.at)

    @property
    def sought(self) -> str:
        """What is searched for; empty without a search."""
        return ""

    # Showing

    def wanted(self) -> tuple[Kept, ...]:
        """Return the rows to show."""
        return self.looking.diary.rows()

    def show_list(self, at: str | None = None, *, newest: bool = False) -> None:
        """Show the rows that fit the search, with ``at`` or the newest of them chosen."""
        rows = self.kept = self.wanted()
        self._by_id = {row.id: row for row in rows}
        self.rows.show(lines_of(rows), rows[0].id if newest and rows else at)
        self._show_none()
        self.show_chosen()
        self.show_top()

    def _show_none(self) -> None:
        self.set_class(not self.kept, "-empty")
        if self.kept:
            return
        words = "empty" if self.looking.diary.whole else "opening"
        if self.sought:
            words = "nothing_found"
        self.query_one("#none", Static).update(Content.styled(say(f"look_back.{words}"), "$muted"))
        self.read_page(False)

    def show_top(self) -> None:
        """Say on the top line what can be done with all of it."""
        label = self.house.keymap.label
        ways = ("list.search", "past.good", "list.show_bin")[not self.kept :]
        hints = [key_hint(label(way), say(f"look_back.keys.{way.partition('.')[2]}")) for way in ways]
        self.query_one(Top).left = Content("   ").join(hints)

    @on(Rows.Moved, "#list")
    def show_chosen(self) -> None:
        """Let the calendar and the page follow the chosen row."""
        day = self.row.day if self.row else None
        self.query_one(Calendar).face = _month(self.kept, day, self.house.now().date())
        self.show_seats()
        self.open_row()

    @work(group="open", exclusive=True)
    async def open_row(self, *, again: bool = False) -> None:
        """Read the chosen row's records and show them; a row that is gone is left alone."""
        row = self.rows.at
        if not isinstance(row, str) or (row == self._shown_row and not again):
            return
        try:
            self.opened = await self.looking.open(row)
        except Exception as error:
            self.tell_trouble(error)
        else:
            self.show_page(again=again and row == self._shown_row)
            self._shown_row = row

    def show_page(self, *, again: bool = False) -> None:
        """Draw the page, without what is hidden, with the words searched for lit."""
        if self.opened is not None:
            telling = Telling(self.house, self.looking.diary.hidden, self.sought)
            self.page.put(telling.page(self.opened), again=again)

    def read_page(self, reads: bool) -> None:
        """Let the keys go to the page, or back to the list."""
        reads = reads and bool(self.kept)
        if reads:
            self.set_focus(None)
        self.set_class(reads, "-reading")
        self.page.mark(reads)
        self.show_seats()

    # Moving

    @property
    def moving(self) -> Rows[Any]:
        """What the arrows move through."""
        return self.page if self.reading else self.rows

    def do_list_less(self) -> None:
        """Go to the month before this one in which something was kept."""
        self._month(1)

    def do_list_more(self) -> None:
        """Go to the next month in which something was kept."""
        self._month(-1)

    def _month(self, older: int) -> None:
        if self.row is not None and not self.reading:
            self.rows.choose(month_away(self.kept, self.row, older))

    @on(Rows.Opened, "#list")
    def do_list_open(self) -> None:
        """Go into the page."""
        self.read_page(True)

    def do_list_next(self) -> None:
        """Change between the list and the page."""
        self.read_page(not self.reading)

    def do_all_escape(self) -> None:
        """Leave the page, then the room."""
        if self.reading:
            self.read_page(False)
        else:
            self.go_back()


def _rows(house: House) -> Rows[Any]:
    return Rows[Any](partial(_draw, house), id="list")


def _note(house: House, row: Kept) -> Content:
    whose = named(row.by, house.name(row.by), bold=False) if row.by else Content(say(f"names.{row.what}"))
    if row.what == "glimmer":
        whose = Content.assemble(("✦ ", "$both"), whose) if row.by else Content.styled("✦", "$both")
    return Content("  ").join([whose, lit(row.title, multiline=False)])


def _draw(house: House, value: Kept | date | None, width: int) -> Content:
    if value is None:
        return Content("")
    if isinstance(value, date):
        return Content.styled(f" {month_title(value.year, value.month, 0)}", "$foreground")
    minutes = say("look_back.minutes", count=value.minutes) if value.what == "session" else ""
    title = lit(value.title, multiline=False) if value.what == "session" else _note(house, value)
    room = max(1, width - 10 - len(minutes) - 2)
    title = title.truncate(room, ellipsis=True)
    gap = " " * (room - title.cell_length + 2)
    return Content("").join([Content(f" {short_day(value.day)}  "), title, Content(f"{gap}{minutes}")])


def _month(kept: Iterable[Kept], at: date | None, today: date) -> Month:
    day = at or today
    days = (row.day for row in kept)
    marked = frozenset(one.day for one in days if (one.year, one.month) == (day.year, day.month))
    title = month_title(day.year, day.month, today.year)
    return Month(title, day.year, day.month, marked, at.day if at else None)
