"""The widgets that draw a breath."""

from typing import Any

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region

from coreg.theme import ASCII, INK, ROLES, theme, theme_name
from coreg.widgets.breath_picture import BreathPicture
from coreg.widgets.disc import Disc
from coreg.widgets.paint import InkPaint
from coreg.widgets.picture import Picture
from coreg.widgets.slow_bar import SlowBar
from coreg.widgets.two_pictures import Crossing, SideBySide, TwoBars, TwoPicture


class Frame(App[None]):
    """One picture, alone."""

    def __init__(self, widget: Picture[Any, Any]) -> None:
        super().__init__()
        for name in ("night", "day"):
            self.register_theme(theme(name))
        self.theme = theme_name("night")
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield self.widget


class Stage(Frame):
    """One picture of one breath."""

    def __init__(self, picture: BreathPicture) -> None:
        super().__init__(picture)
        self.picture = picture


class TwoStage(Frame):
    """One picture of two breaths."""

    def __init__(self, picture: TwoPicture) -> None:
        super().__init__(picture)
        self.picture = picture


def drawn(picture: Picture[Any, Any]) -> list[list[Segment]]:
    """Return every cell of a picture."""
    return [list(row) for row in picture.render_lines(picture.size.region)]


@pytest.mark.parametrize("size", [(20, 8), (80, 24), (200, 50)])
@pytest.mark.parametrize("kind", [Disc, SlowBar])
async def test_picture_fills_its_place_when_it_has_any_size(
    kind: type[BreathPicture], size: tuple[int, int]
) -> None:
    app = Stage(kind())
    async with app.run_test(size=size) as pilot:
        for fill in (-1.0, 0.0, 0.5, 1.0, 2.0):
            app.picture.show(fill)
            await pilot.pause()
            rows = app.picture.render_lines(app.picture.size.region)
            assert [row.cell_length for row in rows] == [app.picture.size.width] * app.picture.size.height


@pytest.mark.parametrize("kind", [Disc, SlowBar])
async def test_picture_changes_when_the_breath_does(kind: type[BreathPicture]) -> None:
    app = Stage(kind())
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for fill in (0.0, 0.5, 1.0):
            app.picture.show(fill)
            await pilot.pause()
            seen.append(drawn(app.picture))
        assert seen[0] != seen[1] != seen[2]


async def test_picture_takes_the_colours_of_the_theme_when_it_changes() -> None:
    app = Stage(Disc())
    async with app.run_test(size=(60, 20)) as pilot:
        app.picture.show(0.6)
        await pilot.pause()
        night = drawn(app.picture)
        app.theme = theme_name("day")
        await pilot.pause()
        day = drawn(app.picture)
        corner = day[0][0].style
        assert corner is not None
        assert corner.bgcolor is not None
        assert corner.bgcolor.name == ROLES["day"]["background"]
        app.theme = theme_name("night")
        await pilot.pause()
        assert drawn(app.picture) == night


async def test_picture_keeps_its_breath_when_the_window_changes() -> None:
    app = Stage(Disc())
    async with app.run_test(size=(60, 20)) as pilot:
        app.picture.show(0.6)
        await pilot.pause()
        before = drawn(app.picture)
        await pilot.resize_terminal(90, 30)
        app.picture.show(0.6)
        await pilot.pause()
        assert len(drawn(app.picture)) == 30
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert drawn(app.picture) == before


async def test_picture_is_drawn_anew_only_when_it_has_to_be() -> None:
    app = Stage(Disc())
    async with app.run_test(size=(60, 20)) as pilot:
        app.picture.show(0.6)
        await pilot.pause()
        drawing = app.picture._current()
        app.picture.notify_style_update()
        assert app.picture._current() is drawing


async def test_picture_asks_for_the_changed_rows_only(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Stage(Disc())
    async with app.run_test(size=(60, 20)) as pilot:
        app.picture.show(0.3)
        await pilot.pause()
        asked: list[Region] = []
        monkeypatch.setattr(app.picture, "refresh", lambda *regions: asked.extend(regions))
        app.picture.show(0.3)
        assert not asked
        app.picture.show(0.32)
        (region,) = asked
        assert (region.x, region.width) == (0, 60)
        assert 4 < region.height < 16


async def test_picture_waits_for_its_place_when_it_is_shown_before_it_has_one() -> None:
    picture = Disc()
    picture.show(0.7)
    app = Stage(picture)
    async with app.run_test(size=(60, 20)):
        early = drawn(picture)
        picture.show(0.7)
        assert drawn(picture) == early


async def test_picture_is_cut_when_only_a_part_is_wanted() -> None:
    app = Stage(Disc())
    async with app.run_test(size=(60, 20)):
        rows = app.picture.render_lines(Region(10, 5, 7, 3))
        assert [row.cell_length for row in rows] == [7, 7, 7]


async def test_picture_is_drawn_in_ink_when_the_terminal_keeps_its_own_colours() -> None:
    app = Stage(Disc())
    app.ansi_color = True
    async with app.run_test(size=(60, 20)) as pilot:
        app.picture.show(0.6)
        await pilot.pause()
        assert isinstance(app.picture._paints, InkPaint)
        assert "▒" in {cell.text for row in drawn(app.picture) for cell in row}


@pytest.mark.long
async def test_picture_is_grey_when_colours_are_unwanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Stage(Disc())
    async with app.run_test(size=(60, 20)):
        for row in drawn(app.picture):
            for cell in row:
                assert cell.style is not None
                assert cell.style.bgcolor is not None
                assert len(set(cell.style.bgcolor.get_truecolor())) == 1


async def test_picture_is_plain_when_it_is_asked_to_be() -> None:
    app = Stage(Disc(plain=True))
    async with app.run_test(size=(60, 20)) as pilot:
        app.picture.show(0.6)
        await pilot.pause()
        assert all(cell.text.isascii() for row in drawn(app.picture) for cell in row)


# Two breaths


def ground(picture: Picture[Any, Any], x: int, y: int) -> str:
    """Return the name of the colour behind a cell."""
    style = drawn(picture)[y][x].style
    assert style is not None
    assert style.bgcolor is not None
    return style.bgcolor.name


@pytest.mark.sample
@pytest.mark.parametrize("kind", [Crossing, SideBySide, TwoBars])
@pytest.mark.parametrize("size", [(20, 8), (80, 24), (200, 50)])
async def test_two_breaths_fill_their_place_and_move(kind: type[TwoPicture], size: tuple[int, int]) -> None:
    app = TwoStage(kind())
    async with app.run_test(size=size) as pilot:
        seen = []
        for fill in (0.0, 0.5, 1.0):
            app.picture.show_two(fill, 1 - fill, meets=fill == 0.5, still={"b"} if fill == 1.0 else ())
            await pilot.pause()
            rows = app.picture.render_lines(app.picture.size.region)
            assert [row.cell_length for row in rows] == [app.picture.size.width] * app.picture.size.height
            seen.append(drawn(app.picture))
        assert seen[0] != seen[1] != seen[2]


async def test_two_breaths_stand_where_their_people_sit() -> None:
    grounds = []
    for left in ("a", "b"):
        app = TwoStage(SideBySide("a" if left == "a" else "b"))
        async with app.run_test(size=(80, 20)) as pilot:
            app.picture.show_two(1.0, 0.0)
            await pilot.pause()
            grounds.append([ground(app.picture, x, 10) for x in (8, 71)])
    assert grounds[0][0] != grounds[0][1]
    room = ROLES["night"]["background"]
    # A is full, and wide enough to reach these columns; B is empty.
    assert [one == room for one in grounds[0]] == [False, True]
    assert [one == room for one in grounds[1]] == [True, False]


async def test_lead_shows_the_same_breath_twice_and_one_of_them_open() -> None:
    app = TwoStage(SideBySide())
    async with app.run_test(size=(80, 20)) as pilot:
        app.picture.show_lead("b", 0.8)
        await pilot.pause()
        app.picture.show_two(0.8, 0.8, hollow={"a"})
        assert not app.picture._current().canvas.changed


@pytest.mark.parametrize("kind", [Disc, SlowBar])
async def test_picture_is_plain_and_in_ink_as_the_terminal_is(kind: type[BreathPicture]) -> None:
    app = Stage(kind())
    async with app.run_test(size=(60, 20)) as pilot:
        app.picture.show(0.6)
        await pilot.pause()
        usual = drawn(app.picture)
        app.add_class(ASCII, INK)
        await pilot.pause()
        letters = {cell.text for row in drawn(app.picture) for cell in row}
        assert "#" in letters
        assert all(letter.isascii() for letter in letters)
        app.remove_class(ASCII, INK)
        await pilot.pause()
        assert drawn(app.picture) == usual
