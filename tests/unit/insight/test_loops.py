"""The loop finder, against one that looks at every loop, and what must hold for any map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import exp2, log2, prod
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.insight.loops import Found, Idea, find, trace
from coreg.record.maps import Link, Trigger
from tests.unit.insight.mapped import PAIR, PAIR_LINKS, SEATS, TODAY, ago, link, maps, trigger

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


# One pair


def test_a_loop_says_whose_move_it_is_and_how_they_came_to_it() -> None:
    (found,) = find(PAIR, PAIR_LINKS, TODAY).found
    assert found.moves == ("a explains again", "b leaves")
    mina, jo = found.turns
    assert (mina.owner, mina.does, mina.notice, mina.thinks) == ("a", "explains again", "leaves", "no matter")
    assert (mina.softer, mina.feeling, mina.trigger, mina.triggers) == ("lonely", "", "a1", ("a1", "a2"))
    assert (jo.feeling, jo.triggers) == ("afraid", ("b1", "b2"))
    onward, back = found.edges
    assert (onward.links, onward.triggers, onward.nodded) == (("b1<a1", "b2<a1"), ("a1", "b1", "b2"), False)
    assert (back.triggers, back.nodded) == (("b1", "a1", "a2"), True)
    assert onward.ideas == (Idea("b", "a walk"),)
    assert back.ideas == (Idea("b", "a word"),)
    assert set(found.triggers) == {"a1", "a2", "b1", "b2"}
    assert (found.times, found.first, found.last) == (4, ago(90), TODAY)


@pytest.mark.parametrize("gone", [0, 1, 2, 3])
def test_with_one_linked_trigger_of_anybody_there_is_not_enough(gone: int) -> None:
    fewer = [one for number, one in enumerate(PAIR) if number != gone]
    assert not find(fewer, PAIR_LINKS, TODAY).enough


def test_enough_without_a_loop_is_an_answer_of_its_own() -> None:
    loops = find(PAIR, [link("a1", "b1"), link("a2", "b2")], TODAY)
    assert loops.enough
    assert not loops.found


def test_a_link_to_an_own_move_or_to_none_is_no_edge() -> None:
    triggers = [*PAIR, trigger("a3", "a"), trigger("b3", "b", move_kind="other")]
    links = [link("a1", "a2"), link("a3", "b1"), link("b3", "a1"), link("a1", "gone")]
    assert find(triggers, [*PAIR_LINKS, *links], TODAY) == find(PAIR, PAIR_LINKS, TODAY)


def test_moves_are_one_by_their_kind_or_by_their_folded_words() -> None:
    triggers = [
        trigger("a1", "a", "asks  Élise again", strength=5),
        trigger("a2", "a", "ASKS elise\u200d again", strength=5),
        trigger("b1", "b", "slams the door", move_kind="leave", strength=5),
        trigger("b2", "b", "walks off", move_kind="leave", strength=5),
    ]
    (found,) = find(triggers, [link("a1", "b1"), link("b2", "a2")], TODAY).found
    assert found.moves == ("a asks elise again", "b:leave")
    assert [turn.kind for turn in found.turns] == ["", "leave"]


def test_what_came_up_lately_often_and_strongly_comes_first() -> None:
    weak, strong = pair("x", days=60, strength=5), pair("y", came=[(1, 9), (2, 9)], strength=9)
    found = find([*weak[0], *strong[0]], [*weak[1], *strong[1]], TODAY).found
    assert [one.moves[0] for one in found] == ["a y", "a x"]
    assert [one.weight for one in found] == pytest.approx([0.9, 0.5 / 3 / 2])


def test_no_more_than_three_are_shown_and_a_future_day_counts_as_today() -> None:
    made = [pair(letter, days=-number, strength=5) for number, letter in enumerate("abcd")]
    found = find(
        [one for pair, _ in made for one in pair], [one for _, pair in made for one in pair], TODAY
    ).found
    assert [one.moves[0] for one in found] == ["a a", "a b", "a c"]
    assert found[0].weight == pytest.approx(found[2].weight)


def pair(
    move: str, *, days: int = 0, came: Sequence[tuple[int, int]] = (), strength: int | None = None
) -> tuple[list[Trigger], list[Link]]:
    """Return a loop of two, from one trigger each."""
    made = [trigger(f"{seat}{move}", seat, move, days=days, came=came, strength=strength) for seat in SEATS]
    return made, [
        link(f"a{move}", f"b{move}"),
        link(f"b{move}", f"a{move}"),
    ]


def test_strength_nobody_shows_hides_no_loop_and_none_at_all_comes_last() -> None:
    silent, none = pair("silent"), pair("none", strength=0)
    found = find([*silent[0], *none[0]], [*silent[1], *none[1]], TODAY).found
    assert [one.moves[0] for one in found] == ["a silent", "a none"]
    assert [one.weight for one in found] == pytest.approx([0.5 / 3, 0.0])


def test_a_loop_that_is_no_more_is_not_traced() -> None:
    (found,) = find(PAIR, PAIR_LINKS, TODAY).found
    assert trace(PAIR, PAIR_LINKS, TODAY, found.moves) == found
    assert trace(PAIR, PAIR_LINKS[:2], TODAY, found.moves) is None
    assert trace(PAIR, PAIR_LINKS, TODAY, ("a explains again", "b gone")) is None
    assert trace(PAIR, PAIR_LINKS, TODAY, ()) is None


# More moves than are looked at


def crowd(count: int) -> tuple[list[Trigger], list[Link]]:
    """Return so many moves of each, the first of them the strongest; each answers that of the same number."""
    triggers = [
        trigger(f"{seat}{number:03}", seat, f"move {number:03}", strength=10 if number < 2 else 4)
        for seat in SEATS
        for number in range(count)
    ]
    keys = [f"{number:03}" for number in range(count)]
    return triggers, [link(f"a{key}", f"b{key}") for key in keys] + [
        link(f"b{key}", f"a{key}") for key in keys
    ]


def test_moves_beyond_forty_join_what_else_their_owner_does() -> None:
    triggers, links = crowd(60)
    loops = find(triggers, links, TODAY)
    assert [one.moves for one in loops.found] == [
        ("a:other", "b:other"),
        ("a move 000", "b move 000"),
        ("a move 001", "b move 001"),
    ]
    rest = loops.found[0].turns[0]
    assert (rest.kind, rest.does, rest.trigger) == ("other", "", "a019")
    assert len(rest.triggers) == 41


def test_kinds_of_moves_stay_and_so_do_moves_up_to_forty() -> None:
    triggers, links = crowd(30)
    weak = [
        trigger("ak", "a", "", move_kind="press", strength=0),
        trigger("bk", "b", "", move_kind="leave", strength=0),
    ]
    kinds = [link("ak", "bk"), link("bk", "ak")]
    assert trace([*triggers, *weak], [*links, *kinds], TODAY, ("a:press", "b:leave")) is not None
    few, fewer = crowd(20)
    assert trace(few, fewer, TODAY, ("a move 019", "b move 019")) is not None
    assert trace(triggers, links, TODAY, ("a move 029", "b move 029")) is None


def test_names_of_moves_can_be_kept_whatever_somebody_wrote() -> None:
    long = "\u200d" + "x" * 300
    made = [one.model_copy(update={"words": one.words.model_copy(update={"move": long})}) for one in PAIR]
    (found,) = find(made, PAIR_LINKS, TODAY).found
    assert found.moves == (f"a {'x' * 60}", f"b {'x' * 60}")
    nothing = [
        one.model_copy(update={"words": one.words.model_copy(update={"move": "\u200d"})}) for one in PAIR
    ]
    assert not find(nothing, PAIR_LINKS, TODAY).enough


def test_what_is_found_is_a_value() -> None:
    (found,) = find(PAIR, PAIR_LINKS, TODAY).found
    assert replace(found) == found
    assert isinstance(found.first, date)
