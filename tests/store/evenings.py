"""Everything the store does to the disk, one act after another, and all that can be seen of the result."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

from coreg.record.models import Session
from coreg.store import Store
from tests.store.helpers import EVENING, agreement, line, note, session
from tests.store.maps import drawn

Act: TypeAlias = Callable[[Store], object]


def seen(store: Store) -> dict[str, Any]:
    """Read everything there is to read."""
    return {
        "home": store.home(),
        "all": store.everything(),
        "bin": store.binned(),
        "live": store.left_open(),
        "aside": store.aside(),
        "years": store.years(),
    }


def prepare(store: Store) -> None:
    """Fill a store with a little of everything, over two years."""
    store.setup("Mina", "Jo")
    for day in range(1, 7):
        store.keep(session(date(2026, 11, day), line("1"), line("2", "And this.")))
    store.keep(session(date(2025, 12, 31)))
    store.keep(note("An old note.", date(2025, 6, 1)))
    store.keep(agreement())
    store.keep(note())


def _newest(store: Store) -> Session:
    return store.sessions(limit=1)[0]


def _close_agreement(store: Store) -> None:
    first = store.agreements()[0]
    store.keep(first.model_copy(update={"state": "kept", "closed": EVENING}))


def _bin_over_two_years(store: Store) -> None:
    with store.transaction():
        store.bin(store.notes()[-1].id)
        store.bin(_newest(store).id, "2")
        store.bin(store.notes()[0].id)


def _put_back(store: Store) -> None:
    store.restore(store.backups()[-1].name)


def _put_two_aside(store: Store) -> None:
    with store.transaction():
        store.put_aside("pause-1", b"a pause")
        store.put_aside("1", b"what waits for it")


def _come_back(store: Store) -> None:
    with store.transaction():
        store.keep(session(date(2026, 11, 21)))
        store.drop_aside("pause-1")
        store.drop_aside("1")


def _draw(store: Store) -> None:
    with store.transaction():
        drawn(store)


ACTS: dict[str, Act] = {
    "a note": lambda store: store.keep(note("A new note.")),
    "a session and its headline": lambda store: store.keep(session(date(2026, 11, 20))),
    "a first book of a year": lambda store: store.keep(note("Happy new year.", date(2027, 1, 1))),
    "an edit": lambda store: store.keep(store.notes()[0].model_copy(update={"text": "Changed."})),
    "a later word": lambda store: store.later(_newest(store).id, "line", "Still true."),
    "a closed agreement": _close_agreement,
    "the bin": lambda store: store.bin(_newest(store).id),
    "the bin over two years": _bin_over_two_years,
    "the empty bin": lambda store: store.empty_bin(),
    "a snapshot": lambda store: store.snapshot(b'{"step": 1}'),
    "another snapshot": lambda store: store.snapshot(b'{"step": 2}'),
    "no snapshot": lambda store: store.clear_live(),
    "put aside": lambda store: store.put_aside("one", b"sitting"),
    "dropped": lambda store: store.drop_aside("one"),
    "a pause and what waits for it": _put_two_aside,
    "a pause that is over, and its record": _come_back,
    "a backup": lambda store: store.backup("by-hand"),
    "a deletion for good": lambda store: store.delete(store.notes()[0].id),
    "maps, a link and a loop": _draw,
    "a field shown no more": lambda store: store.hide(store.maps().triggers[-1].id, ["echo"]),
    "a map taken back": lambda store: store.withdraw(store.maps().triggers[0].id),
    "a backup put back": _put_back,
}
"""In this order each finds what it needs."""
