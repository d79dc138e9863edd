"""Both partners' maps side by side: in which order, which letters stand for which links, and what helps whom.

Only what is shown to both comes in here, so nothing can be told of anything else. The same entries give the
same picture, in whatever order they come.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING, Literal

from coreg.insight.search import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from coreg.record.maps import Link, MapWords, Resource, Trigger

__all__ = [
    "HELPS",
    "ORDERS",
    "Atlas",
    "Drawn",
    "Help",
    "Order",
    "Spot",
    "atlas",
    "came_last",
    "helps",
    "letter",
    "linkable",
    "resources_of",
    "strength_now",
    "title_of",
]

Order = Literal["strength", "recent"]
"""The strongest first, or what came up last first."""

ORDERS: tuple[Order, ...] = ("strength", "recent")

HELPS = ("helps_me", "helps_you", "please_dont", "early_sign")
"""The fields that say what helps, in the order in which a card says them."""

_TITLES = ("name", "cue", "move", "story", "feeling", "softer", "need", "early_sign", "echo")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A link as it stands on the map: its letter, and both ends."""

    letter: str
    link: Link
    cue: Trigger
    move: Trigger


@dataclass(frozen=True, slots=True)
class Spot:
    """One trigger on the map, with the links that begin at its cue and those that end at its move."""

    trigger: Trigger
    from_cue: tuple[Drawn, ...] = ()
    to_move: tuple[Drawn, ...] = ()


@dataclass(frozen=True, slots=True)
class Atlas:
    """Both columns, and the links between them in the order of their letters."""

    a: tuple[Spot, ...] = ()
    b: tuple[Spot, ...] = ()
    links: tuple[Drawn, ...] = ()

    def of(self, seat: str) -> tuple[Spot, ...]:
        """Return the column of one of the two."""
        return self.a if seat == "a" else self.b

    def spot(self, trigger: object) -> Spot | None:
        """Return where a trigger stands, by its id; None for one that is not on the map."""
        return next((spot for spot in (*self.a, *self.b) if spot.trigger.id == trigger), None)


@dataclass(frozen=True, slots=True)
class Help:
    """One thing that helps, does not, or comes before: the field it stands in, and its words."""

    kind: str
    text: str


def atlas(
    triggers: Iterable[Trigger], links: Iterable[Link], order: Order = "strength", words: str = ""
) -> Atlas:
    """Lay the maps out.

    Args:
        triggers: what both may see.
        links: which cue is which move. One whose ends are not both here is left out.
        order: of each column.
        words: only triggers in which all of these stand, whatever their case and accents. Letters stay the
            same, whatever is looked for.
    """
    shown = {trigger.id: trigger for trigger in triggers}
    whole = sorted(
        (link for link in links if link.cue in shown and link.move in shown),
        key=lambda link: (link.made, link.id),
    )
    drawn = [
        Drawn(letter(number), link, shown[link.cue], shown[link.move]) for number, link in enumerate(whole)
    ]
    wanted = fold(words).split()
    cues, moves = defaultdict[str, list[Drawn]](list), defaultdict[str, list[Drawn]](list)
    for one in drawn:
        cues[one.cue.id].append(one)
        moves[one.move.id].append(one)
    spots = [
        Spot(trigger, tuple(cues[trigger.id]), tuple(moves[trigger.id]))
        for trigger in sorted(shown.values(), key=_by_strength if order == "strength" else _by_time)
        if _has(trigger.words, wanted)
    ]
    left = {spot.trigger.id for spot in spots}
    return Atlas(
        tuple(spot for spot in spots if spot.trigger.owner == "a"),
        tuple(spot for spot in spots if spot.trigger.owner == "b"),
        tuple(one for one in drawn if one.cue.id in left or one.move.id in left),
    )


def letter(number: int) -> str:
    """Return the mark of a link by its place, from 0: a, b ... z, aa, ab ..."""
    more, last = divmod(number, len(ascii_lowercase))
    return (letter(more - 1) if more else "") + ascii_lowercase[last]


def title_of(words: MapWords) -> str:
    """Return what a trigger is called: its name, else its first words; "" where neither is shown."""
    found = (str(getattr(words, name)) for name in (*_TITLES, *HELPS))
    return next((" ".join(text.split()) for text in found if text.strip()), "")


def strength_now(trigger: Trigger) -> int | None:
    """Return how strong it is as last said: when it came up, else in the map itself; None if nobody said."""
    return trigger.came[-1].strength if trigger.came else trigger.words.strength


def came_last(trigger: Trigger) -> date:
    """Return the day on which it came up last, else that on which it was first shown."""
    return max((trigger.local_date, *(came.day for came in trigger.came)))


def linkable(triggers: Iterable[Trigger], cue: Trigger, links: Iterable[Link]) -> tuple[Trigger, ...]:
    """Return the other's triggers in which a move stands, without those that this cue is linked to."""
    taken = {link.move for link in links if link.cue == cue.id}
    found = (
        one for one in triggers if one.owner != cue.owner and one.words.move.strip() and one.id not in taken
    )
    return tuple(sorted(found, key=_by_strength))


def helps(triggers: Iterable[Trigger], owner: str) -> tuple[Help, ...]:
    """Return what one of the two has shown of what helps, the same words once, in the order of the card."""
    mine = sorted((one for one in triggers if one.owner == owner), key=_by_strength)
    found: dict[tuple[str, str], Help] = {}
    for kind in HELPS:
        for one in mine:
            text = " ".join(str(getattr(one.words, kind)).split())
            if text:
                found.setdefault((kind, fold(text)), Help(kind, text))
    return tuple(found.values())


def resources_of(resources: Iterable[Resource], owner: str | None) -> tuple[Resource, ...]:
    """Return what helps one of the two to settle, or (None) both, by its name."""
    mine = (one for one in resources if one.owner == owner)
    return tuple(sorted(mine, key=lambda one: (fold(one.title), one.id)))


def _has(words: MapWords, wanted: list[str]) -> bool:
    if not wanted:
        return True
    texts = (value if isinstance(value, str) else " ".join(value) for value in _texts(words))
    text = fold(" ".join(texts))
    return all(word in text for word in wanted)


def _texts(words: MapWords) -> Iterable[str | tuple[str, ...]]:
    kinds = ("cue_kind", "move_kind")
    found = (getattr(words, name) for name in type(words).model_fields if name not in kinds)
    return (value for value in found if isinstance(value, str | tuple))


def _by_strength(trigger: Trigger) -> tuple[int, int, str]:
    strength = strength_now(trigger)
    return (1 if strength is None else -strength, -came_last(trigger).toordinal(), trigger.id)


def _by_time(trigger: Trigger) -> tuple[int, str]:
    return (-came_last(trigger).toordinal(), trigger.id)
