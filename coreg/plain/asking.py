"""A pause asked for in the middle of a sitting, which is put aside and waits for the return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import explain, say
from coreg.practice.timeout import USUAL

if TYPE_CHECKING:
    from coreg.plain.host import Host

__all__ = ["begin_pause"]

_MINUTE = 60.0


def begin_pause(host: Host) -> str:
    """Begin a pause of the agreed length, for which what is on waits; return why not, "" when it is so."""
    promise, runner = host.promise, host.runner
    if promise is None:
        return ""
    try:
        agreed = promise.pausing.agreement().result()
        seconds = USUAL if agreed is None else agreed.minutes * _MINUTE
        promise.pausing.ask_for(seconds, runner.put_aside()).result()
    except Exception as error:  # whatever it is, they hear it, and everything is as it was
        if runner.state is None:
            runner.take_back()
        return say("timeout.failed", why=explain(error))
    return ""
