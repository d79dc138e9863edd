"""Keys by id: a press is looked up by its place and becomes a method of the room.

Own letter keys are looked up here, only while no field has the focus; F-keys, Esc and ctrl keys work
inside fields too. A room does something by having a method ``do_<place>_<name>`` for a key's id.
"""

from __future__ import annotations

import sys
from time import monotonic, perf_counter
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual._styles_cache import StylesCache
from textual.events import DescendantFocus, Key
from textual.screen import Screen
from textual.widget import Widget

from coreg.keys import press_name, works_in_field
from coreg.practice.hands import CHOOSING, HELD, Hands
from coreg.widgets.exact import ExactCompositor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.events import Event

    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.screens.in_order import InOrder

__all__ = ["Keyed"]

_event_clock = perf_counter if sys.platform == "win32" else monotonic
"""The clock that Textual stamps events with."""

_QUICK = 1.0
_QUICK_PRESSES = 3

_TOGETHER = ("practice", "both", "lines", "said")
"""Places in which a key that is held down must not count again and again."""

_STOPS = ("left.stop", "right.stop", "all.escape", "all.hide", "all.leave")


class Keyed(Screen[None], inherit_bindings=False):
    """A screen whose keys come from the one table."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = []

    place: ClassVar[str] = "rest"
    """Which part of the key table works here."""

    rests: ClassVar[bool] = True
    """Whether the books may be locked while this is on: nothing runs here, and nobody's eyes are closed."""

    private: ClassVar[bool] = False
    """Whether this is inside a room of one's own, which closes when anything over it is hidden."""

    def __init__(self, house: House) -> None:
        """Take what every screen is handed."""
        super().__init__()
        self._compositor = ExactCompositor()
        self.house = house
        self.hands = Hands()
        self.pressed_at = 0.0
        self._quick: tuple[float, ...] = ()
        self._held: list[Key] | None = None

    @property
    def writing(self) -> bool:
        """Whether somebody is typing into a field (``writes`` marks our fields)."""
        return bool(getattr(self.focused, "writes", False))

    @property
    def field_opens(self) -> bool:
        """Whether a field is on its way that keys are for already (see :class:`InOrder`)."""
        return False

    async def on_event(self, event: Event) -> None:
        """Hand a key on to the screen that came in front while the key was waiting."""
        if isinstance(event, Key) and not self.is_active:
            self._hand_on((event,))
        elif isinstance(event, Key) and self._held is not None and not self._hides(event):
            self._held.append(event)
        else:
            await super().on_event(event)

    def _hand_on(self, events: Sequence[Key]) -> None:
        keys = [Key(event.key, event.character) for event in events]
        for key, event in zip(keys, events, strict=True):
            key.time = event.time
        cast("InOrder", self.app).look_again(keys)

    def _hides(self, event: Key) -> bool:
        press = press_name(event.key, event.character)
        return self.house.keymap.find(self.place, press) in ("all.hide", "all.leave")

    def hold_keys(self) -> None:
        """Have what is pressed wait until it is known which screen comes next."""
        self.set_focus(None)
        self._held = []

    def let_keys_go(self) -> None:
        """Hand what was pressed meanwhile to the screen that comes next; none of it to one over this."""
        held, self._held = self._held or [], None
        covered = self in self.app.screen_stack and not self.is_active
        if not covered:
            self._hand_on(held)

    def on_unmount(self) -> None:
        """Let go of what was drawn: a cache of Textual 8.2 keeps every row of screens that are gone."""
        StylesCache.get_inner_outer.cache_clear()

    @on(DescendantFocus)
    def let_go(self, event: DescendantFocus) -> None:
        """Leave a field that went out of sight before the focus it had asked for came."""
        line = event.widget.ancestors_with_self
        if not all(widget.display for widget in line if isinstance(widget, Widget)):
            self.set_focus(None)

    def moment_of(self, event: Key) -> float:
        """Return when a key was pressed, by the clock of the house (s)."""
        self.pressed_at = _event_clock() - event.time
        return self.house.clock() - self.pressed_at

    def on_key(self, event: Key) -> None:
        """Look the press up by its place, and do what it means here."""
        press = press_name(event.key, event.character)
        writing = self.writing
        if writing and not works_in_field(press):
            return
        now = self.moment_of(event)
        if not writing and self._hidden_by(press, now):
            return
        key_id = self.house.keymap.find(self.place, press)
        if key_id == "all.moment" and press == self.house.settings.hide_key:
            # Somebody has chosen this key to hide the screen before it had a meaning here.
            return
        doing = self._doing(key_id) if key_id else None
        if key_id is None or doing is None:
            return
        event.stop()
        event.prevent_default()
        if self._counts(key_id, press, now, writing=writing):
            doing()

    def _doing(self, key_id: str) -> Callable[[], object] | None:
        place, _, name = key_id.partition(".")
        if place in ("left", "right"):
            return self._own_key(place, name)
        found: Callable[[], object] | None = getattr(self, f"do_{place}_{name}", None)
        return found

    def _own_key(self, side: str, name: str) -> Callable[[], object] | None:
        seat = self.house.seat(side)
        if name == "main":
            return lambda: self.main(seat)
        if name == "stop":
            return self.stop_practice
        return lambda: self.choose(seat, int(name) - 1)

    def _counts(self, key_id: str, press: str, now: float, *, writing: bool) -> bool:
        main = key_id.endswith(".main")
        if writing or key_id in _STOPS or not (main or self.place in _TOGETHER):
            return True
        if key_id.startswith("said."):
            return True
        choosing = key_id[-1].isdigit()
        self.hands, counts = self.hands.press(
            press, now, gap=CHOOSING if choosing else HELD, rests=main or key_id == "practice.skip"
        )
        return counts

    def step_changed(self) -> None:
        """Let the main keys rest a moment: what was meant for the step before is not for this one."""
        self.hands = self.hands.step_changed(self.house.clock())

    def put_away(self) -> None:
        """Keep what is being written here: the screen is about to go."""

    def main(self, seat: Seat) -> None:
        """Somebody pressed the own main key."""

    def choose(self, seat: Seat, index: int) -> None:
        """Somebody pressed one of the own five keys."""

    def stop_practice(self) -> None:
        """Either would like to stop."""

    def do_all_hide(self) -> None:
        """Show a neutral screen at once."""

    def _hidden_by(self, press: str, now: float) -> bool:
        wanted = self.house.settings.hide_key
        if not wanted or press != wanted:
            self._quick = ()
            return False
        self._quick = (*(moment for moment in self._quick if now - moment < _QUICK), now)
        if len(self._quick) < _QUICK_PRESSES:
            return False
        self._quick = ()
        self.do_all_hide()
        return True
