"""Letters in one breath with a key that leads on, as slow lines hand them over: each is where it belongs."""

from __future__ import annotations

from time import monotonic

import pytest
from textual.events import Key

from coreg.evening.locking import Chosen
from coreg.evening.planning import Options, plan
from coreg.record.headline import Home as Known
from coreg.screens.base import Room
from coreg.screens.good.moment import MomentRoom
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.in_order import InOrder
from coreg.screens.maps.scene import SceneRoom
from coreg.screens.maps.shared_path import SharedPath
from coreg.screens.patterns.own import OwnPatterns
from coreg.screens.practice import Practice
from coreg.screens.settings_names import NamesRoom
from coreg.screens.timeout.agreement import AgreementRoom
from coreg.widgets.field import LineField
from coreg.widgets.names import NameFields
from coreg.widgets.secret import OwnPad
from coreg.widgets.steps.form import FormPad
from tests.screens.atlas.written import a_scene
from tests.screens.first_start import first
from tests.screens.sittings import Two, practise
from tests.screens.stage import Bare, FakeTime, Run, Shown
from tests.screens.test_opening import LINES, WHOLE, lifted, unfolded
from tests.screens.vault.words import CODES, MINE

_LONG = 0.4
"""Seconds; a key that is waited for in vain is waited for less."""
EMPTY = Known("Mina", "Jo", "a", (), ())


def press_at_once(shown: Shown, *keys: str) -> None:
    """Press keys that are no letters, in one breath with what comes next."""
    for key in keys:
        shown.app.post_message(Key(key, None))


async def test_a_map_is_written_in_one_breath(run: Run, house: House) -> None:
    async with run(SharedPath(house, "a")) as shown:
        await shown.write("3\nYou look past me\ntight jaw, cold hands\nI do not matter\nI press\na hand\n")
        words = house.map_drafts.left("a").result()
        assert words is not None
        said = words.words
        assert (said.cue, said.story, said.move, said.need) == (
            "You look past me",
            "I do not matter",
            "I press",
            "a hand",
        )
        assert said.body == ("tight jaw", "cold hands")
        assert "That is the heart of it." in shown.text()


async def test_a_scene_is_written_in_one_breath(run: Run, house: House) -> None:
    room = a_scene(house, "")
    async with run(room) as shown:
        await shown.write("you are late\nangry\nsmall\n")
        assert isinstance(shown.app.screen, SceneRoom)
        texts = room.scene.texts
        assert [texts.get(f"a.{name}") for name in ("tell", "outside", "inside")] == [
            "you are late",
            "angry",
            "small",
        ]


@pytest.mark.long
async def test_a_soft_beginning_is_written_in_one_breath(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "floor_talk", "floor_talk"), size=(60, 18)) as shown:
        await lifted(shown, Two(shown, time))
        await shown.write("\n".join(LINES) + "\n")
        assert WHOLE in unfolded(shown)


@pytest.mark.long
async def test_a_good_moment_takes_one_key_and_its_line_in_one_breath(run: Run, house: House) -> None:
    async with run(Home(house, EMPTY)) as shown:
        await shown.write("*the kettle hums\n")
        await shown.write("wnobody hurried\n")
        (one,) = house.keeping.glimmers().result(5)
        assert (one.text, one.why, one.sense, one.who) == ("the kettle hums", "nobody hurried", "", None)


@pytest.mark.long
async def test_what_is_agreed_about_pauses_is_written_in_one_breath(run: Run, house: House) -> None:
    async with run(AgreementRoom(house), size=(80, 24)) as shown:
        await shown.write("harbour\ntwo fingers up\n45\nkitchen\nno messages\nshower\nthe dog\n")
        await shown.press("ctrl+s")
    found = house.pausing.agreement().result(5)
    assert found is not None
    said = (found.word, found.gesture, found.minutes, found.places, found.rules, found.a, found.b)
    assert said == ("harbour", "two fingers up", 45, "kitchen", "no messages", "shower", "the dog")


async def test_names_are_written_in_one_breath(run: Run, house: House) -> None:
    async with run(NamesRoom(house, lambda _: None)) as shown:
        press_at_once(shown, "ctrl+u", "tab", "ctrl+u")
        await shown.write("Theo")
        press_at_once(shown, "tab")
        await shown.write("Ada")
        assert shown.app.screen.query_one(NameFields).names() == ("Ada", "Theo")


async def test_a_letter_that_is_taken_back_is_the_last_one(run: Run, house: House) -> None:
    async with run(MomentRoom(house)) as shown:
        for key in ("t", "e", "h", "backspace", "backspace", "h", "e", "home", "o", "end", "enter"):
            shown.app.post_message(Key(key, key if len(key) == 1 else None))
        await shown.settle()
        assert [one.text for one in house.keeping.glimmers().result(5)] == ["othe"]


async def test_an_own_pattern_is_named_in_one_breath_with_its_key(run: Run, house: House) -> None:
    async with run(OwnPatterns(house)) as shown:
        await shown.write("oWalk\n")
        assert shown.app.screen.query_one(LineField).value == "Walk"


class Heard(InOrder):
    """An app in which whatever a key leads to never comes to its end."""

    patience = 1

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.heard: list[str] = []

    async def _go_round(self, *_: object) -> None:
        """Get lost."""

    def on_key(self, event: Key) -> None:
        """Note it."""
        self.heard.append(event.key)


class Made(Home):
    """A home from which a room takes longer to be made than a key waits for another."""

    def do_all_moment(self) -> None:
        """Take the time in which the app looks at nothing, and a line is typed."""
        until = monotonic() + _LONG
        while monotonic() < until:
            pass
        for sign in "tea":
            self.app.post_message(Key(sign, sign))
        super().do_all_moment()


@pytest.mark.long
async def test_a_room_that_takes_long_to_be_made_has_all_that_was_typed_for_it(
    run: Run, house: House
) -> None:
    async with run(Made(house, EMPTY)) as shown:
        await shown.write("*")
        assert shown.app.screen.query(LineField).first().value == "tea"


async def test_no_key_waits_for_good_whatever_became_of_the_one_before() -> None:
    app = Heard()
    async with app.run_test() as pilot:
        await pilot.press("f", "up", "f9")
        while app.heard[-1] != "f9":
            await pilot.pause()
        assert app.heard == ["f", "up", "f9"]


@pytest.mark.long
async def test_the_long_form_is_filled_in_in_one_breath(run: Run, house: House, time: FakeTime) -> None:
    plans = (plan("check_in", None, Options(form="full")),)
    house.runner.start("check_in", plans, house.couple, ())
    async with run(Practice(house)) as shown:
        await Two(shown, time).press("n", "f")
        await shown.write("7")
        press_at_once(shown, *["tab"] * 4)
        await shown.write("fzj and so on")
        press_at_once(shown, "tab", "shift+tab")
        await shown.settle()
        mark = shown.app.screen.query_one(FormPad).draft.mark
        assert (mark.inside, mark.line) == (7, "fzj and so on")


async def test_both_names_of_a_first_start_are_written_in_one_breath(
    run: Run, house: House, time: FakeTime
) -> None:
    async with first(house, run, time) as start:
        await start.shown.write("Mina\nJo\n")
        assert (start.stage, start.screen.hello.names) == ("keys", ("Mina", "Jo"))


@pytest.mark.long
async def test_a_door_takes_its_key_and_the_words_in_one_breath(run: Run, house: House) -> None:
    house.locking.make_space("a", Chosen(MINE, CODES["a"])).result()
    async with run(Home(house, EMPTY)) as shown:
        await shown.write(f"pf{MINE}\n")
        # The words are tried and then the notes are read, one after the other.
        await shown.settle()
        assert "Mina’s own notes" in shown.text()
        await shown.write("nI dream of the sea")
        assert shown.app.screen.query_one(OwnPad).text == "I dream of the sea"


async def test_a_key_that_comes_when_all_is_closed_means_nothing(house: House) -> None:
    app = Bare(house, Room(house), "night")
    async with app.run_test():
        app.exit(0)
    await app.on_event(Key("x", "x"))
    assert app.return_value == 0
