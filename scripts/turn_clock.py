#!/usr/bin/env python3
"""Lets one real turn run in a terminal, and looks whether the time it shows is that of the clock.

    scripts/turn_clock.py [--minutes N]

Every second that is shown is stamped as its frame comes out of the terminal and laid beside the monotonic
clock; the earliest of the first ten says when the turn ends. Exit code 1 if one in a hundred is more than
100 ms off. Ten minutes, if nothing else is said. Linux only.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GOAL = 0.1
"""Seconds by which a shown time may be off."""

SHARE = 0.99
"""Of all seconds shown, so many must hold it: a busy machine may be late once."""

_FIRST = 10
_SCRIPT = """
id = "clock"
name = "Clock"
minutes = {minutes}

[[step]]
id = "turn"
kind = "turn"
who = "a"
seconds = {seconds}
words = {{ title = "A turn" }}
"""


def off(seen: Sequence[tuple[int, float]]) -> list[float]:
    """Return by how much each shown second was late (s): ``seen`` has what was left, and when it came."""
    ends = min(at + left for left, at in seen[:_FIRST])
    return [at + left - ends for left, at in seen]


def main(words: list[str] | None = None) -> int:
    """Run the turn and return the exit code."""
    parser = argparse.ArgumentParser(description="The shown time of a turn beside the clock.")
    parser.add_argument("--minutes", type=float, default=10.0, help="how long it is looked at (10)")
    seconds = round(60 * parser.parse_args(words).minutes)
    # Not at the top: the project is found only once its folder is on the path.
    from scripts.bench_numbers import percentile

    late = off(list(seconds_shown(seconds)))
    beyond = sum(abs(one) > GOAL for one in late)
    drift = min(late[-_FIRST:]) - min(late[:_FIRST])
    print(
        f"{len(late)} seconds shown: p50 {percentile(late, 0.5) * 1000:.0f} ms, "
        f"p99 {percentile(late, SHARE) * 1000:.0f} ms, worst {max(late, key=abs) * 1000:.0f} ms late; "
        f"from the first ten to the last ten {drift * 1000:.1f} ms; {beyond} beyond {GOAL * 1000:.0f} ms"
    )
    return int(beyond > (1 - SHARE) * len(late) or abs(drift) > GOAL)


def seconds_shown(seconds: int) -> Iterator[tuple[int, float]]:
    """Yield the seconds that are left, as they are shown, and when their frame came.

    Raises:
        NotReadyError: the turn, or one of its seconds, was waited for in vain.
    """
    with tempfile.TemporaryDirectory() as folder:
        yield from _in_a_terminal(Path(folder), seconds)


def _in_a_terminal(folder: Path, seconds: int) -> Iterator[tuple[int, float]]:
    from functools import partial

    from coreg.widgets.digits import digit_rows
    from coreg.widgets.steps.view import clock_text
    from scripts.bench_environment import environment
    from scripts.bench_terminal import Program, all_in

    env, book, whole = environment(folder), str(folder / "book"), seconds + 2 * _FIRST
    scripts = Path(env["HOME"]) / ".config" / "coreg" / "scripts"
    scripts.mkdir(parents=True, exist_ok=True)
    (scripts / "clock.toml").write_text(_SCRIPT.format(seconds=whole, minutes=whole / 60), "utf-8")
    coreg = [sys.executable, "-m", "coreg", "--data-dir", book]
    subprocess.run([*coreg, "setup", "--a", "Mina", "--b", "Jo"], env=env, cwd=ROOT, check=True)
    with Program([*coreg, "talk", "clock"], env) as program:
        program.wait_for("A turn")
        for left in range(seconds + _FIRST, _FIRST - 1, -1):
            (at,) = program.when(partial(all_in, [row.strip() for row in digit_rows(clock_text(left))]))
            yield left, at


if __name__ == "__main__":
    from scripts.bench import in_own_environment

    in_own_environment()
    sys.exit(main())
