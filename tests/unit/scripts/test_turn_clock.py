"""The shown time of a turn beside the clock: how late each second came, and what it comes to."""

from __future__ import annotations

import sys

import pytest

from scripts import turn_clock
from scripts.turn_clock import off

SLOW = 0.02


def right(count: int, late: float = SLOW) -> list[tuple[int, float]]:
    """Return seconds that run down, each as late as the other."""
    return [(count - number, 100.0 + number + late) for number in range(count)]


def test_seconds_that_all_come_as_late_are_right() -> None:
    assert off(right(60)) == pytest.approx([0.0] * 60)


def test_one_that_comes_late_is_as_late_as_it_is() -> None:
    seen = right(60)
    seen[3] = (seen[3][0], seen[3][1] + 0.25)
    assert off(seen)[3] == pytest.approx(0.25)
    assert max(off(seen)[4:]) == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("by", "code"),
    [(0.0, 0), (0.001, 0), (0.004, 1), (-0.004, 1)],
    ids=["right", "a little slow", "slow", "fast"],
)
def test_a_clock_that_runs_away_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], by: float, code: int
) -> None:
    seen = [(left, at + by * number) for number, (left, at) in enumerate(right(60))]
    monkeypatch.setattr(turn_clock, "seconds_shown", lambda seconds: seen)
    assert turn_clock.main(["--minutes", "1"]) == code
    assert capsys.readouterr().out.startswith("60 seconds shown")


@pytest.mark.long
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the bench is for Linux")
def test_a_real_turn_is_looked_at() -> None:
    seen = list(turn_clock.seconds_shown(5))
    assert [left for left, _ in seen] == list(range(15, 9, -1))
    assert max(off(seen)) < 1.0
