"""The voice of leading and following: a word for each breath of the leader, none for the follower."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coreg.content import say
from coreg.plain.score import FEW, Told
from coreg.plain.steps.base import OFTEN, Voice, go_on_words
from coreg.plain.steps.breathe import countdown_line
from coreg.plain.wording import parts_line, seconds_text
from coreg.practice.steps.lead import Leading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Moment, Scene

__all__ = ["LeadVoice", "lag_line"]

_NOTICED = 0.05
"""Seconds below which ahead and behind are the same."""

_SOON = 0.1
"""Seconds after which it is looked at whether a breath in, that nobody ended, has gone out by itself."""


class _Half(NamedTuple):
    """Which half of which breath is on, of which half of the time."""

    turn: int
    breath: int
    half: str


def lag_line(lag: float | None) -> str:
    """Return the sentence about a usual lag in seconds (None: too few taps)."""
    if lag is None:
        return say("breathe.lead.untold")
    return say(f"breathe.lead.{'early' if lag < -_NOTICED else 'lag'}", seconds=seconds_text(abs(lag)))


class LeadVoice(Voice):
    """Says who leads, then follows the leader's taps."""

    def part(self, scene: Scene) -> object:
        """Both halves and the end are parts."""
        play = scene.sitting.play
        return (play.turn(scene.t), play.told(scene.t)) if isinstance(play, Leading) else None

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say who leads, with which key, and when it begins; at the end how it was."""
        play = scene.sitting.play
        if not isinstance(play, Leading):
            return
        if play.told(scene.t):
            yield lag_line(play.lag())
            if scene.manner.keys:
                yield go_on_words(scene)
            return
        yield from self.keys(scene)
        if play.at(scene.t) < 0:
            yield countdown_line(-play.at(scene.t))

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield who leads, and with which key."""
        play = scene.sitting.play
        if isinstance(play, Leading) and not play.told(scene.t):
            seat = play.leads(scene.t)
            yield say("breathe.lead.leads", name=scene.name(seat), key=scene.key(seat, "main"))

    def between(self, scene: Scene, since: Moment) -> Iterator[str]:
        """Say the half of a breath that has begun."""
        play = scene.sitting.play
        if not isinstance(play, Leading) or play.at(scene.t) < 0 or play.told(scene.t):
            return
        now = _half(play, scene.t)
        known = now is not None and _wanted(scene, now)
        if known and now is not None and now != _half(play, max(since.t, play.since)):
            yield parts_line((Told(now.half, 0.0),), scene, bare=True)

    def wait(self, scene: Scene) -> float:
        """Look often: nobody knows when the leader taps."""
        play = scene.sitting.play
        return _SOON if isinstance(play, Leading) and not play.told(scene.t) else OFTEN


def _half(play: Leading, t: float) -> _Half | None:
    """Return what the leader's taps make of a moment; None before the first of this half of the time."""
    turn = play.turn(t)
    if not any(tap <= play.within(t) + 1e-9 for tap in play.leader[turn]):
        return None
    breath = play.breath(t)
    return _Half(turn, breath.cycle, "in" if breath.phase in ("in", "hold") else "out")


def _wanted(scene: Scene, now: _Half) -> bool:
    match scene.manner.cues:
        case "every":
            return True
        case "some":
            return now.half == "in"
        case _:
            return now.half == "in" and now.breath % FEW == 0
