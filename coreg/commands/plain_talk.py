"""``coreg talk --plain`` and ``coreg begin --plain``: the same practices, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.commands.plainly import begins

if TYPE_CHECKING:
    from coreg.commands.plainly import Begun
    from coreg.plain.host import Host
    from coreg.practice.sitting import Plan
    from coreg.screens.house import House

__all__ = ["TalkGuide"]


@dataclass(frozen=True, slots=True)
class TalkGuide:
    """A talk or a guide, ours or an own one, by its id; or a whole ``evening`` of the packs by its own."""

    name: str
    evening: bool = False
    keeps: bool = True

    def begin(self, host: Host, house: House) -> Begun:
        """Say what it is, and whether a pause is on; wait for Enter, and begin.

        Raises:
            Trouble: what was left open cannot be read or written.
        """
        from coreg.evening.planning import spare
        from coreg.plain.left import settle
        from coreg.plain.talk_opening import pause_lines, talk_lines

        open_ = settle(host, house.keeping, house.now())
        if open_ != "nothing":
            return open_
        plans = self._plans(house)
        host.say(*pause_lines(host), *talk_lines(host, self.name, plans))
        if not begins(host):
            return "leave"
        house.runner.start(self.name, plans, house.couple, spare(house.options()))
        return "begun"

    def _plans(self, house: House) -> tuple[Plan, ...]:
        from coreg.evening.planning import evening_plan, plan

        options = house.options()
        return evening_plan(self.name, options) if self.evening else (plan(self.name, None, options),)
