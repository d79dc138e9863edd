"""The disk is full when an evening ends: it is said, whatever comes next may begin, and nothing is lost."""

from __future__ import annotations

import pytest

from coreg.evening.journal import read_snapshot
from coreg.screens.house import House
from coreg.store import Store
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run
from tests.store.full_disk import FullDisk

NOTE = "the blue mug"


def on_disk(store: Store) -> str:
    """Return the note of the living session as it is on disk."""
    sitting = read_snapshot(store.left_open() or b"").sitting
    return "".join((sitting.note, *(result.note for result in sitting.results)))


@pytest.mark.long
async def test_an_evening_on_a_full_disk_outlives_the_breathing_after_it(
    run: Run, house: House, store: Store, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with run(practise(house, "quiet", "breathe")) as shown:
        two = Two(shown, time)
        await two.wait(15)
        await two.press("m")
        await shown.write(NOTE)
        await shown.press("ctrl+s")
        disk.fill()
        await two.press("slash")
        await two.wait(6)
        await two.press("g")
        page = " ".join(shown.text().split())
    assert "The disk is full." in page
    assert "nothing is lost" in page
    assert on_disk(store) == NOTE
    async with run(practise(house, "breathe", "breathe")) as shown:
        await Two(shown, time).wait(30)
        assert shown.is_open
        assert on_disk(store) == NOTE
        disk.make_room()
        await Two(shown, time).wait(15)
    assert [note.text for note in store.notes()] == [NOTE]
    assert read_snapshot(store.left_open() or b"").sitting.kind == "breathe"
