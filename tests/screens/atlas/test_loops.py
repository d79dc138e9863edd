"""The loop view: what is found, walked through, named, stepped out of; and nothing to take back there."""

from __future__ import annotations

from datetime import date

import pytest

from coreg.insight.loop_list import Seen
from coreg.insight.loops import Found
from coreg.record.maps import Loop, Side
from coreg.screens.house import House
from coreg.screens.maps.loop_words import came_words, title_words
from coreg.screens.maps.loops import LoopsRoom
from coreg.store import Store
from tests.screens.atlas.maps import DAY, NOON, put_maps
from tests.screens.stage import FakeTime, Run


@pytest.mark.long
async def test_loops_are_gone_through_and_each_place_opens_its_words(
    house: House, store: Store, run: Run
) -> None:
    put_maps(store)
    async with run(LoopsRoom(house)) as shown:
        text = shown.text()
        assert "1 of 2 ← →" in text
        assert "A loop between you neither of you is the loop" in text
        assert "It came up three times, last on Thursday." in text
        assert "━ Mina notices" not in shown.row("does")
        await shown.press("enter")
        assert "The first small sign my voice gets quick" in shown.text()
        await shown.press("escape", "down", "down", "down", "down", "enter")
        assert "What helps from me a walk round the block" in shown.text()
        await shown.press("escape", "home", "up", "enter")
        assert "Jo being corrected" in shown.text()
        await shown.press("escape", "right")
        assert "2 of 2" in shown.text()
        assert "text repeatedly" in shown.text()
        await shown.press("right", "left", "left")
        assert "1 of 2" in shown.text()
        for words in ("take back", "take it back", "bin", "let it go"):
            assert words not in shown.text().lower()


@pytest.mark.long
async def test_a_loop_is_named_and_both_agree_on_a_way_out(
    house: House, store: Store, time: FakeTime, run: Run
) -> None:
    maps = put_maps(store)
    async with run(LoopsRoom(house)) as shown:
        await shown.press("e", "enter")
        assert "A few words first." in shown.text()
        await shown.write("The Thursday storm")
        await shown.press("enter")
        assert "The Thursday storm neither of you is the loop" in shown.text()
        (loop,) = store.maps().loops
        assert set(loop.triggers) == {maps.leaves.id, maps.corrected.id}
        await shown.press("down", "down", "w")
        text = shown.text()
        assert "When Mina: Jo leaves the room\n◦ from Jo: Say when you will be back" in text
        assert "When Jo: being corrected\n◦ a walk round the block" in text
        await shown.press("down", "enter")
        assert "a walk round the block" in shown.text()
        await shown.press("tab", "tab", "enter")
        assert "A code word" in shown.text()
        time.advance(1)
        await shown.press("f")
        assert store.agreements() == ()
        await shown.press("delete")
        await shown.write(" now")
        await shown.press("enter")
        time.advance(2)
        await shown.press("f", "j")
        (agreed,) = store.agreements()
        assert agreed.text == "a walk round the block now"
        assert "storm" not in agreed.model_dump_json()
        (exit_,) = store.maps().loops[0].exits
        assert (exit_.text, exit_.kind, exit_.at) == (agreed.text, "word", 2)
        assert "a walk round the block now" in shown.text()


@pytest.mark.long
async def test_with_words_that_are_taken_back_the_loop_and_its_drafts_go_not_what_was_agreed(
    house: House, store: Store, time: FakeTime, run: Run
) -> None:
    maps = put_maps(store)
    async with run(LoopsRoom(house)) as shown:
        await shown.press("e")
        await shown.write("The Thursday storm")
        await shown.press("enter", "a")
        await shown.write("slower")
        await shown.press("enter")
        time.advance(1)
        await shown.press("f", "j")
        # An idea that was taken is a draft, and somebody's own words.
        await shown.press("w", "enter")
        await shown.write(" please")
        await shown.press("escape", "e")
        await shown.write(" of last week")
        await shown.press("escape")
        for words in ("Say when you will be back please", "The Thursday storm of last week"):
            assert words in str(store.aside())
        await shown.press("e")
        assert "The Thursday storm of last week" in shown.text()
        await shown.press("escape")
        # The trigger goes with its owner's word, and everything of the loop with it, not the agreement.
        store.withdraw(maps.leaves.id)
        await shown.press("w", "escape")
        assert "storm" not in shown.text()
        assert store.maps().loops == ()
        assert store.aside() == ()
        assert len(store.agreements()) == 1


async def test_what_is_kept_of_a_loop_goes_into_the_bin_and_comes_back(
    house: House, store: Store, run: Run
) -> None:
    put_maps(store)
    loop = house.maps.blank_loop("The stairs").model_copy(
        update={
            "scene": "on the stairs",
            "a": Side(notice="no hello", inside="small"),
            "b": Side(do="I hurry"),
        }
    )
    store.keep(loop)
    async with run(LoopsRoom(house), size=(80, 24)) as shown:
        await shown.press("left")
        assert "3 of 3" in shown.text()
        assert "Drawn from: on the stairs" in shown.text()
        await shown.press("enter")
        assert "notices no hello\ntells self not said\nshows not said\nfeels small" in shown.text()
        await shown.press("escape", "delete")
        assert "The stairs" not in shown.text()
        assert "2 of 2" in shown.text()
        await shown.press("u")
        await shown.press("right")
        assert "The stairs" in shown.text()


@pytest.mark.long
async def test_a_name_stays_where_a_link_is_gone_and_nothing_can_be_drawn(
    house: House, store: Store, run: Run
) -> None:
    maps = put_maps(store)
    async with run(LoopsRoom(house), size=(60, 18), theme="day") as shown:
        await shown.press("e")
        await shown.write("The storm")
        await shown.press("enter")
        for link in maps.links[:2]:
            store.delete(link.id)
        await shown.press("w", "escape", "right")
        assert "Nothing to draw here just now." in shown.text()
        assert "The storm" in shown.text()
        for link in maps.links[2:]:
            store.delete(link.id)
        store.bin(store.maps().loops[0].id)
        await shown.press("w", "escape", "left")
        assert "Not enough to see a loop." in shown.text()


@pytest.mark.sample
@pytest.mark.parametrize("left", ["a", "b"])
async def test_nothing_to_draw_is_said_where_links_run_one_way(
    house: House, store: Store, run: Run, left: str
) -> None:
    maps = put_maps(store)
    for link in (maps.links[1], maps.links[3]):
        store.delete(link.id)
    if left == "b":
        house.swap()
    async with run(LoopsRoom(house)) as shown:
        assert "Nothing to draw here just now." in shown.text()


@pytest.mark.long
async def test_a_line_begun_for_one_loop_is_not_offered_for_another_however_narrow_it_is(
    house: House, store: Store, run: Run
) -> None:
    put_maps(store)
    async with run(LoopsRoom(house), size=(60, 18)) as shown:
        assert "last on Thursday." in shown.text()
        for key in ("a", "e"):
            await shown.press(key)
            assert "esc back" in shown.text()
            await shown.write("half a sentence")
            await shown.press("escape", "right", key)
            assert "half a sentence" not in shown.text()
            await shown.press("escape", "left", key)
            assert "half a sentence" in shown.text()
            await shown.press("escape")


def test_since_when_it_came_up_is_left_out_where_it_does_not_fit() -> None:
    found = Found((), (), (), (), 0.0, 7, date(2026, 9, 2), date(2026, 11, 9))
    assert came_words(Seen(found), date(2026, 11, 26), 80) == (
        "It came up seven times since September, last on 9 November."
    )
    assert came_words(Seen(found), date(2026, 11, 26), 54) == "It came up seven times, last on 9 November."


def test_a_long_name_gives_way_to_what_stands_beside_it() -> None:
    loop = Loop(name="这是" * 60, written=NOON, local_date=DAY)
    title = title_words(Seen(loop=loop), 60)
    assert title.cell_length <= 60
    assert title.plain.endswith("…   neither of you is the loop")


async def test_a_loop_through_words_that_were_taken_back_meanwhile_is_not_named(
    house: House, store: Store, run: Run
) -> None:
    maps = put_maps(store)
    async with run(LoopsRoom(house)) as shown:
        await shown.press("e")
        store.withdraw(maps.leaves.id)
        await shown.write("The Thursday storm\n")
        assert "This loop is not there any more as you saw it." in shown.text()
        assert store.maps().loops == ()
        await shown.press("escape")
        assert shown.is_open
    assert store.aside() == ()
