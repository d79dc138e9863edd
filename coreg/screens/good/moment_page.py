"""The page on which a good moment is written: a line, and keys for what else may be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.screens.base import Room
from coreg.screens.good.words import SENSES, WHO
from coreg.widgets.field import LINE_LIMIT, LineField, TooLong
from coreg.widgets.text import COLUMN, SEAT_STYLE, lit, stack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from coreg.evening.maps import Who
    from coreg.practice.play import Seat
    from coreg.record.maps import Glimmer
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["MomentPage"]

_LABEL = 9
"""Cells of what stands before a row of keys."""


class MomentPage(Room, inherit_bindings=False):
    """One card. What was chosen is lit; nothing of it has to be."""

    place = "moment"
    where = "good.moment.where"
    DEFAULT_CSS: ClassVar[str] = """
    MomentPage #stage { align: center middle; }
    MomentPage #card { width: 78; max-width: 100%; height: auto; padding: 1 3; background: $surface; }
    MomentPage.-short #card { padding: 0 1; }
    MomentPage #card Static { width: 1fr; height: auto; }
    MomentPage LineField { width: 1fr; height: 1; margin-top: 1; padding: 0 1; }
    MomentPage LineField { border: none; background: $panel; }
    MomentPage #more { margin-top: 1; }
    MomentPage #why { display: none; }
    MomentPage.-why #why { display: block; }
    """

    def __init__(self, house: House, glimmer: Glimmer | None = None) -> None:
        """Begin with an empty line, or with a moment that is in the book."""
        super().__init__(house)
        self.kept = glimmer
        self.sense = glimmer.sense if glimmer else ""
        self.who: Who | None = glimmer.who if glimmer else None
        self.by: Seat | None = glimmer.by if glimmer else None

    def stage(self) -> Iterable[Widget]:
        """One card with the line, the keys, and what has just happened."""
        title = Static(Content.styled(say("good.moment.title"), "bold"))
        about = Static(Content.styled(say("good.moment.text"), "$muted"))
        line = LineField(placeholder=say("good.moment.field"), id="line")
        why = LineField(placeholder=say("good.moment.why_field"), id="why")
        if self.kept is not None:
            line.value, why.value = self.kept.text, self.kept.why
        yield Vertical(
            Vertical(title, about, line, Static(id="more"), why, Static(id="told"), id="card"), id="stage"
        )

    @property
    def line(self) -> LineField:
        """The moment."""
        return self.query_one("#line", LineField)

    @property
    def why(self) -> LineField:
        """Why."""
        return self.query_one("#why", LineField)

    # Showing

    def on_resize(self) -> None:
        """Lay the keys out for the window."""
        self.soon(self.show)

    def show(self) -> None:
        """Draw the keys once the line is in the book, and what was chosen by them."""
        self.set_class(self.why.has_focus or bool(self.why.value), "-why")
        rows = list(self._rows()) if self.kept is not None else []
        self.query_one("#more", Static).update(stack(rows))
        self.show_seats()

    def _rows(self) -> Iterator[Content]:
        yield from self._keys("sense", SENSES, self.sense)
        yield from self._keys("who", WHO, self.who)
        if self.by is not None:
            name = lit(self.house.name(self.by), SEAT_STYLE[self.by], multiline=False)
            yield Content("").join([_label("whose"), name])
        if self.has_class("-why"):
            yield _label("why")

    def _keys(self, name: str, ids: Iterable[str], chosen: str | None) -> Iterator[Content]:
        """Return keys beside their label, on as many rows as they need; none is parted from its words."""
        label = self.house.keymap.label
        parts = [
            Content.assemble(
                (label(f"moment.{one}"), "$both"),
                " ",
                (say(f"good.{name}.{one}"), "bold $both" if one == chosen else "$muted"),
            )
            for one in ids
        ]
        width = self.query_one("#more").size.width or COLUMN
        row = Content("").join([_label(name), parts[0]])
        for part in parts[1:]:
            if row.cell_length + 2 + part.cell_length > width:
                yield row
                row = part.pad_left(_LABEL)
            else:
                row = Content("  ").join([row, part])
        yield row

    def tell(self, told: Content) -> None:
        """Say what has just happened."""
        self.query_one("#told", Static).update(told)

    @on(TooLong)
    def too_long(self) -> None:
        """Say that it does not fit; nothing is lost."""
        self.tell(Content.styled(say("good.moment.too_long", limit=LINE_LIMIT), "$warn"))

    def on_descendant_focus(self) -> None:
        """Show where somebody is now."""
        self.show()

    def on_descendant_blur(self) -> None:
        """Show where somebody is now."""
        self.show()

    # The table's edge

    def main_hint(self, seat: Seat) -> str:
        """Either may say that it is theirs, once it is kept."""
        return say("good.moment.mine") if self.kept is not None and not self.writing else ""

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Keep, say more, go back."""
        if self.writing:
            leave = self.hint("all.escape", "good.moment.leave")
            return ((("enter", say("good.moment.enter")), leave),)
        more = (self.hint("moment.why", "good.moment.why_key"), self.hint("moment.text", "good.moment.again"))
        done = (self.hint("moment.done", "good.moment.done"), self.hint("all.help", "room.help"))
        return (more if self.kept is not None else more[1:], done)


def _label(name: str) -> Content:
    words = say(f"good.moment.{name}")
    return Content.styled(words.ljust(_LABEL), "$muted")
