"""``coreg breathe [PATTERN] [--minutes N]``: breathe together, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]

_MOST_MINUTES = 20


def options(parser: Parser) -> None:
    """Take a pattern and minutes."""
    from coreg.commands.parser import whole_number

    parser.add_argument("pattern", nargs="?")
    parser.add_argument("--minutes", type=whole_number("--minutes", 1, _MOST_MINUTES))


def run(asked: Namespace) -> int:
    """Open the app on the breath.

    Raises:
        Trouble: there is no such pattern, or it is not offered for that long.
    """
    from coreg.commands.choices import choose, default_pattern, pattern_minutes, patterns
    from coreg.commands.stage import open_stage

    pattern = choose("breathe", asked.pattern or default_pattern(), patterns())
    least, most = pattern_minutes(pattern)
    if asked.minutes is not None and not least <= asked.minutes <= most:
        raise Trouble("bad_minutes", pattern=pattern, least=least, most=most)
    return open_stage(asked, "breathe", pattern, asked.minutes)
