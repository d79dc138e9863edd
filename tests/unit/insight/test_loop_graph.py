"""The best cycles of a graph, against a search that looks at every one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coreg.insight import loop_graph
from coreg.insight.loop_graph import Cycle, best_cycles, components

Graph = dict[int, dict[int, int]]

LENGTHS = (2, 4, 6)
SIDE = 4


def graph_of(found: dict[tuple[int, int, bool], int]) -> Graph:
    """Return a graph between two sides; the flag of an edge turns it round."""
    graph: Graph = {node: {} for node in range(2 * SIDE)}
    for (one, other, back), cost in found.items():
        here, there = (other, one) if back else (one, other)
        graph[here][there] = cost
    return graph


edges = st.tuples(st.integers(0, SIDE - 1), st.integers(SIDE, 2 * SIDE - 1), st.booleans())
# Few different ones, so that many cycles cost the same.
costs = st.integers(0, 3) | st.integers(0, 10**6)
graphs = st.dictionaries(edges, costs, max_size=2 * SIDE * SIDE).map(graph_of)


def every_cycle(graph: Graph) -> list[tuple[int, ...]]:
    """Return every simple cycle of the lengths, each once, its smallest node first."""
    found: list[tuple[int, ...]] = []
    paths: list[tuple[int, ...]] = [(node,) for node in graph]
    while paths:
        found += [path for path in paths if len(path) in LENGTHS and path[0] in graph[path[-1]]]
        longer = ((*path, to) for path in paths if len(path) < max(LENGTHS) for to in graph[path[-1]])
        paths = [path for path in longer if path[-1] > path[0] and path[-1] not in path[:-1]]
    return found


def ranked(graph: Graph) -> list[tuple[int, ...]]:
    """Return them all by the mean of their costs, the shorter first, then by their nodes."""

    def rank(nodes: tuple[int, ...]) -> tuple[Fraction, int, tuple[int, ...]]:
        ends = zip(nodes, (*nodes[1:], nodes[0]), strict=True)
        return Fraction(sum(graph[here][there] for here, there in ends), len(nodes)), len(nodes), nodes

    return sorted(every_cycle(graph), key=rank)


def nodes_of(cycles: tuple[Cycle, ...]) -> list[tuple[int, ...]]:
    """Return the nodes of cycles."""
    return [cycle.nodes for cycle in cycles]


@given(graphs, st.integers(1, 4))
def test_the_best_cycles_are_those_of_all(graph: Graph, most: int) -> None:
    assert nodes_of(best_cycles(graph, LENGTHS, most)) == ranked(graph)[:most]


@pytest.mark.long
@pytest.mark.timeout(900)
@settings(max_examples=5_000)
@given(graphs, st.integers(1, 4))
def test_the_best_cycles_are_those_of_all_in_five_thousand_graphs(graph: Graph, most: int) -> None:
    assert nodes_of(best_cycles(graph, LENGTHS, most)) == ranked(graph)[:most]


@given(graphs)
def test_nodes_that_reach_each_other_are_one_component(graph: Graph) -> None:
    reach = {node: reached(graph, node) for node in graph}
    expected = {frozenset(other for other in reach[node] if node in reach[other]) for node in graph}
    found = components(graph)
    assert set(found) == expected
    assert sum(map(len, found)) == len(graph)


def reached(graph: Graph, start: int) -> set[int]:
    """Return all nodes that one can come to, itself among them."""
    seen, waiting = {start}, [start]
    while waiting:
        more = graph[waiting.pop()].keys() - seen
        seen |= more
        waiting += more
    return seen


def whole(side: int, cost: int) -> Graph:
    """Return a graph in which every node leads to every one of the other side."""
    left, right = range(side), range(side, 2 * side)
    return {node: dict.fromkeys(right if node < side else left, cost) for node in (*left, *right)}


def test_where_all_lead_to_all_the_shortest_come_first_in_their_order() -> None:
    found = best_cycles(whole(20, 1000), LENGTHS, 3)
    assert nodes_of(found) == [(0, 20), (0, 21), (0, 22)]


@pytest.mark.parametrize("heavy", [(0, 20), (3, 27)])
def test_one_pair_that_outweighs_all_others_leaves_the_search_short(
    heavy: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = whole(20, 0)
    for here, ways in graph.items():
        for there in ways:
            graph[here][there] = 0 if {here, there} == set(heavy) else 10_000 + (here * 7 + there * 13) % 997
    monkeypatch.setattr(loop_graph, "WORK", 10**9)
    unbound = best_cycles(graph, LENGTHS, 3)
    monkeypatch.undo()
    assert best_cycles(graph, LENGTHS, 3) == unbound
    assert unbound[0].nodes == heavy


def test_a_search_that_is_too_long_ends_with_real_cycles(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = whole(4, 5)
    monkeypatch.setattr(loop_graph, "WORK", 2)
    found = best_cycles(graph, LENGTHS, 3)
    assert found
    assert set(nodes_of(found)) <= set(every_cycle(graph))
    assert found == best_cycles(graph, LENGTHS, 3)
