"""Every evening here is spent at a table of its own."""

from pathlib import Path

import pytest

from tests.unit.evening.table import Table


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """Return a table at which Mina and Jo have a book."""
    return Table(tmp_path / "book").set_up()
