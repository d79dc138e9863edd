"""``coreg begin [EVENING]``: straight into an evening."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take the name of an evening, and how it is told line by line."""
    from coreg.commands.plainly import options as plain_options

    plain_options(parser)
    parser.add_argument("evening", nargs="?")


def run(asked: Namespace) -> int:
    """Open the app on the evening that was named, or the usual one; or guide it line by line.

    Raises:
        Trouble: there is no such evening, or it cannot be guided line by line here.
    """
    from coreg.commands.choices import choose, evenings
    from coreg.commands.plainly import open_plain, refuse_without_plain
    from coreg.commands.stage import open_stage

    chosen = choose("begin", asked.evening, evenings())
    if asked.plain:
        from coreg.commands.plain_talk import TalkGuide

        return open_plain(asked, TalkGuide(chosen, evening=True))
    refuse_without_plain(asked, "begin")
    return open_stage(asked, "begin", chosen)
