"""The way to the maps of one's own: those for both stand open, those for one are behind a passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.screens.maps.asked import Asked
from coreg.screens.maps.question import Question
from coreg.screens.vault.door import entered
from coreg.screens.vault.leading import Leading
from coreg.widgets.text import centred, lit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.evening.space import Space
    from coreg.screens.house import House
    from coreg.screens.vault.leading import Way
    from coreg.widgets.seats import Hint

__all__ = ["OwnDoor"]

_WAYS = ("own", "shared")


class OwnDoor(Leading, inherit_bindings=False):
    """Asks the same of everybody: nothing on it tells whether anything is behind a door."""

    where = "map_path.where_list"
    DEFAULT_CSS: ClassVar[str] = """
    OwnDoor #stage { align: center middle; }
    OwnDoor #page { width: 1fr; height: auto; }
    OwnDoor Question { display: none; }
    OwnDoor.-asks Question { display: block; }
    OwnDoor.-asks #page { display: none; }
    """

    def __init__(self, house: House) -> None:
        """Stand before it."""
        super().__init__(house)
        self._space: Space | None = None
        self._why = ""

    def stage(self) -> Iterable[Widget]:
        """The question in the middle."""
        yield Container(Static(id="page"), Question(), id="stage")

    def on_mount(self) -> None:
        """Ask which."""
        self.waits()

    def waits(self) -> None:
        """Ask, or say what is done, or what stands in the way."""
        words = lit(self._why) if self._why else Content.styled(self.busy, "$both")
        page = self.query_one("#page", Static)
        page.update(centred([words], page.size.width or self.size.width))
        asks = not (self._why or self.busy)
        self.set_class(asks, "-asks")
        if asks:
            title = Content.styled(say("map_path.door.title"), "bold")
            rows = tuple(say(f"map_path.door.{way}") for way in _WAYS)
            about = tuple(say(f"map_path.door.{way}_text") for way in _WAYS)
            self.query_one(Question).ask(Asked(title, offered=rows, about=about))
        else:
            self.set_focus(None)
        self.show_seats()

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Choose, or go back."""
        if self.busy:
            return ()
        first = () if self._why else (("↑ ↓ enter", say("map_path.choose")),)
        return (first, (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")))

    @on(Question.Answered)
    def answered(self, event: Question.Answered) -> None:
        """Go to the maps for both, or ask for the words."""
        if self.busy:
            return
        if _WAYS[event.reply if isinstance(event.reply, int) else 0] == "shared":
            from coreg.screens.maps.shared_maps import SharedMaps

            self.app.switch_screen(SharedMaps(self.house))
        else:
            self.lead(self._enter())

    def _enter(self) -> Way[str]:
        self._space = yield from entered(self.house)
        return ""

    def ended(self, words: str, *, well: bool) -> None:
        """Go in, ask again, or say what stands in the way."""
        space, self._space = self._space, None
        if space is not None:
            from coreg.screens.maps.own_maps import OwnMaps

            self.app.switch_screen(OwnMaps(self.house, space))
            return
        self._why = "" if well else words
        self.waits()
