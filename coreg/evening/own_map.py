"""A map of one's own: triggers that only their owner sees, and what they choose to show of them."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from coreg.evening.own_room import OwnRoom
from coreg.evening.reached import reaching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future
    from datetime import datetime

    from coreg.record.maps import PrivateTrigger, Trigger
    from coreg.store import Store

__all__ = ["OwnMap"]


class OwnMap(OwnRoom):
    """A room with triggers in it. What the other sees of one changes by `show` and `take_back` alone.

    What deletes raises NotEverywhere, with what became of it, where a backup could not be reached yet.
    """

    def triggers(self) -> Future[tuple[PrivateTrigger, ...]]:
        """Return the owner's triggers, newest first, each with what is really shown of it now."""
        keys = self.keys

        def read(store: Store) -> tuple[PrivateTrigger, ...]:
            found = store.private(keys).triggers()
            shared = store.triggers({one.shared for one in found if one.shared})
            return tuple(_as_shown(one, shared.get(one.shared)) for one in found)

        return self._keeping.ask(read)

    def blank_trigger(self) -> PrivateTrigger:
        """Return a new trigger for its owner's eyes, begun now."""
        from coreg.record.maps import MapWords, PrivateTrigger

        now = self._now()
        return PrivateTrigger(
            words=MapWords(),
            written=now.astimezone(UTC),
            zone=self._zone(now),
            local_date=now.date(),
        )

    def keep_trigger(self, trigger: PrivateTrigger) -> Future[PrivateTrigger]:
        """Keep a trigger, new or changed; the one that comes back has its id.

        Words that stood there before are kept as an earlier version, but not those of one that was still
        being written. What the other sees stays as it is.
        """
        return self.keep_trigger_made(lambda: trigger)

    def keep_trigger_made(self, make: Callable[[], PrivateTrigger]) -> Future[PrivateTrigger]:
        """Keep the trigger that is made when its turn comes, after everything that was asked for before."""
        return self._change(make, lambda _store, kept: kept)

    def trigger_came_up(self, trigger: PrivateTrigger, strength: int) -> Future[PrivateTrigger]:
        """Note that it came up again today, and how strongly; that is shown if the strength is."""
        day = self._now().date()

        def came(store: Store, kept: PrivateTrigger) -> PrivateTrigger:
            from coreg.record.maps import Came

            again = (*kept.came, Came(day=day, strength=strength))
            shared = _shared(store, kept)
            if shared and "strength" in kept.shown:
                store.keep(shared.model_copy(update={"came": again}))
            return kept.model_copy(update={"came": again})

        return self._change(lambda: trigger, came)

    def show(self, trigger: PrivateTrigger, fields: Iterable[str]) -> Future[PrivateTrigger]:
        """Let the other see these fields and no others; what was shown until now goes for good, everywhere.

        How often it came up is shown with the strength. With no field, or none in which anything stands, it
        is taken back.
        """
        keys, now, wanted = self.keys, self._now(), frozenset(fields)

        def shown(store: Store, kept: PrivateTrigger) -> PrivateTrigger:
            from coreg.record.mapping import only, said
            from coreg.record.maps import SHOWABLE, Trigger

            words = only(kept.words, wanted)
            if not said(words):
                return _taken_back(store, kept)
            names = tuple(name for name in SHOWABLE if name in wanted)
            came = kept.came if "strength" in wanted else ()
            shared = _shared(store, kept)
            if shared is None:
                made = Trigger(
                    owner=keys.who,
                    words=words,
                    came=came,
                    written=now.astimezone(UTC),
                    zone=self._zone(now),
                    local_date=now.date(),
                )
                return kept.model_copy(update={"shown": names, "shared": store.keep(made).id})
            kept = _nothing_lost(kept, shared, now)
            _hide(store, shared, {*kept.shown}, wanted)
            store.keep(shared.model_copy(update={"words": words, "came": came, "earlier": ()}))
            if shared.binned:
                store.unbin(shared.id)
            return kept.model_copy(update={"shown": names})

        return self._change(lambda: trigger, shown)

    def take_back(self, trigger: PrivateTrigger) -> Future[PrivateTrigger]:
        """Show nothing of it any more: its shared part goes for good and everywhere, with links and loops."""
        return self._change(lambda: trigger, _taken_back)

    def delete_trigger(self, trigger: PrivateTrigger) -> Future[None]:
        """Delete a trigger for good and everywhere, with what is shown of it."""
        keys = self.keys

        def deleted(store: Store) -> None:
            private = store.private(keys)
            known = private.trigger(trigger.id)
            if known is not None:
                _taken_back(store, known)
            private.delete(trigger.id)

        return self._keeping.ask(lambda store: reaching(store, lambda: deleted(store)))

    def _change(
        self, make: Callable[[], PrivateTrigger], change: Callable[[Store, PrivateTrigger], PrivateTrigger]
    ) -> Future[PrivateTrigger]:
        """Keep a trigger as it is in hand, and change it and what is shown of it in the same stroke."""
        keys, at = self.keys, self._now().astimezone(UTC)

        def changed(store: Store) -> PrivateTrigger:
            private, trigger = store.private(keys), make()
            known = private.trigger(trigger.id)
            kept = trigger if known is None else _in_hand(trigger, known, at)
            return private.keep(change(store, _as_shown(kept, _shared(store, kept))))

        return self._keeping.ask(lambda store: reaching(store, lambda: changed(store)))


def _shared(store: Store, trigger: PrivateTrigger) -> Trigger | None:
    """Find what is shown of a trigger, in the bin or not."""
    return store.trigger(trigger.shared) if trigger.shared else None


def _in_hand(trigger: PrivateTrigger, known: PrivateTrigger, at: datetime) -> PrivateTrigger:
    """Return a trigger as somebody holds it, with what only the books know of it."""
    from coreg.record.mapping import earlier_with

    earlier = known.earlier
    if not known.at_field:
        earlier = earlier_with(earlier, known.words, trigger.words, at)
    fixed = {name: getattr(known, name) for name in ("came", "shown", "shared", "beside")}
    return trigger.model_copy(update={**fixed, "earlier": earlier})


def _as_shown(trigger: PrivateTrigger, shared: Trigger | None) -> PrivateTrigger:
    """Return a trigger with what is really shown of it: either may have deleted some, and in another copy."""
    from coreg.record.mapping import came_together
    from coreg.record.shown import part_of

    if shared is None:
        return trigger.model_copy(update={"shown": (), "shared": ""})
    shown = tuple(name for name in trigger.shown if part_of(name) not in shared.taken_out)
    came = came_together(trigger.came, shared.came)
    return trigger.model_copy(update={"shown": shown, "came": came})


def _nothing_lost(trigger: PrivateTrigger, shared: Trigger, now: datetime) -> PrivateTrigger:
    """Return a trigger that has among its earlier versions what was written where both see it."""
    from coreg.record.mapping import said
    from coreg.record.maps import Earlier

    known = [trigger.words, *(one.words for one in trigger.earlier)]
    new = [
        one
        for one in (*shared.earlier, Earlier(at=now.astimezone(UTC), words=shared.words))
        if any(
            all(getattr(one.words, name) != getattr(words, name) for words in known)
            for name in said(one.words)
        )
    ]
    return trigger.model_copy(update={"earlier": (*trigger.earlier, *new)})


def _hide(store: Store, shared: Trigger, were: set[str], wanted: frozenset[str]) -> None:
    """Take out for good what was ever shown and is not any more."""
    from coreg.record.mapping import said

    held = {*said(shared.words), *(name for one in shared.earlier for name in said(one.words)), *were}
    if held - wanted:
        store.hide(shared.id, held - wanted)


def _taken_back(store: Store, trigger: PrivateTrigger) -> PrivateTrigger:
    if _shared(store, trigger):
        store.withdraw(trigger.shared)
    return trigger.model_copy(update={"shown": (), "shared": ""})
