"""A pause with its return: when it is, what may move it, and what is shown when. Values only.

A return is promised on the wall and, within one start of the computer, counted by a clock that goes on while
the machine sleeps and that nobody sets (decisions.md, Time). Nothing here knows who asked, answered or came.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from coreg.practice.play import Seat

__all__ = [
    "ANSWERS",
    "LONGER",
    "LONGEST",
    "MOST_LONGER",
    "NOBODY",
    "SHORTEST",
    "SOON",
    "USUAL",
    "Answer",
    "Face",
    "Reading",
    "Sealed",
    "Timeout",
    "asked",
    "face",
    "gone",
    "leaves_room",
    "left",
    "left_open",
    "longer",
    "longer_by",
    "minutes",
    "next_face_in",
    "outcome",
    "planned",
    "sealed",
]

_MINUTE = 60.0

SHORTEST = 20 * _MINUTE
"""Seconds of the shortest pause: the break that is taught (Gottman 1994); no trial of the figure is known."""

LONGEST = 24 * 60 * _MINUTE
"""Seconds after which a pause is to have come back, extensions and all."""

USUAL = 30 * _MINUTE
"""Seconds of a pause where nothing else was agreed."""

LONGER = 30 * _MINUTE
"""Seconds that "a little longer" adds, from the moment both have answered."""

MOST_LONGER = 2
"""How often a return may be put off."""

SOON = 2 * _MINUTE
"""Seconds before the return at which it is announced."""

NOBODY = 30 * _MINUTE
"""Seconds after the return at which another time is asked for instead."""

Answer: TypeAlias = Literal["ready", "longer", "not_tonight"]
"""What each may say, sealed, at the return."""

ANSWERS: tuple[Answer, ...] = ("ready", "longer", "not_tonight")

Face: TypeAlias = Literal["before", "soon", "now", "after", "open"]
"""What is shown: ``open`` when no time is set."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at the clocks: the wall (seconds since 1970) and, if the start of the computer has a name,
    the seconds since it (``awake``), sleep included.
    """

    wall: float
    boot: str = ""
    awake: float = 0.0


@dataclass(frozen=True, slots=True)
class Timeout:
    """A pause. ``since`` is when the return was set, ``seconds`` how long after it; None leaves it open.

    ``times`` is how often it was put off, ``again`` whether another day was picked.
    """

    begun: Reading
    since: Reading
    seconds: float | None
    times: int = 0
    again: bool = False

    @property
    def back(self) -> float | None:
        """The promised return on the wall, in seconds since 1970."""
        return None if self.seconds is None else self.since.wall + self.seconds


def asked(now: Reading, seconds: float) -> Timeout:
    """Return a pause that begins now; its length is brought within :data:`SHORTEST` and :data:`LONGEST`."""
    return Timeout(now, now, min(LONGEST, max(SHORTEST, seconds)))


def gone(since: Reading, now: Reading) -> float:
    """Return the seconds between two looks: what the wall says counts only across a start of the computer."""
    if since.boot and since.boot == now.boot:
        return now.awake - since.awake
    return now.wall - since.wall


def left(timeout: Timeout, now: Reading) -> float | None:
    """Return the seconds until the return, below nought after it; None when it is left open."""
    return None if timeout.seconds is None else timeout.seconds - gone(timeout.since, now)


def face(timeout: Timeout, now: Reading) -> Face:
    """Return what is to be shown now."""
    remaining = left(timeout, now)
    if remaining is None:
        return "open"
    if remaining > SOON:
        return "before"
    if remaining > 0:
        return "soon"
    return "now" if remaining > -NOBODY else "after"


def leaves_room(timeout: Timeout, now: Reading) -> bool:
    """Tell whether another pause may begin beside it: nothing of it is to come tonight.

    It was left open, its time went by, or another day was picked that is not there yet.
    """
    shown = face(timeout, now)
    return shown in ("open", "after") or (timeout.again and shown == "before")


def next_face_in(timeout: Timeout, now: Reading) -> float | None:
    """Return the seconds until something else is to be shown; None when nothing will be by itself."""
    remaining = left(timeout, now)
    if remaining is None:
        return None
    return next((remaining - at for at in (SOON, 0.0, -NOBODY) if remaining > at), None)


def longer_by(timeout: Timeout, now: Reading) -> float:
    """Return the seconds by which the return may be put off now; 0 when it may not."""
    if timeout.again or timeout.seconds is None or timeout.times >= MOST_LONGER:
        return 0.0
    room = LONGEST - max(0.0, gone(timeout.begun, now))
    return min(LONGER, room) if room >= _MINUTE else 0.0


def longer(timeout: Timeout, now: Reading) -> Timeout:
    """Return the pause with its return a little later; the same pause where that may not be."""
    by = longer_by(timeout, now)
    return replace(timeout, since=now, seconds=by, times=timeout.times + 1) if by else timeout


def planned(timeout: Timeout, now: Reading, seconds: float) -> Timeout:
    """Return the pause with another time, so many seconds from now."""
    return replace(timeout, since=now, seconds=max(0.0, seconds), again=True)


def left_open(timeout: Timeout) -> Timeout:
    """Return the pause without a time."""
    return replace(timeout, seconds=None)


def minutes(timeout: Timeout, now: Reading) -> int:
    """Return how long the pause has been, in whole minutes, at least one."""
    return max(1, round(gone(timeout.begun, now) / _MINUTE))


@dataclass(frozen=True, slots=True)
class Sealed:
    """What both have answered so far: in memory alone, and nothing of it is shown before both have."""

    a: Answer | None = None
    b: Answer | None = None


def sealed(answers: Sealed, seat: Seat, answer: Answer) -> Sealed:
    """Return the answers with one more; somebody's new answer takes the place of the old one."""
    return replace(answers, a=answer) if seat == "a" else replace(answers, b=answer)


def outcome(answers: Sealed) -> Answer | None:
    """Return what both answers come to, all that is ever known of them; None until there are two."""
    if answers.a is None or answers.b is None:
        return None
    return max(answers.a, answers.b, key=ANSWERS.index)
