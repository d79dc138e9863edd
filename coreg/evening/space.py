"""A room of one's own: private notes and triggers, open for a while for the one who said the words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING

from coreg.evening.own_map import OwnMap
from coreg.evening.own_room import FORGOTTEN_AFTER
from coreg.evening.reached import reaching
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from coreg.record.private import PrivateNote
    from coreg.store import Store

__all__ = ["FORGOTTEN_AFTER", "Chosen", "Space"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What one partner has chosen to open things with: a passphrase, a code, and the room they open now."""

    words: str = field(repr=False)
    code: str = field(default="", repr=False)
    space: Space | None = None


class Space(OwnMap):
    """One partner's private notes and triggers. Everything raises Trouble space_shut once it is shut."""

    def notes(self) -> Future[tuple[PrivateNote, ...]]:
        """Return the owner's notes, newest first."""
        keys = self.keys
        return self._keeping.ask(lambda store: store.private(keys).all())

    def blank(self, text: str = "") -> PrivateNote:
        """Return a new note, begun now."""
        from coreg.record.private import PrivateNote

        now = self._now()
        return PrivateNote(
            text=text, written=now.astimezone(UTC), zone=self._zone(now), local_date=now.date()
        )

    def keep(self, note: PrivateNote) -> Future[PrivateNote]:
        """Keep a note, new or changed; the one that comes back has its id."""
        return self.keep_made(lambda: note)

    def keep_made(self, make: Callable[[], PrivateNote]) -> Future[PrivateNote]:
        """Keep the note that is made when its turn comes, after everything that was asked for before."""
        keys = self.keys
        return self._keeping.ask(lambda store: store.private(keys).keep(make()))

    def release(self, note: PrivateNote, line: str) -> Future[PrivateNote]:
        """Show one line of a note to the other, as a shared note that bears its owner's name."""
        from coreg.record.models import Note
        from coreg.record.private import Released

        keys, now = self.keys, self._now()
        shown = Note(
            text=line,
            written=now.astimezone(UTC),
            zone=self._zone(now),
            local_date=now.date(),
            by=keys.who,
        )

        def both(store: Store) -> PrivateNote:
            with store.transaction():
                kept = store.keep(shown)
                released = (*note.released, Released(text=line, note=kept.id))
                return store.private(keys).keep(note.model_copy(update={"released": released}))

        return self._keeping.ask(both)

    def withdraw(self, note: PrivateNote, shown: str) -> Future[PrivateNote]:
        """Take a released line back, for good and everywhere; `shown` is the id of its shared note.

        Raises NotEverywhere, with the note, where a backup could not be reached yet.
        """
        keys = self.keys
        released = tuple(one for one in note.released if one.note != shown)
        changed = note.model_copy(update={"released": released})

        def both(store: Store) -> PrivateNote:
            _delete(store, shown)
            return store.private(keys).keep(changed)

        return self._keeping.ask(lambda store: reaching(store, lambda: both(store)))

    def delete(self, note: PrivateNote) -> Future[None]:
        """Delete a note for good; lines of it that were shown stay shown until they are taken back."""
        keys = self.keys
        return self._keeping.ask(lambda store: store.private(keys).delete(note.id))


def _delete(store: Store, record: str) -> None:
    """Delete for good; what is gone already is no trouble."""
    try:
        store.delete(record)
    except Trouble as trouble:
        if trouble.code != "not_found":
            raise
