"""``coreg show ID``: one evening, note, agreement or map in full."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser
    from coreg.record.headline import Home
    from coreg.record.maps import Glimmer, Link, Loop, Resource, Trigger
    from coreg.record.models import Session
    from coreg.share.told import Told
    from coreg.store import Store

__all__ = ["options", "run"]

_LEAST = 4
_TIME_DIGITS = 12
_HEX = frozenset("0123456789abcdef")


def options(parser: Parser) -> None:
    """Take an id or its beginning, and what opens a locked book."""
    from coreg.commands.asking import takes_words

    takes_words(parser)
    parser.add_argument("id", nargs="?")


def run(asked: Namespace) -> int:
    """Print all there is of one thing.

    Raises:
        Trouble: ``id_missing``, ``short_id``, ``not_found`` or ``ambiguous`` {id}; ``no_book``.
    """
    from coreg.commands import exits, speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import open_book, places_of
    from coreg.commands.parser import shown
    from coreg.share.plain_text import in_full

    if not asked.id:
        raise Trouble("id_missing")
    wanted = asked.id.strip().lower()
    if len(wanted) < _LEAST:
        raise Trouble("short_id", id=shown(asked.id))
    with open_book(places_of(asked), words=descriptor_of(asked)) as store:
        home = store.home()
        told = _find(store, home, wanted) if home else None
    if told is None:
        raise Trouble("not_found", id=shown(asked.id))
    speech.put(in_full(told))
    return exits.DONE


def _find(store: Store, home: Home, wanted: str) -> Told:
    from coreg.commands.wording import WORDS, names_of
    from coreg.record.models import Agreement, Note, Session
    from coreg.share.told import tell_agreement, tell_note, tell_session

    try:
        found = store.find(wanted)
    except Trouble as trouble:
        if trouble.code != "ambiguous" or (one := _only_session(store, wanted)) is None:
            raise
        found = one
    plain = found.model_dump(mode="json")
    names = names_of(home)
    if isinstance(found, Agreement):
        return tell_agreement(plain, WORDS)
    if isinstance(found, Note):
        return tell_note(plain, names, WORDS)
    if not isinstance(found, Session):
        return _map(found, store, names)
    day = found.local_date
    notes = [one.model_dump(mode="json") for one in store.notes(day, None, None) if one.session == found.id]
    agreed = [one.model_dump(mode="json") for one in store.agreements(None) if one.session == found.id]
    return tell_session(plain, names, WORDS, notes, agreed)


def _map(found: Glimmer | Trigger | Link | Loop | Resource, store: Store, names: dict[str, str]) -> Told:
    """Tell what stands in a map; a link or a loop with the words of the triggers that it goes through."""
    from coreg.commands.wording import WORDS
    from coreg.record.maps import Glimmer, Link, Loop, Trigger
    from coreg.share import told_maps

    plain = found.model_dump(mode="json")
    triggers = {one.id: one.model_dump(mode="json") for one in store.maps().triggers}
    match found:
        case Glimmer():
            return told_maps.tell_glimmer(plain, names, WORDS)
        case Trigger():
            return told_maps.tell_map(plain, names, WORDS)
        case Loop():
            return told_maps.tell_loop(plain, triggers, names, WORDS)
        case Link() if {found.cue, found.move} <= triggers.keys():
            return told_maps.tell_link(plain, triggers, names, WORDS)
        case Link():
            raise Trouble("not_found", id=found.id)
    return told_maps.tell_resource(plain, names, WORDS)


def _only_session(store: Store, wanted: str) -> Session | None:
    """Return the one session that begins like this: so do its notes, which are shown with it."""
    digits = wanted.replace("-", "")[:_TIME_DIGITS]
    # An id that was taken in may be any text, and then it tells no time.
    if len(digits) < _TIME_DIGITS or not _HEX.issuperset(digits):
        return None
    day = datetime.fromtimestamp(int(digits, 16) / 1000, UTC).date()
    near = store.sessions(day - timedelta(days=1), day + timedelta(days=1), None)
    found = [one for one in near if one.id.startswith(wanted)]
    return found[0] if len(found) == 1 else None
