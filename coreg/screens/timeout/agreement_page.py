"""The page on which the two write what they agree about pauses: its lines, and going from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coreg.content import lines, say
from coreg.record.text import clean
from coreg.screens.base import Room
from coreg.widgets.field import LineField
from coreg.widgets.text import SEAT_STYLE, lit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.events import Key
    from textual.widget import Widget

    from coreg.screens.house import House

__all__ = ["AgreementPage"]

_BEFORE = ("word", "gesture", "minutes", "places", "rules")
_AFTER = ("care", "too_long")


class AgreementPage(Room, inherit_bindings=False):
    """A card with a line for each thing. Arrows, ``tab`` and ``enter`` lead from line to line."""

    place = "list"
    where = "timeout.agree.where"
    DEFAULT_CSS: ClassVar[str] = """
    AgreementPage #stage { align: center middle; }
    AgreementPage #card { width: 92; max-width: 100%; height: auto; padding: 1 2; background: $surface; }
    AgreementPage.-short #card { padding: 0 1; }
    AgreementPage #card > Static { width: 1fr; height: auto; }
    AgreementPage #fields { height: auto; margin: 1 0; }
    AgreementPage.-tight #fields { margin: 0; }
    AgreementPage.-tight #title, AgreementPage.-tight #about { display: none; }
    AgreementPage Horizontal { height: 1; }
    AgreementPage Horizontal Static { width: 30; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    AgreementPage.-narrow Horizontal Static { width: 26; }
    AgreementPage LineField { width: 1fr; height: 1; padding: 0 1; border: none; background: $panel; }
    """

    def __init__(self, house: House) -> None:
        """Begin with empty lines."""
        super().__init__(house)
        self.names: tuple[str, ...] = (*_BEFORE, house.left, house.right, *_AFTER)

    def stage(self) -> Iterable[Widget]:
        """One card with a title, the lines, and what has just happened."""
        fields = [
            Horizontal(Static(self._label(name), markup=False), self._field(name)) for name in self.names
        ]
        title = Static(Content.styled(say("timeout.agree.title"), "bold"), id="title")
        about = Static(Content.styled(say("timeout.agree.text"), "$muted"), id="about")
        unsafe = Static(Content.styled("\n".join(lines("timeout.unsafe")), "$muted"))
        card = Vertical(title, about, Vertical(*fields, id="fields"), unsafe, Static(id="told"), id="card")
        yield Vertical(card, id="stage")

    def _label(self, name: str) -> Content:
        if name in SEAT_STYLE:
            words = say("timeout.agree.field.settle", name=self.house.name(name))
            return lit(words, SEAT_STYLE[name], multiline=False)
        return Content(say(f"timeout.agree.field.{name}"))

    def _field(self, name: str) -> LineField:
        hint = "settle" if name in SEAT_STYLE else name
        return LineField(placeholder=say(f"timeout.agree.hint.{hint}"), id=f"line-{name}")

    def field(self, name: str) -> LineField:
        """Return the field of one line."""
        return self.query_one(f"#line-{name}", LineField)

    def tell(self, words: str, style: str = "$muted") -> None:
        """Say what has just happened, below the lines."""
        self.query_one("#told", Static).update(lit(words, style))

    def written(self) -> Mapping[str, str]:
        """Return what stands in the lines."""
        return {name: clean(self.field(name).value, multiline=False).strip() for name in self.names}

    # Moving

    def do_list_next(self) -> None:
        """Go to the next line."""
        self._move(1)

    def do_list_down(self) -> None:
        """Go to the next line."""
        self._move(1)

    def do_list_up(self) -> None:
        """Go to the line before."""
        self._move(-1)

    def do_list_open(self) -> None:
        """Write on."""
        self.field("word").focus()

    def _move(self, by: int) -> None:
        names = [f"line-{name}" for name in self.names]
        at = names.index(self.focused.id or "") if self.focused and self.focused.id in names else -by
        self.query_one(f"#{names[(at + by) % len(names)]}", LineField).focus()

    def on_key(self, event: Key) -> None:
        """Let the arrows, and tab with shift, lead from line to line."""
        by = {"up": -1, "shift+tab": -1, "down": 1}.get(event.key)
        if by is None:
            return
        self._move(by)
        event.stop()
        event.prevent_default()

    @on(LineField.Submitted)
    def line_done(self, event: Input.Submitted) -> None:
        """Go on to the next line."""
        event.stop()
        self._move(1)
