"""The morning after, in lines: something was left open. Let it rest, or go on, which takes both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coreg.content import say
from coreg.content.dates import when_said
from coreg.practice.play import SEATS
from coreg.practice.sitting import WentOn
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from datetime import datetime

    from coreg.evening.journal import LeftOpen
    from coreg.evening.keeping import Keeping
    from coreg.plain.host import Host

__all__ = ["go_on_with", "settle"]

Settled = Literal["nothing", "goes_on", "leave"]


def settle(host: Host, keeping: Keeping, now: datetime) -> Settled:
    """Ask what becomes of a sitting that was left open; it is never written over.

    One that waits for the return of a pause is not asked about: its pause is.

    Returns:
        ``nothing`` is open any more; it ``goes_on``, in the runner; or they ``leave`` and everything stays.

    Raises:
        Trouble: ``left_open``: nobody can be asked; or what was left cannot be read or written.
    """
    if keeping.locked or keeping.home() is None:
        return "nothing"
    left = keeping.left_open()
    if left is None or (host.promise is not None and host.promise.pausing.mends(left)):
        return "nothing"
    when = when_said(left.started.date(), now.date())
    if not left.fresh(now):
        host.say(say("left_open.older.title", when=when))
        keeping.let_rest(left).result()
        host.say(say("left_open.older.text"))
        return "nothing"
    if not host.manner.keys:
        raise Trouble("left_open")
    host.say(say("left_open.fresh.title", when=when))
    return _asked(host, keeping, left)


def _asked(host: Host, keeping: Keeping, left: LeftOpen) -> Settled:
    from coreg.evening.records import NOTE

    label, tells = host.keymap.label, left.sitting.kind != NOTE
    if tells:
        goes_on = say("plain.both", left=label("left.main"), right=label("right.main"))
    else:
        goes_on = say("plain.left.elsewhere")
    asked = (goes_on, say("plain.left.rest"), say("plain.left.leave", key=label("all.escape")))
    host.say(*asked)
    both: set[str] = set()
    mains = ("left.main", "right.main") if tells else ()
    while True:
        match host.pressed("enter", "all.escape", "all.leave", *mains, again=asked):
            case "enter":
                keeping.let_rest(left).result()
                return "nothing"
            case ("left.main" | "right.main") as main:
                both.add(main)
                if len(both) == len(SEATS):
                    host.runner.take_up(left)
                    go_on_with(host)
                    return "goes_on"
            case _:
                return "leave"


def go_on_with(host: Host) -> None:
    """Have the sitting go on that the runner has taken up, for both."""
    for seat in SEATS:
        host.runner.dispatch(WentOn(host.runner.time(), seat))
