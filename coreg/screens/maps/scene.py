"""One scene that keeps coming back, looked at together: what is pressed, what is kept, and how it ends."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import Input

from coreg.content import explain, say
from coreg.evening.scenes import OpenScene
from coreg.practice.play import Chose, Pressed
from coreg.practice.scene import Back, On, Turned, Typed, apply, ways
from coreg.screens.behind import Behind, NotKept
from coreg.screens.maps.scene_showing import SceneShowing
from coreg.widgets.field import TooLong

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.events import Key

    from coreg.practice.play import Seat
    from coreg.practice.scene import Scene, SceneEvent
    from coreg.screens.house import House

__all__ = ["SceneRoom"]


class SceneRoom(SceneShowing, inherit_bindings=False):
    """The scene lives in a pure fold; this hands it what is pressed, and the books what was written."""

    def __init__(self, house: House, scene: Scene | None = None) -> None:
        """Begin with a new scene, or go on with one that was left."""
        super().__init__(house, scene)
        self._kept = OpenScene(house.keeping, self.scene)
        self._behind: Behind | None = None
        self._over = False

    def on_mount(self) -> None:
        """Begin, ready to write where there is something to write."""
        super().on_mount()
        self._behind = Behind(self, self.house, self._keep)
        self.show_line()
        self.soon(self.show)

    def on_unmount(self) -> None:
        """Have what was written kept."""
        if self._behind is not None:
            self._behind.end()
        super().on_unmount()

    def _keep(self) -> Future[None] | None:
        if not self.scene.texts.get("scene", "").strip() or self.scene.stage == "over":
            return None
        return self._kept.keep(self.scene)

    # What happens

    def happen(self, event: SceneEvent) -> None:
        """Let something happen, and show what has become of it."""
        before = self.scene
        if self.busy:
            return
        self.scene = apply(before, event)
        if self.scene == before:
            return
        if self._behind is not None:
            self._behind.typed()
        if (self.scene.stage, self.scene.offered) != (before.stage, before.offered):
            self._moved(before.stage)
        else:
            self.show()

    def _moved(self, before: str) -> None:
        self.step_changed()
        self.tell("")
        if self.scene.stage == "over":
            self.finish(before)
            return
        if self._behind is not None:
            self._behind.now()
        self.show_line()
        self.soon(self.show)
        if before == "name" and self.scene.stage != "drawn":
            self.draw_now()

    @work(group="draw")
    async def draw_now(self) -> None:
        """Keep the loop as soon as it has a name: ways out may follow another day."""
        try:
            blank = self.house.maps.blank_loop("")
            await asyncio.wrap_future(self._kept.draw(self.scene, blank))
        except Exception as error:
            self.tell(explain(error), "$warn")

    @work(group="finish", exclusive=True)
    async def finish(self, before: str) -> None:
        """Keep the loop and what was agreed; where that fails it stands at the step before again."""
        self.busy = True
        found = ways(self.scene)
        try:
            blank = self.house.maps.blank_loop("")
            await asyncio.wrap_future(self._kept.finish(self.scene, blank, self.house.now()))
        except Exception as error:
            self.busy = False
            self.scene = replace(self.scene, at=before)
            self.show_line()
            self.show()
            self.tell(explain(error), "$warn")
            return
        self.app.notify(say("scene.kept_agreed" if found else "scene.kept"), timeout=4, markup=False)
        self._over = True
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Go back when it is over, and nothing stands over it any more."""
        if self._over and self.is_active:
            super().go_back()

    # What is pressed

    @on(Input.Changed, "#line")
    def typed(self) -> None:
        """Take what stands in the line; what was typed for the step before has come there already."""
        if self.scene.writes and self.field.value != self.scene.text:
            self.happen(Typed(self.field.value))

    @on(Input.Submitted, "#line")
    def line_done(self, event: Input.Submitted) -> None:
        """Go on to the next step; an empty line passes this one."""
        event.stop()
        self.happen(Typed(event.value))
        self.happen(On())

    def do_said_go_on(self) -> None:
        """Go on from the drawing, or write on."""
        if self.scene.writes:
            self.field.focus()
        else:
            self.happen(On())

    def do_said_back(self) -> None:
        """Go to the step before."""
        self.happen(Back())

    def do_said_less(self) -> None:
        """Look at it again a week earlier."""
        self._turn(-1)

    def do_said_more(self) -> None:
        """Look at it again a week later."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self.scene.stage == "drawn":
            self.drawing.walk(by)
        else:
            self.happen(Turned(by))

    def do_said_breathe(self) -> None:
        """Breathe a minute before going on."""
        if self.scene.stage == "gate":
            from coreg.screens.timeout.back import MinuteRoom

            self.app.push_screen(MinuteRoom(self.house))

    def main(self, seat: Seat) -> None:
        """Take somebody's own key."""
        self.happen(Pressed(self.house.clock(), seat))

    def choose(self, seat: Seat, index: int) -> None:
        """Take somebody's sealed answer."""
        self.happen(Chose(self.house.clock(), seat, index))

    def on_key(self, event: Key) -> None:
        """Let shift and tab lead to the line before, from inside the line, too."""
        if event.key == "shift+tab" and self.writing:
            event.stop()
            event.prevent_default()
            self.happen(Back())

    @on(NotKept)
    def not_kept(self) -> None:
        """Say that what was typed could not be written just now."""
        self.tell(say("practice.saving_failed"), "$warn")

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing is lost."""
        self.tell(say("practice.too_long", limit=event.limit), "$warn")

    # How it is left

    def stop_practice(self) -> None:
        """Leave it: either may."""
        self.go_back()

    def do_all_escape(self) -> None:
        """Leave it, from nobody's side."""
        self.go_back()

    def go_back(self) -> None:
        """Go back; what was written is kept, and can be gone on with."""
        if not self.busy:
            self.typed()
            self.hold_keys()
            self.leave()

    @work(group="leave", exclusive=True)
    async def leave(self) -> None:
        """Leave what was written on disk; what could not be written stays here, and it has been told."""
        kept = self._behind is None or await self._behind.settled()
        if kept and self.is_active:
            if self.scene.texts.get("scene", "").strip():
                self.app.notify(say("scene.left"), timeout=4, markup=False)
            super().go_back()
        else:
            self.show_line()
        self.let_keys_go()
