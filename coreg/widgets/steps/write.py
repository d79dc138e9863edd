"""The stage of a line that stays: one says it, the other types, the first nods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.practice.steps.write import Writing, said_off
from coreg.widgets.field import LineField, NotePad
from coreg.widgets.steps.base import Stage
from coreg.widgets.text import SEAT_STYLE, centred, lit

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from coreg.widgets.steps.view import View

__all__ = ["AgreeStage", "WriteStage"]


class WriteStage(Stage):
    """A question, a field, and after it the line as it will stay."""

    DEFAULT_CSS = """
    WriteStage #write { width: 72; max-width: 100%; height: auto; }
    WriteStage Static { height: auto; width: 1fr; }
    WriteStage LineField {
        margin: 1 0; padding: 0 1; background: $surface; width: 1fr; height: 1; border: none;
    }
    WriteStage LineField:focus { background: $panel; }
    WriteStage #after { display: none; }
    WriteStage.-finished #after { display: block; }
    WriteStage.-finished LineField { display: none; }
    """

    def compose(self) -> ComposeResult:
        """Hold the question, the field, and what comes after it."""
        with Vertical(id="write"):
            yield Static(id="question")
            yield LineField(id="line")
            yield Static(id="after")

    _line: tuple[object, ...] = ()

    def begin(self, view: View) -> None:
        """Put the draft back that was there, and be ready to type."""
        sitting, field = view.sitting, self.query_one(LineField)
        field.placeholder = view.step.words.get("field", "")
        if isinstance(sitting.play, Writing):
            line = (sitting.at, sitting.step, len(sitting.results), sitting.play.since)
            # After a pause or a stop it is the same line. Its field may have letters that the draft has not
            # heard of yet, and is never behind it.
            if line != self._line and field.value != sitting.play.draft:
                field.value = sitting.play.draft
                field.cursor_position = len(field.value)
            self._line = line
        self.show(view)

    def show(self, view: View) -> None:
        """Show the question, or the line that waits for its nod."""
        play = view.sitting.play
        if not isinstance(play, Writing):
            return
        width = self.query_one("#write").size.width or 72
        question = self.question(view, play)
        self.query_one("#question", Static).update(centred(question, width))
        self.set_class(play.finished, "-finished")
        field = self.query_one(LineField)
        if play.finished:
            self.query_one("#after", Static).update(centred(self.after(view, play), width))
            if field.has_focus:
                self.screen.set_focus(None)
        elif view.sitting.phase == "running" and not (field.has_focus or self._somebody_notes()):
            field.focus()

    def question(self, view: View, play: Writing) -> list[Content]:
        """Return what is asked for."""
        return [view.words("title", "bold"), Content(""), view.words("text")]

    def _somebody_notes(self) -> bool:
        return isinstance(self.screen.focused, NotePad)

    def after(self, view: View, play: Writing) -> list[Content]:
        """Return the line as it will stay, and who nods to it."""
        seat = view.speaker or view.left
        ways = (
            (view.key(view.side(seat), "main"), SEAT_STYLE[seat], "practice.nod"),
            (view.keymap.label("practice.change"), "$both", "practice.change"),
            (view.keymap.label("practice.skip"), "$both", "practice.leave_out"),
        )
        said = [Content.assemble((key, style), "  ", (say(words), "$muted")) for key, style, words in ways]
        return [
            Content(""),
            lit(f"“{play.draft}”", "italic", multiline=False),
            Content(""),
            view.words("nod", ""),
            Content("     ").join(said),
        ]


class AgreeStage(WriteStage):
    """A next step, and after it the day on which both look at it again."""

    def question(self, view: View, play: Writing) -> list[Content]:
        """Return what is asked for; of something that was put off only the day."""
        off = play.finished and said_off(view.step, view.sitting.led)
        return [view.words("off", "bold")] if off else super().question(view, play)

    def after(self, view: View, play: Writing) -> list[Content]:
        """Return the step and the days to choose from, by either's own keys."""
        rows = [
            Content(""),
            lit(f"◦ {play.draft}", multiline=False),
            Content(""),
            view.words("when", ""),
            Content(""),
        ]
        widest = max(len(option.text) for option in view.step.options)
        for number, option in enumerate(view.step.options, start=1):
            rows.append(
                Content.assemble(
                    (view.key("left", str(number)), SEAT_STYLE[view.left]),
                    "  ",
                    option.text.center(widest + 4),
                    "  ",
                    (view.key("right", str(number)), SEAT_STYLE[view.right]),
                )
            )
        skip = view.keymap.label("practice.skip")
        return [
            *rows,
            Content(""),
            Content.assemble((skip, "$both"), "  ", (say("practice.no_date"), "$muted")),
        ]
