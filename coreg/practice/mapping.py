"""One person's map of what sets them off, as a fold: one question at a time, each of which can be passed.

Values in, values out. Where it is kept, and for whose eyes, is decided elsewhere; here is what is asked next,
what has been said so far, and when it is a lot: then steadying is offered before anything else, and nothing
is asked any more for which somebody would have to go back into it.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from coreg.practice.map_path import (
    ALL,
    FAR,
    FIRST,
    GENTLE,
    REST,
    Begun,
    Chose,
    Closed,
    Kept,
    MapPath,
    Placed,
    Rated,
    Said,
    Shown,
    Steadied,
    TooMuch,
    Typed,
    WentBack,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coreg.practice.map_path import Answer, Inside, MapEvent, Place, Stage

__all__ = ["apply", "choices", "empty", "left_at", "one_field", "said", "taken_up", "undecided"]


def taken_up(
    words: Mapping[str, Answer], at: str, *, own: bool, line: int, shows: bool = True, closing: str = ""
) -> MapPath:
    """Return the path of a map that was left: first the number inside, then the field it was left at."""
    before = FIRST[: FIRST.index(at)] if at in FIRST else ()
    done = FIRST if not at else tuple(name for name in FIRST if name in before or said(words, name))
    back: Place = ("field", at) if at in ALL else ("more", "")
    asked = tuple(name for name in done if name != at)
    left = MapPath("before", own, "", line, words=dict(words), closing=closing)
    return replace(left, asked=asked, back_to=back, shows=shows)


def one_field(words: Mapping[str, Answer], at: str, *, own: bool, line: int, closing: str = "") -> MapPath:
    """Return the path that asks for one field and for nothing else."""
    return MapPath("field", own, at, line, words=dict(words), closing=closing, alone=True)


def said(words: Mapping[str, Answer], name: str) -> bool:
    """Tell whether a field holds anything."""
    found = words.get(name)
    return bool(found.strip()) if isinstance(found, str) else found not in (None, ())


def empty(path: MapPath) -> bool:
    """Tell whether nothing has been said: then there is nothing to keep."""
    return not any(said(path.words, name) for name in ALL)


def choices(path: MapPath) -> tuple[str, ...]:
    """Return the fields that can follow the first five: all others, and those of the five left empty."""
    offered = GENTLE if path.gentle else ALL
    return tuple(name for name in offered if name in REST or not said(path.words, name))


def left_at(path: MapPath) -> str:
    """Return the field at which it would be gone on with; "" when the five are done."""
    if path.stage == "field":
        return path.at
    if path.stage in ("before", "gate", "steady") and path.back_to[0] == "field":
        return path.back_to[1]
    waits = (name for name in FIRST if name not in path.asked and not said(path.words, name))
    return next(waits, "")


def undecided(path: MapPath) -> str:
    """Return the good thing of which it is not said yet whether it is kept; "" where there is none."""
    return "" if path.stage in ("after", "show", "over") and not path.alone else path.closing


def apply(path: MapPath, event: MapEvent) -> MapPath:
    """Return the path after one event. An event that means nothing now changes nothing."""
    match event:
        case Typed(answer):
            return _typed(path, answer)
        case TooMuch():
            return _too_much(path)
        case WentBack():
            return _back(path)
        case Rated(inside):
            return _rated(path, inside)
        case _:
            return _answered(path, event)


def _typed(path: MapPath, answer: Answer) -> MapPath:
    if path.stage == "close":
        return replace(path, closing=str(answer or ""))
    return replace(path, words={**path.words, path.at: answer}) if path.stage == "field" else path


def _answered(path: MapPath, event: MapEvent) -> MapPath:
    answers = _ANSWERS.get((path.stage, type(event)))
    return path if answers is None else answers(path, event)


def _on(path: MapPath, stage: Stage, at: str = "") -> MapPath:
    return replace(path, stage=stage, at=at, trail=(*path.trail, (path.stage, path.at)))


def _said(path: MapPath, event: Said) -> MapPath:
    words = {**path.words, path.at: event.answer}
    asked = (*(name for name in path.asked if name != path.at), path.at)
    told = replace(path, words=words, asked=asked)
    if path.alone:
        return _on(told, "over")
    following = _following(told)
    return _on(told, "field", following) if following else _on(told, "more")


def _following(path: MapPath) -> str:
    """Return the next of the five; where it was a lot, only of those that do not lead back into it."""
    offered = (name for name in FIRST if not path.gentle or name in GENTLE)
    waits = (name for name in offered if name not in path.asked and not said(path.words, name))
    return next(waits, "")


def _rated(path: MapPath, inside: Inside) -> MapPath:
    if path.stage == "after":
        done = replace(path, after=inside)
        return _on(done, "show" if path.shows and not empty(path) else "over")
    if path.stage != "before":
        return path
    # The number that was said first is the one to compare with; one that is asked for again only steadies.
    first = path.before if path.before is not None else inside
    rated = replace(path, before=first)
    return _on(rated, "gate") if _over(path, inside) else _go_on(rated)


def _over(path: MapPath, inside: Inside) -> bool:
    return inside == FAR or (isinstance(inside, int) and inside >= path.line)


def _go_on(path: MapPath) -> MapPath:
    stage, at = path.back_to
    if path.gentle and stage == "field" and at not in GENTLE:
        at = _following(path)
        stage = "field" if at else "more"
    return _on(path, stage, at)


def _too_much(path: MapPath) -> MapPath:
    if path.alone or path.stage not in ("field", "more"):
        return path
    return _on(replace(path, back_to=(path.stage, path.at)), "gate")


def _steadied(path: MapPath, event: Steadied) -> MapPath:
    if path.stage == "steady":
        return replace(_on(path, "before"), way=None)
    match event.way:
        case "enough":
            return _on(path, "close")
        case "gently":
            return _go_on(replace(path, gentle=True))
        case way:
            return replace(_on(path, "steady"), way=way)


def _back(path: MapPath) -> MapPath:
    if not path.trail:
        return path
    stage, at = path.trail[-1]
    asked = tuple(name for name in path.asked if name != at)
    back = replace(path, stage=stage, at=at, asked=asked, trail=path.trail[:-1], way=None)
    # Nobody is led back into steadying, nor to what is kept already: the question before it is meant.
    passed = ("steady", "gate", *(("close", "keep") if path.kept else ()))
    return _back(back) if stage in passed else back


def _begun(path: MapPath, _: Begun) -> MapPath:
    return _on(path, "where")


def _placed(path: MapPath, event: Placed) -> MapPath:
    return replace(path, stage="before", own=event.own, back_to=("field", FIRST[0]), trail=())


def _chose(path: MapPath, event: Chose) -> MapPath:
    if not event.field:
        return _on(path, "close")
    return _on(path, "field", event.field) if event.field in choices(path) else path


def _closed(path: MapPath, event: Closed) -> MapPath:
    text = event.text.strip()
    return _on(replace(path, closing=text), "keep" if text else "after")


def _kept(path: MapPath, event: Kept) -> MapPath:
    return _on(replace(path, kept=event.kept, closing="" if event.kept else path.closing), "after")


def _shown(path: MapPath, event: Shown) -> MapPath:
    there = tuple(name for name in ALL if name in event.fields and said(path.words, name))
    return _on(replace(path, shown=there), "over")


_ANSWERS: Mapping[tuple[Stage, type], Callable[[MapPath, Any], MapPath]] = MappingProxyType(
    {
        ("intro", Begun): _begun,
        ("where", Placed): _placed,
        ("field", Said): _said,
        ("gate", Steadied): _steadied,
        ("steady", Steadied): _steadied,
        ("more", Chose): _chose,
        ("close", Closed): _closed,
        ("keep", Kept): _kept,
        ("show", Shown): _shown,
    }
)
"""What an answer means, by where it is given. Everything else means nothing there."""
