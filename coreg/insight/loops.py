"""The loop finder: what one does sets the other off, and back again; from both people's own words.

Nothing but what both may see goes in, and nothing is counted for anybody. With any trigger that goes, every
loop goes that named it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from coreg.insight.loop_graph import best_cycles
from coreg.insight.loop_moves import OTHER, cost, strongest, ties, weight
from coreg.record.fields import Seat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from coreg.insight.loop_moves import Move, Tie, Ties
    from coreg.record.maps import Link, Trigger

__all__ = ["LENGTHS", "LINKED", "SHOWN", "Edge", "Found", "Idea", "Loops", "Turn", "find", "trace"]

LENGTHS = (2, 4, 6)
"""Moves of a loop: they alternate, so their number is even."""

SHOWN = 3
"""Loops that are shown, at most."""

LINKED = 2
"""Triggers that each of the two has at the ends of links before anything is looked for (practices.md 4.3)."""


@dataclass(frozen=True, slots=True)
class Idea:
    """Something that would help at one place, and who would do it."""

    by: Seat
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """One move of a loop, and how its owner came to it. A word that is not shown is empty.

    Attributes:
        owner: whose move it is.
        kind: what sort of move it is, by the list in the words of maps; may be empty where there are words.
        does: the move in its owner's words; may be empty where there is a kind, and is for "other".
        notice: the cue.
        thinks: what its owner tells themself.
        feeling: what they feel on the outside.
        softer: what they feel below that.
        trigger: the id of the trigger whose words these are.
        triggers: the ids of all its owner's triggers that lead from this cue to this move, that one first.
    """

    owner: Seat
    kind: str
    does: str
    notice: str
    thinks: str
    feeling: str
    softer: str
    trigger: str
    triggers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """What leads from a move to the other's next one.

    Attributes:
        links: the ids of the links behind it.
        nodded: whether both see it so; else only whoever is set off does.
        ideas: what would help here, in the words of whoever is set off.
        triggers: the ids of the triggers at both ends of its links.
        weight: how strong, often and lately it came up, 0 to 1. Nobody is shown it.
    """

    links: tuple[str, ...]
    nodded: bool
    ideas: tuple[Idea, ...]
    triggers: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Found:
    """A loop.

    Attributes:
        moves: the names of its moves in their order, as a `Loop` keeps them; it begins with partner a.
        turns: its moves, in the same order.
        edges: the one at each place leads from the move there to the next, the last one to the first.
        triggers: the ids of all triggers it goes through, in order.
        weight: the geometric mean of its edges' weights. Nobody is shown it.
        times: on how many days something of it came up.
        first: the first of them.
        last: the last of them.
    """

    moves: tuple[str, ...]
    turns: tuple[Turn, ...]
    edges: tuple[Edge, ...]
    triggers: tuple[str, ...]
    weight: float
    times: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Loops:
    """What can be seen.

    Attributes:
        enough: whether each of the two has enough triggers at the ends of links to see a loop.
        found: the loops, those that weigh most first; none is a whole answer.
    """

    enough: bool
    found: tuple[Found, ...] = ()


def find(triggers: Iterable[Trigger], links: Iterable[Link], today: date) -> Loops:
    """Return the loops between what the two show each other, at most :data:`SHOWN`.

    The same entries give the same loops, in whatever order they come.
    """
    edges = ties(triggers, links, today)
    if not _enough(edges):
        return Loops(enough=False)
    moves = sorted({move for ends in edges for move in ends})
    number = {move: place for place, move in enumerate(moves)}
    graph: dict[int, dict[int, int]] = {place: {} for place in number.values()}
    for (here, there), tie in edges.items():
        graph[number[here]][number[there]] = cost(weight(tie.cues, today))
    cycles = best_cycles(graph, LENGTHS, SHOWN)
    return Loops(True, tuple(_found([moves[node] for node in cycle.nodes], edges, today) for cycle in cycles))


def trace(
    triggers: Iterable[Trigger], links: Iterable[Link], today: date, moves: Sequence[str]
) -> Found | None:
    """Return the loop through moves of these names (`Found.moves`), as long as it is there."""
    edges = ties(triggers, links, today)
    by_name = {move.name: move for ends in edges for move in ends}
    path = [by_name[name] for name in moves if name in by_name]
    pairs = zip(path, [*path[1:], *path[:1]], strict=True)
    if len(path) != len(moves) or not path or not all(pair in edges for pair in pairs):
        return None
    return _found(path, edges, today)


def _enough(edges: Ties) -> bool:
    linked = {(one.owner, one.id) for tie in edges.values() for one in (*tie.cues, *tie.moves)}
    owners = [owner for owner, _ in linked]
    return all(owners.count(seat) >= LINKED for seat in ("a", "b"))


def _found(path: Sequence[Move], edges: Ties, today: date) -> Found:
    along = [_sorted(edges[pair], today) for pair in zip(path, [*path[1:], *path[:1]], strict=True)]
    made = tuple(_edge(tie, today) for tie in along)
    ids = dict.fromkeys(one for edge in made for one in edge.triggers)
    days = {
        day
        for tie in along
        for one in (*tie.cues, *tie.moves)
        for day in (one.local_date, *(came.day for came in one.came))
    }
    weighs = 1.0
    for edge in made:
        weighs *= edge.weight
    return Found(
        tuple(move.name for move in path),
        # The edge to a move says how its owner came to it.
        tuple(_turn(move, tie) for move, tie in zip(path, (along[-1], *along[:-1]), strict=True)),
        made,
        tuple(ids),
        weighs ** (1 / len(made)),
        len(days),
        min(days),
        max(days),
    )


def _sorted(tie: Tie, today: date) -> Tie:
    """Return a tie with the strongest triggers first."""
    return replace(tie, cues=strongest(tie.cues, today), moves=strongest(tie.moves, today))


def _turn(move: Move, tie: Tie) -> Turn:
    told = tie.cues[0]
    words = told.words
    # What is several moves at once is none of them.
    rest = move.kind == OTHER
    return Turn(
        told.owner,
        OTHER if rest else words.move_kind,
        "" if rest else words.move,
        words.cue,
        words.story,
        words.feeling,
        words.softer,
        told.id,
        tuple(one.id for one in tie.cues),
    )


def _edge(tie: Tie, today: date) -> Edge:
    return Edge(
        tuple(link.id for link in tie.links),
        tie.nodded,
        tuple(dict.fromkeys(idea for one in tie.cues for idea in _ideas(one))),
        tuple(dict.fromkeys(one.id for one in (*tie.moves, *tie.cues))),
        weight(tie.cues, today),
    )


def _ideas(trigger: Trigger) -> list[Idea]:
    """Return what helps in its owner's words: what they can do themself, then what the other can."""
    own: Seat = trigger.owner
    partner: Literal["a", "b"] = "b" if own == "a" else "a"
    both = ((own, trigger.words.helps_me), (partner, trigger.words.helps_you))
    return [Idea(seat, text) for seat, text in both if text]
