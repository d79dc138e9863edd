"""Home: tonight's suggestion, what exists, what stayed, what we said we would."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import explain, say
from coreg.content.dates import greeting, long_day
from coreg.screens.good.near import Near
from coreg.screens.home_cards import (
    begin_card,
    menu_card,
    pause_card,
    promises_card,
    stayed_card,
    thing_card,
)
from coreg.widgets.text import stack
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future

    from textual.geometry import Size
    from textual.widget import Widget

    from coreg.record.headline import Home as Known
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["Home"]

_WIDEST = 132
"""Cells of both columns together, as the style has it."""

_AROUND = 8
"""Rows of the window above and below the columns.

Between two cards is one more, and wide ones have four more around their words.
"""


class Home(Near):
    """The room that every evening begins in. It loads what it shows from the headlines alone."""

    place = "home"
    DEFAULT_CSS: ClassVar[str] = """
    Home #stage { layout: vertical; align: center top; }
    Home #greeting, Home #columns { max-width: 132; }
    Home #greeting { height: 2; }
    Home #columns { height: 1fr; }
    Home #here { width: 3fr; height: 1fr; margin-right: 3; }
    Home #kept { width: 2fr; height: 1fr; }
    Home .card { background: $surface; padding: 1 2; margin-bottom: 1; height: auto; width: 1fr; }
    Home #begin { background: $panel; border-left: outer $both; }
    Home #pause { padding: 0 2; border-left: outer $both; }
    Home.-narrow .card { padding: 0 1; }
    Home.-narrow #here { margin-right: 1; }
    Home.-narrow #begin { padding: 1 1; }
    Home.-narrow #pause { padding: 0 1; }
    Home.-short #thing, Home .card.-empty { display: none; }
    Home.-short #pause { margin: 0; }
    Home.-tight #kept { display: none; }
    Home.-tall #stage { align: center middle; }
    Home.-tall #columns, Home.-tall #here, Home.-tall #kept { height: auto; }
    Home.-tight .card, Home.-tight #begin { padding: 0 1; margin: 0; }
    """

    def __init__(self, house: House, known: Known) -> None:
        """Show what is known of the couple."""
        super().__init__(house)
        self.known = known
        self.evening = "quiet"
        self._shown: dict[str, Content] = {}

    def stage(self) -> Iterable[Widget]:
        """Lay out the greeting and both columns, drawn already: the first picture is the whole one."""
        cards = {name: self._card(name, content) for name, content in self._contents().items()}
        left, right = (
            (cards["pause"], cards["begin"], cards["menu"]),
            (cards["stayed"], cards["promises"], cards["thing"]),
        )
        columns = Horizontal(Vertical(*left, id="here"), Vertical(*right, id="kept"), id="columns")
        yield Vertical(cards["greeting"], columns, id="stage")

    @staticmethod
    def _card(name: str, content: Content) -> Static:
        classes = "" if name == "greeting" else "card" if content else "card -empty"
        return Static(content, id=name, classes=classes)

    def on_mount(self) -> None:
        """Follow the clock a minute at a time."""
        super().on_mount()
        self._follow()

    def _follow(self) -> None:
        now = self.house.now()
        clock = f"{long_day(now.date())}  {now:%H:%M}"
        self.query_one(Top).left = Content.styled(clock, "$muted")
        self.show()
        self.set_timer(60.5 - now.second, self._follow)

    def on_resize(self) -> None:
        """Lay the cards out for the window."""
        self.fit()
        self.show()

    def on_screen_resume(self) -> None:
        """Show what changed while another room was open."""
        if not self.is_active:
            return
        found = self.house.keeping.home()
        if found is not None and found != self.known:
            self.known = found
            self.show_seats()
        self.show()

    def show(self) -> None:
        """Draw the cards that changed."""
        before = self._shown
        for name, content in self._contents().items():
            if not content.is_same(before[name]):
                card = self.query_one(f"#{name}", Static)
                card.update(content)
                card.set_class(not content, "-empty")

    def _contents(self) -> dict[str, Content]:
        """Return what every card says, and remember it."""
        house = self.house
        narrow, tight = self.has_class("-narrow"), self.has_class("-tight")
        low = self.has_class("-short") and house.pausing.first is not None
        stayed = stack(stayed_card(house, self.known))
        width, rows = _kept_room(self.app.size, stayed, narrow=narrow)
        self._shown = {
            "greeting": self.literal(_greeting(house), "bold"),
            "pause": pause_card(house, narrow=narrow),
            "begin": begin_card(house, self.evening, narrow=narrow, tight=tight),
            "menu": stack(menu_card(house, narrow=narrow, tight=tight or low)),
            "stayed": stayed,
            "promises": stack(promises_card(house, self.known, width=width, rows=rows)),
            "thing": stack(thing_card(house)),
        }
        return self._shown

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Help, changing places, and a good moment, which nothing else here tells of."""
        swap, moment = self.hint("home.swap", "home.swap"), self.hint("all.moment", "home.moment")
        return ((self.hint("all.help", "room.help"), swap), (moment,))

    # What either may press

    def do_home_begin(self) -> None:
        """Look at tonight's plan, and begin."""
        from coreg.screens.tonight import Tonight

        self.app.push_screen(Tonight(self.house, self.evening))

    def do_home_other(self) -> None:
        """Offer the other evening."""
        self.evening = "five" if self.evening == "quiet" else "quiet"
        self.show()

    def do_home_check_in(self) -> None:
        """Check in, alone of the evening."""
        from coreg.screens.begin import begin_practice

        begin_practice(self.app, self.house, "check_in", None)

    def do_home_breathe(self) -> None:
        """Choose a pattern and breathe."""
        from coreg.screens.breaths import Breaths

        self.app.push_screen(Breaths(self.house))

    def do_home_talk(self) -> None:
        """Choose a talk, and begin."""
        from coreg.screens.talks import Talks

        self.app.push_screen(Talks(self.house))

    def do_home_maps(self) -> None:
        """Look at what sets both off, and at the loop between them."""
        self.open("maps")

    def do_home_note(self) -> None:
        """Write a shared note."""
        from coreg.screens.note import NoteRoom

        self.app.push_screen(NoteRoom(self.house))

    def do_home_look_back(self) -> None:
        """Look back."""
        from coreg.screens.look_back import LookBack

        self.app.push_screen(LookBack(self.house))

    def do_home_promises(self) -> None:
        """Look at what we said we would."""
        from coreg.screens.promises import Promises

        self.app.push_screen(Promises(self.house))

    def do_home_private(self) -> None:
        """Go into a room of one's own."""
        self.open("private")

    def do_home_timeout(self) -> None:
        """Look at the pause that is on, or ask for one."""
        from coreg.screens.timeout.opening import open_pause

        if not open_pause(self.app, self.house):
            from coreg.screens.timeout.pause import PauseRoom

            self.app.push_screen(PauseRoom(self.house))

    def do_home_settings(self) -> None:
        """Open the settings."""
        from coreg.screens.settings import SettingsRoom

        self.app.push_screen(SettingsRoom(self.house))

    def do_home_swap(self) -> None:
        """Change places: seats change, records follow the person."""
        kept = self.house.swap()
        self.show()
        self.show_seats()
        self.remember(kept)

    @work(group="remember")
    async def remember(self, kept: Future[Any]) -> None:
        """Say what stands in the way when it cannot be remembered."""
        try:
            await asyncio.wrap_future(kept)
        except Exception as error:
            self.notify(explain(error), severity="warning", markup=False)

    def do_home_night(self) -> None:
        """Good night."""
        self.app.exit(0)

    def do_all_escape(self) -> None:
        """Stay: home is where Esc leads."""


def _greeting(house: House) -> str:
    """Return the words of the hour, and that they are invented where they are."""
    words = say(f"home.greeting.{greeting(house.now().hour)}")
    return f"{words} {say('home.demo')}" if house.demo else words


def _kept_room(window: Size, stayed: Content, *, narrow: bool) -> tuple[int, int]:
    """Return the room below what stayed, in cells and rows: the cards are drawn before they are laid out."""
    side, gap, padding = (1, 1, 1) if narrow else (3, 3, 2)
    width = max(1, (min(_WIDEST, window.width - 2 * side) - gap) * 2 // 5 - 2 * padding)
    return width, window.height - _AROUND - len(stayed.wrap(width)) - (1 if narrow else 5)
