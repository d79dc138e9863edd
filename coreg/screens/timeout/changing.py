"""What becomes of a pause, on disk first: begun, put off, planned again, left open, left to rest, over."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.events import ScreenResume

from coreg.content import explain, say
from coreg.content.timeout_words import when_words
from coreg.practice.timeout import Sealed
from coreg.screens.timeout.showing import PauseShowing

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from datetime import datetime

    from coreg.evening.pause import Pause
    from coreg.screens.timeout.showing import At

__all__ = ["PauseChanging"]

T = TypeVar("T")


class PauseChanging(PauseShowing, inherit_bindings=False):
    """Nothing is shown as done before it is on disk; where it cannot be written everything stays."""

    at_once = False
    """Whether the pause that is asked for begins as soon as it is known what was agreed."""

    _away: Callable[[], object] | None = None
    """What leads away from here."""

    def known(self) -> None:
        """Begin the pause, if it is to begin at once."""
        super().known()
        if self.at_once:
            self.at_once = False
            self.begin()

    async def _done(self, asked: Future[T], failed: str = "not_kept") -> tuple[T] | None:
        """Wait for the disk; None, and a sentence, where it does not take it."""
        self.busy = True
        try:
            return (await asyncio.wrap_future(asked),)
        except Exception as error:
            words = say(f"timeout.{failed}", why=explain(error))
            self.notify(words, severity="warning", markup=False)
            self.go_to("ask" if self.pause is None else "pause")
            return None
        finally:
            self.busy = False

    def go_to(self, at: At) -> None:
        """Show another page; what was pressed for the one before is forgotten."""
        self.at, self.here, self.answers = at, frozenset(), Sealed()
        self.step_changed()
        self.look()

    def _is_now(self, pause: Pause, told: str = "") -> None:
        self.pause = pause
        self.go_to("pause")
        self.tell(told)

    @work(group="change")
    async def begin(self) -> None:
        """Begin the pause that was asked for."""
        begun = await self._done(self.house.pausing.ask_for(self.length, self.left), "failed")
        if begun is not None:
            self._is_now(*begun)

    @work(group="change")
    async def put_off(self, pause: Pause) -> None:
        """Have the return a little later."""
        later = await self._done(self.house.pausing.put_off(pause))
        if later is not None:
            now = self.house.now()
            back = later[0].back(now) or now
            self._is_now(later[0], say("timeout.longer.told", clock=when_words(back, now)))

    @work(group="change")
    async def keep_time(self, pause: Pause) -> None:
        """Have the other time."""
        when = self.when
        kept = await self._done(self.house.pausing.plan(pause, when))
        if kept is not None:
            self._is_now(kept[0], say("timeout.plan.kept", when=when_words(when, self.house.now())))

    @work(group="calendar", exclusive=True)
    async def write_return(self, uid: str, back: datetime) -> None:
        """Write it off this thread, and say where it is."""
        from coreg.screens.to_calendar import write_date

        self.notify(await asyncio.to_thread(write_date, self.house, uid, back), timeout=10, markup=False)

    @work(group="change")
    async def leave_open(self, pause: Pause) -> None:
        """Have no time for now, and go home."""
        if await self._done(self.house.pausing.leave_open(pause)) is not None:
            self._leave("left_open")

    @work(group="change")
    async def let_rest(self, pause: Pause) -> None:
        """End it, and go home."""
        if await self._done(self.house.pausing.let_rest(pause)) is not None:
            self._leave("rested")

    def go_back(self) -> None:
        """Go home; what was left open and waits for no return is offered there after all."""
        if self.left is None or self.pause is not None or not self.is_active:
            super().go_back()
            return
        from coreg.screens.left_open import LeftOpenRoom

        self.app.switch_screen(LeftOpenRoom(self.house, self.left, lambda: None))

    def _leave(self, words: str) -> None:
        self.app.notify(say(f"timeout.plan.{words}"), timeout=4, markup=False)
        self._then(self.go_back)

    def _then(self, away: Callable[[], object]) -> None:
        self._away = away
        self.go_away()

    @on(ScreenResume)
    def go_away(self) -> None:
        """Go where a change on disk leads, once nothing stands over this any more."""
        if self._away is not None and self.is_active:
            away, self._away = self._away, None
            away()

    @work(group="change")
    async def come_back(self, pause: Pause) -> None:
        """Both are ready: the pause is over, and what was left is the living sitting again."""
        found = await self._done(self.house.pausing.come_back(pause))
        if found is None:
            return
        left = found[0]
        if left is not None:
            self.house.runner.take_up(left)
        from coreg.screens.timeout.back import ReturnRoom

        self._then(lambda: self.app.switch_screen(ReturnRoom(self.house, left)))
