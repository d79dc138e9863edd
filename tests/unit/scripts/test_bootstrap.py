"""The environment is made when it must be, never half, and its troubles are told in sentences."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import bootstrap
from scripts.bootstrap import Place, make_ready


class Machine:
    """Stands in for the programs that the bootstrap starts, and notes which."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.started: list[str] = []
        self.trouble: dict[str, tuple[int, str] | BaseException] = {}

    def run(self, place: Place, command: list[str]) -> tuple[int, str]:
        """Do as much as the bootstrap will look for, or fail as told."""
        program = command[command.index("-m") + 1]
        self.started.append(program)
        trouble = self.trouble.get(program)
        if isinstance(trouble, BaseException):
            raise trouble
        if program == "venv":
            self.place.python.parent.mkdir(parents=True)
            self.place.python.write_text("")
            (self.place.venv / "lib" / "python3.x" / "site-packages").mkdir(parents=True)
        return trouble or (0, "")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A project with nothing in it but locks."""
    root = tmp_path / "project"
    (root / "requirements").mkdir(parents=True)
    (root / "requirements" / "run.txt").write_text("one==1\n")
    (root / "requirements" / "test.txt").write_text("two==2\n")
    return Place(root)


@pytest.fixture
def machine(place: Place, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """The machine on which `place` is made ready."""
    for name in bootstrap.UNWANTED:
        monkeypatch.delenv(name, raising=False)
    stand_in = Machine(place)
    monkeypatch.setattr(bootstrap, "run", stand_in.run)
    return stand_in


MADE_ANEW = ["venv", "pip", "compileall"]


def test_everything_is_made_once(place: Place, machine: Machine) -> None:
    assert make_ready(place, "run") == 0
    assert machine.started == MADE_ANEW
    assert make_ready(place, "run") == 0
    assert machine.started == MADE_ANEW


def test_the_project_is_found_by_a_path_that_moves_with_it(place: Place, machine: Machine) -> None:
    make_ready(place, "run")
    site = place.venv / "lib" / "python3.x" / "site-packages"
    named = (site / "coreg.pth").read_text("ascii").strip()
    assert (site / named).resolve() == place.root
    assert not Path(named).is_absolute()


def test_a_changed_lock_makes_it_anew(place: Place, machine: Machine) -> None:
    make_ready(place, "run")
    left_over = place.venv / "left over"
    left_over.write_text("")
    (place.root / "requirements" / "run.txt").write_text("one==2\n")
    assert make_ready(place, "run") == 0
    assert machine.started == MADE_ANEW * 2
    assert not left_over.exists()


def test_a_moved_project_makes_it_anew(place: Place, machine: Machine, tmp_path: Path) -> None:
    make_ready(place, "run")
    assert not Place(place.root.rename(tmp_path / "elsewhere")).ready("run")


def test_another_python_makes_it_anew(
    place: Place, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_ready(place, "run")
    monkeypatch.setattr(sys, "version", "3.99.0 (made up)")
    assert not place.ready("run")


def test_a_python_that_was_taken_away_makes_it_anew(place: Place, machine: Machine) -> None:
    make_ready(place, "run")
    place.python.unlink()
    assert not place.ready("run")


def test_the_tests_are_added_to_what_is_there(place: Place, machine: Machine) -> None:
    make_ready(place, "run")
    assert make_ready(place, "test") == 0
    assert machine.started == [*MADE_ANEW, "pip", "compileall"]
    assert place.ready("run")
    assert place.ready("test")


def test_a_changed_test_lock_makes_it_anew(place: Place, machine: Machine) -> None:
    make_ready(place, "test")
    (place.root / "requirements" / "test.txt").write_text("two==3\n")
    assert place.ready("run")
    assert make_ready(place, "test") == 0
    assert machine.started == MADE_ANEW * 2


def test_the_tests_bring_along_what_coreg_needs(place: Place, machine: Machine) -> None:
    make_ready(place, "test")
    make_ready(place, "run")
    assert machine.started == MADE_ANEW


@pytest.mark.parametrize("when", MADE_ANEW)
def test_an_interrupted_build_is_begun_again(
    place: Place, machine: Machine, when: str, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.trouble[when] = KeyboardInterrupt()
    assert make_ready(place, "run") == 130
    assert "Stopped." in capsys.readouterr().err
    assert not place.ready("run")
    machine.trouble.clear()
    machine.started.clear()
    assert make_ready(place, "run") == 0
    assert machine.started == MADE_ANEW


def test_an_interrupted_addition_is_begun_from_the_ground(place: Place, machine: Machine) -> None:
    make_ready(place, "run")
    machine.trouble["pip"] = KeyboardInterrupt()
    make_ready(place, "test")
    assert not place.ready("run")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("... NewConnectionError('...: Failed to establish a new connection')", "There is no network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the one that this version"),
        ("ERROR: something else", "could not be installed:\nERROR: something else"),
    ],
)
def test_a_failed_installation_is_told_and_not_kept(
    place: Place, machine: Machine, said: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.trouble["pip"] = (1, said)
    assert make_ready(place, "run") == 1
    told = capsys.readouterr()
    assert sentence in told.err
    assert told.out == ""
    assert not place.ready("run")


def test_a_python_without_venv_is_told_what_to_install(
    place: Place,
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else object())
    assert make_ready(place, "run") == 1
    assert f"sudo apt install python3.{sys.version_info[1]}-venv" in capsys.readouterr().err
    assert not place.venv.exists()
    assert machine.started == []


def test_a_failed_venv_leaves_nothing_behind(
    place: Place, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.trouble["venv"] = (1, "no room")
    assert make_ready(place, "run") == 1
    assert "no room" in capsys.readouterr().err
    assert not place.venv.exists()


def test_a_folder_that_cannot_be_written_is_named(
    place: Place, machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    (place.root / ".venv.lock").mkdir()
    assert make_ready(place, "run") == 1
    assert str(place.root / ".venv.lock") in capsys.readouterr().err


def test_only_one_start_builds_at_a_time(place: Place) -> None:
    with (place.root / ".venv.lock").open("ab") as other:
        with bootstrap.alone(place), pytest.raises((BlockingIOError, PermissionError)):
            bootstrap.lock(other.fileno(), wait=False)
        bootstrap.lock(other.fileno(), wait=False)


def test_a_start_that_waited_finds_the_work_done(
    place: Place, machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lock(file: int, *, wait: bool) -> None:
        if not wait:
            raise BlockingIOError
        monkeypatch.undo()
        monkeypatch.setattr(bootstrap, "run", machine.run)
        bootstrap.make(place, "run")

    monkeypatch.setattr(bootstrap, "lock", lock)
    assert make_ready(place, "run") == 0
    assert machine.started == MADE_ANEW
    assert "waiting for it" in capsys.readouterr().err


def test_coreg_starts_apart_from_the_settings_of_other_pythons(
    place: Place, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "hand_over", handed.append)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    assert bootstrap.start(["log", "-n", "5"], place.root) == 0
    assert handed == [[str(place.python), "-I", "-m", "coreg", "log", "-n", "5"]]
    assert not set(bootstrap.UNWANTED) & set(os.environ)


def test_coreg_does_not_start_when_it_is_not_ready(
    place: Place, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "hand_over", handed.append)
    machine.trouble["pip"] = (1, "")
    assert bootstrap.start([], place.root) == 1
    assert handed == []


@pytest.mark.long
def test_a_real_start_makes_a_real_environment(place: Place) -> None:
    """Nothing is fetched: the locks are empty. About five seconds, most of it Python making room for pip."""
    for lock in place.locks("test"):
        lock.write_text("")
    package = place.root / "coreg"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text("import sys\nprint(*sys.argv[1:])\nsys.exit(5)\n")
    scripts = place.root / "scripts"
    scripts.mkdir()
    for name in ("run", "bootstrap.py", "right_python.py"):
        (scripts / name).write_bytes((bootstrap.ROOT / "scripts" / name).read_bytes())
    command = [sys.executable, str(scripts / "run"), "Mina", "and Jo"]
    for _ in ("first", "second"):
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=50)
        assert (done.returncode, done.stdout) == (5, "Mina and Jo\n"), done.stderr
    assert done.stderr == ""
    assert list(package.glob("__pycache__/__main__.*.pyc"))
