"""The morning after, in lines: something was left open. Let it rest, or go on, which takes both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from coreg.content import say
from coreg.content.dates import when_said
from coreg.plain.steps import can_tell
from coreg.practice.play import SEATS
from coreg.practice.sitting import WentOn
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from datetime import datetime

    from coreg.evening.journal import LeftOpen
    from coreg.evening.keeping import Keeping
    from coreg.plain.host import Host

__all__ = ["settle"]

Settled = Literal["nothing", "goes_on", "leave"]


def settle(host: Host, keeping: Keeping, now: datetime) -> Settled:
    """Ask what becomes of a sitting that was left open; it is never written over.

    Returns:
        ``nothing`` is open any more; it ``goes_on``, in the runner; or they ``leave`` and everything stays.

    Raises:
        Trouble: ``left_open``: nobody can be asked; or what was left cannot be read or written.
    """
    if keeping.locked or keeping.home() is None:
        return "nothing"
    left = keeping.left_open()
    if left is None:
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
    label, tells = host.keymap.label, can_tell(left.sitting)
    if tells:
        keys = (label("left.main"), label("right.main"))
        host.say(say("plain.both", left=keys[0], right=keys[1]))
    else:
        host.say(say("plain.left.elsewhere"))
    host.say(say("plain.left.rest"), say("plain.left.leave", key=label("all.escape")))
    both: set[str] = set()
    mains = ("left.main", "right.main") if tells else ()
    while True:
        match host.pressed("enter", "all.escape", "all.leave", *mains):
            case "enter":
                keeping.let_rest(left).result()
                return "nothing"
            case ("left.main" | "right.main") as main:
                both.add(main)
                if len(both) == len(SEATS):
                    return _go_on(host, left)
            case _:
                return "leave"


def _go_on(host: Host, left: LeftOpen) -> Settled:
    host.runner.take_up(left)
    for seat in SEATS:
        host.runner.dispatch(WentOn(host.runner.time(), seat))
    return "goes_on"
