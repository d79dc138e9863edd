"""The first start as a fold: two names, the own keys, the plain page, the book, three breaths, home.

Values in, values out. Whether a key may be chosen is asked where the keys are known; here it has
arrived and holds. Nothing says who was slower, and going back a step undoes it whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from coreg.practice.play import SEATS, Pressed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.practice.play import Seat

__all__ = [
    "ASKED",
    "OFFERS",
    "PATIENCE",
    "Asking",
    "Breathed",
    "Hello",
    "HelloEvent",
    "KeyArrived",
    "Made",
    "Named",
    "Stage",
    "WentBack",
    "apply",
    "arrived",
    "back",
    "offered",
]

ASKED = ("left.main", "left.stop", "right.main", "right.stop")
"""Ids of the keys that each presses once, in the order in which they are asked for."""

PATIENCE = 10.0
"""Seconds after which a key that did not arrive gets another offered."""

OFFERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "left.main": ("f", "d", "a"),
        "left.stop": ("z", "x", "v"),
        "right.main": ("j", "k", "h"),
        "right.stop": ("/", ".", ";"),
    }
)
"""Keys to offer, the usual one first. The first two main keys have a ridge and are found blind."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Which of the four keys have arrived, in the order asked, and since when the next is waited for (s)."""

    since: float = 0.0
    pressed: tuple[str, ...] = ()

    @property
    def asked(self) -> str | None:
        """The id of the key that is waited for; None when all four are there."""
        return ASKED[len(self.pressed)] if len(self.pressed) < len(ASKED) else None

    @property
    def chosen(self) -> dict[str, str]:
        """The keys that have arrived, by id."""
        return dict(zip(ASKED, self.pressed, strict=False))


def arrived(asking: Asking, press: str, now: float) -> Asking:
    """Return the asking with one more key; when all four are there it stays as it is."""
    if asking.asked is None:
        return asking
    return Asking(now, (*asking.pressed, press))


def back(asking: Asking, now: float) -> Asking:
    """Return the asking with the last key taken back."""
    return Asking(now, asking.pressed[:-1])


def offered(asking: Asking, now: float) -> str:
    """Return the key to offer at a moment: another every ten seconds, none that is taken, "" at the end."""
    if asking.asked is None:
        return ""
    free = [key for key in OFFERS[asking.asked] if key not in asking.pressed]
    waited = int(max(0.0, now - asking.since) / PATIENCE)
    return free[min(waited, len(free) - 1)]


Stage: TypeAlias = Literal["names", "keys", "ready", "page", "making", "breaths", "over"]
"""Where the first start is: ``ready`` shows the keys, ``making`` waits for the disk, ``over`` is home."""


@dataclass(frozen=True, slots=True)
class Hello:
    """The first start at one moment; ``both`` are the ones who would like to go on, never shown."""

    stage: Stage = "names"
    names: tuple[str, str] = ("", "")
    asking: Asking = field(default_factory=Asking)
    both: frozenset[Seat] = frozenset()


@dataclass(frozen=True, slots=True)
class Named:
    """Both names are there, left and right; they hold."""

    at: float
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class KeyArrived:
    """A key was pressed that can be the own key that was asked for."""

    at: float
    press: str


@dataclass(frozen=True, slots=True)
class Made:
    """The disk has answered: the book is there, or it could not be made."""

    at: float
    done: bool


@dataclass(frozen=True, slots=True)
class Breathed:
    """The three breaths are over, or were enough."""

    at: float


@dataclass(frozen=True, slots=True)
class WentBack:
    """Somebody would like to go back a step."""

    at: float


HelloEvent: TypeAlias = Named | KeyArrived | Pressed | Made | Breathed | WentBack
"""What can happen; ``at`` is in seconds of any one clock."""


def apply(hello: Hello, event: HelloEvent) -> Hello:
    """Return the first start after one event. An event that means nothing now changes nothing."""
    match event:
        case Named():
            return _named(hello, event)
        case KeyArrived():
            return _key(hello, event)
        case Pressed():
            return _pressed(hello, event)
        case Made():
            return _made(hello, event)
        case Breathed():
            return replace(hello, stage="over") if hello.stage == "breaths" else hello
        case _:
            return _back(hello, event)


def _named(hello: Hello, event: Named) -> Hello:
    if hello.stage != "names":
        return hello
    return replace(hello, stage="keys", names=(event.a, event.b), asking=Asking(event.at))


def _key(hello: Hello, event: KeyArrived) -> Hello:
    if hello.stage != "keys":
        return hello
    asking = arrived(hello.asking, event.press, event.at)
    return replace(hello, asking=asking, stage="keys" if asking.asked else "ready", both=frozenset())


def _pressed(hello: Hello, event: Pressed) -> Hello:
    following = _TOGETHER.get(hello.stage)
    if following is None:
        return hello
    both = hello.both | {event.seat}
    if len(both) < len(SEATS):
        return replace(hello, both=both)
    return replace(hello, stage=following, both=frozenset())


def _made(hello: Hello, event: Made) -> Hello:
    if hello.stage != "making":
        return hello
    return replace(hello, stage="breaths" if event.done else "page")


def _back(hello: Hello, event: WentBack) -> Hello:
    calm = replace(hello, both=frozenset())
    if hello.stage == "page":
        return replace(calm, stage="ready")
    if hello.stage == "ready" or (hello.stage == "keys" and hello.asking.pressed):
        return replace(calm, stage="keys", asking=back(hello.asking, event.at))
    return replace(calm, stage="names") if hello.stage == "keys" else hello


_TOGETHER: Mapping[Stage, Stage] = MappingProxyType({"ready": "page", "page": "making"})
"""What both go on from together, and where to."""
