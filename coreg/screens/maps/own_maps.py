"""The maps of one of the two behind their own door: a list, and its bin."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from coreg.content import say
from coreg.screens.maps.rows import map_row, reached
from coreg.screens.vault.notes import Notes
from coreg.screens.vault.private_bin import OwnBin
from coreg.widgets.text import named

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import date

    from coreg.record.maps import PrivateTrigger
    from coreg.widgets.blocks import Block
    from coreg.widgets.seats import Hint

__all__ = ["OwnMapBin", "OwnMaps"]


class _Maps(Notes["PrivateTrigger"], inherit_bindings=False):
    """A list of maps that are private."""

    place = "mine"
    where = "map_path.where_list"
    words_of_room: ClassVar[str] = "map_path.list"

    def all_of_it(self) -> Future[tuple[PrivateTrigger, ...]]:
        """Read the maps."""
        return self.space.triggers()

    def row(self, note: PrivateTrigger, today: date) -> Block:
        """Return the row of a map."""
        notes = [reached(note), say("map_path.page.some") if note.shown else ""]
        return map_row(note, today, [Content.styled(text, "$muted") for text in notes if text])

    def kept(self, note: PrivateTrigger) -> Future[PrivateTrigger]:
        """Keep a map."""
        return self.space.keep_trigger(note)


class OwnMaps(_Maps, inherit_bindings=False):
    """Read, begin, put into the bin; all else is inside a map."""

    def about(self) -> Content:
        """Say whose maps these are."""
        seat = self.space.seat
        whose = self.words("map_path.list.whose", "bold", name=named(seat, self.house.name(seat)))
        if self.here:
            return Content("\n").join([whose, Content("")])
        key = self.house.keymap.label("list.note")
        empty = Content.styled(say("map_path.list.empty", key=key), "$muted")
        return Content("\n").join([whose, Content(""), empty])

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Look, begin, bin, leave."""
        back, help_ = self.hint("all.escape", "private.leave"), self.hint("all.help", "room.help")
        new, bin_ = self.hint("list.note", "map_path.list.new"), self.hint("list.show_bin", "private.bin")
        if not self.here:
            return ((new,), (bin_, back))
        drop = self.hint("list.bin", "private.drop")
        return ((self.hint("list.open", "map_path.list.open"), new, drop), (bin_, back, help_))

    def do_list_open(self) -> None:
        """Look at the chosen map."""
        from coreg.screens.maps.own_page import OwnMapPage

        if self.note is not None:
            self.undoes.clear()
            self.app.push_screen(OwnMapPage(self.house, self.space, self.note), lambda _: self.reload())

    def do_list_note(self) -> None:
        """Begin a new map."""
        from coreg.screens.maps.own_path import OwnPath

        self.undoes.clear()
        self.app.push_screen(OwnPath(self.house, self.space), lambda _: self.reload())

    def do_list_bin(self) -> None:
        """Put the chosen map into the bin of this room."""
        if self.note is not None:
            stamp = self.house.now().astimezone(UTC).isoformat(timespec="seconds")
            key = self.house.keymap.label("list.undo")
            words = "binned_shown" if self.note.shown else "binned"
            self.move(self.note, stamp, say(f"map_path.list.{words}", key=key))

    def do_list_show_bin(self) -> None:
        """Look into the bin of this room."""
        self.undoes.clear()
        self.tell("")
        self.app.push_screen(OwnMapBin(self.house, self.space), lambda _: self.reload())

    def on_unmount(self) -> None:
        """Forget what opened the room."""
        self.space.close()


class OwnMapBin(_Maps, OwnBin["PrivateTrigger"], inherit_bindings=False):
    """The bin of the maps of one's own."""

    where = "map_path.list.bin_where"

    def deleted(self, note: PrivateTrigger) -> Future[None]:
        """Delete a map for good, with what is shown of it."""
        return self.space.delete_trigger(note)
