#!/usr/bin/env python3
"""Measures coreg in a terminal, in turn with small programs, and its books; prints each figure by its goal.

    scripts/bench.py [--rows 1,2,...] [--quick] [--minutes N] [--json FILE]
    scripts/bench.py breathe [--seconds N] [--rates 15,30,60] [--json FILE]

The second form looks at the breath alone, in three sizes, beside two plain programs in the same run; it takes
a few minutes.
Rows are those of docs/performance.md. A run in which the machine was busy with something else is thrown away
and done again. It takes about half an hour, with --quick about eight minutes. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scripts.bench_course import Course
    from scripts.bench_numbers import Figure

    Measured = tuple[frozenset[int], Callable[[Course], Iterator[Figure]]]

_NICE = -10
_PATIENCE = {"rows": 4, "breathe": 2}
"""How often a run is done again, at most, because the machine was busy."""


def main(arguments: list[str] | None = None) -> int:
    """Measure what was asked for; return 1 if a goal was missed."""
    asked = _asked(arguments)
    from scripts import bench_proc

    if not bench_proc.there():
        print("The bench needs what Linux tells of a process (/proc/PID/schedstat).", file=sys.stderr)
        return 2
    from scripts.bench_course import Course
    from scripts.bench_numbers import as_plain, table, verdict

    with suppress(OSError):  # whoever may, reads a little sooner than others run
        os.nice(_NICE)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        course = Course(Path(folder), asked.quick, patience=_PATIENCE[asked.what])
        for rows, measure in _breathing(asked) if asked.what == "breathe" else _measured(asked.minutes):
            if rows & asked.rows:
                figures += _followed(measure(course), rows & asked.rows)
    print("\n" + "\n".join(table(figures)))
    print(f"\n{_where()}; {course.again} runs were done again because the machine was busy.")
    if asked.json:
        plain = {"where": _where(), "again": course.again, "figures": [as_plain(one) for one in figures]}
        asked.json.write_text(json.dumps(plain, indent=1) + "\n", "utf-8")
    return int(any(verdict(figure) == "missed" for figure in figures))


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures coreg.")
    parser.add_argument("what", nargs="?", choices=tuple(_PATIENCE), default="rows")
    parser.add_argument("--seconds", type=float, default=5.0, help="of breath, each program in each cell")
    parser.add_argument("--rates", type=_numbers, default=(15, 30, 60), help="frames a second")
    parser.add_argument("--rows", type=_rows, default=frozenset(range(22)), help="such as 1,2,8")
    parser.add_argument("--quick", action="store_true", help="fewer and shorter runs")
    parser.add_argument(
        "--minutes", type=float, default=3.0, help="of breathing, to see memory grow; up to 19"
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args(arguments)


def _rows(text: str) -> frozenset[int]:
    return frozenset(_numbers(text))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def _breathing(asked: argparse.Namespace) -> tuple[Measured, ...]:
    """Return what measures the breath, cell by cell."""
    from scripts import bench_breathe

    def measure(course: Course) -> Iterator[Figure]:
        for cell in bench_breathe.cells(course, asked.seconds, asked.rates):
            yield from bench_breathe.figures(cell)

    return ((frozenset({7, 8, 9, 10, 12}), measure),)


def _measured(minutes: float) -> tuple[Measured, ...]:
    """Return what measures which rows."""
    from functools import partial

    from scripts import (
        bench_cold,
        bench_keys,
        bench_locked,
        bench_motion,
        bench_starts,
        bench_store,
        bench_time,
    )

    return (
        (frozenset({1, 2, 3, 18, 19, 20}), bench_starts.starts),
        (frozenset({4}), bench_cold.first_start),
        (frozenset({5}), bench_cold.commands),
        (frozenset({6}), bench_keys.at_rest),
        (frozenset({7}), bench_keys.breathing),
        (frozenset({8, 10, 12}), bench_motion.breaths),
        (frozenset({11}), bench_motion.still),
        (frozenset({18}), partial(bench_motion.growth, minutes=minutes)),
        (frozenset({13}), bench_time.drifted),
        (frozenset({14}), bench_time.told),
        (frozenset({15, 16}), bench_store.books),
        (frozenset({17}), bench_store.search_all),
        (frozenset({21}), bench_locked.locked_books),
    )


def _followed(measured: Iterator[Figure], rows: frozenset[int]) -> Iterator[Figure]:
    """Yield the figures of the rows asked for, and show that something goes on."""
    from scripts.bench_numbers import Figure, table
    from scripts.bench_terminal import NotReadyError

    began = time.monotonic()
    try:
        for figure in measured:
            if figure.row in rows:
                line = table([figure])[1].strip()
                print(f"{time.monotonic() - began:5.0f} s  {line}", file=sys.stderr, flush=True)
                yield figure
    except NotReadyError as trouble:
        print(trouble, file=sys.stderr)
        yield Figure(min(rows), "could not be measured to the end", 1, "", 0)


def _where() -> str:
    load = os.getloadavg()[0]
    from importlib.metadata import version

    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {load:.1f}, "
        f"Python {platform.python_version()}, Textual {version('textual')}"
    )


def in_own_environment() -> None:
    """Go on in the project's own environment, made ready first if need be."""
    from scripts import bootstrap, right_python

    right_python.or_leave(sys.argv)
    place = bootstrap.Place(ROOT)
    if Path(sys.prefix).resolve() != place.venv.resolve():
        if code := bootstrap.make_ready(place, "test"):
            sys.exit(code)
        right_python.hand_over([str(place.python), "-I", *sys.argv])


if __name__ == "__main__":
    in_own_environment()
    sys.exit(main())
