"""A pause on the command line: begun, waited for in plain lines, written for a calendar."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coreg.commands import waiting
from coreg.commands.waiting import Waiting
from coreg.evening.pause import Pause, new_pause
from coreg.evening.pausing import keep_pause, pauses_in
from coreg.practice.timeout import Reading, left_open
from coreg.record.trouble import Trouble
from coreg.store import Store
from tests.unit.commands.conftest import Opened, Run

Said = Callable[[], str]

BEGUN = datetime(2026, 11, 24, 21, 0, tzinfo=UTC)


class Night:
    """Clocks that only move while somebody waits."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.slept: list[float] = []

    def now(self) -> datetime:
        return BEGUN + timedelta(seconds=self.passed)

    def awake(self) -> tuple[str, float]:
        return "this one", self.passed

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passed += seconds

    def pause(self, minutes: float = 30) -> Pause:
        reading = Reading(self.now().timestamp(), *self.awake())
        return new_pause(reading, self.now(), "UTC", bytes(10), minutes * 60)

    def waiting(self, *, terminal: bool) -> Waiting:
        return Waiting(now=self.now, awake=self.awake, sleep=self.sleep, terminal=terminal)


@pytest.fixture
def night() -> Night:
    return Night()


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """Return what says what was printed so far."""
    so_far: list[str] = []

    def said() -> str:
        so_far.append(capsys.readouterr().out)
        return "".join(so_far)

    return said


def same(pause: Pause) -> Pause:
    return pause


def test_without_a_terminal_there_is_a_line_a_minute_and_no_code(night: Night, said: Said) -> None:
    night.waiting(terminal=False).until(night.pause(), same)
    lines = said().splitlines()
    assert lines[:2] == ["21:30 · 30 min left", "21:30 · 29 min left"]
    assert lines[-2:] == ["21:30 · 1 min left", "It is 21:30. Begin when you are both here."]
    assert len(lines) == 31
    assert not any(sign in said() for sign in "\x1b\r\a")


def test_on_a_terminal_one_line_is_rewritten_and_the_bell_rings_twice(night: Night, said: Said) -> None:
    night.waiting(terminal=True).until(night.pause(), same)
    shown = said()
    assert "\x1b" not in shown
    assert shown.count("\a") == 2
    assert shown.count("\n") == 1
    assert "\r21:30 · 18:22 left" in shown
    assert shown.index(" 2:00 left") < shown.index("\a") < shown.index(" 1:59 left")
    assert shown.split("\r")[-1] == "It is 21:30. Begin when you are both here.\n\a"
    assert max(night.slept) <= 1.0


def test_hours_are_counted_as_hours(night: Night, said: Said) -> None:
    night.waiting(terminal=True).until(night.pause(120), same)
    assert "\r23:00 · 1:30:00 left" in said()


def test_one_whose_time_has_come_is_told_at_once(night: Night, said: Said) -> None:
    pause = night.pause()
    night.passed = 7_200
    night.waiting(terminal=False).until(pause, same)
    assert said() == "It is 23:00. Begin when you are both here.\n"
    assert night.slept == []


def test_a_new_return_is_followed_and_one_that_is_over_ends_the_clock(night: Night, said: Said) -> None:
    pause, looks = night.pause(), iter(range(9))

    def again(found: Pause) -> Pause | None:
        look = next(looks)
        return None if look == 8 else night.pause(40) if look == 3 else found

    night.waiting(terminal=False).until(pause, again)
    lines = said().splitlines()
    assert lines[0].startswith("21:30")
    assert any(line.startswith("21:4") for line in lines)
    assert lines[-1] == "The pause is over."


def test_without_a_time_there_is_nothing_to_wait_for(night: Night, said: Said) -> None:
    pause = night.pause()
    with pytest.raises(Trouble, match="no_return"):
        night.waiting(terminal=False).until(replace(pause, timeout=left_open(pause.timeout)), same)
    assert said() == ""


class Broken(io.StringIO):
    """A stream that nobody takes from."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, _text: str) -> int:
        raise self.error


@pytest.mark.parametrize(
    ("out", "raised"),
    [(None, Trouble), (Broken(OSError()), Trouble), (Broken(BrokenPipeError()), BrokenPipeError)],
)
def test_what_cannot_be_printed_is_told(
    night: Night, monkeypatch: pytest.MonkeyPatch, out: io.StringIO | None, raised: type[Exception]
) -> None:
    monkeypatch.setattr(sys, "stdout", out)
    with pytest.raises(raised):
        night.waiting(terminal=False).until(night.pause(), same)


# The command


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[Pause | None]:
    """Note which pause is waited for, and what is read anew, and wait for nothing."""
    found: list[Pause | None] = []

    def until(_self: Waiting, pause: Pause, again: Callable[[Pause], Pause | None]) -> None:
        found.extend((pause, again(pause)))

    monkeypatch.setattr(waiting.Waiting, "until", until)
    return found


def test_it_begins_one_and_waits(made: Run, opened: Opened, waited: list[Pause | None]) -> None:
    ran = made("timeout", "45", "--wait")
    assert ran.code == 0
    assert ran.err.startswith("A pause until ")
    with opened() as store:
        (pause,) = pauses_in(store.aside())
    assert pause.timeout.seconds == 2_700
    assert waited == [pause, pause]


def test_one_that_is_on_is_waited_for_and_none_is_added(
    made: Run, opened: Opened, waited: list[Pause | None]
) -> None:
    made("timeout", "45", "--wait")
    ran = made("timeout", "20", "--wait")
    assert "A pause is on already, until" in ran.err
    assert made("timeout", "--wait").code == 0
    with opened() as store:
        assert len(pauses_in(store.aside())) == 1
    assert len(set(waited)) == 1


def test_beside_one_without_a_time_another_begins(
    made: Run, opened: Opened, waited: list[Pause | None], night: Night
) -> None:
    with opened() as store:
        pause = night.pause()
        keep_pause(store, replace(pause, timeout=left_open(pause.timeout)))
    ran = made("timeout", "20", "--wait")
    assert (ran.code, ran.err[:14]) == (0, "A pause until ")
    with opened() as store:
        assert len(pauses_in(store.aside())) == 2
    assert waited[0] is not None
    assert waited[0].timeout.seconds == 1_200


def test_while_the_app_is_open_it_can_be_waited_for(
    made: Run, folder: Path, waited: list[Pause | None], night: Night
) -> None:
    with Store.open(folder, device="app", now=night.now, random=bytes) as store:
        keep_pause(store, night.pause())
        assert made("timeout", "--wait").code == 0
        assert made("timeout", "30", "--wait").code == 3
    assert waited == [night.pause()] * 2


def test_what_is_settled_meanwhile_is_no_longer_waited_for(
    made: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, night: Night
) -> None:
    seen: list[Pause | None] = []

    def until(_self: Waiting, pause: Pause, again: Callable[[Pause], Pause | None]) -> None:
        with Store.open(folder, device="app", now=night.now, random=bytes) as store:
            store.drop_aside(f"pause-{pause.id}")
        seen.append(again(pause))
        (folder / "home.json").write_text("not a book")
        seen.append(again(pause))
        (folder / "home.json").unlink()
        seen.append(again(pause))

    monkeypatch.setattr(waiting.Waiting, "until", until)
    assert made("timeout", "30", "--wait").code == 0
    assert seen[0] is None
    assert seen[1] is not None
    assert seen[1] == seen[2]


def test_without_one_there_is_nothing_to_wait_for(made: Run) -> None:
    ran = made("timeout", "--wait")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "No pause is on. coreg timeout 30 begins one.\n"


@pytest.mark.parametrize("minutes", ["19", "1441", "soon", "-5"])
def test_no_pause_is_shorter_than_twenty_minutes_or_longer_than_a_day(made: Run, minutes: str) -> None:
    ran = made("timeout", minutes, "--wait")
    assert ran.code == 2
    assert "20" in ran.err or minutes in ran.err


def test_a_return_is_written_for_a_calendar(made: Run, tmp_path: Path, opened: Opened) -> None:
    ran = made("timeout", "30", "--ics", str(tmp_path))
    assert ran.code == 0
    assert "Written: " in ran.err
    data = (tmp_path / "time-for-two.ics").read_bytes()
    assert b"SUMMARY:Time for two\r\n" in data
    with opened() as store:
        (pause,) = pauses_in(store.aside())
    back = datetime.fromtimestamp(pause.timeout.back or 0.0, UTC)
    assert f"DTSTART:{back:%Y%m%dT%H%M%SZ}".encode() in data
    assert b"Mina" not in data
    assert made("timeout", "--ics", str(tmp_path)).code == 2


def test_without_a_time_or_a_file_nothing_is_written(made: Run, folder: Path, night: Night) -> None:
    pause = night.pause()
    with Store.open(folder, device="app", now=night.now, random=bytes) as store:
        keep_pause(store, replace(pause, timeout=left_open(pause.timeout)))
    assert made("timeout", "--ics", str(folder / "new.ics")).code == 1
    assert made("timeout", "--ics", "").code == 2
    assert not (folder / "new.ics").exists()
