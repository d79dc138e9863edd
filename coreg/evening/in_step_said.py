"""What is told of taps, honestly and once, after a breathing: which words, and their numbers. Pure.

A screen and the lines of plain mode say the same; each puts the names into the words in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coreg.practice.breathed import Tapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coreg.evening.in_step import Series, Told
    from coreg.practice.play import Seat
    from coreg.practice.sitting import Sitting
    from coreg.practice.taps import ToCue
    from coreg.practice.togetherness import Reading

__all__ = ["Said", "said", "tapped_in"]

_WITH = 0.05
"""Seconds below which before and after a cue are the same."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: its key under ``breathe.together``, its facts, and whose it is, if it is one's own."""

    key: str
    facts: Mapping[str, str] = field(default_factory=dict)
    seat: Seat | None = None


def tapped_in(sitting: Sitting) -> Tapped | None:
    """Return the taps of a sitting, if anybody tapped."""
    found = (keep for result in sitting.results for keep in result.keeps)
    return next((keep for keep in found if isinstance(keep, Tapped)), None)


def said(told: Told, series: Series | None = None, session: str = "") -> Iterator[tuple[Said, ...]]:
    """Return the sentences, in groups that belong together.

    Args:
        told: what tonight's taps say.
        series: what is kept of this and other times, once it has been read.
        session: the id of tonight's session.
    """
    yield (Said("title"),)
    if told.reading is not None:
        yield tuple(_free(told.reading))
        if series is not None:
            yield tuple(_pooled(series, session))
    elif told.guided:
        yield tuple(_to_cue(cue, seat) for seat, cue in zip(_SEATS, told.to_cue, strict=True) if cue)
        yield (Said("cues_tell_nothing"),)
    else:
        yield (Said("too_short"),)
    yield (Said("not_better"),)


_SEATS: tuple[Seat, Seat] = ("a", "b")


def _to_cue(cue: ToCue, seat: Seat) -> Said:
    seconds = round(cue.seconds, 1)
    where = "at" if abs(cue.seconds) < _WITH else "before" if seconds < 0 else "after"
    return Said(f"to_cue_{where}", {"seconds": f"{abs(seconds):.1f}"}, seat)


def _free(reading: Reading) -> Iterator[Said]:
    window, (first_a, first_b) = reading.window, reading.first
    yield Said("gap", {"gap": f"{window.gap:.1f}"})
    yield Said("first", {"first_a": str(first_a), "first_b": str(first_b)})
    yield Said("chance", _range(*window.chance, window.closeness))


def _pooled(series: Series, session: str) -> Iterator[Said]:
    if session not in series.counted:
        yield Said("after_guide")
        return
    pool = series.pool
    if pool.windows:
        facts = _range(*pool.chance, pool.closeness)
        yield Said("pool_chance", {"windows": str(pool.windows), **facts})
    yield Said(pool.verdict)
    if series.full:
        yield Said("done")


def _range(low: float, high: float, closeness: float) -> dict[str, str]:
    return {"low": f"{low:.1f}", "high": f"{high:.1f}", "closeness": f"{closeness:.1f}"}
