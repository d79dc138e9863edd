"""Chance without a die: the same each time, even, and pooled without keeping more than fifty counts."""

from collections import Counter
from fractions import Fraction
from itertools import islice, product
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.chance import BINS, SHUFFLES, counted, numbers, seed_of, shuffle, spread

values = st.lists(st.floats(-1, 1), min_size=1, max_size=40)


def test_numbers_are_those_of_splitmix64() -> None:
    """The first word for the seed 1234567 is 6457827717110365317 wherever the generator is written down."""
    first = list(islice(numbers(1234567), 4))
    assert sum(part << 16 * at for at, part in enumerate(first)) == 6457827717110365317


def test_the_seed_is_of_the_numbers_and_their_order() -> None:
    assert seed_of([1, 2]) == seed_of([1, 2])
    assert len({seed_of([1, 2]), seed_of([2, 1]), seed_of([1, 2, 0]), seed_of([-1, 2]), seed_of([])}) == 5


def test_every_order_comes_up_as_often() -> None:
    dice = numbers(7)
    found: Counter[tuple[int, ...]] = Counter()
    for _ in range(6000):
        cards = [1, 2, 3]
        shuffle(cards, dice)
        found[tuple(cards)] += 1
    assert len(found) == 6
    assert all(880 < count < 1120 for count in found.values())


def test_every_value_is_counted_where_it_lies() -> None:
    counts = counted([-1, -0.97, 0, 0.999, 1])
    assert (len(counts), sum(counts)) == (BINS, 5)
    assert (counts[0], counts[BINS // 2], counts[-1]) == (2, 1, 2)


def test_the_mean_of_two_windows_is_as_rare_as_counting_says() -> None:
    """Each is -0.98 or 0.98: of four means one is high, one is low, and two are 0, spread over a part."""
    two = counted([-0.98, 0.98])
    both = spread([two, two])
    assert both.above(0.9) == pytest.approx(0.25)
    assert both.above(0.0) == pytest.approx(0.5)
    assert both.above(-0.5) == pytest.approx(0.75)
    assert both.above(-1.0) == 1
    assert both.above(1.0) == 0
    assert both.p(1.0) == 1 / (SHUFFLES + 1)
    assert both.p(-1.0) == 1


def test_a_quantile_lies_inside_what_chance_did() -> None:
    one = spread([counted([0.01, 0.01, 0.01, 0.01])])
    assert one.quantile(0.0) == pytest.approx(-1.0)
    assert one.quantile(0.5) == pytest.approx(0.02)
    assert one.quantile(1.0) == pytest.approx(0.04)


@given(st.lists(values, min_size=1, max_size=4), st.floats(0.02, 0.98))
def test_a_quantile_and_what_is_above_it_belong_together(windows: list[list[float]], share: float) -> None:
    chance = spread([counted(window) for window in windows])
    assert chance.above(chance.quantile(share)) == pytest.approx(1 - share, abs=1e-6)


@given(st.lists(values, min_size=2, max_size=2), st.floats(-1, 1))
def test_counts_say_what_all_the_values_say_to_within_a_part(windows: list[list[float]], mean: float) -> None:
    chance = spread([counted(window) for window in windows])
    means = [fmean(drawn) for drawn in product(*windows)]
    part = 2 / BINS + 1e-9
    assert chance.above(mean) >= Fraction(sum(one >= mean + part for one in means), len(means)) - 1e-9
    assert chance.above(mean) <= Fraction(sum(one >= mean - part for one in means), len(means)) + 1e-9
