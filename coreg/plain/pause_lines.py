"""What is said of a pause: until when, what was agreed, how to come back, another time. Pure.

Nothing here depends on who asked, answered or came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import lines, say
from coreg.content.dates import day_name
from coreg.content.timeout_words import when_words
from coreg.plain.steps.base import either_key
from coreg.practice.timeout import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from coreg.evening.pause import Pause
    from coreg.plain.scene import Scene
    from coreg.practice.timeout import Face
    from coreg.record.models import PauseAgreement

__all__ = ["key_said", "meanwhile_lines", "now_lines", "pause_keys", "plan_lines", "sealed_lines"]

_ARROWS = {"←": "left", "→": "right", "↑": "up", "↓": "down"}


def key_said(label: str) -> str:
    """Return a key as it is said: arrows have words, because not every voice and terminal has their signs."""
    return say(f"plain_pause.arrow.{_ARROWS[label]}") if label in _ARROWS else label


def meanwhile_lines(
    scene: Scene, pause: Pause, agreed: PauseAgreement | None, now: datetime, *, young: bool
) -> Iterator[str]:
    """Yield what is said when a pause is on: until when, what to say aloud, and what was agreed."""
    back = pause.back(now) or now
    yield say("plain_pause.until", when=when_words(back, now))
    yield say("timeout.not_leaving", clock=f"{back:%H:%M}")
    if young:
        yield from lines("timeout.aloud", clock=f"{back:%H:%M}")
    for seat in scene.sides:
        if text := ((agreed.a if seat == "a" else agreed.b) if agreed else ""):
            yield say("plain.answers", name=scene.name(seat), answers=text)
    yield say("timeout.rehearse")
    yield from lines("timeout.unsafe")


def now_lines(face: Face, now: datetime) -> Iterator[str]:
    """Yield what is said two minutes before the return, at it and after it; never that it is late."""
    if face == "soon":
        yield say("plain_pause.soon")
    elif face in ("now", "after"):
        yield say(f"timeout.{face}.title", clock=f"{now:%H:%M}")
        yield say(f"timeout.{face}.text")


def pause_keys(scene: Scene, face: Face) -> Iterator[str]:
    """Yield the keys of a pause."""
    label = scene.keymap.label
    left, right = scene.both("main")
    yield say("plain_talk.together", left=left, right=right, what=say("timeout.both_here"))
    if face == "after":
        yield say("plain.choice", key=label("pause.take"), what=say("timeout.after.plan"))
    yield say("plain.choice", key=label("pause.breathe"), what=say("timeout.breathe"))
    yield say("plain_pause.leave", key=label("all.escape"))


def sealed_lines(scene: Scene, *, longer: bool) -> Iterator[str]:
    """Yield the question and the keys of each: the same whoever has answered what."""
    yield say("timeout.sealed.title")
    yield say("timeout.sealed.text")
    for number, answer in enumerate(ANSWERS, 1):
        if answer != "longer" or longer:
            what = say(f"timeout.sealed.{answer}")
            yield say("plain.choice", key=either_key(scene, str(number)), what=what)
    yield say("plain_pause.sealed")
    yield say("plain.choice", key=scene.keymap.label("all.escape"), what=say("room.back"))
    yield say("plain_talk.not_yet")


def plan_lines(scene: Scene, when: datetime, now: datetime, *, declined: bool) -> Iterator[str]:
    """Yield what is said when another time is picked; ``declined`` after "not tonight"."""
    label = scene.keymap.label
    yield say("timeout.plan.title" if declined else "timeout.plan.title_open")
    yield say("timeout.plan.when", day=day_name(when.date(), now.date()), clock=f"{when:%H:%M}")
    yield say("timeout.plan.text")
    yield say("plain.choice", key=label("pause.take"), what=say("timeout.plan.take"))
    keys = say("plain.and").join(key_said(label(f"pause.{name}")) for name in ("less", "more"))
    yield say("plain.choice", key=keys, what=say("timeout.plan.change"))
    yield say("plain.choice", key=label("pause.open"), what=say("timeout.plan.open"))
    yield say("plain.choice", key=label("pause.rest"), what=say("timeout.plan.rest"))
    yield say("plain.choice", key=label("all.escape"), what=say("room.back"))
