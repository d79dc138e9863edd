"""``coreg breathe --plain``: the same breath, line by line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.commands.plain_end import unkept
from coreg.commands.plainly import begins
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from coreg.commands.breathing import Asked
    from coreg.commands.plainly import Begun
    from coreg.plain.host import Host
    from coreg.practice.sitting import Plan
    from coreg.screens.house import House

__all__ = ["BreathGuide"]


@dataclass(frozen=True, slots=True)
class BreathGuide:
    """A breath, for so many minutes (None: the usual). It needs neither a book nor keys."""

    minutes: int | None
    found: Asked
    keeps: bool = False

    def begin(self, host: Host, house: House) -> Begun:
        """Say what it is and what to mind, wait for Enter, and begin.

        Raises:
            Trouble: ``plain_keys``: it asks for own keys, and there are none; ``left_open``.
            PatternError: two patterns do not meet.
        """
        from coreg.plain.left import settle
        from coreg.plain.minding import mind
        from coreg.plain.opening import opening_lines

        plan = self._plan(host, house)
        open_ = settle(host, house.keeping, house.now())
        if open_ != "nothing":
            return open_
        host.say(*opening_lines(host, plan), *unkept(house))
        if not (mind(host, house.keeping, house.now().date(), plan) and begins(host)):
            return "leave"
        house.runner.start("breathe", (plan,), house.couple, ())
        return "begun"

    def _plan(self, host: Host, house: House) -> Plan:
        from coreg.evening.how import wished
        from coreg.evening.planning import plan

        # What is told to nobody's keys cannot be answered.
        how = replace(self.found.how, rate=self.found.how.rate and host.manner.keys)
        wanted = wished(house.options(self.found.pattern.id), how, self.found.pattern)
        made = plan("breathe", self.minutes, wanted)
        if not host.manner.keys and {step.kind for step in made.script.steps} & {"lead", "find_pace"}:
            raise Trouble("plain_keys")
        return made
