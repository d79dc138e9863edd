"""A card with a sentence and a list below it, read from the books when somebody comes in."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import work
from textual.containers import Vertical
from textual.widgets import Static

from coreg.screens.listing import Listing
from coreg.widgets.blocks import Page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future

    from textual.widget import Widget

__all__ = ["CardList"]

Found = TypeVar("Found")
"""What the books answer."""


class CardList(Listing, Generic[Found], inherit_bindings=False):
    """Shows what there is as soon as it is known; before, neither the list nor that it is empty."""

    DEFAULT_CSS: ClassVar[str] = """
    CardList #stage { align: center top; }
    CardList #card { width: 80; max-width: 100%; height: 1fr; padding: 1 3; background: $surface; }
    CardList #told { width: 80; max-width: 100%; margin-top: 1; }
    """

    read = False
    """Whether it is known what there is."""

    def stage(self) -> Iterable[Widget]:
        """One card with a sentence and the list."""
        card = Vertical(Static(id="about"), Page(id="things"), id="card")
        yield Vertical(card, Static(id="told"), id="stage")

    def on_mount(self) -> None:
        """Read what there is."""
        self.page.mark(True)
        self.reload()

    @property
    def page(self) -> Page:
        """The list."""
        return self.query_one(Page)

    def reload(self) -> None:
        """Read what there is again."""
        self.read_all()

    @work(group="read", exclusive=True)
    async def read_all(self) -> None:
        """Ask the books what there is."""
        try:
            found = await asyncio.wrap_future(self.all_of_it())
        except Exception as error:
            self.tell_trouble(error)
            return
        self.took(found)
        self.read = True
        self.show()

    @abstractmethod
    def all_of_it(self) -> Future[Found]:
        """Ask the books for all there is."""

    @abstractmethod
    def took(self, found: Found) -> None:
        """Take what there is."""

    @abstractmethod
    def show(self) -> None:
        """Draw what there is."""
