"""Cheapest simple cycles of a small directed graph, exactly: numbers in, numbers out.

First the strongly connected components (Tarjan 1972), because no cycle leaves one. Inside them a branch and
bound: a path is gone on with only while the cheapest walk that could close it may still give one of the best.
Listing all cycles first (Johnson 1975) would be right too, but 40 moves that all lead to each other have some
fifteen million of six steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    Graph = Mapping[int, Mapping[int, int]]
    """What each edge costs, by where it comes from and where it goes; every node has a row."""

__all__ = ["WORK", "Cycle", "best_cycles", "components"]

WORK = 20_000
"""Paths looked at, at most, for cycles of one length; what would come beyond is left out.

It keeps a graph made to be hard from taking seconds. 40 moves that all lead to each other take some hundred,
and four thousand where one pair of them outweighs all others.
"""


_NONE = 1 << 60
"""What a walk costs that is not there: more than all edges together."""


class Cycle(NamedTuple):
    """A simple cycle. In order: the cheaper one by the mean of its edges, the shorter, the smaller nodes.

    Attributes:
        mean: the sum of its edges' costs, times the least common multiple of all lengths over its own.
        length: the number of its edges.
        nodes: its nodes in order, the smallest first.
    """

    mean: int
    length: int
    nodes: tuple[int, ...]


def best_cycles(graph: Graph, lengths: tuple[int, ...], most: int) -> tuple[Cycle, ...]:
    """Return the best cycles of these lengths (rising), at most so many, best first.

    Where two cycles cost the same, which comes first depends on the nodes alone, never on the order in which
    the graph was made.
    """
    parts = [part for part in components(graph) if len(part) > 1]
    inner = {
        node: {to: cost for to, cost in sorted(graph[node].items()) if to in part}
        for part in parts
        for node in sorted(part)
    }
    search = _Search(most, lcm(*lengths), inner, _walks(inner, max(lengths) - 1))
    for length in lengths:
        search.run(length)
    return tuple(search.found)


def components(graph: Graph) -> list[frozenset[int]]:
    """Return the strongly connected components."""
    found: list[frozenset[int]] = []
    number: dict[int, int] = {}
    lowest: dict[int, int] = {}
    open_nodes: list[int] = []

    def visit(node: int) -> None:
        number[node] = lowest[node] = len(number)
        open_nodes.append(node)
        for to in graph[node]:
            if to not in number:
                visit(to)
            if to in lowest:
                lowest[node] = min(lowest[node], lowest[to])
        if lowest[node] == number[node]:
            place = open_nodes.index(node)
            found.append(frozenset(open_nodes[place:]))
            for done in open_nodes[place:]:
                del lowest[done]
            del open_nodes[place:]

    for node in sorted(graph):
        if node not in number:
            visit(node)
    return found


class _Home(NamedTuple):
    """The cheapest walk from one node to another that never steps straight back.

    Attributes:
        cost: what it costs.
        first: the node it goes to first; -1 when it has no edge.
        other: what the cheapest one costs that goes somewhere else first.
    """

    cost: int
    first: int
    other: int


Walks = dict[int, dict[int, _Home]]
"""Walks of one number of edges, by where they end and where they begin."""


@dataclass
class _Search:
    """The best cycles so far."""

    most: int
    common: int
    graph: Graph
    walks: list[Walks]

    def __post_init__(self) -> None:
        self.found: list[Cycle] = []
        self._left = 0

    def run(self, length: int) -> None:
        """Look through the cycles of one length, the cheapest ways first."""
        self._left = WORK
        starts = ((min(self._ways((node,), 0, length), default=None), node) for node in self.graph)
        for (least, _), node in sorted((way, node) for way, node in starts if way is not None):
            if self._may_count(least, length, (node,)):
                self._go_on((node,), 0, length)

    def _go_on(self, path: tuple[int, ...], cost: int, length: int) -> None:
        self._left -= 1
        ways = self.graph[path[-1]]
        if len(path) == length:
            # There is a walk home of one edge, or it would not have come here.
            self._offer(Cycle(self._mean(cost + ways[path[0]], length), length, path))
            return
        for least, to in sorted(self._ways(path, cost, length)):
            longer = (*path, to)
            if self._left > 0 and self._may_count(least, length, longer):
                self._go_on(longer, cost + ways[to], length)

    def _ways(self, path: tuple[int, ...], cost: int, length: int) -> list[tuple[int, int]]:
        """Return the least that a cycle costs which goes on to a node, and the node, where it may count."""
        start, here = path[0], path[-1]
        left = length - len(path)
        homes = self.walks[left].get(start, {})
        most = self._most(length) - cost
        found = []
        for to, more in self.graph[here].items():
            home = homes.get(to)
            if home is None or to <= start or to in path:
                continue
            # From the last node one may go straight back, and that closes a cycle of two.
            rest = more + (home.other if home.first == here and left > 1 else home.cost)
            if rest <= most:
                found.append((cost + rest, to))
        return found

    def _most(self, length: int) -> int:
        """Return what a cycle may cost at most to be one of the best."""
        return self.found[-1].mean // (self.common // length) if len(self.found) == self.most else _NONE - 1

    def _mean(self, cost: int, length: int) -> int:
        return cost * (self.common // length)

    def _may_count(self, least: int, length: int, path: tuple[int, ...]) -> bool:
        """Tell whether a cycle that begins with a path, and costs this at least, could be one of the best."""
        if len(self.found) < self.most:
            return True
        worst = self.found[-1]
        return (self._mean(least, length), length, path) < (worst.mean, worst.length, worst.nodes)

    def _offer(self, cycle: Cycle) -> None:
        self.found = sorted([*self.found, cycle])[: self.most]


def _walks(graph: Graph, longest: int) -> list[Walks]:
    """Return the walks of 0 edges, of 1, and so on up to ``longest``."""
    back: dict[int, list[tuple[int, int]]] = {node: [] for node in graph}
    for node, ways in graph.items():
        for to, cost in ways.items():
            back[to].append((node, cost))
    found: list[Walks] = [{node: {node: _Home(0, -1, _NONE)} for node in graph}]
    for _ in range(longest):
        found.append({end: _longer(homes, back) for end, homes in found[-1].items()})
    return found


def _longer(homes: Mapping[int, _Home], back: Mapping[int, list[tuple[int, int]]]) -> dict[int, _Home]:
    """Return the walks to one node that are an edge longer than those it has, by where they begin."""
    best: dict[int, _Home] = {}
    for to, (least, first, other) in homes.items():
        for node, cost in back[to]:
            whole = cost + (other if first == node else least)
            known = best.get(node)
            if known is None:
                best[node] = _Home(whole, to, _NONE)
            elif whole < known.cost:
                best[node] = _Home(whole, to, known.cost)
            elif whole < known.other:
                best[node] = _Home(known.cost, known.first, whole)
    return best
