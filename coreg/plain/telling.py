"""One sitting, being told: looks at the clock, says what is due, and does what keys mean."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Literal

from coreg.keys import press_name
from coreg.plain.asking import begin_pause
from coreg.plain.helping import help_lines
from coreg.plain.hiding import BACK, LEAVE
from coreg.plain.line import pasted
from coreg.plain.typist import Typist
from coreg.practice.play import Skipped
from coreg.practice.sitting import Paused, Resumed, Stopped

if TYPE_CHECKING:
    from coreg.plain.host import Host
    from coreg.plain.presses import Act
    from coreg.plain.scene import Scene

__all__ = ["Ended", "sit"]

Ended = Literal["over", "later", "pause"]
"""How it ended: it is over, it is kept for later, or it waits for the return of a pause."""

_UNANSWERED = 10.0
"""Seconds for which a question stands that nobody can answer, because no key can be pressed."""


def sit(host: Host, *, taken_up: bool = False) -> Ended:
    """Tell the sitting that the runner has on, to its end or until somebody leaves.

    ``taken_up``: it is one that was left open.
    """
    return _Telling(host, taken_up=taken_up).run()


class _Telling(Typist):
    """Hands what is pressed to the runner, and says what comes of it."""

    def __init__(self, host: Host, *, taken_up: bool) -> None:
        """Tell the sitting that the runner has on; it has not ended."""
        super().__init__(host, taken_up=taken_up)
        self._ended: Ended | None = None
        self._pressed = deque[str]()

    def run(self) -> Ended:
        """Look, tell, wait for keys; over and over. What is typed is kept, however this ends."""
        try:
            while not self._ended:
                scene = self.look(by_key=False)
                if scene.sitting.phase == "over":
                    return "over"
                presses = self.host.typed(self.wait(scene))
                self._pressed.extend(pasted(presses) if self.echoes() else presses)
                while self._pressed and not self._ended:
                    self._press(self._pressed.popleft())
                self.flush()
                self._when_nobody_is_there()
        except BaseException:
            # A signal overtakes the letters that were typed before it.
            self.type_rest((*self._pressed, *self.host.typed(0.0)))
            raise
        else:
            return self._ended
        finally:
            self.leave_field()

    def _press(self, press: str) -> None:
        sitting = self.runner.state
        if sitting is None or sitting.phase == "over" or self.type(press):
            return
        self.flush()
        name, scene = press_name(press, press), self.scene(sitting)
        if self.hidden:
            self._press_hidden(press, scene)
        elif not self.beside_takes(name, scene):
            self._do(self.presses.meaning(name, scene, offers=self.teller.offers(scene)), scene)

    def _press_hidden(self, press: str, scene: Scene) -> None:
        """Hear a stop in silence; come back, or leave. Nothing else is meant for what nobody hears."""
        name = press_name(press, press)
        key_id, asks = self.host.keymap.find("practice", name) or "", self.host.latch.asks
        if not asks and (key_id == "all.escape" or key_id.endswith(".stop")):
            self.happen(Stopped(scene.now))
        elif asks or key_id != BACK or self.presses.counts(key_id, name, scene):
            found = self.host.unhide(press)
            if found == LEAVE:
                self._do("leave", scene)
            elif found == BACK:
                self._come_back(scene)

    def _come_back(self, scene: Scene) -> None:
        self.hidden = False
        if scene.sitting.phase == "paused":
            self.happen(Resumed(scene.now))
        else:
            self.say(*self.teller.again(scene))

    def _do(self, act: Act, scene: Scene) -> None:
        match act:
            case None:
                return
            case "leave":
                self.leave_field()
                self.runner.save_now()
                self._ended = "later"
            case "night":
                self.runner.rest()
                self._ended = "over"
            case "timeout":
                self._pause()
            case "quiet":
                self.say(*self.teller.sit_quietly())
            case "hide" | "help":
                self._stand(hidden=act == "hide", scene=scene)
            case "note" | "park" | "line":
                self.open_beside(act, scene)
            case event:
                if isinstance(event, Stopped):
                    self.leave_field()
                self.happen(event)

    def _stand(self, *, hidden: bool, scene: Scene) -> None:
        """Let time stand while keys are told, or while nothing at all is."""
        kept = self.leave_field()
        self.hidden = hidden
        stood = scene.sitting.phase in ("paused", "stopped")
        self.runner.dispatch(Paused(self.runner.time()))
        if not hidden:
            again = self.teller.again(scene) if stood else ()
            self.say(*filter(None, (kept,)), *help_lines(scene), *again)
        self.look(by_key=True)

    def _pause(self) -> None:
        why = begin_pause(self.host)
        if why:
            self.say(why)
        else:
            self._ended = "pause"

    def _when_nobody_is_there(self) -> None:
        """Pass over what waits for a key, and end a stop, where no key can be pressed any more."""
        sitting = self.runner.state
        if sitting is None or sitting.phase == "over" or self._ended:
            return
        scene, gone = self.scene(sitting), self.host.keys.gone
        quiet = self.teller.rests(scene) and self.beside.opened is None and not self.hidden
        if quiet or (gone and sitting.phase in ("stopped", "paused")):
            self.runner.rest()
        elif gone and self.teller.asks(scene) and scene.now - self.asked >= _UNANSWERED:
            self.asked = scene.now
            self.runner.dispatch(Skipped(self.runner.time()))
            if self.runner.state == sitting:
                # Nobody speaks for somebody else: a turn that nobody can end is where it ends.
                self.runner.rest()
