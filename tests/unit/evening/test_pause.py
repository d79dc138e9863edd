"""A pause as bytes: read as it was written, or no pause at all; and its record."""

from __future__ import annotations

import json

import pytest

from coreg.evening.pause import Pause, read_pause, record_of, row_of, write_pause
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
