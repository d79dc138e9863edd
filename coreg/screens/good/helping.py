"""Something that helps one of them or both, kept where suggestions and pauses find it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.screens.good.helping_page import HelpingPage
from coreg.screens.good.kept import Kept, latest
from coreg.widgets.field import TooLong
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.record.maps import Resource
    from coreg.widgets.seats import Hint

__all__ = ["HelpingRoom", "minutes_typed"]

_MOST = 1440
_DIGITS = 4


def minutes_typed(text: str) -> int | None:
    """Return the minutes that were typed; None for none.

    Raises:
        ValueError: it is no whole number from 1 to 1440.
    """
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS and 1 <= int(text) <= _MOST):
        raise ValueError(text)
    return int(text)


class HelpingRoom(HelpingPage, Kept["Resource"], inherit_bindings=False):
    """What was written is kept when the room is left, too; without a title there is nothing to keep."""

    _told = False

    def written(self) -> dict[str, Any]:
        """Return what stands here, as its fields; minutes that are none are those of before."""
        try:
            minutes = minutes_typed(self.text("minutes"))
        except ValueError:
            minutes = self.resource.minutes
        said = {"title": self.text("title"), "place": self.text("place"), "minutes": minutes}
        return {**said, **self.picked, "owner": self.owner}

    @property
    def changed(self) -> bool:
        """Whether something stands here that is not in the book."""
        return bool(self.text("title")) and self._differs()

    def _differs(self) -> bool:
        return any(getattr(self.resource, name) != value for name, value in self.written().items())

    @property
    def wrong(self) -> str:
        """The name of a line that does not hold, and "" when all do."""
        try:
            minutes_typed(self.text("minutes"))
        except ValueError:
            return "minutes"
        return "" if self.text("title") or not self._differs() else "title"

    def ask(self, before: Future[Resource] | None) -> Future[Resource]:
        """Keep it, new or changed."""
        written, known = self.written(), self.resource
        return self.house.maps.keep_resource_made(lambda: latest(before, known).model_copy(update=written))

    def took(self, kept: Resource) -> None:
        """Take it as it is in the book, and let suggestions know of it."""
        self.resource = kept
        self.house.learn()

    def well(self) -> None:
        """Say that it is kept."""
        self.tell(Content.styled(say("good.helping.kept"), "$muted"))

    def do_list_keep(self) -> None:
        """Keep it, or say what is missing."""
        if self._holds():
            self.keep_it()

    def _holds(self) -> bool:
        wrong = self.wrong
        if wrong:
            self.tell(
                lit(say(f"good.helping.{'nameless' if wrong == 'title' else 'minutes_wrong'}"), "$warn")
            )
            self.go(0 if wrong == "title" else 3)
        return not wrong

    def go_back(self) -> None:
        """Go back when it is in the book. What does not hold is told once, and then left as it was."""
        if not self._told and not self._holds():
            self._told = True
            return
        super().go_back()

    def tell(self, told: Content) -> None:
        """Say what has just happened."""
        self.query_one("#told", Static).update(told)

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing is lost."""
        self.tell(Content.styled(say("practice.too_long", limit=event.limit), "$warn"))

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Choose, keep, leave."""
        keep = self.hint("list.keep", "good.helping.keep")
        if self.writing:
            following = self.hint("list.next", "good.helping.next")
            return ((keep, following), (self.hint("all.escape", "good.helping.leave"),))
        pick = self.hint("list.open", "good.helping.pick")
        return ((pick, keep), (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")))
