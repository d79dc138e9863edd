"""A pause on disk: the sitting waits for it, the living session is free, and no record says who."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from coreg.evening.pause import row_of
from coreg.evening.pausing import next_day, pauses_in
from coreg.evening.planning import Options, plan
from coreg.practice.sitting import SmallBreaths
from coreg.record.models import PauseAgreement
from tests.unit.evening.pauses import (
    HALF_AN_HOUR,
    WORDS,
    Boots,
    paused,
    pausing_of,
    sessions,
    talk,
)
from tests.unit.evening.table import Table, Time


def test_the_talk_is_put_aside_and_the_living_session_is_free(table: Table) -> None:
    pausing = pausing_of(table)
    pause = paused(table, pausing)
    assert table.keeping.left_open() is None
    assert [row for row, _ in table.keeping.aside()] == [row_of(pause), pause.session]
    assert table.runner.state is None
    table.begin("breathe", plan("breathe", 2, Options()))
    table.wait(30)
    table.end()
    assert [one.kind for one in sessions(table)] == ["breathe"]
    assert pausing.first == pause


def test_after_a_kill_the_return_is_where_it_was_and_the_talk_at_its_step(table: Table) -> None:
    pause = paused(table, pausing_of(table))
    step = pause.timeout.back
    again = table.killed()
    again.time.go_on(HALF_AN_HOUR)
    boots = Boots(again.time)
    boots.name = "after a reboot"
    pausing = pausing_of(again, boots)
    assert pausing.first == pause
    assert pausing.first.timeout.back == step
    assert pausing.face(pause) == "now"
    left = again.kept(pausing.come_back(pause))
    assert left is not None
    assert left.sitting.results[-1].note == WORDS
    assert pausing.first is None
    assert again.keeping.aside() == ()
    found = again.keeping.left_open()
    assert found is not None
    assert (found.id, found.sitting) == (left.id, left.sitting)


@pytest.mark.parametrize("hours", [1, -1])
@pytest.mark.parametrize("reboot", [False, True])
def test_a_clock_set_an_hour_off_moves_nothing_within_one_start(
    table: Table, hours: int, reboot: bool
) -> None:
    boots = Boots(table.time)
    pause = paused(table, pausing_of(table, boots))
    back = pause.back(table.time.now())
    table.time.go_on(600)
    table.time.wall += timedelta(hours=hours)
    if reboot:
        boots.name = "another"
    again = table.killed()
    pausing = pausing_of(again, boots)
    assert pausing.first is not None
    assert pausing.first.back(again.time.now()) == back
    if not reboot:
        assert pausing.face(pause) == "before"
        assert pausing.reading().awake - pause.timeout.since.awake == 600
    else:
        assert pausing.face(pause) == ("after" if hours == 1 else "before")
        again.time.wall -= timedelta(hours=hours)
        assert pausing.face(pause) == "before"


def test_its_record_has_minutes_and_whether_it_was_planned_and_nothing_else(table: Table) -> None:
    pausing = pausing_of(table)
    pause = paused(table, pausing)
    table.time.go_on(42 * 60)
    table.kept(pausing.come_back(pause))
    (found,) = sessions(table)
    (entry,) = found.entries
    assert (found.kind, entry.practice, found.id) == ("timeout", "timeout", pause.id)
    assert dict(entry.params) == {"minutes": 42, "planned_again": False}
    assert (found.done_s, found.ended_early, entry.ended_early) == (2_520.0, False, False)
    assert (found.check_in, found.check_out, entry.before, entry.after) == (None, None, None, None)
    assert (entry.lines, entry.steps, entry.variant) == ((), (), "")
    assert found.zone == "Europe/Berlin"


def test_planned_again_it_is_recorded_once_and_the_talk_goes_on_waiting(table: Table) -> None:
    pausing = pausing_of(table)
    pause = paused(table, pausing)
    table.time.go_on(HALF_AN_HOUR)
    when = next_day(table.time.now(), table.time.now())
    later = table.kept(pausing.plan(pause, when))
    assert later.back(table.time.now()) == when
    again = table.kept(pausing.plan(later, when + timedelta(hours=1)))
    table.kept(pausing.come_back(again))
    (found,) = sessions(table)
    assert dict(found.entries[0].params) == {"minutes": 30, "planned_again": True}
    assert table.keeping.left_open() is not None


def test_left_open_it_stays_until_somebody_picks_a_time_or_lets_it_rest(table: Table) -> None:
    pausing = pausing_of(table)
    pause = table.kept(pausing.leave_open(paused(table, pausing)))
    assert pausing_of(table).first == pause
    assert pausing.face(pause) == "open"
    table.kept(pausing.let_rest(pause))
    assert pausing.first is None
    assert table.keeping.aside() == ()
    assert sorted(one.kind for one in sessions(table)) == ["day_talk", "timeout"]
    assert [note.text for note in table.kept(table.keeping.notes())] == [WORDS]
    assert table.keeping.left_open() is None


def test_put_off_it_has_a_new_return_and_no_record_yet(table: Table) -> None:
    pausing = pausing_of(table)
    pause = paused(table, pausing)
    table.time.go_on(HALF_AN_HOUR)
    later = table.kept(pausing.put_off(pause))
    assert later.timeout.times == 1
    assert pausing.face(later) == "before"
    assert sessions(table) == []


def test_asked_for_outside_a_sitting_nothing_waits(table: Table) -> None:
    pausing = pausing_of(table)
    pause = table.kept(pausing.ask_for(HALF_AN_HOUR))
    assert pause.session == ""
    assert table.kept(pausing.come_back(pause)) is None
    pause = table.kept(pausing.ask_for(HALF_AN_HOUR))
    table.kept(pausing.let_rest(pause))
    assert pausing.first is None


def test_the_soonest_return_comes_first_and_the_newest_is_known(table: Table) -> None:
    pausing = pausing_of(table)
    late = table.kept(pausing.ask_for(7_200.0))
    table.time.go_on(1)
    soon = table.kept(pausing.ask_for(HALF_AN_HOUR))
    open_ = table.kept(pausing.leave_open(table.kept(pausing.ask_for(HALF_AN_HOUR))))
    assert pausing.first == soon
    assert pausing.newest is not None
    assert {pausing.newest.id} <= {soon.id, open_.id}
    assert pauses_in(table.keeping.aside()) == (soon, late, open_)


def test_it_is_announced_twice_and_each_time_once(table: Table) -> None:
    pausing = pausing_of(table)
    table.kept(pausing.ask_for(HALF_AN_HOUR))
    heard = []
    for _ in range(40):
        heard.append(pausing.announced())
        table.time.go_on(60)
    assert [minute for minute, rang in enumerate(heard) if rang] == [28, 30]


def test_a_pause_asked_for_in_small_breaths_waits_like_any(table: Table) -> None:
    pausing = pausing_of(table)
    talk(table)
    table.happens(SmallBreaths)
    pause = table.kept(pausing.ask_for(HALF_AN_HOUR, table.runner.put_aside()))
    left = table.kept(pausing.come_back(pause))
    assert left is not None
    assert table.runner.take_up(left).phase == "stopped"


def test_what_was_agreed_is_kept_with_the_day_on_which_it_was_looked_at(table: Table) -> None:
    pausing = pausing_of(table)
    assert table.kept(pausing.agreement()) is None
    day = table.time.now().date()
    agreed = PauseAgreement(word="harbour", minutes=45, a="shower", looked=day - timedelta(days=200))
    table.kept(pausing.agree(agreed))
    after = table.killed()
    assert after.kept(pausing_of(after).agreement()) == agreed.model_copy(update={"looked": day})


def test_without_a_book_nothing_was_agreed(tmp_path_factory: pytest.TempPathFactory) -> None:
    table = Table(tmp_path_factory.mktemp("empty"))
    pausing = pausing_of(table)
    assert table.kept(pausing.agreement()) is None
    assert pausing.newest is None


def test_tomorrow_is_the_same_time_on_the_clock_of_now() -> None:
    time = Time()
    now = time.now()
    back = now.replace(hour=21, minute=40, second=17)
    assert next_day(back, now) == datetime(2026, 11, 24, 21, 40, tzinfo=now.tzinfo)
