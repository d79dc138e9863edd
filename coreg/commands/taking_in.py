"""``coreg import FILE|FOLDER|- [--yes]``: takes in an export, or another copy of the book."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from coreg.commands.parser import Parser
    from coreg.store import Store
    from coreg.store.importing import Preview, Tally
    from coreg.store.incoming import Incoming
    from coreg.store.sealed_copy import LockedCopy

__all__ = ["options", "run"]

_INPUT = "-"
_COUNTS = ("new", "changed", "same", "deleted", "conflicts")


def options(parser: Parser) -> None:
    """Take what to take in, whether that is sure, and what opens locked books."""
    from coreg.commands.asking import takes_words

    takes_words(parser)
    parser.add_argument("source", nargs="?")
    parser.add_argument("--yes", action="store_true")


def run(asked: Namespace) -> int:
    """Say what it would change, ask, and take it in; everything is read and looked at before.

    Raises:
        Trouble: ``import_missing_file``, ``import_yes``, the other codes ``import_...``,
        ``copy_does_not_fit``, or what opening and writing the book raises; nothing is changed then.
    """
    from coreg.commands import exits, speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import open_book, places_of

    _refuse(asked)
    words = descriptor_of(asked)
    # What is taken in may stand behind the words, on the same stream.
    behind = asked.source == _INPUT and words == 0
    found = None if behind else _look(asked.source)
    with open_book(places_of(asked), write=True, made=False, words=words) as store:
        incoming = _opened(found or _look(asked.source), store, words)
        outcome = _taken_in(store, incoming, sure=asked.yes)
    speech.tell(outcome)
    return exits.DONE


def _refuse(asked: Namespace) -> None:
    """Raise Trouble where nothing is named, or where nobody could answer the question."""
    if not asked.source:
        raise Trouble("import_missing_file")
    if not asked.yes and (asked.source == _INPUT or not _can_ask()):
        raise Trouble("import_yes")


def _taken_in(store: Store, incoming: Incoming, *, sure: bool) -> str:
    """Say what it would change, ask unless that is `sure`, and take it in; return how it ended."""
    from coreg.commands import speech
    from coreg.content import say

    preview = store.preview(incoming)
    if not preview.changes:
        return say("commands.import.nothing")
    for line in _lines(preview, incoming, bared=incoming.sealed and not store.sealed):
        speech.tell(line)
    if not sure and not _says_yes():
        return say("commands.import.left")
    done = store.take_in(incoming)
    return say("commands.import.done", counts=_counts(done.total) or say("commands.import.little"))


def _can_ask() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _says_yes() -> bool:
    from coreg.content import say

    if sys.stderr is not None:
        sys.stderr.write(say("commands.import.ask"))
        sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() == say("commands.import.yes")


def _look(source: str) -> Incoming | LockedCopy:
    from pathlib import Path

    from coreg.store.incoming import look, look_data
    from coreg.store.strict import LIMIT

    if source != _INPUT:
        return look(Path(source))
    data = b"" if sys.stdin is None else sys.stdin.buffer.read(LIMIT + 1)
    return look_data(_INPUT, data)


def _opened(found: Incoming | LockedCopy, store: Store, words: int | None) -> Incoming:
    """Read a locked copy with the key of our book, or with a passphrase of its own."""
    from coreg.commands.asking import asker
    from coreg.content import say
    from coreg.store.incoming import Incoming, read_locked

    if isinstance(found, Incoming):
        return found
    seal = store.own_seal(found)
    if seal is None:
        with asker(words) as who:
            seal = who.tried(say("commands.import.passphrase"), found.unlock, least=1)
    if seal is None:
        raise Trouble("copy_does_not_fit")
    return read_locked(found, seal)


def _lines(preview: Preview, incoming: Incoming, *, bared: bool = False) -> Iterator[str]:
    """Yield what it would change, kind by kind; `bared` is whether what was sealed is not any more then."""
    from coreg.content import say

    if preview.begins and incoming.couple:
        names = {seat: incoming.couple[seat]["name"] for seat in ("a", "b")}
        yield say("commands.import.begins", **names)
    elif preview.couple:
        yield say("commands.import.couple")
    if not preview.named:
        yield say("commands.import.unnamed", file=incoming.file)
    if bared:
        yield say("commands.import.bared")
    for kind, tally in preview.counts.items():
        if counts := _counts(tally):
            yield say("commands.import.kind", kind=say(f"commands.import.kinds.{kind}"), counts=counts)
    if preview.aside:
        yield say("commands.import.aside", count=preview.aside)
    told = ("pauses", "begun", "private", "foreign")
    yield from (say(f"commands.import.{name}") for name in told if getattr(preview, name))
    if preview.total.conflicts:
        yield say("commands.import.twice")


def _counts(tally: Tally) -> str:
    from coreg.content import say

    counts = {name: getattr(tally, name) for name in _COUNTS}
    return ", ".join(
        say(f"commands.import.counts.{name}", count=count) for name, count in counts.items() if count
    )
