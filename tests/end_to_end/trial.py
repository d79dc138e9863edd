"""Starts the trial app, which fails and leaves on demand: ``python -m tests.end_to_end.trial --help``."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from coreg.terminal import background, environment


def main() -> int:
    """Run the app as the arguments say; returns the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", nargs="?", default="", help="where the key x makes it fail")
    parser.add_argument("--probe", action="store_true", help="ask for the background first")
    parser.add_argument("--log", type=Path, help="file for one line a crash")
    parser.add_argument("--saved", type=Path, help="file that every save adds a line to")
    parser.add_argument("--deaf", action="store_true", help="begin with SIGHUP ignored, as under nohup")
    parser.add_argument("--busy", action="store_true", help="draw sixty frames a second")
    parser.add_argument("--stock", action="store_true", help="use Textual's own driver, to compare")
    parser.add_argument("--unsafe", action="store_true", help="crash as any app of Textual does, to compare")
    chosen = parser.parse_args()
    environment.prepare()
    if chosen.deaf:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    from tests.end_to_end.trial_app import StockTrial, Trial, UnsafeTrial

    tone = background.probe() if chosen.probe else None
    kind_of_app = StockTrial if chosen.stock else UnsafeTrial if chosen.unsafe else Trial
    app = kind_of_app(chosen.kind, tone=str(tone), log=chosen.log, saved=chosen.saved, busy=chosen.busy)
    return app.live()


if __name__ == "__main__":
    sys.exit(main())
