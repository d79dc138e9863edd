"""Starts coreg on a computer of another start, with a clock that is off.

``python -m tests.end_to_end.other_clock HOURS START WORDS ...``: HOURS is how far the wall clock is off,
START the name of the start of the computer; the seconds since it are counted on as they are.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime, timedelta

from coreg.terminal.environment import prepare


def main(hours: float, start: str, words: list[str]) -> int:
    """Run coreg with these words; returns the exit code."""
    prepare()
    from coreg import launch
    from coreg.__main__ import main as coreg

    def off() -> datetime:
        return datetime.now().astimezone() + timedelta(hours=hours)

    vars(launch).update(_now=off, awake=lambda: (start, time.clock_gettime(time.CLOCK_MONOTONIC)))
    return coreg(words)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2], sys.argv[3:]))
