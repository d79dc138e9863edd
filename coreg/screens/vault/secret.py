"""The base of rooms that ask for a passphrase: a page, one masked field, and a line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Center, Container, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coreg.content import say
from coreg.screens.base import Room
from coreg.screens.hello_lines import fitting
from coreg.widgets.field import TooLong
from coreg.widgets.secret import SecretField
from coreg.widgets.text import centred, lit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.screens.house import House

__all__ = ["SecretRoom"]


class SecretRoom(Room, inherit_bindings=False):
    """A page that may ask for words. Nothing that was typed outlives it, and none of it is ever logged."""

    place = "words"
    DEFAULT_CSS: ClassVar[str] = """
    SecretRoom #stage { align: center middle; }
    SecretRoom #asked { width: 1fr; height: auto; }
    SecretRoom #page, SecretRoom #below { width: 1fr; height: auto; }
    SecretRoom #ask { height: auto; margin: 1 0; display: none; }
    SecretRoom.-asks #ask { display: block; }
    """

    def __init__(self, house: House) -> None:
        """Begin with nothing said."""
        super().__init__(house)
        self.said = ""
        self.busy = ""

    def stage(self) -> Iterable[Widget]:
        """Hold the page, the field and the line below."""
        field = Center(SecretField(id="secret"), id="ask")
        yield Container(Vertical(Static(id="page"), field, Static(id="below"), id="asked"), id="stage")

    def on_mount(self) -> None:
        """Show what is asked for."""
        super().on_mount()
        self.call_after_refresh(self.show)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.call_after_refresh(self.show)

    def on_unmount(self) -> None:
        """Let go of what was typed."""
        self.wipe()

    @property
    def field(self) -> SecretField:
        """The field."""
        return self.query_one(SecretField)

    # What subclasses say

    @property
    def asks(self) -> bool:
        """Whether something is to be typed now."""
        return True

    def lines(self) -> list[Content]:
        """Return what stands above the field."""
        return []

    def below(self) -> list[Content]:
        """Return what stands below it: what has just happened, else how this works."""
        if self.busy:
            return [Content.styled(self.busy, "$both")]
        return [lit(self.said)] if self.said else self.how()

    def how(self) -> list[Content]:
        """Return how this works."""
        return []

    # Showing

    def show(self) -> None:
        """Draw the page and the table's edge; the field has the focus while something is asked."""
        if not self.is_attached:
            return
        asks = self.asks
        self.set_class(asks, "-asks")
        self._draw()
        if asks and self.focused is not self.field:
            self.field.focus()
        elif not asks and self.focused is not None:
            self.set_focus(None)
        self.show_seats()

    def _draw(self) -> None:
        size = self.query_one("#stage").size
        width = self.query_one("#asked").size.width or size.width
        below = self.below()
        rows = fitting(self.lines(), width, size.height - len(below) - (3 if self.asks else 0))
        self.query_one("#page", Static).update(self.laid(rows, width))
        self.query_one("#below", Static).update(centred(below, width))

    def laid(self, rows: list[Content], width: int) -> Content:
        """Lay the page out in so many cells."""
        return centred(rows, width)

    def tell(self, words: str) -> None:
        """Say what has just happened."""
        self.said = words
        self.show()

    def forget(self) -> None:
        """Let go of everything that was typed, and begin again."""
        self.wipe()

    def wipe(self) -> None:
        """Let go of everything for good."""
        for field in self.query(SecretField):
            field.forget()

    # What is pressed

    @on(Input.Submitted, "#secret")
    def submitted(self, event: Input.Submitted) -> None:
        """Take what was typed, once at a time."""
        event.stop()
        if self.busy or not self.asks:
            return
        if event.value.strip():
            self.typed(event.value)
        else:
            self.tell(say("vault.nothing"))

    @on(Input.Changed, "#secret")
    def changed(self) -> None:
        """Let what was said go when something else is typed."""
        if self.said:
            self.tell("")

    def typed(self, words: str) -> None:
        """Do something with what was typed; it is never empty."""

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing of it was taken."""
        self.tell(say("errors.words_long", most=f"{event.limit:,}"))

    def do_words_show(self) -> None:
        """Show what is typed, or cover it again."""
        if self.asks:
            self.field.password = not self.field.password

    def do_all_hide(self) -> None:
        """Show a neutral screen, and let go of what was typed."""
        self.forget()
        super().do_all_hide()

    def do_all_escape(self) -> None:
        """Go back, from the field too."""
        self.go_back()
