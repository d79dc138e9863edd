"""What a press means: the same table of keys and the same patience with held keys as on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from coreg.plain.hiding import Quick
from coreg.practice.beside import WAITS, mends, parks
from coreg.practice.hands import CHOOSING, HELD, Hands
from coreg.practice.play import Chose, Pressed, Reopened, Skipped
from coreg.practice.sitting import Alone, Paused, Resumed, SmallBreaths, Stopped, WentOn
from coreg.practice.steps.breathe import Breathing
from coreg.practice.steps.turn import Turning

if TYPE_CHECKING:
    from coreg.plain.scene import Scene
    from coreg.practice.play import Event, Seat
    from coreg.practice.sitting import SittingEvent

__all__ = ["Act", "Named", "Presses"]

Named: TypeAlias = Literal["help", "hide", "leave", "line", "night", "note", "park", "quiet", "timeout"]
"""What happens that is no event of the sitting."""

Act: TypeAlias = "Event | SittingEvent | Named | None"
"""What happens: an event of the sitting, something else by name, or nothing."""

STOPS = ("left.stop", "right.stop", "all.escape", "all.hide", "all.leave")
"""Keys that always count, however they are pressed."""

_ACTS: dict[str, Named] = {"all.help": "help", "all.hide": "hide", "all.leave": "leave"}


class Presses:
    """Turns presses into what they mean at that moment."""

    def __init__(self) -> None:
        """Begin with nothing pressed."""
        self._hands = Hands()
        self._quick = Quick()

    def step_changed(self, now: float) -> None:
        """Let the main keys rest a moment."""
        self._hands = self._hands.step_changed(now)

    def meaning(self, press: str, scene: Scene, *, offers: bool) -> Act:
        """Return what a press means now (``scene.now`` is when it was).

        Args:
            press: the name of the key.
            scene: the sitting as it is.
            offers: whether what could come after a stop is offered.
        """
        if self._quick.hides(press, scene.manner.hide_key, scene.now):
            return "hide"
        key_id = scene.keymap.find("practice", press)
        if key_id is None or not self.counts(key_id, press, scene):
            return None
        side, _, name = key_id.partition(".")
        if side in ("left", "right"):
            return self._own(scene.sides[side == "right"], name, scene, offers=offers)
        return _ACTS.get(key_id) or _after_a_stop(key_id, scene, offers=offers) or _shared(key_id, scene)

    def counts(self, key_id: str, press: str, scene: Scene) -> bool:
        """Tell whether a key is pressed anew, and not held, nor meant for the step before."""
        if key_id in STOPS:
            return True
        main, taps = key_id.endswith(".main"), _taps(scene)
        # In a turn every own key is a wish of the one who listens: held, it is one wish.
        chooses = key_id[-1].isdigit() and not isinstance(scene.sitting.play, Turning)
        self._hands, counts = self._hands.press(
            press,
            scene.now,
            gap=CHOOSING if chooses or (main and taps) else HELD,
            rests=(main and not taps) or key_id == "practice.skip",
        )
        return counts

    def _own(self, seat: Seat, name: str, scene: Scene, *, offers: bool) -> Act:
        sitting, now = scene.sitting, scene.now
        if name == "stop":
            return _stop(scene)
        if name != "main":
            return Chose(now, seat, int(name) - 1) if sitting.phase == "running" else None
        if sitting.phase != "stopped":
            return Pressed(now, seat)
        if not offers:
            return None
        if seat in sitting.both and isinstance(sitting.play, Breathing):
            return Alone(now, seat)
        return WentOn(now, seat)


def _taps(scene: Scene) -> bool:
    """Tell whether main keys are taps: they may follow each other as breaths do."""
    step = scene.step
    tapped = step.kind == "lead" or (step.kind == "breathe" and bool(step.params.get("taps")))
    return scene.sitting.phase == "running" and tapped


def _stop(scene: Scene) -> Act:
    return None if scene.sitting.phase == "stopped" else Stopped(scene.now)


def _after_a_stop(key_id: str, scene: Scene, *, offers: bool) -> Act:
    choices: dict[str, Act] = {
        "practice.breaths": SmallBreaths(scene.now),
        "practice.night": "night",
        "practice.quiet": "quiet",
        "practice.timeout": "timeout" if scene.pauses else None,
    }
    return choices.get(key_id) if offers else None


def _shared(key_id: str, scene: Scene) -> Act:
    now, sitting = scene.now, scene.sitting
    if key_id == "all.escape":
        return _stop(scene)
    acts: dict[str, Act] = {
        "practice.pause": Resumed(now) if sitting.phase == "paused" else Paused(now),
        "practice.skip": Skipped(now),
        "practice.change": Reopened(now),
        "practice.note": "note" if sitting.results and sitting.phase != "breaths" else None,
    }
    if sitting.phase == "running":
        acts |= {
            "practice.breaths": SmallBreaths(now) if scene.step.kind in WAITS else None,
            "practice.line": "line" if mends(sitting) else None,
            "practice.park": "park" if parks(sitting) else None,
        }
    return acts.get(key_id)
