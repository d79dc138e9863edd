"""``coreg import FILE|FOLDER|- [--yes]``: takes in an export, or another copy of the book."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from coreg.commands.parser import Parser
    from coreg.store.importing import Preview, Tally
    from coreg.store.incoming import Incoming

__all__ = ["options", "run"]

_INPUT = "-"
_COUNTS = ("new", "changed", "same", "deleted", "conflicts")


def options(parser: Parser) -> None:
    """Take what to take in, and whether that is sure."""
    parser.add_argument("source", nargs="?")
    parser.add_argument("--yes", action="store_true")


def run(asked: Namespace) -> int:
    """Say what it would change, ask, and take it in; everything is read and looked at before.

    Raises:
        Trouble: ``import_missing_file``, ``import_yes``, the other codes ``import_...``, or what opening and
        writing the book raises; nothing is changed then.
    """
    from coreg.commands import exits, speech
    from coreg.commands.book import open_book, places_of
    from coreg.content import say

    if not asked.source:
        raise Trouble("import_missing_file")
    if not asked.yes and (asked.source == _INPUT or not _can_ask()):
        raise Trouble("import_yes")
    incoming = _read(asked.source)
    with open_book(places_of(asked), write=True, made=False) as store:
        preview = store.preview(incoming)
        if not preview.changes:
            speech.tell(say("commands.import.nothing"))
            return exits.DONE
        for line in _lines(preview, incoming):
            speech.tell(line)
        if not asked.yes and not _says_yes():
            speech.tell(say("commands.import.left"))
            return exits.DONE
        done = store.take_in(incoming)
    speech.tell(say("commands.import.done", counts=_counts(done.total) or say("commands.import.little")))
    return exits.DONE


def _can_ask() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _says_yes() -> bool:
    from coreg.content import say

    if sys.stderr is not None:
        sys.stderr.write(say("commands.import.ask"))
        sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() == say("commands.import.yes")


def _read(source: str) -> Incoming:
    from pathlib import Path

    from coreg.store.incoming import read_data, read_path
    from coreg.store.strict import LIMIT

    if source != _INPUT:
        return read_path(Path(source))
    data = b"" if sys.stdin is None else sys.stdin.buffer.read(LIMIT + 1)
    return read_data(_INPUT, data)


def _lines(preview: Preview, incoming: Incoming) -> Iterator[str]:
    """Yield what it would change, kind by kind."""
    from coreg.content import say

    if preview.begins and incoming.couple:
        names = {seat: incoming.couple[seat]["name"] for seat in ("a", "b")}
        yield say("commands.import.begins", **names)
    elif preview.couple:
        yield say("commands.import.couple")
    if not preview.named:
        yield say("commands.import.unnamed", file=incoming.file)
    for kind, tally in preview.counts.items():
        if counts := _counts(tally):
            yield say("commands.import.kind", kind=say(f"commands.import.kinds.{kind}"), counts=counts)
    if preview.aside:
        yield say("commands.import.aside", count=preview.aside)
    if preview.total.conflicts:
        yield say("commands.import.twice")


def _counts(tally: Tally) -> str:
    from coreg.content import say

    counts = {name: getattr(tally, name) for name in _COUNTS}
    return ", ".join(
        say(f"commands.import.counts.{name}", count=count) for name, count in counts.items() if count
    )
