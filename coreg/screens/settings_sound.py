"""Trying the sound out: in, out, a hold and the end, the way it was chosen, and one sentence about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.screens.hearing import wish
from coreg.sound.bells import rings
from coreg.sound.cues import Guide, Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen
    from textual.timer import Timer

    from coreg.screens.house import House
    from coreg.sound.voice import Wish

__all__ = ["TRIAL", "SoundTrial"]

_LEAD = 0.6
"""Seconds before the first tone: what plays it has to be started."""
_LOOKS = 1 / 20

TRIAL = Guide.sitting(
    (Phase(_LEAD, "in", 3.0), Phase(_LEAD + 3, "out", 4.0), Phase(_LEAD + 7, "hold", 3.0)), 0.0
)
"""What is tried: a breath, a hold of three ticks, and the bell."""


class SoundTrial:
    """One trial at a time; it ends by itself, or when it is stopped."""

    def __init__(self, screen: Screen[None], house: House, tell: Callable[[str], None]) -> None:
        """Look with the timer of a screen, and tell a sentence when it is known."""
        self._screen = screen
        self._house = house
        self._tell = tell
        self._timer: Timer | None = None
        self._began = self._seen = 0.0
        self._said = ""

    def turn(self) -> None:
        """Begin, or stop what was begun."""
        if self._timer is not None:
            self.stop()
            return
        self._began, self._seen, self._said = self._house.clock(), -1.0, ""
        self._timer = self._screen.set_interval(_LOOKS, self.look)
        self.look()

    def look(self) -> None:
        """Let be heard what is due by now, and say what was found."""
        wanted, voice = wish(self._house), self._house.voice
        at = self._house.clock() - self._began
        plays = voice.plays(wanted)
        self._say(say(f"settings.test.{self._found(wanted, plays=plays)}", backend=voice.backend))
        if wanted.way == "off" or at >= TRIAL.until:
            self.stop()
        elif plays:
            voice.hear(TRIAL, at, wanted)
        elif rings(TRIAL, self._seen, at):
            self._screen.app.bell()
        self._seen = at

    def stop(self) -> None:
        """Be silent."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._house.voice.stop()
            self._house.voice.finish()

    def _found(self, wanted: Wish, *, plays: bool) -> str:
        if wanted.way == "off":
            return "off" if self._house.settings.sound == "off" else "quiet"
        if wanted.way == "bell":
            return "bell"
        if plays:
            return "tones" if self._house.voice.backend else "wait"
        return "missing" if self._house.voice.missing else "failed"

    def _say(self, sentence: str) -> None:
        if sentence != self._said:
            self._said = sentence
            self._tell(sentence)
