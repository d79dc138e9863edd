"""The invented couples: what is said of them, and that two thousand of them are hardly ever told too much."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise
from random import Random
from statistics import fmean, median

import pytest

from coreg.practice import togetherness as statistic
from coreg.practice.togetherness import LOOKS
from scripts import togetherness, togetherness_couples
from scripts.togetherness_couples import (
    BESIDE_CUE,
    PACE,
    Couple,
    Row,
    after_guide,
    alone,
    coupled,
    guided,
    locking,
    many,
    null_rows,
    share,
)

COUPLES: list[Couple] = [
    alone,
    partial(alone, keeps=0.5),
    guided,
    partial(after_guide, settling=0.0),
    partial(after_guide, settling=60.0, varies=0.05),
    partial(coupled, pull=0.3),
]


@pytest.mark.parametrize("couple", COUPLES)
def test_every_couple_breathes_at_its_pace_for_the_whole_window(couple: Couple) -> None:
    dice = Random(1)
    for taps in couple(dice, 1000.0):
        assert taps == sorted(taps)
        assert -4 * BESIDE_CUE < taps[0] < 2 * PACE
        assert 1000 - 2 * PACE < taps[-1] < 1000 + 4 * BESIDE_CUE
        assert fmean(b - a for a, b in pairwise(taps)) == pytest.approx(PACE, rel=0.06)


def test_two_who_hear_each_other_well_are_found_and_the_same_seed_finds_the_same() -> None:
    with ThreadPoolExecutor(1) as pool:
        said = many(pool, partial(coupled, pull=0.9), "seed", 1)
        assert said == many(pool, partial(coupled, pull=0.9), "seed", 1)
    assert said[0].claims[-1]


def test_a_share_may_be_off_by_what_few_pairs_differ_by() -> None:
    assert not share("", 0.9, 0.5, 4).far_off
    assert share("", 0.9, 0.5, 2000).far_off
    assert not Row("", 0.9).far_off
    assert not Row("", 0.06, 0.065, most=True).far_off
    assert str(Row("false", 0.07, 0.065, most=True)).endswith("0.070  <= 0.065  far off")


def test_r_by_itself_is_high_by_chance_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(togetherness_couples, "RAW", 300)
    assert median(locking(alone, 90, "seed")) == pytest.approx(0.74, abs=0.06)
    assert median(locking(guided, 180, "seed")) == pytest.approx(0.95, abs=0.03)


def test_the_table_is_printed_and_the_exit_code_says_whether_it_holds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # What is looked at is the table: with few windows and few shuffles the figures in it are rough.
    monkeypatch.setattr(togetherness_couples, "RAW", 20)
    monkeypatch.setattr(statistic, "SHUFFLES", 40)
    code = togetherness.main(["--pairs", "1", "--seed", "3", "--jobs", "1"])
    told = capsys.readouterr().out
    assert told.startswith("1 pairs between whom nothing goes, 1 of every other kind; seed 3")
    assert "R, nothing between them, 90 s, median" in told
    assert all(f"weak coupling, {look} windows" in told for look in LOOKS)
    assert code == ("far off" in told)


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_at_most_six_and_a_half_in_a_hundred_pairs_are_told_too_much() -> None:
    with togetherness.workers(2) as pool:
        rows = list(null_rows(pool, 1, 500))
    assert rows[-1].what.endswith("at any look")
    assert not [str(row) for row in rows if row.far_off]
    assert rows[-1].value > 0
