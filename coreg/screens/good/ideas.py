"""Ideas of what helps, to take over and to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import pack, say
from coreg.screens.good.words import helping_facts
from coreg.screens.listing import Listing, Undo
from coreg.widgets.blocks import Page, Text
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from textual.widget import Widget

    from coreg.record.maps import Resource
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["IdeasRoom", "ideas"]


def ideas(house: House) -> tuple[Resource, ...]:
    """Return the ideas of the pack as things that could be kept, for both."""
    rows: list[dict[str, Any]] = pack("resources")["ideas"]
    return tuple(
        house.maps.blank_resource(row["title"]).model_copy(
            update={
                "ways": tuple(row["ways"]),
                "when": tuple(row["when"]),
                "minutes": row.get("minutes"),
            }
        )
        for row in rows
    )


class IdeasRoom(Listing, inherit_bindings=False):
    """``enter`` takes one over; what was taken over goes from this list until the room is left."""

    where = "good.ideas.where"
    DEFAULT_CSS: ClassVar[str] = """
    IdeasRoom #stage { align: center top; }
    IdeasRoom #card { width: 80; max-width: 100%; height: 1fr; padding: 1 3; background: $surface; }
    IdeasRoom #about { width: 1fr; height: auto; margin-bottom: 1; color: $muted; }
    IdeasRoom #told { width: 80; max-width: 100%; margin-top: 1; }
    """

    def __init__(self, house: House, taken: Collection[str] = ()) -> None:
        """Begin with all of them but those with these titles."""
        super().__init__(house)
        self.ideas = {one.title: one for one in ideas(house) if one.title not in taken}

    def stage(self) -> Iterable[Widget]:
        """One card with a title and the list."""
        about = Static(Content(say("good.ideas.title")), id="about")
        yield Vertical(Vertical(about, Page(id="open"), id="card"), Static(id="told"), id="stage")

    def on_mount(self) -> None:
        """Show them."""
        super().on_mount()
        self.page.mark(True)
        self.show()

    @property
    def page(self) -> Page:
        """The list."""
        return self.query_one(Page)

    def show(self) -> None:
        """Draw what is left."""
        blocks = [
            block
            for title, one in self.ideas.items()
            for block in (
                Text(lit(title, multiline=False), title, Content.styled("◦", "$both"), 2),
                Text(lit(helping_facts(one), "$muted", multiline=False), title, indent=2),
            )
        ]
        self.page.put(blocks or [Text(Content.styled(say("good.ideas.all"), "$muted"))], again=True)
        self.show_seats()

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Take one over."""
        rest = (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help"))
        return ((self.hint("list.open", "good.ideas.take"),), rest) if self.ideas else (rest,)

    def do_list_open(self) -> None:
        """Take the chosen one over."""
        one = self.ideas.get(str(self.page.at))
        if one is None:
            return
        before = dict(self.ideas)
        del self.ideas[one.title]
        self.show()

        def back() -> None:
            self.ideas = before
            self.show()

        kept = self.house.maps.keep_resource(one)
        # The books do one thing after the other: by then it is known there which it has become.
        ask = self.house.keeping.ask
        undo = Undo(back, lambda: [ask(lambda store: store.bin(kept.result().id))])
        self.change(say("good.ideas.taken"), [kept], undo)
