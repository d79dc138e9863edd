"""Real turns of one second in the real app, to see how late their end is told: row 14.

Started in a terminal by the bench: ``python -m scripts.bench_turns --data-dir DIR --log FILE --turns N``.
Each line of the log is one turn: the seconds from its exact end to the bell. With ``--stall S --before B``
the program is kept from doing anything for S seconds, from B seconds before each end on.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast
from unittest.mock import patch

from coreg.app import CoregApp, Start
from coreg.evening.planning import plan
from coreg.launch import launch
from coreg.places import Places
from coreg.practice.play import Pressed, Skipped
from coreg.practice.steps.turn import Turning
from coreg.screens.begin import begin
from coreg.screens.showing import Showing
from coreg.settings import Settings

if TYPE_CHECKING:
    from textual.app import App

    from coreg.practice.sitting import Plan
    from coreg.screens.house import House

__all__ = ["Turns"]

_NEXT = 0.08
_TURN = 1.0


class Turns(CoregApp):
    """Turn after turn; each is handed over as soon as its end was told."""

    note: Path
    stall: float
    before: float
    turns: int
    told = 0

    def on_mount(self) -> None:
        """Begin the turns at once."""
        begin(cast("App[int]", self), self.house, "day_talk", (_plan(self.house, self.turns),))
        self._stall_later()

    def bell(self) -> None:
        """Ring, and note how late it is if this is the end of a turn."""
        super().bell()
        at = self.house.runner.shown_time()
        play = self._play()
        if play is None or play.floor.phase(at) != "grace":
            return
        with self.note.open("a") as log:
            log.write(f"{play.floor.over(at):.6f}\n")
        self.told += 1
        if self.told == self.turns:
            self.exit(0)
        else:
            self.set_timer(_NEXT, self.go_on)

    def go_on(self) -> None:
        """Hand over, and pass the moment of taking back."""
        play, runner = self._play(), self.house.runner
        if play is not None:
            runner.dispatch(Pressed(runner.time(), play.seat))
            runner.dispatch(Skipped(runner.time()))
            self._stall_later()
        if isinstance(self.screen, Showing):
            self.screen.show()

    def _stall_later(self) -> None:
        play = self._play()
        if play is not None and self.stall:
            left = play.floor.left(self.house.runner.shown_time())
            self.set_timer(max(0.001, left - self.before), lambda: time.sleep(self.stall))

    def _play(self) -> Turning | None:
        sitting = self.house.runner.state
        return sitting.play if sitting and isinstance(sitting.play, Turning) else None


def _plan(house: House, turns: int) -> Plan:
    talk = plan("day_talk", None, house.options())
    turn = next(step for step in talk.script.steps if step.kind == "turn")
    steps = tuple(replace(turn, id=f"turn_{number}", seconds=_TURN) for number in range(turns))
    return replace(talk, script=replace(talk.script, steps=steps))


def main() -> int:
    """Run the turns and return the app's exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--log", type=Path, required=True)
    parser.add_argument("--turns", type=int, required=True)
    parser.add_argument("--stall", type=float, default=0.0)
    parser.add_argument("--before", type=float, default=0.0)
    asked = parser.parse_args()
    Turns.note, Turns.turns, Turns.stall, Turns.before = asked.log, asked.turns, asked.stall, asked.before
    folder: Path = asked.data_dir
    with patch("coreg.launch.CoregApp", Turns):
        return launch(Places(folder, folder, folder), Settings(theme="night", sound="bell"), Start())


if __name__ == "__main__":
    sys.exit(main())
