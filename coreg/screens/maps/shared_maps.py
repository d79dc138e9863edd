"""The maps that both can see, in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.screens.card_list import CardList
from coreg.screens.listing import Undo
from coreg.screens.maps.rows import map_row
from coreg.widgets.text import named

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.record.maps import Trigger
    from coreg.record.shown import Shown
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["SharedMaps"]


class SharedMaps(CardList["Shown"], inherit_bindings=False):
    """Look, begin, put into the bin; all else is inside a map."""

    place = "mine"
    where = "map_path.where_shared"
    DEFAULT_CSS: ClassVar[str] = """
    SharedMaps.-narrow #card { padding: 1 2; }
    SharedMaps #about { height: auto; margin-bottom: 1; }
    """

    def __init__(self, house: House) -> None:
        """Begin before anything is read."""
        super().__init__(house)
        self.maps: tuple[Trigger, ...] = ()

    def all_of_it(self) -> Future[Shown]:
        """Ask for all that both see."""
        return self.house.maps.all()

    def took(self, found: Shown) -> None:
        """Take the maps of it."""
        self.maps = found.triggers

    @property
    def chosen(self) -> Trigger | None:
        """The chosen map."""
        return next((one for one in self.maps if one.id == self.page.at), None)

    def show(self) -> None:
        """Draw what is there."""
        key = self.house.keymap.label("list.note")
        about = say("map_path.list.shared") if self.maps else say("map_path.list.empty", key=key)
        self.query_one("#about", Static).update(Content.styled(about if self.read else "", "$muted"))
        today = self.house.now().date()
        self.page.put([map_row(one, today, [self._whose(one)]) for one in self.maps], again=True)
        self.show_seats()

    def _whose(self, trigger: Trigger) -> Content:
        return named(trigger.owner, self.house.name(trigger.owner), bold=False)

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Look, begin, bin, leave."""
        back, help_ = self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")
        new, bin_ = self.hint("list.note", "map_path.list.new"), self.hint("list.show_bin", "private.bin")
        if not self.maps:
            return ((new,), (bin_, back))
        drop = self.hint("list.bin", "private.drop")
        return ((self.hint("list.open", "map_path.list.open"), new, drop), (bin_, back, help_))

    def do_list_open(self) -> None:
        """Look at the chosen map."""
        from coreg.screens.maps.shared_page import SharedMapPage

        if self.chosen is not None:
            self.undoes.clear()
            self.app.push_screen(SharedMapPage(self.house, self.chosen), lambda _: self.reload())

    def do_list_note(self) -> None:
        """Begin a new map."""
        from coreg.screens.maps.entrance import EntranceRoom

        self.undoes.clear()
        self.app.push_screen(EntranceRoom(self.house), lambda _: self.reload())

    def do_list_bin(self) -> None:
        """Put the chosen map into the bin, to be undone."""
        chosen, maps = self.chosen, self.house.maps
        if chosen is None:
            return
        before = self.maps
        self._put(tuple(one for one in before if one.id != chosen.id))
        undo = Undo(lambda: self._put(before), lambda: [maps.unbin(chosen.id)])
        key = self.house.keymap.label("list.undo")
        self.change(say("map_path.list.binned", key=key), [maps.bin(chosen.id)], undo)

    def do_list_show_bin(self) -> None:
        """Look into the bin, where all lies that both can see."""
        from coreg.screens.bin import BinRoom

        self.undoes.clear()
        self.tell("")
        self.app.push_screen(BinRoom(self.house), lambda _: self.reload())

    def _put(self, maps: tuple[Trigger, ...]) -> None:
        self.maps = maps
        self.show()
