"""Which version of a record came from which, told by the stamps they name; and names for what a merge makes.

A version names the one it was edited from (`was`) and some before that (`line_of`). Devices are no help: the
same device may have edited two copies of one folder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypeAlias

from coreg.record.ids import uuid7

__all__ = ["KEPT", "Plain", "common", "derived_id", "descends", "edited_from", "joined", "origin"]

Plain: TypeAlias = Mapping[str, Any]
"""A record as plain values."""

KEPT = 20
"""How many earlier versions a version names beyond the one it was edited from."""

_JOINED = re.compile(r"(.*)\+([0-9a-f]{4})\.[0-9a-f]{8}")
_LAST_LEVEL = 0xFFFF
_ID_MS = re.compile(r"([0-9a-f]{8})-([0-9a-f]{4})-7")
_LAST_MS = (1 << 48) - 1
_MOST_MS = 1000


def edited_from(old: Plain) -> dict[str, Any]:
    """Return the lineage of a version that is edited from this one."""
    earlier = [old.get("was", ""), *old.get("line_of", ())]
    return {"was": old["changed"], "line_of": [stamp for stamp in earlier if stamp][:KEPT]}


def descends(version: Plain, other: Plain) -> bool:
    """Say whether a version came from the other; False too where its line is longer than it can name."""
    return other["changed"] in _ancestors(version)


def common(one: Plain, other: Plain) -> str:
    """Return the stamp of the last version both came from; empty where none is known."""
    return max({one["changed"], *_ancestors(one)} & {other["changed"], *_ancestors(other)}, default="")


def joined(newer: Plain, older: Plain) -> dict[str, Any]:
    """Return the stamp and lineage of what two versions become together, the same wherever that happens.

    Its stamp sorts right after the newer one's and before all that are newer still.
    """
    level = max(_level(newer["changed"]), _level(older["changed"])) + 1
    digest = _digest(*sorted((newer["changed"], older["changed"])))[:8]
    known = {*_ancestors(newer), *_ancestors(older)} - {newer["changed"], older["changed"]}
    line = [older["changed"], *sorted(known, reverse=True)]
    return {
        "was": newer["changed"],
        "line_of": [stamp for stamp in line if stamp][:KEPT],
        "changed": f"{origin(newer['changed'])}+{min(level, _LAST_LEVEL):04x}.{digest}",
    }


def origin(stamp: str) -> str:
    """Return the stamp that a person's own change was given, whatever was joined to it since."""
    found = _JOINED.fullmatch(stamp)
    return found[1] if found else stamp


def derived_id(key: str, *what: str) -> str:
    """Make the id for a second version of something: always the same, and sorting soon after the first."""
    digest = _digest(key, *what)
    found = _ID_MS.match(key)
    moment = int(found[1] + found[2], 16) if found else 0
    after = 1 + int(digest[:8], 16) % _MOST_MS
    return uuid7(min(moment + after, _LAST_MS), bytes.fromhex(digest[8:28]))


def _ancestors(version: Plain) -> set[str]:
    return {version.get("was", ""), *version.get("line_of", ())} - {""}


def _level(stamp: str) -> int:
    found = _JOINED.fullmatch(stamp)
    return int(found[2], 16) if found else 0


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()
