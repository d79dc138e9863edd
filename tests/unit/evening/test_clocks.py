"""Sleep, stalls, and clocks that are changed: no second is lost, and none is made up."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from coreg.practice.play import Pressed
from coreg.practice.sitting import Paused, Plan, Rested, Resumed, SmallBreaths, Stopped
from tests.unit.evening.table import SUMMER, WINTER, Table, Time
from tests.unit.practice.evenings import script

DAY = 24 * 3600.0
NIGHT = 8 * 3600.0


# Sleep and clocks


def test_a_lid_closed_for_a_night_costs_nobody_a_second(table: Table) -> None:
    table.to_a_turn()
    shown, left = table.runner.shown_time(), table.turn().floor.left(table.runner.shown_time())
    table.time.go_on(NIGHT)
    table.runner.look()
    assert table.phase == "paused"
    assert table.runner.shown_time() == pytest.approx(shown)
    table.wait(60)
    table.happens(Resumed)
    assert table.turn().floor.left(table.runner.shown_time()) == pytest.approx(left)


def test_a_machine_whose_clock_sleeps_with_it_is_seen_on_the_wall(table: Table) -> None:
    table.to_a_turn()
    shown = table.runner.shown_time()
    table.time.wall += timedelta(hours=8)
    table.runner.look()
    assert table.phase == "paused"
    assert table.runner.shown_time() == pytest.approx(shown)


def test_what_was_due_before_the_machine_slept_has_happened(table: Table) -> None:
    table.begin()
    table.time.go_on(1.5)
    table.runner.look()
    table.time.go_on(NIGHT)
    table.runner.look()
    assert (table.sitting.now_step.id, table.runner.shown_time()) == ("land", 1.5)


@pytest.mark.parametrize("jump", [True, False])
def test_small_breaths_sleep_too(table: Table, jump: bool) -> None:
    table.to_a_turn()
    table.happens(SmallBreaths)
    table.wait(20)
    if jump:
        table.time.go_on(NIGHT)
    else:
        table.time.wall += timedelta(hours=8)
    table.runner.look()
    table.wait(30)
    shown = table.runner.shown_time()
    table.happens(Resumed)
    table.wait(39)
    assert table.phase == "breaths"
    assert table.runner.shown_time() == pytest.approx(shown)
    table.wait(2)
    assert table.phase == "running"
    assert table.runner.shown_time() == pytest.approx(shown + 1)


def test_a_key_after_the_night_finds_time_standing(table: Table) -> None:
    table.to_a_turn()
    table.time.go_on(NIGHT)
    assert table.happens(Pressed, "a").phase == "paused"
    assert table.turn().floor.handed is None


def test_a_stop_or_a_pause_sleeps_as_it_is(table: Table) -> None:
    for held, phase in ((Paused, "paused"), (Stopped, "stopped")):
        table.begin()
        table.wait(3)
        table.happens(held)
        table.time.go_on(NIGHT)
        table.runner.look()
        assert table.phase == phase
        assert table.runner.shown_time() == pytest.approx(3)


def test_a_wall_clock_that_is_set_back_changes_nothing_at_the_table(table: Table) -> None:
    table.to_a_turn()
    shown = table.runner.shown_time()
    table.time.wall -= timedelta(hours=2)
    table.wait(30)
    assert table.phase == "running"
    assert table.runner.shown_time() == pytest.approx(shown + 30)
    table.happens(Rested)
    table.end()
    (session,) = table.sessions()
    assert session.ended >= session.started
    assert session.done_s == pytest.approx(shown + 30)


@pytest.mark.parametrize("change", [WINTER, SUMMER])
def test_an_evening_across_a_change_of_the_clocks_has_the_right_length(
    tmp_path: Path, change: datetime
) -> None:
    table = Table(tmp_path / "book", Time(change - timedelta(minutes=10))).set_up()
    assert table.time.now().utcoffset() == timedelta(hours=2 if change is WINTER else 1)
    table.begin()
    table.until("turn_first")
    table.wait(300, step=1.75)
    table.happens(Paused)
    table.wait(450, step=1.75)
    assert table.time.now().utcoffset() == timedelta(hours=1 if change is WINTER else 2)
    table.happens(Resumed)
    table.wait(150, step=1.75)
    assert table.phase == "running"
    table.happens(Rested)
    table.end()
    (session,) = table.sessions()
    assert session.done_s == pytest.approx(450, abs=0.1)
    assert (session.ended - session.started).total_seconds() == pytest.approx(900, abs=0.1)
    assert session.local_date == (change - timedelta(minutes=10)).date()


@pytest.mark.long
def test_a_day_and_a_night_of_small_stalls_shows_the_time_of_the_clock(tmp_path: Path) -> None:
    # Before there is a book nothing is written: it is only the clock that is looked at, 51,000 times.
    table = Table(tmp_path / "book", Time(WINTER - timedelta(hours=12)))
    table.begin("long", Plan(script({"kind": "turn", "who": "first", "seconds": 480})))
    chance, began = Random(24), table.time.clock()
    looks = 0
    while table.time.clock() - began < DAY:
        table.time.go_on(1.625 + (0.3 if chance.random() < 0.2 else 0.0))
        table.runner.look()
        looks += 1
        assert table.runner.shown_time() == table.time.clock() - began
    assert looks > 48_000
    assert table.phase == "running"
    assert table.turn().floor.over(table.runner.shown_time()) == pytest.approx(DAY - 480, abs=2)


@pytest.mark.long
def test_a_day_of_everything_a_clock_can_do_has_the_right_length(tmp_path: Path) -> None:
    """One sitting of a day: both changes of the clocks, a wall set back and ahead, and a night of sleep."""
    # Only before there is a book can a day pass in a second: nothing is written then.
    table = Table(tmp_path / "book", Time(WINTER - timedelta(hours=2)))
    table.begin("long", Plan(script({"kind": "turn", "who": "first", "seconds": 480})))
    to_summer = SUMMER - WINTER - timedelta(hours=6)
    for count, (moved, slept, phase) in enumerate(
        [
            (timedelta(0), 0.0, "running"),
            (-timedelta(hours=2), 0.0, "running"),
            (timedelta(days=365), 0.0, "paused"),
            (to_summer, 0.0, "paused" if to_summer > timedelta(0) else "running"),
            (timedelta(0), NIGHT, "paused"),
        ],
        start=1,
    ):
        table.wait(4 * 3600, step=1.875)
        shown = table.runner.shown_time()
        assert shown == pytest.approx(count * 4 * 3600)
        table.time.wall += moved
        table.time.go_on(slept)
        table.runner.look()
        assert table.phase == phase
        assert table.runner.shown_time() == pytest.approx(shown)
        if phase == "paused":
            table.happens(Resumed)
    table.wait(4 * 3600, step=1.875)
    table.set_up()
    table.happens(Rested)
    table.end()
    (session,) = table.sessions()
    assert session.done_s == pytest.approx(24 * 3600, abs=0.1)
    assert session.started <= session.ended
