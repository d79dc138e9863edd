"""The words of play: steps, what happens, and what a step hands back. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from coreg.practice.breathed import Breathed, Found, Led, Tapped
from coreg.practice.step import Option, Step, StepError

__all__ = [
    "SEATS",
    "Agreed",
    "Answered",
    "Both",
    "Chose",
    "Context",
    "Counted",
    "Drafted",
    "Event",
    "Gave",
    "Keep",
    "Kept",
    "Mark",
    "Move",
    "Opened",
    "Opening",
    "Option",
    "Ordered",
    "Paired",
    "Pressed",
    "Reopened",
    "Seat",
    "Skipped",
    "Step",
    "StepError",
    "Suggested",
    "Ticked",
    "Wrote",
    "other",
    "seat_of",
]

Seat: TypeAlias = Literal["a", "b"]
"""A person for good; left and right are only tonight's places."""

SEATS: tuple[Seat, Seat] = ("a", "b")


def other(seat: Seat) -> Seat:
    """Return the other of the two."""
    return "b" if seat == "a" else "a"


def seat_of(who: str, order: tuple[Seat, Seat]) -> Seat | None:
    """Return the seat that ``who`` of a step stands for when ``order`` speaks; None for both."""
    match who:
        case "first":
            return order[0]
        case "second":
            return order[1]
        case "a" | "b":
            return "a" if who == "a" else "b"
        case _:
            return None


@dataclass(frozen=True, slots=True)
class Mark:
    """How one person is, as the person put it.

    ``inside`` 0 settled to 10 more than I can hold; ``pleasant`` and ``energy`` 1..9 (the grid of
    Russell, Weiss and Mendelsohn 1989); ``state`` one of the five states. All of it may be missing.
    """

    state: str | None = None
    inside: int | None = None
    pleasant: int | None = None
    energy: int | None = None
    feelings: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    line: str = ""
    like: str | None = None


@dataclass(frozen=True, slots=True)
class Both:
    """Two marks, side by side: they exist as a pair or not at all."""

    a: Mark
    b: Mark

    def of(self, seat: Seat) -> Mark:
        """Return the mark of one of the two."""
        return self.a if seat == "a" else self.b


# What happens. ``at`` is always seconds of session time.


@dataclass(frozen=True, slots=True)
class Pressed:
    """Somebody pressed the own main key."""

    at: float
    seat: Seat


@dataclass(frozen=True, slots=True)
class Chose:
    """Somebody pressed one of the own five keys; ``index`` 0..4."""

    at: float
    seat: Seat
    index: int


@dataclass(frozen=True, slots=True)
class Answered:
    """Somebody finished the long form behind the cover; None keeps it unsaid."""

    at: float
    seat: Seat
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Drafted:
    """Something is being typed, and is not kept yet."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Wrote:
    """What was typed is finished; empty passes the step."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Reopened:
    """A finished line is taken up again before it was nodded to."""

    at: float


@dataclass(frozen=True, slots=True)
class Skipped:
    """The step is passed over."""

    at: float


@dataclass(frozen=True, slots=True)
class Ticked:
    """Time has come for something that was due."""

    at: float


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody finished how to begin, behind the cover; with no text it is let go.

    ``for_both`` shows it to both while its owner begins to speak, ``keep`` has it kept as a note as well.
    """

    at: float
    seat: Seat
    text: str
    for_both: bool = False
    keep: bool = False


Event: TypeAlias = Pressed | Chose | Answered | Opened | Drafted | Wrote | Reopened | Skipped | Ticked
"""What a step can be told. Steps see ``at`` in seconds of active time: pauses do not count."""


# What a step hands back to the sitting.


@dataclass(frozen=True, slots=True)
class Kept:
    """A line to be kept, with the name of who said it, if it bears one."""

    kind: str
    text: str
    by: Seat | None = None


@dataclass(frozen=True, slots=True)
class Paired:
    """Two sealed answers that both were given; None when it stays unsaid."""

    kind: str
    pair: Both | None


@dataclass(frozen=True, slots=True)
class Ordered:
    """Who speaks first tonight."""

    first: Seat


@dataclass(frozen=True, slots=True)
class Opening:
    """How somebody would like to begin. It lives in memory alone, until the other has the floor."""

    seat: Seat
    text: str
    for_both: bool = False


@dataclass(frozen=True, slots=True)
class Gave:
    """A gift of speaking time: ``seconds`` more for one, ``cost`` of them out of the giver's own."""

    to: Seat
    seconds: float
    cost: float


@dataclass(frozen=True, slots=True)
class Agreed:
    """A next step, to be looked at again after so many days (None: no date)."""

    text: str
    days: int | None


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion that both took: what comes next, and what is left out tonight."""

    practice: str
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """An answer that is counted, for both together: how often it was given is kept, by whom is not."""

    answer: str


Keep: TypeAlias = (
    Kept | Paired | Ordered | Opening | Gave | Agreed | Suggested | Counted | Breathed | Tapped | Led | Found
)


@dataclass(frozen=True, slots=True)
class Context:
    """What a step may know of the sitting: the order of speaking, budgets, marks, what exists.

    ``turns`` are the seconds of the next turn that a and b still have in this practice (0: none), and
    ``extra`` what was given away of them (below nought); ``own_lines`` are the two personal lines
    (0..10); ``ahead`` the ids of the practices still to come, ``spare`` of those that may be brought in;
    ``led`` the answers that have led elsewhere in this practice, ``topic`` what it is about.
    """

    order: tuple[Seat, Seat] = SEATS
    turns: tuple[float, float] = (0.0, 0.0)
    extra: tuple[float, float] = (0.0, 0.0)
    pair: Both | None = None
    own_lines: tuple[int, int] = (7, 7)
    ahead: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()
    led: tuple[str, ...] = ()
    topic: str = ""

    def speaker(self, who: str) -> Seat | None:
        """Return the seat that ``"first"``, ``"second"``, ``"a"`` or ``"b"`` stands for tonight."""
        return seat_of(who, self.order)

    def given(self, seat: Seat) -> float:
        """Return what this seat gave away of its next turn, as seconds below nought."""
        return self.extra[SEATS.index(seat)]

    def own(self, seat: Seat) -> float:
        """Return the seconds this seat still has for its next turn; 0 when there is none."""
        return self.turns[SEATS.index(seat)] + self.given(seat)


@dataclass(frozen=True, slots=True)
class Move:
    """What a step makes of an event: its next state (None: the step is done) and what is kept.

    ``answer`` is the option that was taken where answers lead to different steps.
    """

    play: object | None
    keeps: tuple[Keep, ...] = ()
    answer: str = ""
