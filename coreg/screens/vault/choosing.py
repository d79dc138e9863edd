"""Choosing words and a recovery code, for one of the two at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import explain, say
from coreg.evening.locking import Chosen
from coreg.practice.choosing import CODE, COVER, WORDS, Choosing, back, go_on, typed, typed_again
from coreg.practice.play import other
from coreg.record.trouble import Trouble
from coreg.screens.vault.secret import SecretRoom
from coreg.widgets.text import lit, named

if TYPE_CHECKING:
    from coreg.practice.choosing import Stage
    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["CODE", "WORDS", "ChoosingRoom", "code_rows", "cover_lines"]

_IN_A_ROW = 3
"""Groups of a code on one line: one glance, one line on paper."""


def code_rows(code: str) -> list[str]:
    """Return a code in large groups, a few on each line."""
    groups = code.split("-")
    rows = ["     ".join(groups[at : at + _IN_A_ROW]) for at in range(0, len(groups), _IN_A_ROW)]
    return [row.ljust(len(rows[0])) for row in rows]


def cover_lines(room: SecretRoom, seat: Seat | None) -> list[Content]:
    """Return the page that asks the other to look away; without a seat, the owner's key says whose it is."""
    house = room.house
    if seat is None:
        one, two = (Content(house.keymap.label(f"{side}.main")) for side in ("left", "right"))
        own = room.words("vault.cover.own", one=one, two=two)
        return [room.words("vault.cover.whose", "bold"), Content(""), own]
    names: dict[str, Content] = {
        "name": named(seat, house.name(seat)),
        "other": named(other(seat), house.name(other(seat))),
    }
    press = Content(house.keymap.label(f"{house.side(seat)}.main"))
    return [
        room.words("vault.cover.title", "bold", **names),
        Content(""),
        room.words("vault.cover.lift", "", **names, press=press),
    ]


class ChoosingRoom(SecretRoom, inherit_bindings=False):
    """Words typed twice, then a code shown once and retyped once. ``answer`` is None until all is chosen."""

    where = "vault.choose.where"

    def __init__(
        self,
        house: House,
        seat: Seat | None,
        parts: tuple[Stage, ...] = (*WORDS, *CODE),
        *,
        cover: bool = True,
        unlike: str = "",
        why: str = "",
    ) -> None:
        """Choose these parts for a seat, or for whoever presses the own key.

        ``unlike`` are words that it cannot be, ``why`` is the words key of what led here.
        """
        super().__init__(house)
        self.seat = seat
        self.answer: Chosen | None = None
        self.choosing = Choosing((*COVER, *parts) if cover or seat is None else parts)
        self._first = (seat, self.choosing)
        self._unlike = unlike
        self._why = why
        self._code = ""
        self._offered = ""
        self._enter()

    # Where it is

    @property
    def asks(self) -> bool:
        """Words and codes are typed; the cover and the code are pages."""
        return self.choosing.stage in ("words", "again", "retype")

    def _to(self, choosing: Choosing) -> None:
        moved = choosing.stage != self.choosing.stage
        self.choosing = choosing
        if choosing.stage == "left":
            self.go_back()
        elif choosing.stage == "over":
            self.answer = Chosen(choosing.words, self._code)
            self.go_back()
        else:
            if moved:
                self.step_changed()
                self._enter()
                self.field.forget()
                self.field.password = choosing.stage != "retype"
            self.show()

    def _enter(self) -> None:
        stage = self.choosing.stage
        if stage == "words" and not self._offered:
            self._offered = self.house.locking.offer()
        if stage == "code" and not self._code:
            self._code = self.house.locking.new_code()

    def forget(self) -> None:
        """Let go of all that was chosen, and begin again."""
        self.wipe()
        self.seat, self.choosing = self._first
        self.said = ""
        self._enter()
        self.show()

    def wipe(self) -> None:
        """Let go of what was typed, offered and shown; what was chosen belongs to the one who asked."""
        super().wipe()
        self._code = self._offered = ""
        self.choosing = replace(self.choosing, words="")

    # Showing

    def lines(self) -> list[Content]:
        """Return the page of the stage."""
        match self.choosing.stage:
            case "cover":
                return [*self._because(), *cover_lines(self, self.seat)]
            case "words":
                offered = Content.styled("   ".join(self._offered.split()), "bold $both")
                return [*self._because(), self._title("words"), Content(""), offered]
            case "code":
                shown = [Content.styled(row, "bold $both") for row in code_rows(self._code)]
                rows = [line for row in shown for line in (row, Content(""))]
                return [self._title("code"), Content(""), *rows, Content(say("vault.choose.paper"))]
            case _:
                return [self._title(self.choosing.stage)]

    def _because(self) -> list[Content]:
        return [Content.styled(say(self._why), "$muted"), Content("")] if self._why else []

    def _title(self, stage: str) -> Content:
        seat = self.seat or self.house.left
        return self.words(f"vault.choose.{stage}", "bold", name=named(seat, self.house.name(seat)))

    def how(self) -> list[Content]:
        """Say how this stage works."""
        if self.choosing.differed:
            return [lit(say("vault.choose.differed"))]
        if self.choosing.stage == "cover":
            return []
        return [Content.styled(say(f"vault.choose.how_{self.choosing.stage}"), "$muted")]

    def main_hint(self, seat: Seat) -> str:
        """Their owner lifts the cover."""
        lifts = self.choosing.stage == "cover" and self.seat in (None, seat)
        return say("vault.cover.begin") if lifts else ""

    def lit_seat(self) -> str | None:
        """Light the one whose part it is."""
        return self.seat

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Return what is of use at this stage."""
        back_, help_ = self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")
        show = self.hint("words.show", "vault.show")
        match self.choosing.stage:
            case "words":
                return ((self.hint("words.other", "vault.choose.key_other"), show), (back_, help_))
            case "code":
                return ((self.hint("words.go_on", "vault.choose.key_paper"),), (back_, help_))
            case "again" | "retype":
                return ((("enter", say("room.go_on")), show), (back_, help_))
            case _:
                return ((back_, help_),)

    # What is pressed

    def main(self, seat: Seat) -> None:
        """Lift the cover."""
        if self.choosing.stage == "cover" and self.seat in (None, seat):
            self.seat = seat
            self._to(go_on(self.choosing))

    def do_words_go_on(self) -> None:
        """Go on when the code is on paper."""
        if self.choosing.stage == "code":
            self.said = ""
            self._to(go_on(self.choosing))

    def do_words_other(self) -> None:
        """Offer other words."""
        if self.choosing.stage == "words":
            self._offered = self.house.locking.offer()
            self.show()

    def do_all_escape(self) -> None:
        """Go back a step; before the first, leave all as it was."""
        self.said = ""
        self._to(back(self.choosing))

    def typed(self, words: str) -> None:
        """Take what was typed at this stage."""
        self.said = ""
        words = words.strip()
        match self.choosing.stage:
            case "words":
                self._words(words)
            case "again":
                self._to(typed_again(self.choosing, words))
            case "retype" if self.house.locking.same_code(words, self._code):
                self._to(go_on(self.choosing))
            case _:
                self.tell(say("vault.choose.other_code"))

    def _words(self, words: str) -> None:
        try:
            self.house.locking.refuse_weak(words, self._unlike)
        except Trouble as trouble:
            self.tell(explain(trouble))
        else:
            self._to(typed(self.choosing, words))
