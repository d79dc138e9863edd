"""Devices: the library's own null device asks for samples; a file takes what a device would."""

from __future__ import annotations

import threading
from array import array
from pathlib import Path

import pytest

from coreg.sound.backends import BLOCK, Device, FileDevice, NoDeviceError, handed_over
from coreg.sound.mixer import Mixer
from coreg.sound.tones import RATE


class Asked(Mixer):
    """A mixer that knows how often it was asked, and by which moments."""

    def __init__(self) -> None:
        super().__init__()
        self.moments: list[float] = []
        self.often = threading.Event()

    def fill(self, now: float, frames: int) -> array[int]:
        self.moments.append(now)
        if len(self.moments) > 3:
            self.often.set()
        return super().fill(now, frames)


def test_the_null_device_asks_for_samples_as_time_goes_on() -> None:
    pytest.importorskip("miniaudio", reason="miniaudio, the extra [sound], is not installed")
    mixer = Asked()
    device = Device(mixer, null=True)
    assert mixer.often.wait(20)
    device.close()
    assert device.name == "Null"
    assert mixer.moments == sorted(mixer.moments)


def test_a_file_takes_blocks_by_its_clock_and_they_are_read_again(tmp_path: Path) -> None:
    mixer = Mixer()
    mixer.add(10.0, array("h", range(1, 500)))
    device = FileDevice(mixer, tmp_path / "handed", stepped=True)
    for moment in (9.99, 10.0, 10.05, 10.2):
        device.run_until(moment)
    device.close()
    found = list(handed_over((tmp_path / "handed").read_bytes()))
    assert [moment for moment, _ in found] == pytest.approx([9.99 + BLOCK * number for number in range(10)])
    samples = [sample for _, block in found for sample in block]
    begin = round(0.01 * RATE)
    assert samples[begin : begin + 499] == pytest.approx(list(range(1, 500)), abs=1)


def test_a_file_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ours").write_text("ours", "utf-8")
    with pytest.raises(NoDeviceError):
        FileDevice(Mixer(), tmp_path / "ours", stepped=True)
    assert (tmp_path / "ours").read_text("utf-8") == "ours"


def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    device = FileDevice(Mixer(), tmp_path / "handed", stepped=True)
    device.run_until(1.0)
    device.run_until(1.1)
    device.close()
    data = (tmp_path / "handed").read_bytes()
    assert len(list(handed_over(data[: len(data) // 2]))) < len(list(handed_over(data)))
