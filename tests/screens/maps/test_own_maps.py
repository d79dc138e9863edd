"""A map of one's own on the screen: asked for, shown, taken back, and gone when its room closes."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from textual.events import Key

from coreg.content import say
from coreg.evening.map_drafts import MapDrafts
from coreg.evening.space import Space
from coreg.record.maps import MapWords, PrivateTrigger
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.maps.entrance import EntranceRoom
from coreg.screens.maps.own_door import OwnDoor
from coreg.screens.maps.own_maps import OwnMapBin, OwnMaps
from coreg.screens.maps.own_page import OwnMapPage
from coreg.screens.maps.own_path import OwnPath
from coreg.screens.maps.question import Question
from tests.screens.stage import FakeTime, Run, Shown
from tests.screens.vault.words import MINE, SIZES, give, wherever

CUE = "You look past me at night"
WORDS = MapWords(cue=CUE, body=("tight jaw",), story="I do not matter", move="press", need="a hand")


def maps_of(house: House) -> tuple[PrivateTrigger, ...]:
    """Read Mina's maps with her words."""
    return house.locking.enter("a", MINE).result().triggers().result()


def mapped(mine: Space, words: MapWords = WORDS) -> PrivateTrigger:
    """Have a map in her room."""
    return mine.keep_trigger(mine.blank_trigger().model_copy(update={"words": words})).result()


async def go_behind(shown: Shown) -> None:
    """Go from the entrance behind Mina's own door."""
    for key in ("f", "enter", "f"):
        await shown.press(key)
    await give(shown, MINE)


@pytest.mark.sample
@pytest.mark.parametrize("size", SIZES)
async def test_a_map_is_made_by_keys_alone_and_one_line_of_it_shown(
    run: Run, house: House, mine: Space, size: tuple[int, int]
) -> None:
    async with run(EntranceRoom(house), size=size) as shown:
        assert "The other might make tea." in shown.text()
        await go_behind(shown)
        assert "How is it inside you, right now?" in shown.text()
        await shown.press("3", "enter")
        assert "When … 1 of 5" in shown.text()
        await give(shown, CUE)
        await shown.write("tigh")
        assert "tight throat" in shown.text()
        await shown.press("down", "down", "down", "enter", "enter")
        await give(shown, "I do not matter", "press")
        await shown.press("shift+tab")
        assert "Then I … 4 of 5" in shown.text()
        await shown.press("enter")
        await give(shown, "a hand")
        assert "That is the heart of it." in shown.text()
        assert (maps_of(house)[0].at_field, maps_of(house)[0].shown) == ("", ())
        await shown.press("enter")
        await give(shown, "the cat asleep")
        await shown.press("down", "enter")
        assert "And inside you now?" in shown.text()
        await shown.press("1", "enter")
        assert "Would you like to show anything of it?" in shown.text()
        assert "Before 3, now 1." in shown.text()
        await shown.press("down", "enter", "space", "enter")
        assert not isinstance(shown.app.screen, OwnPath)
    (kept,) = maps_of(house)
    assert kept.words == WORDS.model_copy(update={"move_kind": "press"})
    assert kept.shown == ("cue",)
    assert [one.text for one in house.maps.glimmers(kept.local_date).result()] == ["the cat asleep"]
    (seen,) = house.maps.all().result().triggers
    assert seen.words == MapWords(cue=CUE)


@pytest.mark.long
async def test_at_the_line_something_else_comes_first_and_the_map_waits(
    run: Run, house: House, mine: Space
) -> None:
    async with run(EntranceRoom(house)) as shown:
        await go_behind(shown)
        await shown.press("8", "enter")
        assert "It is a lot just now." in shown.text()
        await shown.press("down", "enter")
        assert "Feet on the floor." in shown.text()
        await shown.press(*["enter"] * 6, "2", "enter")
        await shown.write(CUE)
        await shown.press("ctrl+l", "down", "down", "enter")
        assert "It would help …" in shown.text()
        await shown.press("escape")
        assert not isinstance(shown.app.screen, OwnPath)
    (kept,) = maps_of(house)
    assert (kept.words.cue, kept.at_field) == (CUE, "need")


@pytest.mark.long
async def test_the_good_thing_at_the_end_is_there_again_and_kept_once(
    run: Run, house: House, mine: Space
) -> None:
    async with run(EntranceRoom(house), size=(80, 24)) as shown:
        await go_behind(shown)
        await shown.press("3", "enter", *["enter"] * 6)
        assert "Before you close" in shown.text()
        await shown.write("the cat")
        await shown.press("escape")
        (told,) = shown.app._notifications
        assert told.message == "Kept where you left it, for your eyes. “My maps” leads back to it."
    (left,) = maps_of(house)
    assert left.closing == "the cat"
    async with run(OwnPath(house, mine, left), size=(80, 24)) as shown:
        await shown.press("enter", "enter")
        assert "the cat" in shown.text()
        await shown.press("enter", "down", "enter", "shift+tab")
        assert "Would you like to keep it?" not in shown.text()
        await shown.press("enter", "enter", "enter")
        assert not isinstance(shown.app.screen, OwnPath)
    assert [one.text for one in house.maps.glimmers(left.local_date).result()] == ["the cat"]
    assert maps_of(house)[0].closing == ""


@pytest.mark.long
async def test_of_a_map_with_one_good_thing_alone_nothing_is_left_when_that_is_decided(
    run: Run, house: House, mine: Space
) -> None:
    async with run(OwnPath(house, mine), size=(80, 24)) as shown:
        await shown.press("enter", *["enter"] * 6)
        await shown.write("the cat")
        path = shown.app.screen
        assert isinstance(path, OwnPath)
        path.keep_now()
        await shown.press("enter", "enter", "enter")
        assert not isinstance(shown.app.screen, OwnPath)
    assert maps_of(house) == ()


@pytest.mark.long
async def test_after_two_minutes_it_is_sealed_and_gone_from_everywhere(
    run: Run, house: House, mine: Space, time: FakeTime
) -> None:
    async with run(EntranceRoom(house)) as shown:
        await go_behind(shown)
        path = shown.app.screen
        assert isinstance(path, OwnPath)
        await shown.press("enter")
        time.advance(100)
        await shown.write(CUE)
        time.advance(100)
        path.tick()
        assert isinstance(shown.app.screen, OwnPath), "typing keeps it open"
        time.advance(19.5)
        path.tick()
        await shown.settle()
        assert not isinstance(shown.app.screen, OwnPath)
        assert not wherever(shown.app, CUE)
        assert not path.draft.trigger.words.cue
    (kept,) = maps_of(house)
    assert (kept.words.cue, kept.at_field) == (CUE, "cue")


@pytest.mark.long
async def test_the_page_changes_looks_back_shows_and_takes_back(run: Run, house: House, mine: Space) -> None:
    mapped(mine)
    async with run(OwnDoor(house)) as shown:
        for key in ("enter", "f"):
            await shown.press(key)
        await give(shown, MINE)
        assert isinstance(shown.app.screen, OwnMaps)
        await shown.press("enter")
        assert CUE in shown.text()
        await shown.press("s", "space", "enter")
        assert "both see this" in shown.text()
        await shown.press("enter", "escape")
        assert maps_of(house)[0].at_field == "", "looking at a field is no change"
        await shown.press("enter")
        await shown.press("ctrl+u")
        await give(shown, "You sigh")
        assert "Both still see what it said before." in shown.text()
        assert "You sigh" in shown.text()
        await shown.press("e")
        assert CUE in shown.text()
        await shown.press("escape", "a", "6", "enter")
        assert "Noted, with today’s date." in shown.text()
        await shown.press("t")
        assert "for good and everywhere" in shown.text()
        await shown.press("escape")
        assert house.maps.all().result().triggers
        await shown.press("t", "t")
        assert "Taken back." in shown.text()
        await shown.press("escape", "delete", "ctrl+b")
        assert isinstance(shown.app.screen, OwnMapBin)
        assert not house.maps.all().result().triggers
        (kept,) = maps_of(house)
        assert (kept.words.cue, kept.shown, kept.came[0].strength) == ("You sigh", (), 6)
        assert kept.binned
        await shown.press("delete", "delete")
    assert maps_of(house) == ()


async def test_a_map_that_was_left_is_gone_on_with_at_its_field(run: Run, house: House, mine: Space) -> None:
    left = mine.blank_trigger().model_copy(update={"words": MapWords(cue=CUE), "at_field": "body"})
    kept = mine.keep_trigger(left).result()
    async with run(OwnMapPage(house, mine, kept)) as shown:
        assert "left at: in my body" in shown.text()
        await shown.press("g", "4", "enter")
        assert "In my body … 2 of 5" in shown.text()
        await shown.press("f9")
        assert not wherever(shown.app, CUE)
        assert "maps" not in shown.text()


# For both


async def test_what_was_left_by_one_is_never_offered_to_the_other(
    run: Run, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: dict[str, Future[PrivateTrigger | None]] = {"a": Future(), "b": Future()}
    monkeypatch.setattr(MapDrafts, "left", lambda _, owner: found[owner])
    async with run(EntranceRoom(house)) as shown:
        await shown.pilot.press("f", "escape")
        found["a"].set_result(house.map_drafts.blank("a"))
        await shown.settle()
        await shown.pilot.press("j")
        await shown.pilot.resize_terminal(100, 30)
        await shown.pilot.pause()
        assert say("map_path.place.drafted") not in shown.text()
        found["b"].set_result(None)
        await shown.settle()
        assert say("map_path.place.shared") in shown.text()


def full(*_: object) -> None:
    """Be a disk on which no backup can be written anew."""
    raise Trouble("disk_full", path="x")


@pytest.mark.long
async def test_what_is_taken_back_is_not_shown_where_a_backup_cannot_be_reached(
    run: Run, house: House, mine: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = mine.show(mapped(mine), ["cue", "need"]).result()
    monkeypatch.setattr("coreg.store.backups.Backups.rewrite", full)
    async with run(OwnMapPage(house, mine, kept), size=(80, 24)) as shown:
        await shown.press("t", "t")
        assert "Taken back. It leaves the last backups at the next start." in shown.text()
        assert "both see this" not in shown.text()
    assert house.maps.all().result().triggers == ()
    assert maps_of(house)[0].shown == ()


@pytest.mark.long
async def test_the_last_letter_is_kept_however_fast_one_leaves(run: Run, house: House, mine: Space) -> None:
    async with run(EntranceRoom(house)) as shown:
        await go_behind(shown)
        await shown.press("enter")
        for sign in "ab":
            shown.app.post_message(Key(sign, sign))
        shown.app.post_message(Key("escape", None))
        await shown.settle()
        assert not isinstance(shown.app.screen, OwnPath)
    (kept,) = maps_of(house)
    assert (kept.words.cue, kept.at_field) == ("ab", "cue")


@pytest.mark.long
async def test_a_key_that_comes_twice_at_once_answers_one_question_and_not_the_next(
    run: Run, house: House, mine: Space
) -> None:
    async with run(OwnPath(house, mine), size=(80, 24)) as shown:
        await shown.press("3", *["enter"] * 6, "down")
        question = shown.app.screen.query_one(Question)
        question.post_message(Key("enter", None))
        question.post_message(Key("enter", None))
        await shown.settle()
        assert "When …" in shown.text()
        await give(shown, CUE)
        await shown.press("escape")
    assert maps_of(house)[0].words == MapWords(cue=CUE)
