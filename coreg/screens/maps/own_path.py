"""The path of a map for its owner alone: sealed as it grows, gone from the screen when its room closes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from coreg.content import say
from coreg.evening.map_drafting import MapDraft, answers_of
from coreg.practice.map_path import MapPath
from coreg.practice.mapping import empty, one_field, taken_up
from coreg.screens.maps.pathing import Pathing
from coreg.screens.maps.question import Question
from coreg.screens.vault.within import Within

if TYPE_CHECKING:
    from coreg.evening.space import Space
    from coreg.record.maps import PrivateTrigger
    from coreg.screens.house import House

__all__ = ["OwnPath"]


class OwnPath(Pathing, Within, inherit_bindings=False):
    """``trigger`` is what became of it, ``behind`` whether both still see what it said before."""

    where = "map_path.where"
    DEFAULT_CSS: ClassVar[str] = """
    OwnPath #card { align: center top; }
    """

    def __init__(
        self,
        house: House,
        space: Space,
        trigger: PrivateTrigger | None = None,
        field: str = "",
        *,
        owns: bool = False,
    ) -> None:
        """Begin a map, or go on with one; ``field`` asks for one field alone.

        ``owns``: the room was opened for this path alone, and closes after it.
        """
        self._owns, self._new = owns, trigger is None
        self.left_words = "map_path.left_own" if owns else ""
        found = trigger or space.blank_trigger()
        super().__init__(house, space)
        self.seat = space.seat
        self.path = _path(house, found, self.seat, field, new=trigger is None)
        self.draft = MapDraft(found, space.keep_trigger_made, house.clock)
        self.resume = found.at_field
        self._field = field

    @property
    def trigger(self) -> PrivateTrigger:
        """The map as it is on disk."""
        return self.draft.trigger

    @property
    def behind(self) -> bool:
        """Whether both still see what the field said before."""
        return bool(self._field) and self._field in self.trigger.shown

    def on_unmount(self) -> None:
        """Forget what opened the room, if it was opened for this."""
        if self._owns:
            self.space.close()

    @on(Question.Used)
    @on(Question.Changed)
    def used(self) -> None:
        """Somebody is there."""
        self.touch()

    def keep_now(self) -> None:
        """Have what is not kept yet sealed, while the room is open."""
        if self.space.left() > 0:
            super().keep_now()

    async def finish(self) -> tuple[str, bool]:
        """Show what was chosen, or nothing."""
        everywhere = True
        if empty(self.path):
            if self._new and self.trigger.id:
                # All that stood there for a while was the good thing at the end, or is emptied again.
                _, everywhere = await self.reached(self.space.delete_trigger(self.trigger))
            return say("map_path.nothing"), everywhere
        if self.path.shown:
            asked = self.space.show(self.trigger, self.path.shown)
            self.draft.trigger, everywhere = await self.reached(asked)
            return say("map_path.shown_some"), everywhere
        return say("map_path.kept"), True

    def wipe(self) -> None:
        """Let go of everything that was written or is asked."""
        self.house.drafts.pop(self, None)
        self._ending = True
        self.draft.forget()
        self.path = MapPath()
        for question in self.query(Question):
            question.forget()


def _path(house: House, trigger: PrivateTrigger, seat: str, field: str, *, new: bool) -> MapPath:
    line = house.couple.own_lines[0 if seat == "a" else 1]
    words = answers_of(trigger.words)
    if field:
        return one_field(words, field, own=True, line=line, closing=trigger.closing)
    at = "cue" if new else trigger.at_field
    return taken_up(words, at, own=True, line=line, shows=not trigger.shown, closing=trigger.closing)
