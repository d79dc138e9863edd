"""Private notes, in and out: each sealed to its owner, among the other's without a sign of whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from coreg.record.private import PrivateNote
from coreg.record.trouble import Trouble
from coreg.store.checking import checked
from coreg.store.rows import PRIVATE_NOTES
from coreg.store.vault import private
from coreg.store.vault.keys import Keys, public_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime

    from coreg.record.seams import Random
    from coreg.store.rows import Row, Rows
    from coreg.store.stamps import Stamps
    from coreg.store.vault.keys import Ring


class PrivateNotes:
    """The notes that these keys open."""

    def __init__(
        self,
        rows: Rows,
        stamps: Stamps,
        ring: Ring,
        keys: Keys,
        random: Random,
        forget: Callable[[str], None],
        alone: AbstractContextManager[object],
    ) -> None:
        """Look into `rows` with the keys of one partner; `forget` deletes a record for good, by its id.

        `alone` is held while anything is read or written.
        """
        self._alone = alone
        self._rows = rows
        self._stamps = stamps
        self._couple = ring.id
        self._keys = keys
        self._random = random
        self._forget = forget

    def all(self) -> tuple[PrivateNote, ...]:
        """Read every note of the owner, newest first."""
        with self._alone:
            rows = self._rows.all(PRIVATE_NOTES)
        found = (self._opened(row) for row in rows)
        return tuple(sorted((note for note in found if note), key=_newest, reverse=True))

    def keep(self, note: PrivateNote) -> PrivateNote:
        """Keep a note, new or changed; returned with its id.

        Raises Trouble: too_long, not_valid; not_found for one that is gone.
        """
        note = checked(note)
        with self._alone:
            return self._keep(note.model_copy(update={"id": note.id or self._stamps.token()}))

    def delete(self, key: str) -> None:
        """Delete a note for good, everywhere. Raises Trouble not_found for what these keys do not open."""
        with self._alone:
            row = self._rows.get(PRIVATE_NOTES, key)
            if row is None or self._opened(row) is None:
                raise Trouble("not_found", id=key)
            self._forget(key)

    def _keep(self, note: PrivateNote) -> PrivateNote:
        before = self._rows.get(PRIVATE_NOTES, note.id)
        if before and self._opened(before) is None:
            raise Trouble("not_found", id=note.id)
        text = orjson.dumps(note.model_dump(mode="json", exclude={"id"}))
        public = public_of(self._keys.own)
        sealed = private.seal(public, self._couple, self._keys.who, note.id, text, self._random)
        was = before["changed"] if before else ""
        row = {"id": note.id, "was": was, "changed": self._stamps.token(), "box": sealed}
        self._rows.put(PRIVATE_NOTES, row)
        return note

    def _opened(self, row: Row) -> PrivateNote | None:
        """Open a note; None for what is not the owner's, or no note: anybody can seal to a public key."""
        text = private.unseal(self._keys, self._couple, row["id"], row.get("box", ""))
        if text is None:
            return None
        try:
            return PrivateNote.model_validate({**orjson.loads(text), "id": row["id"]})
        except (ValueError, TypeError):
            return None


def _newest(note: PrivateNote) -> tuple[datetime, str]:
    return note.written, note.id
