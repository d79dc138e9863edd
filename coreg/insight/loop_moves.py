"""The moves between two people as a graph: what each does, what follows on it, and how much that weighs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from math import exp2, log2
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from coreg.insight.search import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coreg.record.maps import Link, Trigger

    Row = tuple[Link, Trigger, Trigger]
    """A link, the trigger whose cue it is, and the one in which the move stands."""

__all__ = ["MOST", "OTHER", "Move", "Tie", "cost", "move_of", "strongest", "ties", "weight"]

MOST = 40
"""Moves that are looked at, at most (decisions.md)."""

OTHER = "other"
"""The kind of a move that is on no list; and what the moves beyond the first forty become, each one's own."""

HALF_LIFE = 60
"""Days after which something that came up counts half (practices.md 4.3)."""

OFTEN = 3
"""Times from which on how often does not count any more (practices.md 4.3)."""

_MIDDLE = 5
"""Taken where no number is shown, so that a loop is found whether or not its owners show numbers."""

_LETTERS = 60
"""Letters of a free text by which it is known again."""

_GRAIN = 1 << 20
"""Parts of a halving in which a cost is counted: whole numbers add up the same in every order."""

_LEAST = 1e-30
"""The weight that stands for none at all."""


class Move(NamedTuple):
    """What one of them does, as the loop finder knows it again: by its kind, or else by its folded words."""

    owner: str
    kind: str
    words: str

    @property
    def name(self) -> str:
        """What it is called in a `Loop`: a kind is written with a colon, free words with a blank."""
        return f"{self.owner} {self.words}" if self.words else f"{self.owner}:{self.kind}"


@dataclass(frozen=True, slots=True)
class Tie:
    """That one's move is the other's cue, who then makes a move too: an edge, with what stands behind it.

    Attributes:
        links: the links, in the order of their ids.
        cues: the triggers of whoever is set off, each once.
        moves: the triggers in which the move stands that sets them off, each once.
    """

    links: tuple[Link, ...]
    cues: tuple[Trigger, ...]
    moves: tuple[Trigger, ...]

    @property
    def nodded(self) -> bool:
        """Whether both see it so."""
        return any(link.nodded for link in self.links)


Ties = dict[tuple[Move, Move], Tie]
"""All edges, by the move they come from and the move they lead to."""


def move_of(trigger: Trigger) -> Move | None:
    """Return the move that stands in a trigger; none if it shows none."""
    words = trigger.words
    if words.move_kind not in {"", OTHER}:
        return Move(trigger.owner, words.move_kind, "")
    folded = fold(words.move)
    if not folded.isascii():
        # A `Loop` keeps the name as a word of the program, which has no signs that nobody sees.
        folded = "".join(one for one in folded if one.isspace() or not category(one).startswith("C"))
    text = " ".join(folded.split())[:_LETTERS].strip()
    return Move(trigger.owner, "", text) if text else None


def ties(triggers: Iterable[Trigger], links: Iterable[Link], today: date) -> Ties:
    """Return the edges between at most :data:`MOST` moves, whatever order they come in."""
    known = {one.id: (one, move_of(one)) for one in triggers if not one.binned}
    found: defaultdict[tuple[Move, Move], list[Row]] = defaultdict(list)
    nobody = (None, None)
    for link in sorted((one for one in links if not one.binned), key=lambda one: one.id):
        cue, there = known.get(link.cue, nobody)
        move, here = known.get(link.move, nobody)
        if cue and move and here and there and here.owner != there.owner:
            found[here, there].append((link, cue, move))
    become = _become(found, today)
    joined: defaultdict[tuple[Move, Move], list[Row]] = defaultdict(list)
    for (here, there), rows in found.items():
        joined[become[here], become[there]] += rows
    return {ends: _tie(rows) for ends, rows in sorted(joined.items(), key=lambda item: item[0])}


def weight(triggers: Iterable[Trigger], today: date) -> float:
    """Return how much it weighs that these are set off, 0 to 1: how strongly, how often, how lately.

    The mean strength over ten, a third for each time up to three, and half for every sixty days since the
    last (practices.md 4.3). A map itself is the first time.
    """
    strengths: list[int] = []
    times = 0
    last = date.min
    for one in triggers:
        times += 1 + len(one.came)
        last = max(last, one.local_date, *(came.day for came in one.came))
        strengths += [came.strength for came in one.came]
        if one.words.strength is not None:
            strengths.append(one.words.strength)
    mean = sum(strengths) / len(strengths) if strengths else _MIDDLE
    days = max(0, (today - last).days)
    return mean / 10 * min(1.0, times / OFTEN) * exp2(-days / HALF_LIFE)


def cost(weighs: float) -> int:
    """Return a weight as a whole number that is smaller the more it weighs; a sum of costs is a product.

    So a loop weighs the same wherever it is begun, and two that differ by less than a millionth are alike.
    """
    return round(-log2(max(weighs, _LEAST)) * _GRAIN)


def strongest(triggers: Iterable[Trigger], today: date) -> tuple[Trigger, ...]:
    """Return triggers, the one that weighs most first."""
    return tuple(sorted(triggers, key=lambda one: (cost(weight([one], today)), one.id)))


def _tie(rows: Iterable[Row]) -> Tie:
    links, cues, moves = zip(*sorted(rows, key=lambda row: row[0].id), strict=True)
    return Tie(
        tuple({one.id: one for one in links}.values()),
        tuple({one.id: one for one in cues}.values()),
        tuple({one.id: one for one in moves}.values()),
    )


def _become(found: Mapping[tuple[Move, Move], Iterable[Row]], today: date) -> dict[Move, Move]:
    """Say which move each is looked at as: itself, or its owner's "other" where there are too many.

    Kinds stay before free words, then those that weigh more.
    """
    behind: defaultdict[Move, dict[str, Trigger]] = defaultdict(dict)
    for (here, there), rows in found.items():
        for _, cue, move in rows:
            behind[here][move.id] = move
            behind[there][cue.id] = cue
    if len(behind) <= MOST:
        return {move: move for move in behind}
    costs = {move: cost(weight(triggers.values(), today)) for move, triggers in behind.items()}
    # By the owner last, so that where all weigh the same neither's moves go before the other's.
    order = sorted(behind, key=lambda one: (not one.kind, costs[one], one.kind, one.words, one.owner))
    # Both owners' "other" may be needed beside those that stay.
    stay = set(order[: MOST - 2])
    return {move: move if move in stay else Move(move.owner, OTHER, "") for move in order}
