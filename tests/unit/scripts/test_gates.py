"""The gates stand in their order, the first that fails ends the round, and pytest has the last word."""

import subprocess
from pathlib import Path

import pytest

from scripts import bootstrap, gates


class Round:
    """One run of scripts/test on a machine where nothing really runs."""

    def __init__(self) -> None:
        self.ran: list[str] = []
        self.pytest: list[str] = []
        self.codes: dict[str, int] = {}
        self.in_turn: list[int] = []

    def run(self, place: bootstrap.Place, command: list[str]) -> tuple[int, str]:
        """Note a gate and give it the code it was told to have."""
        words = " ".join(command[command.index("-m") + 1 :])
        self.ran.append(words)
        return self.codes.get(words, 0), f"{words} said this\n"

    def call(self, command: list[str], cwd: Path) -> int:
        """Note what pytest was told."""
        self.ran.append("pytest")
        self.pytest = command[command.index("pytest") + 1 :]
        return self.in_turn.pop(0) if self.in_turn else self.codes.get("pytest", 0)


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Round:
    """A machine that is ready."""
    noted = Round()
    monkeypatch.setattr(bootstrap, "make_ready", lambda place, group: noted.codes.get("ready", 0))
    monkeypatch.setattr(bootstrap, "run", noted.run)
    monkeypatch.setattr(subprocess, "call", noted.call)
    monkeypatch.setattr(gates, "MEMORY", Path("nowhere"))
    return noted


def test_all_gates_are_run_in_order(on: Round, capsys: pytest.CaptureFixture[str]) -> None:
    assert gates.main([]) == 0
    assert on.ran == ["ruff check .", "ruff format --check .", "mypy", "pytest", "pytest"]
    assert on.pytest[-len(gates.OTHERS) :] == gates.OTHERS
    assert "not long" in on.pytest
    said = capsys.readouterr().out.splitlines()
    assert [line.split(" (")[0] for line in said] == ["lint: holds", "format: holds", "types: holds"]


def test_the_first_gate_that_fails_is_named_and_ends_the_round(
    on: Round, capsys: pytest.CaptureFixture[str]
) -> None:
    on.codes["ruff format --check ."] = 3
    assert gates.main([]) == 3
    assert on.ran == ["ruff check .", "ruff format --check ."]
    said = capsys.readouterr().out
    assert "said this" in said
    assert said.splitlines()[-1].startswith("format: does not hold")


def test_words_of_their_own_go_to_pytest_alone(on: Round) -> None:
    assert gates.main(["tests/store", "-k", "lock"]) == 0
    assert on.ran == ["pytest"]
    assert on.pytest == ["-q", *gates.QUICK, "tests/store", "-k", "lock"]


def test_full_brings_the_long_trials(on: Round) -> None:
    gates.main(["--full"])
    assert on.ran[-1] == "pytest"
    assert on.pytest == ["-q", *gates.FULL, *gates.LONG]


@pytest.mark.parametrize("code", [0, 1, 5])
def test_what_fails_among_long_trials_is_run_once_more_alone_and_that_counts(on: Round, code: int) -> None:
    on.in_turn = [0, 1, code]
    assert gates.main(["--full"]) == code
    assert on.ran.count("pytest") == 3
    assert on.pytest == ["-q", *gates.FULL, *gates.AGAIN]


def test_a_long_round_that_did_not_run_is_not_run_again(on: Round) -> None:
    on.in_turn = [0, 3]
    assert gates.main(["--full"]) == 3
    assert on.ran.count("pytest") == 2


def test_what_is_covered_comes_first_and_ends_the_round_when_it_fails(on: Round) -> None:
    on.codes["pytest"] = 1
    assert gates.main([]) == 1
    assert on.pytest[-len(gates.COVERAGE) :] == gates.COVERAGE


def test_a_failed_test_has_pytest_speak_last(on: Round, capsys: pytest.CaptureFixture[str]) -> None:
    on.codes["pytest"] = 1
    assert gates.main(["tests"]) == 1
    assert capsys.readouterr() == ("", "")


def test_a_pytest_that_did_not_run_is_told(on: Round, capsys: pytest.CaptureFixture[str]) -> None:
    on.codes["pytest"] = 4
    assert gates.main(["--nonsense"]) == 4
    assert "tests: did not run" in capsys.readouterr().err


def test_nothing_runs_where_nothing_could_be_made_ready(on: Round) -> None:
    on.codes["ready"] = 1
    assert gates.main([]) == 1
    assert on.ran == []


def test_help_makes_nothing_ready(on: Round, capsys: pytest.CaptureFixture[str]) -> None:
    on.codes["ready"] = 1
    assert gates.main(["--help"]) == 0
    assert "scripts/test --full" in capsys.readouterr().out


def test_the_tests_write_into_memory_where_there_is_room_and_leave_nothing_there(
    on: Round, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(gates, "MEMORY", tmp_path)
    monkeypatch.setattr(gates, "ROOM", 0)
    gates.main(["tests/store"])
    told = on.pytest[-1].removeprefix("--basetemp=")
    assert Path(told).is_relative_to(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_where_there_is_little_memory_the_tests_write_where_they_always_do(
    on: Round, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(gates, "MEMORY", tmp_path)
    monkeypatch.setattr(gates, "ROOM", 2**63)
    gates.main(["tests/store"])
    assert on.pytest[-1] == "tests/store"
