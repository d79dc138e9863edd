"""What is said while a pause with a return is on: which page, and what has come by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from coreg.content import explain, say
from coreg.content.timeout_words import when_words
from coreg.evening.pausing import next_day
from coreg.plain.hiding import BACK, HIDE
from coreg.plain.pause_lines import meanwhile_lines, now_lines, pause_keys, plan_lines, sealed_lines
from coreg.practice.sitting import Sitting
from coreg.practice.timeout import Sealed, gone, longer_by

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.evening.pause import Pause
    from coreg.plain.host import Host, Promise
    from coreg.plain.scene import Scene
    from coreg.practice.play import Seat
    from coreg.practice.timeout import Face
    from coreg.record.models import PauseAgreement

__all__ = ["At", "PauseTelling"]

T = TypeVar("T")

At = Literal["pause", "sealed", "plan"]
"""What is on: the pause itself, the sealed question, or picking another time."""

_YOUNG = 90.0
"""Seconds for which there is a line to be said aloud."""


class PauseTelling:
    """One pause. The promise lives in the books; this only tells of it."""

    def __init__(self, host: Host, promise: Promise, pause: Pause) -> None:
        """Take the pause as it is in the books."""
        self.host = host
        self.promise = promise
        self.pausing = promise.pausing
        self.pause = pause
        self.at: At = "pause"
        self.face: Face | None = None
        self.here: frozenset[Seat] = frozenset()
        self.answers = Sealed()
        self.hidden = False
        self.when = promise.now()
        self.declined = False

    def scene(self) -> Scene:
        """Return what lines are made of here."""
        return self.host.scene(Sitting("pause", ()))

    def agreed(self) -> PauseAgreement | None:
        """Return what the two agreed about pauses, if it can be read."""
        found = self.done(self.pausing.agreement())
        return found[0] if found else None

    def begin(self) -> None:
        """Say that the pause is on, or what it has come to."""
        timeout, now = self.pause.timeout, self.promise.now()
        self.face = self.pausing.face(self.pause)
        if self.face == "open":
            self.plan(declined=False)
            return
        young = gone(timeout.begun, self.pausing.reading()) < _YOUNG and not (timeout.times or timeout.again)
        if self.face in ("before", "soon"):
            self.host.say(*meanwhile_lines(self.scene(), self.pause, self.agreed(), now, young=young))
        else:
            self.host.say(*now_lines(self.face, now))
        self.host.say(*pause_keys(self.scene(), self.face))

    def tell(self) -> None:
        """Say what has come by itself, and ring for it; hidden it stays silent, as the screen does."""
        face = self.pausing.face(self.pause)
        if self.pausing.announced() and not self.hidden:
            self.promise.ring()
        if self.hidden:
            return
        if face != self.face:
            self.face = face
            self.host.say(*now_lines(face, self.promise.now()))
            if face == "after":
                self.host.say(*pause_keys(self.scene(), face))

    def again(self) -> None:
        """Say what is on, with its keys."""
        scene, now = self.scene(), self.promise.now()
        match self.at:
            case "pause":
                self.host.say(*pause_keys(scene, self.face or "before"))
            case "sealed":
                self.host.say(*sealed_lines(scene, longer=self.may_be_longer()))
            case "plan":
                self.host.say(*plan_lines(scene, self.when, now, declined=self.declined))

    def help(self) -> None:
        """Say until when it is, what is on with its keys, and the key that hides it."""
        now = self.promise.now()
        if self.at == "pause" and self.face in ("before", "soon"):
            self.host.say(say("plain_pause.until", when=when_words(self.pause.back(now) or now, now)))
        self.again()
        key, back = (self.host.keymap.label(one) for one in (HIDE, BACK))
        self.host.say(say("plain.choice", key=key, what=say("plain_pause.hide", key=back)))

    def come_out(self) -> None:
        """Say what came while nothing was said, and what is on."""
        self.hidden = False
        face = self.pausing.face(self.pause)
        if self.at == "pause" and face != self.face:
            self.face = face
            self.host.say(*now_lines(face, self.promise.now()))
        self.again()

    def to_pause(self, told: str = "") -> None:
        """Go back to the pause; what was pressed for what came before is forgotten."""
        self.at, self.here, self.answers = "pause", frozenset(), Sealed()
        self.face = self.pausing.face(self.pause)
        self.host.say(*filter(None, (told,)), *pause_keys(self.scene(), self.face))

    def may_be_longer(self) -> bool:
        """Tell whether the return may be put off."""
        return longer_by(self.pause.timeout, self.pausing.reading()) > 0

    def plan(self, *, declined: bool) -> None:
        """Have another time picked, tomorrow at the same time at first."""
        now = self.promise.now()
        self.when = next_day(self.pause.back(now) or now, now)
        self.declined, self.at = declined, "plan"
        self.again()

    def done(self, asked: Future[T]) -> tuple[T] | None:
        """Wait for the disk; None, and a sentence, where it does not take it."""
        try:
            return (asked.result(),)
        except Exception as error:  # whatever it is, they hear it, and the return stays
            self.host.say(say("timeout.not_kept", why=explain(error)))
            self.at, self.here, self.answers = "plan" if self.at == "plan" else "pause", frozenset(), Sealed()
            return None
