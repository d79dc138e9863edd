"""What a change must pass before it counts as done: lint, format, types, tests and their coverage.

The gates stand in the order of what they cost, and the first that does not hold ends the round.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import bootstrap

USAGE = """\
scripts/test               lint, format, types, tests, full coverage of practice, record and store
scripts/test --full        the same with the long trials
scripts/test [--full] ...  only the tests, with anything pytest understands: scripts/test tests/store -k lock
"""

GATES = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
}
QUICK = ["-m", "not long"]
FULL = ["-m", "", "--hypothesis-profile=full"]
SIDE_BY_SIDE = ["-n", "auto", "--dist", "worksteal"]
WAITING = ["-n", str(1 + (os.cpu_count() or 2)), "--dist", "worksteal"]
"""Many of the others wait for a screen or a terminal: one more at a time than there are processors."""

LONG = ["-n", str(2 + (os.cpu_count() or 2)), "--dist", "worksteal"]
"""Of the long trials one sits by the clock for ten minutes, beside as many as of the others."""

COVERED = ["tests/unit/practice", "tests/unit/record", "tests/unit/insight", "tests/store"]
"""What covers practice, record and store, in its quick size; all else runs without.

Watching every line makes a long trial take three times as long, and shows nothing more.
"""

MEMORY = Path("/", "dev", "shm")
"""Where Linux keeps files in memory."""

ROOM = 4 * 2**30
"""Bytes that have to be free there."""

AGAIN = ["--last-failed", "--last-failed-no-failures", "none"]
"""What failed in the round before, by itself.

Long trials kill, flood and wait by the clock, several at a time: a machine that is too slow for that is told
apart from a program that is wrong. What fails alone is wrong; what failed in company is named all the same.
"""

COVERAGE = ["--cov", "--cov-report=term", *COVERED]
OTHERS = [f"--ignore={folder}" for folder in COVERED]
FAILED = 1
DONE_OR_FAILED = (0, FAILED)


def main(arguments: list[str], root: Path = bootstrap.ROOT) -> int:
    """Run the gates, or only pytest if told what to look at; return 0 or the code of the gate that failed."""
    if arguments in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    place = bootstrap.Place(root)
    code = bootstrap.make_ready(place, "test")
    if code:
        return code
    own = [word for word in arguments if word != "--full"]
    extent = FULL if "--full" in arguments else QUICK
    if own:
        return tests(place, [*extent, *own])
    for name, command in GATES.items():
        code = gate(place, name, command)
        if code:
            return code
    code = tests(place, [*QUICK, *SIDE_BY_SIDE, *COVERAGE])
    if code or "--full" not in arguments:
        return code or tests(place, [*extent, *WAITING, *OTHERS])
    return everything(place)


def everything(place: bootstrap.Place) -> int:
    """Run all tests with the long trials, and what fails among them once more by itself; return the code."""
    code = tests(place, [*FULL, *LONG])
    if code == FAILED:
        print("tests: what failed is run once more, alone", flush=True)
        code = tests(place, [*FULL, *AGAIN])
    return code


def gate(place: bootstrap.Place, name: str, command: list[str]) -> int:
    """Run one gate in silence; show what it said only when it does not hold. Return its exit code."""
    began = time.monotonic()
    code, said = bootstrap.run(place, [str(place.python), "-I", "-m", *command])
    seconds = time.monotonic() - began
    if code:
        print(said, end="")
    print(f"{name}: {'does not hold' if code else 'holds'} ({seconds:.1f} s)", flush=True)
    return code


def tests(place: bootstrap.Place, arguments: list[str]) -> int:
    """Run pytest so that its own closing line is the last one; return its exit code."""
    command = [str(place.python), "-I", "-m", "pytest", "-q", *arguments]
    with folder_for_tests() as where:
        code = subprocess.call([*command, *where], cwd=place.root)
    if code not in DONE_OR_FAILED:
        print(f"tests: did not run (pytest ended with {code})", file=sys.stderr, flush=True)
    return code


@contextmanager
def folder_for_tests() -> Iterator[list[str]]:
    """Have the tests write into memory where there is enough of it: they flush to the disk all the time.

    Yields what to tell pytest; nothing, where the usual folder for temporary files will do.
    """
    try:
        roomy = shutil.disk_usage(MEMORY).free >= ROOM
    except OSError:
        roomy = False
    if not roomy:
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="coreg-", dir=MEMORY, ignore_cleanup_errors=True) as folder:
        yield [f"--basetemp={folder}/tests"]
