"""A minute of small breaths by itself, which nobody keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.score import score
from coreg.plain.steps.breathe import SMALL_COURSE, course_lines, course_wait
from coreg.practice.playing import SMALL_BREATHS

if TYPE_CHECKING:
    from coreg.plain.host import Host
    from coreg.plain.scene import Scene

__all__ = ["breathe_minute"]

_LEAVES = "all.leave"
_STOPS = ("left.stop", "right.stop", "all.escape", _LEAVES)


def breathe_minute(host: Host, scene: Scene) -> bool:
    """Tell a minute of breaths; any stop ends it, from nobody's side. Tell whether somebody leaves."""
    host.say(say("plain.small"))
    found = score("unison", (SMALL_COURSE, SMALL_COURSE), None, host.manner.cues)
    began, told = host.runner.clock(), -1.0
    while (at := host.runner.clock() - began) < SMALL_BREATHS:
        host.say(*course_lines(scene, SMALL_COURSE, told, at))
        told = at
        wait = min(course_wait(found, at), SMALL_BREATHS - at)
        if pressed := host.pressed_within(wait, *_STOPS, place="pause"):
            return pressed == _LEAVES
    return False
