"""From a pause that has begun to what goes on after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.left import go_on_with
from coreg.plain.returning import wait_for_return

if TYPE_CHECKING:
    from coreg.evening.pause import Pause
    from coreg.plain.host import Host
    from coreg.plain.left import Settled

__all__ = ["come_back"]


def come_back(host: Host, pause: Pause | None) -> Settled:
    """Wait for the return of a pause; tell whether what waited for it ``goes_on``.

    It is in the runner then, at its step. ``nothing`` says that both are back and nothing waited; what nobody
    came back to stays where it is.
    """
    promise = host.promise
    if promise is None or pause is None or wait_for_return(host, promise, pause) == "leave":
        return "leave"
    sitting = host.runner.state
    if sitting is None:
        return "nothing"
    from coreg.evening.records import NOTE

    if sitting.kind == NOTE:
        host.say(say("plain.left.elsewhere"))
        return "leave"
    go_on_with(host)
    return "goes_on"
