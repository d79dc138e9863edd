"""Tonight's plan before it begins: every part can be made longer, shorter, or left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.scripts import evening, script
from coreg.evening.planning import evening_plan, minutes, plan
from coreg.screens.base import Room
from coreg.screens.hello_lines import fitting
from coreg.widgets.text import stack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.geometry import Size
    from textual.widget import Widget

    from coreg.evening.planning import Options
    from coreg.practice.breath import Pattern
    from coreg.practice.sitting import Plan
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = [
    "Row",
    "Tonight",
    "card_room",
    "card_rows",
    "changed",
    "left_out",
    "length_words",
    "minutes_text",
    "seen_rows",
]

_WIDTH = 66
_PADDING = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One practice of the plan, and whether it is in tonight."""

    plan: Plan
    on: bool = True


def minutes_text(value: float) -> str:
    """Return minutes as people say them: 1, 22, 2½."""
    halves = round(value * 2)
    whole, half = divmod(halves, 2)
    return f"{whole or ''}½" if half else str(whole)


def length_words(pattern: Pattern, minutes: float) -> str:
    """Return how long a sitting of a pattern is: in minutes, or in breaths where they are counted."""
    if pattern.counted:
        return say("breathe.counted", breaths=round(minutes * 60 / pattern.cycle))
    return say("tonight.minutes", minutes=minutes_text(minutes))


def changed(row: Row, steps: int, options: Options) -> Row:
    """Return the row made longer or shorter by some steps, within the practice's bounds."""
    now = row.plan.script
    wanted = min(now.high, max(now.low, now.minutes + steps * now.by))
    return replace(row, plan=plan(now.id, wanted, options))


def left_out(row: Row) -> Row:
    """Return the row left out, or taken in again."""
    return replace(row, on=not row.on)


def card_rows(needed: list[Content], more: list[Content], stage: Size, *, short: bool) -> list[Content]:
    """Return the rows of a card: what is needed, and more only where a stage of that size has room for it."""
    width, height = _inside(stage, short=short)
    whole = [*needed, Content(""), *more] if more else needed
    return whole if fitting(whole, width, height) is whole else fitting(needed, width, height)


def card_room(rows: list[Content], stage: Size, *, short: bool) -> int:
    """Return how many rows of one line a card still has room for, beside these without their empty ones."""
    width, height = _inside(stage, short=short)
    return height - sum(len(row.wrap(max(1, width))) for row in rows if row.cell_length)


def seen_rows(rows: list[Content], at: int, room: int) -> list[Content]:
    """Return as many rows of a list as there is room for, the chosen one among them, at least three."""
    room = max(3, room)
    first = max(0, min(at - room // 2, len(rows) - room))
    return rows[first : first + room]


def _inside(stage: Size, *, short: bool) -> tuple[int, int]:
    return min(_WIDTH, stage.width - 6), stage.height - (0 if short else _PADDING)


class Tonight(Room):
    """An evening, or one practice, as rows; enter begins."""

    place = "list"
    where = "tonight.where"
    DEFAULT_CSS: ClassVar[str] = """
    Tonight #stage { align: center middle; }
    Tonight #plan { width: 72; max-width: 100%; height: auto; background: $surface; padding: 1 3; }
    Tonight.-short #plan { padding: 0 3; }
    """

    def __init__(self, house: House, name: str) -> None:
        """Show the plan of an evening, or of one practice."""
        super().__init__(house)
        self.kind = name
        options = house.options()
        found = evening(name)
        plans = evening_plan(name, options) if found else (plan(name, None, options),)
        self.title_words = found.name if found else script(name).name
        self.rows = [Row(each) for each in plans]
        self.at = 0

    def stage(self) -> Iterable[Widget]:
        """One card in the middle."""
        yield Container(Static(id="plan"), id="stage")

    def on_resize(self) -> None:
        """Lay the card out for the window."""
        self.soon(self.show)

    def show(self) -> None:
        """Draw the rows, how long it will take, and what to know or to mind about the chosen one."""
        total = minutes(row.plan for row in self.rows if row.on)
        whole = say("tonight.total", minutes=minutes_text(total))
        rows = [Content.assemble((self.title_words, "bold"), "   ", (whole, "$muted")), Content("")]
        rows += [self._row(index, row) for index, row in enumerate(self.rows)]
        label = self.house.keymap.label
        how = say("tonight.how", less=label("list.less"), more=label("list.more"))
        rows += [Content(""), Content.styled(how, "$muted")]
        if len(self.rows) > 1:
            leave = say("tonight.leave", key=label("list.leave_out"))
            words = leave if self._may_leave() else say("tonight.last", key=label("all.escape"))
            rows.append(Content.styled(words, "$muted"))
        found, more = self.rows[self.at].plan.script, []
        if found.id == "breathe":
            rows += [Content(""), Content.styled(say("breathe.caution"), "$warn")]
        else:
            more = [Content.styled(found.evidence, "italic $muted")]
        size, short = self.query_one("#stage").size, self.has_class("-short")
        self.query_one("#plan", Static).update(stack(card_rows(rows, more, size, short=short)))

    def _row(self, index: int, row: Row) -> Content:
        here = index == self.at
        name = row.plan.script.name.ljust(24)
        clock = say("tonight.minutes", minutes=minutes_text(minutes([row.plan])))
        length = clock if row.on else say("tonight.out")
        mark = "› " if here else "  "
        style = ("bold" if here else "") if row.on else "$muted"
        return Content.assemble(
            (mark, "$both"), (name, style), (length.rjust(14), "$both" if row.on and here else "$muted")
        )

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Begin, or go back."""
        return (
            (self.hint("list.open", "tonight.begin"),),
            (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")),
        )

    def do_list_up(self) -> None:
        """Go to the row above."""
        self.at = max(0, self.at - 1)
        self.show()

    def do_list_down(self) -> None:
        """Go to the row below."""
        self.at = min(len(self.rows) - 1, self.at + 1)
        self.show()

    def do_list_less(self) -> None:
        """Make it shorter."""
        self._change(-1)

    def do_list_more(self) -> None:
        """Make it longer."""
        self._change(1)

    def _change(self, steps: int) -> None:
        self.rows[self.at] = changed(self.rows[self.at], steps, self.house.options())
        self.show()

    def do_list_leave_out(self) -> None:
        """Leave it out tonight, or take it in again; something always stays."""
        if self._may_leave():
            self.rows[self.at] = left_out(self.rows[self.at])
            self.show()

    def _may_leave(self) -> bool:
        """Whether the chosen part may be left out, or taken in again."""
        return not self.rows[self.at].on or sum(row.on for row in self.rows) > 1

    def do_list_open(self) -> None:
        """Begin."""
        from coreg.screens.begin import begin

        plans = tuple(row.plan for row in self.rows if row.on)
        house, app, kind = self.house, self.app, self.kind
        self.dismiss()
        begin(app, house, kind, plans)
