"""What is said before a talk or an evening: what it is, how long it takes, what to mind, which keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.content.scripts import evening
from coreg.content.timeout_words import when_words
from coreg.evening.planning import minutes
from coreg.plain.helping import own_keys, short_help
from coreg.plain.opening import length
from coreg.practice.beside import parks
from coreg.practice.sitting import Sitting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.host import Host
    from coreg.practice.sitting import Plan

__all__ = ["pause_lines", "talk_lines"]


def talk_lines(host: Host, kind: str, plans: tuple[Plan, ...]) -> Iterator[str]:
    """Yield the lines before a talk, or before an evening of that kind, what it is first."""
    found, script = evening(kind), plans[0].script
    told = length(60 * minutes(plans))
    if found is not None:
        yield say("plain_talk.title", name=found.name, about=found.about.replace(" · ", ", "), minutes=told)
    else:
        about = say("plain_talk.title", name=script.name, about=script.about, minutes=told)
        yield about if script.about else f"{script.name}. {told}"
        yield from filter(None, (script.caution,))
        if script.evidence and host.manner.words == "full":
            yield say("plain_talk.evidence", text=script.evidence)
    scene = host.scene(Sitting(kind, plans))
    yield from own_keys(scene)
    yield short_help(scene)
    if any(parks(Sitting(kind, (plan,))) for plan in plans):
        label = host.keymap.label
        yield say("plain_talk.line_key", line=label("practice.line"), park=label("practice.park"))


def pause_lines(host: Host) -> Iterator[str]:
    """Yield whether a pause is on: its return is told at every start until it is settled."""
    promise = host.promise
    pause = promise.pausing.first if promise is not None else None
    if promise is None or pause is None:
        return
    back = pause.back(promise.now())
    if back is None:
        yield say("plain_talk.pause_open")
    else:
        yield say("plain_talk.pause_on", when=when_words(back, promise.now()))
