"""The stage of a soft beginning: a cover, and behind it four lines and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from coreg.content import say
from coreg.practice.play import other
from coreg.practice.steps.opening import Softening
from coreg.widgets.field import LineField
from coreg.widgets.steps.base import Stage
from coreg.widgets.text import SEAT_STYLE, centred, fill, lit, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.events import Key

    from coreg.widgets.steps.view import View

__all__ = ["OpeningPad", "OpeningStage", "sentence"]

_PARTS = ("saw", "inside", "matters", "willing")
_WAYS = ("alone", "both", "keep", "back")
_MOST = 90
"""Characters of one line: short enough to be looked at while one speaks."""
_ENDS = ".?!…"


def sentence(texts: dict[str, str]) -> str:
    """Return what was written as one beginning; a line that was left empty is not in it."""
    return " ".join(_said(part, text.strip()) for part, text in texts.items() if text.strip())


def _said(part: str, text: str) -> str:
    end = "" if text[-1] in _ENDS else "?" if part == "willing" else "."
    return say(f"opening.said.{part}", text=text) + end


class OpeningPad(Widget, can_focus=True):
    """One line after the other, then the whole of it and what becomes of it. It is nowhere but here."""

    DEFAULT_CSS = """
    OpeningPad { width: 72; max-width: 100%; height: auto; }
    OpeningPad Static { width: 1fr; height: auto; }
    OpeningPad LineField { margin: 1 0; padding: 0 1; background: $panel; border: none; height: 1; }
    OpeningPad.-whole LineField { display: none; }
    """

    class Done(Message):
        """It is finished: what to begin with ("" lets it go), who may see it, and whether it is kept."""

        def __init__(self, text: str, way: str = "alone") -> None:
            """Carry the text, and the way: ``alone``, ``both`` or ``keep``."""
            super().__init__()
            self.text = text
            self.way = way

    def __init__(self) -> None:
        """Begin with nothing written."""
        super().__init__()
        self.lifted = False
        self.texts = dict.fromkeys(_PARTS, "")
        self.at = 0
        self.way = 0

    def compose(self) -> ComposeResult:
        """Hold a question, a field, and how to go on."""
        yield Static(id="ask")
        field = LineField(id="own")
        field.max_length = _MOST
        yield field
        yield Static(id="how")

    @property
    def whole(self) -> bool:
        """Whether all lines are behind, and the whole of it is looked at."""
        return self.at >= len(_PARTS)

    def clear(self) -> None:
        """Forget everything that was written here."""
        self.texts = dict.fromkeys(_PARTS, "")
        self.at = self.way = 0
        self.query_one(LineField).value = ""

    def on_key(self, event: Key) -> None:
        """Go on, go back, choose, or let it go."""
        acts = {
            "enter": self._on,
            "up": self._up,
            "down": self._down,
            "shift+tab": self._back,
            "tab": self._on,
        }
        acts["ctrl+n"] = self._let_go
        if not self.lifted or event.key not in acts:
            return
        event.stop()
        event.prevent_default()
        self._remember()
        acts[event.key]()

    def _remember(self) -> None:
        if not self.whole:
            self.texts[_PARTS[self.at]] = self.query_one(LineField).value

    def _on(self) -> None:
        if not self.whole:
            self._go_to(self.at + 1)
        elif _WAYS[self.way] == "back":
            self._go_to(0)
        else:
            self._finish(sentence(self.texts), _WAYS[self.way])

    def _up(self) -> None:
        if self.whole:
            self._choose(self.way - 1)
        else:
            self._back()

    def _down(self) -> None:
        if self.whole:
            self._choose(self.way + 1)
        else:
            self._on()

    def _back(self) -> None:
        self._go_to(max(0, self.at - 1))

    def _choose(self, way: int) -> None:
        self.way = max(0, min(len(_WAYS) - 1, way))
        self.show()

    def _let_go(self) -> None:
        self._finish("", "alone")

    def _go_to(self, at: int) -> None:
        self.at, self.way = at, 0
        if self.whole and not any(text.strip() for text in self.texts.values()):
            self._let_go()
        elif not self.whole:
            field = self.query_one(LineField)
            field.value = self.texts[_PARTS[at]]
            field.cursor_position = len(field.value)
        self.show()

    def _finish(self, text: str, way: str) -> None:
        self.clear()
        self.post_message(self.Done(text, way))

    def show(self) -> None:
        """Draw the line that is being written, or the whole, and be ready to be typed into."""
        self._draw()
        if not self.lifted:
            return
        if self.whole:
            self.focus()
        else:
            self.query_one(LineField).focus()

    def on_resize(self) -> None:
        """Fold the lines anew: before it is first seen there is no width to fold them to."""
        self._draw()

    def _draw(self) -> None:
        self.set_class(self.whole, "-whole")
        width = self.size.width or 72
        rows = [*(self._finished() if self.whole else self._asked())]
        self.query_one("#ask", Static).update(centred(rows, width))
        how = say(f"opening.{'choose' if self.whole else 'how'}")
        self.query_one("#how", Static).update(centred([Content.styled(how, "$muted")], width))

    def _asked(self) -> Iterator[Content]:
        part = _PARTS[self.at]
        count = Content.styled(say("opening.step", number=self.at + 1), "$muted")
        yield Content("   ").join([Content.styled(say(f"opening.ask.{part}"), "bold"), count])
        yield Content("")
        yield Content.styled(say(f"opening.hint.{part}"), "$muted")

    def _finished(self) -> Iterator[Content]:
        yield Content.styled(say("opening.title"), "$muted")
        yield Content("")
        yield lit(sentence(self.texts), "italic", multiline=False)
        yield Content("")
        ways = [say(f"opening.{way}") for way in _WAYS]
        widest = max(map(len, ways))
        for number, way in enumerate(ways):
            here = number == self.way
            mark = Content.styled("› " if here else "  ", "$both")
            yield Content("").join([mark, Content.styled(way.ljust(widest), "bold" if here else "")])
        yield Content("")


class OpeningStage(Stage):
    """A cover for whoever begins; the own key lifts it."""

    DEFAULT_CSS = """
    OpeningStage #cover { width: 1fr; height: auto; }
    OpeningStage OpeningPad { display: none; }
    OpeningStage.-lifted OpeningPad { display: block; }
    OpeningStage.-lifted #cover { display: none; }
    OpeningStage Vertical { height: auto; align: center middle; }
    """

    _view: View | None = None

    def compose(self) -> ComposeResult:
        """Hold the cover, and what is behind it."""
        yield Static(id="cover")
        with Vertical():
            yield OpeningPad()

    def begin(self, view: View) -> None:
        """Show the step, also when it is come back to from another stage: whoever was writing writes on."""
        self.show(view)
        pad = self.query_one(OpeningPad)
        if pad.lifted:
            pad.show()

    def show(self, view: View) -> None:
        """Show the cover, or what is behind it; what was written waits there through a stop."""
        self._view = view
        play = view.sitting.play
        if not isinstance(play, Softening):
            return
        pad = self.query_one(OpeningPad)
        lifted = play.lifted and view.sitting.phase == "running"
        if lifted != self.has_class("-lifted"):
            self.set_class(lifted, "-lifted")
            pad.lifted = lifted
            if lifted:
                pad.show()
            elif pad.has_focus_within:
                self.screen.set_focus(None)
        elif lifted and self.screen.focused is None:
            # A note was closed: letters are words again, and no keys that stop or pass.
            pad.show()
        self.query_one("#cover", Static).update(centred(self._cover_lines(view), self.size.width or 80))

    def on_resize(self) -> None:
        """Fold the cover anew."""
        if self._view is not None:
            self.show(self._view)

    @staticmethod
    def _cover_lines(view: View) -> list[Content]:
        seat = view.speaker or view.left
        people = {
            "speaker": named(seat, view.name(seat)),
            "listener": named(other(seat), view.name(other(seat))),
        }
        key = Content.styled(view.key(view.side(seat), "main"), SEAT_STYLE[seat])
        return [
            fill(view.step.words.get("cover", ""), people, "bold"),
            Content(""),
            fill(view.step.words.get("cover_text", ""), people, "$muted"),
            Content(""),
            fill(say("form.lift"), {"key": key}, "$muted"),
        ]
