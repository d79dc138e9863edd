"""The base of rooms with a list: what is changed shows at once, is written behind it, and can be undone."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on, work
from textual.events import DescendantBlur, DescendantFocus
from textual.widgets import Static

from coreg.content import explain, say
from coreg.evening.reached import NotEverywhere
from coreg.screens.base import Room
from coreg.widgets.rows import Rows
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from concurrent.futures import Future

    from coreg.screens.house import House

__all__ = ["Listing", "Undo"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take a change back: on screen at once (``back``), on disk (``asks``), and ``after`` that."""

    back: Callable[[], None]
    asks: Callable[[], Iterable[Future[Any]]]
    after: Callable[[], Awaitable[None]] | None = None


class Listing(Room, inherit_bindings=False):
    """A room whose keys are those of a list. It has a place (``#told``) for what has just happened."""

    place = "list"
    DEFAULT_CSS: ClassVar[str] = """
    Listing #told { width: 1fr; height: auto; min-height: 1; max-height: 3; }
    """

    typing: ClassVar[tuple[str, ...]] = ("list.keep", "list.next")
    """Ids of the keys that work here while something is typed; all others belong to the field."""

    def __init__(self, house: House) -> None:
        """Begin with nothing to undo."""
        super().__init__(house)
        self.undoes: list[Undo] = []
        self._unwritten: set[Future[Any]] = set()
        self._told_now = ""

    def tell(self, words: str, style: str = "") -> None:
        """Say what has just happened: on one line where that has room, else on as many as it takes."""
        if words != self._told_now:
            self._told_now = words
            # Something can be written when everybody has left already: then there is nobody to tell.
            for told in self.query("#told").results(Static):
                told.update(lit(words, style, multiline=False))

    def tell_trouble(self, error: Exception) -> None:
        """Say what stands in the way."""
        self.tell(explain(error), "$warn")

    # Changing

    def change(self, words: str, asked: Iterable[Future[Any]], undo: Undo) -> None:
        """Note a change that is on screen already; where it cannot be written it is taken back and told."""
        self.undoes.append(undo)
        self.tell(words)
        self._written(tuple(asked), undo)

    @work(group="write")
    async def _written(self, asked: tuple[Future[Any], ...], undo: Undo) -> None:
        try:
            await self.safely(asked)
        except Exception as error:
            if undo in self.undoes:
                self.undoes.remove(undo)
            undo.back()
            self.tell_trouble(error)
            self.reload()

    def reload(self) -> None:
        """Read again what is on disk: what is shown may not be what is there."""

    async def safely(self, asked: Iterable[Future[Any]]) -> list[object]:
        """Wait until things are on disk; while they are not, nobody leaves the room.

        Raises:
            Trouble: what stood in the way of the first that failed.
        """
        waiting = tuple(asked)
        self._unwritten.update(waiting)
        try:
            return list(await asyncio.gather(*map(asyncio.wrap_future, waiting)))
        finally:
            self._unwritten.difference_update(waiting)

    async def on_disk(self, asked: Future[T]) -> T:
        """Wait until something is on disk; while it is not, nobody leaves the room.

        Raises:
            Trouble: what stood in the way.
        """
        self._unwritten.add(asked)
        try:
            return await asyncio.wrap_future(asked)
        finally:
            self._unwritten.discard(asked)

    async def reached(self, asked: Future[T]) -> tuple[T, bool]:
        """Wait as `on_disk` does; tell also whether all that had to go has gone from every backup, too."""
        try:
            return await self.on_disk(asked), True
        except NotEverywhere as later:
            return later.kept, False

    def do_list_undo(self) -> None:
        """Take the last change back, then the one before it."""
        if not self.undoes:
            self.tell(say("look_back.undo.nothing"))
            return
        undo = self.undoes.pop()
        undo.back()
        self.tell(say("look_back.undo.done"))
        self._undone(tuple(undo.asks()), undo)

    @work(group="write")
    async def _undone(self, asked: tuple[Future[Any], ...], undo: Undo) -> None:
        try:
            await self.safely(asked)
            if undo.after is not None:
                await undo.after()
        except Exception as error:
            self.tell_trouble(error)
            self.reload()

    @on(Rows.Moved)
    def moved(self) -> None:
        """Let what was told go."""
        self.tell("")

    @on(DescendantFocus)
    @on(DescendantBlur)
    def field_changed(self) -> None:
        """Show what the keys do now."""
        self.show_seats()

    def do_list_private(self) -> None:
        """Go into a room of one's own."""
        self.open("private")

    # Moving

    @property
    def moving(self) -> Rows[Any]:
        """What the arrows move through."""
        return self.query_one(Rows)

    def _move(self, go: Callable[[Rows[Any]], object]) -> None:
        """Move in what there is; a room may have the keys of a list and show none."""
        if self.query(Rows):
            go(self.moving)

    def do_list_up(self) -> None:
        """Go one up."""
        self._move(lambda rows: rows.move(-1))

    def do_list_down(self) -> None:
        """Go one down."""
        self._move(lambda rows: rows.move(1))

    def do_list_page_up(self) -> None:
        """Go a window up."""
        self._move(lambda rows: rows.page(-1))

    def do_list_page_down(self) -> None:
        """Go a window down."""
        self._move(lambda rows: rows.page(1))

    def do_list_top(self) -> None:
        """Go to the first."""
        self._move(lambda rows: rows.top())

    def do_list_bottom(self) -> None:
        """Go to the last."""
        self._move(lambda rows: rows.bottom())

    # Keys

    def _doing(self, key_id: str) -> Callable[[], object] | None:
        if self.writing and key_id.startswith("list.") and key_id not in self.typing:
            return None
        return super()._doing(key_id)

    def go_back(self) -> None:
        """Go back when everything is on disk; what could not be written is told first."""
        if self._unwritten:
            self._leave()
        else:
            super().go_back()

    @work(group="leave", exclusive=True)
    async def _leave(self) -> None:
        waiting = [asyncio.wrap_future(one) for one in self._unwritten]
        found = await asyncio.gather(*waiting, return_exceptions=True)
        if not any(isinstance(one, BaseException) for one in found):
            super().go_back()
