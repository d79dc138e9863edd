"""What stands in the drawing of a loop, before it has a size: places in their order, ways out, words.

A place is one part of a move: what its owner notices, thinks, feels, does. Loops that were found and loops
that were drawn together from one scene become the same picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from coreg.record.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coreg.insight.loops import Found
    from coreg.record.fields import Seat
    from coreg.record.maps import Exit, Loop, Side

__all__ = [
    "KINDS",
    "Kind",
    "Picture",
    "Place",
    "Say",
    "Turned",
    "WayOut",
    "Wording",
    "picture_of",
    "picture_of_scene",
]

Kind = Literal["notices", "thinks", "feels", "does"]
"""The parts of a move."""

KINDS: tuple[Kind, ...] = ("notices", "thinks", "feels", "does")
"""All of them, in their order."""


class Say(Protocol):
    """Returns words of a pack, with facts filled in; `coreg.content.say`."""

    def __call__(self, key: str, /, **facts: object) -> str:
        """Return the words under a key."""
        ...


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that a picture needs beside those of the two: packs, names, names of kinds of moves."""

    say: Say
    names: Mapping[str, str]
    moves: Mapping[str, str]

    def title(self, kind: str, owner: str) -> str:
        """Return what stands over a place."""
        return self.say(f"loop.{kind}", name=self.name(owner))

    def name(self, owner: str) -> str:
        """Return what one of the two is called, on one line."""
        return _line(self.names[owner])

    def move(self, kind: str) -> str:
        """Return a kind of move in words; one that is on no list here is shown as it is called."""
        return self.moves.get(kind) or kind.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Place:
    """One part of a move: where somebody can stop and look.

    Attributes:
        owner: whose it is.
        kind: which part of the move.
        title: what is said over it.
        text: what stands in it, on one line.
        turn: the place of its move in the loop as it is kept, from 0.
        triggers: the ids of the triggers it comes from; none in a scene.
    """

    owner: Seat
    kind: Kind
    title: str
    text: str
    turn: int
    triggers: tuple[str, ...] = ()

    @property
    def at(self) -> int:
        """The step of a way out from here (`Exit.at`): even numbers are within a move, odd ones after it."""
        return 2 * self.turn + (self.kind == "does")


@dataclass(frozen=True, slots=True)
class WayOut:
    """A way out that both agreed on, and the step it stands at (`Place.at`)."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Turned:
    """One move with its places; ``nodded``: both see that the next one follows on it."""

    places: tuple[Place, ...]
    nodded: bool = True

    @property
    def owner(self) -> Seat:
        """Whose move it is."""
        return self.places[0].owner


@dataclass(frozen=True, slots=True)
class Picture:
    """A loop of two, four or six moves; the first is of whoever sits left. The last leads to the first."""

    turns: tuple[Turned, ...]
    ways_out: tuple[WayOut, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """All places, along the loop."""
        return tuple(place for turn in self.turns for place in turn.places)

    def nodded_before(self, place: Place) -> bool:
        """Tell whether both see that a move follows on the one before it."""
        numbers = [turn.places[0].turn for turn in self.turns]
        return self.turns[numbers.index(place.turn) - 1].nodded

    def ways_at(self, place: Place) -> tuple[str, ...]:
        """Return the ways out that are shown at a place: before the move, at what is felt or thought last."""
        *_, inner, last = next(turn.places for turn in self.turns if turn.places[0].turn == place.turn)
        if place not in {inner, last}:
            return ()
        return tuple(way.text for way in self.ways_out if way.at == place.at)


def picture_of(found: Found, wording: Wording, *, exits: Iterable[Exit] = (), left: Seat = "a") -> Picture:
    """Return the picture of a loop that was found, with the ways out of the loop that was named after it."""
    turns = []
    for number, turn in enumerate(found.turns):
        before = found.turns[number - 1]
        nodded = found.edges[number - 1].nodded
        texts: dict[Kind, str] = {
            "notices": turn.notice or before.does or wording.move(before.kind),
            "thinks": turn.thinks,
            "feels": turn.softer or turn.feeling,
            "does": turn.does or wording.move(turn.kind),
        }
        turns.append(
            Turned(
                _places(turn.owner, number, texts, wording, turn.triggers, nodded),
                found.edges[number].nodded,
            )
        )
    return Picture(_from(left, turns), _ways(exits, len(turns)))


def picture_of_scene(loop: Loop, wording: Wording, *, left: Seat = "a") -> Picture:
    """Return the picture of a loop that the two drew from one scene; a side that is missing is unsaid."""
    turns = []
    sides: tuple[tuple[Seat, Side | None, Side | None], ...] = (
        ("a", loop.a, loop.b),
        ("b", loop.b, loop.a),
    )
    for number, (owner, side, other) in enumerate(sides):
        texts: dict[Kind, str] = {
            "notices": _said(side, "notice") or _said(other, "do"),
            "thinks": _said(side, "tell"),
            "feels": _said(side, "inside") or _said(side, "outside"),
            "does": _said(side, "do"),
        }
        turns.append(Turned(_places(owner, number, texts, wording)))
    return Picture(_from(left, turns), _ways(loop.exits, len(turns)))


def _said(side: Side | None, field: str) -> str:
    return str(getattr(side, field)) if side is not None else ""


def _places(
    owner: Seat,
    number: int,
    texts: Mapping[Kind, str],
    wording: Wording,
    triggers: tuple[str, ...] = (),
    nodded: bool = True,
) -> tuple[Place, ...]:
    """Return the places of a move. What begins and ends it is there always, the rest where it is shown."""
    found = []
    for kind, text in texts.items():
        words = _line(text)
        if words or kind in {"notices", "does"}:
            title = wording.title("sees" if kind == "notices" and not nodded else kind, owner)
            found.append(Place(owner, kind, title, words or wording.say("loop.unsaid"), number, triggers))
    return tuple(found)


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _from(left: Seat, turns: Sequence[Turned]) -> tuple[Turned, ...]:
    """Begin with the first move of whoever sits left."""
    first = 0 if turns[0].owner == left else 1
    return (*turns[first:], *turns[:first])


def _ways(exits: Iterable[Exit], moves: int) -> tuple[WayOut, ...]:
    """Return the ways out, each at a step that is there."""
    return tuple(WayOut(_line(one.text), min(one.at, 2 * moves - 1)) for one in exits)
