"""The base of what the two look at together: the keys of the map, and what both may see, read anew."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work

from coreg.screens.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.evening.maps import Shown
    from coreg.screens.house import House

__all__ = ["Mapped"]


class Mapped(Listing, inherit_bindings=False):
    """A list whose keys are those of the map. It holds nothing but what both may see."""

    place = "map"
    DEFAULT_CSS: ClassVar[str] = """
    Mapped #stage { align: center top; }
    Mapped #card { width: 86; max-width: 100%; height: 1fr; padding: 1 3; background: $surface; }
    Mapped #about { width: 1fr; height: auto; margin-bottom: 1; }
    Mapped #told { width: 86; max-width: 100%; }
    Mapped.-tight #card { padding: 0 1; }
    """
    where = "atlas.where"
    typing: ClassVar[tuple[str, ...]] = ()

    def __init__(self, house: House) -> None:
        """Begin before anything is read."""
        super().__init__(house)
        self.shown: Shown | None = None

    def on_mount(self) -> None:
        """Begin to read."""
        super().on_mount()
        self.reload()

    def on_screen_resume(self) -> None:
        """Show what changed while another room was open."""
        if self.shown is not None and self.is_active:
            self.reload()

    def reload(self) -> None:
        """Read what both may see again."""
        self.read_maps()

    @work(group="read", exclusive=True)
    async def read_maps(self) -> None:
        """Ask the books, and show what is there."""
        try:
            self.shown = await asyncio.wrap_future(self.house.maps.all())
        except Exception as error:
            self.tell_trouble(error)
            return
        self.show()

    def show(self) -> None:
        """Draw what was read."""

    def _doing(self, key_id: str) -> Callable[[], object] | None:
        place, _, name = key_id.partition(".")
        if place != "map":
            return super()._doing(key_id)
        if self.writing and key_id not in self.typing:
            return None
        found: Callable[[], object] | None = getattr(self, f"do_map_{name}", None)
        listed: Callable[[], object] | None = getattr(self, f"do_list_{name}", None)
        return found or listed
