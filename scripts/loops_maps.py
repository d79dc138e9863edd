"""Invented maps of triggers: as a couple could have them, and made to be hard."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from coreg.record.maps import Came, Link, MapWords, Trigger

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coreg.record.fields import Seat

    Map = tuple[list[Trigger], list[Link]]
    Make = Callable[[int, int], Map]
    """Makes a map of so many triggers from a seed."""

__all__ = ["MAPS", "TODAY", "drawing"]

TODAY = date(2026, 11, 23)
_MADE = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
_KINDS = (
    "press",
    "explain",
    "raise_voice",
    "criticise",
    "follow",
    "text",
    "go_quiet",
    "leave",
    "joke",
    "busy",
)
_SIDE = 20
"""Moves of each that forty leave room for."""

_FRESH = 400
"""Days over which triggers are spread."""


def _couple(count: int, seed: int) -> Map:
    """Some moves often, most of them seldom, half of them in free words; each linked once or twice."""
    dice = Random(seed)  # noqa: S311 - nothing here is secret
    triggers = [_trigger(dice, number, int(min(199, dice.expovariate(0.05)))) for number in range(count)]
    return triggers, [
        _link(one, dice.choice(triggers[(number + 1) % 2 :: 2]))
        for number, one in enumerate(triggers)
        for _ in range(dice.choice((1, 1, 2)))
    ]


def _own_words(count: int, seed: int) -> Map:
    """No two moves alike."""
    dice = Random(seed)  # noqa: S311 - nothing here is secret
    triggers = [_trigger(dice, number, 1000 + number, kinds=False) for number in range(count)]
    return triggers, [
        _link(one, dice.choice(triggers[(number + 1) % 2 :: 2])) for number, one in enumerate(triggers)
    ]


def _all_to_all(count: int, seed: int, *, alike: bool = False, heavy: bool = False) -> Map:
    """Forty moves that all lead to each other; all weigh the same, or one pair outweighs the rest."""
    dice = Random(seed)  # noqa: S311 - nothing here is secret
    triggers = [
        _trigger(dice, number, number // 2 % _SIDE, kinds=False, days=30 if alike or heavy else None)
        for number in range(max(count, 2 * _SIDE))
    ]
    sides = triggers[0::2], triggers[1::2]
    links = [
        _link(side[(row + _SIDE * column) % len(side)], other[column])
        for side, other in (sides, sides[::-1])
        for row in range(_SIDE)
        for column in range(_SIDE)
    ]
    if heavy:
        words = MapWords(move="move 0", strength=10)
        for number in (0, 1):
            came = (Came(day=TODAY, strength=10),) * 9
            triggers[number] = triggers[number].model_copy(update={"words": words, "came": came})
    return triggers, links


MAPS: Mapping[str, Make] = {
    "as a couple has it after years": _couple,
    "no two moves in the same words": _own_words,
    "forty moves, all to all": _all_to_all,
    "the same, all alike": partial(_all_to_all, alike=True),
    "the same, one pair outweighs": partial(_all_to_all, heavy=True),
}
"""What is measured, by its name."""


def drawing(width: int) -> Callable[[], object]:
    """Return what lays six moves out in so many columns, and makes signs of it."""
    from rich.cells import cell_len

    from coreg.insight.loop_forms import lay_out
    from coreg.insight.loop_picture import KINDS, Picture, Place, Turned
    from coreg.widgets.loop_drawing import drawn

    text = "a sentence of about sixty letters, as long as they may be"
    seats: tuple[Seat, Seat] = ("a", "b")
    picture = Picture(
        tuple(
            Turned(tuple(Place(seats[turn % 2], kind, kind, text, turn) for kind in KINDS))
            for turn in range(6)
        )
    )
    return lambda: drawn(lay_out(picture, width, 30, cell_len), cell_len, 0)


def _trigger(dice: Random, number: int, move: int, *, kinds: bool = True, days: int | None = None) -> Trigger:
    owner: Seat = "b" if number % 2 else "a"
    kind = _KINDS[move] if kinds and move < len(_KINDS) else ""
    came = [dice.randrange(_FRESH) for _ in range(dice.randrange(4))] if days is None else []
    return Trigger(
        id=f"{number:05}",
        owner=owner,
        words=MapWords(
            cue="a cue",
            move=f"move {move}",
            move_kind=kind,
            strength=dice.randrange(1, 11) if days is None else 5,
        ),
        came=tuple(
            Came(day=TODAY - timedelta(days=one), strength=dice.randrange(1, 11))
            for one in sorted(came)[::-1]
        ),
        written=_MADE,
        local_date=TODAY - timedelta(days=dice.randrange(_FRESH) if days is None else days),
    )


def _link(cue: Trigger, move: Trigger) -> Link:
    return Link(id=f"{cue.id}<{move.id}", cue=cue.id, move=move.id, made=_MADE, local_date=TODAY)
