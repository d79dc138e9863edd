"""A later word while it is on its way to the disk."""

from __future__ import annotations

from concurrent.futures import Future
from unittest.mock import Mock

import pytest

from coreg.evening.half_written import HalfWritten
from coreg.evening.keeping import Keeping
from coreg.record.models import Session
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from tests.screens.stage import Run


async def test_what_is_typed_while_a_later_word_is_written_is_there_again(
    house: House, run: Run, talk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing: Future[object] = Future()
    async with run(LookBack(house)) as shown:
        await shown.press("enter", "down", "w")
        await shown.write("Still true")
        with monkeypatch.context() as patched:
            later = Mock(return_value=writing)
            patched.setattr(Keeping, "later", later)
            await shown.pilot.press("enter", "enter", *"of you")
            writing.set_result(None)
            await shown.settle()
        assert later.call_count == 1, "a second enter means nothing more"
        await shown.press("w")
        assert "of you" in shown.text()


async def test_what_is_typed_before_a_draft_is_read_stands_behind_it(
    house: House, run: Run, talk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading: Future[str] = Future()
    async with run(LookBack(house)) as shown:
        await shown.press("enter", "down")
        with monkeypatch.context() as patched:
            patched.setattr(HalfWritten, "read", lambda *_: reading)
            await shown.pilot.press("w", "s")
            reading.set_result("half a thought")
            await shown.settle()
        await shown.press("escape")
    async with run(LookBack(house)) as shown:
        await shown.press("enter", "down", "w")
        assert "half a thoughts" in shown.text()
