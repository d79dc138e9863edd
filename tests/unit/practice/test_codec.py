"""What the journal on disk is made of: a sitting as plain data, without anything that is sealed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.codec import CodecError, from_plain, to_plain
from coreg.practice.play import SEATS, Answered, Chose, Event, Mark, Pressed, Seat
from coreg.practice.playing import advance, apply, journal
from coreg.practice.sitting import Paused, Sitting, SmallBreaths, Stopped, WentOn
from coreg.practice.steps.sealed import Sealing
from tests.unit.practice.evenings import (
    Story,
    at_the_end,
    script,
    sitting,
    sittings,
    stories,
    through,
)
from tests.unit.practice.rows import FORM, HUG, SAY, SEALED, Row

CANARY = "canary-5f2c"


def written(state: Sitting, now: float) -> str:
    """Return the text that would be written down at a moment."""
    return json.dumps(to_plain(journal(state, now)), ensure_ascii=False)


@given(sittings(), stories())
def test_what_is_written_down_is_read_back_the_same(state: Sitting, story: Story) -> None:
    after, now = at_the_end(state, story)
    assert from_plain(json.loads(written(after, now))) == journal(after, now)


@given(st.sampled_from((SEALED, HUG)), st.sampled_from(SEATS), st.data())
def test_a_sealed_answer_is_not_in_what_is_written_down(
    row: dict[str, object], seat: Seat, data: st.DataObject
) -> None:
    untouched = sitting(script(row))
    picks: st.SearchStrategy[Event] = st.builds(
        Chose, st.just(3.0), st.sampled_from(SEATS), st.integers(0, 4)
    )
    seals: st.SearchStrategy[Event] = st.just(Pressed(3.0, seat))
    state = through(untouched, *data.draw(st.lists(st.one_of(picks, seals), max_size=6)))
    assert state.phase == "running"
    assert written(state, 4.0) == written(untouched, 4.0)


@given(st.sampled_from((Paused(4.0), Stopped(4.0), SmallBreaths(4.0))))
def test_a_sealed_answer_is_not_written_down_while_time_stands_either(
    held: Paused | Stopped | SmallBreaths,
) -> None:
    untouched = sitting(script(SEALED))
    sealed = through(untouched, Chose(2.0, "a", 3), Pressed(3.0, "a"))
    assert written(apply(sealed, held), 9.0) == written(apply(untouched, held), 9.0)


SAID = (
    Mark(line=CANARY),
    Mark(state=CANARY),
    Mark(like=CANARY),
    Mark(feelings=(CANARY,)),
    Mark(needs=(CANARY,)),
)


@pytest.mark.parametrize("mark", SAID)
def test_the_form_of_the_first_is_not_written_down_before_both_are_done(mark: Mark) -> None:
    state = through(sitting(script(FORM)), Pressed(1, "a"), Answered(2, "a", mark), Pressed(3, "b"))
    assert CANARY not in written(state, 4.0)
    assert written(state, 4.0) == written(sitting(script(FORM)), 4.0)
    both = apply(state, Answered(5, "b", Mark(inside=2)))
    assert CANARY in written(both, 6.0)
    kept_back = apply(state, Answered(5, "b", None))
    assert CANARY not in written(kept_back, 6.0)


@given(sittings(), stories(), st.sampled_from(SEATS))
def test_nobody_who_would_go_on_after_a_stop_is_written_down(
    state: Sitting, story: Story, seat: Seat
) -> None:
    after, now = at_the_end(state, story)
    stopped = apply(after, Stopped(now))
    waiting = apply(stopped, WentOn(now, seat))
    assert written(waiting, now) == written(stopped, now)


@pytest.mark.parametrize(
    ("row", "at"),
    [
        (SAY, 1.0),
        ({"kind": "reveal", "seconds": 30}, 1.0),
        ({"kind": "suggest", "seconds": 30}, 1.0),
        ({"kind": "lead", "seconds": 120}, 121.0),
    ],
    ids=lambda one: one["kind"] if isinstance(one, dict) else "",
)
@pytest.mark.parametrize("seat", SEATS)
def test_nobody_who_would_go_on_to_the_next_step_is_written_down(row: Row, at: float, seat: Seat) -> None:
    untouched = advance(sitting(script(row)), at)
    pressed = apply(untouched, Pressed(at, seat))
    assert pressed != untouched
    assert written(pressed, at + 1) == written(untouched, at + 1)


def test_an_interrupted_sealing_is_asked_again() -> None:
    state = through(sitting(script(SEALED)), Chose(1, "a", 3), Pressed(2, "a"))
    again = from_plain(json.loads(written(state, 5.0)))
    assert isinstance(again, Sitting)
    assert again.play == Sealing(5.0)


@pytest.mark.parametrize(
    "plain",
    [
        {"_": "Nobody"},
        {"_": "Sitting", "kind": "x", "plan": [], "who_stopped": "a"},
        {"_": "Sitting"},
        {"_": "frozenset"},
        {"_": "frozenset", "of": 3},
        {"_": "dict", "of": [1]},
        {"_": "dict", "of": [["one"]]},
        {"no tag": 1},
        {"_": ["list"]},
    ],
)
def test_what_no_sitting_was_ever_written_as_is_refused(plain: object) -> None:
    with pytest.raises(CodecError):
        from_plain(plain)


def test_of_a_script_only_what_is_not_as_usual_is_written_down() -> None:
    text = written(sitting(script({"kind": "say", "seconds": 10})), 1.0)
    assert '"seconds": 10' in text
    assert "stretch" not in text
    assert "evidence" not in text
