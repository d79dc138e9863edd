"""The stage of the long form: a cover for each, and one question at a time behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coreg.content import lines, pack, say
from coreg.practice.draft import FAR, QUESTIONS, Draft, press
from coreg.practice.steps.form import Forming
from coreg.theme import INK
from coreg.widgets.field import LineField
from coreg.widgets.steps.covered import CoveredStage, Pad, both_named
from coreg.widgets.text import COLUMN, centred, fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.events import Key

    from coreg.practice.play import Mark, Seat
    from coreg.widgets.steps.view import View

__all__ = ["FormPad", "FormStage"]

_COLUMNS = 4
_MIDDLE, _MOST = 5, 9
"""Of the steps of energy and of pleasant."""
_KEYS = frozenset(
    {"left", "right", "up", "down", "space", "enter", "tab", "shift+tab", "backspace", *"0123456789"}
)


class FormPad(Pad):
    """One question of the form, answered with arrows, space and enter."""

    DEFAULT_CSS = """
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
        self.questions: tuple[str, ...] = QUESTIONS
        self._only = Content("")
        self.clear()

    def clear(self) -> None:
        """Forget everything that was marked here."""
        likes = tuple(pack("words/form")["likes"])
        words = {"feelings": lines("form.words.feelings"), "needs": lines("form.words.needs"), "like": likes}
        self.draft = Draft(words, questions=self.questions)
        if self.is_mounted:
            self.query_one(LineField).value = ""
            self.show()

    def ask(self, questions: tuple[str, ...], only: Content) -> None:
        """Ask these questions and no others; another choice of them begins anew.

        ``only`` are the words of a question that is the only one; where there are none, it has its own.
        """
        self._only = only
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
            self.draft = press(self._with_line(), event.key, columns=self._columns())
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
        """Draw the question on the stage, and be ready to be answered."""
        self._draw()
        if not self.lifted:
            return
        if self.draft.name == "line":
            self.query_one(LineField).focus()
        elif self.screen.focused is not self:
            self.focus()

    def on_resize(self) -> None:
        """Fold the question anew."""
        self._draw()

    def _draw(self) -> None:
        name = self.draft.name
        self.set_class(name == "line", "-line")
        width = self.size.width or 72
        gap = [] if name == "grid" and self._low else [Content("")]
        rows = [self._title(name), Content(""), *self._answers(), *gap]
        rows.append(Content.styled(say(f"form.{name}_text"), "$muted"))
        self.query_one("#ask", Static).update(centred(rows, width))
        gap = [] if name == "grid" or self._low else [Content("")]
        said = ("next",) if self._low else ("next", "keep")
        how = [*gap, *(Content.styled(say(f"form.{words}"), "$muted") for words in said)]
        self.query_one("#how", Static).update(centred(how, width))

    @property
    def _low(self) -> bool:
        """Whether the window is so low that only what is nowhere else can be said below a question."""
        return self.screen.has_class("-tight")

    def _columns(self) -> int:
        """Return how many columns of the words that are asked for fit side by side."""
        widest = max((len(word) for word in _shown(self.draft)), default=COLUMN) + 2
        return max(1, min(_COLUMNS, min(COLUMN, self.size.width or COLUMN) // widest))

    def _title(self, name: str) -> Content:
        """Return the question, and which of several it is."""
        title, all_of_them = Content.styled(say(f"form.{name}"), "bold"), len(self.questions)
        if all_of_them == 1:
            return self._only if self._only.plain else title
        count = say("form.step", number=self.draft.question + 1, count=all_of_them)
        return Content("   ").join([title, Content.styled(count, "$muted")])

    def _answers(self) -> list[Content]:
        match self.draft.name:
            case "inside":
                return [_scale(self.draft.mark)]
            case "grid":
                return _low_grid(self.draft.mark) if self._low else _grid(self.draft.mark)
            case "line":
                return []
            case name:
                # Where there are few colours, or none, a ground of its own would be that of all the rest.
                cursor = "reverse" if self.app.has_class(INK) else "on $panel"
                return _list(self.draft, name, self._columns(), cursor)


def _scale(mark: Mark) -> Content:
    steps = [(f" {number} ", number == mark.inside) for number in range(11)]
    steps.append((f" {say('form.far')} ", mark.state == FAR))
    return Content.assemble(*((text, "bold $both on $panel" if on else "$muted") for text, on in steps))


def _grid(mark: Mark) -> list[Content]:
    up, down = (Content.styled(say(f"form.grid_{way}"), "$muted") for way in ("up", "down"))
    return [up, *_field(mark, {_MIDDLE: say("form.grid_left")}), down]


def _low_grid(mark: Mark) -> list[Content]:
    """Return the same, with all that it says beside it."""
    before = {_MOST: say("form.grid_up"), _MIDDLE: say("form.grid_left"), 1: say("form.grid_down")}
    return _field(mark, before)


def _field(mark: Mark, before: Mapping[int, str]) -> list[Content]:
    """Return the rows of energy, the most first, with these words before some of them."""
    wide, right = max(map(len, before.values())), say("form.grid_right")
    rows = []
    for energy in range(_MOST, 0, -1):
        cells = [
            (
                "◆ " if (pleasant, energy) == (mark.pleasant, mark.energy) else "· ",
                "bold $both" if (pleasant, energy) == (mark.pleasant, mark.energy) else "$muted",
            )
            for pleasant in range(1, _MOST + 1)
        ]
        left = before.get(energy, "").rjust(wide)
        after = right if energy == _MIDDLE else " " * len(right)
        rows.append(Content.assemble((f"{left}  ", "$muted"), *cells, (f" {after}", "$muted")))
    return rows


def _shown(draft: Draft) -> list[str]:
    """Return the words of a list as they are shown."""
    return [say(f"form.likes.{word}") if draft.name == "like" else word for word in draft.choices]


def _list(draft: Draft, name: str, columns: int, cursor: str) -> list[Content]:
    chosen = {"feelings": draft.mark.feelings, "needs": draft.mark.needs}.get(name, (draft.mark.like or "",))
    shown = _shown(draft)
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


class FormStage(CoveredStage[FormPad]):
    """A cover for each of the two; the own key lifts it."""

    def __init__(self) -> None:
        """Begin with nothing marked."""
        super().__init__(FormPad())

    def part(self, view: View) -> tuple[Seat, bool] | None:
        """Return whose part it is, and whether the cover is lifted."""
        play = view.sitting.play
        return (play.seat(view.sitting.context), play.lifted) if isinstance(play, Forming) else None

    def show(self, view: View) -> None:
        """Show the cover, or the questions of this step behind it."""
        play = view.sitting.play
        if isinstance(play, Forming):
            only = view.step.params.get("only") == "inside"
            people = both_named(view, play.seat(view.sitting.context))
            title = fill(view.step.words.get("title", ""), people, "bold")
            self.pad.ask(("inside",) if only else QUESTIONS, title)
        super().show(view)
