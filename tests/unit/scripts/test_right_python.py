"""An old Python is told so in a sentence, or gives way to a newer one."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import right_python

ROOT = Path(right_python.__file__).resolve().parent.parent
SEEN_BY_OLD_PYTHONS = ["scripts/run", "scripts/test", "scripts/right_python.py"]


@pytest.mark.parametrize("script", SEEN_BY_OLD_PYTHONS)
def test_python_3_6_can_read_what_it_must_refuse(script: str) -> None:
    source = (ROOT / script).read_text("utf-8")
    ast.parse(source, feature_version=(3, 6))
    assert "from __future__" not in source


@pytest.mark.parametrize(
    ("version", "good"),
    [((3, 6), False), ((3, 10), False), ((3, 11), True), ((3, 14), True), ((3, 15), False), ((4, 0), False)],
)
def test_only_3_11_to_3_14_fit(version: tuple[int, int], *, good: bool) -> None:
    assert right_python.fits(version) is good


def test_the_range_is_the_one_the_package_declares() -> None:
    declared = f'requires-python = ">=3.{right_python.OLDEST[1]},<3.{right_python.NEWEST[1] + 1}"'
    assert declared in (ROOT / "pyproject.toml").read_text("utf-8")


def stand_in(folder: Path, name: str, code: int) -> None:
    """Put a program of this name into the folder that does nothing and ends with this code."""
    program = folder / name
    program.write_text(f"#!/bin/sh\nexit {code}\n")
    program.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="uses shell scripts as stand-ins")
def test_another_python_is_the_newest_that_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "python3.14", 127)
    stand_in(tmp_path, "python3.12", 0)
    stand_in(tmp_path, "python3.11", 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert right_python.another() == str(tmp_path / "python3.12")


def test_no_other_python_is_found_on_an_empty_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert right_python.another() is None


def test_a_fitting_python_goes_on() -> None:
    right_python.or_leave(["scripts/run"])


def test_an_old_python_leaves_with_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(right_python, "another", lambda: None)
    monkeypatch.setattr(sys, "version_info", (3, 8, 18))
    with pytest.raises(SystemExit, match=r"^coreg needs Python 3\.11 to 3\.14\. This one is 3\.8"):
        right_python.or_leave(["scripts/run"])


def test_an_old_python_hands_the_same_words_to_a_newer_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(right_python, "another", lambda: "python3.12")
    monkeypatch.setattr(right_python, "hand_over", lambda command: sys.exit(" ".join(command)))
    monkeypatch.setattr(sys, "version_info", (3, 6, 15))
    with pytest.raises(SystemExit, match=r"^python3\.12 scripts/run --version$"):
        right_python.or_leave(["scripts/run", "--version"])


def test_a_program_that_took_over_decides_the_exit_code() -> None:
    take_over = "import sys; from scripts.right_python import hand_over; hand_over(sys.argv[1:])"
    command = [
        sys.executable,
        "-c",
        take_over,
        sys.executable,
        "-c",
        "import sys; print('here'); sys.exit(7)",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (7, "here\n")
