"""``coreg talk [KIND]``: talk and listen by a fair timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take the kind of talk."""
    parser.add_argument("kind", nargs="?")


def run(asked: Namespace) -> int:
    """Open the app on the talk that was named, or the usual one."""
    from coreg.commands.choices import choose, talks
    from coreg.commands.stage import open_stage

    return open_stage(asked, "talk", choose("talk", asked.kind, talks()))
