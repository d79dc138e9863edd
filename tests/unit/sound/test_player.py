"""The app's side: a child that is there, one that is not, one that dies, and none left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from coreg.sound.backends import handed_over
from coreg.sound.cues import Cue
from coreg.sound.player import KEPT, Player, scrubbed
from tests.unit.sound.ears import loudest
from tests.unit.sound.playing import heard_in

LONG = 20.0


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "handed"


def test_a_child_says_what_it_plays_through_and_ends_with_its_lines(file: Path) -> None:
    player = Player(["--to", str(file)])
    assert player.known(LONG) == "ready"
    assert player.backend == "file"
    player.finish()
    player.wait(LONG)
    assert player.status == "none"


def test_the_null_device_of_the_library_plays(file: Path) -> None:
    pytest.importorskip("miniaudio", reason="miniaudio, the extra [sound], is not installed")
    player = Player(["--null"])
    assert player.known(LONG) == "ready"
    assert player.backend == "Null"
    player.end()
    assert player.status == "none"


def test_without_a_device_it_is_told_and_nothing_blocks(tmp_path: Path) -> None:
    player = Player(["--to", str(tmp_path / "nowhere" / "handed")])
    assert player.known(LONG) == "none"
    player.cue(Cue(1.0, "in", 4.0))
    player.stop()
    player.finish()
    player.end()
    assert player.backend == ""


def test_without_the_library_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = [sys.executable, "-c", "import sys; sys.modules['miniaudio'] = None\n"
               "from coreg.sound.child import main; sys.exit(main([]))"]  # fmt: skip
    done = subprocess.run(blocked, input="", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "none\n", "")


def test_a_child_that_cannot_be_started_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    player = Player()
    assert player.known(LONG) == "none"
    player.end()


def test_a_child_that_dies_is_none_from_then_on(file: Path) -> None:
    player = Player(["--to", str(file)])
    assert player.known(LONG) == "ready"
    assert player._child is not None
    player._child.kill()
    player._child.wait(LONG)
    player.stop()
    player.wait(LONG)
    assert player.status == "none"
    player.end()


@pytest.mark.long
def test_what_was_asked_for_rings_out_when_it_finishes(file: Path) -> None:
    player = Player(["--to", str(file)])
    player.known(LONG)
    player.cue(Cue(monotonic() + 0.1, "swap", 0.9))
    player.finish()
    player.wait(LONG)
    begin, end = heard_in(file).sounds()[0][0], heard_in(file).sounds()[-1][1]
    assert end - begin > 0.7


def test_the_child_gets_what_finds_a_sound_system_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {"HOME": "/h", "PULSE_SERVER": "unix:x", "SECRET": "s", "COREG_DATA_DIR": "d", "PYTHONPATH": "p"}
    assert scrubbed(found) == {"HOME": "/h", "PULSE_SERVER": "unix:x"}
    started: list[tuple[list[str], dict[str, object]]] = []

    def start(command: list[str], **how: object) -> None:
        started.append((command, how))
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", start)
    Player().wait(LONG)
    ((command, how),) = started
    assert command == [sys.executable, "-I", "-m", "coreg.sound.child"]
    assert how["stderr"] == subprocess.DEVNULL
    assert isinstance(how["env"], dict)
    assert set(how["env"]) <= KEPT


# In real time: as little of it as there can be.


def test_a_cue_is_handed_over_at_its_moment_and_a_stop_is_silence_soon_after(file: Path) -> None:
    player = Player(["--to", str(file)])
    player.known(LONG)
    due = monotonic() + 0.3
    player.cue(Cue(due, "tick", 0.09))
    player.cue(Cue(due, "in", 8.0))
    player.cue(Cue(due + 8.0, "tick", 0.09))
    until(file, lambda moment, loud: loud)
    stopped = monotonic()
    player.stop()
    until(file, lambda moment, loud: moment > stopped + 0.3)
    player.end()
    heard = heard_in(file)
    assert heard.sounds()[0][0] == pytest.approx(due, abs=0.05)
    assert loudest(heard.part(stopped + 0.2, stopped + LONG)) == 0


def until(file: Path, holds: Callable[[float, bool], bool]) -> None:
    """Wait until a block of which this holds was handed over: its moment, and whether anything is in it."""
    end = monotonic() + LONG
    while not any(holds(moment, any(block)) for moment, block in handed_over(file.read_bytes())):
        assert monotonic() < end
        os.sched_yield()


# It dies with the app.

APP = """
import sys
from coreg.sound.player import Player
player = Player(["--to", sys.argv[1]])
player.known(20)
print(player._child.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the child in /proc")
def test_a_killed_app_leaves_no_child_behind(file: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", APP, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as app:
        assert app.stdout is not None
        child = int(app.stdout.readline())
        assert _runs(child)
        app.kill()
    end = monotonic() + LONG
    while _runs(child) and monotonic() < end:
        os.sched_yield()
    assert not _runs(child)


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"
