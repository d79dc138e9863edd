"""What every test stands on: no motion, one time zone, an empty home, none of the machine's own settings."""

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.dealing import dealt, patience

# All that is made while tests are collected stays.
gc.disable()

settings.register_profile("default", max_examples=20, deadline=None, derandomize=True)
settings.register_profile("full", max_examples=100, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("night", max_examples=5_000, deadline=None, derandomize=True, print_blob=True)
settings.load_profile("default")

# Textual reads these once, when it is imported.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_FPS"] = "500"

HOMES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": "state",
}


GARBAGE = (20_000, 10, 10)
"""How much of it there may be before somebody looks: a screen is a hundred thousand small things."""


@pytest.fixture(autouse=True)
def own_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the test a home of its own, made by whoever first writes there, and no surprises."""
    for name in os.environ:
        if name.startswith("COREG_"):
            monkeypatch.delenv(name)
    # The last two slow down every program that a test starts, or split what it writes.
    for name in ("NO_COLOR", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):
        monkeypatch.delenv(name, raising=False)
    for name, folder in HOMES.items():
        monkeypatch.setenv(name, str(tmp_path / "home" / folder))
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Leave all cases but the first of a test marked ``sample`` to the long trials; deal the longest out."""
    seen = set()
    for item in items:
        if item.get_closest_marker("sample"):
            test = item.nodeid.partition("[")[0]
            if test in seen:
                item.add_marker(pytest.mark.long)
            seen.add(test)
    yield
    if workers := int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "0")):
        items[:] = dealt(items, [patience(item) for item in items], workers)


def pytest_collection_finish() -> None:
    """Keep what is there by now from being gone through for garbage, over and over, to the end of the run."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(*GARBAGE)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: pytest.ExitCode) -> None:
    """Name the gate that does not hold before the closing line, as scripts/test does for the others."""
    if exitstatus:
        terminalreporter.write_line("tests: does not hold")
