"""Changing the names: everything kept follows, for records know the person and not the name."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Center, Container, Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import explain, say
from coreg.record.trouble import Trouble
from coreg.screens.settings_ask import AskRoom
from coreg.widgets.field import LineField
from coreg.widgets.names import NameFields, wrong_names
from coreg.widgets.text import centred

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Key
    from textual.widget import Widget
    from textual.widgets import Input

    from coreg.record.models import Couple

__all__ = ["NamesRoom", "renamed"]


def renamed(couple: Couple, a: str, b: str) -> Couple:
    """Return the couple under other names."""
    people = {"a": couple.a.model_copy(update={"name": a}), "b": couple.b.model_copy(update={"name": b})}
    return couple.model_copy(update=people)


class NamesRoom(AskRoom):
    """Both names where their people sit; enter keeps them."""

    where = "settings.names_room.where"
    DEFAULT_CSS: ClassVar[str] = """
    NamesRoom #asked { width: 1fr; height: auto; }
    NamesRoom NameFields { margin: 1 0; }
    NamesRoom #below { width: 1fr; height: auto; }
    """

    def stage(self) -> Iterable[Widget]:
        """Hold the question, the fields, and a line below."""
        fields = NameFields(self.house.left, self.house.right)
        asked = Vertical(Static(id="page"), Center(fields), Static(id="below"), id="asked")
        yield Container(asked, id="stage")

    def on_mount(self) -> None:
        """Put the names of now into the fields."""
        house = self.house
        fields = self.query_one(NameFields)
        fields.write(house.name(house.left), house.name(house.right))
        fields.field("left").focus()

    def lines(self) -> list[Content]:
        """Ask."""
        return [Content.styled(say("settings.names_room.text"), "bold")]

    def show(self) -> None:
        """Draw the question and what is below the fields."""
        super().show()
        below = self.query_one("#below", Static)
        how = Content.styled(say("settings.names_room.how"), "$muted")
        below.update(centred([Content(self.said) if self.said else how], below.size.width or self.size.width))

    def on_key(self, event: Key) -> None:
        """Go to the other field."""
        if event.key in ("tab", "shift+tab"):
            self.query_one(NameFields).turn()
            event.stop()
            event.prevent_default()

    def do_all_escape(self) -> None:
        """Leave the names as they were."""
        self.go_back()

    @on(LineField.Submitted)
    def name_done(self, event: Input.Submitted) -> None:
        """Keep both when they hold, or say what is missing."""
        event.stop()
        left, right = self.query_one(NameFields).names()
        side, why = wrong_names(left, right)
        if why:
            self.said = say(why)
            self.query_one(NameFields).field(side).focus()
            self.show()
            return
        self.keep(*((left, right) if self.house.left == "a" else (right, left)))

    @work(exclusive=True)
    async def keep(self, a: str, b: str) -> None:
        """Put the names into the book; they hold when it has them."""
        try:
            asked = self.house.keeping.change_couple(lambda couple: renamed(couple, a, b))
            self.house.follow(asked, lambda couple, _: replace(couple, a=a, b=b))
            await asyncio.wrap_future(asked)
        except Trouble as trouble:
            self.said = explain(trouble)
            self.show()
            return
        self.finish("")
