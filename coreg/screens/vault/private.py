"""A room of one's own: the notes of one of the two, newest first, for as long as it is open."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.screens.vault.notes import PrivateNotes
from coreg.widgets.text import named

if TYPE_CHECKING:
    from coreg.record.private import PrivateNote
    from coreg.widgets.seats import Hint

__all__ = ["PrivateList"]


class PrivateList(PrivateNotes, inherit_bindings=False):
    """Read, write, put into the bin; all else is inside a note."""

    def about(self) -> Content:
        """Say whose notes these are."""
        seat = self.space.seat
        whose = self.words("private.whose", "bold", name=named(seat, self.house.name(seat)))
        if self.here:
            return Content("\n").join([whose, Content("")])
        key = self.house.keymap.label("list.note")
        return Content("\n").join(
            [whose, Content(""), Content.styled(say("private.empty", key=key), "$muted")]
        )

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Read, write, bin, leave."""
        back, help_ = self.hint("all.escape", "private.leave"), self.hint("all.help", "room.help")
        new, bin_ = self.hint("list.note", "private.new"), self.hint("list.show_bin", "private.bin")
        if not self.here:
            return ((new,), (bin_, back, help_))
        drop = self.hint("list.bin", "private.drop")
        return ((self.hint("list.open", "private.read"), new, drop), (bin_, back, help_))

    def do_list_open(self) -> None:
        """Read the chosen note."""
        if self.note is not None:
            self._open(self.note)

    def do_list_note(self) -> None:
        """Write a new note."""
        self._open(self.space.blank(), writing=True)

    def _open(self, note: PrivateNote, *, writing: bool = False) -> None:
        from coreg.screens.vault.pad import PrivatePad

        self.undoes.clear()
        pad = PrivatePad(self.house, self.space, note, writing=writing)
        self.app.push_screen(pad, lambda _: self.reload())

    def do_list_bin(self) -> None:
        """Put the chosen note into the bin of this room."""
        if self.note is not None:
            stamp = self.house.now().astimezone(UTC).isoformat(timespec="seconds")
            key = self.house.keymap.label("list.undo")
            self.move(self.note, stamp, say("private.binned", key=key))

    def do_list_show_bin(self) -> None:
        """Look into the bin of this room."""
        from coreg.screens.vault.private_bin import PrivateBin

        self.undoes.clear()
        self.app.push_screen(PrivateBin(self.house, self.space), lambda _: self.reload())

    def on_unmount(self) -> None:
        """Forget what opened the room."""
        self.space.close()
