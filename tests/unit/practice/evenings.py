"""Evenings to test with: short scripts, everything that can happen, and ways through to the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st

from coreg.evening.planning import Options, evening_plan, plan, spare
from coreg.practice.play import (
    SEATS,
    Answered,
    Chose,
    Drafted,
    Event,
    Keep,
    Mark,
    Opened,
    Pressed,
    Reopened,
    Seat,
    Skipped,
    Ticked,
    Wrote,
    other,
)
from coreg.practice.playing import apply, begin
from coreg.practice.script import Script, read_script
from coreg.practice.sitting import (
    Alone,
    Noted,
    Parked,
    Parking,
    Paused,
    Plan,
    Rested,
    Resumed,
    Sitting,
    SittingEvent,
    SmallBreaths,
    Stopped,
    WentOn,
)

Happening = Event | SittingEvent
S = TypeVar("S")

FIVE = ("settled", "up", "over", "flat", "far")
DAYS = ("1", "7")
BREATH: dict[str, str | float] = {"pattern": "easy46", "inhale": 4.0, "exhale": 6.0, "countdown": 5}

TAPPED = {**BREATH, "way": "crossing", "free": 20, "taps": True}


def options(*ids: str) -> list[dict[str, str]]:
    """Return options whose words are their ids."""
    return [{"id": one, "text": one} for one in ids]


def script(*rows: dict[str, object], **more: object) -> Script:
    """Return a script of these steps; a step without an id is named by its place."""
    steps = [{"id": f"step{number}", **row} for number, row in enumerate(rows)]
    return read_script({"id": "made", "name": "Made", "minutes": 5, "step": steps, **more})


def sitting(
    *plans: Plan | Script,
    kind: str = "made",
    order: tuple[Seat, Seat] = SEATS,
    own_lines: tuple[int, int] = (7, 7),
    spare: tuple[Plan, ...] = (),
) -> Sitting:
    """Return a sitting that begins at 0 s of session time."""
    made = tuple(one if isinstance(one, Plan) else Plan(one) for one in plans)
    return begin(Sitting(kind, made, order=order, own_lines=own_lines, spare=spare), 0.0)


def through(state: Sitting, *events: Happening) -> Sitting:
    """Return a sitting after several things happened, one after the other."""
    for event in events:
        state = apply(state, event)
    return state


def playing(state: Sitting, kind: type[S]) -> S:
    """Return the running step's state, which is of this kind."""
    assert isinstance(state.play, kind)
    return state.play


def quiet_evening(one: Options | None = None) -> Sitting:
    """Return the quiet evening of the packs, just begun."""
    with_all = one or Options()
    return sitting(*evening_plan("quiet", with_all), kind="quiet", spare=spare(with_all))


# Any script that holds


def _row(kind: str, **more: object) -> st.SearchStrategy[dict[str, object]]:
    fixed = {"kind": st.just(kind), "seconds": st.sampled_from((0.1, 3, 10, 45.5, 90))}
    mine = {name: one if isinstance(one, st.SearchStrategy) else st.just(one) for name, one in more.items()}
    return st.fixed_dictionaries({**fixed, **mine})


ANSWERS = ("got_it", "nearly", "more")
ASK = _row("ask", who=st.sampled_from(("first", "second", "both")), options=options(*ANSWERS), count=True)
ASKED_IN_PASSING = _row(
    "ask",
    who=st.sampled_from(("first", "both")),
    seconds=15,
    options=options(*ANSWERS),
    params=st.sampled_from(ANSWERS).map(lambda one: {"by_itself": one}),
)
"""A question that answers itself: every answer in turn can be the one, those that lead back too."""

_TURN = _row(
    "turn", who=st.sampled_from(("first", "second", "a", "b")), seconds=st.sampled_from((1, 45, 90, 480))
)
ROWS: Sequence[st.SearchStrategy[dict[str, object]]] = (
    _row("say", seconds=st.sampled_from((0, 3.3, 10, 60))),
    _row("sealed", keeps="state", options=options(*FIVE)),
    _row("sealed", keeps="hug", options=options("yes", "no"), params={"mutual": True}),
    _row("form", keeps="state"),
    _row("reveal", seconds=st.sampled_from((0, 7.7, 20))),
    _row("suggest", seconds=st.sampled_from((0, 15))),
    _row(
        "choose", who=st.sampled_from(("first", "second", "both")), keeps="like", options=options(*FIVE[:4])
    ),
    _TURN,
    _TURN,
    _row("turn", who="first", seconds=45, params={"fixed": True}),
    _row("reply", who="second", seconds=30),
    _row(
        "write", who=st.sampled_from(("first", "second", "both")), keeps=st.sampled_from(("stays", "topic"))
    ),
    _row("write", who="both", keeps="stays", unless="stays"),
    _row("agree", options=options(*DAYS)),
    _row("breathe", params=st.sampled_from((BREATH, TAPPED)), seconds=st.sampled_from((1, 25, 60))),
    _row("lead", params={"countdown": 5}, seconds=st.sampled_from((1, 30, 240))),
    _row("find_pace", params={"countdown": 5}, seconds=st.sampled_from((5, 300))),
    _row("alternate", who=st.sampled_from(("first", "second", "a")), params={"count": 3}),
    _row("gate", options=options("under", "over")),
    _row("wait", seconds=0, params={"minutes": 10}),
    _row("opening", who=st.sampled_from(("first", "second", "b"))),
    _row("stay", who=st.sampled_from(("first", "second", "a")), seconds=st.sampled_from((20, 140))),
    ASK,
    ASK,
    ASKED_IN_PASSING,
)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """Draw a script of any kinds of step; who speaks first is settled before anybody speaks.

    Answers lead anywhere, back too, and some steps are a part that comes several times.
    """
    rows = [dict(row) for row in draw(st.lists(st.one_of(ROWS), min_size=1, max_size=6))]
    parts = draw(_PARTS)
    for row in rows[1:] if parts else ():
        row["part"] = "part"
        if row["kind"] in ("turn", "reply", "ask") and parts[0].get("swap"):
            row["who"] = draw(st.sampled_from(("speaker", "listener")))
    if draw(st.booleans()):
        rows.insert(0, {"kind": "first", "seconds": 20})
    for row in rows:
        if row["kind"] == "ask":
            leads = st.sampled_from([f"step{number}" for number in range(len(rows))])
            row["next"] = draw(st.dictionaries(st.sampled_from(ANSWERS[1:]), leads))
            row["most"] = 1
    used = parts if any("part" in row for row in rows) else []
    return script(*rows, id=draw(st.sampled_from(("made", "check_in", "day_talk"))), part=used)


_PARTS: st.SearchStrategy[list[dict[str, object]]] = st.one_of(
    st.just([]),
    st.fixed_dictionaries(
        {
            "id": st.just("part"),
            "rounds": st.integers(1, 2),
            "swap": st.sampled_from(("", "every_round", "after_all")),
        }
    ).map(lambda part: [part]),
)


_PACKS = ("check_in", "breathe", "day_talk", "waking", "one_thing", "check_out", "company", "mirror_talk")
_OPTIONS = tuple(Options(form=form, one_hand=hand) for form in ("states", "full") for hand in (False, True))
_REAL = tuple(plan(name, None, one) for name in _PACKS for one in _OPTIONS)


ORDERS: tuple[tuple[Seat, Seat], ...] = (("a", "b"), ("b", "a"))


@st.composite
def sittings(draw: st.DrawFn) -> Sitting:
    """Draw a sitting of up to three practices, of the packs or of any other, just begun."""
    some_plan = st.one_of(st.builds(Plan, scripts()), st.sampled_from(_REAL))
    plans = tuple(draw(st.lists(some_plan, min_size=1, max_size=3)))
    order = draw(st.sampled_from(ORDERS))
    return begin(Sitting("made", plans, order=order, spare=spare(Options())), 0.0)


# Everything that can happen

_SEAT = st.sampled_from(SEATS)
_TEXT = st.one_of(st.sampled_from(("", "  ", "a good day")), st.text(max_size=12))
_MARKS = st.one_of(
    st.none(), st.builds(Mark, inside=st.integers(0, 10), line=_TEXT, feelings=st.just(("tired", "warm")))
)
STEP_EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Pressed, st.just(0.0), _SEAT),
    st.builds(Pressed, st.just(0.0), _SEAT),
    st.builds(Chose, st.just(0.0), _SEAT, st.integers(0, 4)),
    st.builds(Answered, st.just(0.0), _SEAT, _MARKS),
    st.builds(Opened, st.just(0.0), _SEAT, _TEXT, st.booleans(), st.booleans()),
    st.builds(Drafted, st.just(0.0), _TEXT),
    st.builds(Wrote, st.just(0.0), _TEXT),
    st.builds(Reopened, st.just(0.0)),
    st.builds(Skipped, st.just(0.0)),
)
SITTING_EVENTS: st.SearchStrategy[SittingEvent] = st.one_of(
    st.builds(Paused, st.just(0.0)),
    st.builds(Resumed, st.just(0.0)),
    st.builds(Stopped, st.just(0.0)),
    st.builds(WentOn, st.just(0.0), _SEAT),
    st.builds(WentOn, st.just(0.0), _SEAT),
    st.builds(Alone, st.just(0.0), _SEAT),
    st.builds(SmallBreaths, st.just(0.0)),
    st.builds(Noted, st.just(0.0), _TEXT, st.booleans()),
    st.builds(Parked, st.just(0.0), _TEXT),
    st.builds(Parking, st.just(0.0), _TEXT),
)
MOSTLY: st.SearchStrategy[Happening] = st.one_of(STEP_EVENTS, STEP_EVENTS, STEP_EVENTS, SITTING_EVENTS)
ENDINGS: st.SearchStrategy[Happening] = st.one_of(
    st.builds(Rested, st.just(0.0)), st.builds(Ticked, st.just(0.0))
)
GAPS = st.one_of(st.just(0.0), st.floats(0, 2), st.floats(0, 90), st.floats(0, 900))
EXACT_GAPS = st.one_of(st.integers(0, 16), st.integers(0, 8 * 300)).map(lambda eighths: eighths / 8)
"""Seconds that binary fractions hold exactly, so that sums of them can be compared without rounding."""

Story = list[tuple[float, Happening]]


def stories(
    events: st.SearchStrategy[Happening] = MOSTLY, gaps: st.SearchStrategy[float] = GAPS, most: int = 25
) -> st.SearchStrategy[Story]:
    """Draw what happens: seconds since the thing before, and the thing."""
    return st.lists(st.tuples(gaps, events), max_size=most)


def told(state: Sitting, story: Story, now: float = 0.0) -> Iterable[tuple[Sitting, float]]:
    """Yield the sitting, and the moment, after each thing of a story."""
    yield state, now
    for gap, event in story:
        state, now = apply(state, replace(event, at=now + gap)), now + gap
        yield state, now


def at_the_end(state: Sitting, story: Story) -> tuple[Sitting, float]:
    """Return the sitting, and the moment, after a story."""
    *_, last = told(state, story)
    return last


def first_of(*rows: dict[str, object], left: Seat = "a") -> Sitting:
    """Return a sitting at the first of these steps, with words that wait after them."""
    last: dict[str, object] = {"kind": "say", "seconds": 0}
    return sitting(script(*rows, last), order=(left, other(left)))


def keeps(state: Sitting) -> list[Keep]:
    """Return everything that was kept so far."""
    return [keep for result in state.results for keep in result.keeps]
