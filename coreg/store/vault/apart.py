"""What another copy had of a private note or trigger becomes one of its own, once its owner can open it."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, TypeAlias

import orjson

from coreg.record.maps import PrivateTrigger
from coreg.record.private import PrivateNote
from coreg.store.vault import private
from coreg.store.vault.box import derive

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coreg.store.rows import Row
    from coreg.store.vault.keys import Keys

_INFO = b"coreg1 beside"
_ID_BYTES = 16

Own: TypeAlias = PrivateNote | PrivateTrigger
"""What can be sealed to one of the two. Sealed, nobody can tell which it is."""


def opened(keys: Keys, couple: str, key: str, sealed: str) -> Own | None:
    """Open a box of the note or trigger `key`; None for what is not the owner's, or neither.

    Anybody can seal to a public key.
    """
    text = private.unseal(keys, couple, key, sealed)
    if text is None:
        return None
    try:
        found = {**orjson.loads(text), "id": key}
        model: type[Own] = PrivateTrigger if "words" in found else PrivateNote
        return model.model_validate(found)
    except (ValueError, TypeError):
        return None


def set_apart(rows: Sequence[Row], keys: Keys, couple: str, made: Callable[[Own], Row]) -> dict[str, Row]:
    """Return, by id, the rows that change when each box beside a note that `keys` open gets a row.

    `made` seals a note. Its id is made of the owner's key and what the box holds: so what was set apart
    once does not come back when the same copy is taken in again, whatever became of it since; and to
    everybody else it looks like any other.
    """
    known = {row["id"] for row in rows}
    changed: dict[str, Row] = {}
    for row in rows:
        beside = row.get("beside", [])
        found: dict[str, Own | None] = {sealed: opened(keys, couple, row["id"], sealed) for sealed in beside}
        left = [sealed for sealed in beside if found[sealed] is None]
        if len(left) == len(beside):
            continue
        changed[row["id"]] = {**row, "beside": left} if left else _alone(row)
        shown = opened(keys, couple, row["id"], row["box"])
        for note in [one for one in found.values() if one]:
            key = _id_of(keys, note)
            if key not in known and (shown is None or _plain(note) != _plain(shown)):
                known.add(key)
                lineage = {"id": key, "beside": row["id"]}
                changed[key] = made(note.model_copy(update={**_beside(note, shown), **lineage}))
    return changed


def _beside(note: Own, shown: Own | None) -> Row:
    """Say what is otherwise for one that stands beside another: what is shown is shown of the first alone."""
    if isinstance(note, PrivateTrigger) and note.shared == getattr(shown, "shared", ""):
        return {"shown": (), "shared": ""}
    return {}


def _alone(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "beside"}


def _plain(note: Own) -> bytes:
    return orjson.dumps(note.model_dump(mode="json", exclude={"id", "beside"}), option=orjson.OPT_SORT_KEYS)


def _id_of(keys: Keys, note: Own) -> str:
    said = note.id.encode() + b"|" + _plain(note)
    return hmac.digest(derive(keys.own, b"", _INFO), said, "sha256")[:_ID_BYTES].hex()
