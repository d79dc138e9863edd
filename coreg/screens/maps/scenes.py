"""Scenes that the two have begun: to be gone on with, or another one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.evening.scenes import OpenScene, open_scenes
from coreg.screens.listing import Undo
from coreg.screens.maps.mapped import Mapped
from coreg.screens.maps.scene import SceneRoom
from coreg.widgets.blocks import GAP, Page, Text
from coreg.widgets.rows import Rows
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App
    from textual.widget import Widget

    from coreg.practice.scene import Scene
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["ScenesRoom", "open_scene"]

_NEW = "new"


def open_scene(app: App[Any], house: House) -> None:
    """Look at a scene together; where some were begun, which one is asked first."""
    app.push_screen(ScenesRoom(house))


class ScenesRoom(Mapped, inherit_bindings=False):
    """A short list. Where nothing was begun, it leads straight on to a new scene, and after that back."""

    where = "scene.open.where"

    def __init__(self, house: House) -> None:
        """Begin before anything is read."""
        super().__init__(house)
        self.scenes: tuple[Scene, ...] | None = None
        self._asked = False

    def stage(self) -> Iterable[Widget]:
        """One card with the list."""
        about = Static(Content.styled(say("scene.open.title"), "$muted"), id="about")
        card = Vertical(about, Page(id="open"), id="card")
        yield Vertical(card, Static(id="told"), id="stage")

    def on_screen_resume(self) -> None:
        """Come back from a scene: another may have been begun."""
        if self._asked and self.is_active:
            self.reload()

    def reload(self) -> None:
        """Read what was begun."""
        self.read_scenes()

    @work(group="read", exclusive=True)
    async def read_scenes(self) -> None:
        """Ask the books."""
        try:
            found = await asyncio.wrap_future(open_scenes(self.house.keeping))
        except Exception as error:
            self.tell_trouble(error)
            return
        self._asked = True
        if not (found or self.is_active):
            # What comes instead of an empty list comes once nothing stands over this.
            return
        first, self.scenes = self.scenes is None, found
        if found:
            self.show()
        elif first:
            self.app.switch_screen(SceneRoom(self.house))
        else:
            self.go_back()

    @property
    def page(self) -> Page:
        """The list."""
        return self.query_one(Page)

    def show(self) -> None:
        """Draw what was begun, and the way to another one."""
        rows = [Text(lit(one.texts.get("scene", ""), multiline=False), one.id) for one in self.scenes or ()]
        another = Text(Content.styled(say("scene.open.new"), "$both"), _NEW)
        self.page.mark(True)
        self.page.put([*rows, GAP, another] if rows else [another], again=True)
        self.show_seats()

    @property
    def chosen(self) -> Scene | None:
        """The chosen scene; None for another one."""
        return next((one for one in self.scenes or () if one.id == self.page.at), None)

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Go on with it, let it go, go back."""
        rest = (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help"))
        go_on = self.hint("map.open", "scene.open.go_on" if self.scenes else "scene.open.new")
        return ((go_on, *((self.hint("map.let_go", "scene.open.let_go"),) if self.scenes else ())), rest)

    @on(Rows.Opened)
    def do_map_open(self) -> None:
        """Go on with the chosen scene, or begin another one."""
        if self.scenes is not None:
            self.app.push_screen(SceneRoom(self.house, self.chosen))

    def do_map_let_go(self) -> None:
        """Let go of what was written of the chosen one; it can be undone here."""
        gone = self.chosen
        if gone is None or self.scenes is None:
            return
        before, keeping = self.scenes, self.house.keeping
        self.scenes = tuple(one for one in before if one is not gone)
        self.show()

        def back() -> None:
            self.scenes = before
            self.show()

        told = say("scene.open.gone", key=self.house.keymap.label("map.undo"))
        undo = Undo(back, lambda: [OpenScene(keeping, gone).keep(gone)])
        self.change(told, [OpenScene(keeping, gone).let_go()], undo)
