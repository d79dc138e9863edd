"""Your own patterns: each with its lengths; a new one, another shape, or out with it, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import explain, say
from coreg.content.pattern_words import pattern_about
from coreg.own_patterns import MOST, OwnPatternError
from coreg.screens.changing import not_written
from coreg.screens.listing import Listing
from coreg.screens.tonight import minutes_text
from coreg.widgets.rows import Rows
from coreg.widgets.text import lit, stack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from coreg.own_patterns import Own, OwnPattern
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["OwnPatterns"]

_NAME, _ABOUT, _TIME = (20, 40), 34, 8
_BELOW = 2
_TOLD = 2
"""How many sentences about patterns that were left out are shown; the doctor has the rest."""


class OwnPatterns(Listing, inherit_bindings=False):
    """A list of what the two have made. Every change is on disk when it is on screen."""

    where = "patterns.where"
    DEFAULT_CSS: ClassVar[str] = """
    OwnPatterns #stage { align: center middle; }
    OwnPatterns #card {
        width: 88; max-width: 100%; height: auto; padding: 1 2; background: $surface;
    }
    OwnPatterns.-short #card { padding: 0 2; }
    OwnPatterns #about { width: 1fr; height: auto; margin-bottom: 1; padding: 0 1; color: $muted; }
    OwnPatterns #refused { width: 1fr; height: auto; margin-top: 1; padding: 0 1; }
    OwnPatterns #told { width: 88; max-width: 100%; margin-top: 1; padding: 0 3; }
    """

    def __init__(self, house: House) -> None:
        """Read what there is now."""
        super().__init__(house)
        self.own: Own = house.look_for_own()
        self.gone: list[tuple[OwnPattern, int]] = []

    def stage(self) -> Iterable[Widget]:
        """One card, and a line for what has just happened."""
        card = Vertical(Static(id="about"), Rows(self._draw), Static(id="refused"), id="card")
        yield Vertical(card, Static(id="told"), id="stage")

    def on_mount(self) -> None:
        """Show what there is."""
        super().on_mount()
        self.show()

    def on_screen_resume(self) -> None:
        """Show what was made meanwhile."""
        self.own = self.house.look_for_own()
        self.show()

    # Showing

    def show(self, at: str | None = None) -> None:
        """Draw the list, and what was left out of it."""
        kept = self.own.kept
        about = say("patterns.title") if kept else say("patterns.empty")
        self.query_one("#about", Static).update(Content.styled(about, "bold" if kept else ""))
        self._show_refused()
        rows = self.query_one(Rows)
        rows.show([(one.pattern.id, one) for one in kept], at)
        self.soon(self._fit_rows)
        self.show_seats()

    def on_resize(self) -> None:
        """Show as many rows as there is room for."""
        self.soon(self._fit_rows)

    def _fit_rows(self) -> None:
        rows, around = self.query_one(Rows), self.query_one("#stage").size.height
        others = self.query_one("#card").outer_size.height - rows.size.height + _BELOW
        rows.styles.height = max(1, min(len(self.own.kept), around - others))
        rows.refresh()

    def _show_refused(self) -> None:
        refused = self.own.refused
        lines = [lit(explain(one), "$warn", multiline=False) for one in refused[:_TOLD]]
        if len(refused) > _TOLD:
            lines.append(Content.styled(say("patterns.more", count=len(refused) - _TOLD), "$warn"))
        place = self.query_one("#refused", Static)
        place.display = bool(lines)
        place.update(stack(lines))

    @staticmethod
    def _draw(one: OwnPattern, width: int) -> Content:
        least, most = _NAME
        names = max(least, min(most, width - _ABOUT - _TIME - 3))
        lengths = max(0, width - names - _TIME - 3)
        name = lit(one.name, multiline=False)
        about = Content.styled(pattern_about(one.pattern), "$muted")
        time = say("tonight.minutes", minutes=minutes_text(one.pattern.minutes)).rjust(_TIME)
        return Content.assemble(" ", _cut(name, names), " ", _cut(about, lengths), (time, "$muted"), " ")

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """A new one, another shape, out with it."""
        ways: tuple[Hint, ...] = (self.hint("list.own", "patterns.keys.new"),)
        if self.own.kept:
            ways += (
                self.hint("list.open", "patterns.keys.change"),
                self.hint("list.bin", "patterns.keys.remove"),
            )
        return (ways, (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")))

    # Keys

    @property
    def chosen(self) -> OwnPattern | None:
        """The chosen pattern."""
        at = self.query_one(Rows).at
        return next((one for one in self.own.kept if one.pattern.id == at), None)

    def do_list_own(self) -> None:
        """Make a new one."""
        if len(self.own.kept) >= MOST:
            self.tell(say("errors.pattern.many", most=MOST), "$warn")
        else:
            self._shape(None)

    def do_list_open(self) -> None:
        """Give the chosen one another shape, or another name."""
        if self.chosen is not None:
            self._shape(self.chosen)

    def _shape(self, one: OwnPattern | None) -> None:
        from coreg.screens.patterns.making import PatternPage

        self.tell("")
        self.app.push_screen(PatternPage(self.house, self.own, one, self.kept))

    def kept(self, one: OwnPattern) -> None:
        """Show a pattern that was kept just now."""
        self.own = self.house.look_for_own()
        self.show(one.pattern.id)
        self.tell(say("patterns.told.kept"))

    def do_list_bin(self) -> None:
        """Take the chosen one out of the file."""
        from coreg.own_patterns_file import remove

        one = self.chosen
        if one is None:
            return
        place = self.own.found.index(one)
        if self._wrote(lambda: remove(self.house.places.patterns_file, one)):
            self.gone.append((one, place))
            self.tell(say("patterns.told.removed", key=self.house.keymap.label("list.undo")))

    def do_list_undo(self) -> None:
        """Bring the last one back that was taken out, then the one before it."""
        from coreg.own_patterns_file import add

        if not self.gone:
            self.tell(say("look_back.undo.nothing"))
            return
        one, place = self.gone[-1]
        if any(other.pattern.id.casefold() == one.pattern.id.casefold() for other in self.own.kept):
            self.tell(say("errors.pattern.twice", name=one.name), "$warn")
        elif self._wrote(lambda: add(self.house.places.patterns_file, one, place)):
            self.gone.pop()
            self.show(one.pattern.id)
            self.tell(say("look_back.undo.done"))

    def _wrote(self, write: Callable[[], Own]) -> bool:
        """Change the file and show what it holds then; what stands in the way is told."""
        try:
            write()
        except OwnPatternError as error:
            self.tell_trouble(error)
            return False
        except OSError as error:
            self.tell(not_written(error, self.house.places.patterns_file), "$warn")
            return False
        self.own = self.house.look_for_own()
        self.show()
        return True


def _cut(content: Content, width: int) -> Content:
    """Return a text in so many cells."""
    content = content.truncate(width, ellipsis=True)
    return content.pad_right(width - content.cell_length)
