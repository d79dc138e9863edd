"""Moments of an evening as their stages see them, and ways to draw them without a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from coreg.keys import keymap
from coreg.practice.play import Answered, Chose, Event, Mark, Opened, Pressed, Seat, Skipped
from coreg.practice.playing import advance, apply
from coreg.practice.sitting import Sitting
from coreg.practice.steps.turn import Turning
from coreg.widgets.steps import STAGES
from coreg.widgets.steps.base import TextStage
from coreg.widgets.steps.view import View
from coreg.widgets.text import centred
from tests.unit.practice.evenings import options, quiet_evening, script, sitting, through

KEYS = keymap({})
SIZES = [(60, 11), (80, 17), (112, 26), (200, 54)]
NAMES = [
    ("Mina", "Jo"),
    ("[red]x[/]", "[@click=app.bell]y[/]"),
    ("[/]", "[ ] [x]"),
    ("{speaker}", "{0.__class__}"),
    ("山田" * 10, "田中" * 10),
    ("山" * 40, "田" * 40),
    ("W" * 40, "M" * 40),
    ("👩‍❤️‍👩 Mina", "e\u0301" * 20),
    ("مينا", "יונתן"),
    ("\x1b[31mMi\u202ena", "\x9b2JJo\n"),
]


def view(state: Sitting, now: float = 0.0, names: tuple[str, str] = ("Mina", "Jo"), left: Seat = "a") -> View:
    return View(state, state.active.at(now), now, names, left, KEYS)


def solid(text: str) -> str:
    """Return a text without its blanks, so that it does not matter where it was folded."""
    return "".join(text.split())


# Every stage of text at a moment


def at_choice() -> Sitting:
    row: dict[str, object] = {
        "kind": "choose",
        "who": "second",
        "keeps": "like",
        "options": options("ears", "ideas"),
        "words": {"title": "{speaker}, I’d like …", "text": "Choose, so that {listener} knows."},
    }
    return sitting(script(row))


def talk_at(step: str) -> Sitting:
    state = quiet_evening()
    while state.now_step.id != step:
        play = state.play
        state = apply(state, Pressed(1, play.seat) if isinstance(play, Turning) else Skipped(1))
        state = advance(state, 1) if not isinstance(play, Turning) else apply(state, Skipped(1))
    return state


def checked_in(a: int, b: int, steps: int) -> Sitting:
    both = (Chose(2, "a", a), Chose(2, "b", b), Pressed(3, "a"), Pressed(3, "b"))
    return through(quiet_evening(), Skipped(1), *both, *[Skipped(4)] * steps)


LONG = Mark(
    None,
    9,
    1,
    9,
    ("overwhelmed", "disappointed", "irritated"),
    ("to be heard", "nothing just now"),
    "w" * 500,
)
LINE = Mark(line="[bold]a long day[/] {speaker} 山", like="silence")


def revealed(a: Mark, b: Mark) -> Sitting:
    words: dict[str, object] = {"words": {"title": "Side by side", "text": "Nothing to mend."}}
    rows: tuple[dict[str, object], ...] = (
        {"kind": "form", "keeps": "state"},
        {"kind": "reveal", "seconds": 9, **words},
    )
    return through(
        sitting(script(*rows)), Pressed(1, "a"), Answered(1, "a", a), Pressed(1, "b"), Answered(1, "b", b)
    )


def in_a_part(*rows: dict[str, object], reminders: Sequence[str] = ()) -> Sitting:
    """Return a sitting at the first step of a part in which the second speaks after the first."""
    words = {"title": "{speaker} to {listener}", "text": "Plain words.", "listener": "{listener}, listen."}
    steps = [{"part": "part", "words": words, **row} for row in rows]
    part = {"id": "part", "rounds": 1, "swap": "every_round"}
    return sitting(script(*steps, part=[part], reminders=list(reminders)))


REPLY: dict[str, object] = {"kind": "reply", "who": "listener", "seconds": 30}
GATE: dict[str, object] = {"kind": "gate", "options": options("under", "over")}


def asked(who: str) -> Sitting:
    return in_a_part({"kind": "ask", "who": who, "options": options("got_it", "nearly", "more")})


def gated(*events: Event) -> Sitting:
    both = (Chose(1, "a", 0), Chose(1, "b", 1), Pressed(2, "a"), Pressed(2, "b"))
    return through(in_a_part(GATE), *(events or both))


def begun_softly(*events: Event, for_both: bool = False) -> Sitting:
    """Return a turn of the first, who has written down how to begin."""
    opening: dict[str, object] = {"kind": "opening", "who": "first"}
    words = {"title": "{speaker} has the floor", "text": "One point.", "listener": "{listener}, listen."}
    turn: dict[str, object] = {"kind": "turn", "who": "first", "seconds": 45, "words": words}
    opened = Opened(2, "a", "I saw [b]the cups[/]. " + "words " * 70, for_both)
    return through(sitting(script(opening, turn)), Pressed(1, "a"), opened, *events)


def waiting() -> Sitting:
    """Return a wait of ten minutes."""
    words = {"title": "In ten minutes, here.", "text": "Both keys go on."}
    return sitting(script({"kind": "wait", "seconds": 0, "params": {"minutes": 10}, "words": words}))


def turn_at(now: float, *events: Event) -> tuple[Sitting, float]:
    state = through(talk_at("turn_first"), *events)
    return advance(state, now), now


def moments() -> dict[str, tuple[Sitting, float]]:
    """Return a sitting at every kind of moment that is told in text."""
    return {
        "say": (quiet_evening(), 0.0),
        "say long": (talk_at("closing"), 30.0),
        "sealed": (apply(quiet_evening(), Skipped(1)), 1.0),
        "hug": (talk_at("hug"), 1.0),
        "reveal": (checked_in(0, 3, 0), 4.0),
        "reveal unsaid": (through(quiet_evening(), Skipped(1), Skipped(2)), 4.0),
        "reveal long": (revealed(LONG, LINE), 4.0),
        "suggest": (checked_in(0, 0, 2), 5.0),
        "suggest asks": (checked_in(3, 0, 2), 5.0),
        "suggest no talk": (checked_in(2, 2, 2), 5.0),
        "suggest waits": (checked_in(2, 2, 2), 90.0),
        "choose": (at_choice(), 0.0),
        "choose chosen": (apply(at_choice(), Chose(1, "b", 1)), 60.0),
        "first": (talk_at("who"), 1.0),
        "first waits": (talk_at("who"), 60.0),
        "turn": turn_at(100),
        "turn given": turn_at(100, Pressed(5, "b")),
        "turn grace": turn_at(485),
        "turn beyond": turn_at(900),
        "turn handed": turn_at(101, Pressed(100, "a")),
        "turn slower": turn_at(100, Chose(98, "b", 2)),
        "turn reminded": (
            in_a_part({"kind": "turn", "who": "speaker", "seconds": 45}, reminders=["Slow."]),
            1.0,
        ),
        "reply": (in_a_part(REPLY), 3.0),
        "reply handed": (apply(in_a_part(REPLY, {**REPLY, "id": "two"}), Pressed(3, "b")), 4.0),
        "ask": (asked("speaker"), 0.0),
        "ask both": (asked("both"), 60.0),
        "alternate": (in_a_part({"kind": "alternate", "who": "speaker", "params": {"count": 5}}), 0.0),
        "gate": (gated(Chose(1, "a", 0)), 1.0),
        "gate offered": (gated(), 3.0),
        "turn handed last": (apply(talk_at("turn_second"), Pressed(90, "b")), 91.0),
    }


def beginnings() -> dict[str, tuple[Sitting, float]]:
    """Return a sitting at moments around how a talk begins."""
    return {
        "wait": (waiting(), 0.0),
        "wait over": (advance(waiting(), 700), 700.0),
        "turn opening": (begun_softly(), 3.0),
        "turn opening shown": (begun_softly(Chose(3, "a", 0), Chose(3, "b", 0)), 4.0),
        "turn opening for both": (begun_softly(for_both=True), 3.0),
    }


MOMENTS = {**moments(), **beginnings()}


def drawn(stage: TextStage, shown: View, width: int) -> list[Content]:
    return centred(stage.lines(shown), width).split("\n", allow_blank=True)


def text_of(rows: Sequence[Content]) -> str:
    return solid("".join(row.plain for row in rows))


def stage_of(state: Sitting) -> TextStage:
    stage = STAGES[state.now_step.kind]()
    assert isinstance(stage, TextStage)
    return stage
