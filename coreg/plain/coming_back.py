"""From a pause that has begun to what goes on after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.left import go_on_with
from coreg.plain.returning import wait_for_return

if TYPE_CHECKING:
    from coreg.evening.pause import Pause
    from coreg.plain.host import Host

__all__ = ["come_back"]


def come_back(host: Host, pause: Pause | None) -> bool:
    """Wait for the return of a pause; tell whether what waited for it goes on.

    It is in the runner then, at its step. What nobody came back to stays where it is.
    """
    promise = host.promise
    if promise is None or pause is None or wait_for_return(host, promise, pause) == "leave":
        return False
    sitting = host.runner.state
    if sitting is None:
        return False
    from coreg.evening.records import NOTE

    if sitting.kind == NOTE:
        host.say(say("plain.left.elsewhere"))
        return False
    go_on_with(host)
    return True
