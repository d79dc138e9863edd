"""The base of what is inside a room of one's own: open for a while, and gone at once when it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.events import Key
from textual.widgets import TextArea

from coreg.content import say
from coreg.screens.base import Room
from coreg.screens.listing import Listing
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.events import Event

    from coreg.evening.space import Space
    from coreg.screens.house import House

__all__ = ["Within"]

_TICK = 0.5
_SOON = 20.0
"""Seconds before it closes from which on it is said."""
_SHUTS = 1.0
"""Seconds before its keys are forgotten at which it closes: what is being written is sealed with them."""


class Within(Listing, inherit_bindings=False):
    """Closes after two minutes without a key, when the terminal loses focus, when it is hidden or left."""

    where = "private.where"
    private = True
    DEFAULT_CSS: ClassVar[str] = """
    Within #stage { align: center top; }
    Within #card { width: 80; max-width: 100%; height: 1fr; padding: 1 3; background: $surface; }
    Within.-narrow #card { padding: 1 2; }
    Within #told { width: 80; max-width: 100%; margin-top: 1; }
    """

    def __init__(self, house: House, space: Space) -> None:
        """Be inside this room."""
        super().__init__(house)
        self.space = space
        self._said = ""

    @property
    def calm(self) -> bool:
        """Nothing that both see is written over what one keeps alone."""
        return False

    def on_mount(self) -> None:
        """Watch the time and the terminal."""
        self.set_interval(_TICK, self.tick)
        self.watch(self.app, "app_focus", self._focus_changed, init=False)

    def _focus_changed(self, focus: bool) -> None:
        if not focus:
            self.shut()

    # Time

    def tick(self) -> None:
        """Close when the time is over, and say so a little before."""
        left = self.space.left()
        if left <= _SHUTS:
            self.shut()
            return
        said = say("private.closing", count=int(left)) if left <= _SOON else ""
        if said != self._said:
            self._said = said
            self.query_one(Top).left = Content.styled(said, "$muted")

    def touch(self) -> None:
        """Somebody is there."""
        self.space.touch()
        if self._said:
            self.tick()

    async def on_event(self, event: Event) -> None:
        """Notice every key that comes here."""
        if isinstance(event, Key):
            self.touch()
        await super().on_event(event)

    @on(TextArea.Changed)
    @on(TextArea.SelectionChanged)
    def written(self) -> None:
        """Notice what is typed into a field, and where somebody goes in it."""
        self.touch()

    def _doing(self, key_id: str) -> Callable[[], object] | None:
        if self.space.left() <= 0:
            return self.shut
        return super()._doing(key_id)

    # Closing

    def keep_now(self) -> None:
        """Keep what is being written here."""

    def wipe(self) -> None:
        """Let go of every text that is shown here."""

    def put_away(self) -> None:
        """Keep what is being written, then forget what opened it, and every text."""
        self.keep_now()
        self.space.close()
        self.wipe()

    def on_unmount(self) -> None:
        """Let go of every text."""
        self.undoes.clear()
        self.wipe()

    def shut(self) -> None:
        """Leave the whole room at once; what was being written is kept."""
        app = self.app
        inside = [screen for screen in app.screen_stack if isinstance(screen, Within)]
        for screen in reversed(inside):
            screen.put_away()
        while any(isinstance(screen, Within) for screen in app.screen_stack):
            app.pop_screen()
        if inside:
            app.notify(say("private.closed"), timeout=3, markup=False)

    def do_all_hide(self) -> None:
        """Close the room, then hide."""
        app = self.app
        self.shut()
        if isinstance(app.screen, Room):
            app.screen.do_all_hide()

    def do_list_private(self) -> None:
        """Be here already."""
