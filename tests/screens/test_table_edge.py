"""The table's edge at every width: no key is half there, and what matters least gives way first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coreg.content import say
from coreg.screens.base import Room
from coreg.screens.good.page import GoodRoom
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from coreg.store import Store
from coreg.widgets.seats import Hint
from tests.screens.past import SATURDAY, evening
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run, Shown

SMALLEST = (60, 18)

_FIRST = (("enter", "open"), ("n", "something new"), ("i", "ideas"), ("del", "to the bin"))
_SECOND = (("a", "read aloud"), ("m", "to a calendar"), ("esc", "back"), ("?", "help"))


class _Table(Room):
    """A room with many keys, and something for each of the two besides."""

    def __init__(self, house: House, *, own: str = "", middle: tuple[tuple[Hint, ...], ...]) -> None:
        super().__init__(house)
        self._own, self._keys = own, middle

    def main_hint(self, seat: str) -> str:
        return self._own

    def stop_hint(self) -> str:
        return say("room.stop") if self._own else ""

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        return self._keys


def _edge(shown: Shown) -> str:
    """Return the rows of the table's edge, with every run of blanks as one."""
    return "\n".join(" ".join(line.split()) for line in shown.lines()[-4:])


@pytest.mark.parametrize("own", ["", "go on", "a minute of mine"])
@pytest.mark.parametrize("width", [60, 64, 70, 80, 100, 112])
async def test_every_key_that_stands_there_is_whole(run: Run, house: House, width: int, own: str) -> None:
    async with run(_Table(house, own=own, middle=(_FIRST, _SECOND)), size=(width, 18)) as shown:
        edge = _edge(shown)
        assert "…" not in edge
        for key, what in (*_FIRST, *_SECOND[:2]):
            assert what not in edge or f"{key} {what}" in edge
        assert "esc" in edge
        assert "?" in edge


async def test_what_has_no_room_beside_the_names_goes_to_the_other_row(run: Run, house: House) -> None:
    keys = ((("space", "pause"), ("esc", "stop")), (("n", "pass"), ("m", "note"), ("?", "help")))
    async with run(_Table(house, own="it is enough", middle=keys), size=SMALLEST) as shown:
        names, stops = _edge(shown).splitlines()[-2:]
        assert "space pause" in names
        assert "esc stop n pass m note ? help" in stops


async def test_words_that_go_without_saying_give_way_before_any_key_does(run: Run, house: House) -> None:
    async with run(GoodRoom(house), size=SMALLEST) as shown:
        assert "? help" in _edge(shown)
    keys = (_FIRST, (("*", "a moment"), ("a", "read aloud"), *_SECOND[2:]))
    async with run(_Table(house, middle=keys), size=SMALLEST) as shown:
        edge = _edge(shown)
        for key, what in (*_FIRST, ("*", "a moment"), ("a", "read aloud"), ("esc", "back")):
            assert f"{key} {what}" in edge
        assert "? help" not in edge
        assert edge.rstrip().endswith("?")


async def test_long_names_give_way_to_what_both_may_press(run: Run, house: House) -> None:
    house.couple = replace(house.couple, a="Konstantin-Alexander", b="Wilhelmine-Charlotte")
    keys = ((("enter", "put it back"), ("ctrl+e", "empty the bin")), _SECOND[2:])
    async with run(_Table(house, middle=keys), size=SMALLEST) as shown:
        edge = _edge(shown)
        for key, what in (*keys[0], *keys[1]):
            assert f"{key} {what}" in edge
        assert "Konstantin" in edge


@pytest.mark.long
async def test_whoever_listens_and_speaks_finds_every_key_in_the_smallest_window(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(practise(house, "day_talk", "day_talk"), size=SMALLEST) as shown:
        two = Two(shown, time)
        await two.press("enter", "f", "f")
        for _ in range(8):
            if "I am done" in shown.text():
                break
            await two.press("n")
        edge = _edge(shown)
        for key in ("space pause", "esc stop", "l a line", ", park it", "m note", "?"):
            assert key in edge
        assert "a minute of mine j" in edge


@pytest.mark.long
async def test_the_place_stays_on_the_top_line_of_the_smallest_window(
    run: Run, house: House, store: Store
) -> None:
    evening(store, SATURDAY, "quiet")
    async with run(LookBack(house), size=SMALLEST) as shown:
        top = " ".join(shown.lines()[1].split())
        assert top == "look back ctrl+f search g what is good ctrl+b the bin"
