"""The loop finder on maps that are made by hand: what it tells, and where it stops."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from coreg.insight.loops import Idea, find, trace
from coreg.record.maps import Link, Trigger
from tests.unit.insight.mapped import PAIR, PAIR_LINKS, SEATS, TODAY, ago, link, trigger

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
