"""``coreg begin [EVENING]``: straight into an evening."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take the name of an evening."""
    parser.add_argument("evening", nargs="?")


def run(asked: Namespace) -> int:
    """Open the app on the evening that was named, or the usual one."""
    from coreg.commands.choices import choose, evenings
    from coreg.commands.stage import open_stage

    return open_stage(asked, "begin", choose("begin", asked.evening, evenings()))
