"""A pause as bytes: read as it was written, or no pause at all; and its record."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime

import pytest

from coreg.evening.pause import Pause, new_pause, read_pause, record_of, row_of, write_pause
from coreg.practice.timeout import Reading, asked

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


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this system cannot be set")
def test_a_return_after_a_change_of_the_clocks_is_what_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    time.tzset()
    saturday = datetime(2026, 10, 24, 21, 0).astimezone()
    promised = datetime(2026, 10, 25, 19, 30).astimezone()
    seconds = (promised - saturday).total_seconds()
    pause = new_pause(
        Reading(saturday.timestamp(), "boot", 0.0), saturday, "Europe/Lisbon", bytes(10), seconds
    )
    back = pause.back(saturday)
    assert back is not None
    assert (back.hour, back.minute) == (19, 30)
    elsewhere = pause.back(saturday.astimezone(UTC))
    assert elsewhere == promised
