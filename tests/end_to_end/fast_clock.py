"""Starts coreg with a clock that runs N times as fast: ``python -m tests.end_to_end.fast_clock N WORDS ...``.

That is the clock of the sitting and the one on the wall. Textual's timers, and with them the frames, keep the
real one; so a machine counts as having slept after as long as ever.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime
from types import SimpleNamespace

from coreg.terminal.environment import prepare


def main(speed: float, words: list[str]) -> int:
    """Run coreg with these words; returns the exit code."""
    prepare()
    from coreg import launch
    from coreg.__main__ import main as coreg
    from coreg.evening import runner

    began, wall = time.monotonic(), datetime.now().astimezone()

    def fast() -> float:
        return began + speed * (time.monotonic() - began)

    def fast_wall() -> datetime:
        return wall + speed * (datetime.now().astimezone() - wall)

    vars(runner).update(GAP=speed * runner.GAP)
    # A start without a name: the return of a pause is counted on the wall then, which is fast.
    vars(launch).update(
        time=SimpleNamespace(monotonic=fast), _now=fast_wall, awake=lambda: ("", time.monotonic())
    )
    return coreg(words)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))
