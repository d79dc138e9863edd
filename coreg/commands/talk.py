"""``coreg talk [KIND]``: talk and listen by a fair timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take the kind of talk, and how it is told line by line."""
    from coreg.commands.plainly import options as plain_options

    plain_options(parser)
    parser.add_argument("kind", nargs="?")


def run(asked: Namespace) -> int:
    """Open the app on the talk that was named, ours or an own one by its id, or on the usual one.

    Raises:
        Trouble: there is no such talk, or it cannot be guided line by line here.
        OwnScriptError: an own one was left out.
    """
    from coreg.commands.choices import choose, talks
    from coreg.commands.plainly import open_plain, refuse_without_plain
    from coreg.commands.stage import open_stage

    kinds = talks()
    # An own script is looked for only where none of ours was named.
    if asked.kind is not None and asked.kind.casefold().replace("-", "_") not in {*kinds, *kinds.values()}:
        kinds |= _own(asked)
    chosen = choose("talk", asked.kind, kinds)
    if asked.plain:
        from coreg.commands.plain_talk import TalkGuide

        return open_plain(asked, TalkGuide(chosen))
    refuse_without_plain(asked, "talk")
    return open_stage(asked, "talk", chosen)


def _own(asked: Namespace) -> dict[str, str]:
    """Return the ids of the couple's own scripts by the word that is typed.

    Raises:
        OwnScriptError: the one that was named was left out.
    """
    from coreg.commands.book import places_of
    from coreg.content.pattern_words import OWN
    from coreg.own_scripts import read_scripts

    own = read_scripts(places_of(asked).scripts_folder)
    for one in own.refused:
        if asked.kind.casefold() == one.name:
            raise one
    return {id_.removeprefix(OWN): id_ for id_ in own.kept}
