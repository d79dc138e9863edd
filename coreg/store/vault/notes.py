"""Private notes, in and out: each sealed to its owner, among the other's without a sign of whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from coreg.record.private import PrivateNote
from coreg.record.trouble import Trouble
from coreg.store.checking import checked
from coreg.store.rows import PRIVATE_NOTES
from coreg.store.vault import private
from coreg.store.vault.apart import opened, set_apart
from coreg.store.vault.keys import Keys, public_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime

    from coreg.record.seams import Random
    from coreg.store.rows import Row, Rows
    from coreg.store.stamps import Stamps
    from coreg.store.vault.keys import Ring

_NOT_NOW = frozenset({"read_only", "disk_full", "cannot_write"})
"""Why something cannot be written that can wait until the next time."""


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
        """Read every note of the owner, newest first; what another copy had of one is a note of its own.

        Raises Trouble damaged for a book that holds something else.
        """
        with self._alone, self._rows.reading(PRIVATE_NOTES):
            rows = self._set_apart(self._rows.all(PRIVATE_NOTES))
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
        before = self._rows.get(PRIVATE_NOTES, note.id) or {}
        if before and self._opened(before) is None:
            raise Trouble("not_found", id=note.id)
        beside = {key: before[key] for key in ("beside",) if key in before}
        row = {**self._sealed(note), "was": before.get("changed", ""), **beside}
        self._rows.put(PRIVATE_NOTES, row)
        return note

    def _set_apart(self, rows: list[Row]) -> list[Row]:
        """Give what lies beside notes rows of its own; where nothing can be written it is shown anyway."""
        changed = set_apart(rows, self._keys, self._couple, self._sealed)
        try:
            if changed:
                with self._rows.shelf.transaction():
                    self._rows.put_all(PRIVATE_NOTES, changed.values())
        except Trouble as trouble:
            if trouble.code not in _NOT_NOW:
                raise
        return [*({row["id"]: row for row in rows} | changed).values()]

    def _sealed(self, note: PrivateNote) -> Row:
        """Seal a note as the first version of a row."""
        text = orjson.dumps(note.model_dump(mode="json", exclude={"id"}))
        public = public_of(self._keys.own)
        sealed = private.seal(public, self._couple, self._keys.who, note.id, text, self._random)
        return {"id": note.id, "was": "", "changed": self._stamps.token(), "box": sealed}

    def _opened(self, row: Row) -> PrivateNote | None:
        return opened(self._keys, self._couple, row["id"], row.get("box", ""))


def _newest(note: PrivateNote) -> tuple[datetime, str]:
    return note.written, note.id
