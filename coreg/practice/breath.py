"""Breathing patterns, and where a breath is at ``t`` seconds.

Nothing here counts ticks: every answer is a function of seconds since the first breath, so a
pause, a stall or a sleeping lid cannot make two answers differ. All times are seconds.
"""

from __future__ import annotations

import math
from dataclasses import KW_ONLY, dataclass
from typing import Literal

__all__ = [
    "BOUNDS",
    "COUNTDOWN",
    "COUNTDOWN_LONGEST",
    "Breath",
    "Kind",
    "Pattern",
    "PatternError",
    "Phase",
    "breath_at",
    "cycles_done",
    "eased",
    "lead_in",
    "shown_seconds",
]

Phase = Literal["in", "top_up", "hold", "out", "rest", "free"]
"""Where a breath is; "free" stands for breathing without cues, so that nothing of it is shown or sounds."""

Kind = Literal["paced", "free", "finder"]

COUNTDOWN = 5.0
"""Seconds between "begin" and the first breath, unless a couple sets another."""

COUNTDOWN_LONGEST = 15.0
"""The longest countdown in seconds; the shortest is none."""

BOUNDS: dict[str, tuple[float, float]] = {
    "inhale": (2.0, 8.0),
    "hold_in": (0.0, 8.0),
    "exhale": (2.0, 12.0),
    "hold_out": (0.0, 6.0),
    "cycle": (5.0, 24.0),
    "minutes": (1.0, 20.0),
}
"""Lowest and highest safe value by field: seconds, ``minutes`` in minutes.

A whole cycle of 5 to 24 s is 2.5 to 12 breaths a minute. Adults settle best between 4.5 and 6.5
(Lehrer & Gevirtz 2014); holds past 8 s are left out on purpose.
"""


class PatternError(ValueError):
    """A pattern that is not offered, because it is unsafe or does not hold together.

    Attributes:
        code: ``pattern_bounds`` (facts pattern, field, value, low, high), ``pattern_span``
            (pattern, minutes, low, high), or what a reader of patterns adds.
        facts: what the sentence about it needs.
    """

    def __init__(self, code: str, **facts: object) -> None:
        """Keep the code and the facts; the sentence is made at the edge."""
        super().__init__(code)
        self.code = code
        self.facts: dict[str, object] = facts


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of breathing: its lengths, and how many minutes of it are offered.

    Attributes:
        id: its name in records and on the command line.
        inhale: seconds of breathing in, 2 to 8.
        hold_in: seconds held after it, 0 to 8.
        exhale: seconds of breathing out, 2 to 12.
        hold_out: seconds of rest after it, 0 to 6.
        minutes: how long a sitting is unless somebody chooses another length.
        low: shortest sitting offered, minutes.
        high: longest sitting offered, minutes, at most 20.
        top_up: seconds of a second sip of breath after the inhale; with it the inhale is 8 s at most.
        hummed: whether the breath out is hummed.
        counted: whether sittings are offered in whole breaths rather than in minutes, so that they may be
            shorter than a minute; ``minutes``, ``low`` and ``high`` are what so many breaths take.
        kind: "paced"; "free" for sitting without cues, where the lengths are of no breath; "finder" for
            trying several paces one after the other, of which this is the first.
        ramp: what leads up to this pattern, for about a minute each.
        neighbour: the id of a pattern without holds that is offered beside one with holds.

    Raises:
        PatternError: a length outside :data:`BOUNDS`, or minutes outside low to high.
    """

    id: str
    inhale: float
    hold_in: float
    exhale: float
    hold_out: float
    minutes: float = 5.0
    low: float = 2.0
    high: float = 20.0
    _: KW_ONLY
    top_up: float = 0.0
    hummed: bool = False
    counted: bool = False
    kind: Kind = "paced"
    ramp: tuple[Pattern, ...] = ()
    neighbour: str = ""

    def __post_init__(self) -> None:
        """Refuse what is not safe to offer."""
        for field in ("inhale", "hold_in", "exhale", "hold_out"):
            self._within(field, getattr(self, field), *BOUNDS[field])
        self._within("top_up", self.top_up, 0.0, BOUNDS["inhale"][1] - self.inhale)
        self._within("cycle", self.cycle, *BOUNDS["cycle"])
        shortest, longest = BOUNDS["minutes"]
        for value in (self.low, self.high):
            self._within("minutes", value, self.cycle / 60 if self.counted else shortest, longest)
        if not self.low <= self.minutes <= self.high:
            raise PatternError(
                "pattern_span", pattern=self.id, minutes=self.minutes, low=self.low, high=self.high
            )

    def _within(self, field: str, value: float, low: float, high: float) -> None:
        # Written so that a value that is no number at all is refused too.
        if not low <= value <= high:
            raise PatternError(
                "pattern_bounds", pattern=self.id, field=field, value=value, low=low, high=high
            )

    @property
    def cycle(self) -> float:
        """Seconds of one whole breath."""
        return self.out_from + self.exhale + self.hold_out

    @property
    def full_from(self) -> float:
        """Seconds into a breath at which the lungs are full."""
        return self.inhale + self.top_up

    @property
    def out_from(self) -> float:
        """Seconds into a breath at which breathing out begins."""
        return self.full_from + self.hold_in

    @property
    def by(self) -> float:
        """Minutes by which a sitting is made longer or shorter: one, or one breath where they are counted."""
        return self.cycle / 60 if self.counted else 1.0

    @property
    def holds(self) -> bool:
        """Whether a breath is held anywhere in it, so that the caution belongs beside it."""
        return self.hold_in > 0 or self.hold_out > 0


@dataclass(frozen=True, slots=True)
class Breath:
    """One moment of a breath.

    Attributes:
        phase: ``in``, ``top_up`` (a second sip), ``hold`` (lungs full), ``out``, ``rest`` (lungs empty), or
            ``free`` (no cues: the rest is defined, and not for showing).
        fill: how full, 0 to 1; eased, so that it starts and ends each way gently.
        left: seconds left in the phase; 0 where nobody knows how long it lasts.
        cycle: whole breaths before this one.
        length: seconds of the whole phase.
    """

    phase: Phase
    fill: float
    left: float
    cycle: int
    length: float

    @property
    def seconds(self) -> int:
        """The number a person should see now."""
        return shown_seconds(self.left, self.length)


def breath_at(pattern: Pattern, t: float) -> Breath:
    """Tell where a breath is ``t`` seconds after the first one began.

    Total: anything that is no time to breathe at (negative, endless, not a number) is the start
    of the first breath. Exact after any number of breaths, because the remainder of a float
    division is exact.
    """
    cycle, within = _place(pattern, t)
    if within < pattern.full_from:
        return _filling(pattern, within, cycle)
    if within < pattern.out_from:
        return _moment("hold", 1.0, pattern.out_from - within, cycle, pattern.hold_in)
    end = pattern.out_from + pattern.exhale
    if within < end:
        fill = 1.0 - eased((within - pattern.out_from) / pattern.exhale)
        return _moment("out", fill, end - within, cycle, pattern.exhale)
    return _moment("rest", 0.0, pattern.cycle - within, cycle, pattern.hold_out)


def _filling(pattern: Pattern, within: float, cycle: int) -> Breath:
    """Return a moment of breathing in; with a second sip the first one leaves room for it."""
    room = pattern.top_up / pattern.full_from
    if within < pattern.inhale:
        fill = (1.0 - room) * eased(within / pattern.inhale)
        return _moment("in", fill, pattern.inhale - within, cycle, pattern.inhale)
    fill = 1.0 - room + room * eased((within - pattern.inhale) / pattern.top_up)
    return _moment("top_up", fill, pattern.full_from - within, cycle, pattern.top_up)


def _moment(phase: Phase, fill: float, left: float, cycle: int, length: float) -> Breath:
    return Breath(phase, min(1.0, max(0.0, fill)), min(left, length), cycle, length)


def _place(pattern: Pattern, t: float) -> tuple[int, float]:
    """Return whole cycles before ``t`` and the seconds into the current one."""
    if not 0.0 < t < math.inf:
        return 0, 0.0
    whole, within = divmod(t, pattern.cycle)
    return int(whole), within


def eased(share: float) -> float:
    """Turn an even share 0 to 1 into one that is still at both ends (half a cosine)."""
    return (1.0 - math.cos(math.pi * share)) / 2.0


def cycles_done(pattern: Pattern, t: float) -> int:
    """Count the whole breaths that are over ``t`` seconds after the first one began."""
    return _place(pattern, t)[0]


def shown_seconds(left: float, length: float = math.inf) -> int:
    """Return the number to show while ``left`` seconds remain: 4, 3, 2, 1.

    With the ``length`` of the phase, a phase of 5.5 s counts from 5, not from a 6 that would be
    gone in half a second.
    """
    if left <= 0:
        return 0
    # A millionth of a second over a whole one is rounding, not another second.
    shown = max(1, math.ceil(left - 1e-6))
    return shown if shown <= length else max(1, math.floor(length))


def lead_in(countdown: float, t: float) -> float:
    """Return the seconds left of the countdown ``t`` seconds after "begin"; 0 once it is over.

    A countdown outside 0 to 15 s counts as the nearer end.
    """
    length = min(max(0.0, countdown), COUNTDOWN_LONGEST)
    return max(0.0, length - max(0.0, t))
