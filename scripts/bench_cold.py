"""Rows 4 and 5: the first start after an install, and a command that only prints."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from scripts import bootstrap
from scripts.bench_environment import environment
from scripts.bench_numbers import Figure, median, ratios
from scripts.bench_starts import newest_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from scripts.bench_course import Course

__all__ = ["commands", "first_start"]

_JRNL = 0.25 * 47
"""A quarter of what ``jrnl -n 5`` took over ten years, where that was 47 times ``python -c pass``."""


def _ready(course: Course, cache: Path) -> float:
    """Return the seconds to the home screen of a start whose compiled files are in a folder."""
    words = newest_words(course, 10)
    with course.coreg(python=("-X", f"pycache_prefix={cache}"))() as program:
        (shown,) = program.when(lambda screen: words in screen)
        return shown - program.began


def _installed(course: Course) -> tuple[Path, Path]:
    """Return two folders of compiled files: of Python's own alone, and with what an install compiles.

    The installing is that of ``scripts/run``, with its compiled files led elsewhere.
    """
    bare, whole = course.folder / "bare", course.folder / "installed"
    _ready(course, bare)
    place = bootstrap.Place(bootstrap.ROOT)
    for folder in (place.venv, place.root / "coreg"):
        shutil.rmtree(bare / folder.relative_to("/"))
    shutil.copytree(bare, whole)
    command = [sys.executable, "-X", f"pycache_prefix={whole}", "-m", "compileall", "-qq", "-j", "0"]
    subprocess.run([*command, str(place.venv), str(place.root / "coreg")], check=False)
    return bare, whole


def first_start(course: Course) -> Iterator[Figure]:
    """Yield what the first start costs, with the compiling that the install does and without."""
    bare, whole = _installed(course)
    for what, state, goal in (
        ("first start after scripts/run made it ready, against the second", whole, 1.15),
        ("the same had nothing been compiled", bare, None),
    ):
        first, second, missing = [], [], 0
        for number in range(course.times(5)):
            cache = course.folder / f"{state.name}-{number}"
            shutil.copytree(state, cache)
            before = _compiled(cache)
            first.append(_ready(course, cache))
            missing = _compiled(cache) - before
            second.append(_ready(course, cache))
            shutil.rmtree(cache)
        detail = (
            f"{median(first) * 1000:.0f} ms to {median(second) * 1000:.0f}; {missing} files left to compile"
        )
        yield Figure(4, what, median(ratios(first, second)), "x", goal, detail=detail)


def _compiled(cache: Path) -> int:
    return sum(1 for _ in cache.rglob("*.pyc"))


def _wall(command: Sequence[str], env: dict[str, str]) -> float:
    began = time.monotonic()
    subprocess.run(command, env=env, cwd=bootstrap.ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - began


def commands(course: Course) -> Iterator[Figure]:
    """Yield what a command costs that prints and ends, against Python doing nothing."""
    books, env = str(course.books(10)), environment(course.folder)
    nothing = partial(_wall, [sys.executable, "-c", "pass"], env)
    told: tuple[tuple[str, list[str], float | None], ...] = (
        (
            "coreg log -n 5 over ten years, against python -c pass",
            ["log", "-n", "5", "--data-dir", books],
            _JRNL,
        ),
        ("coreg log --search over ten years", ["log", "--search", "walk", "--data-dir", books], None),
        ("coreg --version", ["--version"], None),
        ("coreg help", ["help"], None),
    )
    for what, words, goal in told:
        run = partial(_wall, [sys.executable, "-m", "coreg", *words], env)
        run(), nothing()
        ours, theirs = [], []
        for _ in range(course.times(15)):
            ours.append(run())
            theirs.append(nothing())
        detail = f"{median(ours) * 1000:.0f} ms to {median(theirs) * 1000:.0f}"
        yield Figure(5, what, median(ratios(ours, theirs)), "x", goal, detail=detail)
