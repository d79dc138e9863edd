#!/usr/bin/env python3
"""Lets invented couples breathe, and looks at what the togetherness statistic says of them.

    scripts/togetherness.py [--pairs N] [--seed S] [--jobs N]

Prints each figure beside the one it should be. Exit code 1 if one is too far off, or if more than 6.5 % of
the pairs between whom nothing goes are called closer than chance at one of the three looks. The same seed
gives the same figures, whatever the number of jobs.
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor


def workers(jobs: int) -> Executor:
    """Return what works in so many processes, or in this one."""
    return ThreadPoolExecutor(1) if jobs <= 1 else ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def main(words: Sequence[str] | None = None) -> int:
    """Run the whole of it and return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=2000, help="pairs between whom nothing goes (2000)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same figures (1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (one a core)")
    given = parser.parse_args(words)
    few = max(1, given.pairs // 10)
    # Not at the top: the project is found only once its folder is on the path.
    from scripts.togetherness_couples import WIDE, null_rows, power_rows, raw_rows, told_rows

    print(f"{given.pairs} pairs between whom nothing goes, {few} of every other kind; seed {given.seed}")
    print(f"{'':<{WIDE}}{'here':>7}{'expected':>10}")
    far_off = False
    with workers(given.jobs) as pool:
        for rows in (
            raw_rows(given.seed),
            null_rows(pool, given.seed, given.pairs),
            power_rows(pool, given.seed, few),
            told_rows(pool, given.seed, few),
        ):
            for row in rows:
                print(row, flush=True)
                far_off = far_off or row.far_off
    return int(far_off)


if __name__ == "__main__":
    sys.exit(main())
