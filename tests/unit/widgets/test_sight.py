"""What is in sight of a long list: the chosen thing always is, and nothing runs out at either end."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.widgets.sight import Sight

MOVES: tuple[Callable[[Sight], None], ...] = (
    lambda sight: sight.move(1),
    lambda sight: sight.move(-1),
    lambda sight: sight.page(1),
    lambda sight: sight.page(-1),
    Sight.first,
    Sight.last,
)


def seen(keys: list[Hashable | None], height: int) -> Sight:
    """Look at lines of these keys through a window."""
    sight = Sight()
    sight.height = height
    sight.show(keys)
    return sight


def window(sight: Sight) -> list[Hashable | None]:
    """Return the keys of the lines in sight."""
    return list(sight.keys[sight.top : sight.top + sight.height])


def things(sizes: list[int]) -> list[Hashable | None]:
    """Return keys: of every size one thing of so many lines, with a heading over each third."""
    keys: list[Hashable | None] = []
    for number, size in enumerate(sizes):
        keys += [None] if number % 3 == 0 else []
        keys += [number] * size
    return keys


@given(
    sizes=st.lists(st.integers(1, 9), max_size=30),
    height=st.integers(1, 12),
    moves=st.lists(st.sampled_from(MOVES), max_size=40),
)
def test_chosen_thing_is_in_sight_whatever_is_pressed(
    sizes: list[int], height: int, moves: list[Callable[[Sight], None]]
) -> None:
    sight = seen(things(sizes), height)
    for move in moves:
        move(sight)
        assert 0 <= sight.top <= max(0, len(sight.keys) - height)
        assert sight.at in window(sight) if sizes else sight.at is None


@given(sizes=st.lists(st.integers(1, 9), min_size=1, max_size=30), height=st.integers(1, 12))
def test_every_line_comes_into_sight_when_down_is_pressed_long_enough(sizes: list[int], height: int) -> None:
    sight = seen(things(sizes), height)
    lines: set[int] = set()
    for _ in range(2 * len(sight.keys) + 2):
        lines.update(range(sight.top, min(sight.top + height, len(sight.keys))))
        sight.move(1)
    assert lines >= {line for line, key in enumerate(sight.keys) if key is not None}
    assert sight.at == len(sizes) - 1


@pytest.mark.parametrize(
    ("chosen", "left", "at"), [(2, [0, 1, 3, 4], 3), (4, [0, 1], 1), (0, [1, 2], 1), (3, [], None)]
)
def test_what_stands_in_its_place_is_chosen_when_the_chosen_thing_goes(
    chosen: int, left: list[Hashable | None], at: int | None
) -> None:
    sight = seen([0, 1, 2, 3, 4], 3)
    sight.choose(chosen)
    sight.show(left)
    assert sight.at == at


def test_same_thing_stays_chosen_when_others_come_before_it() -> None:
    sight = seen([3, 4], 3)
    sight.choose(4)
    sight.show([0, 1, 2, 3, 4])
    assert sight.at == 4
    assert 4 in window(sight)


def test_thing_of_many_lines_is_scrolled_before_the_next_is_chosen() -> None:
    sight = seen([*["long"] * 10, "next"], 4)
    for _ in range(6):
        sight.move(1)
        assert sight.at == "long"
    sight.move(1)
    assert sight.at == "next"


def test_heading_stays_in_sight_over_the_first_thing() -> None:
    sight = seen([None, 1, 2, 3, 4, 5, 6], 3)
    sight.last()
    for _ in range(5):
        sight.move(-1)
    assert (sight.at, sight.top) == (1, 0)


def test_one_line_shows_the_chosen_thing_and_not_its_heading() -> None:
    sight = seen([None, "only"], 1)
    sight.move(-1)
    assert window(sight) == ["only"]
    sight.first()
    assert window(sight) == ["only"]


def test_bar_is_as_far_down_as_what_is_in_sight() -> None:
    sight = seen(list(range(40)), 10)
    assert list(sight.bar()) == [0, 1]
    sight.last()
    assert list(sight.bar()) == [8, 9]
    assert list(seen([1, 2], 10).bar()) == []
