"""``coreg log``: what was kept, the newest last."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser
    from coreg.commands.reading import Found, Wanted

__all__ = ["ID_LENGTH", "options", "run"]

ID_LENGTH = 13
"""How many characters of an id a list shows: its moment, to the millisecond."""
_MOST = 1_000_000


def options(parser: Parser) -> None:
    """Take two days, words to look for, a number, whether it should be JSON, and what opens a locked book."""
    from coreg.commands.asking import takes_words
    from coreg.commands.parser import whole_number

    takes_words(parser)
    parser.add_argument("--since")
    parser.add_argument("--until")
    parser.add_argument("--search", default="")
    parser.add_argument("-n", type=whole_number("-n", 1, _MOST))
    parser.add_argument("--json", action="store_true")


def run(asked: Namespace) -> int:
    """Print what fits.

    Raises:
        Trouble: ``bad_date``, ``dates_crossed``, ``no_book``, or whatever reading the book raises.
    """
    from coreg.commands import exits, speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.plain_book import PlainBook
    from coreg.commands.reading import read
    from coreg.content import say
    from coreg.places import find_data

    wanted = _wanted(asked)
    found = read(PlainBook(find_data(asked.data_dir, os.environ), descriptor_of(asked)), wanted)
    if asked.json:
        speech.put(_json(found))
    elif found:
        _print(found)
    else:
        everything = wanted.since is wanted.until is None and not wanted.search
        speech.tell(say("commands.log.nothing" if everything else "commands.log.nothing_fits"))
    return exits.DONE


def _wanted(asked: Namespace) -> Wanted:
    from coreg.commands.book import now
    from coreg.commands.dates import day
    from coreg.commands.reading import Wanted

    today = now().date()
    since = day(asked.since, today) if asked.since is not None else None
    until = day(asked.until, today, last=True) if asked.until is not None else None
    if since and until and since > until:
        raise Trouble("dates_crossed", since=since, until=until)
    return Wanted(since, until, asked.search, asked.n)


def _print(found: list[Found]) -> None:
    from coreg.commands import speech
    from coreg.share.plain_text import in_short

    speech.put("\n\n".join(in_short(one.told, ID_LENGTH) for one in found))


def _json(found: list[Found]) -> str:
    from coreg.record.schema import SCHEMA
    from coreg.share.json_export import to_json

    sessions = [one.session for one in found if one.session is not None]
    notes = [note for one in found for note in one.notes]
    glimmers = [one.glimmer for one in found if one.glimmer is not None]
    return to_json({"schema": SCHEMA, "sessions": sessions, "notes": notes, "glimmers": glimmers})
