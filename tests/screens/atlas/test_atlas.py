"""The map: both columns, each where its owner sits, links between them, and what is found and linked."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from coreg.evening.maps import Maps as Facade
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.maps.atlas import AtlasRoom
from coreg.store import Store
from tests.screens.atlas.maps import put_maps, put_trigger
from tests.screens.stage import FakeTime, Run


def columns(lines: list[str], half: int) -> tuple[str, str]:
    """Return what stands in each half of the screen."""
    return "\n".join(line[:half] for line in lines), "\n".join(line[half:] for line in lines)


@pytest.mark.long
async def test_each_map_stands_where_its_owner_sits_with_links_between(
    house: House, store: Store, run: Run
) -> None:
    put_maps(store)
    house.swap()
    async with run(AtlasRoom(house)) as shown:
        left, right = columns(shown.lines(), 56)
        assert left.index("Jo") < left.index("being corrected") < left.index("a quick voice")
        assert "Mina" in right
        assert "8 of 10 · Thursday" in right
        # A cue has an arrow, a move has none; what one alone sees so is dotted.
        assert "◂╌b" in shown.row("being corrected")
        assert "a─▸  Jo leaves the room" in shown.row("being corrected")
        assert "b╌╌  then: explain again" in shown.row("then: leave the room")
        assert "b ╌╌ Jo’s “being corrected” is Mina’s “explain again” · Jo sees it so" in shown.text()
        await shown.press("s")
        assert "latest first" in shown.text()
        await shown.press("/")
        await shown.write("RETURN")
        assert "Nothing here has these words." in shown.text()
        await shown.press("escape", "/")
        await shown.write("back tight")
        assert "then: explain again" in shown.text()
        assert "then: leave the room" not in shown.text()
        await shown.press("enter", "enter")
        for words in ("In my body tight chest", "I tell myself I don’t matter", "Softer, below it lonely"):
            assert words in shown.text()
        assert "It came up Thursday: 8 of 10\n12 November: 7 of 10" in shown.text()
        assert "kept" not in shown.text().lower()
        await shown.press("escape", "escape", "escape")
        assert not shown.is_open


async def test_one_that_shows_only_what_happens_in_the_body_is_called_so(
    house: House, store: Store, run: Run
) -> None:
    put_trigger(store, "a", {"body": ("tight chest", "hot face")})
    async with run(AtlasRoom(house)) as shown:
        assert "tight chest, hot face" in shown.text()


@pytest.mark.sample
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (200, 60)])
async def test_every_size_shows_both_and_their_links(
    house: House, store: Store, run: Run, size: tuple[int, int]
) -> None:
    put_maps(store)
    async with run(AtlasRoom(house), size=size, theme="day") as shown:
        text = shown.text()
        for words in ("Jo leaves the room", "being corrected", "◂─a", "b╌▸", "Between you", "a ──"):
            assert words in text
        assert "esc back" in text


@pytest.mark.long
async def test_kind_words_stand_there_before_anything_is_shown(house: House, store: Store, run: Run) -> None:
    async with run(AtlasRoom(house), size=(80, 24)) as shown:
        assert "n begins a map." in shown.text()
        await shown.press("s", "/", "l", "enter", "tab", "left", "h")
        assert "Nothing has been written here yet." in shown.text()
        await shown.press("escape", "o")
        assert "Not enough to see a loop." in shown.text()
        await shown.press("w", "a", "e", "down", "enter", "left", "delete", "escape", "escape")
        assert not shown.is_open


@pytest.mark.long
async def test_a_cue_is_linked_by_its_owner_and_nodded_to_by_the_other(
    house: House, store: Store, run: Run
) -> None:
    maps = put_maps(store, links=False)
    async with run(AtlasRoom(house), size=(80, 24)) as shown:
        await shown.press("l")
        assert "Which move of Jo is it?" in shown.text()
        await shown.press("down", "up", "enter")
        assert "Mina’s own key says that it is so." in shown.text()
        # The other's key says nothing here.
        await shown.press("j")
        assert store.maps().links == ()
        await shown.press("f")
        (link,) = store.maps().links
        assert (link.cue, link.move, link.nodded) == (maps.leaves.id, maps.corrected.id, False)
        assert "Mina sees" in shown.text()
        await shown.press("tab", "tab", "enter", "f")
        assert not store.maps().links[0].nodded
        assert "Jo, do you see it so, too?" in shown.text()
        await shown.press("j")
        assert store.maps().links[0].nodded
        assert "sees it so" not in shown.text()
        assert "╌" not in shown.text()
        await shown.press("enter")
        assert "you both see it so" in shown.text()
        await shown.press("j", "delete")
        assert store.maps().links == ()
        assert "Between you" not in shown.text()


async def test_only_what_can_be_linked_is_asked_for(house: House, store: Store, run: Run) -> None:
    put_trigger(store, "a", {"story": "I am too much"})
    put_trigger(store, "b", {"cue": "the dark"})
    async with run(AtlasRoom(house)) as shown:
        await shown.press("l")
        assert "Choose a map in which it says when" in shown.text()
        await shown.press("right", "l")
        assert "Mina has shown no move that is not linked to this yet." in shown.text()
        assert shown.is_open


@pytest.mark.long
async def test_a_link_that_cannot_be_written_is_told_and_can_be_made_again(
    house: House, store: Store, time: FakeTime, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_maps(store, links=False)

    def full(*_: object) -> Future[object]:
        failed: Future[object] = Future()
        failed.set_exception(Trouble("disk_full", path="book"))
        return failed

    async with run(AtlasRoom(house)) as shown:
        with monkeypatch.context() as broken:
            broken.setattr(Facade, "link", full)
            await shown.press("l", "enter", "f")
            assert "The disk is full." in shown.text()
        assert "Mina’s own key" in shown.text()
        time.advance(2)
        await shown.press("f")
        assert len(store.maps().links) == 1


@pytest.mark.long
async def test_words_are_literal_and_what_is_gone_is_gone(house: House, store: Store, run: Run) -> None:
    words = {"cue": "[red]shouting[/] {left}", "move": "[b]go[/b]", "echo": "[/]"}
    odd = put_trigger(store, "a", words)
    async with run(AtlasRoom(house)) as shown:
        assert "[red]shouting[/] {left}" in shown.text()
        await shown.press("enter")
        assert "[b]go[/b]" in shown.text()
        store.withdraw(odd.id)
        await shown.press("escape", "enter")
        assert "n begins a map." in shown.text()


@pytest.mark.long
async def test_what_helps_stands_on_both_cards_and_a_small_sign_is_agreed_on(
    house: House, store: Store, time: FakeTime, run: Run
) -> None:
    put_maps(store)
    async with run(AtlasRoom(house)) as shown:
        await shown.press("h")
        left, right = columns(shown.lines(), 56)
        assert "Say when you will be back" in left
        assert "What helps from Jo" in left
        assert "my voice gets quick" in left
        assert "follow me" in right
        assert "the bench by the canal · 20 min" in shown.text()
        await shown.press("a", "enter")
        await shown.write("two fingers up")
        await shown.press("escape", "a")
        assert "two fingers up" in shown.text()
        await shown.press("enter")
        await shown.press("left", "right", "right")
        time.advance(1)
        await shown.press("f")
        assert store.agreements() == ()
        await shown.press("j")
        (agreed,) = store.agreements()
        assert (agreed.text, str(agreed.look_again)) == ("two fingers up", "2026-12-28")
        await shown.press("a")
        assert "two fingers up" not in shown.text()
    assert store.aside() == ()
