"""A pause as it lies in the book of what is alive, and the record that is made of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coreg.content.dates import on_the_wall
from coreg.practice.timeout import Reading, Timeout, asked, minutes
from coreg.record.ids import PAUSE, uuid7

if TYPE_CHECKING:
    from coreg.record.models import Session

__all__ = ["KIND", "Pause", "new_pause", "read_pause", "record_of", "row_of", "write_pause"]

KIND = "timeout"
"""The kind of its session, and the name of its practice."""

_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Pause:
    """One pause: ``id`` is that of its record, ``session`` of the sitting that waits for the return, if any.

    ``zone`` and ``day`` (YYYY-MM-DD) are where and when it was asked for; ``kept`` tells whether its record
    is in the book already.
    """

    id: str
    timeout: Timeout
    zone: str
    day: str
    session: str = ""
    kept: bool = False

    def back(self, zone: datetime) -> datetime | None:
        """Return the promised return in the time zone of a moment; None when it is left open."""
        at = self.timeout.back
        return None if at is None else on_the_wall(datetime.fromtimestamp(at, UTC), zone)


def new_pause(
    reading: Reading, moment: datetime, zone: str, random: bytes, seconds: float, session: str = ""
) -> Pause:
    """Return a pause that begins now, the same moment in both forms; ten bytes of chance name it."""
    name = uuid7(int(moment.timestamp() * 1000), random)
    return Pause(name, asked(reading, seconds), zone, moment.date().isoformat(), session)


def row_of(pause: Pause) -> str:
    """Return the id under which it is put aside: apart from its sitting, which has the id of its session."""
    return f"{PAUSE}{pause.id}"


def write_pause(pause: Pause) -> bytes:
    """Return it as JSON."""
    return json.dumps({"v": 1, **asdict(pause)}, separators=(",", ":")).encode()


def read_pause(row: str, data: bytes) -> Pause | None:
    """Read one back; None for what else was put aside, and for what cannot be read."""
    if not row.startswith(PAUSE):
        return None
    try:
        plain = json.loads(data)
        timeout = plain["timeout"]
        seconds = timeout["seconds"]
        return Pause(
            id=str(plain["id"]),
            timeout=Timeout(
                _reading(timeout["begun"]),
                _reading(timeout["since"]),
                None if seconds is None else float(seconds),
                int(timeout["times"]),
                bool(timeout["again"]),
            ),
            zone=str(plain["zone"]),
            day=datetime.fromisoformat(plain["day"]).date().isoformat(),
            session=str(plain["session"]),
            kept=bool(plain["kept"]),
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _reading(plain: dict[str, object]) -> Reading:
    wall, awake = float(str(plain["wall"])), float(str(plain["awake"]))
    # A moment that no calendar has would be shown nowhere.
    datetime.fromtimestamp(wall, UTC)
    return Reading(wall, str(plain["boot"]), awake)


def record_of(pause: Pause, now: Reading, *, planned: bool) -> Session:
    """Return the record: how long the pause was, whether another time was planned, and nothing else."""
    from coreg.evening.records import derived_id
    from coreg.record.models import Entry, Session

    lasted = minutes(pause.timeout, now)
    started = datetime.fromtimestamp(pause.timeout.begun.wall, UTC)
    entry = Entry(
        id=derived_id(pause.id, "entry 0"),
        n=0,
        practice=KIND,
        params={"minutes": lasted, "planned_again": planned},
        done_s=lasted * _MINUTE,
    )
    return Session(
        id=pause.id,
        kind=KIND,
        started=started,
        ended=max(started, datetime.fromtimestamp(now.wall, UTC)),
        zone=pause.zone,
        local_date=datetime.fromisoformat(pause.day).date(),
        done_s=lasted * _MINUTE,
        entries=(entry,),
    )
