"""What the two agree about pauses, when it is calm: a page to write it, to look at it, and to change it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work

from coreg.content import explain, say
from coreg.content.dates import day_name
from coreg.practice.timeout import LONGEST, SHORTEST
from coreg.screens.timeout.agreement_page import AgreementPage
from coreg.widgets.field import TooLong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.record.models import PauseAgreement
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["AgreementRoom", "minutes_in"]

_MINUTE = 60
_DIGITS = 4


def minutes_in(text: str) -> int | None:
    """Return the minutes that were written, the usual ones for nothing; None where no pause is that long."""
    text = text.strip()
    if not text:
        return 30
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        return None
    return int(text) if SHORTEST <= int(text) * _MINUTE <= LONGEST else None


class AgreementRoom(AgreementPage, inherit_bindings=False):
    """A line for each thing; what was written is kept when the room is left, too."""

    def __init__(self, house: House, agreed: PauseAgreement | None = None) -> None:
        """Begin with what was agreed, or with empty lines; it is read anew from the book."""
        super().__init__(house)
        self.agreed = agreed
        self._leaving = False

    def on_mount(self) -> None:
        """Show what was agreed, ready to be changed."""
        super().on_mount()
        self.house.drafts[self] = self.keep_quietly
        self._show_agreed(self.written())
        self.field("word").focus()
        self.read_agreement()

    def on_unmount(self) -> None:
        """Let go of the draft: it is in the book."""
        self.house.drafts.pop(self, None)
        super().on_unmount()

    @work(group="read", exclusive=True)
    async def read_agreement(self) -> None:
        """Ask the book; what somebody has typed already stays, behind what is in the book."""
        stood = self.written()
        try:
            found = await asyncio.wrap_future(self.house.pausing.agreement())
        except Exception as error:
            self.tell(explain(error), "$warn")
            return
        self.agreed = found
        self._show_agreed(stood)

    def _show_agreed(self, stood: Mapping[str, str]) -> None:
        """Put what is agreed in place of what stood there; what was typed behind that since stays."""
        if self.agreed is None:
            return
        for name, before in stood.items():
            field = self.field(name)
            if field.value.startswith(before):
                field.value = str(getattr(self.agreed, name)) + field.value.removeprefix(before)
                field.cursor_position = len(field.value)
        day = day_name(self.agreed.looked, self.house.now().date())
        self.tell(say("timeout.agree.looked", day=day))

    @property
    def changed(self) -> bool:
        """Whether something stands here that is not in the book."""
        kept = {name: "" if self.agreed is None else str(getattr(self.agreed, name)) for name in self.names}
        return self.written() != kept

    # Keeping

    def _made(self) -> PauseAgreement | None:
        """Return what stands here, ready to be kept; None, and a sentence, where no pause is that long."""
        from coreg.record.models import PauseAgreement

        written = self.written()
        minutes = minutes_in(written["minutes"])
        if minutes is None:
            self.tell(say("timeout.agree.minutes_wrong"), "$warn")
            self.field("minutes").focus()
            return None
        lines = {name: text for name, text in written.items() if name != "minutes"}
        return PauseAgreement(minutes=minutes, looked=self.house.now().date(), **lines)

    def do_list_keep(self) -> None:
        """Keep it as both looked at it today."""
        made = self._made()
        if made is not None:
            self.keep_it(made)

    @work(group="keep", exclusive=True)
    async def keep_it(self, made: PauseAgreement) -> None:
        """Put it into the book; what cannot be written stays on the screen, and what is typed meanwhile."""
        stood = self.written()
        try:
            await asyncio.wrap_future(self.house.pausing.agree(made))
        except Exception as error:
            self._leaving = False
            self.tell(explain(error), "$warn")
            return
        self.agreed = made
        self._show_agreed(stood)
        self.tell(say("timeout.agree.kept"))
        if self._leaving:
            self._leaving = False
            self.call_later(self.go_back)

    def keep_quietly(self) -> None:
        """Have what is written kept, because the screen may go at any moment.

        Minutes that no pause has are as they were; and nobody has looked at it to its end.
        """
        if self.is_mounted and self.changed:
            from coreg.record.models import PauseAgreement

            before = self.agreed or PauseAgreement(looked=self.house.now().date())
            minutes = minutes_in(self.field("minutes").value)
            lines = {name: text for name, text in self.written().items() if name != "minutes"}
            if minutes is None and all(text == getattr(before, name) for name, text in lines.items()):
                return
            kept = {**lines, "minutes": before.minutes if minutes is None else minutes}
            self.house.pausing.agree(PauseAgreement(**{**before.model_dump(), **kept}))

    def go_back(self) -> None:
        """Go back when it is in the book; there is nothing to keep where nothing was changed."""
        wrong = minutes_in(self.field("minutes").value) is None
        if self._leaving and wrong:
            # It was told once; whoever leaves all the same keeps the lines, and the minutes of before.
            self.keep_quietly()
        if not self.changed or (self._leaving and wrong):
            super().go_back()
            return
        self._leaving = True
        self.do_list_keep()

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing is lost."""
        self.tell(say("practice.too_long", limit=event.limit), "$warn")

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Keep, next, leave."""
        keep, following = (
            self.hint("list.keep", "timeout.agree.keep"),
            self.hint("list.next", "timeout.agree.next"),
        )
        if self.writing:
            return ((keep, following), (self.hint("all.escape", "timeout.agree.leave"),))
        back = (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help"))
        return ((keep, self.hint("list.open", "note.write")), back)
