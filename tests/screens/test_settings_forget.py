"""Everything is deleted once the words are typed, and then every way leads out."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from coreg.evening.keeping import Keeping
from coreg.record.models import Session
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.settings import SettingsRoom
from coreg.screens.settings_forget import ForgetRoom
from coreg.store import Store
from tests.screens.stage import Run

WORDS = "Delete Everything "


def told(outcome: str) -> None:
    raise AssertionError(outcome)


@pytest.mark.parametrize("size", [(112, 32), (60, 18)])
async def test_it_says_what_goes_and_what_cannot(house: House, run: Run, size: tuple[int, int]) -> None:
    async with run(ForgetRoom(house, told), size=size) as shown:
        text = " ".join(shown.text().split())
        for words in (
            "what you kept together, what each wrote alone, the bin and all backups",
            "Either of you may",
            "an export, a stick",
            "traces",
            "Type “delete everything” and press enter. Esc leaves it",
        ):
            assert words in text


@pytest.mark.long
@pytest.mark.parametrize("key", ["escape", "enter", "f"])
async def test_everything_goes_once_the_words_are_typed(
    house: House, store: Store, run: Run, talk: Session, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = []
    async with run(ForgetRoom(house, told)) as shown:
        monkeypatch.setattr(shown.app, "exit", lambda *_: left.append(True))
        await shown.write(WORDS)
        assert store.sessions()
        await shown.press("enter")
        assert "Be well, both of you" in shown.text()
        assert store.home() is None
        assert store.sessions() == ()
        await shown.press(key)
        assert left == ([] if key == "enter" else [True])


async def test_other_words_delete_nothing(house: House, store: Store, run: Run, talk: Session) -> None:
    async with run(ForgetRoom(house, told)) as shown:
        await shown.write("delete everythin")
        await shown.press("enter")
        assert "Nothing was deleted." in shown.text()
        assert len(store.sessions()) == 1
        await shown.press("escape")
        assert not shown.is_open


async def test_what_stands_in_the_way_is_said(
    house: House, run: Run, talk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Future[None]:
        failed: Future[None] = Future()
        failed.set_exception(Trouble("read_only", path="book"))
        return failed

    monkeypatch.setattr(Keeping, "delete_everything", refuse)
    async with run(ForgetRoom(house, told)) as shown:
        await shown.write(WORDS)
        await shown.press("enter")
        assert "can be read but not written" in shown.text()
        await shown.press("escape")
        assert not shown.is_open


@pytest.mark.long
async def test_it_is_a_row_of_the_settings(house: House, run: Run) -> None:
    screen = SettingsRoom(house)
    async with run(screen) as shown:
        await shown.press("end", "enter")
        assert "Type “delete everything”" in shown.text()
        await shown.press("escape")
        assert shown.is_open
