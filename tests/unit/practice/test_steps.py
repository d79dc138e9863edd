"""Words, choices, who begins, lines that stay, breathing: each as two people meet it."""

from __future__ import annotations

import pytest

from coreg.practice.play import (
    Agreed,
    Answered,
    Both,
    Chose,
    Drafted,
    Kept,
    Mark,
    Paired,
    Pressed,
    Reopened,
    Skipped,
    Ticked,
    Wrote,
)
from coreg.practice.playing import advance, apply, due
from coreg.practice.steps.breathe import Breathing
from coreg.practice.steps.choose import Choosing
from coreg.practice.steps.write import Writing
from tests.unit.practice.evenings import (
    BREATH,
    DAYS,
    FIVE,
    first_of,
    keeps,
    options,
    playing,
    through,
)

# Say


def test_words_go_when_their_time_is_up() -> None:
    state = first_of({"kind": "say", "seconds": 10})
    assert advance(state, 9.99).step == 0
    assert advance(state, 10.0).step == 1


def test_words_without_a_time_wait_for_both() -> None:
    state = first_of({"kind": "say", "seconds": 0})
    assert due(state) is None
    assert advance(state, 1e6).step == 0
    assert apply(state, Ticked(1e6)).step == 0


def test_both_keys_go_on_and_one_alone_does_not_however_often() -> None:
    state = first_of({"kind": "say", "seconds": 0})
    alone = through(state, Pressed(1, "b"), Pressed(5, "b"), Pressed(9, "b"))
    assert alone.step == 0
    assert apply(alone, Pressed(10, "a")).step == 1


def test_n_passes_words() -> None:
    assert apply(first_of({"kind": "say", "seconds": 60}), Skipped(1)).step == 1


def test_a_step_makes_nothing_of_what_is_not_for_it() -> None:
    state = first_of({"kind": "say", "seconds": 60})
    for event in (Chose(1, "a", 0), Drafted(1, "x"), Wrote(1, "x"), Reopened(1), Answered(1, "a", None)):
        assert apply(state, event) == state


# Choosing, and who begins

LIKE: dict[str, object] = {"kind": "choose", "who": "first", "keeps": "like", "options": options(*FIVE[:4])}


def test_only_the_one_who_is_asked_chooses_and_goes_on() -> None:
    state = first_of(LIKE, left="b")
    assert through(state, Chose(1, "a", 1), Pressed(2, "a")) == state
    chosen = through(state, Chose(3, "b", 1), Chose(4, "b", 2))
    assert playing(chosen, Choosing).index == 2
    assert keeps(apply(chosen, Pressed(5, "b"))) == [Kept("like", "over", "b")]


def test_choosing_nothing_is_fine() -> None:
    gone_on = apply(first_of(LIKE), Pressed(1, "a"))
    assert (gone_on.step, keeps(gone_on)) == (1, [])
    passed = through(first_of(LIKE), Chose(1, "a", 1), Skipped(2))
    assert (passed.step, keeps(passed)) == (1, [])


def test_a_choice_for_both_is_made_by_either() -> None:
    state = first_of({**LIKE, "who": "both"})
    assert keeps(through(state, Chose(1, "b", 0), Pressed(2, "a"))) == [Kept("like", "settled", None)]


@pytest.mark.parametrize(("seat", "order"), [("a", ("a", "b")), ("b", ("b", "a"))])
def test_whoever_presses_begins(seat: str, order: tuple[str, str]) -> None:
    state = first_of({"kind": "first", "seconds": 20})
    assert apply(state, Chose(1, "b", 0)) == state
    begun = apply(state, Pressed(1, "b" if seat == "b" else "a"))
    assert begun.order == order
    assert begun.step == 1


def test_passing_who_begins_leaves_it_to_the_left_seat() -> None:
    assert apply(first_of({"kind": "first", "seconds": 20}, left="b"), Skipped(1)).order == ("b", "a")


# Writing

STAYS: dict[str, object] = {"kind": "write", "who": "first", "keeps": "stays"}
TOPIC: dict[str, object] = {"kind": "write", "keeps": "topic"}
NEXT: dict[str, object] = {"kind": "agree", "options": options(*DAYS)}


def test_a_line_stays_when_the_one_who_said_it_nods() -> None:
    written = through(first_of(STAYS), Drafted(1, "I fe"), Wrote(5, "I feel heard"))
    assert playing(written, Writing) == Writing(0.0, "I feel heard", finished=True)
    assert apply(written, Pressed(6, "b")) == written
    assert apply(written, Drafted(6, "x")) == written
    assert apply(written, Wrote(6, "x")) == written
    assert keeps(apply(written, Pressed(7, "a"))) == [Kept("stays", "I feel heard", "a")]


def test_a_line_can_be_changed_before_the_nod() -> None:
    again = through(first_of(STAYS), Wrote(1, "nearly"), Reopened(2))
    assert playing(again, Writing) == Writing(0.0, "nearly")
    assert apply(again, Pressed(3, "a")).step == 0
    assert keeps(through(again, Wrote(4, "yes"), Pressed(5, "a"))) == [Kept("stays", "yes", "a")]


def test_a_line_of_both_is_kept_as_it_is_typed() -> None:
    assert keeps(apply(first_of(TOPIC), Wrote(1, "the house"))) == [Kept("topic", "the house", None)]


@pytest.mark.parametrize("row", [STAYS, TOPIC, NEXT])
@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_line_passes_the_step(row: dict[str, object], text: str) -> None:
    passed = apply(first_of(row), Wrote(1, text))
    assert (passed.step, keeps(passed)) == (1, [])


def test_a_line_nobody_nodded_to_is_not_kept_when_the_step_is_passed() -> None:
    passed = through(first_of(STAYS), Wrote(1, "words"), Skipped(2))
    assert (passed.step, keeps(passed)) == (1, [])


@pytest.mark.parametrize("seat", ["a", "b"])
def test_either_picks_the_day_of_a_next_step(seat: str) -> None:
    agreed = apply(first_of(NEXT), Wrote(1, "a walk"))
    assert agreed.step == 0
    picked = apply(agreed, Chose(2, "a" if seat == "a" else "b", 1))
    assert keeps(picked) == [Agreed("a walk", 7)]


def test_a_next_step_needs_no_date() -> None:
    assert keeps(through(first_of(NEXT), Wrote(1, "a walk"), Skipped(2))) == [Agreed("a walk", None)]


def test_a_day_that_is_not_offered_or_comes_too_soon_is_not_taken() -> None:
    state = first_of(NEXT)
    assert apply(state, Chose(1, "a", 0)) == state
    agreed = apply(state, Wrote(1, "a walk"))
    assert apply(agreed, Chose(2, "a", 4)) == agreed
    assert keeps(apply(state, Skipped(1))) == []


# Breathing


def test_breathing_begins_with_a_countdown_and_ends_with_a_whole_breath() -> None:
    state = first_of({"kind": "breathe", "seconds": 58, "params": BREATH})
    play = playing(state, Breathing)
    assert play.at(4.0) == -1.0
    assert play.at(7.5) == 2.5
    assert advance(state, 64.99).step == 0
    assert advance(state, 65.0).step == 1


def test_a_short_sitting_is_one_breath_at_least() -> None:
    state = first_of({"kind": "breathe", "seconds": 1, "params": BREATH})
    assert due(state) == 15.0


def test_keys_mean_nothing_while_breathing() -> None:
    state = first_of({"kind": "breathe", "seconds": 60, "params": BREATH})
    assert through(state, Pressed(1, "a"), Pressed(2, "b"), Chose(3, "a", 0)) == state


def test_a_countdown_is_never_longer_than_a_quarter_of_a_minute() -> None:
    state = first_of({"kind": "breathe", "seconds": 60, "params": {**BREATH, "countdown": 600}})
    assert playing(state, Breathing).countdown == 15.0


def test_breathing_passed_says_that_it_ended_early() -> None:
    passed = apply(first_of({"kind": "breathe", "seconds": 60, "params": BREATH}), Skipped(20))
    assert passed.step == 1
    assert passed.results[-1].early
    assert not passed.early


def test_a_form_makes_nothing_of_what_is_not_for_it() -> None:
    state = first_of({"kind": "form", "keeps": "state"})
    assert through(state, Reopened(1), Chose(1, "a", 0)) == state


def test_a_form_that_asks_for_the_number_alone_takes_nothing_else() -> None:
    only: dict[str, object] = {"kind": "form", "keeps": "before", "params": {"only": "inside"}}
    whole = Mark(inside=3, line="a long day")
    state = through(first_of(only), Pressed(1, "a"), Answered(2, "a", whole), Pressed(3, "b"))
    (paired,) = keeps(through(state, Answered(4, "b", Mark(inside=9))))
    assert paired == Paired("before", Both(Mark(inside=3), Mark(inside=9)))
    (unsaid,) = keeps(through(state, Answered(4, "b", Mark(line="no number"))))
    assert unsaid == Paired("before", None)
