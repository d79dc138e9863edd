"""``coreg breathe [PATTERN]``: breathe on the screen, line by line, or make a file that guides by ear."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.breathing import Asked
    from coreg.commands.parser import Parser
    from coreg.practice.breath import Pattern
    from coreg.sound.cues import Guide

__all__ = ["options", "run"]

_MOST_MINUTES = 20


def options(parser: Parser) -> None:
    """Take a pattern, how two breathe it, minutes, a file, and how it is told line by line."""
    from coreg.commands.parser import whole_number
    from coreg.commands.plainly import options as plain_options

    parser.add_argument("pattern", nargs="?")
    parser.add_argument("--way")
    parser.add_argument("--with", dest="other")
    parser.add_argument("--free", action="store_true")
    parser.add_argument("--taps", action="store_true")
    parser.add_argument("--rate", action="store_true")
    parser.add_argument("--minutes", type=whole_number("--minutes", 1, _MOST_MINUTES))
    parser.add_argument("--wav")
    plain_options(parser)


def run(asked: Namespace) -> int:
    """Open the app on the breath, guide it line by line, or write the sound of it to a new file.

    Raises:
        Trouble: there is no such pattern or way, it is not offered for that long, or the file cannot be
            written.
        OwnPatternError: an own pattern does not hold.
        PatternError: two patterns side by side do not begin a breath together within a minute.
    """
    from coreg.commands.book import places_of
    from coreg.commands.breathing import asked_for
    from coreg.commands.plainly import open_plain, refuse_without_plain
    from coreg.commands.stage import open_stage
    from coreg.evening.how import span

    found = asked_for(asked, lambda: places_of(asked).patterns_file)
    if not asked.plain:
        refuse_without_plain(asked, "breathe")
    elif asked.wav is not None:
        raise Trouble("option_use", option="--wav", command="coreg breathe")
    usual, low, high = span(found.how, found.pattern, found.patterns)
    least, most = ceil(low), max(1, floor(high))
    if asked.minutes is not None and not least <= asked.minutes <= most:
        raise Trouble("bad_minutes", pattern=_typed(found.pattern), least=least, most=most)
    if asked.wav is not None:
        return _write(asked.wav, found, 60.0 * (asked.minutes or usual))
    if asked.plain:
        from coreg.commands.plain_breath import BreathGuide

        return open_plain(asked, BreathGuide(asked.minutes, found))
    return open_stage(asked, "breathe", found.pattern.id, asked.minutes, how=found.how)


def _typed(pattern: Pattern) -> str:
    from coreg.content.pattern_words import OWN

    return pattern.id.removeprefix(OWN)


def _write(file: str, found: Asked, wanted: float) -> int:
    from io import BytesIO

    from coreg.commands import exits, speech
    from coreg.content import say
    from coreg.content.pattern_words import OWN
    from coreg.share.new_file import write_new
    from coreg.sound.track import write_track

    if not file:
        raise Trouble("option_use", option="--wav", command="coreg breathe")
    sound = BytesIO()
    seconds = write_track(_guide(found, wanted), sound)
    # The name of a file is never what somebody wrote.
    name = "breathe" if found.pattern.id.startswith(OWN) else found.pattern.id
    path = write_new(file, f"coreg-{name}.wav", sound.getvalue())
    whole = round(seconds)
    speech.tell(say("commands.breathe.written", path=path, length=f"{whole // 60}:{whole % 60:02}"))
    return exits.DONE


def _guide(found: Asked, seconds: float) -> Guide:
    from coreg.evening.how import FREE
    from coreg.practice.breath import COUNTDOWN
    from coreg.practice.ways import courses_of
    from coreg.screens.guides import breathing, half_way, track

    how, pattern = found.how, found.pattern
    if how.way == "lead":
        return half_way(seconds / 2, COUNTDOWN)
    if how.way == "unison" and not how.free:
        return track(pattern, seconds, COUNTDOWN)
    other = found.patterns.get(how.with_)
    courses = courses_of(how.way, pattern, seconds, FREE if how.free else 0.0, other)
    return breathing(how.way, courses, COUNTDOWN)
