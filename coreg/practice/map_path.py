"""What a map of what sets somebody off is made of, and what can happen on the way. Values alone."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    "Place",
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
"""Where it is.

``before`` and ``after`` ask for the number inside, ``steady`` is breathing or looking around, ``more`` has
the other fields, ``close`` asks for one good thing and ``keep`` where it belongs, ``show`` what the other may
see.
"""

Way: TypeAlias = Literal["breathe", "look", "gently", "enough"]
"""What can be done where it is a lot: small breaths, looking around, what helps alone, enough for today."""

Place: TypeAlias = "tuple[Stage, str]"
"""A stage, and of ``field`` which one."""


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
    trail: tuple[Place, ...] = ()
    """Where it came from."""
    back_to: Place = ("more", "")
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
    """What stands in the field, or as the one good thing, by now; it is still being written."""

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
