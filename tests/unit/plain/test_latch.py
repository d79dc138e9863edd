"""Where the book is locked a passphrase comes back from having hidden: at every question, and in between."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content import say
from coreg.plain.hiding import BACK, LEAVE
from coreg.plain.latch import Latch
from tests.unit.evening.table import Table
from tests.unit.plain.telling import Told, typed
from tests.unit.plain.test_hiding import MINUTE, STOPPED, UNTIL, Desk, left_open, moments, ready, table_for

WORDS = "zwei kleine Steine f"
WRONG = "That does not fit."
ASKED = say("plain.latch.ask")
IDS = {"space": BACK, "ctrl+q": LEAVE}


def opens(words: str) -> str:
    return "" if words.strip() == WORDS else WRONG


def pressed(latch: Latch, keys: list[str], said: list[str] | None = None) -> list[str]:
    told = [] if said is None else said
    return [latch.press(key, IDS.get(key, ""), told.append) for key in keys]


def keys(words: str) -> list[str]:
    return ["space" if one == " " else one for one in words]


def test_without_a_lock_the_pause_key_is_enough() -> None:
    said: list[str] = []
    assert pressed(Latch(), ["x", "enter", "space", "ctrl+q"], said) == ["", "", BACK, LEAVE]
    assert said == []


def test_with_a_lock_the_pause_key_asks_and_a_passphrase_comes_back() -> None:
    latch, said = Latch(opens), list[str]()
    found = pressed(latch, ["space", "space", *keys("nein"), "enter", *keys(WORDS), "enter"], said)
    assert said == [ASKED, WRONG]
    assert found[-1] == BACK
    assert not any(found[:-1])
    assert pressed(latch, ["x", "space", "x"]) == ["", "", ""]


@pytest.mark.parametrize("mended", [["x", "backspace"], ["x", "y", "ctrl+u"], ["up", "f5", "enter"]])
def test_a_slip_can_be_mended(mended: list[str]) -> None:
    assert pressed(Latch(opens), ["space", *mended, *keys(WORDS), "enter"])[-1] == BACK


def test_not_now_forgets_what_was_typed() -> None:
    latch = Latch(opens)
    assert not any(pressed(latch, ["space", *keys(WORDS), "escape", "enter"]))
    assert not latch.asks
    assert pressed(latch, ["space", "enter", *keys(WORDS), "enter"])[-1] == BACK


def test_one_can_leave_while_it_is_asked() -> None:
    latch = Latch(opens)
    assert pressed(latch, ["space", "z", "ctrl+q"])[-1] == LEAVE
    assert not latch.asks


@given(st.lists(st.sampled_from(["space", "enter", "escape", "backspace", "f", "z", "up", *WORDS[:3]])))
def test_nothing_but_the_words_comes_back(presses: list[str]) -> None:
    assert not any(pressed(Latch(opens), presses))


def locked(table: Table, *presses: tuple[float, str]) -> Desk:
    desk = Desk(table, *presses)
    desk.host.latch.opens = opens
    return desk


def test_in_a_pause_own_keys_are_letters_of_it_and_no_bell_is_rung(tmp_path: Path) -> None:
    table = Table(tmp_path / "book", threaded=True).set_up()
    presses = ((10, "f9"), (UNTIL + MINUTE, "space"), *typed(UNTIL + MINUTE + 2, "f j"))
    more = (*typed(UNTIL + MINUTE + 5, WORDS), (UNTIL + 2 * MINUTE, "escape"))
    desk = locked(table, *presses, *more)
    assert desk.pause() == "leave"
    since = desk.lines(10)
    assert since[:2] == [ASKED, WRONG]
    assert since[2].startswith("It is ")
    assert desk.rung == 0


def test_every_question_asks_and_is_said_again_afterwards(tmp_path: Path) -> None:
    for asks in (ready, moments, left_open):
        table = table_for(asks, tmp_path / asks.__name__)
        desk = locked(table, (10, "f9"), (12, "f"), (14, "space"), *typed(16, WORDS), (30, "escape"))
        asks(desk)
        assert desk.lines(10, 16) == [ASKED]
        assert len(desk.lines(16, 30)) > 1


def test_in_a_practice_stops_are_heard_until_it_is_asked_and_are_letters_then(tmp_path: Path) -> None:
    presses = ((16, "f9"), (20, "space"), *typed(21, "z z"), *typed(30, WORDS), (60, "g"))
    told = Told(tmp_path / "asked", presses, minutes=2, opens=opens)
    assert [line for at, line in told.at if 16 <= at < 32] == [ASKED, WRONG]
    assert told.after(31.5)[0] == say("plain.goes_on")
    stopped = ((16, "f9"), (18, "z"), (20, "space"), *typed(21, WORDS), (60, "g"))
    told = Told(tmp_path / "stopped", stopped, minutes=2, opens=opens)
    assert [line for at, line in told.at if 16 <= at < 22.9] == [ASKED]
    assert told.after(22.9)[0] == STOPPED


def test_hidden_behind_a_lock_one_can_leave_from_a_practice(tmp_path: Path) -> None:
    told = Told(tmp_path, ((16, "f9"), (20, "space"), (21, "u"), (22, "ctrl+q")), minutes=2, opens=opens)
    assert told.ended == "later"
