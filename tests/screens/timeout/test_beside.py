"""What whoever stays may do during a pause: feel the pulse, and take the return into a calendar."""

from __future__ import annotations

from pathlib import Path

import pytest

from coreg.evening.pause import Pause
from coreg.screens.timeout.pulse import PulseRoom
from tests.screens.stage import FakeTime
from tests.screens.timeout.paused import Open


def files(folder: Path) -> dict[Path, bytes]:
    """Return all files of a folder, and what is in them."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.long
async def test_ten_beats_are_one_number_and_nothing_is_kept(
    opened: Open, pause: Pause, time: FakeTime, tmp_path: Path
) -> None:
    async with opened(pause, size=(60, 18)) as paused:
        assert "n pulse" in paused.text()
        before = files(tmp_path)
        await paused.press("n")
        assert isinstance(paused.shown.app.screen, PulseRoom)
        assert "Tap space with each beat, ten times." in paused.text()
        for _ in range(10):
            time.advance(0.8)
            await paused.shown.press("space")
        assert "About 75 beats in a minute." in paused.text()
        assert "That is a number and no verdict." in paused.text()
        time.advance(0.8)
        await paused.shown.press("space")
        assert "Tap space with each beat" in paused.text()
        await paused.press("escape")
        assert paused.shown.is_open
        assert files(tmp_path) == before


async def test_the_return_is_written_for_a_calendar(
    opened: Open, pause: Pause, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").mkdir(exist_ok=True)
    async with opened(pause) as paused:
        told: list[str] = []
        monkeypatch.setattr(paused.room, "notify", lambda words, **__: told.append(words))
        await paused.press("m")
        assert told == ["Written to ~/time-for-two-2026-11-23.ics. It says only “Time for two”."]
        written = (tmp_path / "home" / "time-for-two-2026-11-23.ics").read_bytes()
        assert b"DTSTART:20261123T211100Z" in written
        monkeypatch.delenv("HOME")
        monkeypatch.setattr("os.path.expanduser", lambda path: path)
        await paused.press("m")
        assert told[1:] == ["There is no home folder to write it into."]


async def test_while_another_time_is_picked_there_is_no_pulse_and_no_calendar(
    opened: Open, pause: Pause, tmp_path: Path
) -> None:
    async with opened(pause) as paused:
        await paused.press("f", "j", "e", "i", "n", "m")
        assert paused.shown.is_open
        assert "Once it is kept, m writes it into a file" in paused.text()
        assert not [path for path in files(tmp_path) if path.suffix == ".ics"]
