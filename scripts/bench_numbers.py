"""What is made of measurements: percentiles, ratios of pairs, and a figure beside its goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Figure", "as_plain", "median", "percentile", "ratios", "table", "verdict"]


_LARGE = 1_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number.

    Attributes:
        row: the row of the goals it belongs to; 0 for what has no goal there.
        what: in words, where and what.
        value: the number itself, in ``unit``.
        goal: the most it may be, or the least with ``at_least``; None: only told.
        noisy: the machine was too busy for it to count.
        detail: what else belongs to it, such as the spread or absolute figures.
    """

    row: int
    what: str
    value: float
    unit: str = ""
    goal: float | None = None
    at_least: bool = False
    noisy: bool = False
    detail: str = ""


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value below which a share (0..1) of the values lies, interpolated between neighbours.

    Raises:
        ValueError: there are no values.
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def median(values: Iterable[float]) -> float:
    """Return the middle of the values. Raises ValueError without any."""
    return percentile(values, 0.5)


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Return the ratio of each pair that was measured in turn; pairs that cannot be divided are left out."""
    return [a / b for a, b in zip(ours, theirs, strict=True) if b]


def verdict(figure: Figure) -> str:
    """Return what to say of a figure: met, missed, noisy, or nothing where there is no goal."""
    if figure.goal is None:
        return ""
    met = figure.value >= figure.goal if figure.at_least else figure.value <= figure.goal
    if met:
        return "met"
    return "noisy" if figure.noisy else "missed"


def number(value: float, unit: str) -> str:
    """Return a number with its unit, as short as it may be."""
    shown = f"{value:.0f}" if abs(value) >= _LARGE else f"{value:.3g}"
    return f"{shown}{unit}" if unit in ("", "x") else f"{shown} {unit}"


def _goal(figure: Figure) -> str:
    if figure.goal is None:
        return ""
    return f"{'>=' if figure.at_least else '<='} {number(figure.goal, figure.unit)}"


def table(figures: Sequence[Figure]) -> list[str]:
    """Return the figures as lines for people, each beside its goal."""
    head = ("row", "what", "figure", "goal", "", "")
    rows = [head] + [
        (
            str(figure.row or ""),
            figure.what,
            number(figure.value, figure.unit),
            _goal(figure),
            verdict(figure),
            figure.detail,
        )
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    right = (0, 2, 3)
    return [
        "  ".join(
            cell.rjust(widths[column]) if column in right else cell.ljust(widths[column])
            for column, cell in enumerate(row)
        ).rstrip()
        for row in rows
    ]


def as_plain(figure: Figure) -> dict[str, Any]:
    """Return a figure as plain values for a machine, with what is to be said of it."""
    return {
        "row": figure.row,
        "what": figure.what,
        "value": figure.value,
        "unit": figure.unit,
        "goal": figure.goal,
        "at_least": figure.at_least,
        "noisy": figure.noisy,
        "verdict": verdict(figure),
        "detail": figure.detail,
    }
