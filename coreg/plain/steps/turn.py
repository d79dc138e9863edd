"""The voice of a turn: whose it is and which keys, then as little as possible while somebody speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coreg.content import has, say
from coreg.plain.steps.base import OFTEN, Voice
from coreg.practice.floor import GIFT, GRACE
from coreg.practice.play import other
from coreg.practice.steps.turn import Turning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Cues, Moment, Scene
    from coreg.practice.floor import Floor
    from coreg.practice.play import Seat

__all__ = ["Mark", "TurnVoice", "length_said", "marks"]

_MINUTE = 60.0
_TEN = 10.0
_APART = 20.0
"""Seconds that lie between half and whatever is told next, at least; else half is left out."""

_SOONEST = 0.005


class Mark(NamedTuple):
    """What is told of a turn's time: when so many seconds were spent, and its word (a key)."""

    spent: float
    word: str


def marks(budget: float, cues: Cues) -> tuple[Mark, ...]:
    """Return what is told of a turn of so many seconds, in its order; the fewer the cues, the less."""
    left = [(0.0, "time")]
    if cues != "few":
        left.append((-GRACE, "beyond"))
        if budget >= _MINUTE + 2 * _APART:
            left.append((_MINUTE, "minute"))
    if cues == "every":
        if budget >= _TEN + _APART:
            left.append((_TEN, "ten"))
        if all(abs(budget / 2 - at) >= _APART for at, _ in left) and budget / 2 >= _APART:
            left.append((budget / 2, "half"))
    return tuple(sorted(Mark(budget - at, word) for at, word in left))


def length_said(seconds: float) -> str:
    """Return a length as it is said: 45 seconds, 1 minute, 7 minutes 30 seconds."""
    minutes, rest = divmod(round(seconds), int(_MINUTE))
    said = [say(f"plain_talk.length.{name}", count=count) for name, count in _counted(minutes, rest)]
    return say("plain_talk.length.and").join(said) or say("plain_talk.length.seconds", count=0)


def _counted(minutes: int, seconds: int) -> Iterator[tuple[str, int]]:
    if minutes:
        yield ("minute" if minutes == 1 else "minutes"), minutes
    if seconds:
        yield ("second" if seconds == 1 else "seconds"), seconds


class TurnVoice(Voice):
    """A turn to speak, and saying back what was heard: the same clock, with fewer keys."""

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say whose turn it is and how long, what it is about, how the other listens, and the keys."""
        play = scene.sitting.play
        if not isinstance(play, Turning):
            return
        yield say("plain_talk.turn.title", title=scene.words("title"), length=length_said(play.floor.budget))
        yield from filter(None, (scene.words("text"), self._listening(scene)))
        if scene.manner.words == "bare":
            return
        yield from self._beside(scene, play)
        yield from self.keys(scene)

    def between(self, scene: Scene, since: Moment) -> Iterator[str]:
        """Say what either has just asked for, or the time that has come."""
        play, before = scene.sitting.play, since.play
        if not isinstance(play, Turning) or not isinstance(before, Turning):
            return
        if play.floor.handed != before.floor.handed:
            yield from self._handed(scene, play)
        elif play.floor.gifts > before.floor.gifts:
            yield say("plain_talk.turn.given", given=say("talk.given"), left=_left(play.floor, scene.t))
        elif play.slower is not None and play.slower != before.slower:
            yield say("talk.slower")
        elif play.floor.handed is None:
            yield from self._time(scene, play.floor, since.t)

    def again(self, scene: Scene) -> Iterator[str]:
        """Say whose turn it is and what is left of it; or that it was handed over."""
        play = scene.sitting.play
        if not isinstance(play, Turning):
            return
        if play.floor.handed is not None:
            yield from self._handed(scene, play)
        else:
            left = _left(play.floor, scene.t)
            yield say("plain_talk.turn.title", title=scene.words("title"), length=left)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield what the keys of the one who speaks do, and those of the one who listens."""
        play = scene.sitting.play
        if not isinstance(play, Turning):
            return
        main, listener = scene.key(play.seat, "main"), other(play.seat)
        if scene.step.params.get("fixed"):
            yield say("plain_talk.turn.fixed", key=main, name=scene.name(play.seat))
            return
        yield say("plain_talk.turn.done", key=main, name=scene.name(play.seat))
        slower = say("plain.choice", key=scene.key(listener, "1"), what=say("talk.slower_key"))
        if scene.step.kind == "reply":
            yield say("plain.answers", name=scene.name(listener), answers=slower)
            return
        mine = scene.sitting.context.own(listener) > GIFT
        what = say("practice.give_mine" if mine else "practice.give")
        give = say("plain.choice", key=scene.key(listener, "main"), what=what)
        answers = say("plain.and").join((give, slower))
        yield say("plain.answers", name=scene.name(listener), answers=answers)

    def wait(self, scene: Scene) -> float:
        """Return the seconds until the next time that is told."""
        play = scene.sitting.play
        if not isinstance(play, Turning) or play.floor.handed is not None:
            return OFTEN
        spent = play.floor.spent(scene.t)
        ahead = (mark.spent - spent for mark in marks(play.floor.budget, scene.manner.cues))
        return min(OFTEN, max(_SOONEST, min((one for one in ahead if one > 0), default=OFTEN)))

    def asks(self, scene: Scene) -> bool:
        """Wait for whoever speaks, once the time is over and a little more."""
        play = scene.sitting.play
        return isinstance(play, Turning) and play.floor.phase(scene.t) == "beyond"

    @staticmethod
    def _listening(scene: Scene) -> str:
        """Return how the other listens: as the speaker would like it tonight."""
        wanted = [keep.text for keep in scene.sitting.kept("like") if keep.by == scene.speaker]
        if not wanted or not has(f"talk.{wanted[-1]}"):
            return scene.words("listener")
        return scene.filled(say(f"talk.{wanted[-1]}"), scene.speaker)

    @staticmethod
    def _beside(scene: Scene, play: Turning) -> Iterator[str]:
        """Yield what the listener may say, and with many words one of the reminders, which are for both."""
        if scene.step.hints:
            said = say("plain_talk.turn.or").join(f"“{hint}”" for hint in scene.step.hints)
            yield say("plain_talk.turn.hints", name=scene.name(other(play.seat)), said=said)
        reminders = scene.sitting.practice.script.reminders
        if reminders and scene.manner.words == "full":
            yield reminders[scene.sitting.step % len(reminders)]

    @staticmethod
    def _handed(scene: Scene, play: Turning) -> Iterator[str]:
        """Yield who comes next, and how to take the turn back; or that it was taken back."""
        if play.floor.handed is None:
            yield say("plain.goes_on")
            yield say("plain_talk.turn.left", left=_left(play.floor, scene.t))
            return
        seat = _next(scene)
        yield say("talk.handed_last") if seat is None else say("talk.handed", name=scene.name(seat))
        key = scene.key(play.seat, "main")
        yield say("plain_talk.turn.not_done", name=scene.name(play.seat), key=key)

    @staticmethod
    def _time(scene: Scene, floor: Floor, since: float) -> Iterator[str]:
        before, now = floor.spent(since), floor.spent(scene.t)
        found = [mark for mark in marks(floor.budget, scene.manner.cues) if before < mark.spent <= now]
        if found:
            yield say(f"plain_talk.time.{scene.manner.words}.{found[-1].word}")


def _left(floor: Floor, t: float) -> str:
    return length_said(floor.left(t))


def _next(scene: Scene) -> Seat | None:
    """Return who speaks next, if one of the two does."""
    ahead = scene.sitting.practice.script.steps[scene.sitting.step + 1 :]
    speaks = any(step.kind in ("turn", "reply") for step in ahead)
    return scene.sitting.context.speaker(ahead[0].who) if ahead and speaks else None
