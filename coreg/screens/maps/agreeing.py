"""Agreeing on something: one line, written by either, agreed on with both own keys."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.content import Content
from textual.widgets import Input

from coreg.content import say
from coreg.content.dates import long_day
from coreg.practice.play import SEATS
from coreg.practice.scene import MOST_WEEKS, USUAL_WEEKS
from coreg.screens.maps.drafting import DraftRoom
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import date

    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["AgreeRoom", "SignRoom", "look_again_words"]


def look_again_words(day: date | None) -> str:
    """Return when the two look at it again."""
    return say("atlas.agree.no_day") if day is None else say("atlas.agree.look_again", day=long_day(day))


class AgreeRoom(DraftRoom, inherit_bindings=False):
    """First a line is written; then both own keys agree. It is a draft until then, even when it is left."""

    where = "atlas.agree.where"
    DEFAULT_CSS: ClassVar[str] = """
    AgreeRoom.-agreeing #line-row { display: none; }
    """

    about = "sign"

    def __init__(self, house: House) -> None:
        """Begin with an empty line, and a day four weeks from now."""
        super().__init__(house)
        self.weeks = USUAL_WEEKS
        self.agreeing = False

    # What is agreed on

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
            return ((self.hint("said.let_go", "atlas.agree.change"),), (back, helps))
        on_ = ("enter", say("atlas.agree.go_on"))
        return ((on_, *self.kinds()), (back, helps))

    def kinds(self) -> tuple[Hint, ...]:
        """Return the key that chooses what kind of thing it is; none where there is one kind."""
        return ()

    # What is pressed

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


class SignRoom(AgreeRoom, inherit_bindings=False):
    """A first small sign, and what the two do then."""

    def ask(self) -> Future[Any]:
        """Put it into the agreement book."""
        return self.house.maps.agree_on(self.text, self.day)
