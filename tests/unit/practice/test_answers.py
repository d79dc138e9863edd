"""Answers given unseen, shown side by side, and the one suggestion made of them."""

from __future__ import annotations

import pytest

from coreg.practice.play import (
    SEATS,
    Answered,
    Both,
    Chose,
    Kept,
    Mark,
    Paired,
    Pressed,
    Seat,
    Skipped,
    Ticked,
)
from coreg.practice.playing import advance, apply, due
from coreg.practice.sitting import Sitting
from coreg.practice.steps.form import Forming
from coreg.practice.steps.reveal import Revealing, Suggesting
from coreg.practice.steps.sealed import Sealing
from coreg.practice.suggest import Suggestion
from tests.unit.practice.evenings import (
    first_of,
    keeps,
    playing,
    quiet_evening,
    through,
)
from tests.unit.practice.rows import FORM, HUG, SEALED

# Sealed


def test_two_sealed_answers_are_kept_as_a_pair_under_the_right_names() -> None:
    over = through(first_of(SEALED), Chose(1, "b", 4), Pressed(2, "b"), Chose(3, "a", 0), Pressed(4, "a"))
    pair = Both(Mark(state="settled"), Mark(state="far"))
    assert keeps(over) == [Paired("state", pair)]
    assert over.pair == pair
    assert over.pair is not None
    assert over.pair.of("a").state == "settled"
    assert over.pair.of("b").state == "far"


def test_nothing_is_kept_or_told_before_both_have_sealed() -> None:
    state = through(first_of(SEALED), Chose(1, "a", 2), Pressed(2, "a"), Pressed(9, "a"))
    assert state.step == 0
    assert keeps(state) == []
    assert state.pair is None


def test_the_last_key_counts_until_it_is_sealed_and_none_after() -> None:
    changed = through(first_of(SEALED), Chose(1, "a", 2), Chose(2, "a", 1), Pressed(3, "a"), Chose(4, "a", 0))
    assert playing(changed, Sealing).pick("a") == 1


def test_a_key_beyond_the_options_does_nothing() -> None:
    state = first_of(HUG)
    assert apply(state, Chose(1, "a", 4)) == state


def test_a_press_that_came_before_the_choice_takes_nothing_away() -> None:
    early = through(first_of(SEALED), Pressed(1, "a"), Chose(2, "a", 1), Pressed(3, "a"))
    over = through(early, Chose(4, "b", 0), Pressed(5, "b"))
    assert over.pair is not None


@pytest.mark.parametrize("silent", ["a", "b"])
def test_sealing_nothing_leaves_it_unsaid_for_both(silent: Seat) -> None:
    picks = [Chose(1, seat, 1) for seat in ("a", "b") if seat != silent]
    once = through(first_of(SEALED), *picks, Pressed(2, "a"), Pressed(3, "b"))
    assert once.step == 0
    over = apply(once, Pressed(5, silent))
    assert over.step == 1
    assert keeps(over) == [Paired("state", None)]
    assert over.pair is None


def test_passing_leaves_it_unsaid_whoever_had_sealed() -> None:
    passed = through(first_of(SEALED), Chose(1, "a", 2), Pressed(2, "a"), Skipped(3))
    assert keeps(passed) == [Paired("state", None)]


def test_a_hug_is_kept_when_both_said_yes() -> None:
    over = through(first_of(HUG), Chose(1, "a", 0), Chose(1, "b", 0), Pressed(2, "a"), Pressed(2, "b"))
    assert keeps(over) == [Kept("hug", "yes")]


@pytest.mark.parametrize("picks", [(0, 1), (1, 0), (1, 1), (None, 0), (0, None), (None, None)])
def test_of_a_hug_that_one_did_not_want_nothing_is_kept(picks: tuple[int | None, int | None]) -> None:
    a, b = picks
    chosen = [
        *([] if a is None else [Chose(1, "a", a)]),
        *([] if b is None else [Chose(1, "b", b)]),
    ]
    presses = [Pressed(at, seat) for at in (2, 4) for seat in SEATS]
    over = through(first_of(HUG), *chosen, *presses)
    assert over.step == 1
    assert keeps(over) == []
    assert keeps(apply(first_of(HUG), Skipped(1))) == []


# The long form

MINE, YOURS = Mark(inside=2, line="mine"), Mark(inside=6, line="yours")


@pytest.mark.parametrize("left", ["a", "b"])
def test_the_form_is_filled_in_one_after_the_other_behind_a_cover(left: Seat) -> None:
    state = first_of(FORM, left=left)
    first, second = state.order
    lifted = through(state, Pressed(1, second), Pressed(2, first))
    assert playing(lifted, Forming).lifted
    covered = apply(lifted, Answered(3, first, MINE))
    assert not playing(covered, Forming).lifted
    assert playing(covered, Forming).seat(covered.context) == second
    assert keeps(covered) == []
    over = through(covered, Pressed(4, first), Pressed(5, second), Answered(6, second, YOURS))
    pair = Both(MINE, YOURS) if left == "a" else Both(YOURS, MINE)
    assert keeps(over) == [Paired("state", pair)]


def test_an_answer_under_the_cover_or_of_the_other_is_not_taken() -> None:
    state = first_of(FORM)
    assert apply(state, Answered(1, "a", MINE)) == state
    lifted = apply(state, Pressed(1, "a"))
    assert apply(lifted, Answered(2, "b", MINE)) == lifted
    assert apply(lifted, Pressed(2, "a")) == lifted


@pytest.mark.parametrize("marks", [(None, YOURS), (MINE, None), (None, None)])
def test_a_form_that_one_keeps_to_themselves_stays_unsaid(marks: tuple[Mark | None, Mark | None]) -> None:
    over = through(
        first_of(FORM),
        Pressed(1, "a"),
        Answered(2, "a", marks[0]),
        Pressed(3, "b"),
        Answered(4, "b", marks[1]),
    )
    assert over.step == 1
    assert keeps(over) == [Paired("state", None)]


ONLY_INSIDE: dict[str, object] = {**FORM, "params": {"only": "inside"}}


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (Mark(inside=6, line="yours", state="far"), Both(Mark(inside=2), Mark(inside=6))),
        (Mark(line="no number"), None),
    ],
)
def test_a_form_that_asks_for_a_number_keeps_numbers_and_nothing_else(said: Mark, kept: Both | None) -> None:
    over = through(
        first_of(ONLY_INSIDE),
        Pressed(1, "a"),
        Answered(2, "a", MINE),
        Pressed(3, "b"),
        Answered(4, "b", said),
    )
    assert keeps(over) == [Paired("state", kept)]


def test_passing_the_form_leaves_it_unsaid() -> None:
    passed = through(first_of(FORM), Pressed(1, "a"), Answered(2, "a", MINE), Skipped(3))
    assert keeps(passed) == [Paired("state", None)]


# Side by side, and a suggestion


def answered(a: int, b: int, *rows: dict[str, object]) -> Sitting:
    return through(
        first_of(SEALED, *rows), Chose(1, "a", a), Chose(1, "b", b), Pressed(2, "a"), Pressed(2, "b")
    )


def test_both_answers_are_shown_until_their_time_is_up_or_both_go_on() -> None:
    shown = answered(0, 1, {"kind": "reveal", "seconds": 20})
    assert playing(shown, Revealing).pair == shown.pair
    assert advance(shown, 21.9).step == 1
    assert advance(shown, 22).step == 2
    assert apply(shown, Pressed(3, "a")).step == 1
    assert through(shown, Pressed(3, "a"), Pressed(4, "b")).step == 2


def test_a_showing_without_a_time_waits_for_both() -> None:
    shown = answered(0, 1, {"kind": "reveal", "seconds": 0})
    assert advance(shown, 1e6).step == 1
    assert apply(shown, Ticked(1e6)).step == 1


def test_as_planned_goes_on_by_itself_or_with_both() -> None:
    asked = first_of({"kind": "suggest", "seconds": 15})
    assert playing(asked, Suggesting).suggestion == Suggestion("", "unsaid")
    assert advance(asked, 15).step == 1
    assert through(asked, Pressed(3, "a"), Pressed(4, "b")).step == 1


def checked_in(a: int, b: int) -> Sitting:
    """Return the quiet evening at its suggestion."""
    state = through(
        quiet_evening(), Skipped(1), Chose(2, "a", a), Chose(2, "b", b), Pressed(3, "a"), Pressed(3, "b")
    )
    state = through(state, Skipped(4), Skipped(5))
    assert state.now_step.kind == "suggest"
    return state


def practices(state: Sitting) -> list[str]:
    return [plan.script.id for plan in state.plan]


def test_a_suggestion_that_asks_waits_for_both() -> None:
    asked = checked_in(3, 0)
    assert due(asked) is None
    assert advance(asked, 1e6).step == asked.step
    assert apply(asked, Ticked(1e6)).step == asked.step
    assert apply(asked, Pressed(6, "a")).at == 0


def test_a_suggestion_both_take_comes_next() -> None:
    taken = through(checked_in(3, 0), Pressed(6, "a"), Pressed(7, "b"))
    assert practices(taken) == ["check_in", "waking", "breathe", "day_talk", "check_out"]
    assert taken.practice.script.id == "waking"


def test_two_over_their_line_can_leave_the_talk_for_another_day() -> None:
    taken = through(checked_in(2, 2), Pressed(6, "a"), Pressed(7, "b"))
    assert practices(taken) == ["check_in", "breathe", "check_out"]


def test_a_suggestion_passed_leaves_the_evening_as_it_was() -> None:
    left = apply(checked_in(2, 2), Skipped(6))
    assert practices(left) == ["check_in", "breathe", "day_talk", "check_out"]
    assert left.practice.script.id == "breathe"


def test_a_suggestion_that_is_planned_anyway_adds_nothing() -> None:
    taken = through(checked_in(0, 0), Pressed(6, "a"), Pressed(7, "b"))
    assert practices(taken) == ["check_in", "breathe", "day_talk", "check_out"]
