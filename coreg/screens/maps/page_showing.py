"""One map on its page as it is shown: every field, when it came up again, what it said before."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.dates import long_day
from coreg.screens.listing import Listing
from coreg.screens.maps.panel import MapPanel
from coreg.screens.maps.rows import came_blocks, earlier_blocks, field_blocks, name_of
from coreg.widgets.blocks import Page, Text
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.practice.play import Seat
    from coreg.record.maps import PrivateTrigger, Trigger
    from coreg.screens.maps.asked import Asked
    from coreg.widgets.seats import Hint

__all__ = ["MapShowing"]

_TITLE = 100
"""Cells of what a map is called on its page: its fields, where all of it stands, need the room."""


class MapShowing(Listing, inherit_bindings=False):
    """What is shown of a map, now and earlier, and a question that can be asked in place of it."""

    place = "mine"
    where = "map_path.where_map"
    DEFAULT_CSS: ClassVar[str] = """
    MapShowing #stage { align: center top; }
    MapShowing #card { width: 80; max-width: 100%; height: 1fr; padding: 1 3; background: $surface; }
    MapShowing.-narrow #card { padding: 1 2; }
    MapShowing.-tight #card { padding: 0 2; }
    MapShowing #title { height: auto; margin-bottom: 1; }
    MapShowing Page { height: 1fr; }
    MapShowing #told { width: 80; max-width: 100%; margin-top: 1; }
    MapShowing.-sure #title { color: $warn; }
    MapShowing.-asks Page { display: none; }
    """
    trigger: PrivateTrigger | Trigger
    """What it says now."""
    seat: Seat
    """Whose it is."""
    back_then = False
    """Whether earlier versions are shown."""
    is_sure = False
    """Whether it is asked if it shall be taken back."""

    def stage(self) -> Iterable[Widget]:
        """The day, the fields, and a question that can be opened below them."""
        card = Vertical(Static(id="title"), Page(id="fields"), MapPanel(), id="card")
        yield Vertical(card, Static(id="told"), id="stage")

    def on_mount(self) -> None:
        """Show it."""
        self.page.mark(True)
        self.show()

    @property
    def page(self) -> Page:
        """The fields."""
        return self.query_one(Page)

    @property
    def panel(self) -> MapPanel:
        """The question below them."""
        return self.query_one(MapPanel)

    @property
    def moving(self) -> Page:
        """What the arrows move through."""
        return self.page

    # Showing

    def show(self) -> None:
        """Draw it."""
        self.set_class(self.is_sure, "-sure")
        self.query_one("#title", Static).update(self.heading())
        trigger, now = self.trigger, self.house.now()
        if self.back_then:
            blocks = earlier_blocks(trigger.earlier, now)
            self.page.put(blocks or [Text(Content.styled(say("map_path.page.no_earlier"), "$muted"))])
        else:
            came = came_blocks(trigger.came, now.date())
            self.page.put([*field_blocks(trigger.words, self.shown()), *came], again=True)
        self.show_seats()

    def heading(self) -> Content:
        """Return what stands above the fields."""
        if self.is_sure:
            label = self.house.keymap.label
            key, escape = label("mine.take_back"), label("all.escape")
            return Content(say("map_path.page.sure_back", key=key, escape=escape))
        if self.back_then:
            return Content.styled(say("map_path.page.earlier_title"), "bold")
        name = name_of(self.trigger.words) or say("map_path.list.nothing")
        title = lit(name, "bold", multiline=False).truncate(_TITLE, ellipsis=True)
        day = Content.styled(long_day(self.trigger.local_date), "$muted")
        return Content("\n").join([title, day, *self.beside_title()])

    def beside_title(self) -> list[Content]:
        """Return more lines below the title."""
        return []

    def shown(self) -> tuple[str, ...]:
        """Return the fields of which it is said that the other may see them."""
        return ()

    def wipe(self) -> None:
        """Let go of every text."""
        for page in self.query(Page):
            page.put([])
        for title in self.query("#title").results(Static):
            title.update(Content(""))
        for panel in self.query(MapPanel):
            panel.close()

    # The table's edge

    def lit_seat(self) -> str | None:
        """Light its owner."""
        return self.seat

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Change, note that it came up, look back, show, take back, leave."""
        back = self.hint("all.escape", "room.back")
        if self.panel.about:
            mark = (("space", say("map_path.show.mark")),) if self.panel.about == "show" else ()
            return ((("enter", say("map_path.page.ok")), *mark), (back,))
        if self.is_sure:
            return ((self.hint("mine.take_back", "map_path.page.take_back"), back),)
        if self.back_then:
            return ((back,),)
        first = (
            self.hint("list.open", "map_path.page.change"),
            self.hint("mine.again", "map_path.page.came_up"),
        )
        earlier = self.hint("mine.earlier", "map_path.page.earlier")
        more, shows = self.more_hints()
        return ((*first, *more), (earlier, *shows, back, self.hint("all.help", "room.help")))

    @abstractmethod
    def more_hints(self) -> tuple[tuple[Hint, ...], tuple[Hint, ...]]:
        """Return what else can be done here, and what with what is shown."""

    # What is asked

    def be_sure(self, sure: bool) -> None:
        """Ask whether it shall be taken back, or no longer."""
        self.is_sure = sure
        self.tell("")
        self.show()

    def ask_below(self, about: str, asked: Asked) -> None:
        """Ask something in place of the fields."""
        self.add_class("-asks")
        self.panel.open(about, asked)
        self.show_seats()

    def close_below(self) -> None:
        """Show the fields again."""
        self.remove_class("-asks")
        self.panel.close()
        self.show_seats()
