"""One person's map of what sets them off, as a fold: one question at a time, each of which can be passed.

Values in, values out. Where it is kept, and for whose eyes, is decided elsewhere; here is what is asked next,
what has been said so far, and when it is a lot: then steadying is offered before anything else, and nothing is
asked any more for which somebody would have to go back into it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ALL",
    "FAR",
    "FIELDS",
    "FIRST",
    "GENTLE",
    "REST",
    "Answer",
    "Begun",
    "Chose",
    "Closed",
    "Inside",
    "Kept",
    "MapEvent",
    "MapPath",
    "Placed",
    "Rated",
    "Said",
    "Shown",
    "Stage",
    "Steadied",
    "TooMuch",
    "Typed",
    "Way",
    "WentBack",
    "apply",
    "choices",
    "empty",
    "left_at",
    "one_field",
    "said",
    "taken_up",
]

FIRST = ("cue", "body", "story", "move", "need")
"""The five that are asked for at first: when, in my body, I tell myself, then I, it would help."""

REST = (
    *("name", "cue_kind", "strength", "state", "feeling", "softer", "echo"),
    *("move_kind", "helps_me", "helps_you", "please_dont", "early_sign"),
)
"""All others, which can follow any day in an order of one's own."""

ALL = (*FIRST, *REST)
"""Every field, in the order in which they are shown."""

GENTLE = ("need", "helps_me", "helps_you", "please_dont")
"""What can be asked of somebody for whom it is a lot: what helps, and nothing that leads back into it."""

FieldKind: TypeAlias = Literal["line", "several", "pick", "scale"]
"""How a field is answered: a line, several short things, one of a list, a number from 0 to 10."""

FIELDS: Mapping[str, FieldKind] = MappingProxyType(
    {
        **dict.fromkeys(ALL, "line"),
        **dict.fromkeys(("cue_kind", "state", "move_kind"), "pick"),
        "body": "several",
        "strength": "scale",
    }
)
"""How each field is answered."""

FAR = "far"
"""Far away, gone flat: said beside the numbers, and not a calm one."""

Inside: TypeAlias = "int | Literal['far'] | None"
"""How it is inside: 0 settled to 10 more than I can hold, far away, or not said."""

Answer: TypeAlias = "str | int | tuple[str, ...] | None"
"""What stands in a field: a line, a number, several short things, or nothing."""

Stage: TypeAlias = Literal[
    "intro", "where", "before", "gate", "steady", "field", "more", "close", "keep", "after", "show", "over"
]
"""Where it is. ``before`` asks for the number inside, ``steady`` is breathing or looking around, ``more`` has the
other fields, ``close`` asks for one good thing and ``keep`` where it belongs, ``show`` what the other may see.
"""

Way: TypeAlias = Literal["breathe", "look", "gently", "enough"]
"""What can be done where it is a lot: small breaths, looking around, what helps alone, enough for today."""

_Place: TypeAlias = "tuple[Stage, str]"


@dataclass(frozen=True, slots=True)
class MapPath:
    """The path at one moment."""

    stage: Stage = "intro"
    own: bool = True
    """Whether it is for its owner alone for now."""
    at: str = ""
    """The field that is asked for."""
    line: int = 7
    """The owner's own line, shown to nobody."""
    before: Inside = None
    after: Inside = None
    way: Way | None = None
    """How it is steadied just now."""
    gentle: bool = False
    """Whether only what helps is asked for, because it was a lot."""
    words: Mapping[str, Answer] = field(default_factory=dict)
    closing: str = ""
    """The one good thing at the end."""
    kept: Literal["", "glimmer", "resource"] = ""
    """As what it is to be kept, if it is."""
    shown: tuple[str, ...] = ()
    """The fields that the other may see."""
    asked: tuple[str, ...] = ()
    """The fields that were asked for and left again."""
    trail: tuple[_Place, ...] = ()
    """Where it came from."""
    back_to: _Place = ("more", "")
    """Where it goes on after it was a lot."""
    alone: bool = False
    """Whether it is one field alone that is asked for, and nothing before or after."""
    shows: bool = True
    """Whether it is asked at the end what the other may see."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The one whose map it is would like to begin."""


@dataclass(frozen=True, slots=True)
class Placed:
    """It is for its owner alone for now (``own``), or for both."""

    own: bool


@dataclass(frozen=True, slots=True)
class Rated:
    """How it is inside, or nothing."""

    inside: Inside


@dataclass(frozen=True, slots=True)
class TooMuch:
    """It has become a lot."""


@dataclass(frozen=True, slots=True)
class Steadied:
    """How to go on where it is a lot; while it is steadied, that this is done."""

    way: Way


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the field by now; it is still being written."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Said:
    """The field has its answer, or was passed: then it holds nothing."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Chose:
    """One of the other fields; "" comes to an end for today."""

    field: str


@dataclass(frozen=True, slots=True)
class Closed:
    """One thing that tells the body that it is alright here; empty passes it."""

    text: str


@dataclass(frozen=True, slots=True)
class Kept:
    """As what it is to be kept; "" when saying it was enough."""

    kept: Literal["", "glimmer", "resource"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the other may see of it."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WentBack:
    """Back to the question before."""


MapEvent: TypeAlias = (
    Begun | Placed | Rated | TooMuch | Steadied | Typed | Said | Chose | Closed | Kept | Shown | WentBack
)
"""What can happen."""


def taken_up(
    words: Mapping[str, Answer], at: str, *, own: bool, line: int, shows: bool = True
) -> MapPath:
    """Return the path of a map that was left: first the number inside, then the field at which it was left."""
    before = FIRST[: FIRST.index(at)] if at in FIRST else ()
    done = FIRST if not at else tuple(name for name in FIRST if name in before or said(words, name))
    back: _Place = ("field", at) if at in ALL else ("more", "")
    asked = tuple(name for name in done if name != at)
    return MapPath("before", own, "", line, words=dict(words), asked=asked, back_to=back, shows=shows)


def one_field(words: Mapping[str, Answer], at: str, *, own: bool, line: int) -> MapPath:
    """Return the path that asks for one field and for nothing else."""
    return MapPath("field", own, at, line, words=dict(words), alone=True)


def said(words: Mapping[str, Answer], name: str) -> bool:
    """Tell whether a field holds anything."""
    found = words.get(name)
    return bool(found.strip()) if isinstance(found, str) else found not in (None, ())


def empty(path: MapPath) -> bool:
    """Tell whether nothing has been said: then there is nothing to keep."""
    return not any(said(path.words, name) for name in ALL)


def choices(path: MapPath) -> tuple[str, ...]:
    """Return the fields that can be gone to when the first five are done: all others, and those left empty."""
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


def apply(path: MapPath, event: MapEvent) -> MapPath:
    """Return the path after one event. An event that means nothing now changes nothing."""
    match event:
        case Typed() if path.stage == "field":
            return replace(path, words={**path.words, path.at: event.answer})
        case TooMuch():
            return _too_much(path)
        case WentBack():
            return _back(path)
        case Rated():
            return _rated(path, event.inside)
        case Steadied():
            return _steadied(path, event.way)
        case _:
            return _answered(path, event)


def _answered(path: MapPath, event: MapEvent) -> MapPath:
    match (path.stage, event):
        case ("intro", Begun()):
            return _on(path, "where")
        case ("where", Placed(own)):
            return replace(path, stage="before", own=own, back_to=("field", FIRST[0]), trail=())
        case ("field", Said(answer)):
            return _said(path, answer)
        case ("more", Chose(name)) if name in choices(path):
            return _on(path, "field", name)
        case ("more", Chose("")):
            return _on(path, "close")
        case ("close", Closed(text)):
            return _on(replace(path, closing=text.strip()), "keep" if text.strip() else "after")
        case ("keep", Kept(kept)):
            return _on(replace(path, kept=kept), "after")
        case ("show", Shown(fields)):
            there = tuple(name for name in ALL if name in fields and said(path.words, name))
            return _on(replace(path, shown=there), "over")
        case _:
            return path


def _on(path: MapPath, stage: Stage, at: str = "") -> MapPath:
    return replace(path, stage=stage, at=at, trail=(*path.trail, (path.stage, path.at)))


def _said(path: MapPath, answer: Answer) -> MapPath:
    words = {**path.words, path.at: answer}
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


def _steadied(path: MapPath, way: Way) -> MapPath:
    if path.stage == "steady":
        return replace(_on(path, "before"), way=None)
    if path.stage != "gate":
        return path
    if way == "enough":
        return _on(path, "close")
    if way == "gently":
        return _go_on(replace(path, gentle=True))
    return replace(_on(path, "steady"), way=way)


def _back(path: MapPath) -> MapPath:
    if not path.trail:
        return path
    stage, at = path.trail[-1]
    asked = tuple(name for name in path.asked if name != at)
    back = replace(path, stage=stage, at=at, asked=asked, trail=path.trail[:-1], way=None)
    # Nobody is led back into steadying: the question before it is meant.
    return _back(back) if stage in ("steady", "gate") else back
