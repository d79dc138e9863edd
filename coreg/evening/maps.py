"""The maps of the two, as screens may ask for them: triggers, links, loops, good moments, what helps.

All of it is what both may see. What one of them keeps alone is in their own room: `coreg.evening.space`.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from coreg.evening.reached import reaching
from coreg.record.shown import Shown
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from datetime import date, datetime
    from typing import Literal

    from coreg.evening.past import Past
    from coreg.record.maps import Exit, Glimmer, Link, Loop, Resource, Trigger
    from coreg.record.models import Agreement, Seat
    from coreg.store import Store

    Who = Literal["me", "you", "us", "else"]

__all__ = ["Maps", "Shown"]


class Maps:
    """Futures are done when it is safely on disk; they raise what the store raises."""

    def __init__(
        self, keeping: Past, *, now: Callable[[], datetime], zone: Callable[[datetime], str]
    ) -> None:
        """Take the books and the seams; `zone` names the time zone of a moment."""
        self._keeping = keeping
        self._now = now
        self._zone = zone

    def all(self) -> Future[Shown]:
        """Return what both may see, newest first: nothing from the bin, nor what leads there."""
        return self._keeping.ask(lambda store: store.maps())

    # Triggers

    def blank(self, owner: Seat) -> Trigger:
        """Return a new trigger that both may see, begun now."""
        from coreg.record.maps import MapWords, Trigger

        now = self._now()
        return Trigger(
            owner=owner,
            words=MapWords(),
            written=now.astimezone(UTC),
            zone=self._zone(now),
            local_date=now.date(),
        )

    def keep(self, trigger: Trigger) -> Future[Trigger]:
        """Keep a trigger, new or changed; words that stood there before are kept as an earlier version."""
        return self._keeping.ask(self.kept_by(trigger))

    def kept_by(self, trigger: Trigger) -> Callable[[Store], Trigger]:
        """Return what keeps a trigger as `keep` does, for what is to happen in one stroke with more."""
        at = self._now().astimezone(UTC)

        def kept(store: Store) -> Trigger:
            from coreg.record.mapping import earlier_with

            known = _trigger(store, trigger.id) if trigger.id else None
            if known is None:
                return store.keep(trigger)
            earlier = earlier_with(known.earlier, known.words, trigger.words, at)
            return store.keep(trigger.model_copy(update={"came": known.came, "earlier": earlier}))

        return kept

    def came_up(self, trigger: Trigger, strength: int) -> Future[Trigger]:
        """Note that it came up again today, and how strongly: 0 settled to 10 more than can be held.

        Raises Trouble: not_found; no_number where its number is not shown: then neither is this.
        """
        day = self._now().date()

        def came(store: Store) -> Trigger:
            from coreg.record.maps import Came

            known = _trigger(store, trigger.id)
            if known.words.strength is None:
                raise Trouble("no_number")
            again = (*known.came, Came(day=day, strength=strength))
            return store.keep(known.model_copy(update={"came": again}))

        return self._keeping.ask(came)

    def take_back(self, trigger_id: str) -> Future[None]:
        """Delete a trigger for good and everywhere, with its links and the loops through it.

        Raises Trouble: not_found; NotEverywhere where a backup could not be reached yet.
        """
        return self._keeping.ask(lambda store: reaching(store, lambda: store.withdraw(trigger_id)))

    # Links

    def link(self, cue_id: str, move_id: str) -> Future[Link]:
        """Draw "this cue of mine is that move of yours"; what is drawn already is returned as it is.

        Raises Trouble: not_found; not_valid where both belong to one of the two.
        """
        now = self._now()

        def drawn(store: Store) -> Link:
            from coreg.record.maps import Link

            if _trigger(store, cue_id).owner == _trigger(store, move_id).owner:
                raise Trouble("not_valid", field="move")
            for link in store.maps().links:
                if (link.cue, link.move) == (cue_id, move_id):
                    return link
            made = now.astimezone(UTC)
            return store.keep(Link(cue=cue_id, move=move_id, made=made, local_date=now.date()))

        return self._keeping.ask(drawn)

    def nod(self, link: Link) -> Future[Link]:
        """Note that the owner of the move sees it so, too."""
        return self._keeping.ask(lambda store: store.keep(link.model_copy(update={"nodded": True})))

    def unlink(self, link_id: str) -> Future[None]:
        """Take a link away for good."""
        return self._keeping.ask(lambda store: store.delete(link_id))

    # Loops, and what was agreed about them

    def blank_loop(self, name: str) -> Loop:
        """Return a new loop, named now."""
        from coreg.record.maps import Loop

        now = self._now()
        return Loop(name=name, written=now.astimezone(UTC), local_date=now.date())

    def keep_loop(self, loop: Loop) -> Future[Loop]:
        """Keep a loop, new or changed; ways out that were agreed on meanwhile stay in it.

        Raises Trouble loop_changed where something it goes through is not there any more.
        """
        return self._keeping.ask(lambda store: store.keep(_with_exits(store, loop)))

    def let_go(self, loop_id: str) -> Future[None]:
        """Put a loop into the bin; what was agreed about it stays agreed."""
        return self.bin(loop_id)

    def agree(self, loop: Loop, exit: Exit, look_again: date | None) -> Future[Loop]:
        """Put a way out into a loop, and into the agreements without the loop's name; both or neither.

        Raises Trouble loop_changed as `keep_loop` does.
        """
        agreement = self._agreement(exit.text, look_again)

        def agreed(store: Store) -> Loop:
            with store.transaction():
                store.keep(agreement)
                known = _with_exits(store, loop)
                return store.keep(known.model_copy(update={"exits": (*known.exits, exit)}))

        return self._keeping.ask(agreed)

    def agree_on(self, text: str, look_again: date | None) -> Future[Agreement]:
        """Keep something the two agreed on: an early sign and what to do then, a signal."""
        agreement = self._agreement(text, look_again)
        return self._keeping.ask(lambda store: store.keep(agreement))

    def _agreement(self, text: str, look_again: date | None) -> Agreement:
        from coreg.record.models import Agreement

        now = self._now()
        return Agreement(text=text, made=now.astimezone(UTC), local_date=now.date(), look_again=look_again)

    # What helps

    def blank_glimmer(self, text: str, by: Seat | None = None) -> Glimmer:
        """Return a new moment that eased somebody, written now."""
        from coreg.record.maps import Glimmer

        now = self._now()
        written, zone = now.astimezone(UTC), self._zone(now)
        return Glimmer(text=text, by=by, written=written, zone=zone, local_date=now.date())

    def glimmer(
        self, text: str, *, sense: str = "", who: Who | None = None, why: str = "", by: Seat | None = None
    ) -> Future[Glimmer]:
        """Keep a moment that eased somebody."""
        made = self.blank_glimmer(text, by).model_copy(update={"sense": sense, "who": who, "why": why})
        return self.keep_glimmer(lambda: made)

    def keep_glimmer(self, make: Callable[[], Glimmer]) -> Future[Glimmer]:
        """Keep the moment, new or changed, that is made when its turn comes: after all asked for before."""
        return self._keeping.ask(lambda store: store.keep(make()))

    def glimmers(self, since: date) -> Future[tuple[Glimmer, ...]]:
        """Return the glimmers since a day, newest first."""
        return self._keeping.ask(lambda store: store.glimmers(since))

    def blank_resource(self, title: str, owner: Seat | None = None) -> Resource:
        """Return something new that helps one of them, or both."""
        from coreg.record.maps import Resource

        now = self._now()
        return Resource(title=title, owner=owner, written=now.astimezone(UTC), local_date=now.date())

    def keep_resource(self, resource: Resource) -> Future[Resource]:
        """Keep something that helps, new or changed."""
        return self.keep_resource_made(lambda: resource)

    def keep_resource_made(self, make: Callable[[], Resource]) -> Future[Resource]:
        """Keep something that helps, made when its turn comes: after all that was asked for before."""
        return self._keeping.ask(lambda store: store.keep(make()))

    # The bin

    def bin(self, record_id: str) -> Future[None]:
        """Put a trigger, loop, glimmer or resource into the bin; either may."""
        return self._keeping.ask(lambda store: store.bin(record_id))

    def unbin(self, record_id: str) -> Future[None]:
        """Take it out again."""
        return self._keeping.ask(lambda store: store.unbin(record_id))


def _with_exits(store: Store, loop: Loop) -> Loop:
    """Return a loop with the ways out that the book has of it, too. Raises Trouble loop_changed."""
    known = _there(store, loop)
    more = (one for one in getattr(known, "exits", ()) if one not in loop.exits)
    return loop.model_copy(update={"exits": (*loop.exits, *more)})


def _there(store: Store, loop: Loop) -> object:
    """Return a loop as the book has it; a new one as it is. Raises Trouble loop_changed."""
    if not {*loop.triggers} <= store.triggers({*loop.triggers}).keys():
        raise Trouble("loop_changed")
    try:
        return store.find(loop.id) if loop.id else loop
    except Trouble as trouble:
        if trouble.code != "not_found":
            raise
        raise Trouble("loop_changed") from None


def _trigger(store: Store, trigger_id: str) -> Trigger:
    """Find a trigger. Raises Trouble not_found."""
    from coreg.record.maps import Trigger

    found = store.find(trigger_id)
    if isinstance(found, Trigger):
        return found
    raise Trouble("not_found", id=trigger_id)
