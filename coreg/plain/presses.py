"""What a press means: the same table of keys and the same patience with held keys as on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from coreg.plain.steps.form import typed_number
from coreg.practice.hands import CHOOSING, HELD, Hands
from coreg.practice.play import Answered, Chose, Mark, Pressed, Skipped
from coreg.practice.sitting import Alone, Paused, Resumed, SmallBreaths, Stopped, WentOn
from coreg.practice.steps.breathe import Breathing
from coreg.practice.steps.form import Forming

if TYPE_CHECKING:
    from coreg.plain.scene import Scene
    from coreg.practice.play import Event, Seat
    from coreg.practice.sitting import SittingEvent

__all__ = ["Act", "Presses"]

Act: TypeAlias = "Event | SittingEvent | Literal['', 'help', 'hide', 'leave', 'night', 'quiet', 'unfit']"
"""What happens: an event of the sitting, something else by name, or nothing."""

_STOPS = ("left.stop", "right.stop", "all.escape", "all.hide", "all.leave")
_LONGEST = 8
_ACTS: dict[str, Literal["help", "hide", "leave"]] = {
    "all.help": "help",
    "all.hide": "hide",
    "all.leave": "leave",
}


class Presses:
    """Turns presses into what they mean at that moment; knows what of a number is typed, and tells nobody."""

    def __init__(self) -> None:
        """Begin with nothing pressed."""
        self._hands = Hands()
        self._typed = ""

    def step_changed(self, now: float) -> None:
        """Let the main keys rest a moment; what was typed for the step before is forgotten."""
        self._hands = self._hands.step_changed(now)
        self._typed = ""

    def meaning(self, press: str, scene: Scene, *, offers: bool) -> Act:
        """Return what a press means now (``scene.now`` is when it was).

        Args:
            press: the name of the key.
            scene: the sitting as it is.
            offers: whether what could come after a stop is offered.
        """
        key_id = scene.keymap.find("practice", press)
        if _typing(scene) and key_id not in _STOPS and key_id != "all.help":
            return self._number(press, scene)
        if key_id is None or not self._counts(key_id, press, scene):
            return ""
        side, _, name = key_id.partition(".")
        if side in ("left", "right"):
            return self._own(scene.sides[side == "right"], name, scene, offers=offers)
        return _ACTS.get(key_id) or _shared(key_id, scene, offers=offers)

    def _counts(self, key_id: str, press: str, scene: Scene) -> bool:
        if key_id in _STOPS:
            return True
        main, taps = key_id.endswith(".main"), _taps(scene)
        quick = key_id[-1].isdigit() or (main and taps)
        self._hands, counts = self._hands.press(
            press,
            scene.now,
            gap=CHOOSING if quick else HELD,
            rests=(main and not taps) or key_id == "practice.skip",
        )
        return counts

    def _own(self, seat: Seat, name: str, scene: Scene, *, offers: bool) -> Act:
        sitting, now = scene.sitting, scene.now
        if name == "stop":
            return _stop(scene)
        if name != "main":
            return Chose(now, seat, int(name) - 1) if sitting.phase == "running" else ""
        if sitting.phase != "stopped":
            return Pressed(now, seat)
        if not offers:
            return ""
        if seat in sitting.both and isinstance(sitting.play, Breathing):
            return Alone(now, seat)
        return WentOn(now, seat)

    def _number(self, press: str, scene: Scene) -> Act:
        play = scene.sitting.play
        if press == "backspace":
            self._typed = self._typed[:-1]
        elif press == "enter" and isinstance(play, Forming):
            typed, self._typed = self._typed, ""
            number = typed_number(typed)
            if typed and number is None:
                return "unfit"
            seat = play.seat(scene.sitting.context)
            return Answered(scene.now, seat, None if number is None else Mark(inside=number))
        elif len(press) == 1:
            self._typed = (self._typed + press)[-_LONGEST:]
        return ""


def _typing(scene: Scene) -> bool:
    play = scene.sitting.play
    return isinstance(play, Forming) and play.lifted and scene.sitting.phase == "running"


def _taps(scene: Scene) -> bool:
    """Tell whether main keys are taps: they may follow each other as breaths do."""
    step = scene.step
    tapped = step.kind == "lead" or (step.kind == "breathe" and bool(step.params.get("taps")))
    return scene.sitting.phase == "running" and tapped


def _stop(scene: Scene) -> Act:
    return "" if scene.sitting.phase == "stopped" else Stopped(scene.now)


def _shared(key_id: str, scene: Scene, *, offers: bool) -> Act:
    now = scene.now
    choices: dict[str, Act] = {
        "practice.breaths": SmallBreaths(now),
        "practice.night": "night",
        "practice.quiet": "quiet",
    }
    if offers and key_id in choices:
        return choices[key_id]
    match key_id:
        case "all.escape":
            return _stop(scene)
        case "practice.pause":
            return Resumed(now) if scene.sitting.phase == "paused" else Paused(now)
        case "practice.skip":
            return Skipped(now)
        case _:
            return ""
