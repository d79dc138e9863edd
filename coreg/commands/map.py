"""``coreg map [--plain]``: what sets you off, one question at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take whether it is told line by line, and what opens a locked book."""
    from coreg.commands.asking import takes_words

    takes_words(parser)
    parser.add_argument("--plain", action="store_true")


def run(asked: Namespace) -> int:
    """Open the app on the maps, or ask line by line on the terminal."""
    if asked.plain:
        from coreg.commands.map_plain import map_plainly

        return map_plainly(asked)
    from coreg.commands.stage import open_stage

    return open_stage(asked, "map")
