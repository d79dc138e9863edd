"""A pause on disk: the sitting waits for it, the living session is free, and no record says who."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest

from coreg.evening.pause import Pause, read_pause, record_of, row_of, write_pause
from coreg.evening.pausing import Pausing, next_day, pauses_in
from coreg.evening.planning import Options, plan
from coreg.practice.sitting import Noted, SmallBreaths
from coreg.practice.timeout import Reading, asked
from coreg.record.models import PauseAgreement, Session
from coreg.record.trouble import Trouble
from tests.store.full_disk import FullDisk
from tests.unit.evening.table import Table, Time

HALF_AN_HOUR = 1_800.0
WORDS = "the harbour, and the blue mug"


class Boots:
    """The start of the computer and the seconds since."""

    def __init__(self, time: Time) -> None:
        self.time = time
        self.name = "first"

    def __call__(self) -> tuple[str, float]:
        return self.name, self.time.seconds


def pausing_of(table: Table, boots: Boots | None = None) -> Pausing:
    """Return the pauses of a table, read as they are on disk."""
    made = Pausing(
        table.keeping,
        now=table.time.now,
        awake=boots or Boots(table.time),
        random=Random(table.time.seconds).randbytes,
        zone=lambda _: "Europe/Berlin",
    )
    made.load()
    return made


def talk(table: Table) -> None:
    """Begin a talk and write something into it."""
    table.begin("day_talk", plan("day_talk", None, Options()))
    table.wait(60)
    table.happens(Noted, WORDS, True)
    table.settle()


def paused(table: Table, pausing: Pausing, seconds: float = HALF_AN_HOUR) -> Pause:
    """Ask for a pause in the middle of a talk."""
    talk(table)
    return table.kept(pausing.ask_for(seconds, table.runner.put_aside()))


def sessions(table: Table) -> list[Session]:
    """Return what the book has, oldest first."""
    return list(reversed(table.kept(table.keeping.sessions())))


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


def test_cut_off_while_it_began_the_talk_waits_for_the_return(table: Table) -> None:
    pausing = pausing_of(table)
    talk(table)
    left = table.runner.put_aside()
    pause = table.kept(pausing.ask_for(HALF_AN_HOUR, left))
    live = dict(table.keeping.aside())[pause.session]
    table.store.snapshot(live)
    again = restarted(table)
    found = again.keeping.left_open()
    assert found is not None
    pausing = pausing_of(again)
    assert not pausing.mends(replace(found, id="another"))
    assert pausing.mends(found)
    assert again.keeping.left_open() is None
    assert pausing.first == pause
    again.store.drop_aside(pause.session)
    assert not pausing.mends(found)
    again.writer.close()


def restarted(table: Table) -> Table:
    """Kill the program, and start it as it is, with a thread that writes."""
    table.store.close()
    return Table(table.folder, table.time, threaded=True)


def test_cut_off_while_it_ended_the_talk_is_the_living_one(table: Table) -> None:
    pausing = pausing_of(table)
    pause = paused(table, pausing)
    rows = table.keeping.aside()
    table.time.go_on(HALF_AN_HOUR)
    table.kept(pausing.come_back(pause))
    for row, data in rows:
        table.store.put_aside(row, data)
    again = restarted(table)
    found = again.keeping.left_open()
    assert found is not None
    pausing = pausing_of(again)
    assert not pausing.mends(found)
    assert pausing.first is None
    assert again.keeping.left_open() is not None
    again.writer.close()


def test_a_talk_that_cannot_be_read_stays_where_it_is(table: Table) -> None:
    pausing = pausing_of(table)
    pause = paused(table, pausing)
    found = dict(table.keeping.aside())
    table.store.put_aside(pause.session, b"not a sitting")
    left = table.killed()
    again = pausing_of(left)
    assert left.kept(again.come_back(pause)) is None
    assert [row for row, _ in left.keeping.aside()] == [pause.session]
    assert found[pause.session] != b"not a sitting"


def test_on_a_full_disk_nothing_begins_and_the_talk_goes_on(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    pausing = pausing_of(table)
    talk(table)
    disk = FullDisk(monkeypatch)
    disk.fill()
    asked_for = pausing.ask_for(HALF_AN_HOUR, table.runner.put_aside())
    with pytest.raises(Trouble):
        table.kept(asked_for)
    assert pausing.first is None
    disk.make_room()
    table.runner.take_back()
    assert table.phase == "running"
    table.settle()
    assert table.keeping.aside() == ()
    left = table.keeping.left_open()
    assert left is not None
    assert left.sitting.results[-1].note == WORDS


def test_nothing_can_be_put_aside_where_nothing_is_on(table: Table) -> None:
    with pytest.raises(RuntimeError):
        table.runner.put_aside()


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


# The bytes


NOW = Reading(1_795_000_000.0, "one", 77.5)
PAUSE = Pause("0192aaaa-0000-7000-8000-000000000000", asked(NOW, 1_800.0), "Europe/Berlin", "2026-11-23", "s")


def test_a_pause_is_read_as_it_was_written() -> None:
    assert read_pause(row_of(PAUSE), write_pause(PAUSE)) == PAUSE


def test_nothing_in_it_can_say_who() -> None:
    written = json.loads(write_pause(PAUSE))
    assert written.keys() == {"v", "id", "timeout", "zone", "day", "session", "kept"}
    record = record_of(PAUSE, NOW, planned=False)
    assert record.entries[0].params.keys() == {"minutes", "planned_again"}


@pytest.mark.parametrize(
    "change",
    [
        {"timeout": None},
        {"timeout": {"begun": {}}},
        {"day": "someday"},
        {"day": 7},
        {"timeout": {**json.loads(write_pause(PAUSE))["timeout"], "begun": {"wall": 1e300, "awake": 0}}},
        {"timeout": {**json.loads(write_pause(PAUSE))["timeout"], "seconds": "soon"}},
    ],
)
def test_what_cannot_be_read_is_no_pause(change: dict[str, object]) -> None:
    data = json.dumps({**json.loads(write_pause(PAUSE)), **change}).encode()
    assert read_pause(row_of(PAUSE), data) is None


@pytest.mark.parametrize("data", [b"", b"[]", b"7", b'"text"', b"\xff", b"[" * 100_000])
def test_other_things_that_were_put_aside_are_no_pauses(data: bytes) -> None:
    assert read_pause(row_of(PAUSE), data) is None
    assert read_pause("unread-20261123T200000", write_pause(PAUSE)) is None


def test_tomorrow_is_the_same_time_on_the_clock_of_now() -> None:
    time = Time()
    now = time.now()
    back = now.replace(hour=21, minute=40, second=17)
    assert next_day(back, now) == datetime(2026, 11, 24, 21, 40, tzinfo=now.tzinfo)
