"""``coreg timeout --plain``: a pause with a return, begun or come back from line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coreg.commands.plainly import Begun
    from coreg.evening.journal import LeftOpen
    from coreg.plain.host import Host
    from coreg.screens.house import House

__all__ = ["PauseGuide"]

_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class PauseGuide:
    """The pause that is on; else one of so many minutes (None: as agreed) begins.

    Where minutes are named, one with another day or without a time leaves room for it.
    """

    minutes: int | None
    keeps: bool = True

    def begin(self, host: Host, house: House) -> Begun:
        """Tell of the pause until both are back; what waited for it goes on.

        Raises:
            Trouble: what was left open cannot be read, or the pause cannot be kept.
        """
        from coreg.plain.coming_back import come_back
        from coreg.plain.left import settle

        pausing = house.pausing
        pause = pausing.first if self.minutes is None else pausing.tonight
        if pause is not None:
            open_ = settle(host, house.keeping, house.now())
            if open_ != "nothing":
                return open_
        else:
            left = self._left(house)
            pause = pausing.ask_for(self._seconds(house), left).result()
        back = come_back(host, pause)
        return self._talk(host, house) if back == "nothing" else back

    @staticmethod
    def _talk(host: Host, house: House) -> Begun:
        """Begin what follows where nothing waited: a floor talk of two rounds."""
        from coreg.evening.planning import return_plan, spare
        from coreg.plain.talk_opening import talk_lines

        plans = (return_plan(house.options()),)
        host.say(*talk_lines(host, "floor_talk", plans))
        house.runner.start("floor_talk", plans, house.couple, spare(house.options()))
        return "begun"

    def _seconds(self, house: House) -> float:
        from coreg.practice.timeout import USUAL

        if self.minutes is not None:
            return self.minutes * _MINUTE
        agreed = house.pausing.agreement().result()
        return USUAL if agreed is None else agreed.minutes * _MINUTE

    @staticmethod
    def _left(house: House) -> LeftOpen | None:
        """Return what was left open and is to wait for the return; what is older is laid to rest."""
        left = house.keeping.left_open()
        if left is None or left.fresh(house.now()):
            return left
        house.keeping.let_rest(left).result()
        return None
