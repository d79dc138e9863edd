"""What a screen speaks to: it says what is to be heard and where it is in it, as often as it likes."""

from __future__ import annotations

from importlib.util import find_spec
from time import monotonic
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.sound.cues import Guide
    from coreg.sound.player import Speaker
    from coreg.sound.tones import Tone

__all__ = ["AHEAD", "Voice", "Way", "Wish", "opened"]

Way: TypeAlias = Literal["tones", "bell", "off"]

AHEAD = 20.0
"""Seconds of tones that are handed over at a time: a program that hangs falls silent soon after."""

_JUMP = 0.25
"""Seconds by which the two clocks may differ between two looks; more means that time has jumped."""

_BEGUN = 0.05


class Wish(NamedTuple):
    """How it is to sound.

    Attributes:
        way: with tones, with the terminal's bell, or not at all.
        volume: 0 to 100.
        offset: milliseconds by which sound comes later than the picture; below nought it comes sooner.
    """

    way: Way = "off"
    volume: int = 60
    offset: int = 0


def opened() -> Speaker | None:
    """Return a child that plays, or None where what it plays with is not installed."""
    if find_spec("miniaudio") is None:
        return None
    from coreg.sound.player import Player

    return Player()


def _mute() -> None:
    return None


class Voice:
    """One for the whole program. Returns at once whatever it is told; a child runs only while needed."""

    def __init__(
        self, open_: Callable[[], Speaker | None] = _mute, clock: Callable[[], float] = monotonic
    ) -> None:
        """Take what opens a speaker (None: there can be none), and the clock all processes share."""
        self._open = open_
        self._clock = clock
        self._speaker: Speaker | None = None
        self._ringing: Speaker | None = None
        self._missing = False
        self._told = False
        self._guide: Guide | None = None
        self._anchor = self._sent = 0.0
        self._loud = False

    @property
    def missing(self) -> bool:
        """Whether tones were wished for and what plays them is not installed."""
        return self._missing

    @property
    def failed(self) -> bool:
        """Whether tones were wished for and there is no device for them."""
        return self._speaker is not None and self._speaker.status == "none"

    @property
    def backend(self) -> str:
        """What plays, once it does; else ""."""
        return self._speaker.backend if self._speaker is not None else ""

    def plays(self, wish: Wish) -> bool:
        """Tell whether tones are what is heard; opens what plays them if need be."""
        if wish.way != "tones":
            return False
        if self._speaker is None and not self._missing:
            self._speaker = self._open()
            self._missing = self._speaker is None
        return self._speaker is not None and self._speaker.status != "none"

    def trouble(self) -> str:
        """Return ``no_sound`` once in a run, when there turns out to be no device; else ""."""
        if self._told or not self.failed:
            return ""
        self._told = True
        return "no_sound"

    def hear(self, guide: Guide | None, t: float, wish: Wish) -> None:
        """Let a guide be heard that is at its second ``t`` now; None: what has come to its end rings out.

        What is left before its end fades at once. A guide that is told again just goes on.
        """
        if guide is None or not self.plays(wish):
            self._leave()
            return
        anchor = self._clock() - t
        if guide != self._guide or abs(anchor - self._anchor) > _JUMP:
            self._leave()
            self._guide, self._anchor, self._sent = guide, anchor, t
            for cue in guide.sounding(t):
                self._hand_over(cue.at, cue.tone, cue.length, wish)
        if t + AHEAD / 2 >= self._sent:
            for cue in guide.between(self._sent, t + AHEAD):
                self._hand_over(cue.at, cue.tone, cue.length, wish)
            self._sent = t + AHEAD

    def ring(self, tone: Tone, wish: Wish) -> None:
        """Let one tone be heard now that has a length of its own."""
        if self.plays(wish):
            from coreg.sound.tones import length_of

            now = self._clock() - self._anchor
            self._hand_over(now, tone, length_of(tone, 0.0), wish)

    def stop(self) -> None:
        """Let everything fade at once."""
        self._guide = None
        if self._speaker is not None and self._loud:
            self._speaker.stop()
        self._loud = False

    def finish(self) -> None:
        """Let what has come to its end ring out; the child ends by itself after it."""
        self._leave()
        if self._ringing is not None:
            self._ringing.end()
        self._ringing, self._speaker, self._missing = self._speaker, None, False
        if self._ringing is not None:
            self._ringing.finish()

    def end(self) -> None:
        """Be silent for good: the program ends."""
        for speaker in (self._ringing, self._speaker):
            if speaker is not None:
                speaker.end()
        self._ringing = self._speaker = self._guide = None

    def _leave(self) -> None:
        """Leave the guide: all of it has begun and rings out, or it is cut."""
        if self._guide is not None and self._clock() - self._anchor < self._guide.last - _BEGUN:
            self.stop()
        self._guide = None

    def _hand_over(self, at: float, tone: Tone, length: float, wish: Wish) -> None:
        from coreg.sound.cues import Cue

        if self._speaker is not None:
            self._speaker.volume(wish.volume)
            self._speaker.cue(Cue(self._anchor + at + wish.offset / 1000, tone, length))
            self._loud = True
