"""One scene looked at together by keys: settled first, both columns, the drawing, a name, ways out."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import datetime
from types import MappingProxyType

import pytest

from coreg.evening.scenes import OpenScene, scenes_in
from coreg.practice.scene import Scene, Typed, apply
from coreg.record.maps import Loop
from coreg.record.trouble import Trouble
from coreg.screens.base import Room
from coreg.screens.help import Help
from coreg.screens.house import House
from coreg.screens.maps.atlas import AtlasRoom
from coreg.screens.maps.scene import SceneRoom
from coreg.screens.maps.scenes import ScenesRoom
from coreg.store import Store
from tests.screens.stage import FakeTime, Run, Shown
from tests.store.full_disk import FullDisk


async def line(shown: Shown, text: str = "") -> None:
    """Write a line and go on; without words pass it."""
    await shown.write(text)
    await shown.press("enter")


async def own(shown: Shown, time: FakeTime, *keys: str) -> None:
    """Press own keys, each after a rest."""
    for key in keys:
        time.advance(2)
        await shown.press(key)


async def both_columns(shown: Shown, time: FakeTime) -> None:
    """Be settled, let the one on the right begin, and fill in both columns."""
    before = shown.text()
    assert "at my line, or over it" in before
    await own(shown, time, "q", "f", "y")
    # Nothing that was pressed shows.
    assert shown.text() == before
    await own(shown, time, "j")
    assert "Whose side comes first?" in shown.text()
    await own(shown, time, "j")
    assert "Jo: what do you notice first?" in shown.text()
    assert "Mina just listens." in shown.text()
    for text in ("being corrected", "never good enough", "", "afraid", "leave the room"):
        await line(shown, text)
    assert "Jo does: “leave the room”. Mina, what of it do you notice?" in shown.text()
    for text in ("", "I don’t matter", "angry", "lonely", "explain again"):
        await line(shown, text)
    assert "Mina does: “explain again”. Jo, is that what you notice?" in shown.text()
    await line(shown)


@pytest.mark.long
async def test_a_scene_becomes_a_loop_and_its_ways_out_are_agreed_on(
    house: House, store: Store, time: FakeTime, run: Run
) -> None:
    async with run(AtlasRoom(house), size=(80, 24)) as shown:
        await shown.press("c", "enter")
        await line(shown, "the bills on Thursday")
        await both_columns(shown, time)
        assert "It comes round" in shown.text()
        assert "┏ Mina notices" in shown.text()
        await shown.press("right", "shift+tab", "enter", "enter")
        await line(shown, "The Thursday storm")
        assert [loop.name for loop in store.maps().loops] == ["The Thursday storm"]
        for text in ("Wait for me", "", "a hand on the table", ""):
            await line(shown, text)
        assert "◇ Jo: Wait for me\n◇ a hand on the table" in shown.text()
        await shown.press("left")
        assert "Monday 14 December" in shown.text()
        await own(shown, time, "f", "j")
        assert shown.is_open
        (loop,) = store.maps().loops
        assert loop.a is not None
        assert (loop.a.notice, loop.a.inside) == ("leave the room", "lonely")
        assert [(one.text, one.kind, one.at) for one in loop.exits] == [
            ("Wait for me", "sentence", 2),
            ("a hand on the table", "gesture", 1),
        ]
        assert {one.text for one in store.agreements()} == {"Wait for me", "a hand on the table"}
        assert store.aside() == ()
        await shown.press("o")
        assert "The Thursday storm" in shown.text()


@pytest.mark.long
async def test_what_was_typed_is_gone_on_with_and_can_be_let_go_and_brought_back(
    house: House, store: Store, time: FakeTime, run: Run
) -> None:
    async with run(AtlasRoom(house)) as shown:
        await shown.press("c")
        await line(shown, "the bills")
        await own(shown, time, "q", "y", "f", "j", "f")
        await shown.write("Jo lea")
        house.save_now()
        house.keeping.flush()
        (kept,) = scenes_in(store.aside())
        assert kept.said("a", "notice") == "Jo lea"
        await shown.write("ves")
        await shown.press("escape")
        assert shown.is_open
        await shown.press("c")
        assert "Scenes you have begun\n\nthe bills\n\nanother scene" in shown.text()
        await shown.press("enter")
        assert "Where are you, right now?" in shown.text()
        # It is a lot for one, whose it is said nowhere.
        await own(shown, time, "w", "y", "f", "j")
        assert "It is a lot tonight." in shown.text()
        assert "Another day is fine, too: esc leaves it." in shown.text()
        await shown.press("b", "escape")
        await own(shown, time, "j", "f")
        assert "› notices Jo leaves" in shown.text()
        await shown.press("escape", "delete")
        assert "the bills" not in shown.text()
        assert scenes_in(store.aside()) == ()
        await shown.press("u")
        assert "the bills" in shown.text()
        await shown.press("escape")
        assert shown.is_open


@pytest.mark.long
async def test_another_scene_is_begun_beside_one_and_either_stop_key_leaves_it(
    house: House, store: Store, time: FakeTime, run: Run
) -> None:
    async with run(AtlasRoom(house)) as shown:
        await shown.press("c")
        await line(shown, "the bills")
        await own(shown, time, "/")
        await shown.press("c", "down", "enter")
        await line(shown, "the stairs")
        await own(shown, time, "z")
        assert isinstance(shown.app.screen, ScenesRoom)
        assert "the stairs\nthe bills" in shown.text()


@pytest.mark.long
async def test_where_the_disk_refuses_it_stands_before_the_end_and_agrees_once(
    house: House, store: Store, time: FakeTime, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = OpenScene.finish
    once = [Trouble("disk_full", path="book")]

    def full(self: OpenScene, scene: Scene, loop: Loop, now: datetime) -> Future[Loop]:
        if not once:
            return finish(self, scene, loop, now)
        failed: Future[Loop] = Future()
        failed.set_exception(once.pop())
        return failed

    monkeypatch.setattr(OpenScene, "finish", full)
    async with run(AtlasRoom(house), size=(200, 60)) as shown:
        await shown.press("c")
        await line(shown, "the bills")
        await own(shown, time, "q", "y", "f", "j", "f")
        for text in ("", "", "", "", "explain", "", "", "", "", "go", "", "", "", "one", "two", "", ""):
            await line(shown, text)
        await own(shown, time, "f", "j")
        assert "The disk is full." in shown.text()
        assert "Ways out" in shown.text()
        await own(shown, time, "j", "f")
        assert shown.is_open
    assert sorted(one.text for one in store.agreements()) == ["one", "two"]
    assert [loop.name for loop in store.maps().loops] == ["the bills"]


async def test_what_could_not_be_written_is_told_and_stays_until_it_can(
    house: House, store: Store, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with run(SceneRoom(house)) as shown:
        disk.fill()
        await line(shown, "the bills")
        assert "could not be written to the disk just now" in shown.text()
        assert "Where are you, right now?" in shown.text()
        await shown.press("z")
        assert shown.is_open
        assert "could not be written to the disk just now" in shown.text()
        disk.make_room()
        await shown.press("z")
        assert not shown.is_open
    assert [one.texts["scene"] for one in scenes_in(store.aside())] == ["the bills"]


async def test_stop_keys_are_offered_only_where_they_are_no_letters(
    house: House, time: FakeTime, run: Run
) -> None:
    async with run(SceneRoom(house)) as shown:
        assert "stop" not in shown.text()
        assert "esc leave" in shown.text()
        await line(shown, "the bills, Zoe / Jo")
        assert shown.row("stop").split() == ["stop", "z", "/", "stop"]


@pytest.mark.long
async def test_a_letter_typed_right_after_enter_stands_in_the_next_line(
    house: House, time: FakeTime, run: Run
) -> None:
    async with run(SceneRoom(house)) as shown:
        await line(shown, "the bills on Thursday")
        await own(shown, time, "q", "f", "y", "j", "f")
        room = shown.app.screen
        assert isinstance(room, SceneRoom)
        await shown.write("Jo leaves\nI")
        assert (room.scene.said("a", "notice"), room.scene.said("a", "tell")) == ("Jo leaves", "I")
        assert room.field.value == "I"


async def test_where_nothing_is_begun_any_more_the_list_gives_way(
    house: House, time: FakeTime, run: Run
) -> None:
    begun = OpenScene(house.keeping, Scene())
    begun.keep(apply(Scene(), Typed("the bills"))).result()
    async with run(ScenesRoom(house)) as shown:
        await shown.press("enter")
        assert isinstance(shown.app.screen, SceneRoom)
        begun.let_go().result()
        await shown.press("escape")
        assert not shown.is_open


@pytest.mark.long
async def test_what_ends_behind_the_help_page_is_left_after_it(
    house: House, time: FakeTime, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    finishing: Future[Loop] = Future()
    monkeypatch.setattr(OpenScene, "finish", lambda *_: finishing)
    texts = MappingProxyType({"scene": "the bills", "a.say": "one"})
    agreeing = Scene("", texts, "agree", "a", settled=True)
    async with run(SceneRoom(house, agreeing)) as shown:
        time.advance(2)
        await shown.pilot.press("f", "j", "f1")
        await shown.pilot.pause()
        finishing.set_result(house.maps.blank_loop(""))
        await shown.settle()
        await shown.press("escape")
        assert isinstance(shown.app.screen, Room)
        assert not isinstance(shown.app.screen, SceneRoom | Help)
