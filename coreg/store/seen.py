"""Whether a couple's books are older than this computer has seen them: a notice, never a refusal.

A folder that comes back from a stick or a backup opens like any other, and what was written since is not in
it. What was seen lies in the state folder, apart from the books, so that it does not come back with them.
It tells how often the home book was written and what its bytes hashed to, and nothing of what is in it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import orjson

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.book import HOME, unpack
from coreg.store.front import COUPLE

if TYPE_CHECKING:
    from pathlib import Path

    from coreg.store.files import Files
    from coreg.store.rows import Rows

NAME = "last_seen"
"""The file in the state folder."""

_KEPT = 40
_COUPLES = 20
_LIMIT = 2**20


@dataclass(frozen=True, slots=True)
class Here:
    """A home book on disk: whose it is, how often it was written, and the SHA-256 of its file."""

    couple: str
    gen: int
    sum: str


@dataclass(frozen=True, slots=True)
class Older:
    """Books older than what was seen here; `day` is when they were first seen as they are, if it is known."""

    day: date | None


def here(files: Files, rows: Rows) -> Here | None:
    """Look at the home book as it is on disk; None before there is a couple. Raises what reading raises."""
    couple = next(iter(rows.all(COUPLE)), None)
    found = disk.read(files.path(HOME))
    if couple is None or found is None:
        return None
    gen = unpack(files.seal, HOME, found[0]).gen
    return Here(str(couple["id"]), gen, sha256(found[0]).hexdigest())


def notice(now: Here | None, state: Path, today: date) -> Older | None:
    """Tell whether the books were seen here when they had been written more often; from then on it is known.

    Call it with `Store.here()` once the books can be read, and `remember` with it before they are closed. A
    state folder that cannot be read or written is no trouble: then nothing is told.
    """
    if now is None:
        return None
    known = _read(state).get(now.couple, [])
    remember(now, state, today)
    if not known or now.gen >= known[-1][0]:
        return None
    days = [_day(when) for gen, sum_, when in known if (gen, sum_) == (now.gen, now.sum)]
    return Older(days[0] if days else None)


def remember(now: Here | None, state: Path, today: date) -> None:
    """Note the books as they are now."""
    if now is None:
        return
    seen = _read(state)
    known = seen.pop(now.couple, [])
    mark = [now.gen, now.sum]
    days = [when for *other, when in known if other == mark]
    entries = [*(one for one in known if one[:2] != mark), [*mark, *(days or [today.isoformat()])[:1]]]
    fresh = {**dict(list(seen.items())[1 - _COUPLES :]), now.couple: entries[-_KEPT:]}
    with suppress(Trouble):
        disk.make_folder(state)
        disk.put(state / NAME, orjson.dumps(fresh))


def _read(state: Path) -> dict[str, list[Any]]:
    """Read what was seen: for each couple its entries, the last one last; nothing where it does not hold."""
    try:
        found = disk.read(state / NAME, _LIMIT)
        seen = orjson.loads(found[0]) if found else {}
        return {str(couple): [_entry(one) for one in entries] for couple, entries in seen.items()}
    except (Trouble, ValueError, TypeError, AttributeError):
        return {}


def _entry(found: list[Any]) -> list[Any]:
    gen, sum_, when = found
    return [int(gen), str(sum_), str(when)]


def _day(when: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(when)
    return None
