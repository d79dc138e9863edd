"""``coreg glimmer``: keeps a moment that eased somebody, one line from standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take what opens a locked book, and no text: the history of the shell would keep it."""
    from coreg.commands.asking import takes_words

    takes_words(parser)


def run(asked: Namespace) -> int:
    """Read one line and print the id of the moment once it is on disk; its text is never shown.

    Raises:
        Trouble: ``no_book``, ``empty_glimmer``, ``one_line``, ``too_long`` {limit}, or the store's own;
        nothing is kept then.
    """
    from datetime import UTC

    from coreg.commands import exits, speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import now, open_book, places_of, zone_name
    from coreg.commands.note import read_text
    from coreg.record.maps import Glimmer

    with open_book(places_of(asked), write=True, words=descriptor_of(asked)) as store:
        text = read_text("glimmer").strip()
        if "\n" in text:
            raise Trouble("one_line")
        moment = now()
        made = Glimmer(
            text=text, written=moment.astimezone(UTC), zone=zone_name(moment), local_date=moment.date()
        )
        kept = store.keep(made)
    speech.put(kept.id)
    return exits.DONE
