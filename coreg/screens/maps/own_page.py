"""The page of a map that is its owner's alone: changed, looked back upon, shown, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content

from coreg.content import say
from coreg.screens.maps.page import MapPage
from coreg.screens.maps.panel import showable, what_is_shown
from coreg.screens.maps.question import Question
from coreg.screens.maps.rows import reached
from coreg.screens.vault.notes import beside
from coreg.screens.vault.within import Within

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.content.map_questions import Reply
    from coreg.evening.space import Space
    from coreg.record.maps import PrivateTrigger
    from coreg.screens.house import House
    from coreg.screens.maps.own_path import OwnPath
    from coreg.widgets.seats import Hint

__all__ = ["OwnMapPage"]


class OwnMapPage(MapPage, Within, inherit_bindings=False):
    """What both can see changes here alone, and only when its owner says so."""

    where = "map_path.where_map"
    DEFAULT_CSS: ClassVar[str] = """
    OwnMapPage #card { padding: 1 3; }
    """
    trigger: PrivateTrigger

    def __init__(self, house: House, space: Space, trigger: PrivateTrigger) -> None:
        """Open a map."""
        super().__init__(house, space)
        self.trigger = trigger
        self.seat = space.seat

    def shown(self) -> tuple[str, ...]:
        """Return the fields that the other may see."""
        return self.trigger.shown

    @on(Question.Used)
    @on(Question.Changed)
    def used(self) -> None:
        """Somebody is there."""
        self.touch()

    def beside_title(self) -> list[Content]:
        """Say where it was left, and that another copy had it otherwise."""
        left = reached(self.trigger)
        return [*([Content.styled(left, "$muted")] if left else []), *beside(self.trigger)]

    def more_hints(self) -> tuple[tuple[Hint, ...], tuple[Hint, ...]]:
        """Go on with it, show some of it, take it back."""
        back = (self.hint("mine.take_back", "map_path.page.take_back"),) if self.shown() else ()
        shows = self.hint("list.release", "map_path.page.shows")
        return (self.hint("mine.go_on", "map_path.page.go_on"),), (shows, *back)

    def wipe(self) -> None:
        """Let go of the map."""
        from coreg.record.maps import MapWords

        empty = {"words": MapWords(), "closing": "", "earlier": (), "came": (), "shown": ()}
        self.trigger = self.trigger.model_copy(update=empty)
        super().wipe()

    # What is pressed

    def change_field(self, name: str) -> None:
        """Ask for a field again."""
        self._walk(name)

    def do_mine_go_on(self) -> None:
        """Go on with the path where it was left, or with what can follow."""
        self._walk("")

    def _walk(self, name: str) -> None:
        from coreg.screens.maps.own_path import OwnPath

        path = OwnPath(self.house, self.space, self.trigger, name)
        self.app.push_screen(path, lambda _: self._came_back(path))

    def _came_back(self, path: OwnPath) -> None:
        if self.space.left() > 0:
            self.trigger = path.trigger
            self.show()
            if path.behind:
                key = self.house.keymap.label("list.release")
                self.tell(say("map_path.page.behind", key=key))

    def do_list_release(self) -> None:
        """Choose what of it both can see."""
        if showable(self.trigger.words):
            self.be_sure(False)
            self.ask_below("show", what_is_shown(self.trigger))
        else:
            self.tell(say("map_path.page.nothing"))

    def can_be_taken_back(self) -> bool:
        """Tell whether there is anything that the other may see."""
        if not self.shown():
            self.tell(say("map_path.page.nothing_shown"))
        return bool(self.shown())

    def again_seen(self) -> bool:
        """Both see when it comes up again where they see its number."""
        return "strength" in self.shown()

    def reply(self, about: str, reply: Reply) -> None:
        """Note that it came up, or show what was chosen."""
        if about == "again":
            if isinstance(reply, int):
                self.put(self.space.trigger_came_up(self.trigger, reply), "map_path.page.noted")
            return
        places = reply if isinstance(reply, tuple) else ()
        fields = showable(self.trigger.words)
        names = tuple(fields[at] for at in places if isinstance(at, int))
        if names:
            self.put(self.space.show(self.trigger, names), "map_path.page.shown", "map_path.page.shown_later")
        elif self.shown():
            self.be_sure(True)

    def take_back(self) -> None:
        """Show nothing of it any more, anywhere."""
        asked = self.space.take_back(self.trigger)
        self.put(asked, "map_path.page.taken_back", "map_path.page.taken_back_later")

    @work(group="change", exclusive=True)
    async def put(self, asked: Future[PrivateTrigger], words: str, later: str = "") -> None:
        """Show what became of it once it is on disk; say ``later`` where some of it leaves backups later."""
        try:
            self.trigger, everywhere = await self.reached(asked)
        except Exception as error:
            self.tell_trouble(error)
            return
        self.show()
        self.tell(say(words if everywhere else later or words))
