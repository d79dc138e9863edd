"""The host of a practice told line by line: reads keys, hands them to the runner, writes what is due."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

from coreg.content import say
from coreg.plain.helping import help_lines
from coreg.plain.presses import Presses
from coreg.plain.scene import Scene
from coreg.plain.teller import Teller
from coreg.practice.play import Skipped
from coreg.practice.sitting import Paused
from coreg.record.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.evening.couple import Couple
    from coreg.evening.runner import Runner
    from coreg.keys import Keymap
    from coreg.plain.keyboard import Keyboard
    from coreg.plain.presses import Act
    from coreg.plain.scene import Manner
    from coreg.practice.sitting import Sitting

__all__ = ["Ear", "Ended", "Host", "Silence"]

Ended = Literal["over", "later"]
"""How it ended: it is over, or it is kept for later."""

_LONGEST_WAIT = 1.0
"""Seconds between two looks at most: the runner takes two for a computer that slept."""

_UNANSWERED = 10.0
"""Seconds for which a question stands that nobody can answer, because no key can be pressed."""


class Ear(Protocol):
    """What is heard of a sitting."""

    def look(self, sitting: Sitting) -> object:
        """Let be heard what belongs to this moment."""
        ...

    def over(self, sitting: Sitting) -> object:
        """Let the end of it be heard."""
        ...


class Silence:
    """Nothing is heard."""

    def look(self, sitting: Sitting) -> None:
        """Hear nothing."""

    def over(self, sitting: Sitting) -> None:
        """Hear nothing at the end, either."""


@dataclass(frozen=True, slots=True)
class Host:
    """What a sitting is told with. It holds nothing of the sitting: that lives in the runner."""

    runner: Runner
    couple: Couple
    keymap: Keymap
    manner: Manner
    keys: Keyboard
    write: Callable[[str], None]
    ear: Ear
    ahead: list[str] = field(default_factory=list)
    """Presses that came with one that was waited for."""

    def say(self, *lines: str) -> None:
        """Write lines, each of them one, and without anything a terminal would obey."""
        for line in lines:
            self.write(clean(line, multiline=False))

    def sit(self, *, taken_up: bool = False) -> Ended:
        """Tell the sitting that the runner has on, to its end or until somebody leaves.

        ``taken_up``: it is one that was left open.
        """
        return _Telling(self, Teller(taken_up=taken_up)).run()

    def pressed(self, *wanted: str) -> str:
        """Wait until one of these keys is pressed, and return it; "" once none can be any more."""
        while not self.keys.gone:
            presses = self.typed(_LONGEST_WAIT)
            for number, press in enumerate(presses, 1):
                found = press if press in wanted else self.keymap.find("practice", press) or press
                if not wanted or found in wanted:
                    self.ahead.extend(presses[number:])
                    return found
        return ""

    def typed(self, seconds: float) -> list[str]:
        """Return what was pressed ahead, or is pressed within so many seconds."""
        ahead = list(self.ahead)
        self.ahead.clear()
        return ahead or self.keys.wait(seconds)


class _Telling:
    """One sitting, being told."""

    def __init__(self, host: Host, teller: Teller) -> None:
        self._host = host
        self._runner = host.runner
        self._teller = teller
        self._presses = Presses()
        self._step: tuple[int, int, object] = (-1, -1, None)
        self._asked = 0.0
        self._hidden = False
        self._ended: Ended | None = None

    def run(self) -> Ended:
        """Look, tell, wait for keys; over and over."""
        while True:
            scene = self._look(by_key=False)
            if scene.sitting.phase == "over":
                return "over"
            for press in self._host.typed(self._wait(scene)):
                self._press(press)
                if self._ended:
                    return self._ended
            self._when_nobody_is_there()

    def _scene(self, sitting: Sitting) -> Scene:
        host, runner = self._host, self._runner
        names = (host.couple.a, host.couple.b)
        return Scene(
            sitting, runner.shown_time(), runner.time(), names, host.couple.left, host.keymap, host.manner
        )

    def _look(self, *, by_key: bool) -> Scene:
        before = self._runner.state
        sitting = self._runner.look()
        if sitting is None:
            raise RuntimeError("no sitting is on")
        scene = self._scene(sitting)
        slept = not by_key and before is not None and before.phase != "paused" and sitting.phase == "paused"
        # First what is heard: a stop is silence at once.
        self._host.ear.look(sitting)
        lines = self._teller.look(scene, slept=slept)
        self._hidden = self._hidden and sitting.phase == "paused"
        if not self._hidden:
            self._host.say(*lines)
        step = (sitting.at, sitting.step, sitting.phase == "stopped")
        if step != self._step:
            self._step, self._asked = step, scene.now
            self._presses.step_changed(scene.now)
        return scene

    def _wait(self, scene: Scene) -> float:
        due = self._runner.due_in()
        soonest = min(_LONGEST_WAIT, self._teller.wait(scene))
        return soonest if due is None else max(0.0, min(soonest, due))

    def _press(self, press: str) -> None:
        sitting = self._runner.state
        if sitting is None or sitting.phase == "over":
            return
        scene = self._scene(sitting)
        self._do(self._presses.meaning(press, scene, offers=self._teller.offers(scene)), scene)

    def _do(self, act: Act, scene: Scene) -> None:
        host, runner = self._host, self._runner
        match act:
            case "":
                return
            case "unfit":
                host.say(say("plain.unfit"))
            case "leave":
                runner.save_now()
                self._ended = "later"
            case "night":
                runner.rest()
                self._ended = "over"
            case "quiet":
                host.say(*self._teller.sit_quietly())
            case "hide" | "help":
                self._aside(act, scene)
            case event:
                runner.dispatch(event)
                self._look(by_key=True)

    def _aside(self, act: Literal["hide", "help"], scene: Scene) -> None:
        """Let time stand while keys are told, or while nothing at all is."""
        self._hidden = act == "hide"
        self._runner.dispatch(Paused(self._runner.time()))
        if act == "help":
            self._host.say(*help_lines(scene))
        self._look(by_key=True)

    def _when_nobody_is_there(self) -> None:
        """Pass over what waits for a key, and end a stop, where no key can be pressed any more."""
        sitting = self._runner.state
        if sitting is None or sitting.phase == "over":
            return
        scene = self._scene(sitting)
        if self._teller.rests(scene) or (self._host.keys.gone and sitting.phase in ("stopped", "paused")):
            self._runner.rest()
        elif self._host.keys.gone and self._teller.asks(scene) and scene.now - self._asked >= _UNANSWERED:
            self._asked = scene.now
            self._runner.dispatch(Skipped(self._runner.time()))
