"""``coreg breathe [PATTERN]``: breathe on the screen, line by line, or make a file that guides by ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]

_MOST_MINUTES = 20


def options(parser: Parser) -> None:
    """Take a pattern, minutes, a file, and what belongs to telling it line by line."""
    from coreg.commands.parser import whole_number
    from coreg.commands.plainly import options as plain_options

    parser.add_argument("pattern", nargs="?")
    parser.add_argument("--minutes", type=whole_number("--minutes", 1, _MOST_MINUTES))
    parser.add_argument("--wav")
    plain_options(parser)


def run(asked: Namespace) -> int:
    """Open the app on the breath, guide it line by line, or write the sound of it to a new file.

    Raises:
        Trouble: there is no such pattern, it is not offered for that long, or the file cannot be written.
    """
    from coreg.commands.choices import choose, default_pattern, pattern_minutes, patterns
    from coreg.commands.plainly import open_plain, refuse_without_plain
    from coreg.commands.stage import open_stage

    pattern = choose("breathe", asked.pattern or default_pattern(), patterns())
    if asked.plain and asked.wav is None:
        return open_plain(asked, pattern)
    refuse_without_plain(asked)
    least, most = pattern_minutes(pattern)
    if asked.minutes is not None and not least <= asked.minutes <= most:
        raise Trouble("bad_minutes", pattern=pattern, least=least, most=most)
    if asked.wav is not None:
        return _write(asked.wav, pattern, asked.minutes)
    return open_stage(asked, "breathe", pattern, asked.minutes)


def _write(file: str, name: str, minutes: int | None) -> int:
    from io import BytesIO

    from coreg.commands import exits, speech
    from coreg.commands.files import write_new
    from coreg.content import say
    from coreg.content.patterns import patterns
    from coreg.practice.breath import COUNTDOWN
    from coreg.screens.guides import track
    from coreg.sound.track import write_track

    pattern = patterns()[name]
    if not file:
        raise Trouble("option_use", option="--wav", command="coreg breathe")
    sound = BytesIO()
    seconds = write_track(track(pattern, 60.0 * (minutes or pattern.minutes), COUNTDOWN), sound)
    path = write_new(file, f"coreg-{name}.wav", sound.getvalue())
    whole = round(seconds)
    speech.tell(say("commands.breathe.written", path=path, length=f"{whole // 60}:{whole % 60:02}"))
    return exits.DONE
