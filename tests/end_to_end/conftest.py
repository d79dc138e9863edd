"""Terminals for the end-to-end tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.end_to_end.terminals import Terminals


@pytest.fixture
def terminals(tmp_path: Path) -> Iterator[Terminals]:
    """Open real terminals; every program gets a fresh, empty home of this test."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700, exist_ok=True)
    with ExitStack() as stack:
        yield Terminals(home, stack)
