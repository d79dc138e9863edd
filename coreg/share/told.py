"""One thing that was kept, as the parts of a page: a day, a title, a few facts, and what was said.

It stands between the records and every way to show them as text, so that all ways tell the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from coreg.record.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Named",
    "Names",
    "Plain",
    "Told",
    "Word",
    "minutes_of",
    "tell_agreement",
    "tell_note",
    "tell_session",
    "title_of",
]

Plain: TypeAlias = Mapping[str, Any]
"""A record as the plain values of an export."""
Names: TypeAlias = Mapping[str, str]
"""The names of both, by "a" and "b"."""

_MINUTE = 60


class Named(Protocol):
    """Where the words come from that are not the couple's own."""

    def say(self, key: str, **facts: object) -> str:
        """Return the words under a key of ``told``, filled in."""

    def name(self, kind: str) -> str:
        """Return the name of an evening, a practice, a pattern or a state."""

    def breathed(self, params: Plain) -> str:
        """Return what a breathing was, from the parameters of an entry; empty where they say nothing."""


@dataclass(frozen=True, slots=True)
class Word:
    """Something said or written. ``kind`` is that of the line, or "note", "agreement", "later"."""

    kind: str
    text: str
    by: str = ""
    label: str = ""
    later: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One session, note or agreement. ``day`` is YYYY-MM-DD."""

    id: str
    day: str
    title: str
    facts: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()


def minutes_of(seconds: float) -> int:
    """Return whole minutes, at least one for anything that lasted."""
    return max(round(seconds / _MINUTE), 1 if seconds > 0 else 0)


def tell_session(
    session: Plain, names: Names, words: Named, notes: Iterable[Plain] = (), agreements: Iterable[Plain] = ()
) -> Told:
    """Return a session with the notes and agreements that belong to it."""
    minutes = minutes_of(session["done_s"])
    key = "session_early" if session.get("ended_early") else "session"
    said = [
        *(word for entry in session.get("entries", ()) for word in _lines(entry, names, words)),
        *(_note(note, names, words) for note in notes),
        *(_agreement(one, words) for one in agreements),
    ]
    return Told(
        id=session["id"],
        day=session["local_date"],
        title=title_of(
            words.say(key, name=words.name(session["kind"]), minutes=_minutes(minutes, words)), session, words
        ),
        facts=tuple(_facts(session, names, words)),
        words=tuple(said),
    )


def tell_note(note: Plain, names: Names, words: Named) -> Told:
    """Return a note that stands by itself."""
    title = title_of(words.say("note"), note, words)
    return Told(note["id"], note["local_date"], title, words=(_note(note, names, words, ""),))


def tell_agreement(agreement: Plain, words: Named) -> Told:
    """Return something they said they would do, with what became of it."""
    facts = [words.say(f"agreement_{agreement.get('state', 'open')}")]
    if agreement.get("beside"):
        facts.append(words.say("beside"))
    if look := agreement.get("look_again"):
        facts.append(words.say("look_again", day=look))
    return Told(
        agreement["id"],
        agreement["local_date"],
        words.say("agreement"),
        tuple(facts),
        (_agreement(agreement, words, ""),),
    )


def title_of(title: str, record: Plain, words: Named) -> str:
    """Return the title of a record, or say that it is what another copy had."""
    return words.say("beside_title", title=title) if record.get("beside") else title


def _label(label: str, one: Plain, words: Named) -> str:
    """Return the label of something said, with the same about it."""
    return ", ".join(part for part in (label, words.say("beside_word") if one.get("beside") else "") if part)


def _minutes(count: int, words: Named) -> str:
    return words.say("minute") if count == 1 else words.say("minutes", count=count)


def _facts(session: Plain, names: Names, words: Named) -> Iterator[str]:
    entries = [_entry(entry, words) for entry in session.get("entries", ())]
    if entries:
        yield words.say("practices", names=", ".join(entries))
    for key in ("check_in", "check_out"):
        if pair := session.get(key):
            yield words.say(key, marks=_pair(pair, names, words))
    for entry in session.get("entries", ()):
        for key in ("before", "after"):
            if pair := entry.get(key):
                yield words.say(key, name=words.name(entry["practice"]), marks=_pair(pair, names, words))


def _entry(entry: Plain, words: Named) -> str:
    name = words.name(entry["practice"])
    if variant := entry.get("variant"):
        name = f"{name} {words.name(variant)}"
    about = words.breathed(entry.get("params", {})) if entry["practice"] == "breathe" else ""
    length = _minutes(minutes_of(entry["done_s"]), words)
    return f"{name} ({', '.join(part for part in (length, about) if part)})"


def _pair(pair: Plain, names: Names, words: Named) -> str:
    return "; ".join(f"{names[seat]}: {_mark(pair[seat], words)}" for seat in ("a", "b"))


def _mark(mark: Plain, words: Named) -> str:
    """Return what one of them said about themselves, in one line."""
    parts = []
    if mark.get("state"):
        parts.append(words.name(mark["state"]))
    numbers = ("inside", "pleasant", "energy")
    parts += [words.say(key, number=mark[key]) for key in numbers if mark.get(key) is not None]
    parts += [_one_line(text) for key in ("feelings", "needs") for text in mark.get(key, ())]
    parts += [_one_line(mark[key]) for key in ("line", "like") if mark.get(key)]
    return ", ".join(parts) or words.say("nothing_said")


def _one_line(text: str) -> str:
    return clean(text, multiline=False)


def _lines(entry: Plain, names: Names, words: Named) -> Iterator[Word]:
    for line in entry.get("lines", ()):
        if not line.get("binned"):
            label = words.say("topic") if line["kind"] == "topic" else ""
            by = names.get(line.get("by") or "", "")
            label = _label(label, line, words)
            yield Word(line["kind"], clean(line["text"]), by, label, _later(line, names, words))


def _later(under: Plain, names: Names, words: Named) -> tuple[Word, ...]:
    kept = (one for one in under.get("later", ()) if not one.get("binned"))
    return tuple(
        Word(
            "later",
            clean(one["text"]),
            names.get(one.get("by") or "", ""),
            _label(words.say("later", day=_day(one["at"])), one, words),
        )
        for one in kept
    )


def _day(moment: str) -> str:
    """Return the day that was on the wall at a moment, which is kept in UTC; of an odd one as it stands."""
    try:
        return datetime.fromisoformat(moment).astimezone().date().isoformat()
    except (ValueError, OverflowError):
        return _one_line(moment[:10])


def _note(note: Plain, names: Names, words: Named, label: str | None = None) -> Word:
    title = _label(words.say("note"), note, words) if label is None else label
    by = names.get(note.get("by") or "", "")
    return Word("note", clean(note["text"]), by, title, _later(note, names, words))


def _agreement(agreement: Plain, words: Named, label: str | None = None) -> Word:
    title = _label(words.say("agreement"), agreement, words) if label is None else label
    return Word("agreement", clean(agreement["text"]), label=title)
