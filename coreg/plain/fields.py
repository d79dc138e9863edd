"""What is being typed, and what becomes of it. Letters are text here; Esc and F-keys stay keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.plain.filling import ONLY, Filling
from coreg.plain.line import Line
from coreg.practice.play import Answered, Drafted, Wrote
from coreg.practice.sitting import Noted, Parked, Parking
from coreg.record.text import LIMIT

if TYPE_CHECKING:
    from coreg.practice.play import Event, Seat
    from coreg.practice.sitting import SittingEvent

__all__ = ["Field", "FormField", "NoteField", "ParkField", "WriteField"]


class Field:
    """One line that is being typed."""

    echoes = True
    """Whether it stands there as it is typed."""

    question = ""
    """Which of several questions is on."""

    unfit = ""
    """The key of what is said when the last Enter was no answer; "" where it was one."""

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

    def unsaid(self, _now: float, /) -> Event | None:
        """Return what keeps all of it unsaid, where that can be."""
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

    def typed(self, now: float, /) -> SittingEvent:
        """It has grown."""
        return Parking(now, self.line.text)

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
        self._again = "plain.unfit" if questions == ONLY else "plain_form.unfit"
        self.question = self._filling.question

    def entered(self, now: float, /) -> Event | None:
        """Take an answer; after the last one all of them are sealed."""
        found = self._filling.answered(self.line.text)
        self.line = Line()
        self.unfit = self._again if found is None else ""
        if found is None:
            return None
        self._filling, self.question = found, found.question
        return None if found.question else Answered(now, self._seat, found.whole)

    def unsaid(self, now: float, /) -> Event:
        """Keep all of it unsaid."""
        return Answered(now, self._seat, None)
