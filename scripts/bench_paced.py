"""Starts coreg with another number of frames a second: ``python scripts/bench_paced.py RATE WORDS ...``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def main(rate: int, words: list[str]) -> int:
    """Run coreg with these words; nobody but the bench needs to choose how often the breath is drawn."""
    from coreg.terminal.environment import prepare

    prepare()
    from coreg.__main__ import main as coreg
    from coreg.widgets.steps import breathe

    if not hasattr(breathe, "FRAMES"):
        print("The breath no longer has FRAMES to change.", file=sys.stderr)
        return 2
    breathe.FRAMES = rate
    return coreg(words)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
