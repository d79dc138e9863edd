"""The stage of the long form: a cover for each, and one question at a time behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from coreg.content import lines, pack, say
from coreg.practice.draft import FAR, QUESTIONS, Draft, press
from coreg.practice.play import other
from coreg.practice.steps.form import Forming
from coreg.theme import INK
from coreg.widgets.field import LineField
from coreg.widgets.steps.base import Stage
from coreg.widgets.text import COLUMN, SEAT_STYLE, centred, fill, named

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

    from coreg.practice.play import Mark, Seat
    from coreg.widgets.steps.view import View

__all__ = ["FormPad", "FormStage"]

_COLUMNS = 4
_MIDDLE = 5
_KEYS = frozenset(
    {"left", "right", "up", "down", "space", "enter", "tab", "shift+tab", "backspace", *"0123456789"}
)


class FormPad(Widget, can_focus=True):
    """One question of the form, answered with arrows, space and enter."""

    DEFAULT_CSS = """
    FormPad { width: 72; max-width: 100%; height: auto; }
    FormPad Static { width: 1fr; height: auto; }
    FormPad LineField { margin: 1 0; background: $panel; border: none; height: 1; display: none; }
    FormPad.-line LineField { display: block; }
    """

    class Sealed(Message):
        """The form is finished: what was said, or None when it is kept unsaid."""

        def __init__(self, mark: Mark | None) -> None:
            """Carry the mark."""
            super().__init__()
            self.mark = mark

    def __init__(self) -> None:
        """Begin with nothing marked."""
        super().__init__()
        self.lifted = False
        self.questions: tuple[str, ...] = QUESTIONS
        self.clear()

    def clear(self) -> None:
        """Forget everything that was marked here."""
        likes = tuple(pack("words/form")["likes"])
        words = {"feelings": lines("form.words.feelings"), "needs": lines("form.words.needs"), "like": likes}
        self.draft = Draft(words, questions=self.questions)
        if self.is_mounted:
            self.query_one(LineField).value = ""
            self.show()

    def ask(self, questions: tuple[str, ...]) -> None:
        """Ask these questions and no others; another choice of them begins anew."""
        if questions != self.questions:
            self.questions = questions
            self.clear()

    def compose(self) -> ComposeResult:
        """Hold the question, the field of the one line, and how to go on."""
        yield Static(id="ask")
        yield LineField(id="own")
        yield Static(id="how")

    def on_mount(self) -> None:
        """Show the first question."""
        self.show()

    def on_key(self, event: Key) -> None:
        """Answer, go on, go back, or seal."""
        if not self.lifted:
            return
        if event.key == "ctrl+s":
            self._seal(self._with_line().mark)
        elif event.key == "ctrl+n":
            self._seal(None)
        elif event.key in _KEYS and not self._writing(event.key):
            self.draft = press(self._with_line(), event.key, columns=_columns(self.draft))
            if self.draft.finished:
                self._seal(self.draft.mark)
            else:
                self.show()
        else:
            return
        event.stop()
        event.prevent_default()

    def _writing(self, key: str) -> bool:
        return self.draft.name == "line" and key not in ("enter", "tab", "shift+tab")

    def _with_line(self) -> Draft:
        text = self.query_one(LineField).value.strip()
        return replace(self.draft, mark=replace(self.draft.mark, line=text))

    def _seal(self, mark: Mark | None) -> None:
        self.clear()
        self.post_message(self.Sealed(mark))

    def show(self) -> None:
        """Draw the question on the stage."""
        name = self.draft.name
        self.set_class(name == "line", "-line")
        width = self.size.width or 72
        rows = [self._title(name), Content(""), *self._answers(), Content("")]
        rows.append(Content.styled(say(f"form.{name}_text"), "$muted"))
        self.query_one("#ask", Static).update(centred(rows, width))
        gap = [] if name == "grid" else [Content("")]
        how = [*gap, *(Content.styled(say(f"form.{words}"), "$muted") for words in ("next", "keep"))]
        self.query_one("#how", Static).update(centred(how, width))
        if not self.lifted:
            return
        if name == "line":
            self.query_one(LineField).focus()
        elif self.screen.focused is not self:
            self.focus()

    def _title(self, name: str) -> Content:
        """Return the question, and which of several it is."""
        title, all_of_them = Content.styled(say(f"form.{name}"), "bold"), len(self.questions)
        if all_of_them == 1:
            return title
        count = say("form.step", number=self.draft.question + 1, count=all_of_them)
        return Content("   ").join([title, Content.styled(count, "$muted")])

    def _answers(self) -> list[Content]:
        match self.draft.name:
            case "inside":
                return [_scale(self.draft.mark)]
            case "grid":
                return _grid(self.draft.mark)
            case "line":
                return []
            case name:
                # Where there are few colours, or none, a ground of its own would be that of all the rest.
                return _list(self.draft, name, "reverse" if self.app.has_class(INK) else "on $panel")


def _scale(mark: Mark) -> Content:
    steps = [(f" {number} ", number == mark.inside) for number in range(11)]
    steps.append((f" {say('form.far')} ", mark.state == FAR))
    return Content.assemble(*((text, "bold $both on $panel" if on else "$muted") for text, on in steps))


def _grid(mark: Mark) -> list[Content]:
    rows = [Content.styled(say("form.grid_up"), "$muted")]
    left, right = say("form.grid_left"), say("form.grid_right")
    for energy in range(9, 0, -1):
        cells = [
            (
                "◆ " if (pleasant, energy) == (mark.pleasant, mark.energy) else "· ",
                "bold $both" if (pleasant, energy) == (mark.pleasant, mark.energy) else "$muted",
            )
            for pleasant in range(1, 10)
        ]
        before = left if energy == _MIDDLE else " " * len(left)
        after = right if energy == _MIDDLE else " " * len(right)
        rows.append(Content.assemble((f"{before}  ", "$muted"), *cells, (f" {after}", "$muted")))
    return [*rows, Content.styled(say("form.grid_down"), "$muted")]


def _shown(draft: Draft) -> list[str]:
    """Return the words of a list as they are shown."""
    return [say(f"form.likes.{word}") if draft.name == "like" else word for word in draft.choices]


def _columns(draft: Draft) -> int:
    """Return how many columns of these words fit side by side."""
    widest = max((len(word) for word in _shown(draft)), default=COLUMN) + 2
    return max(1, min(_COLUMNS, COLUMN // widest))


def _list(draft: Draft, name: str, cursor: str) -> list[Content]:
    chosen = {"feelings": draft.mark.feelings, "needs": draft.mark.needs}.get(name, (draft.mark.like or "",))
    shown, columns = _shown(draft), _columns(draft)
    widest = max(len(word) for word in shown) + 2
    rows = []
    for start in range(0, len(shown), columns):
        here = range(start, min(start + columns, len(shown)))
        parts = [_word(draft, index, shown[index].ljust(widest - 1), chosen, cursor) for index in here]
        rows.append(Content.assemble(*parts, " " * (widest * (columns - len(parts)))))
    return rows


def _word(draft: Draft, index: int, word: str, chosen: tuple[str, ...], cursor: str) -> tuple[str, str]:
    """Return one word of a list: a mark and a weight when it is chosen, a ground under the cursor."""
    on = draft.choices[index] in chosen
    ground = cursor if index == draft.cursor else ""
    return f"{'•' if on else ' '}{word}", f"{'bold $both' if on else ''} {ground}".strip()


class FormStage(Stage):
    """A cover for each of the two; the own key lifts it."""

    DEFAULT_CSS = """
    FormStage #cover { width: 1fr; height: auto; }
    FormStage FormPad { display: none; }
    FormStage.-lifted FormPad { display: block; }
    FormStage.-lifted #cover { display: none; }
    """

    def compose(self) -> ComposeResult:
        """Hold the cover and the form."""
        yield Static(id="cover")
        with Vertical():
            yield FormPad()

    def on_mount(self) -> None:
        """Let the form stand in the middle."""
        self.query_one(Vertical).styles.align = ("center", "middle")
        self.query_one(Vertical).styles.height = "auto"

    def begin(self, view: View) -> None:
        """Show the step, also when it is come back to from another stage: whoever was writing writes on."""
        self.show(view)
        pad = self.query_one(FormPad)
        if pad.lifted:
            pad.show()

    def show(self, view: View) -> None:
        """Show the cover, or the form behind it."""
        play = view.sitting.play
        if not isinstance(play, Forming):
            return
        pad = self.query_one(FormPad)
        pad.ask(("inside",) if view.step.params.get("only") == "inside" else QUESTIONS)
        lifted = play.lifted and view.sitting.phase == "running"
        if lifted != self.has_class("-lifted"):
            self.set_class(lifted, "-lifted")
            pad.lifted = lifted
            if lifted:
                pad.show()
            elif pad.has_focus_within:
                self.screen.set_focus(None)
        seat = play.seat(view.sitting.context)
        people = {
            "speaker": named(seat, view.name(seat)),
            "listener": named(other(seat), view.name(other(seat))),
        }
        self.query_one("#cover", Static).update(
            centred(self._cover_lines(view, seat, people), self.size.width or 80)
        )

    @staticmethod
    def _cover_lines(view: View, seat: Seat, people: dict[str, Content]) -> list[Content]:
        key = Content.styled(view.key(view.side(seat), "main"), SEAT_STYLE[seat])
        return [
            fill(view.step.words.get("cover", ""), people, "bold"),
            Content(""),
            fill(view.step.words.get("cover_text", ""), people, "$muted"),
            Content(""),
            fill(say("form.lift"), {"key": key}, "$muted"),
        ]
