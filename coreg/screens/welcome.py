"""The first start: two names, the own keys, the plain page, the book, three breaths, home."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.events import ScreenResume

from coreg.content import explain, say
from coreg.keys import keymap, press_name
from coreg.practice.hello import Breathed, KeyArrived, Made, Named, WentBack, apply
from coreg.practice.play import Pressed
from coreg.record.trouble import Trouble
from coreg.screens.asking import next_offer, refusal
from coreg.screens.changing import change
from coreg.screens.first_breaths import FirstBreaths
from coreg.screens.hello_room import HelloRoom
from coreg.screens.own_keys import own_keys, to_save
from coreg.widgets.field import LineField
from coreg.widgets.names import wrong_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.events import Key
    from textual.timer import Timer
    from textual.widgets import Input

    from coreg.practice.hello import HelloEvent
    from coreg.practice.play import Seat
    from coreg.screens.house import House

__all__ = ["Welcome"]


class Welcome(HelloRoom):
    """Asks little, keeps nothing until both have gone on from the page, and ends with breathing."""

    def __init__(self, house: House, done: Callable[[], None]) -> None:
        """Begin with the names; ``done`` leads home and is called once, when the breaths are over."""
        super().__init__(house)
        self._done = done
        self._kept_keys = house.settings.keys
        self._unsaved = False
        self._offer: Timer | None = None
        self.breaths: FirstBreaths | None = None

    # What is pressed

    def on_key(self, event: Key) -> None:
        """Take a press as the own key that is asked for; everything else goes the usual way."""
        press = press_name(event.key, event.character)
        stage = self.hello.stage
        if stage == "names" and press in ("tab", "shift+tab"):
            self.names.turn()
        elif stage == "keys" and self.house.keymap.find("rest", press) is None:
            self._key(press, event.time)
        else:
            return
        event.stop()
        event.prevent_default()

    def _key(self, press: str, now: float) -> None:
        self.hands, counts = self.hands.press(press, now, rests=False)
        why = refusal(self.house, self.hello.asking, press) if counts else None
        if why is None:
            return
        self.said = why
        if not why:
            self.happen(KeyArrived(self._at(), press))
        self.show()

    def main(self, seat: Seat) -> None:
        """Go on, when both would like to."""
        self.happen(Pressed(self._at(), seat))

    def stop_practice(self) -> None:
        """End the breaths; everywhere else an own stop means nothing here."""
        self.happen(Breathed(self._at()))

    def do_all_escape(self) -> None:
        """Go back a step, or end the breaths."""
        self.said = ""
        if self.hello.stage == "names":
            self.names.field("left").focus()
        self.happen(Breathed(self._at()) if self.hello.stage == "breaths" else WentBack(self._at()))

    def _at(self) -> float:
        return self.house.clock()

    @on(LineField.Changed)
    def named(self, event: Input.Changed) -> None:
        """Let the names stand at the table as they are written."""
        self.said = ""
        a, b = self.names.names()
        self.house.couple = replace(self.house.couple, a=a, b=b, left="a")
        self.show()

    @on(LineField.Submitted)
    def name_done(self, event: Input.Submitted) -> None:
        """Go to the other name, or on when both hold."""
        event.stop()
        fields = self.names
        a, b = fields.names()
        if event.input.id == "left" and not b:
            fields.field("right").focus()
            return
        side, why = wrong_names(a, b)
        if why:
            self.said = say(why)
            fields.field(side).focus()
            self.show()
        else:
            self.happen(Named(self._at(), a, b))

    # What happens

    def happen(self, event: HelloEvent) -> None:
        """Let something happen, and show it."""
        before = self.hello.stage
        self.hello = apply(self.hello, event)
        if self.hello.stage != before:
            self.step_changed()
            self._entered(self.hello.stage)
        self._wait_for_key()
        if self.hello.stage != "over":
            self.show()

    def _entered(self, stage: str) -> None:
        if stage == "names":
            self.names.field("right").focus()
        else:
            self.set_focus(None)
        match stage:
            case "keys":
                self._take_keys({})
            case "ready":
                self._take_keys(self._own())
            case "making":
                self.make()
            case "breaths":
                self.breathe()
            case "over":
                self._leave()
            case _:
                pass

    def _own(self) -> dict[str, str]:
        own = own_keys(self.hello.asking.chosen, self._kept_keys, self.house.settings.hide_key)
        return own if isinstance(own, dict) else {}

    def _take_keys(self, own: Mapping[str, str]) -> None:
        """Let own keys hold for this evening; they are saved with the book."""
        changed = {**self._kept_keys, **to_save(own, self._kept_keys)} if own else dict(self._kept_keys)
        self.house.keymap = keymap({key_id: key for key_id, key in changed.items() if key})

    def _wait_for_key(self) -> None:
        if self._offer is not None:
            self._offer.stop()
            self._offer = None
        if self.hello.stage == "keys":
            wait = next_offer(self.hello.asking, self._at())
            self._offer = self.set_timer(wait, self.offer_another)

    def offer_another(self) -> None:
        """Show the next key that could be tried."""
        self._wait_for_key()
        self.show()

    @work(exclusive=True)
    async def make(self) -> None:
        """Save the keys, make the book, and breathe; without a book it stays on the page.

        Keys that cannot be saved are told once; then the book is made without them.
        """
        a, b = self.hello.names
        unsaved = "" if self._unsaved else change(self.house, {"keys": to_save(self._own(), self._kept_keys)})
        if unsaved:
            self._unsaved = True
            self.said = say("welcome.page.keys_unsaved", why=unsaved)
            self.happen(Made(self._at(), done=False))
            return
        try:
            await asyncio.wrap_future(self.house.keeping.setup(a, b))
        except Trouble as trouble:
            self.said = say("welcome.page.failed", why=explain(trouble))
            self.happen(Made(self._at(), done=False))
            return
        self.happen(Made(self._at(), done=True))

    def breathe(self) -> None:
        """Begin the three breaths."""
        self.breaths = FirstBreaths(self, self.house, lambda: self.happen(Breathed(self._at())))
        self.begin_breaths(self.breaths)

    @work(group="breaths")
    async def begin_breaths(self, breaths: FirstBreaths) -> None:
        """Begin once there is something to draw them on."""
        await self.query_one("#stage").mount(breaths.stage)
        self.soon(breaths.begin)

    def _leave(self) -> None:
        if self.breaths is not None:
            self.breaths.stop()
        self.go_home()

    @on(ScreenResume)
    def go_home(self) -> None:
        """Leave when all is said, and nothing stands over this any more."""
        if self.hello.stage == "over" and self.is_active:
            self.dismiss()
            self._done()
