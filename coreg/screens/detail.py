"""One thing that was kept, as a page: what stays, the next step, both check-ins, notes, later words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from textual.content import Content

from coreg.content import say
from coreg.content.breathed import breathed_words
from coreg.content.dates import day_name, long_day, on_the_wall
from coreg.evening.pause import KIND as PAUSE
from coreg.insight.search import marks
from coreg.screens.diary import name_of, title_of
from coreg.screens.good.words import moment_facts
from coreg.screens.marks import mark_words
from coreg.widgets.blocks import GAP, Head, Text, Two
from coreg.widgets.text import lit, named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date, datetime

    from coreg.practice.play import Seat
    from coreg.record.maps import Glimmer
    from coreg.record.models import Agreement, Entry, Later, Line, Mark, Note, Pair, Session
    from coreg.screens.house import House
    from coreg.widgets.blocks import Block

__all__ = ["Opened", "Spot", "Telling"]

_KINDS = ("topic", "stays", "thanks", "parked", "hug")
_WIDEST_NAME = 16
_STEP = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """Something on a page that can be chosen: a line, a later word, a note or a next step."""

    what: str
    record: str
    line: str | None = None

    @property
    def id(self) -> str:
        """The id of the thing itself."""
        return self.line or self.record

    @property
    def takes_later(self) -> bool:
        """Whether a later word can stand under it."""
        return self.what in ("line", "note")


@dataclass(frozen=True, slots=True)
class Opened:
    """What a page is made of: a session, or a note outside one, with what belongs to it; or a good moment."""

    session: Session | None
    notes: tuple[Note, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    moment: Glimmer | None = None


class Telling:
    """Makes pages, for one couple on one day, without what is hidden, with the words searched for lit."""

    def __init__(self, house: House, hidden: Collection[str] = (), words: str = "") -> None:
        """Look at the house, and at what was put into the bin a moment ago."""
        self._house = house
        self._hidden = hidden
        self._words = words
        self._now = house.now()
        widest = max(Content(name).cell_length for name in (house.couple.a, house.couple.b))
        self._indent = min(widest, _WIDEST_NAME) + _STEP

    def page(self, opened: Opened) -> list[Block]:
        """Return the whole page."""
        session = opened.session
        if opened.moment is not None:
            return list(self._moment(opened.moment))
        if session is None:
            return [block for note in opened.notes for block in self._alone(note)]
        parts = [
            *(list(self._lines(session, kind)) for kind in self._kinds(session)),
            list(self._agreed(opened.agreements)),
            list(self._pairs(session)),
            *(list(self._note(note, session)) for note in opened.notes if note.id not in self._hidden),
        ]
        said = [block for part in parts if part for block in (GAP, *part)]
        quiet = [GAP, Text(Content.styled(say(f"look_back.detail.{_nothing_said(session)}"), "$muted"))]
        return [*self._head(session), *(said or quiet)]

    # The head

    def _head(self, session: Session) -> Iterator[Block]:
        times = [f"{self._local(moment, session.zone):%H:%M}" for moment in (session.started, session.ended)]
        when = say("look_back.detail.when", day=self._day(session.local_date), start=times[0], end=times[1])
        yield Head(Content.styled(title_of(session), "bold"), Content.styled(when, "$muted"))
        yield from self._beside(session)
        alone = len(session.entries) == 1
        told = (self._told(entry, alone=alone) for entry in session.entries)
        if names := " · ".join(one for one in told if one):
            yield Text(lit(names, "$muted", multiline=False))

    @staticmethod
    def _told(entry: Entry, *, alone: bool) -> str:
        """Return what a practice was; of one alone the title says the name."""
        about = breathed_words(entry.params) if entry.practice == "breathe" else ""
        if alone:
            return about
        name = name_of(entry.practice)
        name = f"{name} {name_of(entry.variant)}" if entry.variant else name
        return f"{name.lower()} ({about})" if about else name.lower()

    def _local(self, moment: datetime, zone: str) -> datetime:
        try:
            return moment.astimezone(ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return on_the_wall(moment, self._now)

    def _day(self, day: date) -> str:
        name = long_day(day)
        return name if day.year == self._now.year else f"{name} {day.year}"

    # What was said

    def _kinds(self, session: Session) -> list[str]:
        there = {line.kind for entry in session.entries for line in entry.lines}
        return [*(kind for kind in _KINDS if kind in there), *sorted(there.difference(_KINDS))]

    def _lines(self, session: Session, kind: str) -> Iterator[Block]:
        lines = [line for entry in session.entries for line in entry.lines if line.kind == kind]
        shown = [line for line in lines if line.id not in self._hidden]
        if shown:
            yield self._heading(say(f"look_back.detail.{kind if kind in _KINDS else 'other'}"))
        for line in shown:
            yield from self._line(session.id, line)

    def _line(self, session: str, line: Line) -> Iterator[Block]:
        spot = Spot("line", session, line.id)
        indent = 0
        if line.kind == "hug":
            yield Text(Content(say("look_back.detail.hug_text")), spot)
        elif line.by is None:
            yield Text(self._as_written(line.text), spot)
        else:
            indent = self._indent
            yield Text(self._as_written(f"“{line.text}”"), spot, self._name(line.by), indent)
        yield from self._beside(line, spot, indent)
        yield from self._later(session, line.later, indent)

    @staticmethod
    def _beside(
        one: Session | Note | Agreement | Line | Later, spot: Spot | None = None, indent: int = 0
    ) -> Iterator[Block]:
        """Say so if this is what another copy of the book had."""
        if one.beside:
            yield Text(Content.styled(say("look_back.detail.beside"), "$muted"), spot, indent=indent)

    def _name(self, seat: Seat) -> Content:
        return named(seat, self._house.name(seat), bold=False).truncate(_WIDEST_NAME, ellipsis=True)

    def _later(self, record: str, words: Iterable[Later], indent: int) -> Iterator[Block]:
        for word in words:
            if word.id not in self._hidden:
                when = day_name(on_the_wall(word.at, self._now).date(), self._now.date())
                text = Content.assemble((f"{when}: ", "$muted"), self._as_written(word.text))
                spot = Spot("later", record, word.id)
                yield Text(text, spot, Content.styled(" " * indent + "↳", "$muted"), indent + _STEP)
                yield from self._beside(word, spot, indent + _STEP)

    def _agreed(self, agreements: Iterable[Agreement]) -> Iterator[Block]:
        shown = [one for one in agreements if one.id not in self._hidden]
        if shown:
            yield self._heading(say("look_back.detail.next"))
        for one in shown:
            spot = Spot("agreement", one.id)
            yield Text(self._as_written(one.text), spot, Content("◦"), _STEP)
            yield from self._beside(one, spot, _STEP)
            if became := self._became(one):
                yield Text(Content.styled(became, "$muted"), spot, indent=_STEP)

    def _became(self, one: Agreement) -> str:
        if one.state != "open":
            return say(f"look_back.detail.{one.state}")
        if one.look_again is None:
            return ""
        return say("look_back.detail.look_again", when=day_name(one.look_again, self._now.date()))

    # How they were

    def _pairs(self, session: Session) -> Iterator[Block]:
        came = (("came", session.check_in), ("left", session.check_out))
        yield from self._beside_each_other(came)
        for entry in session.entries:
            yield from self._beside_each_other((("before", entry.before), ("after", entry.after)))

    def _beside_each_other(self, pairs: Iterable[tuple[str, Pair | None]]) -> Iterator[Block]:
        columns = [tuple(self._pair(name, pair)) for name, pair in pairs if pair is not None]
        if len(columns) > 1:
            yield Two(columns[0], columns[1])
        else:
            yield from (text for column in columns for text in column)

    def _pair(self, name: str, pair: Pair) -> Iterator[Text]:
        yield self._heading(say(f"look_back.detail.{name}"))
        yield self._mark("a", pair.a)
        yield self._mark("b", pair.b)

    def _mark(self, seat: Seat, mark: Mark) -> Text:
        said = mark_words(mark) or say("look_back.detail.nothing_said")
        return Text(lit(said, multiline=False), None, self._name(seat), self._indent)

    # Notes

    def _note(self, note: Note, session: Session) -> Iterator[Block]:
        on = next((entry for entry in session.entries if entry.id == note.entry), None)
        where = "look_back.detail.note_on" if on else "look_back.detail.note"
        yield self._heading(say(where, name=name_of(on.practice) if on else ""))
        yield from self._text_of(note)

    def _alone(self, note: Note) -> Iterator[Block]:
        yield self._dated("note", note)
        yield GAP
        yield from self._text_of(note)

    def _moment(self, moment: Glimmer) -> Iterator[Block]:
        yield self._dated("glimmer", moment)
        yield GAP
        spot, by = Spot("glimmer", moment.id), moment.by
        if by is None:
            yield Text(self._as_written(moment.text), spot)
        else:
            yield Text(self._as_written(moment.text), spot, self._name(by), self._indent)
        if facts := moment_facts(moment):
            yield Text(
                self._as_written(facts).stylize_before("$muted"), spot, indent=self._indent if by else 0
            )

    def _dated(self, kind: str, one: Note | Glimmer) -> Head:
        time = f"{self._local(one.written, one.zone):%H:%M}"
        when = say("look_back.detail.at", day=self._day(one.local_date), time=time)
        return Head(Content.styled(name_of(kind), "bold"), Content.styled(when, "$muted"))

    def _text_of(self, note: Note) -> Iterator[Block]:
        spot, indent = Spot("note", note.id), self._indent if note.by else 0
        if note.by is None:
            yield Text(self._as_written(note.text, multiline=True), spot)
        else:
            yield Text(self._as_written(f"“{note.text}”"), spot, self._name(note.by), indent)
        yield from self._beside(note, spot, indent)
        yield from self._later(note.id, note.later, indent)

    @staticmethod
    def _heading(words: str) -> Text:
        return Text(Content.styled(words, "$muted"))

    def _as_written(self, text: str, *, multiline: bool = False) -> Content:
        shown = lit(text, multiline=multiline)
        for start, end in marks(shown.plain, self._words) if self._words else ():
            shown = shown.stylize("bold $both", start, end)
        return shown


def _nothing_said(session: Session) -> str:
    """Return which words stand where nothing was written: a pause says whether it was planned again."""
    if session.kind != PAUSE:
        return "quiet"
    again = any(entry.params.get("planned_again") for entry in session.entries)
    return "pause_again" if again else "pause"
