"""``coreg breathe --wav``: a sound file that guides, and nothing else."""

from __future__ import annotations

import stat
import sys
import wave
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Run


def seconds(file: Path) -> float:
    """Return how long a sound file lasts."""
    with wave.open(str(file)) as track:
        return float(track.getnframes() / track.getframerate())


def test_a_guide_is_written_and_its_place_and_length_are_said(run: Run, tmp_path: Path, folder: Path) -> None:
    file = tmp_path / "evening.wav"
    ran = run("breathe", "long48", "--minutes", "2", "--wav", str(file))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.count("\n") == 1
    assert f"Written to {file}: 2:09" in ran.err
    assert seconds(file) == 5 + 120 + 4
    assert not folder.exists()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_in_a_folder_the_name_is_chosen(run: Run, tmp_path: Path) -> None:
    assert run("breathe", "--minutes", "2", "--wav", str(tmp_path)).code == 0
    assert seconds(tmp_path / "coreg-easy46.wav") == 129


@pytest.mark.parametrize(
    ("words", "length"),
    [
        (["--way", "crossing", "--minutes", "2"], 120),
        (["--way", "answer", "--free", "--minutes", "2"], 120),
        (["--with", "long48", "--minutes", "2"], 120),
        (["--way", "lead", "--minutes", "2"], 120),
        (["starter", "--minutes", "3"], 182.5),
        (["justsit", "--minutes", "1"], 60),
        (["478"], 76),
    ],
)
def test_every_way_and_every_pattern_has_a_guide(
    run: Run, tmp_path: Path, words: list[str], length: float
) -> None:
    file = tmp_path / "guide.wav"
    assert run("breathe", *words, "--wav", str(file)).code == 0
    assert seconds(file) == pytest.approx(5 + length + 4, abs=0.01)


def test_nothing_is_written_over(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "there.wav"
    file.write_text("ours", "utf-8")
    ran = run("breathe", "--wav", str(file))
    assert ran.code != 0
    assert "already there" in ran.err
    assert file.read_text("utf-8") == "ours"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["easy46", "--minutes", "21", "--wav", "x.wav"], "1 to 20"),
        (["long48", "--minutes", "11", "--wav", "x.wav"], "1 to 10 minutes"),
        (["--wav", ""], "--wav"),
        (["--wav", "nowhere/x.wav"], "is not there"),
    ],
)
def test_what_cannot_be_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("breathe", *words)
    assert ran.code == 2
    assert said in ran.err
    assert not list(tmp_path.glob("*.wav"))
