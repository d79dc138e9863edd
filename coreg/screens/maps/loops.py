"""The loops between the two: one at a time, to be walked through, named, and stepped out of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.insight.loop_list import AtHand, Seen, at_hand
from coreg.screens.listing import Undo
from coreg.screens.maps.loop_words import came_words, nothing_lines, picture, side_blocks, title_words
from coreg.screens.maps.mapped import Mapped
from coreg.widgets.loop_map import LoopMap
from coreg.widgets.text import centred, lit
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["LoopsRoom"]


class LoopsRoom(Mapped, inherit_bindings=False):
    """Shows one loop. What somebody wrote is taken back on their own page, never here."""

    where = "loops.where"
    DEFAULT_CSS: ClassVar[str] = """
    LoopsRoom #told { width: 1fr; text-align: center; }
    LoopsRoom #title { width: 1fr; height: 2; text-align: center; }
    LoopsRoom #came { width: 1fr; height: 1; text-align: center; color: $muted; }
    LoopsRoom #stage { align: center middle; }
    LoopsRoom LoopMap { height: 1fr; max-height: 26; }
    LoopsRoom #none { width: 1fr; height: auto; display: none; }
    LoopsRoom.-none #none { display: block; }
    LoopsRoom.-none LoopMap, LoopsRoom.-none #came { display: none; }
    LoopsRoom.-short #title { height: 1; }
    """

    def __init__(self, house: House) -> None:
        """Begin with the loop that weighs most."""
        super().__init__(house)
        self.at_hand = AtHand(enough=False)
        self.at = 0
        self._drawn: object = None

    def stage(self) -> Iterable[Widget]:
        """The name, the drawing, and how often it came up."""
        loop = LoopMap(id="drawing")
        yield Vertical(
            Static(id="title"), loop, Static(id="none"), Static(id="came"), Static(id="told"), id="stage"
        )

    def on_resize(self) -> None:
        """Fold the words anew."""
        self.fit()
        self.soon(self.show)

    @property
    def drawing(self) -> LoopMap:
        """The drawing."""
        return self.query_one(LoopMap)

    @property
    def seen(self) -> Seen | None:
        """The loop that is looked at; None where there is none."""
        return self.at_hand.loops[self.at] if self.at_hand.loops else None

    # Showing

    def show(self) -> None:
        """Draw the loop that is looked at."""
        if self.shown is None:
            return
        before = self.seen
        shown, today = self.shown, self.house.now().date()
        self.at_hand = at_hand(shown.triggers, shown.links, shown.loops, today)
        keys = [one.key for one in self.at_hand.loops]
        if before is not None and before.key in keys:
            self.at = keys.index(before.key)
        self.at = max(0, min(self.at, len(keys) - 1))
        self._show_loop()

    def _show_loop(self) -> None:
        seen, width = self.seen, self.query_one("#stage").size.width
        found = None if seen is None else picture(self.house, seen)
        rows = nothing_lines(self.house, self.at_hand, seen)
        self.set_class(found is None, "-none")
        self.query_one("#title", Static).update(title_words(seen, width) if seen else Content(""))
        none = centred(rows, width) if found is None else Content("")
        self.query_one("#none", Static).update(none)
        came = lit(came_words(seen, self.house.now().date(), width) if seen else "", multiline=False)
        self.query_one("#came", Static).update(came.truncate(width, ellipsis=True))
        if found != self._drawn:
            self._drawn = found
            self.drawing.show(found)
        self.show_top()
        self.show_seats()

    def show_top(self) -> None:
        """Say which of them it is."""
        count = len(self.at_hand.loops)
        label = self.house.keymap.label
        place = say("loops.place", number=self.at + 1, count=count)
        keys = f"{label('map.less')} {label('map.more')}"
        words = f"{place}   {keys}" if count > 1 else ""
        self.query_one(Top).left = Content.styled(words, "$muted")

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Walk, read, step out, name."""
        rest = (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help"))
        seen = self.seen
        if seen is None:
            return ((self.hint("map.scene", "loops.keys.scene"),), rest)
        label = self.house.keymap.label
        walk = (f"{label('map.up')} {label('map.down')}", say("loops.keys.walk"))
        look = (walk, self.hint("map.open", "loops.keys.open")) if self._drawn is not None else ()
        ways, agree = self.hint("map.ways", "loops.keys.ways"), self.hint("map.agree", "loops.keys.agree")
        gone = (self.hint("map.let_go", "loops.keys.let_go"),) if seen.loop is not None else ()
        return ((*look, ways), (agree, self.hint("map.name", "loops.keys.name"), *gone, *rest))

    # Going through them

    def do_map_less(self) -> None:
        """Look at the loop before."""
        self._turn(-1)

    def do_map_more(self) -> None:
        """Look at the next loop."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self.at_hand.loops:
            self.at = (self.at + by) % len(self.at_hand.loops)
            self.tell("")
            self._show_loop()

    def do_map_up(self) -> None:
        """Walk back along the loop."""
        self.drawing.walk(-1)

    def do_map_down(self) -> None:
        """Walk on along the loop."""
        self.drawing.walk(1)

    def do_map_next(self) -> None:
        """Walk on along the loop."""
        self.drawing.walk(1)

    def do_map_top(self) -> None:
        """Go to where it is told from."""
        self.drawing.begin()

    def do_map_page_up(self) -> None:
        """Show what stands further up."""
        self.drawing.page(-1)

    def do_map_page_down(self) -> None:
        """Show what stands further down."""
        self.drawing.page(1)

    # What can be done

    @on(LoopMap.Opened)
    def do_map_open(self) -> None:
        """Read the words behind what is looked at."""
        seen, places = self.seen, self.drawing.places
        if seen is None or not places:
            return
        if places[0].triggers:
            from coreg.screens.maps.trigger import TriggerRoom

            self.app.push_screen(TriggerRoom(self.house, places[0].triggers[0]))
        else:
            from coreg.screens.maps.reading import ReadingRoom

            self.app.push_screen(ReadingRoom(self.house, tuple(side_blocks(self.house, seen, places[0]))))

    @property
    def step(self) -> int:
        """The step of the loop that is looked at, as a way out names it."""
        return self.drawing.places[0].at if self.drawing.places else 0

    def do_map_ways(self) -> None:
        """See where one of them could step out."""
        if self.seen is not None:
            from coreg.screens.maps.ways import WaysRoom

            self.app.push_screen(WaysRoom(self.house, self.seen, self.step))

    def do_map_agree(self) -> None:
        """Agree on a way out."""
        if self.seen is not None:
            from coreg.screens.maps.ways import LoopAgreeRoom

            self.app.push_screen(LoopAgreeRoom(self.house, self.seen, self.step))

    def do_map_name(self) -> None:
        """Give it a name."""
        if self.seen is not None:
            from coreg.screens.maps.naming import NameRoom

            self.app.push_screen(NameRoom(self.house, self.seen))

    def do_map_scene(self) -> None:
        """Look at one scene together."""
        from coreg.screens.maps.scenes import open_scene

        open_scene(self.app, self.house)

    def do_map_let_go(self) -> None:
        """Put what is kept of it into the bin; what was agreed stays, and what is found is found again."""
        loop = self.seen.loop if self.seen is not None else None
        if loop is None or self.shown is None:
            return
        maps = self.house.maps
        told = say("loops.gone", key=self.house.keymap.label("map.undo"))
        undo = Undo(self.reload, lambda: [maps.unbin(loop.id)], self._again)
        self.change(told, [maps.let_go(loop.id)], undo)
        self.reload()

    async def _again(self) -> None:
        self.reload()
