"""One map on its page: every field, when it came up again, what it said before."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.dates import long_day
from coreg.screens.listing import Listing
from coreg.screens.maps.panel import MapPanel, again
from coreg.screens.maps.question import Question
from coreg.screens.maps.rows import came_blocks, earlier_blocks, field_blocks, name_of
from coreg.widgets.blocks import Page, Text
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from coreg.content.map_questions import Reply
    from coreg.practice.play import Seat
    from coreg.record.maps import PrivateTrigger, Trigger
    from coreg.screens.maps.asked import Asked
    from coreg.widgets.seats import Hint

__all__ = ["MapPage"]


class MapPage(Listing, inherit_bindings=False):
    """``enter`` changes a field; what cannot be undone is asked for twice."""

    place = "mine"
    where = "map_path.where_map"
    DEFAULT_CSS: ClassVar[str] = """
    MapPage #stage { align: center top; }
    MapPage #card { width: 80; max-width: 100%; height: 1fr; padding: 1 3; background: $surface; }
    MapPage.-narrow #card { padding: 1 2; }
    MapPage.-tight #card { padding: 0 2; }
    MapPage #title { height: auto; margin-bottom: 1; }
    MapPage Page { height: 1fr; }
    MapPage #told { width: 80; max-width: 100%; margin-top: 1; }
    MapPage.-sure #title { color: $warn; }
    MapPage.-asks Page { display: none; }
    """
    trigger: PrivateTrigger | Trigger
    """What it says now."""
    seat: Seat
    """Whose it is."""
    _back_then = False
    _sure = False

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
        self.set_class(self._sure, "-sure")
        self.query_one("#title", Static).update(self.heading())
        trigger, today = self.trigger, self.house.now().date()
        if self._back_then:
            blocks = earlier_blocks(trigger.earlier, today)
            self.page.put(blocks or [Text(Content.styled(say("map_path.page.no_earlier"), "$muted"))])
        else:
            self.page.put(
                [*field_blocks(trigger.words, self.shown()), *came_blocks(trigger.came, today)], again=True
            )
        self.show_seats()

    def heading(self) -> Content:
        """Return what stands above the fields."""
        if self._sure:
            label = self.house.keymap.label
            key, escape = label("mine.take_back"), label("all.escape")
            return Content(say("map_path.page.sure_back", key=key, escape=escape))
        if self._back_then:
            return Content.styled(say("map_path.page.earlier_title"), "bold")
        name = name_of(self.trigger.words) or say("map_path.list.nothing")
        day = Content.styled(long_day(self.trigger.local_date), "$muted")
        return Content("\n").join([lit(name, "bold", multiline=False), day, *self.beside_title()])

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
        if self._sure:
            return ((self.hint("mine.take_back", "map_path.page.take_back"), back),)
        if self._back_then:
            return ((back,),)
        first = (
            self.hint("list.open", "map_path.page.change"),
            self.hint("mine.again", "map_path.page.came_up"),
        )
        earlier = self.hint("mine.earlier", "map_path.page.earlier")
        more, shows = self.more_hints()
        return ((*first, *more), (earlier, *shows, back))

    @abstractmethod
    def more_hints(self) -> tuple[tuple[Hint, ...], tuple[Hint, ...]]:
        """Return what else can be done here, and what with what is shown."""

    # What is pressed

    def do_list_open(self) -> None:
        """Change the chosen field."""
        at = self.page.at
        if isinstance(at, str) and not self._back_then:
            self.be_sure(False)
            self.change_field(at)

    @abstractmethod
    def change_field(self, name: str) -> None:
        """Ask for a field again."""

    def do_mine_again(self) -> None:
        """Note that it came up again: how strong was it?"""
        if not self._back_then:
            self.ask_below("again", again())

    def do_mine_earlier(self) -> None:
        """Look at what it said before."""
        self._back_then = True
        self.be_sure(False)

    def do_mine_take_back(self) -> None:
        """Take it back for good, when asked twice."""
        if self._back_then or not self.can_be_taken_back():
            return
        if self._sure:
            self.be_sure(False)
            self.take_back()
        else:
            self.be_sure(True)

    def can_be_taken_back(self) -> bool:
        """Tell whether there is anything that the other may see."""
        return True

    @abstractmethod
    def take_back(self) -> object:
        """Take it back."""

    def be_sure(self, sure: bool) -> None:
        """Ask whether it shall be taken back, or no longer."""
        self._sure = sure
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

    @on(Question.Answered)
    def answered(self, event: Question.Answered) -> None:
        """Do what was asked for below the page."""
        about = self.panel.about
        self.close_below()
        if about:
            self.reply(about, event.reply)

    @abstractmethod
    def reply(self, about: str, reply: Reply) -> None:
        """Take the answer to what was asked below the page."""

    def _doing(self, key_id: str) -> Callable[[], object] | None:
        if self.panel.about and key_id != "all.escape" and not key_id.startswith("all."):
            return None
        return super()._doing(key_id)

    def do_all_escape(self) -> None:
        """Close the question, the earlier versions, or the page."""
        if self.panel.about:
            self.close_below()
        elif self._sure or self._back_then:
            self._back_then = False
            self.be_sure(False)
        else:
            self.go_back()
