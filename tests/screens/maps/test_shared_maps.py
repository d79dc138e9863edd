"""A map that both can see: made for both, changed by its owner's own key, binned by either, taken back."""

from __future__ import annotations

import pytest

from coreg.record.maps import MapWords
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.maps.entrance import EntranceRoom
from coreg.screens.maps.owning import OwnerRoom
from coreg.screens.maps.shared_maps import SharedMaps
from coreg.screens.maps.shared_page import SharedMapPage
from coreg.screens.maps.shared_path import SharedPath
from tests.screens.stage import Run
from tests.screens.vault.words import give

CUE = "You look past me at night"
WORDS = MapWords(cue=CUE, body=("tight jaw",), story="I do not matter", move="press", need="a hand")


@pytest.mark.long
async def test_one_for_both_is_gone_on_with_and_shows_what_was_chosen(run: Run, house: House) -> None:
    async with run(EntranceRoom(house)) as shown:
        await shown.press("j")
        await shown.press("down", "enter")
        await shown.press("enter")
        await shown.write(CUE)
        await shown.press("escape")
        assert not isinstance(shown.app.screen, SharedPath)
        assert house.maps.all().result().triggers == ()
    async with run(EntranceRoom(house)) as shown:
        for key in ("j", "enter", "enter"):
            await shown.press(key)
        assert CUE in shown.text()
        await shown.press(*["enter"] * 5, "enter", "enter", "enter")
        assert "What you do not show is not kept." in shown.text()
        await shown.press("down", "down", "enter")
    (seen,) = house.maps.all().result().triggers
    assert (seen.owner, seen.words) == ("b", MapWords(cue=CUE))
    assert house.map_drafts.left("b").result() is None


@pytest.mark.long
async def test_a_map_for_both_is_changed_binned_and_taken_back(run: Run, house: House) -> None:
    words = WORDS.model_copy(update={"strength": 6})
    trigger = house.maps.keep(house.maps.blank("a").model_copy(update={"words": words})).result()
    async with run(SharedMaps(house)) as shown:
        assert CUE in shown.text()
        await shown.press("delete")
        assert house.maps.all().result().triggers == ()
        await shown.press("ctrl+b")
        assert f"Map {CUE}" in shown.text()
        await shown.press("escape")
        assert "There is no map here." in shown.text()
        await shown.press("ctrl+b", "enter", "escape", "enter")
        assert isinstance(shown.app.screen, SharedMapPage)
        assert "Mina’s map" in shown.text()
        await shown.press("enter")
        assert "Mina’s own key goes on to change it." in shown.text()
        await shown.press("f", "ctrl+u")
        await give(shown, "You sigh")
        await shown.press("a")
        assert "Both of you see the day and the number." in shown.text()
        await shown.press("5", "enter")
        (seen,) = house.maps.all().result().triggers
        assert (seen.words.cue, seen.came[0].strength, seen.id) == ("You sigh", 5, trigger.id)
        await shown.press("e")
        assert CUE in shown.text()
        await shown.press("escape", "t", "t")
        assert isinstance(shown.app.screen, SharedMaps)
    assert house.maps.all().result().triggers == ()


@pytest.mark.sample
@pytest.mark.parametrize("key", ["enter", "a", "t"])
async def test_nobody_but_its_owner_changes_a_map_that_both_can_see(run: Run, house: House, key: str) -> None:
    words = WORDS.model_copy(update={"strength": 6})
    trigger = house.maps.keep(house.maps.blank("a").model_copy(update={"words": words})).result()
    async with run(SharedMapPage(house, trigger)) as shown:
        await shown.press("e", "escape", key)
        assert isinstance(shown.app.screen, OwnerRoom)
        assert "Mina f it is mine" in shown.text()
        await shown.press("j", "escape")
        assert shown.is_open
        await shown.press(key, "escape", key, "f")
        assert not isinstance(shown.app.screen, OwnerRoom)
        asked = {"enter": "When …", "a": "How strong was it", "t": "Take it back, for good and everywhere?"}
        assert asked[key] in shown.text()


async def test_what_shows_no_number_is_not_said_to_have_come_up_again(run: Run, house: House) -> None:
    trigger = house.maps.keep(house.maps.blank("a").model_copy(update={"words": WORDS})).result()
    async with run(SharedMapPage(house, trigger), size=(80, 24)) as shown:
        await shown.press("a", "f")
        assert "It shows no number, so this is not noted. “The first seconds” takes one." in shown.text()


def full(*_: object) -> None:
    """Be a disk on which no backup can be written anew."""
    raise Trouble("disk_full", path="x")


async def test_at_the_end_of_the_path_it_is_said_what_leaves_backups_later(
    run: Run, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run(SharedPath(house, "b")) as shown:
        await shown.write(f"\n{CUE}\n\n\n\n\n\n\n\n")
        monkeypatch.setattr("coreg.store.backups.Backups.rewrite", full)
        assert "What you do not show is not kept." in shown.text()
        await shown.press("down", "down", "enter")
        assert not shown.is_open
        (told,) = shown.app._notifications
        assert told.message == (
            "Both of you can see what you chose.\n"
            "What is not shown leaves the last backups at the next start."
        )
    assert [one.words.cue for one in house.maps.all().result().triggers] == [CUE]
