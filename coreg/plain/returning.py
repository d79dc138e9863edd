"""A pause with its return, in lines: it waits, asks both, and goes on, is put off, or is planned again.

Answers live here, in memory, until there are two; what they come to is all that is ever said.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal, TypeVar

from coreg.content import say
from coreg.content.timeout_words import when_words
from coreg.plain.hiding import BACK, HIDE, LEAVE
from coreg.plain.minute import breathe_minute
from coreg.plain.pause_telling import PauseTelling
from coreg.plain.steps.base import go_on_words
from coreg.practice.play import SEATS
from coreg.practice.timeout import ANSWERS, SHORTEST, outcome, sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from coreg.evening.pause import Pause
    from coreg.plain.host import Host, Promise
    from coreg.plain.pause_telling import At
    from coreg.plain.scene import Scene
    from coreg.practice.play import Seat

__all__ = ["Back", "wait_for_return"]

Back = Literal["ready", "leave"]
"""Both are ready, and what waited is in the runner; or they leave, and what was promised stays."""

T = TypeVar("T")
_LOOKS = 1.0
_STEP = timedelta(minutes=30)
_LEAVES = ("all.escape", "all.leave")
_CHOICES = tuple(f"{side}.{number}" for side in ("left", "right") for number in range(1, len(ANSWERS) + 1))
_WANTED: Mapping[At, tuple[str, ...]] = {
    "pause": ("left.main", "right.main", "pause.take", "pause.breathe"),
    "sealed": _CHOICES,
    "plan": ("pause.take", "pause.less", "pause.more", "pause.open", "pause.rest"),
}


def wait_for_return(host: Host, promise: Promise, pause: Pause) -> Back:
    """Tell of a pause until both are back, it is planned again, or somebody leaves."""
    return _Returning(host, promise, pause).run()


class _Returning(PauseTelling):
    """One pause, and what is pressed meanwhile."""

    def __init__(self, host: Host, promise: Promise, pause: Pause) -> None:
        super().__init__(host, promise, pause)
        self._back: Back | None = None
        self._touched = host.runner.clock()

    def run(self) -> Back:
        """Look, tell, wait for keys."""
        self.begin()
        while self._back is None:
            if self.at == "pause":
                self.tell()
            if self._back is None:
                self._wait()
        return self._back

    def _wait(self) -> None:
        if self.hidden:
            found = self.host.back_within(_LOOKS)
        else:
            wanted = (*_WANTED[self.at], *_LEAVES, "all.help", HIDE)
            found = self.host.pressed_within(_LOOKS, *wanted, place="pause")
        if found:
            self._touched = self.host.runner.clock()
            self._do(found)
        elif self.host.keys.gone or self._locks():
            self._back = "leave"

    def _do(self, found: str) -> None:
        if found in _LEAVES:
            self._leave(found)
        elif found == "all.help":
            self.help()
        elif found == HIDE:
            self.hidden = True
        elif found == BACK:
            self.come_out()
        else:
            {"pause": self._on_pause, "sealed": self._on_sealed, "plan": self._on_plan}[self.at](found)

    def _locks(self) -> bool:
        """Tell, and say, that a locked book is locked again, because nobody has been here for a while."""
        after = self.promise.locks_after
        locks = after > 0 and self.host.runner.clock() - self._touched >= after
        if locks and not self.hidden:
            self.host.say(say("plain_pause.locked"))
        return locks

    def _leave(self, key_id: str) -> None:
        """Take the answers back; from the pause itself, end here."""
        if self.at == "pause" or key_id == "all.leave" or self.face == "open":
            self.host.say(say("plain_pause.stays"))
            self._back = "leave"
        else:
            self.to_pause()

    def _on_pause(self, key_id: str) -> None:
        if key_id == "pause.breathe":
            self._breathe()
        elif key_id == "pause.take":
            if self.face == "after":
                self.plan(declined=False)
        else:
            self.here |= {self._seat(key_id)}
            if len(self.here) == len(SEATS):
                self.at = "sealed"
                self.again()

    def _breathe(self) -> None:
        found = breathe_minute(self.host, self.scene())
        if found == LEAVE:
            self._leave(found)
            return
        self.hidden = found == HIDE
        if not self.hidden:
            self.to_pause()

    def _seat(self, key_id: str) -> Seat:
        return self.scene().sides[key_id.startswith("right")]

    def _on_sealed(self, key_id: str) -> None:
        answer = ANSWERS[int(key_id[-1]) - 1]
        if answer == "longer" and not self.may_be_longer():
            return
        self.answers = sealed(self.answers, self._seat(key_id), answer)
        match outcome(self.answers):
            case "ready":
                self._come_back()
            case "longer":
                self._put_off()
            case "not_tonight":
                self.plan(declined=True)

    def _put_off(self) -> None:
        later = self.done(self.pausing.put_off(self.pause))
        if later is not None:
            self.pause = later[0]
            now = self.promise.now()
            clock = when_words(self.pause.back(now) or now, now)
            self.to_pause(say("timeout.longer.told", clock=clock))

    def _come_back(self) -> None:
        """Breathe a minute, and begin with a sentence; what waited is taken up first, so that it is safe."""
        found = self.done(self.pausing.come_back(self.pause))
        if found is None:
            return
        host, scene, waited = self.host, self.scene(), found[0] is not None
        if found[0] is not None:
            host.runner.take_up(found[0])
        if self._settles(scene) and self._both_begin(scene, "then" if waited else "then_talk"):
            self._back = "ready"
            return
        self._back = "leave"
        if waited:
            host.say(say("plain.later"))

    def _settles(self, scene: Scene) -> bool:
        """Breathe a minute, anew after it was hidden; tell whether nobody has left meanwhile."""
        while (found := breathe_minute(self.host, scene)) == HIDE and self.host.hidden() == BACK:
            continue
        return not found

    def _both_begin(self, scene: Scene, then: str) -> bool:
        """Say how to begin, and wait for both own keys; tell whether they came."""
        host = self.host
        words = tuple(say(f"timeout.words.{part}") for part in ("title", "text", then))
        keys = (go_on_words(scene), say("plain.end_here", key=host.keymap.label("all.escape")))
        host.say(*words, *keys)
        both: set[str] = set()
        while len(both) < len(SEATS):
            key_id = host.pressed("left.main", "right.main", *_LEAVES, again=(*words, *keys), place="pause")
            if key_id in ("", *_LEAVES):
                return False
            both.add(key_id)
        return True

    def _on_plan(self, key_id: str) -> None:
        doing: dict[str, Callable[[], None]] = {
            "pause.less": lambda: self._turn(-1),
            "pause.more": lambda: self._turn(1),
            "pause.take": self._keep_time,
            "pause.open": lambda: self._end(self.pausing.leave_open(self.pause), "left_open"),
            "pause.rest": lambda: self._end(self.pausing.let_rest(self.pause), "rested"),
        }
        doing[key_id]()

    def _turn(self, by: int) -> None:
        now = self.promise.now()
        self.when = max(now + timedelta(seconds=SHORTEST), self.when + by * _STEP)
        self.host.say(when_words(self.when, now))

    def _keep_time(self) -> None:
        when = self.when
        kept = self.done(self.pausing.plan(self.pause, when))
        if kept is not None:
            self.pause = kept[0]
            self.to_pause(say("timeout.plan.kept", when=when_words(when, self.promise.now())))

    def _end(self, asked: Future[T], words: str) -> None:
        if self.done(asked) is not None:
            self.host.say(say(f"timeout.plan.{words}"))
            self._back = "leave"
