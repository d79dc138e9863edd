"""What was kept, read from the book and told in order: the newest last, as a diary is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.commands.wording import WORDS, names_of
from coreg.record.text import clean
from coreg.share.told import tell_note, tell_session
from coreg.share.told_maps import tell_glimmer

if TYPE_CHECKING:
    from datetime import date

    from coreg.commands.plain_book import PlainBook
    from coreg.share.told import Plain, Told

__all__ = ["Wanted", "read"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to read: both days belong to it; ``search`` are words that all must be somewhere in it."""

    since: date | None = None
    until: date | None = None
    search: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was kept: as it is told, and the records it is told from."""

    told: Told
    session: Plain | None
    notes: tuple[Plain, ...] = ()
    glimmer: Plain | None = None


def read(book: PlainBook, wanted: Wanted) -> list[Found]:
    """Return what is wanted, the newest last; a note stands with its session, if that is there.

    Years are opened one after the other, the newest first, and only until there is enough.
    """
    found: list[Found] = []
    for year in book.years(wanted.since, wanted.until):
        need = None if wanted.count is None else wanted.count - len(found)
        if need == 0:
            break
        found += _of_year(book, year, wanted, need)[:need]
    return found[::-1]


def _of_year(book: PlainBook, year: int, wanted: Wanted, need: int | None) -> list[Found]:
    """Return what is wanted of one year, the newest first: at least so many as are needed, if there are."""
    sessions = book.read("sessions", year, wanted.since, wanted.until)
    notes = book.read("notes", year, wanted.since, wanted.until)
    of_session: dict[str, list[Plain]] = {one["id"]: [] for one in sessions}
    alone = [note for note in notes if note["session"] not in of_session]
    for note in notes[::-1]:
        of_session.get(note["session"], []).append(note)
    glimmers = book.read("glimmers", year, wanted.since, wanted.until)
    if not wanted.search:
        sessions, alone, glimmers = sessions[:need], alone[:need], glimmers[:need]
    names = names_of(book.home)
    found = [Found(tell_note(note, names, WORDS), None, (note,)) for note in alone]
    found += [Found(tell_glimmer(one, names, WORDS), None, glimmer=one) for one in glimmers]
    for one in sessions:
        own = tuple(of_session[one["id"]])
        found.append(Found(tell_session(one, names, WORDS, own), one, own))
    found.sort(key=lambda one: (one.told.day, one.told.id), reverse=True)
    return [one for one in found if _has(one.told, wanted.search)]


def _has(told: Told, search: str) -> bool:
    """Tell whether every word stands somewhere in it, whatever its case."""
    texts = [told.title]
    for word in told.words:
        texts += [text for one in (word, *word.later) for text in (one.text, one.by)]
    everything = "\n".join(texts).casefold()
    return all(word in everything for word in clean(search).casefold().split())
