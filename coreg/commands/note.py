"""``coreg note``: keeps a shared note from standard input."""

from __future__ import annotations

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import TYPE_CHECKING, TextIO

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "read_text", "run"]

_MOST_BYTES = 1 << 20


def options(parser: Parser) -> None:
    """Take what opens a locked book, and no text: the history of the shell would keep it."""
    from coreg.commands.asking import takes_words

    takes_words(parser)


def run(asked: Namespace) -> int:
    """Read a note to the end of the input and print its id once it is on disk; its text is never shown.

    The book is opened for writing first, so that nobody writes a note which then cannot be kept.

    Raises:
        Trouble: ``no_book``, ``empty_note``, ``too_long`` {limit}, or the store's own; nothing is kept
        then.
    """
    from datetime import UTC

    from coreg.commands import exits, speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import now, open_book, places_of, zone_name
    from coreg.record.models import Note

    with open_book(places_of(asked), write=True, words=descriptor_of(asked)) as store:
        text = read_text("note")
        moment = now()
        note = Note(
            text=text, written=moment.astimezone(UTC), zone=zone_name(moment), local_date=moment.date()
        )
        kept = store.keep(note)
    speech.put(kept.id)
    return exits.DONE


def read_text(command: str) -> str:
    """Return what stands in standard input, fit to be kept; ``command`` tells whose words ask for it.

    It is UTF-8, or UTF-16 that says so, as Windows may write it. What is neither is kept as far as it can be
    read, and that is told.

    Raises:
        Trouble: ``empty_note`` or ``too_long`` {limit}; ``empty_`` with the name of another command.
    """
    from coreg.commands import speech
    from coreg.content import say
    from coreg.record.text import LIMIT, clean

    data = _all_of_input(command)
    decoded, whole = _decoded(data)
    text = clean(decoded).strip("\n")
    if len(data) > _MOST_BYTES or len(text) > LIMIT:
        raise Trouble("too_long", limit=LIMIT)
    if not text.strip():
        raise Trouble(f"empty_{command}")
    if not whole:
        speech.tell(say("commands.note.odd"))
    return text


def _decoded(data: bytes) -> tuple[str, bool]:
    """Return the text of some bytes, and whether all of it could be read."""
    form = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(form), True
    except UnicodeDecodeError:
        return data.decode(form, errors="replace"), False


def _all_of_input(command: str) -> bytes:
    """Return the input to its end, but no more than a byte over the most that is ever looked at."""
    from coreg.commands import speech
    from coreg.content import say

    if sys.stdin is None:
        return b""
    if _is_typed(sys.stdin):
        prompt = "prompt_windows" if sys.platform == "win32" else "prompt"
        speech.tell(say(f"commands.{command}.{prompt}"))
    return sys.stdin.buffer.read(_MOST_BYTES + 1)


def _is_typed(stream: TextIO) -> bool:
    return stream.isatty()
