#!/usr/bin/env python3
"""Measures how long it takes to find the loops between two people's triggers, and to lay one out.

    scripts/loops.py [--triggers N] [--runs N] [--seed S] [--json FILE]

The maps are invented: one as a couple could have it after years, and some made to be hard. Prints each figure
by its goal; exit code 1 if one is missed. The same seed gives the same maps.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coreg.insight.loops import Found
    from scripts.bench_numbers import Figure

_GOAL = 100.0
"""Milliseconds from 2,000 triggers to the loops (issue 6)."""

_FRAME = 16.0
"""Milliseconds in which a loop is laid out and drawn: one frame of a screen."""


def main(words: Sequence[str] | None = None) -> int:
    """Measure all of it and return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--triggers", type=int, default=2000, help="of both together (2000)")
    parser.add_argument("--runs", type=int, default=25, help="of which each figure is the median (25)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same maps (1)")
    parser.add_argument("--json", type=Path, metavar="FILE")
    given = parser.parse_args(words)
    # Not at the top: the project is found only once its folder is on the path.
    from scripts.bench_numbers import as_plain, table, verdict

    figures = list(_figures(given.triggers, given.runs, given.seed))
    print("\n".join(table(figures)))
    if given.json:
        plain = {"triggers": given.triggers, "figures": [as_plain(figure) for figure in figures]}
        given.json.write_text(json.dumps(plain, indent=1) + "\n", "utf-8")
    return int(any(verdict(figure) == "missed" for figure in figures))


def _figures(triggers: int, runs: int, seed: int) -> Iterator[Figure]:
    from coreg.insight.loops import find
    from scripts.loops_maps import MAPS, TODAY, drawing

    for what, make in MAPS.items():
        made = make(triggers, seed)
        detail = (
            f"{len(made[0])} triggers, {len(made[1])} links; loops of {_lengths(find(*made, TODAY).found)}"
        )
        yield _figure(what, partial(find, *made, TODAY), runs, _GOAL, detail)
    for width in (58, 78, 106):
        yield _figure(f"six moves drawn in {width} columns", drawing(width), runs, _FRAME, "")


def times(act: Callable[[], object], runs: int) -> list[float]:
    """Return how long something takes, in milliseconds, each time."""
    took = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        took.append(1000 * (time.perf_counter() - began))
    return took


def _lengths(found: Sequence[Found]) -> str:
    return ", ".join(str(len(one.moves)) for one in found) or "none"


def _figure(what: str, act: Callable[[], object], runs: int, goal: float, detail: str) -> Figure:
    from scripts.bench_numbers import Figure, median, percentile

    took = times(act, runs)
    spread = f"p95 {percentile(took, 0.95):.3g} ms"
    return Figure(0, what, median(took), "ms", goal, detail=f"{spread}; {detail}" if detail else spread)


if __name__ == "__main__":
    from scripts.bench import in_own_environment

    in_own_environment()
    sys.exit(main())
