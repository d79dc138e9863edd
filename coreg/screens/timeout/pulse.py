"""The own pulse, for whoever stays at the screen during a pause: one number, and nothing kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.practice.pulse import BEATS, beat, pulse
from coreg.screens.base import Room
from coreg.widgets.text import centred

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["PulseRoom"]


class PulseRoom(Room, inherit_bindings=False):
    """Ten taps with the beats. Neither seat is asked: whoever is here."""

    place = "pulse"
    where = "pulse.where"
    DEFAULT_CSS: ClassVar[str] = """
    PulseRoom #stage { align: center middle; }
    PulseRoom #page { width: 1fr; height: auto; }
    """

    def __init__(self, house: House) -> None:
        """Begin with nothing tapped."""
        super().__init__(house)
        self.taps: tuple[float, ...] = ()

    def stage(self) -> Iterable[Widget]:
        """One page in the middle."""
        yield Container(Static(id="page"), id="stage")

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    def show(self) -> None:
        """Draw how it is done, how many there are, and the number at the end."""
        found = pulse(self.taps)
        key = self.house.keymap.label("pulse.tap")
        beats = "● " * len(self.taps) + "○ " * (BEATS - len(self.taps))
        rows = [
            Content.styled(say("pulse.title" if found is None else "pulse.told", count=found), "bold"),
            Content(""),
            Content.styled(beats.rstrip(), "$both"),
            Content(""),
            Content(say("pulse.text", key=key) if found is None else say("pulse.meaning")),
            Content.styled("" if found is None else say("pulse.again"), "$muted"),
        ]
        self.query_one("#page", Static).update(centred(rows, self.query_one("#stage").size.width))
        self.show_seats()

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Tap, or go back."""
        back, helps = self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")
        return ((self.hint("pulse.tap", "pulse.tap"),), (back, helps))

    def do_pulse_tap(self) -> None:
        """Take one beat, at the moment it was tapped."""
        self.taps = beat(self.taps, self.house.clock() - self.pressed_at)
        self.show()
