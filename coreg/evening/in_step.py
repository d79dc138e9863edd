"""How closely in step two breathed, from the taps of one breathing, as it is kept, and over several of them.

What is kept says nothing of either alone: no taps, no first, no distance to a cue.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING

from coreg.practice.breathed import Tapped
from coreg.practice.chance import BINS
from coreg.practice.taps import to_cue
from coreg.practice.togetherness import LOOKS, SETTLING, Window, cue_free, pooled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coreg.practice.sitting import Result, Sitting
    from coreg.practice.taps import ToCue
    from coreg.practice.togetherness import Pool, Reading
    from coreg.record.models import Entry, Session

__all__ = ["Series", "Told", "kept", "read", "read_out", "series"]

_SERIES = LOOKS[-1]
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Told:
    """What the taps of one breathing say.

    Attributes:
        guided: whether there were cues at all.
        to_cue: how a and b lay to the cues, where there were any and they tapped.
        reading: of the part without cues, if there was enough of it, and no cue shortly before.
    """

    guided: bool
    to_cue: tuple[ToCue | None, ToCue | None]
    reading: Reading | None


@lru_cache(maxsize=2)
def read(tapped: Tapped) -> Told:
    """Return what the taps of a breathing say; the same taps say the same."""
    guided = bool(tapped.cues_a or tapped.cues_b)
    a, b = (
        to_cue((tap for tap in taps if tap < tapped.free_from), cues)
        for taps, cues in ((tapped.a, tapped.cues_a), (tapped.b, tapped.cues_b))
    )
    start = tapped.free_from + SETTLING if guided else 0.0
    free_a, free_b = ([tap for tap in taps if tap >= start] for taps in (tapped.a, tapped.b))
    return Told(guided, (a, b), cue_free(free_a, free_b, tapped.until - start))


def kept(window: Window) -> dict[str, float | str]:
    """Return a window as it stands in the record of a breathing."""
    return {
        "together": round(window.closeness, _DIGITS),
        "together_n": window.phases,
        "together_gap": round(window.gap, 3),
        "together_p": round(window.p, _DIGITS),
        "together_chance": " ".join(map(str, window.null)),
        "together_r": round(window.locking, _DIGITS),
        "together_ppc": round(window.ppc, _DIGITS),
    }


def read_out(sitting: Sitting) -> Sitting:
    """Return a sitting with what its taps say in their place: the record is the same without any tap."""
    return replace(sitting, results=tuple(map(_read_out, sitting.results)))


def _read_out(result: Result) -> Result:
    told = [keep for keep in result.keeps if isinstance(keep, Tapped)]
    if not told:
        return result
    readings = (read(tapped).reading for tapped in told)
    said = (item for reading in readings if reading for item in kept(reading.window).items())
    keeps = tuple(keep for keep in result.keeps if not isinstance(keep, Tapped))
    return replace(result, keeps=keeps, params=(*result.params, *said))


@dataclass(frozen=True, slots=True)
class Series:
    """The windows of the series that is on, oldest first, and the ids of all sessions that count."""

    windows: tuple[Window, ...]
    counted: frozenset[str]

    @property
    def pool(self) -> Pool:
        """What they say, as of the latest look."""
        return pooled(self.windows)

    @property
    def full(self) -> bool:
        """Whether the answer of this series stands; the next window begins another."""
        return len(self.windows) == _SERIES


def series(sessions: Iterable[Session]) -> Series:
    """Return the latest series of what is kept; after ten windows the next one begins a new series.

    A window does not count when there was a guide within ten minutes before it: both still breathe by that.
    """
    found = list(_counting(sorted(sessions, key=lambda one: one.started)))
    start = max(0, len(found) - 1) // _SERIES * _SERIES
    windows = tuple(window for _, window in found[start:])
    return Series(windows, frozenset(session for session, _ in found))


def _counting(sessions: list[Session]) -> Iterator[tuple[str, Window]]:
    guided = None
    for session in sessions:
        fresh = guided is None or session.started - guided >= timedelta(seconds=SETTLING)
        for entry in sorted(session.entries, key=lambda one: one.n):
            if _is_guided(entry):
                fresh = False
            elif fresh and (window := _window(entry)):
                yield session.id, window
        if any(map(_is_guided, session.entries)):
            guided = session.ended


def _is_guided(entry: Entry) -> bool:
    return entry.practice == "breathe" and entry.params.get("kind") != "free"


def _window(entry: Entry) -> Window | None:
    """Return the window of an entry; None without one, or when it was written by a hand that erred."""
    params = entry.params
    numbers = [params.get(f"together{name}") for name in ("", "_n", "_gap", "_p", "_r", "_ppc")]
    try:
        closeness, phases, gap, p, r, ppc = found = [float(one) for one in numbers if one is not None]
        null = tuple(int(one) for one in str(params.get("together_chance", "")).split())
    except ValueError:
        return None
    whole = all(map(isfinite, found)) and len(null) == BINS and min(null) >= 0 and any(null)
    return Window(closeness, int(phases), gap, p, null, r, ppc) if whole else None
