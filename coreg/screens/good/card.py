"""What helps one of the two when it is a lot, kept where the other reads it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from coreg.content import explain, say
from coreg.evening.company import with_card
from coreg.screens.good.card_page import LONGEST, CardPage
from coreg.widgets.field import TooLong
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.evening.couple import Card
    from coreg.record.models import Couple
    from coreg.widgets.seats import Hint

__all__ = ["CardRoom"]


class CardRoom(CardPage, inherit_bindings=False):
    """What was chosen and written is kept when the room is left, too."""

    _leaving = False

    def on_mount(self) -> None:
        """Be ready to be put away at any moment."""
        super().on_mount()
        self.house.drafts[self] = self.keep_quietly

    def on_unmount(self) -> None:
        """Let go of the draft: it is in the book."""
        self.house.drafts.pop(self, None)
        super().on_unmount()

    @property
    def changed(self) -> bool:
        """Whether something stands here that is not in the book."""
        return self.card() != self.house.couple.card(self.seat)

    def _keep(self, card: Card) -> Future[Couple | None]:
        return self.house.keeping.change_couple(lambda couple: with_card(couple, self.seat, card))

    def keep_quietly(self) -> None:
        """Have it kept, because the screen may go at any moment."""
        if self.is_mounted and self.changed:
            self._keep(self.card())

    def do_list_keep(self) -> None:
        """Keep it."""
        self.keep_it()

    @work(group="keep", exclusive=True)
    async def keep_it(self) -> None:
        """Put it into the book; what cannot be written stays on the screen."""
        card, house = self.card(), self.house
        try:
            await asyncio.wrap_future(self._keep(card))
        except Exception as error:
            self._leaving = False
            self._tell(lit(explain(error), "$warn"))
            return
        a, b = house.couple.cards
        house.couple = replace(house.couple, cards=(card, b) if self.seat == "a" else (a, card))
        self._tell(Content.styled(say("cards.page.kept"), "$muted"))
        if self._leaving:
            super().go_back()

    def go_back(self) -> None:
        """Go back when it is in the book."""
        if not self.changed:
            super().go_back()
            return
        self._leaving = True
        self.keep_it()

    def _tell(self, told: Content) -> None:
        self.query_one("#told", Static).update(told)

    @on(TooLong)
    def too_long(self) -> None:
        """Say that it does not fit; nothing is lost."""
        self._tell(lit(say("practice.too_long", limit=LONGEST), "$warn"))

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Choose, keep, leave."""
        keep, back = self.hint("list.keep", "cards.page.keep"), self.hint("all.escape", "room.back")
        if self.writing:
            following = self.hint("list.next", "cards.page.next")
            return ((keep, following), (self.hint("all.escape", "cards.page.leave"),))
        return ((self.hint("list.open", "cards.page.mark"), keep), (back, self.hint("all.help", "room.help")))
