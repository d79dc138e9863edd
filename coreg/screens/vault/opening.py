"""The room before locked books: it asks for a passphrase, and says no name before one fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import work
from textual.content import Content
from textual.widgets import Input, Static

from coreg.content import say
from coreg.evening.locking import Chosen
from coreg.screens.house import couple_of
from coreg.screens.vault.leading import Leading
from coreg.screens.vault.secret import SecretRoom
from coreg.screens.vault.trying import answer
from coreg.screens.vault.ways import renewed
from coreg.widgets.text import centred, key_hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import App
    from textual.widget import Widget

    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.screens.vault.leading import Way
    from coreg.widgets.seats import Hint

__all__ = ["OpeningRoom"]


class OpeningRoom(SecretRoom, Leading, inherit_bindings=False):
    """Either passphrase opens everything that is shared; a recovery code does, too, and is then replaced."""

    where = "vault.open.where"
    DEFAULT_CSS: ClassVar[str] = """
    OpeningRoom Seats { display: none; }
    OpeningRoom #foot { dock: bottom; height: 3; color: $muted; }
    """

    def __init__(
        self, house: House, opened: Callable[[], None], breathe: Callable[[], None] | None = None
    ) -> None:
        """Call ``opened`` when the books are open; ``breathe`` is where Esc leads instead, if anywhere."""
        super().__init__(house)
        self.kind: Literal["pass", "code"] = "pass"
        self._opened = opened
        self._breathe = breathe

    def stage(self) -> Iterable[Widget]:
        """Add a line of keys at the bottom, where no seats are."""
        yield from super().stage()
        yield Static(id="foot")

    # Showing

    def lines(self) -> list[Content]:
        """Ask for the passphrase of either, or for a recovery code."""
        return [Content.styled(say(f"vault.open.{self.kind}"), "bold")]

    def how(self) -> list[Content]:
        """Say what either opens."""
        return [Content.styled(say(f"vault.open.how_{self.kind}"), "$muted")]

    def show_seats(self) -> None:
        """Draw the keys at the bottom: nobody sits anywhere yet."""
        rows = [Content("   ").join([key_hint(*hint) for hint in row]) for row in self.middle()]
        for foot in self.query("#foot").results(Static):
            foot.update(centred(rows, foot.size.width or self.size.width))

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Open, with what; help, and breathing where they came for it."""
        kind = "code" if self.kind == "pass" else "pass"
        code, show = self.hint("words.code", f"vault.open.key_{kind}"), self.hint("words.show", "vault.show")
        breathe = (self.hint("all.escape", "vault.open.breathe"),) if self._breathe else ()
        help_ = self.hint("all.help", "room.help")
        return ((("enter", say("vault.open.enter")), code, show), (*breathe, help_))

    # What is pressed

    def do_words_code(self) -> None:
        """Ask for the recovery code, or for the passphrase again."""
        if self.busy:
            return
        self.kind = "code" if self.kind == "pass" else "pass"
        self.forget()
        self.tell("")

    def do_all_escape(self) -> None:
        """Breathe without opening anything, if that was what they came for; else stay."""
        if self._breathe is not None and not self.busy:
            self.forget()
            self._breathe()

    def do_all_hide(self) -> None:
        """Show a calendar instead, which opens to the same passphrases."""
        from coreg.screens.hide import Hide
        from coreg.screens.vault.locking_up import stand_alone

        if self.is_active:
            self.forget()
            if self.busy:
                # What is being tried may fit: hidden, it opens nothing.
                self.workers.cancel_group(self, "open")
                self.house.locking.shut_books()
            stand_alone(cast("App[int]", self.app), Hide(self.house, self._opened))

    def forget(self) -> None:
        """Let go of what was typed; a code is shown as it is typed, for it comes from paper."""
        super().forget()
        for field in self.query("#secret").results(Input):
            field.password = self.kind == "pass"

    def typed(self, words: str) -> None:
        """Try it."""
        self.busy = say("vault.trying")
        self.tell("")
        self.try_words(words)

    @work(group="open", exclusive=True)
    async def try_words(self, words: str) -> None:
        """Open the books, and go on; what does not fit stays in the field."""
        seat, why = await answer(self.house.locking.open_books(words, self.kind))
        self.busy = ""
        if seat is None:
            self.tell(why)
        elif self.kind == "code":
            self._renew(seat, words)
        else:
            self.forget()
            self._opened()

    # After a code

    def _renew(self, seat: Seat, code: str) -> None:
        self.house.couple = couple_of(self.house.keeping)
        self.lead(self._renewed(seat, code))

    def _renewed(self, seat: Seat, code: str) -> Way[str]:
        yield from renewed(self.house, seat, Chosen(code))
        return ""

    def waits(self) -> None:
        """Say that something is tried."""
        self.show()

    def ended(self, words: str, *, well: bool) -> None:
        """Go on; where nothing new was chosen, the code is good for another time."""
        if not well:
            self.app.notify(words, severity="warning", markup=False)
        self.forget()
        self._opened()
