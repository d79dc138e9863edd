"""The good night page: what stayed, both names, and the light goes down by itself."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import explain, say
from coreg.evening.in_step import read, series
from coreg.evening.in_step_said import tapped_in
from coreg.evening.planning import is_night
from coreg.record.trouble import Trouble
from coreg.screens.base import Room
from coreg.screens.good.weekly import moments_to_offer
from coreg.screens.in_step import lines
from coreg.widgets.text import SEAT_STYLE, centred, fill, lit, named

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future

    from textual.widget import Widget

    from coreg.evening.in_step import Series
    from coreg.practice.play import Seat
    from coreg.practice.sitting import Sitting
    from coreg.record.maps import Glimmer
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["GoodNight"]

_STEPS = 24
_STEP = 0.5
_DARK = 0.25
_LEAVES = 120.0


class GoodNight(Room):
    """After an evening: good night. After one practice alone: kept, and back home."""

    place = "night"
    DEFAULT_CSS: ClassVar[str] = """
    GoodNight #stage { align: center middle; }
    GoodNight #page { width: 1fr; height: auto; }
    """

    def __init__(self, house: House, sitting: Sitting, kept: Future[None], session: str = "") -> None:
        """Take the sitting that ended, its session, and the promise that it is being kept."""
        super().__init__(house)
        self.sitting = sitting
        self.kept = kept
        self.session = session
        self.night = is_night(sitting)
        self.saved = ""
        self.down = 0
        self.tapped = tapped_in(sitting)
        self.series: Series | None = None
        self.moments: tuple[Glimmer, ...] = ()

    def stage(self) -> Iterable[Widget]:
        """One page in the middle."""
        yield Container(Static(id="page"), id="stage")

    def on_mount(self) -> None:
        """Show the page, wait for the disk, and let the light go down."""
        super().on_mount()
        self.show()
        self.wait_for_disk()
        if self.night:
            self.set_interval(_STEP, self.dim, repeat=_STEPS)
            self.set_timer(_LEAVES, self.leave_by_itself)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    def show(self) -> None:
        """Draw what stayed, the hug, and the good night."""
        rows: list[Content] = []
        for keep in (*self.sitting.kept("thanks"), *self.sitting.kept("stays")):
            rows.append(lit(f"“{keep.text}”", "italic", multiline=False))
            if keep.by is not None:
                rows.append(lit(self.house.name(keep.by), SEAT_STYLE[keep.by], multiline=False))
            rows.append(Content(""))
        if self.sitting.kept("hug"):
            rows += [Content(say("good_night.hug")), Content("")]
        if self.tapped is not None:
            names = {seat: named(seat, self.house.name(seat)) for seat in ("a", "b")}
            rows += [*lines(read(self.tapped), names, self.series, self.session), Content("")]
        rows += [self.words("good_night.title" if self.night else "good_night.done", "bold"), Content("")]
        rows.append(Content.styled(self.saved, "$muted"))
        if self.moments:
            key = Content.styled(self.house.keymap.label("night.aloud"), "$both")
            rows += [Content(""), fill(say("good_night.moments"), {"key": key}, "$muted")]
        page = self.query_one("#page", Static)
        page.update(centred(rows, page.size.width or self.size.width))

    @work(exclusive=True)
    async def wait_for_disk(self) -> None:
        """Say that it is kept when it is, or what stands in the way."""
        try:
            await asyncio.wrap_future(self.kept)
        except Exception as error:
            self.saved = f"{explain(error)} {say('good_night.still_here')}"
        else:
            self.saved = say("room.kept")
            await self._look_at_others()
            if self.night and not self.sitting.early:
                self.moments = await moments_to_offer(self.house, self.session)
        self.show()

    async def _look_at_others(self) -> None:
        """Read what is kept of other times at which both tapped; where it cannot be read, tonight is told."""
        if self.tapped is not None and not self.house.keeping.locked:
            with suppress(Trouble):
                found = await asyncio.wrap_future(self.house.keeping.sessions())
                self.series = series(found)

    def do_night_aloud(self) -> None:
        """Read good moments of the week to each other; the light stays as it is meanwhile."""
        from coreg.screens.good.aloud import AloudRoom

        if self.moments:
            self.app.push_screen(AloudRoom(self.house, self.moments), self._read)

    def _read(self, _: object) -> None:
        self.set_timer(_LEAVES, self.leave_by_itself)

    @property
    def calm(self) -> bool:
        """Nothing runs any more."""
        return True

    def dim(self) -> None:
        """Let the light go down a little."""
        if self.house.motion == "none":
            return
        self.down = min(_STEPS, self.down + 1)
        opacity = 1.0 - (1.0 - _DARK) * self.down / _STEPS
        self.query_one("#stage").styles.text_opacity = opacity

    def leave_by_itself(self) -> None:
        """Leave the program, unless somebody has opened something over the page."""
        if self.is_active:
            self.do_all_leave()

    def main_hint(self, seat: Seat) -> str:
        """Either key goes home."""
        return say("good_night.home")

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Esc goes home, too."""
        return ((self.hint("all.escape", "good_night.home"),),)

    def main(self, seat: Seat) -> None:
        """Go home."""
        self.do_all_escape()

    def do_all_escape(self) -> None:
        """Go home."""
        if not self.is_active:
            return
        keeping = self.house.keeping
        if not keeping.locked and keeping.home() is None:
            self.do_all_leave()
        else:
            self.dismiss()
