"""Exact updates leave the same picture on a terminal as Textual's own, and write less."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from coreg.theme import theme, theme_name
from coreg.widgets.disc import Disc
from coreg.widgets.exact import ExactCompositor
from tests.emulated import Emulated
from tests.screens.stage import at_rest

SIZE = (70, 18)


class Exact(Screen[None]):
    """A screen whose partial updates are exact."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = ExactCompositor()

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Disc()
            yield Static("日本 word", id="beside")
        yield Static("over it all", id="over")


class Terminal(App[None]):
    """An app whose partial updates are drawn by a terminal emulator."""

    CSS = """
    #beside { width: 12; height: 1fr; }
    #over { layer: top; width: 20; height: 5; offset: 10 4; background: $panel; display: none; }
    Screen { layers: below top; }
    Box { align: center middle; }
    """

    def __init__(self) -> None:
        super().__init__()
        for name in ("night", "day"):
            self.register_theme(theme(name))
        self.theme = theme_name("night")
        self.terminal = Emulated(*SIZE)

    def get_default_screen(self) -> Screen[None]:
        return Exact()

    def _display(self, screen: Screen[Any], renderable: object) -> None:
        self.terminal.take(renderable)


class Box(ModalScreen[None]):
    """Something over everything."""

    def compose(self) -> ComposeResult:
        yield Static("a box over the disc")


def same(app: Terminal) -> bool:
    """Tell whether the emulated terminal shows what it should."""
    return app.terminal.wrong(app.screen._compositor) == []


async def test_terminal_shows_the_disc_when_it_breathes() -> None:
    app = Terminal()
    async with app.run_test(size=SIZE) as pilot:
        for fill in (0.1, 0.15, 0.5, 1.0, 0.98, 0.2, 0.0):
            app.screen.query_one(Disc).show(fill)
            await pilot.pause()
            assert same(app)


async def test_frame_is_small_when_only_the_edge_moves() -> None:
    app = Terminal()
    async with app.run_test(size=SIZE) as pilot:
        app.screen.query_one(Disc).show(0.5)
        await pilot.pause()
        app.screen.query_one(Disc).show(0.52)
        await pilot.pause()
        # Until a row was written once, nobody can know what stands there.
        whole = app.terminal.written
        app.screen.query_one(Disc).show(0.54)
        await pilot.pause()
        assert 0 < app.terminal.written < 3000 < whole


async def test_terminal_shows_everything_when_a_widget_comes_over_the_disc_and_goes() -> None:
    app = Terminal()
    async with app.run_test(size=SIZE) as pilot:
        disc, over = app.screen.query_one(Disc), app.screen.query_one("#over")
        for fill, shown in (
            (0.4, True),
            (0.42, True),
            (0.44, False),
            (0.46, False),
            (0.1, True),
            (0.12, False),
        ):
            over.display = shown
            disc.show(fill)
            await pilot.pause()
            assert same(app)


async def test_terminal_shows_the_disc_when_a_widget_slides_over_it_and_away() -> None:
    app = Terminal()
    async with app.run_test(size=SIZE) as pilot:
        disc, over = app.screen.query_one(Disc), app.screen.query_one("#over")
        over.styles.offset = (50, 0)
        over.display = True
        for fill in (0.5, 0.52, 0.54, 0.56):
            disc.show(fill)
            await pilot.pause()
            assert same(app)
        over.styles.offset = (10, 7)
        await pilot.pause()
        assert same(app)
        over.styles.offset = (50, 0)
        disc.show(0.58)
        await pilot.pause()
        assert same(app)


@pytest.mark.long
async def test_terminal_shows_everything_when_a_box_opens_and_closes_over_the_disc() -> None:
    app = Terminal()
    async with app.run_test(size=SIZE) as pilot:
        disc = app.screen.query_one(Disc)
        disc.show(0.5)
        await pilot.pause()
        await app.push_screen(Box())
        await pilot.pause()
        disc.show(0.6)
        await pilot.pause()
        assert same(app)
        app.pop_screen()
        await pilot.pause()
        disc.show(0.62)
        await pilot.pause()
        assert same(app)


async def test_terminal_shows_everything_when_a_picture_was_taken_in_between() -> None:
    app = Terminal()
    async with app.run_test(size=SIZE) as pilot:
        disc = app.screen.query_one(Disc)
        disc.show(0.5)
        await pilot.pause()
        disc._moment = 0.6
        disc._current().move(0.6)
        app.export_screenshot()
        disc.show(0.61)
        await pilot.pause()
        assert same(app)


@pytest.mark.sample
@pytest.mark.parametrize("text", ["other", "日本語 語", "a 日b本", ""])
async def test_terminal_shows_text_beside_the_disc_when_it_changes(text: str) -> None:
    app = Terminal()
    async with app.run_test(size=SIZE) as pilot:
        beside = app.screen.query_one("#beside", Static)
        beside.update(text, layout=False)
        app.screen.query_one(Disc).show(0.3)
        await pilot.pause()
        assert same(app)
        for x in range(8):
            beside.refresh(beside.region.reset_offset.translate((x, 0)))
            await pilot.pause()
            assert same(app)


async def test_nothing_is_written_when_nothing_changed() -> None:
    app = Terminal()
    async with app.run_test(size=SIZE) as pilot:
        app.screen.query_one(Disc).show(0.5)
        await pilot.pause()
        app.terminal.written = -1
        app.screen.query_one(Disc).show(0.5)
        await pilot.pause()
        assert app.terminal.written == -1
        app.screen.query_one(Disc).refresh()
        await pilot.pause()
        whole = app.terminal.written
        app.screen.query_one(Disc).refresh()
        await pilot.pause()
        assert app.terminal.written == 0 < whole
        assert app.screen._compositor.render_partial_update() is None


async def test_only_what_is_seen_of_what_changed_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    app, asked = Terminal(), set()
    draw = Widget.render_lines

    def noting(widget: Widget, crop: Region) -> list[Strip]:
        asked.add((widget.id, crop.height))
        return draw(widget, crop)

    async with app.run_test(size=SIZE) as pilot:
        beside = app.screen.query_one("#beside", Static)
        app.screen.query_one("#over").display = True
        await pilot.pause()
        monkeypatch.setattr(Widget, "render_lines", noting)
        beside.refresh(Region(0, 2, 5, 3))
        await pilot.pause()
        assert asked == {("beside", 3)}


def change(app: Terminal, chance: Random) -> None:
    """Change something on the screen: the disc, the words beside it, what lies over it, or the colours."""
    screen = app.screen_stack[0]
    disc, beside = screen.query_one(Disc), screen.query_one("#beside", Static)
    over = screen.query_one("#over", Static)
    words = chance.choice(("word", "日本 語", "a\nb日", ""))
    place = (chance.randrange(-8, 60), chance.randrange(-3, 16))
    changes: tuple[Callable[[], object], ...] = (
        lambda: disc.show(chance.random()),
        lambda: disc.show(chance.random()),
        lambda: beside.update(words, layout=chance.random() < 0.5),
        lambda: setattr(over, "display", not over.display),
        lambda: setattr(over.styles, "offset", place),
        lambda: setattr(disc, "display", not disc.display),
        lambda: setattr(app, "theme", theme_name(chance.choice(("night", "day")))),
    )
    chance.choice(changes)()


@pytest.mark.sample
@pytest.mark.parametrize("number", range(6))
async def test_terminal_shows_what_it_should_after_anything_in_any_order(number: int) -> None:
    chance, app = Random(number), Terminal()
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(20):
            if chance.random() < 0.1:
                size = (chance.randrange(30, 90), chance.randrange(6, 24))
                app.terminal.resize(*size)
                await pilot.resize_terminal(*size)
            elif chance.random() < 0.1:
                await (app.push_screen(Box()) if len(app.screen_stack) == 1 else app.pop_screen())
            else:
                change(app, chance)
            if chance.random() < 0.7:
                await at_rest()
                await pilot.pause()
                assert app.terminal.wrong(app.screen._compositor) == []
