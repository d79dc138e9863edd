"""A minute of small breaths by itself, which nobody keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.hiding import HIDE, LEAVE
from coreg.plain.score import score
from coreg.plain.steps.breathe import SMALL_COURSE, course_lines, course_wait
from coreg.practice.playing import SMALL_BREATHS

if TYPE_CHECKING:
    from coreg.plain.host import Host
    from coreg.plain.scene import Scene

__all__ = ["breathe_minute"]

_HELP = "all.help"
_STOPS = ("left.stop", "right.stop", "all.escape", LEAVE, HIDE)


def breathe_minute(host: Host, scene: Scene) -> str:
    """Tell a minute of breaths; any stop ends it, from nobody's side, and so does hiding.

    Returns:
        The id of the key that hides or leaves, where that was pressed; else "".
    """
    ends = say("plain.choice", key=host.keymap.label("all.escape"), what=say("plain.ends_small"))
    host.say(say("plain.small"), ends)
    found = score("unison", (SMALL_COURSE, SMALL_COURSE), None, host.manner.cues)
    began, told = host.runner.clock(), -1.0
    while (at := host.runner.clock() - began) < SMALL_BREATHS:
        host.say(*course_lines(scene, SMALL_COURSE, told, at))
        told = at
        wait = min(course_wait(found, at), SMALL_BREATHS - at)
        pressed = host.pressed_within(wait, *_STOPS, _HELP, place="pause")
        if pressed == _HELP:
            host.say(ends)
        elif pressed:
            return pressed if pressed in (HIDE, LEAVE) else ""
    return ""
