"""What is being typed, and what becomes of it. Letters are text here; Esc and F-keys stay keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.plain.filling import Filling
from coreg.plain.line import Line
from coreg.practice.play import Answered, Drafted, Wrote
from coreg.practice.sitting import Noted, Parked
from coreg.record.text import LIMIT

if TYPE_CHECKING:
    from coreg.practice.play import Event, Seat
    from coreg.practice.sitting import SittingEvent

__all__ = ["Field", "FormField", "NoteField", "ParkField", "WriteField"]


class Field:
    """One line that is being typed."""

    echoes = True
    """Whether it stands there as it is typed."""

    def __init__(self, text: str = "") -> None:
        """Begin with a text."""
        self.line = Line(text)

    def typed(self, _now: float, /) -> Event | SittingEvent | None:
        """Return what says that the text is another."""
        return None

    def entered(self, _now: float, /) -> Event | SittingEvent | None:
        """Return what Enter does."""
        return None

    def left(self, _now: float, /) -> Event | SittingEvent | None:
        """Return what keeps the text when everything is left in the middle of it."""
        return None


class WriteField(Field):
    """The line of a step: its draft is written down as it grows."""

    def typed(self, now: float, /) -> Event:
        """It has grown."""
        return Drafted(now, self.line.text)

    def entered(self, now: float, /) -> Event:
        """It is finished; an empty one passes the step."""
        return Wrote(now, self.line.text.strip())


class NoteField(Field):
    """A line of the shared note under the practice; each is another line of it."""

    def __init__(self, before: str) -> None:
        """Write on after what stands there."""
        super().__init__()
        self._before = before.rstrip()
        self.line = Line(most=max(0, LIMIT - len(self._before) - 1))

    def typed(self, now: float, /) -> SittingEvent:
        """The note has grown."""
        note = f"{self._before}\n{self.line.text}" if self._before else self.line.text
        return Noted(now, note, entry=True)


class ParkField(Field):
    """Something that is to wait."""

    def entered(self, now: float, /) -> SittingEvent | None:
        """Park it, where there is something."""
        text = self.line.text.strip()
        return Parked(now, text) if text else None

    def left(self, now: float, /) -> SittingEvent | None:
        """Park what there is."""
        return self.entered(now)


class FormField(Field):
    """The questions of the long form. What is typed is not shown, and told to nobody."""

    echoes = False

    def __init__(self, seat: Seat, questions: tuple[str, ...]) -> None:
        """Ask this one of the two."""
        super().__init__()
        self._seat = seat
        self._filling = Filling(questions)
        self.unfit = False

    @property
    def question(self) -> str:
        """The question that is on."""
        return self._filling.question

    def entered(self, now: float, /) -> Event | None:
        """Take an answer; after the last one all of them are sealed. ``unfit``: it was none of those."""
        found = self._filling.answered(self.line.text)
        self.line = Line()
        self.unfit = found is None
        if found is None:
            return None
        self._filling = found
        return None if found.question else Answered(now, self._seat, found.whole)

    def unsaid(self, now: float, /) -> Event:
        """Keep all of it unsaid."""
        return Answered(now, self._seat, None)
