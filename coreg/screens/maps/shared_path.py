"""The path of a map for both: it is saved as it grows, and nothing is shown before its owner says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from coreg.content import say
from coreg.evening.map_drafting import MapDraft, answers_of
from coreg.practice.mapping import one_field, taken_up
from coreg.screens.maps.pathing import Pathing

if TYPE_CHECKING:
    from coreg.practice.map_path import MapPath
    from coreg.practice.play import Seat
    from coreg.record.maps import PrivateTrigger, Trigger
    from coreg.screens.house import House

__all__ = ["SharedPath"]


class SharedPath(Pathing, inherit_bindings=False):
    """A new map, or one field of a map that is there (``trigger``, which is then what became of it)."""

    told_words: ClassVar[str] = "map_path.saved_shared"

    def __init__(
        self,
        house: House,
        seat: Seat,
        draft: PrivateTrigger | None = None,
        trigger: Trigger | None = None,
        field: str = "",
    ) -> None:
        """Begin a map, or go on with a draft."""
        found = draft or house.map_drafts.blank(seat)
        super().__init__(house)
        self.seat = seat
        self.path = _path(house, found, seat, field, new=draft is None)
        self.trigger = trigger
        self.left_words = "map_path.left_shared" if trigger is None else ""
        self.draft = MapDraft(found, lambda make: house.map_drafts.keep_made(seat, make), house.clock)

    async def finish(self) -> tuple[str, bool]:
        """Change the map, or show of a new one what was chosen; the rest is kept nowhere."""
        drafts = self.house.map_drafts
        if self.trigger is not None:
            self.trigger = await self.on_disk(drafts.change(self.seat, self.trigger, self.draft.trigger))
            return say("room.kept"), True
        if not self.draft.begun:
            return say("map_path.nothing"), True
        shown, everywhere = await self.reached(drafts.show(self.seat, self.draft.trigger, self.path.shown))
        return say("map_path.not_kept" if shown is None else "map_path.shown_some"), everywhere


def _path(house: House, draft: PrivateTrigger, seat: str, field: str, *, new: bool) -> MapPath:
    line = house.couple.own_lines[0 if seat == "a" else 1]
    words = answers_of(draft.words)
    if field:
        return one_field(words, field, own=False, line=line)
    at = "cue" if new else draft.at_field
    return taken_up(words, at, own=False, line=line, closing=draft.closing)
