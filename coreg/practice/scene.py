"""One recurring scene, looked at together: what each notices, tells themselves, feels and does, and ways out.

A fold over events: values in, values out. Nothing in it says who passed, went back or pressed first, and what
was sealed at its beginning is in no text that is kept (practices.md 4.3).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from coreg.practice.play import SEATS, Chose, Pressed, other
from coreg.practice.steps.sealed import Sealing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.practice.play import Seat

__all__ = [
    "FIELDS",
    "LIMIT",
    "MOST_WEEKS",
    "OVER",
    "UNDER",
    "USUAL_WEEKS",
    "Back",
    "On",
    "Scene",
    "SceneEvent",
    "Turned",
    "Typed",
    "Way",
    "WayKind",
    "apply",
    "asked",
    "taken_up",
    "ways",
]

FIELDS = ("notice", "tell", "outside", "inside", "do")
"""What stands in the column of one person, in its order."""

UNDER, OVER = 0, 1
"""What each may choose, sealed, before it begins: under the own line; at it, or over it."""

LIMIT = 2_000
"""Characters of one line."""

USUAL_WEEKS = 4
"""After how many weeks the two look at what they agreed again, unless they say otherwise."""

MOST_WEEKS = 26
"""The longest they can put that off, in weeks."""

_LOOSE = ("gesture", "word")


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene at one moment.

    ``texts`` is what was written, by the name of the step: ``scene``, ``a.notice`` ... ``b.do``, ``name``,
    ``a.say``, ``b.say``, ``gesture``, ``word``. ``at`` is the step; ``first`` whose column comes first.
    ``weeks`` is when what is agreed is looked at again, 0 for no day. Who is settled (``sealing``,
    ``settled``, ``offered``) and who has pressed (``both``) lives in memory alone.
    """

    id: str = ""
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    at: str = "scene"
    first: Seat | None = None
    weeks: int = USUAL_WEEKS
    loop: str = ""
    sealing: Sealing = field(default_factory=lambda: Sealing(0.0))
    settled: bool = False
    offered: bool = False
    both: frozenset[Seat] = frozenset()

    @property
    def stage(self) -> str:
        """What is on: the step, or ``gate`` before anything but the scene is asked."""
        return self.at if self.settled or self.at in ("scene", "over") else "gate"

    @property
    def text(self) -> str:
        """What stands in the line of the step that is on."""
        return self.texts.get(_key(self, self.stage), "")

    def said(self, seat: Seat, name: str) -> str:
        """Return one line of somebody's column, or the own way out (``say``)."""
        return self.texts.get(f"{seat}.{name}", "")

    @property
    def seat(self) -> Seat | None:
        """Whose step is on; None where it is of both."""
        begin = self.stage[:2]
        return "a" if begin == "a." else "b" if begin == "b." else None

    @property
    def writes(self) -> bool:
        """Whether a line is typed at the step that is on."""
        return self.stage not in ("gate", "first", "drawn", "agree", "over")


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the line now."""

    text: str


@dataclass(frozen=True, slots=True)
class On:
    """On to the next step; an empty line passes it."""


@dataclass(frozen=True, slots=True)
class Back:
    """Back to the step before."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Another day to look again, so many weeks later or (below nought) earlier."""

    by: int


SceneEvent: TypeAlias = Typed | On | Back | Turned | Chose | Pressed
"""What can happen."""

WayKind: TypeAlias = Literal["sentence", "gesture", "word"]
"""What a way out is: something to say, a gesture, a code word."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way out: its words, what it is, and whose sentence, if it is one's."""

    text: str
    kind: WayKind
    seat: Seat | None = None


def asked(scene: Scene) -> tuple[str, ...]:
    """Return the steps in their order; before it is known whose column comes first, those up to that."""
    if scene.first is None:
        return ("scene", "first")
    one, two = scene.first, other(scene.first)
    columns = (f"{seat}.{name}" for seat in (one, two) for name in FIELDS)
    says = (f"{one}.say", f"{two}.say")
    return ("scene", "first", *columns, f"{one}.again", "drawn", "name", *says, *_LOOSE, "agree", "over")


def ways(scene: Scene) -> tuple[Way, ...]:
    """Return the ways out that were written."""
    order = SEATS if scene.first is None else (scene.first, other(scene.first))
    found = [Way(scene.said(seat, "say"), "sentence", seat) for seat in order]
    found += [Way(scene.texts.get("gesture", ""), "gesture"), Way(scene.texts.get("word", ""), "word")]
    return tuple(way for way in found if way.text.strip())


def taken_up(scene: Scene) -> Scene:
    """Return a scene that was left as it is gone on with: both say anew whether they are settled."""
    return replace(scene, sealing=Sealing(0.0), settled=False, offered=False, both=frozenset())


def apply(scene: Scene, event: SceneEvent) -> Scene:
    """Return the scene after one event. An event that means nothing now changes nothing."""
    match event:
        case Typed(text):
            return _typed(scene, text)
        case Turned(by):
            weeks = max(0, min(MOST_WEEKS, scene.weeks + by))
            return replace(scene, weeks=weeks) if scene.stage == "agree" else scene
        case Chose(_, seat, index):
            return _chose(scene, seat, index)
        case Pressed(_, seat):
            return _pressed(scene, seat)
        case On():
            return _on(scene)
        case _:
            return _back(scene)


def _key(scene: Scene, step: str) -> str:
    """Return under which name the line of a step is kept: the one seen again is what was noticed at first."""
    return f"{scene.first}.notice" if step.endswith(".again") else step


def _typed(scene: Scene, text: str) -> Scene:
    if not scene.writes:
        return scene
    return _write(scene, _key(scene, scene.at), text[:LIMIT])


def _write(scene: Scene, key: str, text: str) -> Scene:
    return replace(scene, texts=MappingProxyType({**scene.texts, key: text}))


def _chose(scene: Scene, seat: Seat, index: int) -> Scene:
    if scene.stage != "gate" or scene.offered or index not in (UNDER, OVER):
        return scene
    return replace(scene, sealing=scene.sealing.picked(seat, index))


def _pressed(scene: Scene, seat: Seat) -> Scene:
    match scene.stage:
        case "gate" if not scene.offered:
            return _sealed(replace(scene, sealing=scene.sealing.pressed(seat)))
        case "first":
            return _to(replace(scene, first=seat), 1)
        case "gate" | "agree":
            both = scene.both | {seat}
            return _together(scene) if len(both) == len(SEATS) else replace(scene, both=both)
        case _:
            return scene


def _sealed(scene: Scene) -> Scene:
    if len(scene.sealing.sealed) < len(SEATS):
        return scene
    if OVER in (scene.sealing.a, scene.sealing.b):
        return replace(scene, offered=True)
    return _settled(scene)


def _settled(scene: Scene) -> Scene:
    return replace(scene, settled=True, both=frozenset(), sealing=Sealing(0.0), offered=False)


def _together(scene: Scene) -> Scene:
    return _settled(scene) if scene.stage == "gate" else replace(_to(scene, 1), both=frozenset())


def _on(scene: Scene) -> Scene:
    if scene.stage in ("gate", "first", "agree", "over") or (scene.at == "scene" and not scene.text.strip()):
        return scene
    moved = _to(scene, 1)
    # Without a way out there is nothing to agree on.
    return _to(moved, 1) if moved.at == "agree" and not ways(moved) else moved


def _back(scene: Scene) -> Scene:
    return scene if scene.stage in ("gate", "scene", "over") else replace(_to(scene, -1), both=frozenset())


def _to(scene: Scene, by: int) -> Scene:
    steps = asked(scene)
    moved = replace(scene, at=steps[steps.index(scene.at) + by])
    return moved if moved.text.strip() or by < 0 else _offered_words(moved)


def _offered_words(scene: Scene) -> Scene:
    """Put into an empty line what is known already: what one does is what the other notices."""
    first = scene.first
    if first is None:
        return scene
    if scene.at == f"{other(first)}.notice":
        return _write(scene, scene.at, scene.said(first, "do"))
    if scene.at == f"{first}.again":
        return _write(scene, f"{first}.notice", scene.said(other(first), "do"))
    return scene
