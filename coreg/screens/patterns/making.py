"""Making a pattern: a name, four lengths and minutes, and what one breath of it is like while they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import explain, say
from coreg.keys import press_name
from coreg.own_patterns import FIELDS, Own, OwnPatternError, numbers_of, own_pattern
from coreg.screens.base import Room
from coreg.screens.changing import not_written
from coreg.screens.patterns.face import breath, label, row
from coreg.screens.patterns.shape import LENGTHS, NEW, stepped, why_not
from coreg.widgets.field import LineField
from coreg.widgets.text import lit, stack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.events import Key
    from textual.widget import Widget

    from coreg.own_patterns import OwnPattern
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["PatternPage"]

_ROWS = ("name", *FIELDS)


class PatternPage(Room):
    """``up`` and ``down`` choose a line, ``left`` and ``right`` change it, ``enter`` keeps the whole."""

    place = "list"
    where = "patterns.where"
    DEFAULT_CSS: ClassVar[str] = """
    PatternPage #stage { align: center middle; }
    PatternPage #card { width: 72; max-width: 100%; height: auto; padding: 1 2; background: $surface; }
    PatternPage.-tight #card { padding: 0 2; }
    PatternPage #named { width: 1fr; height: 1; }
    PatternPage #label { width: 17; height: 1; }
    PatternPage LineField { width: 1fr; height: 1; padding: 0 1; border: none; background: $background; }
    PatternPage LineField:focus { background: $panel; }
    PatternPage #rows { width: 1fr; height: auto; }
    PatternPage #breath { width: 1fr; height: auto; margin-top: 1; padding: 0 3; }
    PatternPage #said { width: 72; max-width: 100%; height: 2; margin-top: 1; padding: 0 5; }
    PatternPage.-tight #said { padding: 0 3; margin-top: 0; }
    """

    def __init__(
        self, house: House, own: Own, before: OwnPattern | None, kept: Callable[[OwnPattern], None]
    ) -> None:
        """Begin with a pattern as it is, or with a new one; ``kept`` hears of it when it is on disk."""
        super().__init__(house)
        self.taken = Own(tuple(one for one in own.found if one is not before))
        self.before = before
        self.kept = kept
        self.numbers = dict(NEW) if before is None else numbers_of(before.pattern)
        self.at = 0 if before is None else 1
        self.said = ""

    def stage(self) -> Iterable[Widget]:
        """One card, and a line for what is missing."""
        named = Horizontal(Static(id="label"), LineField(id="name"), id="named")
        card = Vertical(named, Static(id="rows"), Static(id="breath"), id="card")
        yield Vertical(card, Static(id="said"), id="stage")

    def on_mount(self) -> None:
        """Put in the name of now."""
        super().on_mount()
        if self.before is not None:
            self.field.value = self.before.name
            self.field.cursor_position = len(self.before.name)
        self.go_to(self.at)

    @property
    def field(self) -> LineField:
        """The field for the name."""
        return self.query_one(LineField)

    # Showing

    def show(self) -> None:
        """Draw the lines, one breath, and what stands in the way."""
        here = _ROWS[self.at]
        self.query_one("#label", Static).update(label("name", here))
        rows = (row(name, self.numbers[name], here) for name in FIELDS)
        self.query_one("#rows", Static).update(stack(rows))
        self.query_one("#breath", Static).update(stack(breath(self.numbers)))
        words = lit(self.said, "$warn") if self.said else Content.styled(self._hint(), "$muted")
        self.query_one("#said", Static).update(words)
        self.show_seats()

    def _hint(self) -> str:
        if _ROWS[self.at] == "name":
            return say("patterns.page.how_name", next=self.house.keymap.label("list.next"))
        return say("patterns.page.holds") if self.numbers["hold"] or self.numbers["rest"] else ""

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Change, keep, leave it as it was."""
        keys = self.house.keymap.label
        leave = (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help"))
        if self.writing:
            keep = self.hint("list.keep", "patterns.keys.keep")
            return ((self.hint("list.next", "patterns.keys.next"), keep), leave)
        turn = (f"{keys('list.less')} {keys('list.more')}", say("settings.change"))
        return ((turn, self.hint("list.open", "patterns.keys.keep")), leave)

    # Keys

    def on_key(self, event: Key) -> None:
        """Leave the field by the arrows too."""
        press = press_name(event.key, event.character)
        if self.writing and press in ("up", "down"):
            self.go_to(self.at + (1 if press == "down" else -1))
            event.stop()
            event.prevent_default()

    def go_to(self, line: int) -> None:
        """Go to a line; the first is the name."""
        self.at = max(0, min(len(_ROWS) - 1, line))
        self.set_focus(self.field if self.at == 0 else None)
        self.show()

    def do_list_up(self) -> None:
        """Go to the line above."""
        self.go_to(self.at - 1)

    def do_list_down(self) -> None:
        """Go to the line below."""
        self.go_to(self.at + 1)

    def do_list_next(self) -> None:
        """Go to the next line, and from the last to the first."""
        self.go_to((self.at + 1) % len(_ROWS))

    def do_list_less(self) -> None:
        """Make it shorter."""
        self._step(-1)

    def do_list_more(self) -> None:
        """Make it longer."""
        self._step(1)

    def _step(self, by: int) -> None:
        name = _ROWS[self.at]
        if name in FIELDS:
            self.numbers[name] = stepped(name, self.numbers[name], by)
            self.said = why_not(self.numbers) if name in LENGTHS else ""
            self.show()

    @on(LineField.Changed)
    def named(self) -> None:
        """Let go of what was said about the name."""
        self.said = ""
        self.show()

    @on(LineField.Submitted)
    def name_done(self) -> None:
        """Go on to the lengths."""
        self.go_to(1)

    def do_all_escape(self) -> None:
        """Leave it as it was."""
        self.go_back()

    # Keeping

    def do_list_open(self) -> None:
        """Keep it."""
        self.do_list_keep()

    def do_list_keep(self) -> None:
        """Keep it when it holds, or say what is missing."""
        path = self.house.places.patterns_file
        try:
            one = own_pattern(self.field.value, self.numbers, self.taken)
            self._write(one)
        except OwnPatternError as error:
            self.said = str(error.facts.get("why") or explain(error))
        except OSError as error:
            self.said = not_written(error, path)
        else:
            self.go_back()
            self.kept(one)
            return
        self.show()

    def _write(self, one: OwnPattern) -> None:
        from coreg.own_patterns_file import add, change

        path = self.house.places.patterns_file
        if self.before is None:
            add(path, one)
        else:
            change(path, self.before, one)
