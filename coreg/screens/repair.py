"""A line that mends: one of the two says it aloud, and the other's own key says that it was received.

Time stands meanwhile. Nothing of it is kept: neither the line, nor who said it, nor that there was one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import lines, say
from coreg.practice.play import other
from coreg.screens.base import Room
from coreg.widgets.text import centred

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["Repair"]


class Repair(Room):
    """A few lines; whoever wants one presses the own key at it, and the other presses theirs."""

    place = "lines"
    where = "talk.repair.where"
    rests = False
    DEFAULT_CSS: ClassVar[str] = """
    Repair #stage { align: center middle; }
    Repair #lines { width: 1fr; height: auto; }
    """

    def __init__(self, house: House, back: Callable[[], None], stop: Callable[[], None]) -> None:
        """Take what lets time go on again, and what stops."""
        super().__init__(house)
        self._back = back
        self._stop = stop
        self.lines = lines("talk.repair.lines")
        self.at = 0
        self.said: Seat | None = None

    def stage(self) -> Iterable[Widget]:
        """One page in the middle."""
        yield Container(Static(id="lines"), id="stage")

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    def show(self) -> None:
        """Draw the lines to choose from, or the one that is being said."""
        page = self.query_one("#lines", Static)
        page.update(centred([*(self._choosing() if self.said is None else self._saying())], page.size.width))
        self.show_seats()

    def _choosing(self) -> Iterable[Content]:
        yield self.words("talk.repair.title", "bold")
        yield Content("")
        widest = max(map(len, self.lines))
        for number, line in enumerate(self.lines):
            here = number == self.at
            mark = "› " if here else "  "
            yield Content.assemble(
                (mark, "$both"), Content.styled(line.ljust(widest), "bold" if here else "")
            )
        yield Content("")
        yield Content.styled(say("talk.repair.how"), "$muted")

    def _saying(self) -> Iterable[Content]:
        yield Content.styled(f"“{self.lines[self.at]}”", "bold")
        yield Content("")
        yield self.words("talk.repair.aloud", "$muted")

    def main_hint(self, seat: Seat) -> str:
        """Return "this one" for both, then "received" for whoever did not say it."""
        if self.said is None:
            return say("talk.repair.this")
        return say("talk.repair.received") if seat != self.said else ""

    def stop_hint(self) -> str:
        """Either can stop, here too."""
        return say("room.stop")

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Go back, stop, or get help."""
        back, stop = self.hint("lines.back", "room.back"), self.hint("all.escape", "room.stop")
        return ((back,), (stop, self.hint("all.help", "room.help")))

    def main(self, seat: Seat) -> None:
        """Take the line, or receive the one that was said."""
        if self.said is None:
            self.said = seat
            self.show()
        elif seat == other(self.said):
            self.do_lines_back()

    def stop_practice(self) -> None:
        """Stop at once. Nothing notes who."""
        if self.is_active:
            self.dismiss()
            self._stop()

    def do_lines_up(self) -> None:
        """Go to the line above."""
        self._move(-1)

    def do_lines_down(self) -> None:
        """Go to the line below."""
        self._move(1)

    def _move(self, by: int) -> None:
        if self.said is None:
            self.at = max(0, min(len(self.lines) - 1, self.at + by))
            self.show()

    def do_lines_back(self) -> None:
        """Go back to the talk: time goes on."""
        if self.is_active:
            self.dismiss()
            self._back()

    def do_all_escape(self) -> None:
        """Stop, from nobody's side."""
        self.stop_practice()
