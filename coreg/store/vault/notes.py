"""What is private, in and out: notes and triggers, each sealed to its owner with no sign of whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import orjson

from coreg.record.maps import PrivateTrigger
from coreg.record.private import PrivateNote
from coreg.record.trouble import Trouble
from coreg.store.checking import checked
from coreg.store.rows import PRIVATE_NOTES
from coreg.store.vault import private
from coreg.store.vault.apart import Own, opened, set_apart
from coreg.store.vault.keys import Keys, public_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime

    from coreg.record.seams import Random
    from coreg.store.rows import Row, Rows
    from coreg.store.stamps import Stamps
    from coreg.store.vault.keys import Ring

O = TypeVar("O", PrivateNote, PrivateTrigger)  # noqa: E741

_NOT_NOW = frozenset({"read_only", "disk_full", "cannot_write"})
"""Why something cannot be written that can wait until the next time."""


class PrivateNotes:
    """The notes and triggers that these keys open; to everybody else each is like any other."""

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
        return self._all(PrivateNote)

    def triggers(self) -> tuple[PrivateTrigger, ...]:
        """Read every trigger of the owner, as `all` does notes."""
        return self._all(PrivateTrigger)

    def trigger(self, key: str) -> PrivateTrigger | None:
        """Read one trigger; None for what is none, or is not the owner's."""
        with self._alone:
            row = self._rows.get(PRIVATE_NOTES, key)
            found = row and self._opened(row)
        return found if isinstance(found, PrivateTrigger) else None

    def keep(self, note: O) -> O:
        """Keep a note or a trigger, new or changed; returned with its id.

        Raises Trouble: too_long, not_valid; not_found for one that is gone.
        """
        note = checked(note)
        with self._alone:
            return self._keep(note.model_copy(update={"id": note.id or self._stamps.token()}))

    def delete(self, key: str) -> None:
        """Delete a note or a trigger for good, everywhere.

        Raises Trouble not_found for what these keys do not open.
        """
        with self._alone:
            row = self._rows.get(PRIVATE_NOTES, key)
            if row is None or self._opened(row) is None:
                raise Trouble("not_found", id=key)
            self._forget(key)

    def _all(self, model: type[O]) -> tuple[O, ...]:
        with self._alone, self._rows.reading(PRIVATE_NOTES):
            rows = self._set_apart(self._rows.all(PRIVATE_NOTES))
        found = [note for note in map(self._opened, rows) if isinstance(note, model)]
        return tuple(sorted(found, key=_newest, reverse=True))

    def _keep(self, note: O) -> O:
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

    def _sealed(self, note: Own) -> Row:
        """Seal it as the first version of a row; a trigger without its many empty fields, to be no longer."""
        brief = isinstance(note, PrivateTrigger)
        text = orjson.dumps(note.model_dump(mode="json", exclude={"id"}, exclude_defaults=brief))
        public = public_of(self._keys.own)
        sealed = private.seal(public, self._couple, self._keys.who, note.id, text, self._random)
        return {"id": note.id, "was": "", "changed": self._stamps.token(), "box": sealed}

    def _opened(self, row: Row) -> Own | None:
        return opened(self._keys, self._couple, row["id"], row.get("box", ""))


def _newest(note: Own) -> tuple[datetime, str]:
    return note.written, note.id
