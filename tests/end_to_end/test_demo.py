"""The demo in a real terminal: it shows an invented couple, and leaves nothing behind however it ends."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.end_to_end.terminals import Terminals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no terminal of this kind there")


@pytest.mark.sample
@pytest.mark.parametrize(
    ("number", "code"),
    [(None, 0), (signal.SIGTERM, 128 + signal.SIGTERM), (signal.SIGHUP, 128 + signal.SIGHUP)],
)
def test_the_demo_leaves_nothing_behind(
    terminals: Terminals, tmp_path: Path, number: signal.Signals | None, code: int
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    terminal = terminals.coreg("demo", size=(100, 30), env={"TMPDIR": str(temporary)})
    terminal.wait_for("Begin tonight", "invented")
    assert len(list(temporary.iterdir())) == 1
    if number is None:
        terminal.press("ctrl+q")
    else:
        terminal.signal(number)
    assert terminal.wait_exit() == code
    assert not terminal.left_behind()
    assert not list(temporary.iterdir())
    assert not list(terminals.home.rglob("*.json"))
