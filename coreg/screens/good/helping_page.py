"""The page on which something that helps is written down: three lines, and three rows to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coreg.content import say
from coreg.record.text import clean
from coreg.screens.base import Room
from coreg.screens.good.words import whose
from coreg.widgets.field import LineField
from coreg.widgets.text import SEAT_STYLE, lit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.events import Key
    from textual.widget import Widget

    from coreg.practice.play import Seat
    from coreg.record.maps import Resource
    from coreg.screens.house import House

__all__ = ["HelpingPage"]

_ROWS = ("title", "ways", "when", "minutes", "place", "owner")
_FIELDS = ("title", "minutes", "place")
_CHOICES = {"ways": ("alone", "together"), "when": ("up", "shut", "settled")}


class HelpingPage(Room, inherit_bindings=False):
    """``up`` and ``down`` go through the rows, ``left`` and ``right`` along one, ``enter`` chooses."""

    place = "list"
    where = "good.helping.where"
    DEFAULT_CSS: ClassVar[str] = """
    HelpingPage #stage { align: center middle; }
    HelpingPage #card { width: 84; max-width: 100%; height: auto; padding: 1 3; background: $surface; }
    HelpingPage.-short #card { padding: 0 1; }
    HelpingPage #card > Static { width: 1fr; height: auto; }
    HelpingPage #rows { height: auto; margin: 1 0; }
    HelpingPage.-tight #about { display: none; }
    HelpingPage Horizontal { height: 1; }
    HelpingPage Horizontal .label { width: 18; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    HelpingPage Horizontal .pick { width: 1fr; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    HelpingPage LineField { width: 1fr; height: 1; padding: 0 1; border: none; background: $panel; }
    """

    def __init__(self, house: House, resource: Resource) -> None:
        """Begin with something that is in the book, or is new."""
        super().__init__(house)
        self.resource = resource
        self.picked: dict[str, tuple[str, ...]] = {"ways": resource.ways, "when": resource.when}
        self.owner: Seat | None = resource.owner
        self.row, self.column = 0, 0

    def stage(self) -> Iterable[Widget]:
        """One card with a title, the rows, and what has just happened."""
        title = Static(Content.styled(say("good.helping.title"), "bold"))
        about = Static(Content.styled(say("good.helping.text"), "$muted"), id="about")
        rows = [Horizontal(Static(id=f"label-{name}", classes="label"), self._part(name)) for name in _ROWS]
        yield Vertical(
            Vertical(title, about, Vertical(*rows, id="rows"), Static(id="told"), id="card"), id="stage"
        )

    def _part(self, name: str) -> Widget:
        if name not in _FIELDS:
            return Static(id=f"pick-{name}", classes="pick")
        field = LineField(placeholder=say(f"good.helping.field_{name}"), id=f"line-{name}")
        value = getattr(self.resource, name)
        field.value = "" if value is None else str(value)
        return field

    def on_mount(self) -> None:
        """Show it; something new is ready to be named."""
        super().on_mount()
        self.go(0)

    def field(self, name: str) -> LineField:
        """Return one of the lines."""
        return self.query_one(f"#line-{name}", LineField)

    def text(self, name: str) -> str:
        """Return what stands in a line."""
        return clean(self.field(name).value, multiline=False).strip()

    # Showing

    def show(self) -> None:
        """Draw the rows."""
        for number, name in enumerate(_ROWS):
            mark = Content.styled("› " if number == self.row else "  ", "$both")
            words = Content.styled(say(f"good.helping.row_{name}"), "" if number == self.row else "$muted")
            self.query_one(f"#label-{name}", Static).update(Content("").join([mark, words]))
            if name not in _FIELDS:
                self.query_one(f"#pick-{name}", Static).update(self._picks(number, name))
        self.show_seats()

    def _picks(self, number: int, name: str) -> Content:
        parts = [
            self._pick(words, on=on_, here=number == self.row and column == self.column)
            for column, (words, on_) in enumerate(self._said(name))
        ]
        return Content("   ").join(parts)

    def _said(self, name: str) -> list[tuple[Content, bool]]:
        if name != "owner":
            return [(Content(say(f"good.{name}.{one}")), one in self.picked[name]) for one in _CHOICES[name]]
        return [
            (
                lit(whose(self.house, seat), SEAT_STYLE.get(seat or "", ""), multiline=False),
                seat == self.owner,
            )
            for seat in self._owners()
        ]

    def _owners(self) -> tuple[Seat | None, ...]:
        return (self.house.left, None, self.house.right)

    @staticmethod
    def _pick(words: Content, *, on: bool, here: bool) -> Content:
        mark = Content.assemble(("● ", "$both") if on else ("○ ", "$faint"))
        return Content("").join([mark, words.stylize("bold underline" if here else "bold" if on else "")])

    # Moving

    def go(self, row: int) -> None:
        """Go to a row: into its line, or to what can be chosen in it."""
        self.row = max(0, min(len(_ROWS) - 1, row))
        name = _ROWS[self.row]
        self.column = self._owners().index(self.owner) if name == "owner" else 0
        if name in _FIELDS:
            self.field(name).focus()
        else:
            self.set_focus(None)
        self.show()

    def do_list_up(self) -> None:
        """Go to the row above."""
        self.go(self.row - 1)

    def do_list_down(self) -> None:
        """Go to the row below."""
        self.go(self.row + 1)

    def do_list_next(self) -> None:
        """Go to the next row, from the last to the first."""
        self.go((self.row + 1) % len(_ROWS))

    def do_list_less(self) -> None:
        """Go along the row."""
        self._along(-1)

    def do_list_more(self) -> None:
        """Go along the row."""
        self._along(1)

    def _along(self, by: int) -> None:
        name = _ROWS[self.row]
        if name not in _FIELDS:
            last = len(self._said(name)) - 1
            self.column = max(0, min(last, self.column + by))
            self.show()

    def do_list_open(self) -> None:
        """Choose what is there, or choose it no longer; on a line, write on."""
        name = _ROWS[self.row]
        if name in _FIELDS:
            self.field(name).focus()
        elif name == "owner":
            self.owner = self._owners()[self.column]
        else:
            one, picked = _CHOICES[name][self.column], self.picked[name]
            self.picked[name] = tuple(x for x in _CHOICES[name] if (x in picked) != (x == one))
        self.show()

    def on_key(self, event: Key) -> None:
        """Let the arrows lead out of a line, too."""
        by = {"up": -1, "shift+tab": -1, "down": 1}.get(event.key)
        if by is not None and self.writing:
            self.go(self.row + by)
            event.stop()
            event.prevent_default()

    @on(LineField.Submitted)
    def line_done(self, event: Input.Submitted) -> None:
        """Go on to the next row."""
        event.stop()
        self.go(self.row + 1)
