"""Pasting: what fits goes in clean, what does not inserts nothing and is told, and nothing else happens."""

from __future__ import annotations

import pytest
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Selection

from coreg.record.text import LIMIT
from coreg.screens.house import House
from coreg.screens.note import NoteRoom
from coreg.widgets.field import LINE_LIMIT, LineField, NotePad
from tests.screens.sittings import Two, practise
from tests.screens.stage import Bare, FakeTime, Run, Shown

HUGE = (100_000, 1_000_000, 10_000_000)
KINDS = {"one line": "x", "lines": "a b\n", "letters": "é", "codes": "\x1b[2J", "wide": "水"}


def of(size: int, kind: str) -> str:
    """Return so many characters of a kind."""
    return (KINDS[kind] * size)[:size]


def pad(shown: Shown) -> NotePad:
    """Return the place for a note."""
    return shown.app.screen.query_one(NotePad)


def line(shown: Shown) -> LineField:
    """Return the line that is being typed."""
    return shown.app.screen.query_one(LineField)


# A note


@pytest.mark.sample
@pytest.mark.parametrize("kind", ["one line", "lines", "wide"])
async def test_a_note_takes_what_fits_to_the_last_character(run: Run, house: House, kind: str) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.paste(of(LIMIT, kind))
        assert pad(shown).text == of(LIMIT, kind)
        await shown.write("xx")
        assert len(pad(shown).text) == LIMIT
        assert "20,000" in shown.text()
        await shown.press("backspace")
        await shown.write("y")
        assert len(pad(shown).text) == LIMIT


async def test_a_note_that_would_grow_too_long_stays_as_it_is(run: Run, house: House) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.write("dear ")
        for size in (LIMIT - 4, LIMIT, *HUGE):
            await shown.paste(of(size, "one line"))
            assert pad(shown).text == "dear "
            assert "20,000" in shown.text()
        await shown.paste(of(LIMIT - 5, "one line"))
        assert len(pad(shown).text) == LIMIT


@pytest.mark.long
@pytest.mark.parametrize("kind", ["letters", "codes", "wide"])
async def test_a_huge_paste_of_any_kind_is_refused_and_typing_goes_on(
    run: Run, house: House, kind: str
) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.paste(of(HUGE[-1], kind))
        assert pad(shown).text == ""
        await shown.write("still here")
        assert pad(shown).text == "still here"


@pytest.mark.long
async def test_a_paste_takes_the_place_of_what_is_marked(run: Run, house: House) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.paste(of(LIMIT, "one line"))
        pad(shown).selection = Selection((0, 0), (0, 10))
        await shown.paste("0123456789")
        assert pad(shown).text == "0123456789" + of(LIMIT - 10, "one line")
        pad(shown).selection = Selection((0, 10), (0, 0))
        await shown.paste("0123456789+")
        assert pad(shown).text == "0123456789" + of(LIMIT - 10, "one line")


async def test_what_was_copied_here_obeys_the_same_limit(run: Run, house: House) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.paste(of(LIMIT // 2 + 1, "one line"))
        pad(shown).select_all()
        await shown.press("ctrl+c")
        pad(shown).move_cursor(pad(shown).document.end)
        await shown.press("ctrl+v")
        assert len(pad(shown).text) == LIMIT // 2 + 1
        assert "20,000" in shown.text()


async def test_a_paste_comes_in_clean(run: Run, house: House) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.paste("one\r\ntwo\rthree\u2028four\x1b]52;c;AAAA\x07\x9b31m \u202eabc\x00\x7f")
        assert pad(shown).text == "one\ntwo\nthree\nfour abc"


@pytest.mark.long
async def test_the_panel_of_a_practice_has_the_same_limit(run: Run, house: House, time: FakeTime) -> None:
    screen = practise(house, "breathe", "breathe")
    app = Bare(house, screen, "night")
    async with app.run_test(size=(112, 32), notifications=True) as pilot:
        shown = Shown(app, pilot, house, screen)
        await shown.settle()
        await Two(shown, time).press("m")
        await shown.paste(of(LIMIT - 2, "lines"))
        await shown.write("zz/")
        assert pad(shown).text == of(LIMIT - 2, "lines") + "zz"
        assert "Nothing of it was taken" in " ".join(shown.text().split())
        assert house.runner.state is not None
        assert house.runner.state.phase == "running"
        assert len(house.runner.state.results[-1].note) == LIMIT


# A line


@pytest.mark.long
async def test_a_line_takes_what_fits_and_refuses_the_rest(run: Run, house: House) -> None:
    screen = practise(house, "talk", "day_talk")
    app = Bare(house, screen, "night")
    async with app.run_test(size=(112, 32), notifications=True) as pilot:
        shown = Shown(app, pilot, house, screen)
        await shown.settle()
        for size in (LINE_LIMIT + 1, *HUGE):
            await shown.paste(of(size, "one line"))
            assert line(shown).value == ""
        assert "Nothing of it was taken" in " ".join(shown.text().split())
        await shown.paste(of(LINE_LIMIT, "one line"))
        await shown.write("y")
        assert line(shown).value == of(LINE_LIMIT, "one line")


async def test_lines_become_one(run: Run, house: House) -> None:
    async with run(practise(house, "talk", "day_talk")) as shown:
        await shown.paste("one\ntwo\tthree\x1b[31m\r\nfour")
        assert line(shown).value == "one two three four"
        assert shown.is_open


async def test_a_line_takes_a_copy_of_several_lines_as_one(run: Run, house: House) -> None:
    async with run(practise(house, "talk", "day_talk")) as shown:
        shown.app.copy_to_clipboard("two\nlines")
        await shown.press("ctrl+v")
        assert line(shown).value == "two lines"


async def test_a_paste_takes_the_place_of_what_is_marked_in_a_line(run: Run, house: House) -> None:
    async with run(practise(house, "talk", "day_talk")) as shown:
        await shown.write("the red train")
        await shown.press("home", "ctrl+right", *["shift+right"] * 3)
        await shown.paste("blue")
        assert line(shown).value == "the blue train"


# Nowhere


async def test_a_paste_outside_a_field_is_nobodys_key(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "quiet")) as shown:
        await Two(shown, time).wait(2)
        before = shown.lines()
        await shown.paste("nz/fjqb\x1b")
        assert shown.lines() == before
        assert not isinstance(shown.app.focused, Input | TextArea)
