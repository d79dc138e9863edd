"""The one help page, as values: what this is, the keys, and last the people who can help.

The screen and ``coreg help`` show the same sections; neither adds a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.content import explain, lines, say
from coreg.content.people import NEEDS, region_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from coreg.content.people import People, Person

__all__ = ["Row", "Section", "help_page"]


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph. ``kind``: "text" is wrapped, "key" keeps its columns, "need" heads a group of people,
    "person" names one with the number, "detail" stands under that, "warn" is a caution.
    """

    text: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page. ``id`` is "what", "keys", "people" and so on: a place to jump to."""

    id: str
    title: str
    rows: tuple[Row, ...]


def help_page(region: str, keymap_lines: Iterable[str], people: People, today: date) -> tuple[Section, ...]:
    """Return the page for a region (an id such as "uk", or ""), with the keys as they are set now."""
    keys = (*_texts("keys"), *(Row(line, "key") for line in keymap_lines))
    return (
        Section("what", say("help.what.title"), _texts("what")),
        Section("keys", say("help.keys.title"), keys),
        Section("breath", say("help.breath.title"), _texts("breath")),
        Section("talk", say("help.talk.title"), _texts("talk")),
        Section("pause", say("help.pause.title"), _texts("pause")),
        Section("good", say("help.good.title"), _texts("good")),
        Section("maps", say("help.maps.title"), _texts("maps")),
        Section("hide", say("help.hide.title"), _texts("hide")),
        Section("rooms", say("help.rooms.title"), _texts("rooms")),
        Section("commands", say("help.commands.title"), _texts("commands")),
        Section("people", say("help.people.title"), tuple(_people(region, people, today))),
    )


def _texts(section: str) -> tuple[Row, ...]:
    return tuple(Row(line) for line in lines(f"help.{section}.lines"))


def _people(region: str, people: People, today: date) -> Iterator[Row]:
    yield Row(say("help.people.before"))
    yield Row(say("help.people.numbers"), "warn")
    if people.trouble is not None:
        yield Row(say("help.people.passed_over", why=explain(people.trouble)), "warn")
    for need in NEEDS:
        if chosen := people.for_need(need, region):
            yield Row(say(f"help.people.need.{need}"), "need")
            for person in chosen:
                yield from _person(person, today)
    if people.hidden:
        names = ", ".join(f"{one.name} ({one.number})" for one in people.hidden)
        yield Row(say("help.people.hidden", names=names), "warn")
    yield from _compared(people, today)
    yield Row(say("help.people.edit"))


def _person(person: Person, today: date) -> Iterator[Row]:
    yield Row(f"{person.number}  {person.name}", "person")
    names = region_names()
    places = [names[place] for place in person.region if place != "any"]
    detail = "; ".join(part for part in (", ".join(places), person.hours, person.languages) if part)
    if detail:
        yield Row(detail, "detail")
    if person.note:
        yield Row(person.note, "detail")
    if person.is_stale(today):
        never = person.checked is None
        yield Row(
            say("help.people.row_never" if never else "help.people.row_stale", date=person.checked), "detail"
        )


def _compared(people: People, today: date) -> Iterator[Row]:
    days = sorted({one.checked for one in people.people if one.checked is not None})
    if days and days[0] == days[-1]:
        yield Row(say("help.people.checked", date=days[0].isoformat()))
    elif days:
        first, last = days[0].isoformat(), days[-1].isoformat()
        yield Row(say("help.people.checked_between", first=first, last=last))
    if any(one.is_stale(today) for one in people.people):
        yield Row(say("help.people.stale"), "warn")
