"""A name for a loop, which is neither of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content
from textual.widgets import Input

from coreg.content import say
from coreg.screens.maps.agreeing import AgreeRoom
from coreg.screens.maps.ways import kept_loop, mark_of, records_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.insight.loop_list import Seen
    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["NameRoom"]


class NameRoom(AgreeRoom, inherit_bindings=False):
    """One line; enter keeps it. Either may type what both call it."""

    where = "loops.name.where"

    def __init__(self, house: House, seen: Seen) -> None:
        """Begin with the name it has."""
        super().__init__(house)
        self.seen = seen

    def draft_of(self) -> str:
        """Return for what the name is kept while it is typed."""
        return f"name of {mark_of(self.seen)}"

    def words_from(self) -> tuple[str, ...]:
        """A name goes with its loop."""
        return records_of(self.seen)

    def on_mount(self) -> None:
        """Begin with the name it has."""
        super().on_mount()
        self.begun = self.field.value = self.seen.name
        self.field.cursor_position = len(self.field.value)

    def example(self) -> str:
        """Return what it could be called."""
        return say("loops.name.field")

    def titles(self) -> list[Content]:
        """Return the question."""
        about = Content.styled(say("loops.name.about"), "$muted")
        return [Content.styled(say("loops.name.title"), "bold"), Content(""), about]

    def needed(self) -> frozenset[Seat]:
        """Nobody's own key: it is theirs together."""
        return frozenset()

    def told(self) -> str:
        """Return what is said once it is kept."""
        return say("loops.kept_name")

    @on(Input.Submitted, "#line")
    def do_said_go_on(self) -> None:
        """Keep the name; a blank one is none yet."""
        if self.busy or self.said:
            return
        if self.text:
            self.keep(self.ask())
        else:
            self.tell(say("atlas.agree.blank"))
            self.field.focus()

    def ask(self) -> Future[Any]:
        """Keep the loop with its name."""
        return self.house.maps.keep_loop(kept_loop(self.house, self.seen, self.text))

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Keep it, go back."""
        return ((("enter", say("atlas.agree.go_on")), self.hint("all.escape", "room.back")),)
