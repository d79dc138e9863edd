"""Lead and follow: the shape is what the leader taps, at the start of each breath in and each breath out.

Between taps it goes as the last three breaths went (their median), then waits for the leader; it never runs
ahead of a leader who takes longer. All times are seconds on one clock.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import isfinite
from statistics import median
from typing import TYPE_CHECKING, Literal, TypeAlias

from coreg.practice.breath import Breath, eased

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FEWEST_LAGS", "LAST", "guide", "lags", "led_breaths", "usual_lag"]

LAST = 3
"""Breaths whose median says how long the next one takes."""

FEWEST_LAGS = 3
"""In-breaths of the follower below which nothing is said about a usual lag."""

_FIRST_IN, _FIRST_OUT = 4.0, 6.0
_LONGEST_IN = 8.0
"""Seconds after which a first breath in that nobody ended goes out by itself."""

Half: TypeAlias = Literal["in", "out"]


@dataclass(frozen=True, slots=True)
class _Led:
    """Which half of a breath is on, since when (``sure``: by a tap), and how full the lungs were then.

    ``ins`` and ``outs`` are how long the last ones took, ``begun`` when each breath in began.
    """

    half: Half = "out"
    since: float = 0.0
    sure: bool = False
    fill: float = 0.0
    ins: tuple[float, ...] = ()
    outs: tuple[float, ...] = ()
    begun: tuple[float, ...] = ()

    @property
    def inhale(self) -> float:
        return median(self.ins) if self.ins else _FIRST_IN

    @property
    def exhale(self) -> float:
        return median(self.outs) if self.outs else _FIRST_OUT

    @property
    def let_go(self) -> float:
        """Seconds of a breath in after which a tap to breathe out must have been missed."""
        return self.inhale + self.exhale / 2 if self.ins and self.outs else _LONGEST_IN

    @property
    def usual(self) -> float:
        return self.inhale if self.half == "in" else self.exhale

    def filled(self, t: float) -> float:
        """Return how full the lungs are at a moment of this half."""
        share = eased(min(1.0, max(0.0, (t - self.since) / self.usual)))
        return self.fill + (1.0 - self.fill) * share if self.half == "in" else self.fill * (1.0 - share)

    def turned(self, half: Half, at: float, *, sure: bool = True) -> _Led:
        return replace(self, half=half, since=at, sure=sure, fill=self.filled(at))


def guide(taps: tuple[float, ...], t: float) -> Breath:
    """Return the breath a follower sees at ``t``: total, without jumps, and only of taps until then.

    ``left`` and ``length`` are 0 where it waits for the leader: for the first tap, at the top, at the bottom.
    A tap to breathe out that never came is taken as missed when half the usual breath out is over; the next
    one then begins a breath. One to breathe in that never came is known by the tap that comes when the next
    breath out is due. After a longer silence every tap begins a breath.
    """
    t = t if isfinite(t) else 0.0
    led = _at(_folded(taps[: bisect_left(taps, t + 1e-9)]), t)
    gone, cycle = max(0.0, t - led.since), max(0, len(led.begun) - 1)
    if not led.begun or gone >= led.usual:
        return Breath("hold" if led.half == "in" else "rest", led.filled(t), 0.0, cycle, 0.0)
    return Breath(led.half, led.filled(t), led.usual - gone, cycle, led.usual)


def led_breaths(taps: Iterable[float]) -> tuple[float, ...]:
    """Return those of a leader's taps at which breathing in began."""
    return _folded(tuple(taps)).begun


@lru_cache(maxsize=64)
def _folded(taps: tuple[float, ...]) -> _Led:
    # Asked for at every frame, and the taps are the same until somebody taps.
    led = _Led()
    for tap in taps:
        led = _tapped(_at(led, tap), tap)
    return led


def _at(led: _Led, t: float) -> _Led:
    """Let a breath in that nobody ended go out by itself: nobody is held at the top by a missed tap."""
    moment = led.since + led.let_go
    return led.turned("out", moment, sure=False) if led.half == "in" and t >= moment else led


def _tapped(led: _Led, tap: float) -> _Led:
    if led.half == "in":
        return replace(led.turned("out", tap), ins=(*led.ins, tap - led.since)[-LAST:])
    gone = tap - led.since
    if _missed_in(led, gone):
        return led.turned("out", tap)
    known = led.sure and gone < led.exhale + 1.5 * led.inhale
    outs = (*led.outs, gone)[-LAST:] if known else led.outs
    return replace(led.turned("in", tap), outs=outs, begun=(*led.begun, tap))


def _missed_in(led: _Led, gone: float) -> bool:
    """Tell whether a tap during the breath out comes when the next breath out would, one breath in later."""
    if not (led.ins and led.outs):
        return False
    return led.exhale + 0.75 * led.inhale < gone < led.exhale + 1.5 * led.inhale


def lags(leader: Iterable[float], follower: Iterable[float]) -> tuple[float, ...]:
    """Return how far each tap of the follower is from the leader's nearest breath in (s; above 0: after it).

    A tap further away than half a usual breath of the leader belongs to none. ``leader`` are in-breaths only.
    """
    breaths = tuple(leader)
    if len(breaths) < LAST:
        return ()
    half = median(later - sooner for sooner, later in pairwise(breaths)) / 2
    found = (min((tap - breath for breath in breaths), key=abs) for tap in follower)
    return tuple(lag for lag in found if abs(lag) <= half)


def usual_lag(leader_taps: Iterable[float], follower_taps: Iterable[float]) -> float | None:
    """Return the median of the follower's lags behind the leader's breaths in (s); None: too few to tell.

    ``leader_taps`` are all the leader's taps, ``follower_taps`` those at the follower's own in-breaths.
    """
    found = lags(led_breaths(leader_taps), follower_taps)
    return median(found) if len(found) >= FEWEST_LAGS else None
