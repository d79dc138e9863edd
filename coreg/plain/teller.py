"""Tells a sitting in lines: remembers what was said, so that nothing is said twice. Pure but for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.scene import NEVER
from coreg.plain.steps import VOICES
from coreg.plain.steps.base import OFTEN, go_on_words
from coreg.plain.steps.breathe import SmallVoice
from coreg.practice.steps.breathe import Breathing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coreg.plain.scene import Moment, Scene
    from coreg.plain.steps.base import Voice

__all__ = ["CHOICES_AFTER", "REST_AFTER", "Teller"]

CHOICES_AFTER = 5.0
"""Seconds of quiet after a stop before anything is offered."""

REST_AFTER = 120.0
"""Quiet seconds after a stop, after which everything is kept and it ends."""

_SMALL = SmallVoice()


class Teller:
    """Told of a sitting whenever it is looked at; says what is new since the last time."""

    def __init__(self, *, taken_up: bool = False) -> None:
        """Begin with nothing said; ``taken_up``: the sitting is one that was left open."""
        self._taken_up = taken_up
        self._phase = ""
        self._on: tuple[object, ...] = ()
        self._since: Moment = NEVER
        self._stopped = 0.0
        self._offered = False
        self._quiet = False

    def look(self, scene: Scene, *, slept: bool = False) -> tuple[str, ...]:
        """Return the lines that are due now, in their order.

        ``slept``: time stands still because the computer was asleep, not because anybody wished it.
        """
        phase, before = scene.sitting.phase, self._phase
        on = self._on_now(scene)
        told: Iterable[str]
        if phase in ("running", "breaths"):
            told = self._going(scene, before, on)
        elif phase != before:
            told = self._stands(scene, slept=slept)
        else:
            told = self._later(scene)
        self._phase, self._on, lines = phase, on, tuple(told)
        self._since = scene.moment
        return lines

    def offers(self, scene: Scene) -> bool:
        """Tell whether what could come after a stop is offered by now."""
        stopped = scene.sitting.phase == "stopped" and self._phase == "stopped"
        return stopped and scene.now - self._stopped >= CHOICES_AFTER

    def rests(self, scene: Scene) -> bool:
        """Tell whether it was quiet after a stop for so long that it ends by itself."""
        return self.offers(scene) and scene.now - self._stopped >= REST_AFTER

    def again(self, scene: Scene) -> tuple[str, ...]:
        """Say again that time stands, or that it was stopped; what could come then is told anew."""
        self._offered = self._quiet = False
        if scene.sitting.phase != self._phase:
            return self.look(scene)
        if self._phase == "stopped":
            # Whoever comes back has the choices at once, and all of the quiet minutes.
            self._stopped = max(self._stopped, scene.now - CHOICES_AFTER)
            return (say("practice.stopped.title"),)
        return (say("plain.paused", key=scene.keymap.label("practice.pause")),)

    def sit_quietly(self) -> tuple[str, ...]:
        """Say nothing more until somebody presses a key."""
        self._quiet = True
        return (say("practice.stopped.dim"),)

    def wait(self, scene: Scene) -> float:
        """Return the seconds until the next look."""
        if scene.sitting.phase == "running":
            return VOICES[scene.step.kind].wait(scene)
        return _SMALL.wait(scene) if scene.sitting.phase == "breaths" else OFTEN / 4

    def asks(self, scene: Scene) -> bool:
        """Tell whether the step goes on only when somebody presses a key."""
        return scene.sitting.phase == "running" and VOICES[scene.step.kind].asks(scene)

    def _on_now(self, scene: Scene) -> tuple[object, ...]:
        sitting = scene.sitting
        alone = sitting.play.alone if isinstance(sitting.play, Breathing) else None
        return sitting.at, sitting.step, alone, VOICES[scene.step.kind].part(scene)

    def _going(self, scene: Scene, before: str, on: tuple[object, ...]) -> Iterator[str]:
        phase = scene.sitting.phase
        voice: Voice = _SMALL if phase == "breaths" else VOICES[scene.step.kind]
        stood = before in ("paused", "stopped", "breaths") and on[:2] == self._on[:2]
        if (stood or self._taken_up) and phase == "running":
            self._taken_up = False
            yield say("plain.goes_on")
            yield from voice.again(scene)
        elif phase != before or on != self._on:
            yield from voice.begin(scene)
            yield from voice.between(scene, NEVER)
        else:
            yield from voice.between(scene, self._since)

    def _stands(self, scene: Scene, *, slept: bool) -> Iterator[str]:
        if scene.sitting.phase == "stopped":
            self._stopped, self._offered, self._quiet = scene.now, False, False
            yield say("practice.stopped.title")
        elif scene.sitting.phase == "paused":
            if slept:
                yield say("practice.slept")
            yield say("plain.paused", key=scene.keymap.label("practice.pause"))

    def _later(self, scene: Scene) -> Iterator[str]:
        if not self.offers(scene) or self._offered or self._quiet or not scene.manner.keys:
            return
        self._offered = True
        label = scene.keymap.label
        if scene.pauses:
            yield say("plain.choice", key=label("practice.timeout"), what=say("practice.stopped.timeout"))
        yield say("plain.choice", key=label("practice.quiet"), what=say("practice.stopped.quiet"))
        yield say("plain.choice", key=label("practice.breaths"), what=say("practice.stopped.breaths"))
        yield go_on_words(scene)
        if isinstance(scene.sitting.play, Breathing):
            yield say("plain.alone")
        yield say("plain.choice", key=label("practice.night"), what=say("practice.stopped.night"))
