"""How long nobody was there, whatever the clocks do."""

from __future__ import annotations

from datetime import timedelta

from coreg.evening.idle import Idle
from tests.screens.stage import FakeTime


def test_it_counts_from_the_last_touch() -> None:
    time = FakeTime()
    idle = Idle(time.clock, time.now)
    time.advance(30)
    assert idle.gone() == 30
    idle.touch()
    assert idle.gone() == 0


def test_a_machine_that_slept_was_idle() -> None:
    time = FakeTime()
    idle = Idle(time.clock, time.now)
    time.go_to(time.wall + timedelta(hours=8))
    assert idle.gone() == 8 * 3600


def test_a_wall_clock_set_back_takes_nothing_away() -> None:
    time = FakeTime()
    idle = Idle(time.clock, time.now)
    time.advance(300)
    time.go_to(time.wall - timedelta(hours=2))
    assert idle.gone() == 300
