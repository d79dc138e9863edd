"""What is good, as the two keep it: what helps them, and the moments of the last weeks."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.dates import day_name
from coreg.record.maps import Glimmer, Resource
from coreg.screens.good.words import helping_facts, moment_facts, whose
from coreg.screens.listing import Listing, Undo
from coreg.widgets.blocks import GAP, Head, Page, Text
from coreg.widgets.text import SEAT_STYLE, lit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from coreg.screens.house import House
    from coreg.widgets.blocks import Block
    from coreg.widgets.seats import Hint

__all__ = ["GoodRoom"]

_WEEKS = timedelta(weeks=8)
"""The time of which moments stand here; older ones stand under Look back."""


class GoodRoom(Listing, inherit_bindings=False):
    """What helps first, then the moments, newest first. Nothing here counts any of them."""

    place = "good"
    where = "good.page.where"
    DEFAULT_CSS: ClassVar[str] = """
    GoodRoom #stage { align: center top; }
    GoodRoom #card { width: 80; max-width: 100%; height: 1fr; padding: 1 3; background: $surface; }
    GoodRoom #told { width: 80; max-width: 100%; margin-top: 1; }
    """

    def __init__(self, house: House) -> None:
        """Begin before anything is read."""
        super().__init__(house)
        self.found: dict[str, Resource | Glimmer] = {}
        self.read = False

    def stage(self) -> Iterable[Widget]:
        """One card with the list, and a line for what has just happened."""
        yield Vertical(Vertical(Page(id="open"), id="card"), Static(id="told"), id="stage")

    def on_mount(self) -> None:
        """Read what there is."""
        super().on_mount()
        self.page.mark(True)
        self.reload()

    def on_screen_resume(self) -> None:
        """Show what was kept in another room."""
        if self.read:
            self.reload()

    @property
    def page(self) -> Page:
        """The list."""
        return self.query_one(Page)

    def reload(self) -> None:
        """Read again what is on disk."""
        self.read_good()

    @work(group="read", exclusive=True)
    async def read_good(self) -> None:
        """Ask the books."""
        since = self.house.now().date() - _WEEKS
        maps = self.house.maps
        try:
            shown = await asyncio.wrap_future(maps.all())
            moments = await asyncio.wrap_future(maps.glimmers(since))
        except Exception as error:
            self.tell_trouble(error)
            return
        self.found = {**{one.id: one for one in shown.resources}, **{one.id: one for one in moments}}
        self.read = True
        self.house.learn()
        self.show()

    # Showing

    def show(self) -> None:
        """Draw both parts."""
        if self.read:
            self.page.put([*self._helps(), GAP, *self._moments()], again=True)
            self.show_seats()

    def _helps(self) -> Iterator[Block]:
        yield Text(Content.styled(say("good.page.helps"), "bold"))
        helping = [one for one in self.found.values() if isinstance(one, Resource)]
        if not helping:
            yield _none(say("good.page.no_helps", key=self.house.keymap.label("good.ideas")))
        for one in helping:
            yield Text(lit(one.title, multiline=False), one.id, Content.styled("◦", "$both"), 2)
            facts = helping_facts(one)
            yield Text(self._beside(facts, one.owner), one.id, indent=2)

    def _moments(self) -> Iterator[Block]:
        older = Content.styled(say("good.page.older"), "$muted")
        yield Head(Content.styled(say("good.page.moments"), "bold"), older)
        moments = [one for one in self.found.values() if isinstance(one, Glimmer)]
        if not moments:
            yield _none(say("good.page.no_moments", key=self.house.keymap.label("all.moment")))
        today = self.house.now().date()
        for one in moments:
            yield Text(lit(one.text, multiline=False), one.id, Content.styled("✦", "$both"), 2)
            day = day_name(one.local_date, today)
            facts = say("good.between").join(filter(None, (day, moment_facts(one))))
            yield Text(self._beside(facts, one.by, named=one.by is not None), one.id, indent=2)

    def _beside(self, facts: str, seat: str | None, *, named: bool = True) -> Content:
        """Return whose it is, where that is said, and what else is known of it."""
        parts = (
            [lit(whose(self.house, seat), SEAT_STYLE.get(seat or "", "$muted"), multiline=False)]
            if named
            else []
        )
        parts += [lit(facts, "$muted", multiline=False)] if facts else []
        return Content.styled(say("good.between"), "$muted").join(parts)

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Open, add, read aloud."""
        rest = (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help"))
        new, moment = self.hint("list.note", "good.page.new"), self.hint("all.moment", "good.page.moment")
        ideas, aloud = self.hint("good.ideas", "good.page.ideas"), self.hint("good.aloud", "good.page.aloud")
        if self.chosen is None:
            return ((new, ideas, moment), rest)
        opened, bin_ = self.hint("list.open", "good.page.open"), self.hint("list.bin", "good.page.bin")
        return ((opened, new, ideas, bin_), (moment, aloud, *rest))

    # Keys

    @property
    def chosen(self) -> Resource | Glimmer | None:
        """What is chosen."""
        return self.found.get(str(self.page.at))

    def do_list_open(self) -> None:
        """Open what is chosen, to change it."""
        match self.chosen:
            case Resource() as resource:
                self._open(resource)
            case Glimmer() as moment:
                from coreg.screens.good.moment import MomentRoom

                self.app.push_screen(MomentRoom(self.house, moment))
            case _:
                pass

    def do_list_note(self) -> None:
        """Write down something that helps."""
        self._open(self.house.maps.blank_resource(""))

    def _open(self, resource: Resource) -> None:
        from coreg.screens.good.helping import HelpingRoom

        self.app.push_screen(HelpingRoom(self.house, resource))

    def do_list_next(self) -> None:
        """Go to the first of the other part."""
        here = type(self.chosen)
        other = next((one.id for one in self.found.values() if not isinstance(one, here)), None)
        if other is not None:
            self.page.choose(other)

    def do_good_ideas(self) -> None:
        """Look at ideas of what helps."""
        from coreg.screens.good.ideas import IdeasRoom

        taken = {one.title for one in self.found.values() if isinstance(one, Resource)}
        if self.read:
            self.app.push_screen(IdeasRoom(self.house, taken))

    def do_good_aloud(self) -> None:
        """Read moments of this week aloud."""
        from coreg.screens.good.aloud import AloudRoom

        moments = [one for one in self.found.values() if isinstance(one, Glimmer)]
        if self.read:
            self.app.push_screen(AloudRoom(self.house, moments))

    def do_list_bin(self) -> None:
        """Put the chosen one into the bin."""
        one = self.chosen
        if one is None:
            return
        before, maps = dict(self.found), self.house.maps
        del self.found[one.id]
        self.show()

        def back() -> None:
            self.found = before
            self.show()

        told = say("good.page.binned", key=self.house.keymap.label("list.undo"))
        self.change(told, [maps.bin(one.id)], Undo(back, lambda: [maps.unbin(one.id)]))


def _none(words: str) -> Text:
    return Text(Content.styled(words, "$muted"))
