"""What helps one of the two when it is a lot, kept where the other reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.evening.company import with_card
from coreg.evening.couple import Card
from coreg.screens.good.card_page import LONGEST, CardPage
from coreg.screens.good.kept import Kept
from coreg.widgets.field import TooLong
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.record.models import Couple
    from coreg.widgets.seats import Hint

__all__ = ["CardRoom"]


class CardRoom(CardPage, Kept["Couple | None"], inherit_bindings=False):
    """What was chosen and written is kept when the room is left, too."""

    _card = Card()
    """What the last write that was asked for is about to keep."""

    @property
    def changed(self) -> bool:
        """Whether something stands here that is not in the book."""
        return self.written() != self.house.couple.card(self.seat)

    def written(self) -> Card:
        """Return what stands here."""
        return self.card()

    def ask(self, before: Future[Couple | None] | None) -> Future[Couple | None]:
        """Keep it beside the other's, whatever was kept before."""
        card = self._card = self.written()
        return self.house.keeping.change_couple(lambda couple: with_card(couple, self.seat, card))

    def took(self, kept: Couple | None) -> None:
        """Let everybody know of it."""
        house = self.house
        a, b = house.couple.cards
        cards = (self._card, b) if self.seat == "a" else (a, self._card)
        house.couple = replace(house.couple, cards=cards)

    def well(self) -> None:
        """Say that it is kept."""
        self.tell(Content.styled(say("cards.page.kept"), "$muted"))

    def do_list_keep(self) -> None:
        """Keep it."""
        self.keep_it()

    def tell(self, told: Content) -> None:
        """Say what has just happened."""
        self.query_one("#told", Static).update(told)

    @on(TooLong)
    def too_long(self) -> None:
        """Say that it does not fit; nothing is lost."""
        self.tell(lit(say("practice.too_long", limit=LONGEST), "$warn"))

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Choose, keep, leave."""
        keep, back = self.hint("list.keep", "cards.page.keep"), self.hint("all.escape", "room.back")
        if self.writing:
            following = self.hint("list.next", "cards.page.next")
            return ((keep, following), (self.hint("all.escape", "cards.page.leave"),))
        return ((self.hint("list.open", "cards.page.mark"), keep), (back, self.hint("all.help", "room.help")))
