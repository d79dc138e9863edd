"""``coreg``: the home screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take nothing but what every command takes."""
    del parser


def run(asked: Namespace) -> int:
    """Open the home screen."""
    from coreg.commands.stage import open_stage

    return open_stage(asked, "home")
