"""The page of a card: what helps and what does not, side by side, and three lines of own words below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coreg.content import say
from coreg.evening.card_words import choice_words, choices
from coreg.evening.couple import Card
from coreg.practice.play import other
from coreg.record.text import clean
from coreg.screens.base import Room
from coreg.widgets.field import LineField
from coreg.widgets.text import SEAT_STYLE, named, stack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.events import Key
    from textual.widget import Widget

    from coreg.practice.play import Seat
    from coreg.screens.house import House

__all__ = ["LONGEST", "CardPage"]

LONGEST = 60
"""Characters of an own line: it is to be read at a glance."""

_KINDS = ("helps", "avoid")
_OWN = 3
_HALF = 34


class CardPage(Room, inherit_bindings=False):
    """Arrows go through the choices and on to the lines; ``enter`` chooses, or goes to the next line."""

    place = "list"
    where = "cards.page.where"
    DEFAULT_CSS: ClassVar[str] = """
    CardPage #stage { align: center middle; }
    CardPage #card { width: 78; max-width: 100%; height: auto; padding: 1 3; background: $surface; }
    CardPage.-short #card { padding: 0 1; }
    CardPage #card Static { width: 1fr; height: auto; }
    CardPage #choices { margin: 1 0; }
    CardPage.-tight #choices { margin: 0; }
    CardPage.-tight #about { display: none; }
    CardPage LineField { width: 1fr; height: 1; padding: 0 1; border: none; background: $panel; }
    """

    def __init__(self, house: House, seat: Seat) -> None:
        """Begin with the card as it is known."""
        super().__init__(house)
        self.seat = seat
        card = house.couple.card(seat)
        self.own = card.own
        self.picked = {"helps": card.helps, "avoid": card.avoid}
        self.column, self.at = 0, 0

    def stage(self) -> Iterable[Widget]:
        """One card with a title, the choices, and the lines."""
        names = {seat: named(seat, self.house.name(seat)) for seat in (self.seat, other(self.seat))}
        people = {"name": names[self.seat], "other": names[other(self.seat)]}
        title = Static(self.words("cards.page.title", "bold", **people))
        about = Static(self.words("cards.page.text", "$muted", **people), id="about")
        own = Static(Content.styled(say("cards.page.own"), "$muted"))
        card = Vertical(
            title, about, Static(id="choices"), own, *self._fields(), Static(id="told"), id="card"
        )
        yield Vertical(card, id="stage")

    def _fields(self) -> Iterator[LineField]:
        for number in range(_OWN):
            field = LineField(placeholder=say("cards.page.field"), id=f"own-{number}")
            field.max_length = LONGEST
            field.value = self.own[number] if number < len(self.own) else ""
            yield field

    def on_mount(self) -> None:
        """Show what is chosen."""
        super().on_mount()
        self.show()

    # Showing

    def show(self) -> None:
        """Draw both columns, a mark at what is chosen."""
        heads = [Content.styled(say(f"cards.page.{kind}"), "$muted") for kind in _KINDS]
        longest = max(len(choices(kind)) for kind in _KINDS)
        rows = [_beside(self._choice(0, index), self._choice(1, index)) for index in range(longest)]
        self.query_one("#choices", Static).update(stack([_beside(*heads), *rows]))
        self.show_seats()

    def _choice(self, column: int, index: int) -> Content:
        kind = _KINDS[column]
        names = choices(kind)
        if index >= len(names):
            return Content("")
        here = (column, index) == (self.column, self.at) and not self.writing
        on_ = names[index] in self.picked[kind]
        style = SEAT_STYLE[self.seat] if on_ else "$faint"
        words = Content.styled(choice_words(kind, names[index]), "bold" if here else "")
        mark = Content.assemble(("› " if here else "  ", "$both"), ("● " if on_ else "○ ", style))
        return Content("").join([mark, words])

    def card(self) -> Card:
        """Return the card as it stands here; choices keep the order of their list."""
        lines = (clean(self._field(number).value, multiline=False).strip() for number in range(_OWN))
        helps, avoid = (self._in_order(kind) for kind in _KINDS)
        return Card(helps, avoid, tuple(filter(None, lines)))

    def _in_order(self, kind: str) -> tuple[str, ...]:
        known = choices(kind)
        picked = self.picked[kind]
        return *(one for one in known if one in picked), *(one for one in picked if one not in known)

    # Moving

    def do_list_open(self) -> None:
        """Choose it, or choose it no longer."""
        kind = _KINDS[self.column]
        name, picked = choices(kind)[self.at], self.picked[kind]
        self.picked[kind] = tuple(one for one in picked if one != name) if name in picked else (*picked, name)
        self.show()

    def do_list_up(self) -> None:
        """Go one up."""
        self._go(self.column, self.at - 1)

    def do_list_down(self) -> None:
        """Go one down; below the last are the own lines."""
        if self.at + 1 < len(choices(_KINDS[self.column])):
            self._go(self.column, self.at + 1)
        else:
            self._field(0).focus()

    def do_list_less(self) -> None:
        """Go to what helps."""
        self._go(0, self.at)

    def do_list_more(self) -> None:
        """Go to what does not."""
        self._go(1, self.at)

    def do_list_next(self) -> None:
        """Go to the next line; from the choices to the first."""
        self._line(1)

    def _go(self, column: int, at: int) -> None:
        self.column, self.at = column, max(0, min(at, len(choices(_KINDS[column])) - 1))
        self.show()

    def _field(self, number: int) -> LineField:
        return self.query_one(f"#own-{number}", LineField)

    def _line(self, by: int) -> None:
        here = next((number for number in range(_OWN) if self._field(number) is self.focused), -1)
        if 0 <= here + by < _OWN:
            self._field(here + by).focus()
        else:
            self.set_focus(None)

    def on_key(self, event: Key) -> None:
        """Let the arrows lead out of a line, too."""
        by = {"up": -1, "shift+tab": -1, "down": 1}.get(event.key)
        if by is not None and self.writing:
            self._line(by)
            event.stop()
            event.prevent_default()

    @on(LineField.Submitted)
    def line_done(self, event: Input.Submitted) -> None:
        """Go on to the next line."""
        event.stop()
        self._line(1)

    def on_descendant_focus(self) -> None:
        """Show where somebody is now."""
        self.show()

    def on_descendant_blur(self) -> None:
        """Show where somebody is now."""
        self.show()


def _beside(left: Content, right: Content) -> Content:
    return Content("").join([left.pad_right(max(0, _HALF - left.cell_length)), right])
