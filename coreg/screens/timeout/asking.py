"""A pause asked for in the middle of a sitting, which is put aside."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from coreg.content import explain, say
from coreg.practice.timeout import USUAL

if TYPE_CHECKING:
    from coreg.screens.house import House

__all__ = ["begin_pause"]

_MINUTE = 60.0


async def begin_pause(house: House) -> str:
    """Begin a pause of the agreed length, for which what is on waits; return why not, "" when it is so."""
    runner = house.runner
    try:
        agreed = await asyncio.wrap_future(house.pausing.agreement())
        seconds = USUAL if agreed is None else agreed.minutes * _MINUTE
        await asyncio.wrap_future(house.pausing.ask_for(seconds, runner.put_aside()))
    except Exception as error:
        if runner.state is None:
            runner.take_back()
        return say("timeout.failed", why=explain(error))
    return ""
