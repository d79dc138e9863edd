"""A pause with its return: what is pressed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from coreg.evening.pausing import next_day
from coreg.practice.play import SEATS
from coreg.practice.timeout import ANSWERS, LONGEST, SHORTEST, longer_by, outcome, sealed
from coreg.screens.timeout.changing import PauseChanging

if TYPE_CHECKING:
    from coreg.practice.play import Seat

__all__ = ["PauseRoom", "next_length"]

_MINUTE = 60.0
_LENGTHS = (20, 30, 40, 50, 60, 90, 120, 180, 240, 360, 480, 720, 1440)
"""Minutes to go through."""

_STEP = timedelta(minutes=30)


def next_length(seconds: float, by: int) -> float:
    """Return the next longer length to choose from (``by`` above nought), or the next shorter one."""
    lengths = [minutes * _MINUTE for minutes in _LENGTHS]
    longer = (one for one in lengths if one > seconds)
    shorter = (one for one in reversed(lengths) if one < seconds)
    return next(longer, LONGEST) if by > 0 else next(shorter, SHORTEST)


class PauseRoom(PauseChanging, inherit_bindings=False):
    """One pause. Answers live here, in memory, until there are two; what they come to is all that shows."""

    def main(self, seat: Seat) -> None:
        """Begin to come back when both are here; nothing shows who pressed first."""
        if self.pause is None or self.at != "pause" or self.busy:
            return
        self.here |= {seat}
        if len(self.here) == len(SEATS):
            self.go_to("sealed")

    def choose(self, seat: Seat, index: int) -> None:
        """Take a sealed answer; with the second one, do what both come to."""
        pause = self.pause
        if self.at != "sealed" or pause is None or self.busy or index >= len(ANSWERS):
            return
        answer = ANSWERS[index]
        if answer == "longer" and not longer_by(pause.timeout, self.house.pausing.reading()):
            return
        self.answers = sealed(self.answers, seat, answer)
        match outcome(self.answers):
            case "ready":
                self.come_back(pause)
            case "longer":
                self.put_off(pause)
            case "not_tonight":
                self._plan(declined=True)

    def do_pause_take(self) -> None:
        """Begin the pause, keep the time, or pick one."""
        if self.busy:
            return
        if self.pause is None:
            self.begin()
        elif self.planning:
            self.keep_time(self.pause)
        elif self.at == "pause" and self.face == "after":
            self._plan(declined=False)

    def do_pause_anew(self) -> None:
        """Ask for a pause now; the one with another day, or without a time, stays as it is."""
        if self.leaves_room and not self.busy:
            self.pause, self.seconds = None, None
            self.tell("")
            self.go_to("ask")

    def do_pause_less(self) -> None:
        """Make it shorter, or earlier."""
        self._turn(-1)

    def do_pause_more(self) -> None:
        """Make it longer, or later."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self.pause is None:
            self.seconds = next_length(self.length, by)
        elif self.planning:
            soonest = self.house.now() + timedelta(seconds=SHORTEST)
            self.when = max(soonest, self.when + by * _STEP)
        self.show()

    def do_pause_breathe(self) -> None:
        """Breathe a minute."""
        if self.pause is not None and self.at == "pause":
            from coreg.screens.timeout.back import MinuteRoom

            self.app.push_screen(MinuteRoom(self.house))

    def do_pause_agreement(self) -> None:
        """Look at what was agreed, or write it."""
        if self.at in ("ask", "pause"):
            from coreg.screens.timeout.agreement import AgreementRoom

            self.app.push_screen(AgreementRoom(self.house, self.agreed))

    def do_pause_pulse(self) -> None:
        """Feel the pulse: for whoever stays at the screen."""
        if self.pause is not None and self.at == "pause" and not self.planning:
            from coreg.screens.timeout.pulse import PulseRoom

            self.app.push_screen(PulseRoom(self.house))

    def do_pause_calendar(self) -> None:
        """Write the return into a file for a calendar."""
        back = self.pause.back(self.house.now()) if self.pause else None
        if self.pause is not None and back is not None and self.at == "pause":
            self.write_return(self.pause.id, back)

    def do_pause_open(self) -> None:
        """Have no time for now."""
        if self.pause is not None and self.planning and not self.busy:
            self.leave_open(self.pause)

    def do_pause_rest(self) -> None:
        """End it: what was left rests, and is kept."""
        if self.pause is not None and self.planning and not self.busy:
            self.let_rest(self.pause)

    def do_all_escape(self) -> None:
        """Take the answers back, or go home: the return stays."""
        if self.at in ("sealed", "plan"):
            self.go_to("pause")
        else:
            self.go_back()

    def _plan(self, *, declined: bool) -> None:
        now = self.house.now()
        back = self.pause.back(now) if self.pause else None
        self.when, self.declined = next_day(back or now, now), declined
        self.go_to("plan")
