"""What is locked is what is declared: every library, with its hashes and without an address."""

import re
import tomllib
from pathlib import Path

import pytest

from scripts.bootstrap import ROOT

LOCKS = [ROOT / "requirements" / "run.txt", ROOT / "requirements" / "test.txt"]


def pins(lock: Path) -> dict[str, str]:
    """Return name and version of every library in a lock."""
    return dict(re.findall(r"(?m)^([a-z0-9-]+)==([^ ;]+)", lock.read_text("ascii")))


def names(declared: list[str]) -> set[str]:
    """Return the names in a list of declared libraries."""
    return {re.split(r"[<>=]", library)[0] for library in declared}


def test_the_locks_hold_every_declared_library() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert names(declared["project"]["dependencies"]) <= set(pins(LOCKS[0]))
    assert names(declared["dependency-groups"]["test"]) <= set(pins(LOCKS[1]))


def test_both_locks_name_the_same_versions() -> None:
    run, test = map(pins, LOCKS)
    assert {name: run[name] for name in run.keys() & test.keys()} == {
        name: test[name] for name in run.keys() & test.keys()
    }


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_library_has_hashes(lock: Path) -> None:
    for entry in lock.read_text("ascii").replace("\\\n", " ").splitlines():
        assert re.fullmatch(r"[a-z0-9-]+==\S+( ; [^-]+)?(\s+--hash=sha256:[0-9a-f]{64})+\s*", entry)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_lock_says_where_the_libraries_come_from(lock: Path) -> None:
    assert not re.search(r"://|index|find-links|file:", lock.read_text("ascii"))
