"""What sets us off: both maps side by side, and everything that can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from coreg.content import say
from coreg.screens.maps.atlas_showing import AtlasShowing
from coreg.widgets.rows import Rows

if TYPE_CHECKING:
    from coreg.insight.atlas import Drawn, Spot

__all__ = ["AtlasRoom"]


class AtlasRoom(AtlasShowing, inherit_bindings=False):
    """Leads to what is chosen, to links, what helps, loops, scenes, and to maps of one's own."""

    @property
    def spot(self) -> Spot | None:
        """The chosen trigger, while one of the maps is gone through."""
        return None if self.part == "links" else self.atlas.spot(self.moving.at)

    @property
    def drawn(self) -> Drawn | None:
        """The chosen link, while the links are gone through."""
        at = self.moving.at if self.part == "links" else None
        return next((one for one in self.atlas.links if one.link.id == at), None)

    @on(Rows.Opened)
    def do_map_open(self) -> None:
        """Read the chosen trigger, or look at the chosen link."""
        from coreg.screens.maps.linked import LinkedRoom
        from coreg.screens.maps.trigger import TriggerRoom

        if self.drawn is not None:
            self.app.push_screen(LinkedRoom(self.house, self.drawn), self._came_back)
        elif self.spot is not None:
            self.app.push_screen(TriggerRoom(self.house, self.spot.trigger.id))

    def do_map_link(self) -> None:
        """Say which move of the other the chosen cue is."""
        from coreg.screens.maps.linking import open_linking

        spot = self.spot
        if spot is None or not spot.trigger.words.cue.strip():
            self.tell(say("atlas.link.cue_first", key=self.house.keymap.label("map.link")))
        elif self.shown is not None:
            open_linking(self, spot.trigger, self.shown)

    def _came_back(self, _: None) -> None:
        self.reload()

    def do_map_helps(self) -> None:
        """See what helps each of them."""
        from coreg.screens.maps.helping import HelpsRoom

        self.app.push_screen(HelpsRoom(self.house))

    def do_map_loops(self) -> None:
        """See the loops between them."""
        from coreg.screens.maps.loops import LoopsRoom

        self.app.push_screen(LoopsRoom(self.house))

    def do_map_scene(self) -> None:
        """Look at one scene together, or go on with one."""
        from coreg.screens.maps.scenes import open_scene

        open_scene(self.app, self.house)

    def do_map_new(self) -> None:
        """Make a map."""
        from coreg.screens.maps.opening import open_path

        open_path(self.app, self.house)

    def do_map_own(self) -> None:
        """Look at one's own maps."""
        from coreg.screens.maps.opening import open_own

        open_own(self.app, self.house)
