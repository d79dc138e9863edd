"""What is told of a crash."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from coreg.terminal import crash
from coreg.terminal.crash import Crash, crash_of, note, sentence

ROOT = Path(__file__).resolve().parents[3]
CANARY = "CANARY"


def fail() -> None:
    """Raise an error with something private in it."""
    private = CANARY
    raise ValueError(private)


def failing() -> ValueError:
    """An error that was raised, with something private in it."""
    with pytest.raises(ValueError, match=CANARY) as caught:
        fail()
    return caught.value


class WrappedError(Exception):
    """What a worker of Textual wraps an error in."""

    def __init__(self, error: Exception) -> None:
        """Keep the error."""
        super().__init__("failed")
        self.error = error


def test_crash_of_names_kind_and_place_and_nothing_else() -> None:
    told = crash_of(failing())
    assert told.kind == "ValueError"
    assert told.place.startswith("test_crash.py:")
    assert CANARY not in repr(told)


def test_crash_of_looks_into_what_a_worker_wraps() -> None:
    assert crash_of(WrappedError(failing())).kind == "ValueError"


def test_crash_of_an_error_that_was_never_raised() -> None:
    assert crash_of(KeyError(CANARY)) == Crash("KeyError", "?")


def test_crash_of_prefers_our_own_rooms() -> None:
    from coreg.content import say

    with pytest.raises(FileNotFoundError) as caught:
        say("nowhere.at_all")
    assert crash_of(caught.value).place.startswith("content/__init__.py:")


def test_sentence_is_one_line_with_the_code() -> None:
    said = sentence(Crash("KeyError", "evening/runner.py:88"))
    assert "KeyError evening/runner.py:88" in said
    assert "\n" not in said


def test_sentence_when_the_words_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> str:
        raise OSError(CANARY)

    monkeypatch.setattr("coreg.content.say", broken)
    said = sentence(Crash("KeyError", "x.py:1"))
    assert said == crash.FALLBACK.format(code="KeyError x.py:1")


def test_note_adds_a_line_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "coreg.log"
    note(Crash("KeyError", "x.py:1"), path)
    note(Crash("ValueError", "y.py:2"), path)
    first, second = path.read_text().splitlines()
    assert first.endswith("WARNING crash KeyError x.py:1")
    assert second.endswith("WARNING crash ValueError y.py:2")
    assert path.stat().st_mode & 0o777 == 0o600


def test_note_never_raises(tmp_path: Path) -> None:
    note(Crash("KeyError", "x.py:1"), None)
    note(Crash("KeyError", "x.py:1"), tmp_path)
    target = tmp_path / "elsewhere"
    (tmp_path / "link").symlink_to(target)
    note(Crash("KeyError", "x.py:1"), tmp_path / "link")
    assert not target.exists()


@pytest.mark.parametrize(
    "code",
    [
        "raise ValueError('CANARY')",
        "import threading; t = threading.Thread(target=int, args=('CANARY',)); t.start(); t.join(); quit(1)",
    ],
    ids=["command", "thread"],
)
def test_hush_lets_no_traceback_out(code: str, tmp_path: Path) -> None:
    log = tmp_path / "coreg.log"
    script = (
        f"import pathlib; from coreg.terminal.crash import hush; hush(pathlib.Path({str(log)!r}))\n{code}"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "ValueError" in done.stderr
    assert "CANARY" not in done.stderr + log.read_text()
    assert "Traceback" not in done.stderr


def test_hush_keeps_quiet_about_errors_nobody_can_catch(tmp_path: Path) -> None:
    log = tmp_path / "coreg.log"
    script = (
        f"import pathlib; from coreg.terminal.crash import hush; hush(pathlib.Path({str(log)!r}))\n"
        "class Dying:\n"
        "    def __del__(self):\n"
        "        raise ValueError('CANARY')\n"
        "Dying()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "CANARY" not in log.read_text()
