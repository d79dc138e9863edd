"""What each kind of step says, by itself: a state in, lines out, and nothing of who has pressed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coreg.content import say
from coreg.content.scripts import script
from coreg.evening.options import Options
from coreg.evening.planning import plan, spare
from coreg.keys import keymap
from coreg.plain.helping import help_lines
from coreg.plain.scene import NEVER, Manner, Moment, Scene, Words
from coreg.plain.steps import VOICES
from coreg.practice.play import Chose, Drafted, Pressed, Skipped, Wrote
from coreg.practice.playing import apply, begin
from coreg.practice.sitting import Plan, Sitting
from coreg.practice.steps.turn import Turning

KEYMAP = keymap({})


def at(name: str, step: str, options: Options | None = None) -> Sitting:
    """Return a sitting of one practice at a step; turns on the way are ended."""
    chosen = options or Options()
    made = plan(name, None, chosen)
    sitting = begin(Sitting(name, (made,), spare=spare(chosen)), 0.0)
    for number in range(1, 200):
        if sitting.now_step.name == step:
            return sitting
        sitting = passed(sitting, 0.5 * number)
    raise AssertionError(step)


def passed(sitting: Sitting, now: float) -> Sitting:
    """Return the sitting after its step was passed, or a turn was ended by who speaks."""
    play = sitting.play
    if isinstance(play, Turning) and play.floor.handed is None:
        return apply(sitting, Pressed(now, play.seat))
    return apply(sitting, Skipped(now))


def scene(sitting: Sitting, *, after: float = 0.0, words: Words = "short") -> Scene:
    """Return what a voice is handed so many seconds after the step began."""
    t = sitting.ticked + after
    return Scene(sitting, t, sitting.active.when(t), ("Mina", "Jo"), "a", KEYMAP, Manner(words=words))


def begun(sitting: Sitting, *, words: Words = "short") -> list[str]:
    return [*VOICES[sitting.now_step.kind].begin(scene(sitting, words=words))]


def happen(sitting: Sitting, kind: type, *what: object) -> Sitting:
    """Let something happen a second after the step began."""
    return apply(sitting, kind(sitting.active.when(sitting.ticked + 1.0), *what))


def test_a_question_to_one_has_the_keys_of_that_one() -> None:
    assert begun(at("mirror_talk", "ready"))[2:] == [
        "Jo: y yes, u in ten minutes, i another day",
        "j: yes",
    ]


def test_a_question_to_both_takes_both_for_its_first_answer() -> None:
    sitting = at("mirror_talk", "turn_about")
    assert begun(sitting)[2:] == ["f and j, both of you: now", "w or u: tomorrow"]
    assert begun(happen(sitting, Pressed, "a")) == begun(sitting)


def test_things_are_named_in_turn_and_the_question_is_asked_once() -> None:
    sitting = at("grounding", script("grounding").steps[1].name)
    assert begun(sitting)[-1] == "Mina, your turn. f when you have said one."
    assert begun(happen(sitting, Pressed, "a")) == ["Jo, your turn. j when you have said one."]


def test_an_open_choice_is_said_and_can_be_changed() -> None:
    sitting = at("day_talk", "like_first")
    voice, before = VOICES["choose"], scene(sitting).moment
    chosen = happen(sitting, Chose, "a", 1)
    assert [*voice.between(scene(chosen, after=1.0), before)] == ["ideas"]
    assert [*voice.between(scene(chosen, after=2.0), scene(chosen, after=1.0).moment)] == []


@pytest.mark.parametrize(
    ("name", "step"),
    [("day_talk", "who"), ("day_talk", "like_first"), ("mirror_talk", "ready"), ("mirror_talk", "line")],
)
def test_who_waits_for_long_is_offered_small_breaths_once(name: str, step: str) -> None:
    sitting = at(name, step)
    voice = VOICES[sitting.now_step.kind]
    before, later = scene(sitting, after=19.5), scene(sitting, after=20.5)
    assert [*voice.between(later, before.moment)] == [say("practice.breaths_offer", key="b")]
    assert [*voice.between(scene(sitting, after=22.0), later.moment)] == []


@pytest.mark.parametrize("who", ["a", "b"])
def test_the_gate_offers_small_breaths_and_never_says_for_whom(who: str) -> None:
    sitting = at("mirror_talk", "line")
    asked = begun(sitting)
    assert asked[-1] == say("plain_talk.not_yet")
    for seat in ("a", "b"):
        sitting = happen(sitting, Chose, seat, 1 if seat == who else 0)
        assert begun(sitting) == asked
        sitting = happen(sitting, Pressed, seat)
    assert begun(sitting) == [
        say("practice.gate.title"),
        say("practice.gate.offer", key="b"),
        say("practice.gate.go_on", left="f", right="j"),
        say("practice.gate.another_day"),
    ]


def test_a_suggestion_is_a_question_or_goes_on_as_planned() -> None:
    sitting = at("check_in", "state")
    for seat, index in (("a", 2), ("b", 0)):
        sitting = happen(happen(sitting, Chose, seat, index), Pressed, seat)
    over = happen(sitting, Skipped)
    while over.now_step.kind != "suggest":
        over = happen(over, Skipped)
    lines = begun(over)
    assert lines[1] == say("suggest.near")
    assert lines[-2:] == ["f and j, both of you: yes", "n: not now"]
    assert VOICES["suggest"].asks(scene(over))
    unsaid = at("check_in", "suggest")
    assert begun(unsaid)[1] == say("suggest.alone")
    assert not VOICES["suggest"].asks(scene(unsaid))


def test_a_line_is_nodded_to_by_who_said_it_or_changed() -> None:
    sitting = at("day_talk", "stays_first")
    assert begun(sitting)[-1] == say("plain_talk.write.how")
    wrote = happen(sitting, Wrote, "[b]we laughed[/]")
    assert begun(wrote) == [
        "“[b]we laughed[/]”",
        "Mina, is that it?",
        "f: yes, that is it",
        "n: leave it out",
        "c: change it",
    ]
    assert VOICES["write"].part(scene(wrote)) != VOICES["write"].part(scene(happen(sitting, Drafted, "x")))


def test_a_next_step_has_its_days_for_either() -> None:
    lines = begun(happen(at("day_talk", "next"), Wrote, "a walk"))
    assert lines[:3] == ["“a walk”", "When will you look at it again?", "q or y: tomorrow"]
    assert lines[-2:] == ["n: no date", "c: change it"]


def test_a_long_turn_without_replies_says_so() -> None:
    lines = begun(at("two_voices", "speak"))
    assert lines[0].endswith(": 15 minutes.")
    assert lines[-1] == say("plain_talk.turn.fixed", key="f", name="Mina")
    assert not any("slower" in line for line in lines)


def test_saying_back_has_no_gifts() -> None:
    lines = begun(at("mirror_talk", "back"))
    assert lines[-2:] == ["j: Jo is done.", "Mina: q: a little slower"]


@pytest.mark.parametrize(("words", "reminded", "keys"), [("full", 1, 2), ("short", 0, 2), ("bare", 0, 0)])
def test_as_many_words_as_are_wanted(words: Words, reminded: int, keys: int) -> None:
    sitting = at("mirror_talk", "send")
    lines = begun(sitting, words=words)
    reminders = sitting.practice.script.reminders
    assert len([line for line in lines if line in reminders]) == reminded
    assert len([line for line in lines if line.endswith("is done.") or "slower" in line]) == keys


def test_quiet_says_how_long_it_is_and_parked_things_are_there_again() -> None:
    assert "It lasts 2 minutes, or until you both go on." in begun(at("mirror_talk", "quiet"))


@pytest.mark.parametrize("name", ["day_talk", "mirror_talk", "check_in", "check_out", "grounding", "debrief"])
def test_help_says_the_keys_of_every_step(name: str) -> None:
    sitting = begin(Sitting(name, (Plan(script(name)),)), 0.0)
    for number in range(1, 100):
        if sitting.phase == "over":
            break
        lines = [*help_lines(scene(sitting))]
        assert "Mina: own key f, own stop z" in lines
        assert all(line.isprintable() for line in lines)
        sitting = passed(sitting, 0.5 * number)
    assert sitting.phase == "over"


def test_nothing_is_said_of_a_time_in_which_another_step_was_on() -> None:
    sitting = at("day_talk", "turn_first")
    assert [*VOICES["turn"].between(scene(sitting, after=470.0), NEVER)] == []
    other = Moment(0.0, 0.0, None)
    assert [*VOICES["turn"].between(scene(sitting, after=470.0), other)] == []


def test_how_to_begin_is_thought_of_where_nothing_can_be_covered() -> None:
    sitting = at("floor_talk", "opening")
    assert begun(sitting) == [
        "Mina, a minute for how to begin?",
        say("plain_talk.opening.parts"),
        "n: go on, with or without it",
    ]
    assert begun(sitting, words="bare") == [begun(sitting)[0], begun(sitting)[2]]
    voice = VOICES["opening"]
    assert voice.asks(scene(sitting))
    assert [*voice.again(scene(happen(sitting, Pressed, "a")))] == begun(sitting)
    assert passed(sitting, 99).now_step.name == "line"


def test_waiting_is_announced_and_never_late() -> None:
    sitting = at("floor_talk", "wait")
    voice, start = VOICES["wait"], scene(sitting).moment
    assert begun(sitting)[:2] == ["In ten minutes, here.", "When you are both back, both keys go on."]
    soon, now = scene(sitting, after=480), scene(sitting, after=600)
    assert [*voice.between(soon, start)] == ["2 minutes left."]
    assert [*voice.between(now, soon.moment)] == [say("talk.wait.now")]
    assert [*voice.between(scene(sitting, after=900), now.moment)] == []
    assert next(iter(voice.again(soon))) == "2 minutes left."
    assert next(iter(voice.again(scene(sitting, after=900)))) == say("talk.wait.now")
    assert (voice.wait(scene(sitting, after=479.5)), voice.wait(now)) == (0.5, 1.0)
    assert voice.asks(now)
    elsewhere = scene(at("floor_talk", "opening"))
    assert [*voice.between(elsewhere, start)] == []
    assert voice.wait(elsewhere) == 1.0


def near(*, after: float = 0.0, cards: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())) -> Scene:
    sitting = happen(at("company", "who"), Pressed, "b")
    return replace(scene(sitting, after=after), cards=cards)


def test_what_helps_is_told_to_the_one_who_stays() -> None:
    told = [*VOICES["stay"].begin(near(cards=(("mine",), ("a hand, near", "not: advice"))))]
    assert told[:3] == ["Mina, this helps Jo:", "a hand, near", "not: advice"]
    assert told[-1] == "f or j: it is enough"
    assert "Stay near. Breathe slowly. Nothing has to be said." in [*VOICES["stay"].begin(near())]


def test_a_slow_breath_is_told_and_once_a_minute_whether_it_is_still_good() -> None:
    voice = VOICES["stay"]
    first = near()
    assert len([*voice.between(near(after=0.5), NEVER)]) == 1
    assert not [*voice.between(near(after=1.5), near(after=0.5).moment)]
    assert 0 < voice.wait(near(after=3.5)) <= 0.5
    assert [*voice.between(near(after=60.2), near(after=59.8).moment)] == [say("practice.still_good")]
    assert [*voice.between(near(after=62.5), near(after=62.0).moment)] == []
    assert not voice.asks(first)
