#!/usr/bin/env python3
"""Fills a folder with the history of an invented couple, through the store's own interface.

    scripts/demo_data.py --data-dir DIR --years N [--seed S] [--until YYYY-MM-DD]

The same seed, length and last day give the same history. The folder must not hold a book yet.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

_MOST_YEARS = 100


def main(arguments: list[str] | None = None) -> int:
    """Write the history and say where it is; return an exit code."""
    from coreg.commands.invented import invent
    from coreg.content import explain
    from coreg.record.trouble import Trouble

    parser = argparse.ArgumentParser(
        description="The history of an invented couple, through the store's own interface."
    )
    parser.add_argument("--data-dir", type=Path, required=True, help="a folder that holds no book yet")
    parser.add_argument("--years", type=int, required=True, choices=range(1, _MOST_YEARS + 1), metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--until", type=datetime.fromisoformat, help="the day after the last evening; usually today"
    )
    asked = parser.parse_args(arguments)
    now = datetime.now().astimezone()
    today = datetime.combine(asked.until.date(), time(20, 0), now.tzinfo) if asked.until else now
    try:
        invent(asked.data_dir, years=asked.years, seed=asked.seed, today=today)
    except Trouble as trouble:
        print(explain(trouble), file=sys.stderr)
        return 1
    print(asked.data_dir)
    return 0


def in_own_environment() -> None:
    """Go on in the project's own environment, made ready first if need be."""
    from scripts import bootstrap, right_python

    right_python.or_leave(sys.argv)
    place = bootstrap.Place(ROOT)
    if Path(sys.prefix).resolve() != place.venv.resolve():
        if code := bootstrap.make_ready(place, "run"):
            sys.exit(code)
        right_python.hand_over([str(place.python), "-I", *sys.argv])


if __name__ == "__main__":
    in_own_environment()
    sys.exit(main())
