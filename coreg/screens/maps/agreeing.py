"""Agreeing on something: one line, written by either, agreed on with both own keys."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from coreg.content import explain, say
from coreg.content.dates import long_day
from coreg.evening.half_written import HalfWritten
from coreg.practice.play import SEATS
from coreg.practice.scene import MOST_WEEKS, USUAL_WEEKS
from coreg.record.text import clean
from coreg.screens.maps.behind import Behind
from coreg.screens.maps.saying import SayRoom
from coreg.widgets.field import LineField
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future
    from datetime import date

    from textual.widget import Widget

    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["AgreeRoom", "SignRoom", "look_again_words"]


def look_again_words(day: date | None) -> str:
    """Return when the two look at it again."""
    return say("atlas.agree.no_day") if day is None else say("atlas.agree.look_again", day=long_day(day))


class AgreeRoom(SayRoom, inherit_bindings=False):
    """First a line is written; then both own keys agree. It is a draft until then, even when it is left."""

    where = "atlas.agree.where"
    DEFAULT_CSS: ClassVar[str] = """
    AgreeRoom LineField, AgreeRoom LineField:focus {
        width: 72; max-width: 100%; height: 1; margin-top: 1; padding: 0 1; border: none; background: $panel;
    }
    AgreeRoom #line-row { width: 1fr; height: 2; align: center top; }
    AgreeRoom.-agreeing #line-row { display: none; }
    """

    about: ClassVar[str] = "sign"
    """For what the line is kept while it is a draft."""

    def __init__(self, house: House) -> None:
        """Begin with an empty line, and a day four weeks from now."""
        super().__init__(house)
        self.weeks = USUAL_WEEKS
        self.agreeing = False
        self._lines = HalfWritten(house.keeping)
        self._behind: Behind | None = None
        self._draft = self.begun = ""

    def stage(self) -> Iterable[Widget]:
        """The page, and the line below it."""
        row = Container(LineField(placeholder=self.example(), id="line"), id="line-row")
        yield Container(Static(id="page"), row, id="stage")

    def on_mount(self) -> None:
        """Be ready to write on."""
        super().on_mount()
        self._behind = Behind(self, self.house, self._keep_draft)
        self.field.focus()
        self.read_draft()

    def on_unmount(self) -> None:
        """Have what was typed kept."""
        if self._behind is not None:
            self._behind.end()
        super().on_unmount()

    @work(group="draft", exclusive=True)
    async def read_draft(self) -> None:
        """Put into the line what was typed before; what is typed already stays."""
        try:
            text = await asyncio.wrap_future(self._lines.read(self.draft_of()))
        except Exception as error:
            self.tell(explain(error), "$warn")
            return
        if text and self.text in ("", self.begun):
            self.field.value = text
            self.field.cursor_position = len(text)

    def _keep_draft(self) -> Future[None]:
        text = "" if self.said or self._draft == self.begun else self._draft
        return self._lines.keep(self.draft_of(), text, self.words_from())

    # What is agreed on

    def draft_of(self) -> str:
        """Return for what the line is kept while it is a draft."""
        return self.about

    def words_from(self) -> tuple[str, ...]:
        """Return the ids of records whose words the line may have: taken back, they take it along."""
        return ()

    def example(self) -> str:
        """Return what such a line could be."""
        return say("atlas.agree.sign_field")

    def titles(self) -> list[Content]:
        """Return what is agreed on, and what that is for."""
        return [
            Content.styled(say("atlas.agree.sign_title"), "bold"),
            Content(""),
            Content.styled(say("atlas.agree.sign_about"), "$muted"),
        ]

    def how(self) -> str:
        """Return what both own keys do."""
        return say("atlas.agree.both_sign")

    def told(self) -> str:
        """Return what is said once it is agreed."""
        return say("atlas.agree.kept")

    @property
    def field(self) -> LineField:
        """The line."""
        return self.query_one(LineField)

    @property
    def text(self) -> str:
        """What is written, without blanks around it."""
        return clean(self.field.value, multiline=False).strip()

    @property
    def day(self) -> date | None:
        """When they look at it again."""
        return self.house.now().date() + timedelta(weeks=self.weeks) if self.weeks else None

    # What is shown

    def lines(self) -> list[Content]:
        """Return the question, or what is to be agreed on."""
        if not self.agreeing:
            return self.titles()
        day = Content.assemble(("◂ ", "$both"), look_again_words(self.day), (" ▸", "$both"))
        line = lit(self.text, "bold", multiline=False)
        how = Content.styled(self.how(), "$muted")
        return [self.titles()[0], Content(""), line, Content(""), day, Content(""), how]

    def needed(self) -> frozenset[Seat]:
        """Both, once it is written."""
        return frozenset(SEATS) if self.agreeing else frozenset()

    def words_of(self, seat: Seat) -> str:
        """Agree."""
        return say("atlas.agree.say")

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Go on, or change the words."""
        back, helps = self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")
        if self.agreeing:
            return ((self.hint("said.let_go", "atlas.agree.change"), back), (helps,))
        on_ = ("enter", say("atlas.agree.go_on"))
        return ((on_, *self.kinds(), back),) if self.writing else ((on_, *self.kinds(), back), (helps,))

    def kinds(self) -> tuple[Hint, ...]:
        """Return the key that chooses what kind of thing it is; none where there is one kind."""
        return ()

    # What is pressed

    @on(Input.Changed, "#line")
    def typed(self) -> None:
        """Have the draft kept."""
        self._draft = self.text
        if self._behind is not None:
            self._behind.typed()

    @on(Input.Submitted, "#line")
    def do_said_go_on(self) -> None:
        """Ask both to agree; what is not written yet is written first."""
        if self.agreeing or self.busy:
            return
        if not self.text:
            self.tell(say("atlas.agree.blank"))
            self.field.focus()
            return
        self._now(agreeing=True)

    def _now(self, *, agreeing: bool) -> None:
        self.agreeing, self.pressed = agreeing, frozenset()
        self.set_class(agreeing, "-agreeing")
        self.tell("")
        if agreeing:
            self.set_focus(None)
            self.step_changed()
        else:
            self.field.focus()
        self.soon(self.show)

    def do_said_let_go(self) -> None:
        """Change the words."""
        if self.agreeing and not self.busy:
            self._now(agreeing=False)

    def do_said_less(self) -> None:
        """Look at it again a week earlier."""
        self._turn(-1)

    def do_said_more(self) -> None:
        """Look at it again a week later."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self.agreeing and not self.busy:
            self.weeks = max(0, min(MOST_WEEKS, self.weeks + by))
            self.show()

    def do_all_escape(self) -> None:
        """Go back: what was written is there again next time."""
        self.go_back()

    def go_back(self) -> None:
        """Go back; what was written is a draft, and is let go of where it was agreed."""
        if self.said or self.text != self._draft:
            self.typed()
        self.leave()

    @work(group="leave", exclusive=True)
    async def leave(self) -> None:
        """Leave the draft on disk; what could not be written stays here, and it has been told."""
        if self._behind is not None and not await self._behind.settled() and not self.said:
            return
        if self.said:
            self.app.notify(self.told(), timeout=4, markup=False)
        super().go_back()


class SignRoom(AgreeRoom, inherit_bindings=False):
    """A first small sign, and what the two do then."""

    def ask(self) -> Future[Any]:
        """Put it into the agreement book."""
        return self.house.maps.agree_on(self.text, self.day)
