"""Exit codes, streams, and errors as sentences."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from coreg.commands import exits, run, speech
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from tests.unit.commands.conftest import Run


def fail_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command `log` end with an error."""

    def broken(asked: Namespace) -> int:
        raise error

    monkeypatch.setattr("coreg.commands.log.run", broken)


@pytest.mark.parametrize(
    ("code", "exit_code"),
    [
        ("busy", 3),
        ("damaged", 4),
        ("changed_outside", 4),
        ("newer", 1),
        ("disk_full", 1),
        ("not_found", 1),
        ("book_exists", 1),
        ("no_book", 2),
        ("bad_setting", 2),
        ("wrong_command", 2),
        ("no_terminal", 2),
        ("anything_new", 2),
        (None, 1),
    ],
)
def test_every_code_has_its_exit_code(code: str | None, exit_code: int) -> None:
    assert exits.exit_code(code) == exit_code


def test_trouble_is_one_sentence_on_standard_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(Trouble("busy", since="20:14", where="pts/3"), monkeypatch)
    ran = run("log")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "coreg is already open (since 20:14, pts/3). Close it there, then try again.\n"


def test_a_mistake_of_ours_is_a_sentence_and_a_place_and_nothing_else(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(ValueError("SECRET"), monkeypatch)
    ran = run("log")
    assert ran.code == 1
    assert "SECRET" not in ran.err
    assert "ValueError" in ran.err
    assert "run.py:" in ran.err
    assert "Traceback" not in ran.err


def test_an_interruption_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(KeyboardInterrupt(), monkeypatch)
    ran = run("log")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_a_reader_who_left_is_no_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(BrokenPipeError(), monkeypatch)
    ran = run("log")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize("words", [["--version"], ["log", "--version"], ["--data-dir", "x", "--version"]])
def test_the_version_is_data(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("coreg 0.")


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["log", "--help"], ["--help", "log"], ["help", "log"]])
def test_help_is_data(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: coreg")


def test_without_any_stream_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    speech.tell("nobody hears")
    speech.finish()
    speech.hush()
    with pytest.raises(Trouble):
        speech.put("nobody reads")
    assert run.run(["--help"]) == 1


class Full:
    """A stream whose disk is full."""

    def write(self, text: str) -> int:
        raise OSError(28, text)

    def flush(self) -> None:
        raise OSError(28, "")


class Closed(Full):
    """A stream that nobody reads any more."""

    def write(self, text: str) -> int:
        raise BrokenPipeError

    def flush(self) -> None:
        raise BrokenPipeError


def test_a_full_disk_behind_the_output_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Full())
    assert run.run(["--help"]) == 1
    assert "could not be written" in capsys.readouterr().err
    with pytest.raises(Trouble):
        speech.finish()


def test_a_closed_pipe_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdout", Closed())
    assert run.run(["--help"]) == 0
    with pytest.raises(BrokenPipeError):
        speech.finish()
    monkeypatch.setattr(sys, "stderr", Full())
    speech.tell("nobody hears")
