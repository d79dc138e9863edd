"""The app: opens the store, the runner and the first screen. Wiring only."""

from __future__ import annotations

from asyncio import wrap_future
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import on, work
from textual.app import App
from textual.events import Event, InputEvent, Paste
from textual.filter import Monochrome, NoColor
from textual.message import Message
from typing_extensions import override

from coreg.content import explain, say
from coreg.content.dates import day_name
from coreg.evening.idle import Idle
from coreg.record.trouble import Trouble
from coreg.screens.base import Room
from coreg.screens.gone import Gone
from coreg.screens.house import couple_of
from coreg.screens.in_order import InOrder
from coreg.screens.timeout.bell import ring_for_return
from coreg.screens.timeout.opening import pause_first, start_pause, waits
from coreg.terminal.safe import SafeApp
from coreg.terminal.signs import AsciiSigns
from coreg.theme import ASCII, INK, theme, theme_name

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.binding import BindingType
    from textual.screen import Screen

    from coreg.evening.how import How
    from coreg.record.headline import Home
    from coreg.screens.house import House

__all__ = ["CoregApp", "Start"]


_WARM_AFTER = 0.5
_GLANCE = 10.0
"""Seconds between two looks at whether anybody is still here."""
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Start:
    """Where to begin: home, an evening, one practice, or the demo."""

    kind: Literal["home", "begin", "breathe", "talk", "timeout", "map", "scene", "demo"] = "home"
    name: str = ""
    minutes: float | None = None
    how: How | None = None
    """How two breathe, where it was asked for."""


class Aged(Message):
    """What was too old has gone from the books; or why it has not, in words."""

    def __init__(self, why: str = "") -> None:
        """Carry the words."""
        super().__init__()
        self.why = why


class CoregApp(InOrder, Gone, SafeApp, inherit_bindings=False):
    """Two people at one terminal."""

    TITLE = "coreg"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, house: House, start: Start) -> None:
        """Take the house, and where to begin."""
        super().__init__(crash_log=house.places.state / "crash.log")
        self.house = house
        self.start = start
        self.idle = Idle(house.clock, house.now)
        house.come_back = self.come_back
        house.show_title = self.show_title
        for name in ("night", "day"):
            self.register_theme(theme(name, few=house.colours == "few"))
        self.theme = theme_name(house.light if house.settings.theme == "auto" else house.settings.theme)
        _suit_the_terminal(self, house)

    def get_default_screen(self) -> Screen[None]:
        """Return home, or the room before locked books.

        Before there is a book, it is an empty room under whatever comes first.
        """
        if self.house.keeping.locked:
            from coreg.screens.vault.opening import OpeningRoom

            breathe = self._breathe if self.start.kind == "breathe" else None
            return OpeningRoom(self.house, self.come_back, breathe)
        known = self.house.keeping.home()
        return Room(self.house) if known is None else self._home(known)

    def _home(self, known: Home) -> Screen[None]:
        from coreg.screens.home import Home as HomeRoom

        return HomeRoom(self.house, known)

    def on_mount(self) -> None:
        """Open what stands over the first screen: hello, what was left open, or what was asked for."""
        self.set_interval(_GLANCE, self.look_for_anybody)
        if self.house.keeping.locked:
            return
        if self.house.keeping.home() is not None:
            self._then()
        elif self.start.kind == "breathe":
            self._practise()
        else:
            from coreg.screens.welcome import Welcome

            self.push_screen(Welcome(self.house, self.said_hello))

    def come_back(self) -> None:
        """Go home when locked books have been opened, and on to what was left or asked for."""
        from coreg.screens.vault.locking_up import stand_alone

        known = self.house.keeping.home()
        self.house.couple = couple_of(self.house.keeping)
        if known is not None:
            stand_alone(self, self._home(known))
            self._then()

    @override
    async def on_event(self, event: Event) -> None:
        """Notice that somebody is here."""
        if isinstance(event, InputEvent | Paste):
            self.idle.touch()
        await super().on_event(event)

    def look_for_anybody(self) -> None:
        """Lock locked books again when nobody has been here for a while; never while something runs."""
        house, after = self.house, self.house.settings.lock_after
        ring_for_return(self, house)
        if not after or not house.keeping.sealed or house.keeping.locked:
            return
        if self.idle.gone() >= after * _MINUTE:
            from coreg.screens.vault.locking_up import at_rest, lock_up

            if at_rest(self):
                lock_up(self, house, hidden=False)

    def said_hello(self) -> None:
        """Show home for the first time."""
        house = self.house
        known = house.keeping.home()
        if known is not None:
            house.couple = couple_of(house.keeping)
            self.push_screen(self._home(known))
            self._offer_lock()

    def _offer_lock(self) -> None:
        from coreg.screens.vault.offer import OfferRoom

        self.push_screen(OfferRoom(self.house, self._then))

    def _warm(self) -> None:
        """Look whether this is an older copy, load what a first practice will need, let go of what is old.

        All of it off this thread.
        """
        self.tell_of_older_books()
        self.house.learn()
        days = self.house.settings.keep_days
        if days and not self.house.demo:
            self.house.keeping.delete_older(days).add_done_callback(self._aged)

    @work(group="older")
    async def tell_of_older_books(self) -> None:
        """Say that more was in the books when they were open here; they are used all the same."""
        with suppress(Trouble):
            older = await wrap_future(self.house.keeping.seen_newer(self.house.places.state))
            if older:
                day = day_name(older.day, self.house.now().date()) if older.day else ""
                self.notify(say("home.older.day" if day else "home.older.unknown", day=day), markup=False)

    def _aged(self, gone: Future[int]) -> None:
        """Have it gone from the screen as well; called on the writer's own thread."""
        error = gone.exception()
        self.post_message(Aged("" if error is None else explain(error)))

    @on(Aged)
    def show_what_is_left(self, event: Aged) -> None:
        """Read anew what the home screen shows, if that is what is seen; say what stood in the way."""
        from coreg.screens.home import Home as HomeRoom

        if event.why:
            self.notify(event.why, severity="warning", markup=False)
        if isinstance(self.screen, HomeRoom):
            self.screen.on_screen_resume()

    def _then(self) -> None:
        """Offer what was left open; one that cannot be read is put aside, never written over."""
        self.set_timer(_WARM_AFTER, self._warm)
        self.house.pausing.load()
        try:
            left = self.house.keeping.left_open()
        except Trouble:
            left = None
        else:
            if left is None or waits(self, self.house, left, self.start):
                self._practise()
                return
        from coreg.screens.left_open import LeftOpenRoom, go_on_with

        if left is not None and self.house.noting:
            self.push_screen(go_on_with(self.house, left))
        else:
            self.push_screen(LeftOpenRoom(self.house, left, self._practise))
        self.house.noting = False

    def _breathe(self) -> None:
        """Breathe before locked books: nothing of it is kept."""
        self._begin(self.start)

    def _practise(self) -> None:
        start, house, app = self.start, self.house, cast("App[int]", self)
        # Asked for once: after a lock that was opened again it is not asked for anew.
        self.start = Start()
        if start.kind in ("home", "demo", "timeout"):
            start_pause(app, house, start)
        else:
            pause_first(app, house, lambda: self._begin(start))

    def _begin(self, start: Start) -> None:
        from coreg.screens.begin import begin_asked, begin_practice

        house, app = self.house, cast("App[int]", self)
        if start.kind == "breathe":
            begin_practice(app, house, "breathe", start.minutes, start.name or None, start.how)
        else:
            begin_asked(app, house, start.kind, start.name, start.minutes)

    class NotSaved(Message):
        """The living session could not be written down just now."""

    def not_saved(self, _error: Exception) -> None:
        """Have it said that something could not be written; called on the writer's own thread."""
        self.post_message(self.NotSaved())

    @on(NotSaved)
    def say_not_saved(self) -> None:
        """Say what to look at; it is tried again with the next change."""
        self.notify(say("practice.saving_failed"), severity="warning", markup=False)

    def save_now(self) -> None:
        """Put the living session on disk before the program leaves."""
        self.house.save_now()
        self.house.keeping.flush()


def _suit_the_terminal(app: CoregApp, house: House) -> None:
    """Draw with the colours and the signs there are."""
    app.set_class(house.colours != "full", INK)
    app.set_class(house.ascii, ASCII)
    if house.colours == "none":
        # Textual would draw in greys, which are colours to a terminal that is to have none.
        app._filters = [NoColor() if isinstance(one, Monochrome) else one for one in app._filters]
    app._filters.append(AsciiSigns(lambda: app.has_class(ASCII)))
