"""What a practice lets be heard: tones through the voice, or the bell of the terminal, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.practice.steps.turn import Turning
from coreg.practice.steps.wait import Waiting
from coreg.screens.heard import heard
from coreg.screens.hints import rings_at_end
from coreg.sound.bells import rings
from coreg.sound.hours import is_quiet
from coreg.sound.voice import Wish

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.practice.sitting import Sitting
    from coreg.screens.house import House
    from coreg.sound.cues import Guide

__all__ = ["Hearing", "wish"]

_BEFORE = 0.05
"""Seconds before the first look at a guide that count as seen: what begins just then is rung."""


def wish(house: House) -> Wish:
    """Return how it is to sound by the settings, at this time of the day."""
    settings, now = house.settings, house.now()
    quiet = is_quiet(now.hour * 60 + now.minute, settings.quiet_from, settings.quiet_until)
    return Wish("off" if quiet else settings.sound, settings.volume, settings.sound_offset)


_TOLD = {"turn": "floor", "reply": "floor", "breathe": "breath"}
"""What the end of a step tells, by its kind."""


class Hearing:
    """Told of a sitting whenever it is looked at; decides nothing by how often that is."""

    def __init__(self, house: House, ring: Callable[[], None], tell: Callable[[str], None]) -> None:
        """Take how the bell is rung, and how a sentence is told."""
        self._house = house
        self._ring = ring
        self._tell = tell
        self._cue = ""
        self._kind = ""
        self._guide: Guide | None = None
        self._seen = 0.0

    def look(self, sitting: Sitting, *, hidden: bool = False) -> None:
        """Let be heard what belongs to this moment: silence at once when hidden, paused or stopped."""
        wanted, runner, voice = wish(self._house), self._house.runner, self._house.voice
        told = self._changed(sitting)
        if told == "here":
            # Whoever reads the window's name learns the time, and no more.
            self._house.show_title(f"{self._house.now():%H:%M}")
        if hidden or sitting.phase in ("paused", "stopped"):
            self._guide = None
            voice.stop()
            return
        found = heard(sitting, runner.shown_time(), runner.time())
        guide, at = found or (None, 0.0)
        self._sound(guide, at, wanted, told)
        self._guide, self._seen = guide, at
        # It is told when the bell begins to guide a breath. A talk has nothing to learn of that, and its
        # topic stands where the sentence would.
        turning = isinstance(sitting.play, Turning) and sitting.phase == "running"
        if guide is not None and not turning and (trouble := voice.trouble()):
            self._tell(say(f"errors.{trouble}"))

    def _sound(self, guide: Guide | None, at: float, wanted: Wish, told: str) -> None:
        """Have the voice play, or the bell rung, or neither; ``told`` is what has just changed."""
        voice = self._house.voice
        if wanted.way == "off" or not (guide or told):
            voice.hear(None, 0.0, wanted)
        elif voice.plays(wanted):
            voice.hear(guide, at, wanted)
            if told in ("floor", "here"):
                voice.ring("swap", wanted)
        elif told or (guide is not None and self._rings(guide, at, wanted)):
            self._ring()

    def over(self, sitting: Sitting) -> None:
        """Let the end of a practice be heard, and what rings ring out."""
        wanted, voice = wish(self._house), self._house.voice
        if rings_at_end(sitting):
            last_is_turn = sitting.practice.script.steps[-1].kind == "turn"
            if wanted.way != "off" and not voice.plays(wanted):
                self._ring()
            elif last_is_turn:
                voice.ring("end", wanted)
        voice.finish()

    def _rings(self, guide: Guide, at: float, wanted: Wish) -> bool:
        """Tell whether the bell is due in a breath: it was chosen, or stands in for a device that failed."""
        if wanted.way == "tones" and self._house.voice.missing:
            return False
        before = self._seen if guide == self._guide else at - _BEFORE
        return rings(guide, before, at)

    def _changed(self, sitting: Sitting) -> str:
        """Return what has just changed that a bell tells: "grace", "floor", "breath", "here", or ""."""
        cue = f"{sitting.at} {sitting.step}"
        play = sitting.play
        if isinstance(play, Turning):
            cue += f" {play.floor.phase(self._house.runner.shown_time())}"
        if isinstance(play, Waiting):
            cue += f" {play.face(self._house.runner.shown_time())}"
        before, self._cue = self._cue, cue
        kind, self._kind = self._kind, sitting.now_step.kind
        if not before or before == cue:
            return ""
        if before.split()[:2] != cue.split()[:2]:
            return (
                "breath"
                if sitting.step == 0 and before.split()[0] != str(sitting.at)
                else _TOLD.get(kind, "")
            )
        if isinstance(play, Waiting):
            return "here"
        return "grace" if cue.endswith(" grace") else ""
