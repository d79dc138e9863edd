"""Deleting everything: what goes and what cannot, and words to type, because a key would be too quick."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Center, Container, Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import explain, lines, say
from coreg.screens.settings_ask import AskRoom
from coreg.widgets.field import LineField
from coreg.widgets.text import centred

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget
    from textual.widgets import Input

    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["ForgetRoom"]


class ForgetRoom(AskRoom):
    """Nothing happens before the words are typed; when all is deleted, every way leads out of the program."""

    where = "forget.where"
    DEFAULT_CSS: ClassVar[str] = """
    ForgetRoom #asked { width: 1fr; height: auto; }
    ForgetRoom #words { width: 30; margin: 1 0; }
    ForgetRoom #below { width: 1fr; height: auto; }
    """

    def __init__(self, house: House, told: Callable[[str], None]) -> None:
        """Begin with everything still there."""
        super().__init__(house, told)
        self.gone = False

    def stage(self) -> Iterable[Widget]:
        """Hold what is said, the field, and a line below."""
        asked = Vertical(Static(id="page"), Center(LineField(id="words")), Static(id="below"), id="asked")
        yield Container(asked, id="stage")

    def on_mount(self) -> None:
        """Wait for the words."""
        super().on_mount()
        self.query_one(LineField).focus()

    def lines(self) -> list[Content]:
        """Say what goes and what cannot, or that it has gone."""
        if self.gone:
            return [Content.styled(say("forget.done"), "bold")]
        about = [Content(line) for line in lines("forget.about")]
        return [Content.styled(say("forget.title"), "bold"), Content(""), *about]

    def show(self) -> None:
        """Draw the page, and below the field what to type."""
        super().show()
        below = self.query_one("#below", Static)
        how = Content.styled("" if self.gone else say("forget.ask", words=say("forget.words")), "$muted")
        words = Content.styled(self.said, "$warn") if self.said else how
        below.update(centred([words], below.size.width or self.size.width))

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Leave it all as it is; afterwards, leave."""
        if self.gone:
            return ((self.hint("all.escape", "forget.leave"),),)
        return super().middle()

    @on(LineField.Submitted)
    def typed(self, event: Input.Submitted) -> None:
        """Delete everything if these are the words."""
        event.stop()
        if event.value.strip().casefold() == say("forget.words"):
            self.delete()
            return
        self.said = say("forget.other")
        self.show()

    @work(exclusive=True)
    async def delete(self) -> None:
        """Have everything deleted, and say when it is."""
        try:
            await asyncio.wrap_future(self.house.keeping.delete_everything())
        except Exception as error:
            self.said = explain(error)
            self.show()
            return
        self.gone, self.said = True, ""
        field = self.query_one(LineField)
        field.display = False
        self.set_focus(None)
        self.show()

    def main(self, seat: Seat) -> None:
        """Leave, when everything is gone."""
        if self.gone:
            self.do_all_leave()

    def do_all_escape(self) -> None:
        """Leave it all as it is; when everything is gone, leave the program."""
        if self.gone:
            self.do_all_leave()
        else:
            self.go_back()
