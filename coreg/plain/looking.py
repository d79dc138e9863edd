"""What a sitting that is told is looked at with: the clock is asked, and what is due is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.evening.card_words import both_cards
from coreg.plain.beside import Beside
from coreg.plain.presses import Presses
from coreg.plain.scene import Scene
from coreg.plain.teller import Teller

if TYPE_CHECKING:
    from coreg.plain.host import Host
    from coreg.practice.play import Event
    from coreg.practice.sitting import Sitting, SittingEvent

__all__ = ["Looking"]

_LONGEST_WAIT = 1.0
"""Seconds between two looks at most: the runner takes two for a computer that slept."""


class Looking:
    """Holds what was said and what is typed; the sitting itself lives in the runner."""

    def __init__(self, host: Host, *, taken_up: bool) -> None:
        """Tell the sitting that the runner has on."""
        self.host = host
        self.runner = host.runner
        self.teller = Teller(taken_up=taken_up)
        self.presses = Presses()
        self.beside = Beside(host.keys)
        self.hidden = False
        self.asked = 0.0
        self._step: tuple[object, ...] = ()

    def scene_now(self) -> Scene:
        """Return what voices are handed now. Raises RuntimeError: no sitting is on."""
        sitting = self.runner.state
        if sitting is None:
            raise RuntimeError("no sitting is on")
        return self.scene(sitting)

    def scene(self, sitting: Sitting) -> Scene:
        """Return what voices are handed of a sitting."""
        host, runner = self.host, self.runner
        return Scene(
            sitting,
            runner.shown_time(),
            runner.time(),
            (host.couple.a, host.couple.b),
            host.couple.left,
            host.keymap,
            host.manner,
            host.promise is not None,
            self.beside.question,
            both_cards(host.couple),
        )

    def look(self, *, by_key: bool) -> Scene:
        """Let everything happen that is due, say what is new, and return what there is.

        Raises RuntimeError: no sitting is on.
        """
        before = self.runner.state
        sitting = self.runner.look()
        if sitting is None:
            raise RuntimeError("no sitting is on")
        self.beside.look(sitting)
        scene = self.scene(sitting)
        slept = not by_key and before is not None and before.phase != "paused" and sitting.phase == "paused"
        # First what is heard: a stop is silence at once.
        self.host.ear.look(sitting)
        self.hidden = self.hidden and sitting.phase in ("paused", "stopped")
        # A stop of which nothing may be said yet is told when somebody comes back.
        lines = () if self.hidden and sitting.phase == "stopped" else self.teller.look(scene, slept=slept)
        if not self.hidden and not (self.beside.stands and sitting.phase == "paused"):
            self.say(*lines)
            self.beside.show()
        step = (sitting.at, sitting.step, sitting.phase == "stopped")
        if step != self._step:
            self._step, self.asked = step, scene.now
            self.presses.step_changed(scene.now)
        return scene

    def wait(self, scene: Scene) -> float:
        """Return the seconds until the next look."""
        due = self.runner.due_in()
        soonest = min(_LONGEST_WAIT, self.teller.wait(scene))
        return soonest if due is None else max(0.0, min(soonest, due))

    def say(self, *lines: str) -> None:
        """Say lines, on rows of their own."""
        if lines:
            self.beside.end_row()
            self.host.say(*lines)

    def happen(self, event: Event | SittingEvent) -> None:
        """Let something happen, and say what comes of it."""
        self.runner.dispatch(event)
        self.look(by_key=True)
