"""The living session as it is on disk."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given

from coreg.content import explain
from coreg.evening.journal import FRESH, JournalError, LeftOpen, read_snapshot, write_snapshot
from coreg.practice.play import Drafted, Wrote
from coreg.practice.playing import journal
from coreg.practice.sitting import Noted, Sitting
from tests.unit.practice.evenings import (
    Story,
    at_the_end,
    quiet_evening,
    script,
    sitting,
    sittings,
    stories,
    through,
)

BERLIN = timezone(timedelta(hours=1), "CET")
STARTED = datetime(2026, 11, 23, 20, 14, 30, tzinfo=BERLIN)
SAVED = STARTED + timedelta(minutes=12)


def left(state: Sitting) -> LeftOpen:
    return LeftOpen("0198f0a0-1111-7abc-8def-0123456789ab", STARTED, SAVED, "CET", state)


@given(sittings(), stories(most=10))
def test_a_snapshot_is_read_back_as_it_was(state: Sitting, story: Story) -> None:
    after, now = at_the_end(state, story)
    written = left(journal(after, now))
    assert read_snapshot(write_snapshot(written)) == written


def test_the_day_on_the_wall_is_read_back_too() -> None:
    late = replace(left(sitting(script({"kind": "say"}))), started=datetime(2026, 1, 1, 0, 30, tzinfo=BERLIN))
    assert read_snapshot(write_snapshot(late)).started.date().isoformat() == "2026-01-01"


def test_text_that_no_file_can_hold_does_not_stop_the_journal() -> None:
    state = through(quiet_evening(), Noted(1, "half \ud83d"))
    assert read_snapshot(write_snapshot(left(state))).sitting.note == "half ?"


def test_a_snapshot_is_readable_text() -> None:
    write: dict[str, object] = {"kind": "write", "keeps": "stays", "who": "first"}
    state = through(sitting(script(write)), Drafted(1, "“Grüße”, 山田"), Wrote(2, "“Grüße”, 山田"))
    assert "“Grüße”, 山田" in write_snapshot(left(state)).decode()


def change(field: str, value: object) -> bytes:
    plain = json.loads(write_snapshot(left(sitting(script({"kind": "say"})))))
    plain[field] = value
    return json.dumps({key: one for key, one in plain.items() if one != "gone"}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'"text"',
        b"{}",
        b"[" * 100_000,
        change("v", 2),
        change("v", "gone"),
        change("id", "gone"),
        change("saved", "gone"),
        change("saved", "yesterday"),
        change("started", 12),
        change("sitting", {"_": "Nobody"}),
        change("sitting", {"_": "Step", "id": "x", "kind": "say"}),
        change("sitting", None),
    ],
)
def test_what_is_no_snapshot_of_ours_is_refused_without_a_word_of_it(data: bytes) -> None:
    with pytest.raises(JournalError) as caught:
        read_snapshot(data)
    assert caught.value.code == "journal"
    assert caught.value.facts == {}
    assert str(caught.value) == "journal"
    assert explain(caught.value)


@pytest.mark.parametrize(
    ("later", "fresh"),
    [
        (timedelta(0), True),
        (timedelta(hours=11, minutes=59), True),
        (timedelta(seconds=FRESH), False),
        (timedelta(days=3), False),
        # A clock that was set right meanwhile is no reason to lose the step.
        (-timedelta(hours=2), True),
        (-timedelta(days=400), False),
    ],
)
def test_a_step_is_offered_again_for_half_a_day(later: timedelta, fresh: bool) -> None:
    assert left(quiet_evening()).fresh(SAVED + later) is fresh


def test_half_a_day_is_twelve_hours_also_when_the_clocks_change() -> None:
    summer = timezone(timedelta(hours=2), "CEST")
    saved = datetime(2026, 10, 24, 22, 0, tzinfo=summer)
    before = replace(left(quiet_evening()), saved=saved)
    assert before.fresh(datetime(2026, 10, 25, 8, 59, tzinfo=BERLIN))
    assert not before.fresh(datetime(2026, 10, 25, 9, 0, tzinfo=BERLIN))
    assert read_snapshot(write_snapshot(before)).saved == saved.astimezone(UTC)
