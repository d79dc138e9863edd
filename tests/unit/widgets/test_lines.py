"""Lines draw what changed of them, and are as high as there are."""

from textual.app import App, ComposeResult
from textual.content import Content
from textual.strip import Strip

from coreg.widgets.lines import Lines


class Noting(Lines):
    """Lines that note which of them are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return super().render_line(y)


class Paper(App[None]):
    """Nothing but lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = Noting()

    def compose(self) -> ComposeResult:
        yield self.lines

    def text(self) -> list[str]:
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def some(*words: str) -> list[Content]:
    return [Content(word) for word in words]


async def test_only_lines_that_changed_are_drawn() -> None:
    app = Paper()
    async with app.run_test(size=(20, 5)) as pilot:
        app.lines.show(some("one", "two", "three"))
        await pilot.pause()
        app.lines.drawn.clear()
        app.lines.show(some("one", "2", "three"))
        await pilot.pause()
        assert app.lines.drawn == [1]
        assert app.text()[:3] == ["one", "2", "three"]


async def test_a_line_is_drawn_when_its_look_alone_changed() -> None:
    app = Paper()
    async with app.run_test(size=(20, 5)) as pilot:
        app.lines.show(some("one", "two"))
        await pilot.pause()
        app.lines.show([Content("one"), Content.styled("two", "bold")])
        await pilot.pause()
        assert app.screen.get_style_at(0, 1).bold
        assert not app.screen.get_style_at(0, 0).bold


async def test_as_high_as_there_are_lines_however_fast_they_come() -> None:
    app = Paper()
    async with app.run_test(size=(20, 5)) as pilot:
        for count in (1, 4, 2, 0, 3):
            app.lines.show(some("first"))
            app.lines.show(some(*map(str, range(count))))
            await pilot.pause()
            app.lines.show(some(*map(str, range(count))))
            await pilot.pause()
            assert app.lines.size.height == count
            assert app.text() == [str(y) if y < count else "" for y in range(5)]


async def test_a_line_that_is_too_long_is_cut() -> None:
    app = Paper()
    async with app.run_test(size=(8, 3)) as pilot:
        app.lines.show(some("much too long", "日本語日本語", ""))
        await pilot.pause()
        assert app.text() == ["much to…", "日本語 …", ""]
