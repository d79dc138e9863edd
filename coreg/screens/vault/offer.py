"""After the first breaths: the lock is offered once, and one key goes on without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.screens.vault.leading import Leading
from coreg.screens.vault.ways import lock
from coreg.widgets.text import centred, lit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["OfferRoom"]


class OfferRoom(Leading, inherit_bindings=False):
    """``enter``, Esc or an own key goes home; ``tab`` leads to the lock."""

    place = "words"
    where = "vault.offer.where"
    DEFAULT_CSS: ClassVar[str] = """
    OfferRoom #stage { align: center middle; }
    OfferRoom #page { width: 1fr; height: auto; }
    """

    def __init__(self, house: House, done: Callable[[], None]) -> None:
        """Offer it; ``done`` is called when they go on."""
        super().__init__(house)
        self._done = done
        self._told = Content("")

    def stage(self) -> Iterable[Widget]:
        """One page in the middle."""
        yield Container(Static(id="page"), id="stage")

    def on_mount(self) -> None:
        """Offer it; what was meant for the breaths is not for this."""
        self.step_changed()
        self.soon(self.waits)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.waits)

    def waits(self) -> None:
        """Draw the page."""
        rows = [] if self._done_already else self._offer()
        rows.append(Content.styled(self.busy, "$both") if self.busy else self._told)
        page = self.query_one("#page", Static)
        page.update(centred(rows, page.size.width or self.size.width))
        self.show_seats()

    @property
    def _done_already(self) -> bool:
        return self.house.keeping.sealed

    def _offer(self) -> list[Content]:
        return [
            Content.styled(say("vault.offer.title"), "bold"),
            Content(""),
            Content(say("vault.offer.text")),
            Content.styled(say("vault.offer.later"), "$muted"),
            Content(""),
        ]

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Later, or now."""
        if self.busy:
            return ()
        later, now = self.hint("words.go_on", "vault.offer.home"), self.hint("words.other", "vault.offer.now")
        first = (self.hint("words.go_on", "vault.offer.on"),) if self._done_already else (later, now)
        return (first, (self.hint("all.help", "room.help"),))

    def main(self, seat: Seat) -> None:
        """Go home."""
        self.do_words_go_on()

    def do_words_other(self) -> None:
        """Lock it now."""
        if not self.house.keeping.sealed:
            self.lead(lock(self.house))

    def ended(self, words: str, *, well: bool) -> None:
        """Say how it ended."""
        self._told = lit(words, "" if well else "$warn")
        self.waits()

    def do_words_go_on(self) -> None:
        """Go home."""
        if self.is_active and not self.busy:
            self.dismiss()
            self._done()

    def do_all_escape(self) -> None:
        """Go home."""
        self.do_words_go_on()
