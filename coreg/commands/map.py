"""``coreg map [WHAT] [--plain]``: what sets you off, on the screen, line by line, or as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.console import Console
    from coreg.commands.parser import Parser
    from coreg.screens.house import House

__all__ = ["WHATS", "options", "run"]

WHATS = {name: name for name in ("read", "link", "again", "show", "helps")}
"""What can be done beside a map of one's own, by the word that is typed."""


def options(parser: Parser) -> None:
    """Take what to do, whether it is told line by line, and what opens a locked book."""
    from coreg.commands.asking import takes_words

    takes_words(parser)
    parser.add_argument("what", nargs="?")
    parser.add_argument("--plain", action="store_true")


def run(asked: Namespace) -> int:
    """Open the app on the maps, ask line by line on the terminal, or print what both see.

    Raises:
        Trouble: ``near_choice`` or ``wrong_choice`` for what there is not, ``plain_only`` for what belongs to
        ``--plain``, ``no_book``, ``locked_no_terminal``, or whatever opening the book raises.
    """
    if asked.what is not None:
        return _do(asked)
    if asked.plain:
        from coreg.commands.map_plain import map_plainly

        return map_plainly(asked)
    from coreg.commands.stage import open_stage

    if asked.passphrase_fd is not None:
        raise Trouble("plain_only", option="--passphrase-fd", command="map")
    return open_stage(asked, "map")


def _do(asked: Namespace) -> int:
    from coreg.commands import exits
    from coreg.commands.choices import choose
    from coreg.commands.map_lines import at_terminal
    from coreg.commands.map_read import read_maps

    what = choose("map", asked.what, WHATS)
    if what == "read":
        return read_maps(asked)
    if not asked.plain:
        raise Trouble("plain_only", option=what, command="map")
    with at_terminal(asked) as (house, console):
        _ask(what, house, console)
    return exits.DONE


def _ask(what: str, house: House, console: Console) -> None:
    from coreg.commands.map_helps import tell_helps
    from coreg.commands.map_link import came_again, link_maps
    from coreg.commands.map_show import show_own

    asks = {"link": link_maps, "again": came_again, "show": show_own, "helps": tell_helps}
    asks[what](house, console)
