"""Each kind of step, as two people meet it."""

from __future__ import annotations

import pytest

from coreg.practice.floor import GIFT, TAKE_BACK
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
from coreg.practice.sitting import Sitting
from coreg.practice.steps.breathe import Breathing
from coreg.practice.steps.choose import Choosing
from coreg.practice.steps.form import Forming
from coreg.practice.steps.reveal import Revealing, Suggesting
from coreg.practice.steps.sealed import Sealing
from coreg.practice.steps.turn import Turning
from coreg.practice.steps.write import Writing
from coreg.practice.suggest import Suggestion
from tests.unit.practice.evenings import (
    BREATH,
    DAYS,
    FIVE,
    options,
    playing,
    quiet_evening,
    script,
    sitting,
    through,
)

LAST: dict[str, object] = {"kind": "say", "seconds": 0}


def at(*rows: dict[str, object], left: str = "a") -> Sitting:
    """Return a sitting at the first of these steps, with one more after them."""
    return sitting(script(*rows, LAST), order=("a", "b") if left == "a" else ("b", "a"))


def keeps(state: Sitting) -> list[object]:
    return [keep for result in state.results for keep in result.keeps]


# Say


def test_words_go_when_their_time_is_up() -> None:
    state = at({"kind": "say", "seconds": 10})
    assert advance(state, 9.99).step == 0
    assert advance(state, 10.0).step == 1


def test_words_without_a_time_wait_for_both() -> None:
    state = at({"kind": "say", "seconds": 0})
    assert due(state) is None
    assert advance(state, 1e6).step == 0
    assert apply(state, Ticked(1e6)).step == 0


def test_both_keys_go_on_and_one_alone_does_not_however_often() -> None:
    state = at({"kind": "say", "seconds": 0})
    alone = through(state, Pressed(1, "b"), Pressed(5, "b"), Pressed(9, "b"))
    assert alone.step == 0
    assert apply(alone, Pressed(10, "a")).step == 1


def test_n_passes_words() -> None:
    assert apply(at({"kind": "say", "seconds": 60}), Skipped(1)).step == 1


def test_a_step_makes_nothing_of_what_is_not_for_it() -> None:
    state = at({"kind": "say", "seconds": 60})
    for event in (Chose(1, "a", 0), Drafted(1, "x"), Wrote(1, "x"), Reopened(1), Answered(1, "a", None)):
        assert apply(state, event) == state


# Sealed

STATE: dict[str, object] = {"kind": "sealed", "keeps": "state", "options": options(*FIVE)}
HUG: dict[str, object] = {
    "kind": "sealed",
    "keeps": "hug",
    "options": options("yes", "no"),
    "params": {"mutual": True},
}


def test_two_sealed_answers_are_kept_as_a_pair_under_the_right_names() -> None:
    over = through(at(STATE), Chose(1, "b", 4), Pressed(2, "b"), Chose(3, "a", 0), Pressed(4, "a"))
    pair = Both(Mark(state="settled"), Mark(state="far"))
    assert keeps(over) == [Paired("state", pair)]
    assert over.pair == pair
    assert over.pair is not None
    assert over.pair.of("a").state == "settled"
    assert over.pair.of("b").state == "far"


def test_nothing_is_kept_or_told_before_both_have_sealed() -> None:
    state = through(at(STATE), Chose(1, "a", 2), Pressed(2, "a"), Pressed(9, "a"))
    assert state.step == 0
    assert keeps(state) == []
    assert state.pair is None


def test_the_last_key_counts_until_it_is_sealed_and_none_after() -> None:
    changed = through(at(STATE), Chose(1, "a", 2), Chose(2, "a", 1), Pressed(3, "a"), Chose(4, "a", 0))
    assert playing(changed, Sealing).pick("a") == 1


def test_a_key_beyond_the_options_does_nothing() -> None:
    state = at(HUG)
    assert apply(state, Chose(1, "a", 4)) == state


@pytest.mark.parametrize("silent", ["a", "b"])
def test_sealing_nothing_leaves_it_unsaid_for_both(silent: str) -> None:
    picks = [Chose(1, seat, 1) for seat in ("a", "b") if seat != silent]
    over = through(at(STATE), *picks, Pressed(2, "a"), Pressed(3, "b"))
    assert over.step == 1
    assert keeps(over) == [Paired("state", None)]
    assert over.pair is None


def test_passing_leaves_it_unsaid_whoever_had_sealed() -> None:
    passed = through(at(STATE), Chose(1, "a", 2), Pressed(2, "a"), Skipped(3))
    assert keeps(passed) == [Paired("state", None)]


def test_a_hug_is_kept_when_both_said_yes() -> None:
    over = through(at(HUG), Chose(1, "a", 0), Chose(1, "b", 0), Pressed(2, "a"), Pressed(2, "b"))
    assert keeps(over) == [Kept("hug", "yes")]


@pytest.mark.parametrize("picks", [(0, 1), (1, 0), (1, 1), (None, 0), (0, None), (None, None)])
def test_of_a_hug_that_one_did_not_want_nothing_is_kept(picks: tuple[int | None, int | None]) -> None:
    a, b = picks
    chosen = [
        *([] if a is None else [Chose(1, "a", a)]),
        *([] if b is None else [Chose(1, "b", b)]),
    ]
    over = through(at(HUG), *chosen, Pressed(2, "a"), Pressed(2, "b"))
    assert over.step == 1
    assert keeps(over) == []
    assert keeps(apply(at(HUG), Skipped(1))) == []


# The long form

FORM: dict[str, object] = {"kind": "form", "keeps": "state"}
MINE, YOURS = Mark(inside=2, line="mine"), Mark(inside=6, line="yours")


@pytest.mark.parametrize("left", ["a", "b"])
def test_the_form_is_filled_in_one_after_the_other_behind_a_cover(left: str) -> None:
    state = at(FORM, left=left)
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
    state = at(FORM)
    assert apply(state, Answered(1, "a", MINE)) == state
    lifted = apply(state, Pressed(1, "a"))
    assert apply(lifted, Answered(2, "b", MINE)) == lifted
    assert apply(lifted, Pressed(2, "a")) == lifted


@pytest.mark.parametrize("marks", [(None, YOURS), (MINE, None), (None, None)])
def test_a_form_that_one_keeps_to_themselves_stays_unsaid(marks: tuple[Mark | None, Mark | None]) -> None:
    over = through(
        at(FORM), Pressed(1, "a"), Answered(2, "a", marks[0]), Pressed(3, "b"), Answered(4, "b", marks[1])
    )
    assert over.step == 1
    assert keeps(over) == [Paired("state", None)]


def test_passing_the_form_leaves_it_unsaid() -> None:
    passed = through(at(FORM), Pressed(1, "a"), Answered(2, "a", MINE), Skipped(3))
    assert keeps(passed) == [Paired("state", None)]


# Side by side, and a suggestion


def answered(a: int, b: int, *rows: dict[str, object]) -> Sitting:
    return through(at(STATE, *rows), Chose(1, "a", a), Chose(1, "b", b), Pressed(2, "a"), Pressed(2, "b"))


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
    asked = at({"kind": "suggest", "seconds": 15})
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


# Choosing, and who begins

LIKE: dict[str, object] = {"kind": "choose", "who": "first", "keeps": "like", "options": options(*FIVE[:4])}


def test_only_the_one_who_is_asked_chooses_and_goes_on() -> None:
    state = at(LIKE, left="b")
    assert through(state, Chose(1, "a", 1), Pressed(2, "a")) == state
    chosen = through(state, Chose(3, "b", 1), Chose(4, "b", 2))
    assert playing(chosen, Choosing).index == 2
    assert keeps(apply(chosen, Pressed(5, "b"))) == [Kept("like", "over", "b")]


def test_choosing_nothing_is_fine() -> None:
    gone_on = apply(at(LIKE), Pressed(1, "a"))
    assert (gone_on.step, keeps(gone_on)) == (1, [])
    passed = through(at(LIKE), Chose(1, "a", 1), Skipped(2))
    assert (passed.step, keeps(passed)) == (1, [])


def test_a_choice_for_both_is_made_by_either() -> None:
    state = at({**LIKE, "who": "both"})
    assert keeps(through(state, Chose(1, "b", 0), Pressed(2, "a"))) == [Kept("like", "settled", None)]


@pytest.mark.parametrize(("seat", "order"), [("a", ("a", "b")), ("b", ("b", "a"))])
def test_whoever_presses_begins(seat: str, order: tuple[str, str]) -> None:
    state = at({"kind": "first", "seconds": 20})
    assert apply(state, Chose(1, "b", 0)) == state
    begun = apply(state, Pressed(1, "b" if seat == "b" else "a"))
    assert begun.order == order
    assert begun.step == 1


def test_passing_who_begins_leaves_it_to_the_left_seat() -> None:
    assert apply(at({"kind": "first", "seconds": 20}, left="b"), Skipped(1)).order == ("b", "a")


# A turn

FIRST: dict[str, object] = {"kind": "turn", "who": "first", "seconds": 480}
SECOND: dict[str, object] = {"kind": "turn", "who": "second", "seconds": 480}


def test_nobody_but_the_speaker_ends_a_turn() -> None:
    state = at(FIRST, SECOND)
    held = through(state, Skipped(1), Chose(2, "b", 0), Wrote(3, "x"), Ticked(1e5))
    assert held.step == 0
    assert playing(held, Turning).floor.handed is None


def test_a_turn_may_go_over_and_nothing_cuts_in() -> None:
    late = advance(at(FIRST, SECOND), 7200)
    assert playing(late, Turning).floor.phase(7200) == "beyond"


def test_a_turn_handed_over_goes_to_the_other_after_five_seconds() -> None:
    handed = apply(at(FIRST, SECOND), Pressed(100, "a"))
    assert advance(handed, 104.9).step == 0
    turned = advance(handed, 105)
    assert playing(turned, Turning).seat == "b"
    assert playing(turned, Turning).floor.budget == 480


def test_the_five_seconds_can_be_passed() -> None:
    handed = apply(at(FIRST, SECOND), Pressed(100, "a"))
    assert apply(handed, Skipped(101)).step == 1


def test_whoever_was_not_done_takes_the_floor_back() -> None:
    back = through(at(FIRST, SECOND), Pressed(100, "a"), Pressed(104, "a"))
    assert advance(back, 110).step == 0
    assert playing(back, Turning).floor.spent(104) == 100
    # By then the five seconds had passed.
    late = through(at(FIRST, SECOND), Pressed(100, "a"), Pressed(100 + TAKE_BACK, "a"))
    assert playing(late, Turning).seat == "b"


def test_a_minute_the_listener_gives_is_one_of_their_own() -> None:
    state = through(at(FIRST, SECOND), Pressed(10, "b"), Pressed(20, "b"))
    assert playing(state, Turning).floor.budget == 480 + 2 * GIFT
    then = advance(apply(state, Pressed(600, "a")), 605)
    assert playing(then, Turning).floor.budget == 480 - 2 * GIFT
    assert keeps(then) == []


def test_a_minute_given_by_one_who_has_spoken_makes_the_evening_longer() -> None:
    state = advance(apply(at(FIRST, SECOND), Pressed(100, "a")), 105)
    given = apply(state, Pressed(110, "a"))
    assert playing(given, Turning).floor.budget == 540


def test_a_giver_always_keeps_a_minute() -> None:
    short = at({**FIRST, "seconds": 90}, {**SECOND, "seconds": 90})
    state = through(short, *(Pressed(number, "b") for number in range(1, 9)))
    assert playing(state, Turning).floor.budget == 90 + 5 * GIFT
    then = advance(apply(state, Pressed(100, "a")), 105)
    assert playing(then, Turning).floor.budget == GIFT


def test_a_minute_given_costs_one_turn_only() -> None:
    state = apply(at(FIRST, SECOND, FIRST, SECOND), Pressed(1, "b"))
    budgets = []
    for now in (100, 200, 300):
        state = advance(apply(state, Pressed(now, playing(state, Turning).seat)), now + 5)
        budgets.append(playing(state, Turning).floor.budget)
    assert budgets == [420, 480, 480]


def test_a_minute_is_of_the_givers_own_turn_however_long_that_is() -> None:
    state = apply(at({**FIRST, "seconds": 480}, {**SECOND, "seconds": 45}), Pressed(1, "b"))
    then = advance(apply(state, Pressed(100, "a")), 105)
    assert playing(then, Turning).floor.budget == 45


def test_turns_named_by_person_are_as_fair() -> None:
    state = apply(at({**FIRST, "who": "b"}, {**FIRST, "who": "a"}), Pressed(1, "a"))
    then = advance(apply(state, Pressed(100, "b")), 105)
    assert playing(then, Turning).floor.budget == 420


def test_a_key_of_the_listener_gives_nothing_while_the_floor_is_handed_over() -> None:
    handed = apply(at(FIRST, SECOND), Pressed(100, "a"))
    assert playing(apply(handed, Pressed(102, "b")), Turning).floor.gifts == 0


# Writing

STAYS: dict[str, object] = {"kind": "write", "who": "first", "keeps": "stays"}
TOPIC: dict[str, object] = {"kind": "write", "keeps": "topic"}
NEXT: dict[str, object] = {"kind": "agree", "options": options(*DAYS)}


def test_a_line_stays_when_the_one_who_said_it_nods() -> None:
    written = through(at(STAYS), Drafted(1, "I fe"), Wrote(5, "I feel heard"))
    assert playing(written, Writing) == Writing(0.0, "I feel heard", finished=True)
    assert apply(written, Pressed(6, "b")) == written
    assert apply(written, Drafted(6, "x")) == written
    assert apply(written, Wrote(6, "x")) == written
    assert keeps(apply(written, Pressed(7, "a"))) == [Kept("stays", "I feel heard", "a")]


def test_a_line_can_be_changed_before_the_nod() -> None:
    again = through(at(STAYS), Wrote(1, "nearly"), Reopened(2))
    assert playing(again, Writing) == Writing(0.0, "nearly")
    assert apply(again, Pressed(3, "a")).step == 0
    assert keeps(through(again, Wrote(4, "yes"), Pressed(5, "a"))) == [Kept("stays", "yes", "a")]


def test_a_line_of_both_is_kept_as_it_is_typed() -> None:
    assert keeps(apply(at(TOPIC), Wrote(1, "the house"))) == [Kept("topic", "the house", None)]


@pytest.mark.parametrize("row", [STAYS, TOPIC, NEXT])
@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_line_passes_the_step(row: dict[str, object], text: str) -> None:
    passed = apply(at(row), Wrote(1, text))
    assert (passed.step, keeps(passed)) == (1, [])


def test_a_line_nobody_nodded_to_is_not_kept_when_the_step_is_passed() -> None:
    passed = through(at(STAYS), Wrote(1, "words"), Skipped(2))
    assert (passed.step, keeps(passed)) == (1, [])


@pytest.mark.parametrize("seat", ["a", "b"])
def test_either_picks_the_day_of_a_next_step(seat: str) -> None:
    agreed = apply(at(NEXT), Wrote(1, "a walk"))
    assert agreed.step == 0
    picked = apply(agreed, Chose(2, "a" if seat == "a" else "b", 1))
    assert keeps(picked) == [Agreed("a walk", 7)]


def test_a_next_step_needs_no_date() -> None:
    assert keeps(through(at(NEXT), Wrote(1, "a walk"), Skipped(2))) == [Agreed("a walk", None)]


def test_a_day_that_is_not_offered_or_comes_too_soon_is_not_taken() -> None:
    state = at(NEXT)
    assert apply(state, Chose(1, "a", 0)) == state
    agreed = apply(state, Wrote(1, "a walk"))
    assert apply(agreed, Chose(2, "a", 4)) == agreed
    assert keeps(apply(state, Skipped(1))) == []


# Breathing


def test_breathing_begins_with_a_countdown_and_ends_with_a_whole_breath() -> None:
    state = at({"kind": "breathe", "seconds": 58, "params": BREATH})
    play = playing(state, Breathing)
    assert play.at(4.0) == -1.0
    assert play.at(7.5) == 2.5
    assert advance(state, 64.99).step == 0
    assert advance(state, 65.0).step == 1


def test_a_short_sitting_is_one_breath_at_least() -> None:
    state = at({"kind": "breathe", "seconds": 1, "params": BREATH})
    assert due(state) == 15.0


def test_keys_mean_nothing_while_breathing() -> None:
    state = at({"kind": "breathe", "seconds": 60, "params": BREATH})
    assert through(state, Pressed(1, "a"), Pressed(2, "b"), Chose(3, "a", 0)) == state


def test_a_countdown_is_never_longer_than_a_quarter_of_a_minute() -> None:
    state = at({"kind": "breathe", "seconds": 60, "params": {**BREATH, "countdown": 600}})
    assert playing(state, Breathing).countdown == 15.0


def test_breathing_passed_says_that_it_ended_early() -> None:
    passed = apply(at({"kind": "breathe", "seconds": 60, "params": BREATH}), Skipped(20))
    assert passed.step == 1
    assert passed.results[-1].early
    assert not passed.early
