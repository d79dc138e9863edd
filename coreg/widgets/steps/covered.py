"""The stage with a cover: whoever's part it is lifts it with the own key, and writes behind it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coreg.content import say
from coreg.practice.play import other
from coreg.widgets.steps.base import Stage
from coreg.widgets.text import SEAT_STYLE, centred, fill, named

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from coreg.practice.play import Seat
    from coreg.widgets.steps.view import View

__all__ = ["CoveredStage", "Pad", "both_named", "cover_lines"]


class Pad(Widget, can_focus=True):
    """What is behind a cover. It takes keys while that is lifted."""

    DEFAULT_CSS = """
    Pad { width: 72; max-width: 100%; height: auto; }
    Pad Static { width: 1fr; height: auto; }
    """

    lifted: bool = False

    @abstractmethod
    def show(self) -> None:
        """Draw what is written, ready to be written on."""


P = TypeVar("P", bound=Pad)
"""What is behind the cover."""


class CoveredStage(Stage, Generic[P]):
    """A cover, and what is behind it; that waits there through a stop."""

    DEFAULT_CSS = """
    CoveredStage #cover { width: 1fr; height: auto; }
    CoveredStage Vertical { height: auto; align: center middle; }
    CoveredStage Pad { display: none; }
    CoveredStage.-lifted Pad { display: block; }
    CoveredStage.-lifted #cover { display: none; }
    """

    def __init__(self, pad: P) -> None:
        """Begin covered."""
        super().__init__()
        self.pad = pad

    def compose(self) -> ComposeResult:
        """Hold the cover, and what is behind it."""
        yield Static(id="cover")
        with Vertical():
            yield self.pad

    @abstractmethod
    def part(self, view: View) -> tuple[Seat, bool] | None:
        """Return whose part it is, and whether the cover is lifted; None where another kind of step is on."""

    def begin(self, view: View) -> None:
        """Show the step, also when it is come back to from another stage: whoever was writing writes on."""
        self.show(view)
        if self.pad.lifted:
            self.pad.show()

    def show(self, view: View) -> None:
        """Show the cover, or what is behind it."""
        self.drawn = view
        part = self.part(view)
        if part is None:
            return
        seat, lifted = part
        self._lift(lifted and view.sitting.phase == "running")
        self.query_one("#cover", Static).update(centred(cover_lines(view, seat), self.size.width or 80))

    def _lift(self, lifted: bool) -> None:
        if lifted == self.has_class("-lifted"):
            if lifted and self.screen.focused is None:
                # A note was closed: letters are words again, and no keys that stop or pass.
                self.pad.show()
            return
        self.set_class(lifted, "-lifted")
        self.pad.lifted = lifted
        if lifted:
            self.pad.show()
        elif self.pad.has_focus_within:
            self.screen.set_focus(None)


def cover_lines(view: View, seat: Seat) -> list[Content]:
    """Return the cover: whose part comes, and the key that lifts it."""
    people = both_named(view, seat)
    key = Content.styled(view.key(view.side(seat), "main"), SEAT_STYLE[seat])
    return [
        fill(view.step.words.get("cover", ""), people, "bold"),
        Content(""),
        fill(view.step.words.get("cover_text", ""), people, "$muted"),
        Content(""),
        fill(say("form.lift"), {"key": key}, "$muted"),
    ]


def both_named(view: View, seat: Seat) -> dict[str, Content]:
    """Return the names of both, as words of a step have them: "speaker" is whose part comes."""
    return {
        "speaker": named(seat, view.name(seat)),
        "listener": named(other(seat), view.name(other(seat))),
    }
