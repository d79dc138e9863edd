"""``coreg timeout --plain``: a pause begins, or the one that is on is told of, and it is left as it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coreg.commands.book import now
from coreg.evening.options import Options
from coreg.evening.pausing import pauses_in
from coreg.evening.planning import plan
from coreg.plain.keyboard import Nobody
from tests.unit.evening.table import Table, Time

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Opened, Run


class Pressing(Nobody):
    """A terminal at which one key after the other is pressed, and then Esc."""

    sealed = True
    gone = False

    def __init__(self, *keys: str) -> None:
        self.keys = list(keys)

    def wait(self, seconds: float) -> list[str]:
        return [self.keys.pop(0)] if self.keys else ["escape"]


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A terminal for standard input, and what is pressed on it."""
    if sys.platform == "win32":
        pytest.skip("terminals of another kind there")
    master, slave = os.openpty()
    pressed: list[str] = []
    monkeypatch.setattr("coreg.commands.plainly._stdin", lambda: slave)
    monkeypatch.setattr("coreg.plain.keyboard.keyboard", lambda _: nullcontext(Pressing(*pressed)))
    yield pressed
    os.close(master)
    os.close(slave)


@pytest.mark.usefixtures("keys")
def test_it_begins_and_its_return_stays(made: Run, opened: Opened) -> None:
    ran = made("timeout", "40", "--plain")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith("A pause, until ")
    assert lines[-1] == "The return stays. coreg timeout --plain tells of it."
    again = made("timeout", "--plain")
    assert again.out.splitlines()[0] == lines[0]
    with opened() as store:
        pause, *others = pauses_in(store.aside())
        assert not others
        assert pause.timeout.seconds == 40 * 60


def test_what_was_left_open_waits_for_its_return_and_goes_on_when_both_are_back(
    made: Run, folder: Path, keys: list[str], opened: Opened
) -> None:
    table = Table(folder, Time(now()), threaded=True)
    table.begin("day_talk", plan("day_talk", None, Options()))
    table.wait(20)
    table.settle()
    table.store.close()
    assert made("timeout", "30", "--plain").code == 0
    talk = made("talk", "--plain")
    assert talk.out.splitlines()[0].startswith("A pause is on, until ")
    keys += ["f", "j", "q", "y", "escape", "f", "j", "ctrl+q"]
    back = made("timeout", "--plain")
    assert (back.code, back.err) == (0, "")
    lines = back.out.splitlines()
    assert "Whoever asked for the pause begins." in lines
    assert "Going on." in lines
    assert lines[-1] == "Kept for later. It is offered at the next start."
    with opened() as store:
        assert not pauses_in(store.aside())
        assert store.left_open() is not None
        assert [session.kind for session in store.sessions()] == ["timeout"]


def test_where_nothing_waited_a_short_floor_talk_follows(made: Run, keys: list[str], opened: Opened) -> None:
    assert made("timeout", "30", "--plain").code == 0
    keys += ["f", "j", "q", "y", "escape", "f", "j", "ctrl+q"]
    back = made("timeout", "--plain")
    assert (back.code, back.err) == (0, "")
    lines = back.out.splitlines()
    assert "Then a short floor talk: two rounds each, and the other says it back." in lines
    assert "Who would like to speak first?" in lines
    with opened() as store:
        assert not pauses_in(store.aside())
        assert [session.kind for session in store.sessions()] == ["timeout"]
