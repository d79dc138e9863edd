"""Togetherness: are two people who tap at each in-breath closer in time than chance would have them?

Two people who breathe slowly and do not hear each other look well in step for a minute or two by chance, and
two who follow one guide look so because of the guide. So a figure by itself says nothing. It is held against
what the same breaths do when those of one are shuffled (surrogates; Moulder and others 2018), only in windows
without cues, and a claim rests on several windows pooled.

The pool is looked at when it has 3, 6 and 10 windows, and at no other time. At each look a claim needs p
below LEVEL, the same at all three (Pocock 1977). Three looks at 5 % each would be wrong for one couple in ten
of those between whom nothing goes; these are for about one in twenty.

Nothing here is better or worse, and nothing tells the two apart but by seat: swapped seats are the same
answer, mirrored.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from statistics import fmean
from typing import TYPE_CHECKING, Literal

from coreg.practice.chance import SHUFFLES, counted, numbers, seed_of, shuffle, spread
from coreg.practice.phase import both_ways, closeness, locked, pairs, phases
from coreg.practice.taps import Train, cleaned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "BREATHS",
    "LEVEL",
    "LOOKS",
    "SECONDS",
    "SETTLING",
    "Pool",
    "Reading",
    "Verdict",
    "Window",
    "cue_free",
    "pooled",
]

Verdict = Literal["too_few", "cannot_tell", "closer"]
"""What may be said: too few windows yet, no telling it from chance, or closer than chance."""

SECONDS = 90.0
"""How long a window without cues is at least."""

BREATHS = 8
"""How many breaths of each a window has at least."""

SETTLING = 600.0
"""Seconds after a guide that belong to no window: both still breathe by it, and are close because of it.

A minute is not enough: of pairs who breathe evenly and do not hear each other, nearly half would be
called closer than chance.
"""

LOOKS = (3, 6, 10)
"""How many windows the pool has when it is looked at."""

LEVEL = 0.022
"""Below this p a look says "closer than chance"; over the three looks 5 % say so by chance (Pocock 1977)."""

_EACH_WAY = 4
_CHANCE = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class Window:
    """One stretch without cues, as it may be kept: figures, no taps, and nothing that tells the two apart.

    Attributes:
        closeness: the in-phase index C, the mean cosine of the phases: -1 always opposite, 1 always at once.
        phases: how many phases that is the mean of, both ways.
        gap: seconds between two in-breaths that belong together, the median; 0 or more.
        p: how rare this closeness or more is by chance, above 0 to 1.
        null: what chance did: how many of the 500 shuffles fell in each of 50 equal parts of -1 to 1.
        locking: the mean resultant length R, for export only. It is high by chance (about 0.7 in 90 s).
        ppc: R freed of the bias of few breaths (Vinck and others 2010), for export only; may be below 0.
    """

    closeness: float
    phases: int
    gap: float
    p: float
    null: tuple[int, ...]
    locking: float
    ppc: float

    @property
    def chance(self) -> tuple[float, float]:
        """Between which two figures nine of ten are by chance, for two people breathing like this."""
        null = spread((self.null,))
        return null.quantile(_CHANCE[0]), null.quantile(_CHANCE[1])


@dataclass(frozen=True, slots=True)
class Reading:
    """What one window told, for tonight.

    Attributes:
        window: what may be kept of it.
        first: how often each breathed in a little before the other, by seat. Told of both in one line, never
            as a lead, and not kept.
    """

    window: Window
    first: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pool:
    """What several windows say.

    Attributes:
        verdict: what may be said.
        windows: how many of them it rests on: 0, or one of :data:`LOOKS`.
        closeness: the mean C of those, -1 to 1; 0 without any.
        chance: between which two means nine of ten are by chance; both 0 without any.
        p: how rare this mean or more is by chance, above 0 to 1; 1 without any.
    """

    verdict: Verdict
    windows: int = 0
    closeness: float = 0.0
    chance: tuple[float, float] = (0.0, 0.0)
    p: float = 1.0


def cue_free(a: Iterable[float], b: Iterable[float], seconds: float) -> Reading | None:
    """Return what a window without cues says, or None if it is too short to say anything.

    Args:
        a: when the one on seat a tapped, in seconds since any moment.
        b: when the one on seat b tapped, by the same clock.
        seconds: how long the window was. It begins at least :data:`SETTLING` after the last cue.
    """
    trains = cleaned(a), cleaned(b)
    if seconds < SECONDS or min(len(train.times) for train in trains) < BREATHS:
        return None
    # Seats and the time of day must not matter, so the two are put in an order of their own.
    still, moved = sorted(trains, key=lambda one: (len(one.times), one.steps, one.times[0]))
    if min(len(phases(still, moved)), len(phases(moved, still))) < _EACH_WAY:
        return None
    gap, first = pairs(*trains)
    return Reading(_window(still, moved, gap), first)


def _window(still: Train, moved: Train, gap: float) -> Window:
    seen = both_ways(still, moved)
    index = closeness(seen)
    null = [closeness(both_ways(still, one)) for one in _shuffled(still, moved)]
    p = (1 + sum(one >= index for one in null)) / (SHUFFLES + 1)
    locking, ppc = locked(still, moved)
    return Window(index, len(seen), gap, p, counted(null), locking, ppc)


def pooled(windows: Sequence[Window]) -> Pool:
    """Return what the windows of one series say, the oldest first, as of the latest look.

    Windows between two looks wait for the next one. After ten the answer stands: more of them would be more
    chances to be wrong, so whoever wants to know again begins a new series.
    """
    count = max((look for look in LOOKS if look <= len(windows)), default=0)
    if not count:
        return Pool("too_few")
    seen = windows[:count]
    null = spread([window.null for window in seen])
    mean = fmean(window.closeness for window in seen)
    p = null.p(mean)
    chance = null.quantile(_CHANCE[0]), null.quantile(_CHANCE[1])
    return Pool("closer" if p < LEVEL else "cannot_tell", count, mean, chance, p)


def _shuffled(still: Train, moved: Train) -> Iterator[Train]:
    """Yield one person's taps with the breaths in other orders, begun anywhere within one slow breath."""
    origin = min(still.times[0], moved.times[0])
    dice = numbers(seed_of(time - origin for train in (still, moved) for time in train.times))
    # A stretch with a missed tap in it stays where it was: it is no breath.
    whole = [step for at, step in enumerate(moved.steps, 1) if at not in moved.gaps]
    missed = [(at - 1, moved.steps[at - 1]) for at in sorted(moved.gaps)]
    first = moved.times[0]
    slower = max(still.pace, moved.pace)
    for _ in range(SHUFFLES):
        shuffle(whole, dice)
        steps = whole.copy()
        for at, step in missed:
            steps.insert(at, step)
        start = first + round(slower * (next(dice) / 65536 - 0.5))
        yield Train(tuple(accumulate(steps, initial=start)), moved.gaps)
