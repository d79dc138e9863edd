"""What is told of taps, honestly: on the page after a breathing, once. Pure but for its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.practice.breathed import Tapped
from coreg.widgets.text import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coreg.evening.in_step import Series, Told
    from coreg.practice.sitting import Sitting
    from coreg.practice.taps import ToCue
    from coreg.practice.togetherness import Reading

__all__ = ["lines", "tapped_in"]

_WITH = 0.05
"""Seconds below which before and after a cue are the same."""


def tapped_in(sitting: Sitting) -> Tapped | None:
    """Return the taps of a sitting, if anybody tapped."""
    found = (keep for result in sitting.results for keep in result.keeps)
    return next((keep for keep in found if isinstance(keep, Tapped)), None)


def lines(
    told: Told, names: Mapping[str, Content], series: Series | None = None, session: str = ""
) -> Iterator[Content]:
    """Return the rows of the page.

    Args:
        told: what tonight's taps say.
        names: of both, by "a" and "b".
        series: what is kept of this and other times, once it has been read.
        session: the id of tonight's session.
    """
    yield Content.styled(say("breathe.together.title"), "bold")
    yield Content("")
    if told.reading is not None:
        yield from _free(told.reading, names)
        yield Content("")
        if series is not None:
            yield from _pooled(series, session)
            yield Content("")
    elif told.guided:
        for seat, cue in zip(("a", "b"), told.to_cue, strict=True):
            if cue is not None:
                yield _to_cue(cue, names[seat])
        yield Content("")
        yield Content(say("breathe.together.cues_tell_nothing"))
        yield Content("")
    else:
        yield Content(say("breathe.together.too_short"))
        yield Content("")
    yield Content.styled(say("breathe.together.not_better"), "$muted")


def _to_cue(cue: ToCue, name: Content) -> Content:
    seconds = round(cue.seconds, 1)
    where = "at" if abs(cue.seconds) < _WITH else "before" if seconds < 0 else "after"
    return fill(
        say(f"breathe.together.to_cue_{where}"), {"name": name, "seconds": Content(f"{abs(seconds):.1f}")}
    )


def _free(reading: Reading, names: Mapping[str, Content]) -> Iterator[Content]:
    window, (first_a, first_b) = reading.window, reading.first
    yield Content(say("breathe.together.gap", gap=f"{window.gap:.1f}"))
    counts = {"first_a": Content(str(first_a)), "first_b": Content(str(first_b))}
    yield fill(say("breathe.together.first"), {**names, **counts})
    low, high = window.chance
    yield Content(say("breathe.together.chance", **_range(low, high, window.closeness)))


def _pooled(series: Series, session: str) -> Iterator[Content]:
    if session not in series.counted:
        yield Content(say("breathe.together.after_guide"))
        return
    pool = series.pool
    if pool.windows:
        facts = _range(*pool.chance, pool.closeness)
        yield Content(say("breathe.together.pool_chance", windows=pool.windows, **facts))
    yield Content(say(f"breathe.together.{pool.verdict}"))
    if series.full:
        yield Content.styled(say("breathe.together.done"), "$muted")


def _range(low: float, high: float, closeness: float) -> dict[str, str]:
    return {"low": f"{low:.1f}", "high": f"{high:.1f}", "closeness": f"{closeness:.1f}"}
