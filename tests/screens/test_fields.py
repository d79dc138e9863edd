"""Letters are text in every field and own keys nowhere else; a key that is held is one press."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import pytest
from textual.screen import Screen
from textual.widgets import Input, TextArea

from coreg.content import say
from coreg.evening.planning import Options, plan
from coreg.keys import keymap
from coreg.practice.steps.turn import Turning
from coreg.record.headline import Home as Known
from coreg.record.models import Note
from coreg.screens.good.moment import MomentRoom
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from coreg.screens.note import NoteRoom
from coreg.screens.practice import Practice
from coreg.screens.settings_names import NamesRoom
from coreg.store import Store
from coreg.theme import ROLES
from tests.screens.sittings import Two, hold, practise
from tests.screens.stage import FakeTime, Run, Shown

TEXT = "and/or jazz? q,b g n m x"
EMPTY = Known("Mina", "Jo", "a", (), ())


@dataclass(frozen=True)
class Place:
    """A room with a field in it: how it is opened, and what leads into the field."""

    open: Callable[[House], Screen[None]]
    enter: Callable[[Two], Awaitable[None]]


async def _nothing(two: Two) -> None:
    """Be there already."""


def _keys(*keys: str) -> Callable[[Two], Awaitable[None]]:
    async def press(two: Two) -> None:
        await two.press(*keys)

    return press


async def _next_step(two: Two) -> None:
    keys = {"write": ["enter"], "first": ["f"], "turn": ["f", "j"]}
    while (state := two.shown.house.runner.state) is not None and state.now_step.kind != "agree":
        await two.press(*keys.get(state.now_step.kind, "n"))
        await two.wait(6)


def _form(house: House) -> Practice:
    options = Options(form="full")
    house.runner.start("check_in", (plan("check_in", None, options),), house.couple, ())
    return Practice(house)


PLACES = {
    "topic": Place(lambda house: practise(house, "talk", "day_talk"), _nothing),
    "stays": Place(lambda house: practise(house, "five", "one_thing"), _nothing),
    "next step": Place(lambda house: practise(house, "talk", "day_talk"), _next_step),
    "note panel": Place(lambda house: practise(house, "breathe", "breathe"), _keys("m")),
    "note in a turn": Place(lambda house: practise(house, "talk", "day_talk"), _keys("enter", "f", "f", "m")),
    "form": Place(_form, _keys("n", "f", *["tab"] * 4)),
    "note room": Place(NoteRoom, _nothing),
    "search": Place(LookBack, _keys("ctrl+f")),
    "later word": Place(LookBack, _keys("w")),
    "names": Place(lambda house: NamesRoom(house, lambda _: None), _keys("ctrl+a", "ctrl+k")),
}


def field(shown: Shown) -> str:
    """Return what stands in the field that has the focus."""
    focused = shown.app.focused
    assert isinstance(focused, Input | TextArea)
    return focused.value if isinstance(focused, Input) else focused.text


@pytest.mark.sample
@pytest.mark.parametrize("name", PLACES)
async def test_own_keys_are_letters_in_every_field(
    run: Run, house: House, time: FakeTime, store: Store, name: str
) -> None:
    today = time.now().date()
    note = Note(id="", device="", changed="", text="x", written=time.now(), zone="UTC", local_date=today)
    store.keep(note)
    place = PLACES[name]
    async with run(place.open(house)) as shown:
        two = Two(shown, time)
        await place.enter(two)
        before = house.runner.state
        await shown.write(TEXT)
        assert shown.is_open
        assert field(shown) == TEXT
        after = house.runner.state
        if before is not None and after is not None:
            assert (after.phase, after.at, after.step) == (before.phase, before.at, before.step)


@pytest.mark.long
async def test_only_esc_f_keys_and_ctrl_keys_leave_a_field(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "talk", "day_talk")) as shown:
        await shown.write("fzj/")
        await shown.press("f1")
        assert not shown.is_open
        await shown.press("escape")
        assert field(shown) == "fzj/"
        await shown.press("escape")
        assert "Stopped." in shown.text()


# A note beside a step


async def test_a_note_keeps_the_focus_when_the_step_changes(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "check_in", "check_in")) as shown:
        two = Two(shown, time)
        await two.press("m")
        await shown.write("a slow z")
        await two.wait(30)
        assert "How is it inside you" in shown.text()
        await shown.write("oo day/night")
        assert field(shown) == "a slow zoo day/night"
        assert house.runner.state is not None
        assert house.runner.state.results[-1].note == "a slow zoo day/night"
        assert house.runner.state.phase == "running"


@pytest.mark.long
async def test_a_note_on_a_writing_step_is_not_typed_into_its_line(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(practise(house, "talk", "day_talk")) as shown:
        two = Two(shown, time)
        await shown.write("Kim")
        await two.press("f2")
        await shown.write("this is ")
        await two.wait(5)
        await shown.write("a note")
        assert field(shown) == "this is a note"
        await two.press("ctrl+s")
        assert field(shown) == "Kim"


async def test_no_letter_is_an_own_key_while_a_note_opens(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "breathe", "breathe")) as shown:
        await Two(shown, time).wait(3)
        await shown.write("mz/z/")
        assert house.runner.state is not None
        assert house.runner.state.phase == "running"


@pytest.mark.long
async def test_the_end_waits_for_a_note(run: Run, house: House, time: FakeTime, store: Store) -> None:
    async with run(practise(house, "breathe", "breathe")) as shown:
        two = Two(shown, time)
        await two.press("m")
        await shown.write("so")
        await two.wait(400)
        assert shown.is_open
        await shown.write(" quiet")
        await two.press("ctrl+s")
        assert "That was that" in shown.text()
    (note,) = store.notes()
    assert note.text == "so quiet"


async def test_a_stop_does_not_end_the_evening_while_a_note_is_written(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(practise(house, "quiet")) as shown:
        two = Two(shown, time)
        await two.press("escape")
        await two.wait(6)
        await two.press("m")
        await shown.write("why we")
        await two.wait(130)
        await shown.write(" stopped")
        assert field(shown) == "why we stopped"
        assert house.runner.state is not None
        assert house.runner.state.phase == "stopped"


# Held keys


async def test_a_held_main_key_hands_over_once(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "talk", "day_talk")) as shown:
        two = Two(shown, time)
        await shown.press("enter")
        await two.press("f", "f")
        await two.wait(3)
        for _ in range(5):
            await hold(shown, "f", 10)
            time.advance(0.3)
            two.look()
        assert "Jo is next." in shown.text()
        assert "not done yet?" in shown.text()


async def test_a_held_key_passes_one_step(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "quiet")) as shown:
        await Two(shown, time).wait(1.5)
        await hold(shown, "n", 60)
        assert house.runner.state is not None
        assert house.runner.state.step == 1


@pytest.mark.long
async def test_a_held_key_gives_one_minute(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "talk", "day_talk")) as shown:
        two = Two(shown, time)
        await shown.press("enter")
        await two.press("f", "f")
        await two.wait(3)
        await hold(shown, "j", 60)
        play = house.runner.state.play if house.runner.state else None
        assert isinstance(play, Turning)
        assert play.floor.gifts == 1


async def test_stopping_waits_for_no_rest(run: Run, house: House) -> None:
    async with run(practise(house, "quiet")) as shown:
        await hold(shown, "z", 1)
        assert "Stopped." in shown.text()


# Other keys


async def test_caps_lock_makes_no_difference(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "check_in", "check_in")) as shown:
        two = Two(shown, time)
        await two.press("N", "Q", "F", "I", "J")
        assert "settled" in shown.row("settled")
        assert "over my line" in shown.row("over my line")
        await two.press("Z")
        assert "Stopped." in shown.text()


@pytest.mark.parametrize(("room", "words"), [(NoteRoom, "note.field"), (MomentRoom, "good.moment.field")])
@pytest.mark.parametrize("light", ["night", "day"])
async def test_what_a_field_is_for_can_be_read(
    run: Run, house: House, room: Callable[[House], Screen[None]], words: str, light: str
) -> None:
    async with run(room(house), theme=light) as shown:
        # The cursor stands on its first letter.
        rest = say(words)[2:]
        assert shown.colour_of(rest) == ROLES[light]["muted"]
        assert shown.background_of(rest) in (ROLES[light]["surface"], ROLES[light]["panel"])


@pytest.mark.long
async def test_own_keys_of_the_settings_work_and_are_shown(run: Run, house: House, time: FakeTime) -> None:
    house.keymap = keymap({"left.main": "d", "left.stop": "a", "right.main": "k", "practice.pause": "h"})
    async with run(practise(house, "talk", "day_talk")) as shown:
        two = Two(shown, time)
        await shown.press("enter")
        await two.press("f", "k")
        assert "I’d like" in shown.text()
        await two.press("n", "h")
        assert "Paused" in shown.text()
        await two.press("h")
        edge = " ".join(shown.row("give a minute").split())
        assert edge.startswith("Mina d give a minute")
        assert edge.endswith("I am done k Jo")
        await two.press("a")
        assert "Stopped." in shown.text()


@pytest.mark.long
async def test_seats_swap_and_the_keys_stay_where_they_are(run: Run, house: House, time: FakeTime) -> None:
    async with run(Home(house, EMPTY)) as shown:
        await shown.press("x")
        house.settings = replace(house.settings, sound="off")
    async with run(practise(house, "talk", "day_talk")) as shown:
        await shown.press("enter")
        await Two(shown, time).press("f", "f")
        assert "Jo’s turn" in shown.text()


async def test_after_a_note_the_long_form_is_written_on(house: House, run: Run, time: FakeTime) -> None:
    async with run(_form(house), size=(80, 24)) as shown:
        await PLACES["form"].enter(Two(shown, time))
        await shown.write("tired")
        await shown.press("f2")
        await shown.write("for later")
        await shown.press("ctrl+s")
        await shown.write(", nmz")
        assert "tired, nmz" in shown.text()
    assert house.runner.state is not None
    assert house.runner.state.phase == "running"
