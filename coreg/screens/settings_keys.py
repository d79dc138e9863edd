"""Own keys and stops pressed anew, and the key that hides the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.practice.hello import Asking, arrived, back
from coreg.screens.asking import ask_lines, asked_seat, clash_words, next_offer, refusal
from coreg.screens.changing import change
from coreg.screens.own_keys import hide_clash, own_keys, to_save, usable
from coreg.screens.settings_ask import AskRoom

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from coreg.screens.house import House

__all__ = ["HideKeyRoom", "KeysRoom"]

_NONE = ("backspace", "delete")


class KeysRoom(AskRoom):
    """Both press the own main key and the own stop, as at the first start; Esc takes the last one back."""

    where = "settings.keys_room.where"

    def __init__(self, house: House, told: Callable[[str], None]) -> None:
        """Ask from the first key on."""
        super().__init__(house, told)
        self.asking = Asking(house.clock())
        self._offer: Timer | None = None

    def on_mount(self) -> None:
        """Offer another key when one does not arrive."""
        self._wait()

    def _wait(self) -> None:
        if self._offer is not None:
            self._offer.stop()
        self._offer = self.set_timer(next_offer(self.asking, self.house.clock()), self.offer_another)

    def offer_another(self) -> None:
        """Show the next key that could be tried."""
        self._wait()
        self.show()

    def lines(self) -> list[Content]:
        """Ask for a key."""
        return ask_lines(self, self.asking, self.said, self.house.clock())

    def lit_seat(self) -> str | None:
        """Light the one who is asked."""
        return asked_seat(self.house, self.asking)

    def take(self, press: str, now: float) -> bool:
        """Take a key, or say why it cannot be."""
        self.hands, counts = self.hands.press(press, now, rests=False)
        why = refusal(self.house, self.asking, press) if counts else None
        if why is None:
            return True
        self.said = why
        if not why:
            self.asking = arrived(self.asking, press, self.house.clock())
            self._wait()
        if self.asking.asked is None:
            self._save()
        else:
            self.show()
        return True

    def _save(self) -> None:
        settings = self.house.settings
        own = own_keys(self.asking.chosen, settings.keys, settings.hide_key)
        wanted = to_save(own, settings.keys) if isinstance(own, dict) else {}
        self.finish(change(self.house, {"keys": wanted}))

    def do_all_escape(self) -> None:
        """Take the last key back; before the first, leave all as it was."""
        if not self.asking.pressed:
            self.go_back()
            return
        self.said = ""
        self.asking = back(self.asking, self.house.clock())
        self._wait()
        self.show()


class HideKeyRoom(AskRoom):
    """One press chooses the key; backspace takes it away."""

    where = "settings.hide_room.where"

    def lines(self) -> list[Content]:
        """Ask for a key."""
        return [
            Content.styled(say("settings.hide_room.title"), "bold"),
            Content(""),
            Content(say("settings.hide_room.text")),
            Content(""),
            Content(self.said) if self.said else Content.styled(say("settings.hide_room.how"), "$muted"),
        ]

    def take(self, press: str, now: float) -> bool:
        """Take the key, or say what it does already."""
        if press in _NONE:
            self.finish(change(self.house, {"hide_key": ""}))
        elif usable(press):
            clash = hide_clash(press, self.house.settings.keys)
            if clash is None:
                self.finish(change(self.house, {"hide_key": press}))
            else:
                self.said = clash_words(self.house, clash)
                self.show()
        return True
