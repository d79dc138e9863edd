"""What the path of a map asks, as it is shown; and what an answer on the screen means to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from textual.content import Content

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
from coreg.screens.maps.asked import Asked
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from coreg.practice.map_path import Answer, Inside, MapEvent, MapPath, Way
    from coreg.screens.maps.asked import Reply

__all__ = ["STEPS", "asked_of", "draft_of", "event_of", "filled", "numbers", "sorted_out"]

WAYS: tuple[Way, ...] = ("breathe", "look", "gently", "enough")
_KEPT: tuple[Literal["", "glimmer", "resource"], ...] = ("", "glimmer", "resource")
_KEPT_WORDS = ("said", "glimmer", "resource")
_SHOW = ("none", "some", "all")

STEPS = len(lines("map_path.look.steps"))
"""How many sentences there are to look around by."""


def asked_of(path: MapPath, look: int = 0, *, some: bool = False) -> Asked:
    """Return the question at which a path is.

    ``look`` is at which sentence of looking around, ``some`` whether it is chosen what the other may see.
    """
    match path.stage:
        case "before" | "after":
            value = path.after if path.stage == "after" else None
            words = f"map_path.{path.stage}"
            return Asked(_bold(say(f"{words}.title")), say(f"{words}.text"), "scale", value, far=True)
        case "field":
            return _field(path)
        case "close":
            words = "map_path.close"
            return Asked(_bold(say(f"{words}.title")), say(f"{words}.text"), "line", path.closing)
        case "show":
            return _show(path, some=some)
        case _:
            return _list(path, look)


def _bold(text: str) -> Content:
    return Content.styled(text, "bold")


def _list(path: MapPath, look: int) -> Asked:
    match path.stage:
        case "gate":
            rows = tuple(say(f"map_path.gate.{way}") for way in WAYS)
            return Asked(_bold(say("map_path.gate.title")), say("map_path.gate.text"), offered=rows)
        case "steady":
            steps = lines("map_path.look.steps")
            step, how = steps[min(look, STEPS - 1)], say("map_path.look.how")
            return Asked(_bold(step), how, offered=(say("map_path.go_on"),))
        case "keep":
            rows = tuple(say(f"map_path.keep.{word}") for word in _KEPT_WORDS)
            told = lit(f"“{path.closing}”", multiline=False)
            title = Content("\n").join([told, Content(""), _bold(say("map_path.keep.title"))])
            return Asked(title, offered=rows)
        case "more":
            rows = (say("map_path.more.none"), *(_row(path, name) for name in choices(path)))
            text = say("map_path.more.gentle") if path.gentle else ""
            return Asked(_bold(say("map_path.more.title")), text, offered=rows)
        case _:
            return Asked(Content(""))


def _row(path: MapPath, name: str) -> str:
    there = f" ·  {filled(path.words, name)}" if said(path.words, name) else ""
    return f"{field_words(name, 'label')}{there}"


def filled(words: object, name: str) -> str:
    """Return what a field holds, on one line; ``words`` is a mapping or a record of them."""
    found = words.get(name) if isinstance(words, dict) else getattr(words, name, None)
    if found is None or found == ():
        return ""
    if isinstance(found, tuple):
        return ", ".join(str(one) for one in found)
    return label(name, str(found))


def _field(path: MapPath) -> Asked:
    name = path.at
    kind, value = FIELDS[name], path.words.get(name)
    title, text = field_words(name, "title"), field_words(name, "text")
    if kind == "pick":
        rows = tuple(picks(name).values())
        shown = label(name, str(value)) if said(path.words, name) else ""
        return Asked(_numbered(path, title), text, "pick", shown, rows)
    return Asked(_numbered(path, title), text, kind, value, offered(name))


def _numbered(path: MapPath, title: str) -> Content:
    """Return the title; of the first five, which it is."""
    if path.at not in FIRST or path.alone or path.gentle:
        return _bold(title)
    number = say("map_path.step", number=FIRST.index(path.at) + 1, count=len(FIRST))
    return Content("   ").join([_bold(title), Content.styled(number, "$muted")])


def _show(path: MapPath, *, some: bool) -> Asked:
    if some:
        rows = tuple(_row(path, name) for name in showable(path))
        return Asked(_bold(say("map_path.show.choose")), kind="mark", offered=rows)
    end = "" if path.own else "_shared"
    rows = (say(f"map_path.show.none{end}"), say("map_path.show.some"), say("map_path.show.all"))
    return Asked(_bold(say("map_path.show.title")), say(f"map_path.show.text{end}"), offered=rows)


def showable(path: MapPath) -> tuple[str, ...]:
    """Return the fields that hold something, and so can be shown."""
    return tuple(name for name in FIELDS if said(path.words, name))


# What an answer means


def event_of(path: MapPath, reply: Reply, *, some: bool = False) -> MapEvent | None:
    """Return what an answer means at this question; None where it only leads to another look of it."""
    match path.stage:
        case "before" | "after":
            return Rated("far" if reply == FAR else reply if isinstance(reply, int) else None)
        case "field":
            return Said(answer_of(path, reply))
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
    names = showable(path)
    if some:
        chosen = reply if isinstance(reply, tuple) else ()
        return Shown(tuple(names[at] for at in chosen if isinstance(at, int)))
    match _SHOW[reply if isinstance(reply, int) else 0]:
        case "none":
            return Shown(())
        case "all":
            return Shown(names)
        case _:
            return None


def draft_of(path: MapPath, reply: Reply) -> MapEvent | None:
    """Return what stands in a field by now, while it is still written; None where nothing is."""
    return Typed(answer_of(path, reply)) if path.stage == "field" else None


def answer_of(path: MapPath, reply: Reply) -> Answer:
    """Return an answer as it is kept: of a list its own word, of several things a tuple."""
    if FIELDS[path.at] == "pick":
        wanted = str(reply or "").strip()
        return next((key for key, text in picks(path.at).items() if text == wanted), wanted)
    if isinstance(reply, tuple):
        return tuple(str(one) for one in reply)
    return reply


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
