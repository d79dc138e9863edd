"""One session as a value: its plan, where it is, what was kept, and what can happen to it.

Times inside are seconds of session time; steps see active time, which stands still while the sitting
is paused or stopped. Nothing here says who stopped, who passed, or who was slower.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from coreg.practice.play import SEATS, Both, Context, Keep, Kept, Opening, Seat, seat_of

if TYPE_CHECKING:
    from coreg.practice.paths import Gone
    from coreg.practice.play import Step
    from coreg.practice.script import Script

__all__ = [
    "Active",
    "Alone",
    "Noted",
    "Parked",
    "Parking",
    "Paused",
    "Phase",
    "Plan",
    "Rested",
    "Result",
    "Resumed",
    "Sitting",
    "SittingEvent",
    "SmallBreaths",
    "Stopped",
    "WentOn",
]

Phase: TypeAlias = Literal["running", "paused", "stopped", "breaths", "over"]


@dataclass(frozen=True, slots=True)
class Plan:
    """One practice of the plan, fitted to its length; ``params`` go into the record."""

    script: Script
    variant: str = ""
    params: tuple[tuple[str, str | float], ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What one practice left: the record's entry in the making. Seconds are active seconds."""

    practice: str
    variant: str
    params: tuple[tuple[str, str | float], ...]
    planned: float
    began: float
    done: float = 0.0
    early: bool = False
    keeps: tuple[Keep, ...] = ()
    steps: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Active:
    """Active time: ``base`` seconds, and running since a moment of session time (None: stands)."""

    base: float = 0.0
    since: float | None = None

    def at(self, now: float) -> float:
        """Return the active seconds at a moment of session time."""
        return self.base + (max(0.0, now - self.since) if self.since is not None else 0.0)

    def when(self, t: float) -> float:
        """Return the moment of session time at which so many active seconds are reached, if it runs."""
        return t if self.since is None else self.since + t - self.base

    def stopped(self, now: float) -> Active:
        """Return the same time, standing."""
        return Active(self.at(now))

    def started(self, now: float) -> Active:
        """Return the same time, running from ``now`` on."""
        return Active(self.at(now), now)


@dataclass(frozen=True, slots=True)
class Sitting:
    """The whole state of one session; frozen, so that it can be written while it goes on.

    ``ticked`` is the active time up to which the step on has been told of time; ``extra`` what a and b gave
    away of their next turn; ``both`` who would like to go on after a stop; ``breathed`` the seconds of small
    breaths that a pause holds (None: it holds the step); ``gone`` how often answers have led back,
    ``led`` which answers have led elsewhere in the practice that is on;
    ``parking`` what is typed for the parked list and not on it yet; ``opening`` how somebody would like to
    begin, which is never written down.
    """

    kind: str
    plan: tuple[Plan, ...]
    phase: Phase = "running"
    active: Active = Active()
    at: int = 0
    step: int = 0
    play: object | None = None
    results: tuple[Result, ...] = ()
    ticked: float = 0.0
    order: tuple[Seat, Seat] = SEATS
    extra: tuple[float, float] = (0.0, 0.0)
    pair: Both | None = None
    own_lines: tuple[int, int] = (7, 7)
    spare: tuple[Plan, ...] = ()
    note: str = ""
    both: frozenset[Seat] = frozenset()
    breaths_from: float = 0.0
    breaths_back: Phase = "stopped"
    breathed: float | None = None
    early: bool = False
    gone: Gone = ()
    led: tuple[str, ...] = ()
    parking: str = ""
    opening: Opening | None = None

    @property
    def practice(self) -> Plan:
        """The practice that is on."""
        return self.plan[min(self.at, len(self.plan) - 1)]

    @property
    def now_step(self) -> Step:
        """The step that is on (the last one, when it is over)."""
        steps = self.practice.script.steps
        return steps[min(self.step, len(steps) - 1)]

    @property
    def context(self) -> Context:
        """What the step on may know of the rest."""
        return Context(
            order=self.order,
            turns=(self._turn_ahead("a"), self._turn_ahead("b")),
            extra=self.extra,
            pair=self.pair,
            own_lines=self.own_lines,
            ahead=tuple(plan.script.id for plan in self.plan[self.at + 1 :]),
            spare=tuple(plan.script.id for plan in self.spare),
            led=self.led,
            topic=next((keep.text for keep in reversed(self.kept("topic"))), ""),
        )

    def passes(self, step: Step) -> bool:
        """Tell whether an earlier practice of this sitting has kept what a step would ask for."""
        return bool(step.unless) and any(
            isinstance(keep, Kept) and keep.kind == step.unless
            for result in self.results[:-1]
            for keep in result.keeps
        )

    def _turn_ahead(self, seat: Seat) -> float:
        for step in self.practice.script.steps[self.step + 1 :]:
            if step.kind == "turn" and seat_of(step.who, self.order) == seat and not self.passes(step):
                return step.seconds
        return 0.0

    def kept(self, kind: str) -> tuple[Kept, ...]:
        """Return the lines of one kind that were kept so far, in order."""
        return tuple(
            keep
            for result in self.results
            for keep in result.keeps
            if isinstance(keep, Kept) and keep.kind == kind
        )


# What can happen to a sitting as a whole; everything else goes to the step that is on.


@dataclass(frozen=True, slots=True)
class Paused:
    """Time stands, asked for by either or by the machine having slept."""

    at: float


@dataclass(frozen=True, slots=True)
class Resumed:
    """Time goes on after a pause."""

    at: float


@dataclass(frozen=True, slots=True)
class Stopped:
    """Stopped. Nothing notes who."""

    at: float


@dataclass(frozen=True, slots=True)
class WentOn:
    """Somebody would like to go on after a stop; it takes both."""

    at: float
    seat: Seat


@dataclass(frozen=True, slots=True)
class Alone:
    """Somebody breathes on alone after a stop. It stands in the living state; no record holds it."""

    at: float
    seat: Seat


@dataclass(frozen=True, slots=True)
class SmallBreaths:
    """A minute of small breaths, from the stop screen or while one waits for the other."""

    at: float


@dataclass(frozen=True, slots=True)
class Rested:
    """The session ends here: good night, or left to rest."""

    at: float


@dataclass(frozen=True, slots=True)
class Noted:
    """A shared note under the practice that is on (``entry``) or under the whole session."""

    at: float
    text: str
    entry: bool = False


@dataclass(frozen=True, slots=True)
class Parked:
    """Something that is to wait: an idea, a solution, another topic. Nothing notes whose."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Parking:
    """Something is being typed that is to wait; it is not on the list yet."""

    at: float
    text: str


SittingEvent: TypeAlias = (
    Paused | Resumed | Stopped | WentOn | Alone | SmallBreaths | Rested | Noted | Parked | Parking
)
