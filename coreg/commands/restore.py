"""``coreg restore [WHICH] [--yes]``: shows the backups, or puts one in the place of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser
    from coreg.places import Places
    from coreg.store.backup import Backup

__all__ = ["options", "preview", "run"]

_YES = "yes"


def options(parser: Parser) -> None:
    """Take the name of a backup, whether somebody is sure already, and what opens locked books."""
    from coreg.commands.asking import takes_words

    takes_words(parser)
    parser.add_argument("which", nargs="?")
    parser.add_argument("--yes", action="store_true")


def run(asked: Namespace) -> int:
    """List what there is, or put one back once somebody is sure; 1 if nobody is.

    Raises:
        Trouble: ``no_book``, ``no_such_backup``, ``needs_yes``, ``damaged``, or the store's own.
    """
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import places_of

    places = places_of(asked)
    if not places.data.is_dir():
        raise Trouble("no_book", folder=places.data)
    words = descriptor_of(asked)
    if asked.which is None:
        return _list(places, words)
    return _restore(places, asked.which, words, sure=asked.yes)


def preview(backup: Backup) -> str:
    """Return what is in a backup, in words."""
    from coreg.content import say

    if backup.state != "whole":
        return say("commands.restore.damaged")
    evenings, notes = _counted("evening", backup.sessions), _counted("note", backup.notes)
    moments = _counted("moment", backup.moments) if backup.moments else ""
    last = say("commands.restore.newest", day=backup.newest) if backup.newest else ""
    return ", ".join(part for part in (evenings, notes, moments, last) if part)


def _counted(what: str, count: int) -> str:
    from coreg.content import say

    return say(f"commands.restore.{what if count == 1 else f'{what}s'}", count=count)


def _list(places: Places, words: int | None) -> int:
    from coreg.commands import exits, speech
    from coreg.commands.book import open_book
    from coreg.content import say

    with open_book(places, made=False, whole=False, words=words) as store:
        found = store.backups()
    width = max((len(one.name) for one in found), default=0)
    for one in found:
        speech.put(f"{one.name:<{width}}  {preview(one)}")
    speech.tell(say("commands.restore.choose" if found else "commands.restore.none"))
    return exits.DONE


def _restore(places: Places, which: str, words: int | None, *, sure: bool) -> int:
    from coreg.commands import exits, speech
    from coreg.commands.book import open_book
    from coreg.commands.confirming import typed
    from coreg.commands.parser import shown
    from coreg.content import say

    with open_book(places, write=True, made=False, whole=False, words=words) as store:
        found = next((one for one in store.backups() if one.name == which), None)
        if found is None:
            raise Trouble("no_such_backup", name=shown(which))
        speech.tell(say("commands.restore.preview", name=found.name, what=preview(found)))
        if not sure and not typed(say("commands.restore.ask"), _YES, without="needs_yes"):
            speech.tell(say("commands.restore.left"))
            return exits.FAILED
        made = store.restore(found.name)
    speech.tell(say("commands.restore.done", name=found.name))
    if made:
        speech.tell(say("commands.restore.before", name=made))
    return exits.DONE
