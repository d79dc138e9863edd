"""The bin of a room of one's own: put back, or deleted for good after being asked once."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content

from coreg.content import say
from coreg.screens.vault.notes import Notes, Own, PrivateNotes

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from coreg.record.private import PrivateNote
    from coreg.widgets.seats import Hint

__all__ = ["OwnBin", "PrivateBin"]


class OwnBin(Notes[Own], inherit_bindings=False):
    """``enter`` puts back; the key of the bin deletes one, the key that empties all of them."""

    where = "private.bin_where"
    binned = True
    DEFAULT_CSS: ClassVar[str] = """
    OwnBin #about { height: auto; margin-bottom: 1; color: $muted; }
    OwnBin.-sure #about { color: $warn; }
    """
    _sure = ""
    """The id of the key that was pressed once for something that cannot be undone."""

    @abstractmethod
    def deleted(self, note: Own) -> Future[None]:
        """Delete one for good."""

    def about(self) -> Content:
        """Say what is here, or ask."""
        label = self.house.keymap.label
        if self._sure:
            words = "sure_all" if self._sure == "list.empty" else "sure_one"
            key, escape = label(self._sure), label("all.escape")
            return Content(say(f"{self.words_of_room}.{words}", key=key, escape=escape))
        return Content(say(f"{self.words_of_room}.bin_about" if self.here else "bin.empty"))

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Put back, delete, leave."""
        leave = (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help"))
        if not self.here:
            return (leave,)
        one, all_ = self.hint("list.bin", "private.delete"), self.hint("list.empty", "bin.keys.empty")
        return ((self.hint("list.open", "bin.keys.restore"), one, all_), leave)

    def do_list_open(self) -> None:
        """Put the chosen note back."""
        if self.note is not None:
            self.move(self.note, "", say("bin.back"))

    def do_list_bin(self) -> None:
        """Delete the chosen note for good, when asked twice."""
        if self.note is not None:
            self._for_good("list.bin", (self.note,))

    def do_list_empty(self) -> None:
        """Delete all that is in the bin for good, when asked twice."""
        if self.here:
            self._for_good("list.empty", self.here)

    def _for_good(self, key_id: str, notes: tuple[Own, ...]) -> None:
        if self._sure == key_id:
            self._be_sure("")
            self.delete(notes)
        else:
            self._be_sure(key_id)

    @work(group="delete", exclusive=True)
    async def delete(self, notes: tuple[Own, ...]) -> None:
        """Delete some of it for good."""
        try:
            await self.safely([self.deleted(note) for note in notes])
        except Exception as error:
            self.tell_trouble(error)
            self.reload()
            return
        gone = {note.id for note in notes}
        self.notes = tuple(note for note in self.notes if note.id not in gone)
        self.undoes.clear()
        self.show()
        self.tell(say("private.deleted"))

    def _be_sure(self, key_id: str) -> None:
        self._sure = key_id
        self.set_class(bool(key_id), "-sure")
        self.tell("")
        self.show()

    def _doing(self, key_id: str) -> Callable[[], object] | None:
        doing = super()._doing(key_id)
        if self._sure and doing is not None and key_id.startswith("list.") and key_id != self._sure:
            return self._stay
        return doing

    def _stay(self) -> None:
        self._be_sure("")
        self.tell(say("bin.left"))

    def do_all_escape(self) -> None:
        """Leave all as it is, or go back."""
        if self._sure:
            self._stay()
        else:
            super().do_all_escape()


class PrivateBin(PrivateNotes, OwnBin["PrivateNote"], inherit_bindings=False):
    """The bin of private notes."""

    def deleted(self, note: PrivateNote) -> Future[None]:
        """Delete a note for good; lines of it that were shown stay shown."""
        return self.space.delete(note)
