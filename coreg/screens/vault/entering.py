"""Asking one of the two for the passphrase of their own room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual import work
from textual.content import Content

from coreg.content import say
from coreg.evening.locking import Chosen
from coreg.screens.vault.choosing import cover_lines
from coreg.screens.vault.secret import SecretRoom
from coreg.screens.vault.trying import answer
from coreg.widgets.text import named

if TYPE_CHECKING:
    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["EnteringRoom"]


class EnteringRoom(SecretRoom, inherit_bindings=False):
    """A cover, then a field. ``answer`` holds the words and the room they open; ``none`` says there are none.

    Whether somebody has a room already is never told: words that fit nothing only do not fit.
    """

    where = "vault.enter.where"

    def __init__(
        self,
        house: House,
        seat: Seat | None,
        *,
        may_make: bool = False,
        by_code: bool = True,
        why: str = "",
    ) -> None:
        """Ask a seat, or whoever presses the own key.

        ``may_make`` offers to choose a passphrase instead, ``by_code`` to give the recovery code.
        """
        super().__init__(house)
        self.seat = seat
        self.kind: Literal["pass", "code"] = "pass"
        self.lifted = False
        self.none = False
        self.answer: Chosen | None = None
        self._may_make = may_make
        self._by_code = by_code
        self._why = why

    @property
    def asks(self) -> bool:
        """The passphrase is asked for when the cover is lifted."""
        return self.lifted

    def lines(self) -> list[Content]:
        """Return the cover, or the question."""
        why = [Content.styled(say(self._why), "$muted"), Content("")] if self._why else []
        if not self.lifted or self.seat is None:
            return [*why, *cover_lines(self, self.seat)]
        name = named(self.seat, self.house.name(self.seat))
        return [*why, self.words(f"vault.enter.{self.kind}", "bold", name=name)]

    def how(self) -> list[Content]:
        """Say what to do where there is no passphrase yet."""
        if not self.lifted:
            return []
        words = "vault.open.how_code" if self.kind == "code" else "vault.enter.how"
        return [Content.styled(say(words), "$muted")]

    def main_hint(self, seat: Seat) -> str:
        """Their owner lifts the cover."""
        return "" if self.lifted or self.seat not in (None, seat) else say("vault.cover.begin")

    def lit_seat(self) -> str | None:
        """Light the one whose part it is."""
        return self.seat

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Try, choose one, see what is typed."""
        back, help_ = self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")
        if not self.lifted:
            return ((back, help_),)
        new = (self.hint("words.none", "vault.enter.key_new"),) if self._may_make else ()
        kind = "code" if self.kind == "pass" else "pass"
        code = (self.hint("words.code", f"vault.open.key_{kind}"),) if self._by_code else ()
        return (
            (("enter", say("vault.open.enter")), *new, *code),
            (self.hint("words.show", "vault.show"), back, help_),
        )

    # What is pressed

    def main(self, seat: Seat) -> None:
        """Lift the cover."""
        if not self.lifted and self.seat in (None, seat):
            self.seat, self.lifted = seat, True
            self.show()

    def do_words_none(self) -> None:
        """Leave to choose a passphrase."""
        if self._may_make and self.lifted and not self.busy:
            self.none = True
            self.go_back()

    def do_words_code(self) -> None:
        """Ask for the recovery code, or for the passphrase again."""
        if self._by_code and self.lifted and not self.busy:
            self.kind = "code" if self.kind == "pass" else "pass"
            self.forget()
            self.field.password = self.kind == "pass"
            self.tell("")

    def do_all_escape(self) -> None:
        """Go back, unless something is being tried."""
        if not self.busy:
            super().do_all_escape()

    def typed(self, words: str) -> None:
        """Try it."""
        if self.seat is not None:
            self.busy = say("vault.trying")
            self.tell("")
            self.enter(self.seat, words)

    @work(group="open", exclusive=True)
    async def enter(self, seat: Seat, words: str) -> None:
        """Open the room; what does not fit stays in the field."""
        space, why = await answer(self.house.locking.enter(seat, words, self.kind))
        self.busy = ""
        if space is None:
            self.tell(why)
        elif not self.is_active:
            # Whoever comes back from a hidden screen need not be its owner.
            space.close()
            self.tell("")
        else:
            self.answer = Chosen(words, space=space)
            self.go_back()
