"""The whole book as Markdown, for reading and printing. What the two wrote stays literal."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from coreg.record.text import clean
from coreg.share.told import tell_agreement, tell_note, tell_session
from coreg.share.told_maps import tell_glimmer, tell_link, tell_loop, tell_map, tell_resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coreg.share.told import Named, Names, Plain, Told, Word

__all__ = ["fenced", "literal", "to_markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$]|:(?=\w)|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)])")
_TICKS = re.compile(r"`+")
_SHORTEST_FENCE = 3
_ABOUT_PAUSES = ("word", "gesture", "minutes", "places", "rules", "a", "b", "care", "too_long", "looked")


def literal(text: str) -> str:
    """Return one line of text so that every reader of Markdown shows just these characters."""
    return _SPECIAL.sub(r"\\\1", clean(text, multiline=False).strip())


def fenced(text: str) -> str:
    """Return text of several lines as a block that is shown as it is; its fence is longer than any within."""
    text = clean(text)
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    fence = "`" * max(_SHORTEST_FENCE, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def to_markdown(data: Plain, words: Named) -> str:
    """Return the book, oldest first, by year; what is in the bin stays out."""
    return "\n\n".join(_book(data, words)) + "\n"


def _book(data: Plain, words: Named) -> Iterator[str]:
    couple = data["couple"]
    names = {seat: clean(couple[seat]["name"], multiline=False) for seat in ("a", "b")}
    yield f"# {words.say('title', a=literal(names['a']), b=literal(names['b']))}"
    year = ""
    for told in _all_told(data, names, words):
        if told.day[:4] != year:
            year = told.day[:4]
            yield f"## {year}"
        yield from _told(told)
    yield from _maps(data, names, words)
    agreements = [tell_agreement(one, words) for one in _kept(data["agreements"])]
    if agreements:
        yield f"## {words.say('agreements')}"
        yield "\n".join(_promise(one) for one in sorted(agreements, key=lambda one: (one.day, one.id)))
    if couple.get("pause"):
        yield f"## {words.say('pauses')}"
        yield "\n".join(_about_pauses(couple["pause"], names, words))


def _maps(data: Plain, names: Names, words: Named) -> Iterator[str]:
    """Yield what both may see of their maps: whose cue is whose move, loops, and what helps, after them."""
    triggers = {one["id"]: one for one in _kept(data.get("triggers", ()))}
    told = [
        *(tell_map(one, names, words) for one in triggers.values()),
        *(tell_link(one, triggers, names, words) for one in _kept(data.get("links", ()))),
        *(tell_loop(one, triggers, names, words) for one in _kept(data.get("loops", ()))),
        *(tell_resource(one, names, words) for one in _kept(data.get("resources", ()))),
    ]
    if told:
        yield f"## {words.say('maps')}"
    for one in told:
        yield from _told(one)


def _about_pauses(agreed: Plain, names: Names, words: Named) -> Iterator[str]:
    """Yield what they agreed about pauses, a line each; what they left empty is not named."""
    for field in _ABOUT_PAUSES:
        if text := agreed.get(field):
            label = words.say(
                "pause_settle" if field in names else f"pause_{field}", name=names.get(field, "")
            )
            yield f"- {literal(label)}: {literal(str(text))}"


def _kept(records: Iterable[Plain]) -> Iterator[Plain]:
    return (one for one in records if not one.get("binned") and not one.get("gone"))


def _all_told(data: Plain, names: Names, words: Named) -> list[Told]:
    of_session: defaultdict[str, list[Plain]] = defaultdict(list)
    sessions = list(_kept(data["sessions"]))
    known = {one["id"] for one in sessions}
    told: list[Told] = []
    for note in _kept(data["notes"]):
        if note.get("session") in known:
            of_session[note["session"]].append(note)
        else:
            told.append(tell_note(note, names, words))
    told += [tell_session(one, names, words, of_session[one["id"]]) for one in sessions]
    told += [tell_glimmer(one, names, words) for one in _kept(data.get("glimmers", ()))]
    return sorted(told, key=lambda one: (one.day, one.id))


def _told(told: Told) -> Iterator[str]:
    day = date.fromisoformat(told.day)
    yield f"### {day:%A} {day.day} {day:%B %Y}: {literal(told.title)}"
    if told.facts:
        yield "\n".join(f"- {literal(fact)}" for fact in told.facts)
    for word in told.words:
        yield from _word(word)


def _word(word: Word) -> Iterator[str]:
    lead = ", ".join(literal(part) for part in (word.label, word.by) if part)
    if "\n" in word.text:
        yield from ([f"{lead}:"] if lead else [])
        yield fenced(word.text)
    else:
        text = f"{lead}: {literal(word.text)}" if lead else literal(word.text)
        yield f"> {text}"
    for later in word.later:
        yield from _word(later)


def _promise(told: Told) -> str:
    text = literal(" ".join(told.words[0].text.split()))
    return f"- {text} ({told.day}; {'; '.join(literal(fact) for fact in told.facts)})"
