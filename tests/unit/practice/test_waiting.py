"""Waiting in a talk: announced, at its end and never over by itself; and what was put off to another day."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from coreg.evening.planning import Options, plan
from coreg.practice.play import Agreed, Chose, Event, Kept, Pressed, Reopened, Skipped, Wrote
from coreg.practice.playing import advance, apply, due, journal
from coreg.practice.sitting import Sitting
from coreg.practice.steps.wait import MOST_MINUTES, SOON, Waiting
from coreg.practice.steps.write import Writing
from tests.unit.practice.evenings import first_of, keeps, options, playing, script, sitting, through
from tests.unit.practice.test_script import refused
from tests.unit.practice.ways_through import by_answering, to_the_end

WAIT: dict[str, object] = {"kind": "wait", "params": {"minutes": 10}}
TOPIC: dict[str, object] = {"kind": "write", "keeps": "topic"}
READY: dict[str, object] = {
    "kind": "ask",
    "who": "second",
    "options": options("yes", "soon", "another"),
    "next": {"another": "next"},
}
TALK: dict[str, object] = {"kind": "say", "seconds": 10}
NEXT: dict[str, object] = {
    "id": "next",
    "kind": "agree",
    "options": options("1", "7"),
    "words": {"said_another": "a floor talk"},
}


def test_it_is_announced_two_minutes_before_and_at_its_end_and_waits_on() -> None:
    state = first_of(WAIT)
    assert playing(state, Waiting).face(0) == "before"
    for moment, face in ((600 - SOON, "soon"), (600.0, "now")):
        assert due(state) == moment
        state = advance(state, moment)
        assert playing(state, Waiting).face(moment) == face
    assert due(state) is None
    assert playing(advance(state, 5000), Waiting).left(5000) == 0


@pytest.mark.parametrize("at", [5.0, 700.0])
def test_it_takes_both_to_go_on_earlier_or_later(at: float) -> None:
    state = first_of(WAIT)
    one = through(state, Pressed(at, "b"), Pressed(at, "b"), Chose(at, "a", 0))
    assert playing(one, Waiting)
    assert not playing(journal(one, at), Waiting).pressed
    assert apply(one, Pressed(at, "a")).step == 1
    assert apply(state, Skipped(at)).step == 1


@pytest.mark.parametrize(
    "wrong", [{}, {"minutes": 0}, {"minutes": MOST_MINUTES + 1}, {"minutes": True}, {"minutes": "ten"}]
)
def test_it_needs_minutes(wrong: dict[str, object]) -> None:
    assert refused({"id": "one", "kind": "wait", "params": wrong})[0] == "step_wait"
    assert refused({"id": "one", **WAIT, "seconds": 5})[0] == "step_wait"


def put_off(topic: str) -> Sitting:
    """Return a talk that was put off to another day by the one who would listen."""
    return through(sitting(script(TOPIC, READY, TALK, NEXT)), Wrote(1, topic), Chose(2, "b", 2))


@pytest.mark.parametrize(
    ("topic", "said"), [("the landlord", "a floor talk: the landlord"), ("", "a floor talk")]
)
def test_of_what_was_put_off_only_the_day_is_asked_for(topic: str, said: str) -> None:
    state = put_off(topic)
    assert playing(state, Writing) == Writing(2, said, finished=True)
    assert keeps(apply(state, Chose(3, "a", 1)))[-1] == Agreed(said, 7)
    assert keeps(apply(state, Skipped(3)))[-1] == Agreed(said, None)
    changed = through(state, Reopened(3), Wrote(4, "on Sunday"), Chose(5, "b", 0))
    assert keeps(changed)[-1] == Agreed("on Sunday", 1)


def test_a_mirror_talk_plans_the_turn_of_the_other() -> None:
    def tomorrow(state: Sitting, now: float) -> Sequence[Event]:
        return (Chose(now, "a", 1),) if state.now_step.name == "turn_about" else by_answering(state, now)

    over = to_the_end(sitting(plan("mirror_talk", None, Options())), 0.0, tomorrow)
    (agreed,) = [keep for keep in keeps(over) if isinstance(keep, Agreed)]
    assert agreed.text.startswith("the other’s turn in the mirror talk: line")
    assert agreed.days == 1


@pytest.mark.parametrize("answer", [0, 1])
def test_where_nothing_was_put_off_a_next_step_is_asked_for(answer: int) -> None:
    state = through(
        sitting(script(TOPIC, READY, TALK, NEXT)), Wrote(1, "x"), Chose(2, "b", answer), Skipped(3)
    )
    assert playing(state, Writing) == Writing(3)
    assert keeps(state) == [Kept("topic", "x")]
