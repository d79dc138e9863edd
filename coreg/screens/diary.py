"""What was kept, as a list: a row for a session, a note outside one, and a good moment, newest first.

Years come one by one, in whatever order; only what a row shows is held here, never the records.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.content import has, say
from coreg.content.dates import month_title
from coreg.content.pattern_words import OWN
from coreg.insight.search import fold
from coreg.record.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from coreg.practice.play import Seat
    from coreg.record.maps import Glimmer
    from coreg.record.models import Agreement, Note, Session

__all__ = ["Diary", "Kept", "Lines", "lines_of", "minutes_of", "month_away", "name_of", "title_of"]

_MINUTE = 60
_WORDS = 80


@dataclass(frozen=True, slots=True)
class Kept:
    """One row: a session with its minutes, or a note or a good moment with its first words.

    ``under`` is a note's session, ``by`` the one who has shown it from what was theirs alone, or whose
    moment it was.
    """

    id: str
    what: str
    day: date
    moment: datetime
    title: str
    minutes: int = 0
    under: str | None = None
    by: Seat | None = None


Lines = list[tuple[str | None, "Kept | date | None"]]
"""What a list shows: rows with their ids, a day for the heading of its month, None for an empty line."""


def name_of(kind: str) -> str:
    """Return what a kind of evening, a practice or a pattern is called; else the word itself."""
    if has(f"names.{kind}"):
        return say(f"names.{kind}")
    if kind.startswith(OWN):
        return clean(kind.removeprefix(OWN), multiline=False)
    return clean(kind, multiline=False).replace("_", " ")


def title_of(session: Session) -> str:
    """Return the name of a session; a breath alone says which."""
    variant = session.entries[0].variant if len(session.entries) == 1 else ""
    name = name_of(session.kind)
    return f"{name} {name_of(variant)}" if variant else name


def minutes_of(seconds: float) -> int:
    """Return whole minutes, at least one for anything that lasted."""
    return max(round(seconds / _MINUTE), 1 if seconds > 0 else 0)


def _session(session: Session) -> Kept:
    return Kept(
        session.id,
        "session",
        session.local_date,
        session.started,
        title_of(session),
        minutes_of(session.done_s),
    )


def _note(note: Note) -> Kept:
    words = _first_words(note.text)
    return Kept(note.id, "note", note.local_date, note.written, words, under=note.session, by=note.by)


def _moment(glimmer: Glimmer) -> Kept:
    words = _first_words(glimmer.text)
    return Kept(glimmer.id, "glimmer", glimmer.local_date, glimmer.written, words, by=glimmer.by)


def _first_words(text: str) -> str:
    return " ".join(clean(text[: 2 * _WORDS]).split())[:_WORDS]


def _kept(record: Session | Note | Agreement | Glimmer) -> Kept | None:
    from coreg.record.maps import Glimmer
    from coreg.record.models import Note, Session

    match record:
        case Session():
            return _session(record)
        case Note():
            return _note(record)
        case Glimmer():
            return _moment(record)
        case _:
            return None


def _in_order(kept: list[Kept]) -> tuple[Kept, ...]:
    return tuple(sorted(kept, key=lambda one: (one.day, one.moment), reverse=True))


@dataclass(frozen=True, slots=True)
class _Known:
    """What can be said about all rows at one moment: made once, asked often."""

    rows: tuple[Kept, ...]
    under: Mapping[str, str]
    """The row of everything that has none of its own: notes and agreements of a session."""

    notes: Mapping[str, tuple[str, ...]]
    """The notes of every session that has some, oldest first."""


class Diary:
    """All rows that are known so far. What is put into the bin is hidden here at once."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._years: dict[int, tuple[Kept, ...]] = {}
        self._agreed: dict[str, str] = {}
        self._known: _Known | None = None
        self._titles: dict[str, str] = {}
        self.hidden: frozenset[str] = frozenset()
        self.whole = False

    def take(
        self,
        year: int,
        sessions: Iterable[Session],
        notes: Iterable[Note],
        moments: Iterable[Glimmer] = (),
    ) -> None:
        """Take what is known of a year, in place of what was known of it."""
        self._known = None
        kept = [*map(_session, sessions), *map(_note, notes), *map(_moment, moments)]
        self._years[year] = _in_order(kept)

    def put(self, record: Session | Note | Agreement | Glimmer) -> None:
        """Take one record, in place of what was known of it."""
        kept = _kept(record)
        if kept is not None:
            self._known = None
            year = record.local_date.year
            others = [one for one in self._years.get(year, ()) if one.id != kept.id]
            self._years[year] = _in_order([*others, kept])

    def end(self, years: Collection[int], agreements: Iterable[Agreement]) -> None:
        """Now everything is known: these years there are, and these agreements."""
        self._known = None
        self._years = {year: kept for year, kept in self._years.items() if year in years}
        self._agreed = {one.id: one.session for one in agreements if one.session}
        self.whole = True

    def hide(self, ids: Iterable[str]) -> None:
        """Show no longer what has these ids."""
        self._known = None
        self.hidden |= frozenset(ids)

    def unhide(self, ids: Iterable[str]) -> None:
        """Show again what has these ids."""
        self._known = None
        self.hidden -= frozenset(ids)

    # Asking

    def rows(self) -> tuple[Kept, ...]:
        """Return the rows: notes that belong to a session stand in it and have none of their own."""
        return self._all().rows

    def notes_of(self, session: str) -> tuple[str, ...]:
        """Return the ids of a session's notes, oldest first."""
        return self._all().notes.get(session, ())

    def agreed_in(self, session: str) -> tuple[str, ...]:
        """Return the ids of what was agreed in a session."""
        found = (one for one, under in self._agreed.items() if under == session)
        return tuple(one for one in found if one not in self.hidden)

    def rows_of(self, records: Iterable[str]) -> set[str]:
        """Return the ids of the rows in which these records are shown."""
        under = self._all().under
        return {under.get(record, record) for record in records}

    def named(self, words: str) -> set[str]:
        """Return the ids of the sessions whose title and month have all the words."""
        wanted = fold(words).split()
        rows = self.rows() if wanted else ()
        titled = ((one.id, self._title(one)) for one in rows if one.what == "session")
        return {row for row, title in titled if all(word in title for word in wanted)}

    def _title(self, row: Kept) -> str:
        key = f"{row.title} {row.day.year} {row.day.month}"
        if key not in self._titles:
            self._titles[key] = fold(f"{row.title} {month_title(row.day.year, row.day.month, 0)}")
        return self._titles[key]

    def _all(self) -> _Known:
        if self._known is None:
            self._known = self._look()
        return self._known

    def _look(self) -> _Known:
        years = sorted(self._years, reverse=True)
        kept = [one for year in years for one in self._years[year] if one.id not in self.hidden]
        sessions = {one.id for one in kept if one.what == "session"}
        under = {one.id: one.under for one in kept if one.under in sessions}
        notes: dict[str, tuple[str, ...]] = {}
        for note, session in under.items():
            notes[session] = (note, *notes.get(session, ()))
        rows = (one for one in kept if not one.under or (self.whole and one.id not in under))
        agreed = {one: session for one, session in self._agreed.items() if one not in self.hidden}
        return _Known(tuple(rows), {**agreed, **under}, notes)


def lines_of(rows: Sequence[Kept]) -> Lines:
    """Return the rows with a heading for every month."""
    found: Lines = []
    before: tuple[int, int] | None = None
    for row in rows:
        month = (row.day.year, row.day.month)
        if month != before:
            found += [(None, None)] if before else []
            found.append((None, row.day))
            before = month
        found.append((row.id, row))
    return found


def month_away(rows: Sequence[Kept], row: Kept, older: int) -> str:
    """Return the newest row of the month so many older than a row's own; the row itself at either end."""
    first: dict[tuple[int, int], str] = {}
    for one in rows:
        first.setdefault((one.day.year, one.day.month), one.id)
    months = list(first)
    place = months.index((row.day.year, row.day.month)) + older
    return first[months[place]] if 0 <= place < len(months) else row.id
