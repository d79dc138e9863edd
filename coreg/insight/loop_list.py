"""All the loops there are to look at: those found now, those that were named, those drawn from a scene."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.insight.loop_picture import picture_of, picture_of_scene
from coreg.insight.loops import Found, find, trace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from coreg.insight.loop_picture import Picture, Wording
    from coreg.record.fields import Seat
    from coreg.record.maps import Exit, Link, Loop, Trigger

__all__ = ["AtHand", "Seen", "at_hand", "picture_seen"]


@dataclass(frozen=True, slots=True)
class Seen:
    """One loop to look at.

    Attributes:
        found: how it goes through the maps as they are now; none for a scene, and for one of which a link is
            gone.
        loop: what is kept of it: its name, its ways out, its scene; none before it was named.
        second: whether another one was named that goes through the same moves.
    """

    found: Found | None = None
    loop: Loop | None = None
    second: bool = False

    @property
    def key(self) -> str:
        """What it is known by while it is looked at, named or not."""
        if self.found is not None and not self.second:
            return "\n".join(self.found.moves)
        return self.loop.id if self.loop is not None else ""

    @property
    def name(self) -> str:
        """What the two call it; empty before they call it anything."""
        return self.loop.name.strip() if self.loop is not None else ""

    @property
    def exits(self) -> tuple[Exit, ...]:
        """The ways out that both agreed on."""
        return self.loop.exits if self.loop is not None else ()

    @property
    def is_scene(self) -> bool:
        """Whether it was drawn from a scene."""
        return self.loop is not None and (self.loop.a is not None or self.loop.b is not None)


@dataclass(frozen=True, slots=True)
class AtHand:
    """All loops to look at, and whether enough is linked to find any."""

    enough: bool
    loops: tuple[Seen, ...] = ()


def at_hand(triggers: Sequence[Trigger], links: Sequence[Link], loops: Sequence[Loop], today: date) -> AtHand:
    """Return what is found now, most weight first; then what else was named, and then scenes, newest first.

    A loop that was named is one with what is found through the same moves; where two were, as in two copies
    of the book, the other one is looked at by itself.
    """
    looked = find(triggers, links, today)
    scenes = [loop for loop in loops if loop.a is not None or loop.b is not None]
    left = sorted((loop for loop in loops if loop not in scenes), key=_newest, reverse=True)
    found = [Seen(one, _called(left, one.moves)) for one in looked.found]
    before = [*(one.moves for one in looked.found), *(loop.moves for loop in left)]
    others = [
        Seen(trace(triggers, links, today, loop.moves), loop, loop.moves in before[:place])
        for place, loop in enumerate(left, len(found))
    ]
    drawn = [Seen(loop=loop) for loop in sorted(scenes, key=_newest, reverse=True)]
    return AtHand(looked.enough, (*found, *others, *drawn))


def picture_seen(seen: Seen, wording: Wording, left: Seat = "a") -> Picture | None:
    """Return what is to be drawn of a loop; None where there is nothing to draw just now."""
    if seen.found is not None:
        return picture_of(seen.found, wording, exits=seen.exits, left=left)
    if seen.is_scene and seen.loop is not None:
        return picture_of_scene(seen.loop, wording, left=left)
    return None


def _called(left: list[Loop], moves: tuple[str, ...]) -> Loop | None:
    """Take the loop that is called by these moves out of those that are left."""
    called = next((loop for loop in sorted(left, key=_is_beside) if loop.moves == moves), None)
    if called is not None:
        left.remove(called)
    return called


def _is_beside(loop: Loop) -> bool:
    return bool(loop.beside)


def _newest(loop: Loop) -> tuple[str, str]:
    return loop.written.isoformat(), loop.id
