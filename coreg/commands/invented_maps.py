"""The maps of the invented couple: triggers of both, the links that make loops, ways out, good moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from coreg.commands.book import zone_name
from coreg.content import pack

if TYPE_CHECKING:
    from coreg.commands.invention import Invention
    from coreg.record.maps import Trigger
    from coreg.store import Store

__all__ = ["draw_maps"]

_DRAWN = timedelta(days=70)
"""How long before today they drew their maps."""
_AGREED = timedelta(days=12)
_EVERY = timedelta(days=19)
"""From one good moment to the next."""
_WORDS = ("id", "owner", "came")


def draw_maps(store: Store, past: Invention) -> None:
    """Keep the maps of the couple, as if they had drawn them some weeks ago; all of it together."""
    from coreg.record.maps import Link

    words, today = pack("invented_maps"), past.today.date()
    past.go_to(today - _DRAWN, time(20, 30))
    with store.transaction():
        triggers = {one["id"]: store.keep(_trigger(one, past)) for one in words["triggers"]}
        for one in words["links"]:
            ends = {end: triggers[one[end]].id for end in ("cue", "move")}
            store.keep(Link.model_validate({**one, **ends, **_drawn(past, "made")}))
        for one in words["resources"]:
            _keep_resource(store, one, past)
        past.go_to(today - _AGREED, time(21, 5))
        _name_loop(store, words, triggers, past)
        for number, one in enumerate(words["glimmers"]):
            past.go_to(today - timedelta(days=1) - _EVERY * number, time(18, 10))
            _keep_glimmer(store, one, past, "ab"[number % 2])


def _drawn(past: Invention, moment: str) -> dict[str, Any]:
    return {moment: past.moment.astimezone(UTC), "local_date": past.moment.date()}


def _trigger(one: dict[str, Any], past: Invention) -> Trigger:
    from coreg.record.maps import Came, MapWords, Trigger

    said = {name: value for name, value in one.items() if name not in _WORDS}
    days = [(past.today.date() - timedelta(days=ago), strength) for ago, strength in one.get("came", ())]
    return Trigger(
        owner=one["owner"],
        words=MapWords.model_validate(said),
        came=tuple(Came(day=day, strength=strength) for day, strength in days),
        zone=zone_name(past.today),
        **_drawn(past, "written"),
    )


def _keep_resource(store: Store, one: dict[str, Any], past: Invention) -> None:
    from coreg.record.maps import Resource

    store.keep(Resource.model_validate({**one, **_drawn(past, "written")}))


def _keep_glimmer(store: Store, one: dict[str, Any], past: Invention, by: str) -> None:
    from coreg.record.maps import Glimmer

    zone = zone_name(past.today)
    store.keep(Glimmer.model_validate({**one, "by": by, "zone": zone, **_drawn(past, "written")}))


def _name_loop(store: Store, words: dict[str, Any], triggers: dict[str, Trigger], past: Invention) -> None:
    """Keep the first loop with its name and ways out; each way out is agreed, without the loop's name."""
    from coreg.record.maps import Loop
    from coreg.record.models import Agreement

    first = [triggers[words["triggers"][number]["id"]].id for number in (0, 1)]
    named = {"name": words["loop"], "moves": words["moves"], "triggers": first, "exits": words["exits"]}
    named |= _drawn(past, "written")
    store.keep(Loop.model_validate(named))
    for way in words["exits"]:
        store.keep(Agreement(text=way["text"], look_again=_in_a_month(past.today), **_drawn(past, "made")))


def _in_a_month(today: datetime) -> date:
    return today.date() + timedelta(days=30)
