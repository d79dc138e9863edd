"""``coreg export [--format json|md] [-o FILE]``: everything that was kept, as one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["FORMATS", "options", "run"]

FORMATS = {"json": "json", "md": "md"}


def options(parser: Parser) -> None:
    """Take a format and a file, and what opens a locked book."""
    from coreg.commands.asking import takes_words

    takes_words(parser)
    parser.add_argument("--format")
    parser.add_argument("-o", dest="file")


def run(asked: Namespace) -> int:
    """Write the book to standard output, or to a new file and say where.

    Raises:
        Trouble: ``wrong_choice`` or ``near_choice``; ``no_book``; whatever reading the book or writing a
        file raises.
    """
    from coreg.commands import exits, speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import now, open_book, places_of
    from coreg.commands.choices import choose
    from coreg.content import say

    form = choose("export", asked.format, FORMATS)
    with open_book(places_of(asked), words=descriptor_of(asked)) as store:
        data = store.everything()
    text = _text(data, form)
    if asked.file in (None, "-"):
        speech.put(text.removesuffix("\n"))
        return exits.DONE
    from coreg.share.new_file import write_new

    path = write_new(asked.file, f"coreg-{now():%Y-%m-%d}.{form}", text.encode())
    speech.tell(say("commands.export.written", path=path))
    return exits.DONE


def _text(data: dict[str, object], form: str) -> str:
    if form == "json":
        from coreg.share.json_export import to_json

        return to_json(data) + "\n"
    from coreg.commands.wording import WORDS
    from coreg.share.markdown import to_markdown

    return to_markdown(data, WORDS)
