"""How what is told line by line ends: closed, kept, said; after an evening with good moments of the week."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from coreg.content import explain, say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.host import Host
    from coreg.practice.sitting import Sitting
    from coreg.record.maps import Glimmer
    from coreg.screens.house import House

__all__ = ["closed", "end", "unkept"]

_PATIENCE = 5.0
_RINGS = 2.5
"""Seconds in which the bell at the end rings out."""


def unkept(house: House) -> tuple[str, ...]:
    """Return what is to be said where nothing is kept."""
    if house.keeping.locked:
        return (say("plain.locked"),)
    return () if house.keeping.home() is not None else (say("plain.not_kept"),)


def end(host: Host, house: House) -> None:
    """Close it, say that it is kept, and let the bell ring out."""
    from coreg.plain.closing import closing_lines

    sitting, rings, session = house.runner.state, house.voice.backend, house.runner.session
    if sitting is None:
        return
    host.ear.over(sitting)
    kept = closed(house)
    host.say(*_in_step(host, house, sitting, session), *closing_lines(sitting, host.couple), kept)
    if kept == say("room.kept") and (moments := _moments(host, house, sitting, session)):
        from coreg.plain.aloud import offer_moments
        from coreg.screens.good.words import moment_facts

        offer_moments(host, moments, moment_facts)
    elif rings and not sitting.early:
        host.keys.wait(_RINGS)


def _moments(host: Host, house: House, sitting: Sitting, session: str) -> tuple[Glimmer, ...]:
    """Return the good moments of the week that are offered at the end of an evening, as on the screen."""
    from coreg.evening.planning import is_night

    if sitting.early or not host.manner.keys or not is_night(sitting):
        return ()
    from coreg.insight.moments import to_read
    from coreg.screens.good.weekly import asked_for

    with suppress(Trouble):
        asked = asked_for(house, session)
        return () if asked is None else to_read(asked.result(), house.now().date())
    return ()


def _in_step(host: Host, house: House, sitting: Sitting, session: str) -> Iterator[str]:
    """Yield what the taps say, if anybody tapped; where other times cannot be read, this one is told."""
    from coreg.evening.in_step import read, series
    from coreg.evening.in_step_said import tapped_in
    from coreg.plain.closing import in_step_lines

    tapped, found = tapped_in(sitting), None
    if tapped is None:
        return
    if not unkept(house):
        with suppress(Trouble):
            found = series(house.keeping.sessions().result())
    yield from in_step_lines(read(tapped), host.couple, found, session)


def closed(house: House) -> str:
    """Close the sitting, and return whether it is kept, once the disk has said so."""
    runner = house.runner
    short = runner.state is not None and _too_short(runner.state, runner.time())
    try:
        runner.close().result(_PATIENCE)
    except Exception as error:  # whatever it is, they hear it, and that nothing is lost
        return f"{explain(error)} {say('good_night.still_here')}"
    if told := unkept(house):
        return told[0]
    return say("plain.too_short") if short else say("room.kept")


def _too_short(sitting: Sitting, now: float) -> bool:
    from coreg.evening.records import nothing_happened
    from coreg.practice.playing import apply
    from coreg.practice.sitting import Rested

    return nothing_happened(apply(sitting, Rested(now)))
