"""The whole app, as two people have it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.screen import Screen

from coreg.app import CoregApp, Start
from coreg.screens.house import House
from tests.screens.stage import Shown

__all__ = ["Whole", "app"]


class Whole(Shown):
    """The whole app, with hands and eyes."""

    async def give(self, words: str) -> None:
        """Type words, and enter."""
        await self.write(f"{words}\n")

    async def look(self) -> None:
        """Have the app look whether anybody is here."""
        assert isinstance(self.app, CoregApp)
        self.app.look_for_anybody()
        await self.settle()

    def on(self, kind: type[object]) -> bool:
        """Tell which screen is seen."""
        return isinstance(self.app.screen, kind)


@asynccontextmanager
async def app(
    house: House, start: Start | None = None, size: tuple[int, int] = (112, 32)
) -> AsyncIterator[Whole]:
    """Run the app."""
    running = CoregApp(house, start or Start())
    async with running.run_test(size=size) as pilot:
        shown = Whole(running, pilot, house, Screen())
        await shown.settle()
        yield shown
        assert running.crash is None
