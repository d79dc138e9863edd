"""Choosing how to breathe: the patterns there are, for how long, and in which way for two."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.pattern_words import pattern_about, pattern_name
from coreg.content.scripts import script
from coreg.screens.base import Room
from coreg.screens.breath_rows import how_words, longer, minutes_now
from coreg.screens.tonight import length_words
from coreg.widgets.lines import Lines
from coreg.widgets.rows import Rows
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from coreg.practice.breath import Pattern
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["Breaths"]

_NAME, _LEAST_NAME, _TIME = 0.36, 19, 10
"""The part of a row that is the name, and at least so many cells; and cells for the time."""
_WIDTH, _PADDING, _HEAD, _LEAST = 66, 2, 2, 3


class Breaths(Room):
    """A list; enter begins. What more can be chosen is on a card of its own."""

    place = "list"
    where = "tonight.breathe"
    DEFAULT_CSS: ClassVar[str] = """
    Breaths #stage { align: center middle; }
    Breaths #card { width: 72; max-width: 100%; height: auto; background: $surface; padding: 1 3; }
    Breaths.-short #card { padding: 0 3; }
    Breaths #head { height: 2; }
    """

    def __init__(self, house: House) -> None:
        """Read which patterns there are; what was chosen last tonight is chosen again."""
        super().__init__(house)
        house.look_for_own()
        self.patterns = house.patterns

    def stage(self) -> Iterable[Widget]:
        """One card in the middle."""
        head = Static(Content.styled(say("tonight.choose"), "bold"), id="head")
        yield Container(Vertical(head, Rows(self._draw), Lines(id="below"), id="card"), id="stage")

    def on_mount(self) -> None:
        """Show the list."""
        super().on_mount()
        self._list(self.house.wish.pattern)

    def on_screen_resume(self) -> None:
        """Show what was made or chosen meanwhile."""
        self.patterns = self.house.patterns
        self._list()

    def on_resize(self) -> None:
        """Lay the card out for the window."""
        self.soon(self.show)

    @property
    def chosen(self) -> Pattern:
        """The pattern that is chosen."""
        at = self.query_one(Rows).at
        return self.patterns[at] if isinstance(at, str) else next(iter(self.patterns.values()))

    def _list(self, at: str | None = None) -> None:
        self.query_one(Rows).show([(id_, one) for id_, one in self.patterns.items()], at)
        self.soon(self.show)

    def show(self) -> None:
        """Draw the list, what is chosen about the pattern, and the caution as far as there is room."""
        size, short = self.query_one("#stage").size, self.has_class("-short")
        width, height = min(_WIDTH, size.width - 6), size.height - (0 if short else _PADDING) - _HEAD
        ways = [_folded(lines, width) for lines in self._below()]
        below = next((lines for lines in ways if len(self.patterns) + len(lines) <= height), ways[-1])
        rows = self.query_one(Rows)
        rows.styles.height = max(_LEAST, min(len(self.patterns), height - len(below)))
        rows.chosen_changed()
        self.query_one("#below", Lines).show(below)

    def _below(self) -> list[list[Content]]:
        """Return what may stand below the list, the most of it first."""
        gap, label = Content(""), self.house.keymap.label
        how = Content.assemble(
            (how_words(self.house, self.chosen), "$both"),
            ("   " + say("tonight.how", less=label("list.less"), more=label("list.more")), "$muted"),
        )
        caution = Content.styled(say("breathe.caution"), "$warn")
        brief = Content.styled(say("breathe.caution_brief"), "$warn")
        evidence = Content.styled(script("breathe").evidence, "italic $muted")
        return [[gap, how, gap, caution, gap, evidence], [gap, how, gap, caution], [gap, how, brief]]

    def _draw(self, pattern: Pattern, width: int) -> Content:
        here = pattern.id == self.chosen.id
        name = max(_LEAST_NAME, round(_NAME * (width - _TIME)))
        time = length_words(pattern, minutes_now(self.house, pattern))
        return Content.assemble(
            ("› " if here else "  ", "$both"),
            _cut(lit(pattern_name(pattern.id), "bold" if here else "", multiline=False), name - 2),
            _cut(Content.styled(pattern_about(pattern), "$muted"), width - _TIME - name),
            (time.rjust(_TIME), "$both" if here else "$muted"),
        )

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Begin, choose more, or go back."""
        return (
            (
                self.hint("list.open", "tonight.begin"),
                self.hint("list.next", "breathe.keys.how"),
                self.hint("list.own", "patterns.keys.own"),
            ),
            (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")),
        )

    # Keys

    def do_list_up(self) -> None:
        """Go to the pattern above."""
        self._move(-1)

    def do_list_down(self) -> None:
        """Go to the pattern below."""
        self._move(1)

    def do_list_page_up(self) -> None:
        """Go a window up."""
        self._page(-1)

    def do_list_page_down(self) -> None:
        """Go a window down."""
        self._page(1)

    def do_list_top(self) -> None:
        """Go to the first."""
        self.query_one(Rows).top()
        self._moved()

    def do_list_bottom(self) -> None:
        """Go to the last."""
        self.query_one(Rows).bottom()
        self._moved()

    def _move(self, steps: int) -> None:
        self.query_one(Rows).move(steps)
        self._moved()

    def _page(self, pages: int) -> None:
        self.query_one(Rows).page(pages)
        self._moved()

    def _moved(self) -> None:
        self.house.wish.pattern = self.chosen.id
        self.show()

    def do_list_less(self) -> None:
        """Make it a minute (where breaths are counted: one breath) shorter."""
        longer(self.house, self.chosen, -1)
        self.show()

    def do_list_more(self) -> None:
        """Make it a minute (where breaths are counted: one breath) longer."""
        longer(self.house, self.chosen, 1)
        self.show()

    def do_list_own(self) -> None:
        """Look at the couple's own patterns, or make one."""
        from coreg.screens.patterns.own import OwnPatterns

        self.app.push_screen(OwnPatterns(self.house))

    def do_list_next(self) -> None:
        """Choose the way for two, and what comes with it."""
        from coreg.screens.breath_how import BreathHow

        self.app.push_screen(BreathHow(self.house, self.chosen, self.do_list_open))

    def do_list_open(self) -> None:
        """Begin."""
        from coreg.screens.begin import begin_practice

        house, app, pattern = self.house, self.app, self.chosen
        house.wish.pattern = pattern.id
        self.dismiss()
        begin_practice(app, house, "breathe", minutes_now(house, pattern), pattern.id, house.wish.how)


def _folded(lines: Sequence[Content], width: int) -> list[Content]:
    """Return the rows that some lines take in so many cells."""
    return [row for line in lines for row in line.wrap(max(1, width)) or [line]]


def _cut(content: Content, width: int) -> Content:
    """Return a text in so many cells, with a gap after it."""
    content = content.truncate(max(0, width - 1), ellipsis=True)
    return content.pad_right(max(0, width - content.cell_length))
