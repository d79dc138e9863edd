"""The loop finder on any map, against one that looks at every loop, and what must hold."""

from __future__ import annotations

from math import exp2, log2, prod
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coreg.insight.loops import Found, find, trace
from coreg.record.maps import Link, Trigger
from tests.unit.insight.mapped import SEATS, TODAY, maps

Map = tuple[list[Trigger], list[Link]]


# Against every loop there is


def name(one: Trigger) -> str:
    """Return what a move is known by."""
    kind = one.words.move_kind
    if kind == "press":
        return f"{one.owner}:press"
    return f"{one.owner} {one.words.move}" if one.words.move else ""


def edges_of(triggers: list[Trigger], links: list[Link]) -> dict[tuple[str, str], list[Trigger]]:
    """Return whose triggers stand behind each edge."""
    by_id = {one.id: one for one in triggers}
    found: dict[tuple[str, str], list[Trigger]] = {}
    for one in links:
        cue, move = by_id.get(one.cue), by_id.get(one.move)
        if cue and move and cue.owner != move.owner and name(cue) and name(move):
            behind = found.setdefault((name(move), name(cue)), [])
            if cue not in behind:
                behind.append(cue)
    return found


def weighs(behind: list[Trigger]) -> float:
    """Return what an edge weighs, by the words of the practice."""
    strengths = [one.words.strength for one in behind if one.words.strength is not None]
    strengths += [came.strength for one in behind for came in one.came]
    days = [one.local_date for one in behind] + [came.day for one in behind for came in one.came]
    mean = sum(strengths) / len(strengths) if strengths else 5
    return float(mean / 10) * min(1, len(days) / 3) * exp2(-(TODAY - max(days)).days / 60)


def every_loop(triggers: list[Trigger], links: list[Link]) -> list[tuple[str, ...]]:
    """Return the loops of both people's moves, the heaviest first, then the shorter."""
    edges = edges_of(triggers, links)
    costs = {ends: round(-log2(max(1e-30, weighs(behind))) * 2**20) for ends, behind in edges.items()}
    found = []
    paths: list[tuple[str, ...]] = [(here,) for here, _ in edges]
    for length in range(1, 7):
        paths = sorted(set(paths))
        for path in paths:
            if (path[-1], path[0]) in edges and path[0] == min(path) and length % 2 == 0:
                ends = zip(path, (*path[1:], path[0]), strict=True)
                found.append((sum(costs[pair] for pair in ends) * (60 // length), length, path))
        paths = [
            (*path, there)
            for path in paths
            for here, there in edges
            if here == path[-1] and there not in path
        ]
    return [path for _, _, path in sorted(found)]


def linked(triggers: list[Trigger], links: list[Link], seat: str) -> int:
    """Return how many triggers of one person stand at the ends of links that count."""
    by_id = {one.id: one for one in triggers}
    ends = set()
    for one in links:
        if edges_of(triggers, [one]):
            ends |= {one.cue, one.move}
    return sum(by_id[key].owner == seat for key in ends)


@given(maps())
def test_the_loops_are_the_heaviest_of_all(given_map: Map) -> None:
    loops = find(*given_map, TODAY)
    assert loops.enough == all(linked(*given_map, seat) >= 2 for seat in SEATS)
    expected = every_loop(*given_map)[:3] if loops.enough else []
    assert [found.moves for found in loops.found] == expected
    for found in loops.found:
        weights = [weighs(edges_of(*given_map)[pair]) for pair in pairs(found.moves)]
        assert found.weight == pytest.approx(prod(weights) ** (1 / len(weights)))
        assert [edge.weight for edge in found.edges] == pytest.approx(weights)


@pytest.mark.long
@pytest.mark.timeout(600)
@settings(max_examples=1_000)
@given(maps())
def test_the_loops_are_the_heaviest_of_all_in_a_thousand_maps(given_map: Map) -> None:
    loops = find(*given_map, TODAY)
    assert [found.moves for found in loops.found] == (every_loop(*given_map)[:3] if loops.enough else [])


def pairs(moves: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return each move with the one after it."""
    return list(zip(moves, (*moves[1:], moves[0]), strict=True))


# What holds for any map


@given(maps(), st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_nothing(given_map: Map, dice: Random) -> None:
    triggers, links = given_map
    before = find(triggers, links, TODAY)
    dice.shuffle(triggers)
    dice.shuffle(links)
    assert find(iter(triggers), iter(links), TODAY) == before


@given(maps())
def test_what_is_in_the_bin_is_not_there(given_map: Map) -> None:
    triggers, links = given_map
    thrown = {one.id for one in triggers[::2]}
    binned = [one.model_copy(update={"binned": "x"}) if one.id in thrown else one for one in triggers]
    gone = [one for one in triggers if one.id not in thrown]
    assert find(binned, links, TODAY) == find(gone, links, TODAY)
    unlinked = [one.model_copy(update={"binned": "x"}) for one in links]
    assert not find(triggers, unlinked, TODAY).enough


@given(maps())
def test_an_entry_that_is_taken_back_takes_every_loop_with_it(given_map: Map) -> None:
    triggers, links = given_map
    ids = {one.id for one in triggers}
    for found in find(triggers, links, TODAY).found:
        assert set(found.triggers) <= ids
        assert trace(triggers, links, TODAY, found.moves) == found
        for key in found.triggers:
            left = [one for one in triggers if one.id != key]
            assert all(key not in named(other) for other in find(left, links, TODAY).found)
            traced = trace(left, links, TODAY, found.moves)
            assert traced is None or key not in named(traced)
            assert (traced is None) == any(
                stands_on(found, place, key, links) for place in range(len(found.edges))
            )


def named(found: Found) -> set[str]:
    """Return every id of a trigger that a loop holds."""
    turns = {key for turn in found.turns for key in (turn.trigger, *turn.triggers)}
    return turns | set(found.triggers) | {key for edge in found.edges for key in edge.triggers}


def stands_on(found: Found, place: int, key: str, links: list[Link]) -> bool:
    """Tell whether every link behind an edge has this trigger at an end."""
    return all(key in (one.cue, one.move) for one in links if one.id in found.edges[place].links)


@given(maps())
def test_a_loop_tells_only_what_stands_in_its_triggers(given_map: Map) -> None:
    triggers, links = given_map
    by_id = {one.id: one for one in triggers}
    by_link = {one.id: one for one in links}
    for found in find(triggers, links, TODAY).found:
        assert [turn.owner for turn in found.turns] == ["a", "b"] * (len(found.turns) // 2)
        for number, turn in enumerate(found.turns):
            words = by_id[turn.trigger].words
            assert (turn.does, turn.notice, turn.thinks) == (words.move, words.cue, words.story)
            behind = found.edges[number - 1]
            assert set(turn.triggers) == {by_link[key].cue for key in behind.links}
            assert behind.nodded == any(by_link[key].nodded for key in behind.links)
        assert found.first <= found.last <= TODAY
