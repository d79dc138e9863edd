"""``coreg breathe [PATTERN] [--minutes N] [--wav FILE]``: breathe together, or a file that guides by ear."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser
    from coreg.practice.breath import Pattern

__all__ = ["options", "run"]

_MOST_MINUTES = 20


def options(parser: Parser) -> None:
    """Take a pattern, minutes and a file."""
    from coreg.commands.parser import whole_number

    parser.add_argument("pattern", nargs="?")
    parser.add_argument("--minutes", type=whole_number("--minutes", 1, _MOST_MINUTES))
    parser.add_argument("--wav")


def run(asked: Namespace) -> int:
    """Open the app on the breath, or write the sound of it to a new file and say where.

    Raises:
        Trouble: there is no such pattern, it is not offered for that long, or the file cannot be written.
        OwnPatternError: an own pattern does not hold.
    """
    from coreg.commands.book import places_of
    from coreg.commands.breathing import pattern_of
    from coreg.commands.stage import open_stage

    pattern = pattern_of(asked.pattern, lambda: places_of(asked).patterns_file)
    least, most = ceil(pattern.low), floor(pattern.high)
    if asked.minutes is not None and not least <= asked.minutes <= most:
        raise Trouble("bad_minutes", pattern=_typed(pattern), least=least, most=most)
    if asked.wav is not None:
        return _write(asked.wav, pattern, asked.minutes)
    return open_stage(asked, "breathe", pattern.id, asked.minutes)


def _typed(pattern: Pattern) -> str:
    from coreg.content.pattern_words import OWN

    return pattern.id.removeprefix(OWN)


def _write(file: str, pattern: Pattern, minutes: int | None) -> int:
    from io import BytesIO

    from coreg.commands import exits, speech
    from coreg.commands.files import write_new
    from coreg.content import say
    from coreg.content.pattern_words import OWN
    from coreg.practice.breath import COUNTDOWN
    from coreg.screens.guides import track
    from coreg.sound.track import write_track

    if not file:
        raise Trouble("option_use", option="--wav", command="coreg breathe")
    sound = BytesIO()
    seconds = write_track(track(pattern, 60.0 * (minutes or pattern.minutes), COUNTDOWN), sound)
    # The name of a file is never what somebody wrote.
    name = "breathe" if pattern.id.startswith(OWN) else pattern.id
    path = write_new(file, f"coreg-{name}.wav", sound.getvalue())
    whole = round(seconds)
    speech.tell(say("commands.breathe.written", path=path, length=f"{whole // 60}:{whole % 60:02}"))
    return exits.DONE
