"""A map for both while it is written: it survives leaving and a crash, and nobody sees it before it is shown.

A map that one keeps alone is its own draft, sealed in their room. One that is for both from the start lies
with what was put aside, until its owner says what of it is shown; what is not shown then is kept nowhere.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from coreg.evening.reached import reaching
from coreg.record.ids import MAP, uuid7

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future

    from coreg.evening.keeping import Keeping
    from coreg.evening.maps import Maps
    from coreg.practice.play import Seat
    from coreg.record.maps import PrivateTrigger, Trigger
    from coreg.store import Store

__all__ = ["MapDrafts"]

_RANDOM = 10


class MapDrafts:
    """What is being written for both, one new map of each, and one draft of each map that is changed.

    Futures are done when it is safely on disk; they raise what the store raises.
    """

    def __init__(self, keeping: Keeping, maps: Maps) -> None:
        """Take the books, and what makes new maps."""
        self._keeping = keeping
        self._maps = maps

    def blank(self, owner: Seat) -> PrivateTrigger:
        """Return a new draft, begun now."""
        trigger = self._maps.blank(owner)
        # The moment tells two maps of one person apart; whose it is, those of the two.
        digest = blake2b(f"{owner} {trigger.written.isoformat()}".encode(), digest_size=_RANDOM).digest()
        id_ = uuid7(int(trigger.written.timestamp() * 1000), digest)
        return draft_of(trigger.model_copy(update={"id": id_}))

    def left(self, owner: Seat) -> Future[PrivateTrigger | None]:
        """Return the new map that was left; None where there is none, and for one that cannot be read."""
        return self._keeping.ask(lambda store: _read(store, MAP + owner))

    def of(self, trigger: Trigger) -> Future[PrivateTrigger]:
        """Return what a map is being changed to, or how it is."""
        return self._keeping.ask(lambda store: _read(store, MAP + trigger.id) or draft_of(trigger))

    def keep_made(self, owner: Seat, make: Callable[[], PrivateTrigger]) -> Future[PrivateTrigger]:
        """Keep a draft that is made when its turn comes."""

        def kept(store: Store) -> PrivateTrigger:
            draft = make()
            store.put_aside(_row(draft, owner), draft.model_dump_json().encode())
            return draft

        return self._keeping.ask(kept)

    def show(self, owner: Seat, draft: PrivateTrigger, fields: Iterable[str]) -> Future[Trigger | None]:
        """Make a new map of these fields that both can see; with none of them nothing of it is kept anywhere.

        The draft goes from every backup as well. Raises NotEverywhere, with the map, where it has not yet.
        """
        names = tuple(fields)
        blank = self._maps.blank(owner)

        def shown(store: Store) -> Trigger | None:
            from coreg.record.mapping import only

            when = {name: getattr(draft, name) for name in ("written", "zone", "local_date")}
            store.drop_aside(_row(draft, owner))
            words = only(draft.words, names)
            kept = store.keep(blank.model_copy(update={"words": words, **when})) if names else None
            # What names a record that is withdrawn goes from every backup, and the drafts name this one.
            store.keep(blank.model_copy(update={"id": draft.id}))
            store.withdraw(draft.id)
            return kept

        return self._keeping.ask(lambda store: reaching(store, lambda: shown(store)))

    def change(self, owner: Seat, trigger: Trigger, draft: PrivateTrigger) -> Future[Trigger]:
        """Let a map say what its draft says, and let the draft go: both or neither."""
        changed = self._maps.kept_by(trigger.model_copy(update={"words": draft.words}))

        def both(store: Store) -> Trigger:
            with store.transaction():
                store.drop_aside(_row(draft, owner))
                return changed(store)

        return self._keeping.ask(both)


def draft_of(trigger: Trigger) -> PrivateTrigger:
    """Return a map as a draft of itself; one that is there already is named by ``shared``."""
    from coreg.record.maps import PrivateTrigger

    return PrivateTrigger(
        id=trigger.id,
        words=trigger.words,
        shared=trigger.id if trigger.changed else "",
        written=trigger.written,
        zone=trigger.zone,
        local_date=trigger.local_date,
    )


def _row(draft: PrivateTrigger, owner: Seat) -> str:
    return MAP + (draft.shared or owner)


def _read(store: Store, row: str) -> PrivateTrigger | None:
    from coreg.record.maps import PrivateTrigger

    data = dict(store.aside()).get(row)
    if data is None:
        return None
    try:
        return PrivateTrigger.model_validate_json(data)
    except ValueError:
        return None
