"""How lines are worded: what matters first, few words, always in the same order. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import has, say
from coreg.plain.score import Told, now_told, score
from coreg.practice.course import Course, Leg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coreg.plain.scene import Scene, Words
    from coreg.plain.score import Cue
    from coreg.practice.breath import Pattern

__all__ = ["cue_line", "parts_line", "pattern_name", "seconds_text", "shape"]


def seconds_text(seconds: float) -> str:
    """Return seconds as they are said: 4, 5.5."""
    return f"{round(seconds, 1):g}"


def cue_line(cue: Cue, scene: Scene) -> str:
    """Return one line of a score as it is said."""
    if any(told.word == "free" for told in cue.told):
        return say("breathe.free" if cue.at else "plain.sit")
    line = parts_line(cue.told, scene)
    if cue.meets:
        line = say("plain.meets", line=line)
    if cue.minutes and scene.manner.words != "bare":
        return say("plain.with_minutes", line=line.removesuffix("."), left=_minutes_left(cue.minutes))
    return line


def parts_line(told: Iterable[Told], scene: Scene, *, bare: bool = False) -> str:
    """Return parts of a breath in one line, each with its name where it is one person's.

    With ``bare`` no seconds are said, because nobody knows them.
    """
    words: Words = "bare" if bare else scene.manner.words
    parts = [_part(one, scene, words) for one in told]
    line = say("plain.and").join(parts)
    line = line[:1].upper() + line[1:]
    return f"{line}." if words == "full" else line


def _part(told: Told, scene: Scene, words: Words) -> str:
    word, seconds = say(f"breathe.word.{told.word}"), seconds_text(told.seconds)
    key = "full_one" if words == "full" and seconds == "1" else words
    part = say(f"plain.part.{key}", word=word, seconds=seconds)
    if told.seat is not None:
        part = say("plain.named", name=scene.name(told.seat), part=part)
    return say("plain.then", part=part) if told.then else part


def _minutes_left(minutes: int) -> str:
    return say("plain.minute_left") if minutes == 1 else say("plain.minutes_left", minutes=minutes)


def pattern_name(pattern: Pattern) -> str:
    """Return what a pattern is called; an own one is called what somebody wrote."""
    key = f"breathe.pattern.{pattern.id}.name"
    return say(key) if has(key) else pattern.id


def shape(pattern: Pattern, scene: Scene) -> str:
    """Return one breath of a pattern in words: in 4, out 6."""
    course = Course((Leg(pattern, 1),))
    found = score("unison", (course, course), None, "some")
    told = found[0].told if found else now_told("unison", (course, course), None, 0.0).told
    short = (_part(one, scene, "short") for one in told)
    return say("plain.and").join(short)
