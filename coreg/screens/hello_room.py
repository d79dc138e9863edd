"""What the first start shows: the fields for the names, or lines, or the breaths; and who may press what."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Center, Container, Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.practice.hello import Hello
from coreg.screens.asking import asked_seat
from coreg.screens.base import Room
from coreg.screens.hello_lines import below_names, fitting, hello_lines, in_a_block
from coreg.widgets.names import NameFields
from coreg.widgets.text import centred
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["HelloRoom"]

_PARTS: Mapping[str, int] = MappingProxyType({"names": 1, "keys": 2, "ready": 2, "page": 3, "making": 3})


class HelloRoom(Room, inherit_bindings=False):
    """The first start as it is now. The state is a value; this only draws it."""

    place = "both"
    rests = False
    where = "welcome.where"
    DEFAULT_CSS: ClassVar[str] = """
    HelloRoom #stage { align: center middle; }
    HelloRoom #asked { width: 1fr; height: auto; }
    HelloRoom #page { width: 1fr; height: auto; }
    HelloRoom #below { width: 1fr; height: auto; margin-top: 1; }
    HelloRoom NameFields { margin-top: 1; display: none; }
    HelloRoom.-names NameFields { display: block; }
    HelloRoom.-breaths #asked { display: none; }
    """

    def __init__(self, house: House) -> None:
        """Begin with the names."""
        super().__init__(house)
        self.hello = Hello()
        self.said = ""

    def stage(self) -> Iterable[Widget]:
        """Hold the question, the fields for the names, and what is said below them."""
        asked = Vertical(Static(id="page"), Center(NameFields()), Static(id="below"), id="asked")
        yield Container(asked, id="stage")

    def on_mount(self) -> None:
        """Ask for the names."""
        self.names.field("left").focus()
        self.soon(self.show)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    @property
    def names(self) -> NameFields:
        """The fields for the names."""
        return self.query_one(NameFields)

    # Showing

    def show(self) -> None:
        """Show where the first start is."""
        stage = self.hello.stage
        self.set_class(stage == "names", "-names")
        self.set_class(stage == "breaths", "-breaths")
        width = self.query_one("#asked").size.width or self.size.width
        height = self.query_one("#stage").size.height
        rows = fitting(hello_lines(self, self.hello, self.said, self.house.clock()), width, height)
        page = in_a_block(rows, width) if stage in ("page", "making") else centred(rows, width)
        self.query_one("#page", Static).update(page)
        below = below_names(self.said) if stage == "names" else []
        self.query_one("#below", Static).update(centred(below, width))
        self._show_top(stage)
        self.show_seats()

    def _show_top(self, stage: str) -> None:
        top = self.query_one(Top)
        top.where = say("welcome.breaths.where" if stage == "breaths" else "welcome.where")
        part = say("welcome.step", number=_PARTS[stage]) if stage in _PARTS else ""
        top.left = Content.styled(part, "$muted")

    # The table's edge

    def main_hint(self, seat: str) -> str:
        """Each one's own key goes on, where it takes both."""
        return say("welcome.page.go_on") if self.hello.stage in ("ready", "page") else ""

    def stop_hint(self) -> str:
        """The breaths can be stopped like everything."""
        return say("room.stop") if self.hello.stage == "breaths" else ""

    def lit_seat(self) -> str | None:
        """Light the one whose key is asked for."""
        return asked_seat(self.house, self.hello.asking) if self.hello.stage == "keys" else None

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Help, and a step back where there is one."""
        helps = self.hint("all.help", "room.help")
        if self.hello.stage == "breaths":
            return ((self.hint("all.escape", "room.stop"), helps),)
        if self.hello.stage == "names":
            return ((("f1", say("room.help")),),)
        return ((self.hint("all.escape", "room.back"), helps),)
