"""The living session on disk: a snapshot of the sitting, enough to go on with it or to keep its notes."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from coreg.practice.codec import from_plain, to_plain
from coreg.practice.sitting import Sitting

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FRESH", "JournalError", "LeftOpen", "read_snapshot", "write_snapshot"]

FRESH = 12 * 3600.0
"""Seconds after which a step is no longer offered again; its notes are kept."""

_VERSION = 1


class JournalError(ValueError):
    """A snapshot that cannot be read: written by a newer coreg, or damaged."""

    code = "journal"

    def __init__(self) -> None:
        """Carry no facts: the snapshot's own text stays out of every message."""
        super().__init__(self.code)
        self.facts: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A sitting that was interrupted: when it began, and when it was last written (aware, local).

    ``unclosed`` are sittings that were over before it began and could not be put into the book, oldest first.
    """

    id: str
    started: datetime
    saved: datetime
    zone: str
    sitting: Sitting
    unclosed: tuple[LeftOpen, ...] = ()

    def fresh(self, now: datetime) -> bool:
        """Tell whether its step may still be offered. A wall clock that was set back does no harm."""
        return abs(now.timestamp() - self.saved.timestamp()) < FRESH


def write_snapshot(left: LeftOpen) -> bytes:
    """Return the snapshot as JSON in UTF-8."""
    plain = {"v": _VERSION, **_plain(left)}
    if left.unclosed:
        plain["unclosed"] = [_plain(one) for one in left.unclosed]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


def read_snapshot(data: bytes) -> LeftOpen:
    """Read a snapshot back.

    Raises:
        JournalError: it is no snapshot of this version.
    """
    try:
        plain = json.loads(data)
        if plain["v"] != _VERSION:
            raise JournalError
        return replace(_left(plain), unclosed=tuple(_left(one) for one in plain.get("unclosed", ())))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise JournalError from error


def _plain(left: LeftOpen) -> dict[str, object]:
    return {
        "id": left.id,
        "started": left.started.isoformat(),
        "saved": left.saved.astimezone(UTC).isoformat(),
        "zone": left.zone,
        "sitting": to_plain(left.sitting),
    }


def _left(plain: Mapping[str, Any]) -> LeftOpen:
    sitting = from_plain(plain["sitting"])
    if not isinstance(sitting, Sitting):
        raise JournalError
    return LeftOpen(
        id=str(plain["id"]),
        started=datetime.fromisoformat(plain["started"]),
        saved=datetime.fromisoformat(plain["saved"]),
        zone=str(plain["zone"]),
        sitting=sitting,
    )
