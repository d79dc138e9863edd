"""What the path of a map asks, in words, and what an answer means to it; for the screen and for lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from coreg.content import lines, say
from coreg.content.map_words import field_words, label, move_kind, offered, picks
from coreg.practice.map_path import (
    FAR,
    FIELDS,
    FIRST,
    Chose,
    Closed,
    Kept,
    Rated,
    Said,
    Shown,
    Steadied,
    Typed,
)
from coreg.practice.mapping import choices, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.practice.map_path import Answer, Inside, MapEvent, MapPath, Way

__all__ = [
    "STEPS",
    "MapQuestion",
    "Reply",
    "draft_of",
    "event_of",
    "numbers",
    "question_of",
    "sorted_out",
]

Reply: TypeAlias = "str | int | tuple[str, ...] | tuple[int, ...] | None"
"""What a question is answered with: a line, a number, several lines, places in a list, or nothing."""

WAYS: tuple[Way, ...] = ("breathe", "look", "gently", "enough")
_KEPT: tuple[Literal["", "glimmer", "resource"], ...] = ("", "glimmer", "resource")
_KEPT_WORDS = ("said", "glimmer", "resource")
_SHOW = ("none", "some", "all")

STEPS = len(lines("map_path.look.steps"))
"""How many sentences there are to look around by."""


@dataclass(frozen=True, slots=True)
class MapQuestion:
    """A question, and whether a line answers it, several things, one of a list, a number, or marks."""

    title: str
    text: str = ""
    kind: Literal["line", "several", "pick", "scale", "choose", "mark"] = "choose"
    value: Answer = None
    """What stands there already."""
    offered: tuple[str, ...] = ()
    """What can be chosen, or words that can be taken."""
    far: bool = False
    """Whether "far away" stands beside the numbers."""
    number: str = ""
    """Which of the first five it is."""
    quoted: str = ""
    """What somebody wrote, to be read before it is asked about."""


def question_of(path: MapPath, look: int = 0, *, some: bool = False) -> MapQuestion:
    """Return the question at which a path is.

    ``look`` is at which sentence of looking around, ``some`` whether it is chosen what the other may see.
    """
    match path.stage:
        case "before" | "after":
            value = path.after if path.stage == "after" else None
            words = f"map_path.{path.stage}"
            return MapQuestion(say(f"{words}.title"), say(f"{words}.text"), "scale", value, far=True)
        case "field":
            return _field(path)
        case "close":
            return MapQuestion(say("map_path.close.title"), say("map_path.close.text"), "line", path.closing)
        case "show":
            return _show(path, some=some)
        case _:
            return _list(path, look)


def _list(path: MapPath, look: int) -> MapQuestion:
    match path.stage:
        case "gate":
            rows = tuple(say(f"map_path.gate.{way}") for way in WAYS)
            return MapQuestion(say("map_path.gate.title"), say("map_path.gate.text"), offered=rows)
        case "steady":
            step = lines("map_path.look.steps")[min(look, STEPS - 1)]
            return MapQuestion(step, say("map_path.look.how"), offered=(say("map_path.go_on"),))
        case "keep":
            rows = tuple(say(f"map_path.keep.{word}") for word in _KEPT_WORDS)
            return MapQuestion(say("map_path.keep.title"), offered=rows, quoted=path.closing)
        case _:
            rows = (say("map_path.more.none"), *(_row(path, name) for name in choices(path)))
            text = say("map_path.more.gentle") if path.gentle else ""
            return MapQuestion(say("map_path.more.title"), text, offered=rows)


def _row(path: MapPath, name: str) -> str:
    there = f" · {_filled(path.words, name)}" if said(path.words, name) else ""
    return f"{field_words(name, 'label')}{there}"


def _filled(words: Mapping[str, Answer], name: str) -> str:
    found = words.get(name)
    return ", ".join(found) if isinstance(found, tuple) else label(name, str(found))


def _field(path: MapPath) -> MapQuestion:
    name = path.at
    kind, value, words = FIELDS[name], path.words.get(name), offered(name)
    if kind == "pick":
        words = tuple(picks(name).values())
        value = label(name, str(value)) if said(path.words, name) else ""
    title, text = field_words(name, "title"), field_words(name, "text")
    return MapQuestion(title, text, kind, value, words, number=_number(path))


def _number(path: MapPath) -> str:
    if path.at not in FIRST or path.alone or path.gentle:
        return ""
    return say("map_path.step", number=FIRST.index(path.at) + 1, count=len(FIRST))


def _show(path: MapPath, *, some: bool) -> MapQuestion:
    if some:
        rows = tuple(_row(path, name) for name in _showable(path))
        return MapQuestion(say("map_path.show.choose"), kind="mark", offered=rows)
    end = "" if path.own else "_shared"
    rows = (say(f"map_path.show.none{end}"), say("map_path.show.some"), say("map_path.show.all"))
    return MapQuestion(say("map_path.show.title"), say(f"map_path.show.text{end}"), offered=rows)


def _showable(path: MapPath) -> tuple[str, ...]:
    return tuple(name for name in FIELDS if said(path.words, name))


# What an answer means


def event_of(path: MapPath, reply: Reply, *, some: bool = False) -> MapEvent | None:
    """Return what an answer means at this question; None where it only leads to another look of it."""
    match path.stage:
        case "before" | "after":
            return Rated("far" if reply == FAR else reply if isinstance(reply, int) else None)
        case "field":
            return Said(_answer(path, reply))
        case "close":
            return Closed(reply if isinstance(reply, str) else "")
        case "show":
            return _showing(path, reply, some=some)
        case _:
            return _chosen(path, reply if isinstance(reply, int) else 0)


def _chosen(path: MapPath, at: int) -> MapEvent | None:
    match path.stage:
        case "gate":
            return Steadied(WAYS[at])
        case "more":
            return Chose(("", *choices(path))[at])
        case "keep":
            return Kept(_KEPT[at])
        case _:
            return None


def _showing(path: MapPath, reply: Reply, *, some: bool) -> MapEvent | None:
    names = _showable(path)
    if some:
        places = reply if isinstance(reply, tuple) else ()
        return Shown(tuple(names[at] for at in places if isinstance(at, int)))
    match _SHOW[reply if isinstance(reply, int) else 0]:
        case "none":
            return Shown(())
        case "all":
            return Shown(names)
        case _:
            return None


def draft_of(path: MapPath, reply: Reply) -> MapEvent | None:
    """Return what stands in a field by now, while it is still written; None where nothing is."""
    if path.stage == "close":
        return Typed(reply if isinstance(reply, str) else "")
    return Typed(_answer(path, reply)) if path.stage == "field" else None


def _answer(path: MapPath, reply: Reply) -> Answer:
    """Return an answer as it is kept: of a list its own word, of several things a tuple."""
    if FIELDS[path.at] == "pick":
        return _picked(path.at, str(reply or "").strip())
    return tuple(str(one) for one in reply) if isinstance(reply, tuple) else reply


def _picked(name: str, wanted: str) -> str | None:
    """Return the own word of a choice; of up and down there are no others."""
    found = next((key for key, text in picks(name).items() if text == wanted), None)
    return found or (None if name == "state" else wanted)


def sorted_out(path: MapPath) -> MapPath:
    """Return the path with the sort of a move that stands in the list, where none was said."""
    move = path.words.get("move")
    if said(path.words, "move_kind") or not isinstance(move, str) or not (kind := move_kind(move)):
        return path
    return replace(path, words={**path.words, "move_kind": kind})


def numbers(path: MapPath) -> str:
    """Return both numbers in a sentence; "" where one of them was not said. They are kept nowhere."""
    if path.before is None or path.after is None:
        return ""
    return say("map_path.numbers", before=_spoken(path.before), after=_spoken(path.after))


def _spoken(inside: Inside) -> str:
    return say("map_path.numbers_far") if inside == FAR else str(inside)
