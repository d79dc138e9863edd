"""What stands above the breath: leading, finding a pace, and the sentences at their end."""

from __future__ import annotations

import pytest

from coreg.content import say
from coreg.evening.planning import Options, plan
from coreg.practice.play import SEATS, Chose, Pressed, Skipped
from coreg.practice.playing import advance, apply
from coreg.practice.sitting import Alone, Sitting, Stopped
from coreg.screens.hints import main_words
from coreg.screens.remaining import seconds_left
from coreg.widgets.steps.breathe import BreathStage
from coreg.widgets.steps.find_pace import FindStage
from coreg.widgets.steps.lead import LeadStage, lag_words
from tests.unit.practice.evenings import sitting
from tests.unit.widgets.moments import view


def breathing(options: Options) -> Sitting:
    """Return a breathing that has just begun."""
    return sitting(plan("breathe", 5, options))


def shown(stage: BreathStage, state: Sitting, now: float, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what a stage says at a moment."""
    said: list[str] = []
    monkeypatch.setattr(stage, "say", lambda _, rows: said.append(" ".join(row.plain for row in rows())))
    monkeypatch.setattr(stage, "draw", lambda *_, **__: None)
    stage.show(view(advance(state, now), now))
    return " ".join(said[-1].split())


@pytest.mark.parametrize(
    ("lag", "words"),
    [
        (0.94, "usually 0.9 s behind"),
        (0.0, "usually just with it"),
        (-0.31, "usually 0.3 s ahead"),
        (None, "too few taps"),
    ],
)
def test_the_usual_lag_is_told_without_a_name(lag: float | None, words: str) -> None:
    assert words in lag_words(lag)


def test_a_pace_that_was_found_is_easiest_and_not_best(monkeypatch: pytest.MonkeyPatch) -> None:
    state = breathing(Options(pattern="paceFinder"))
    for eased in (0, 1, 3, 2, 0):
        answers = (Chose(10.0, "a", eased), Chose(10.0, "b", eased), Pressed(10.0, "a"), Pressed(10.0, "b"))
        for event in (Skipped(10.0), *answers):
            state = apply(state, event)
    told = shown(FindStage(), state, 11.0, monkeypatch)
    assert "5.5 breaths a minute was easiest for you both." in told
    assert "not proven best" in told


def test_while_one_leads_nothing_is_told_of_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    state = breathing(Options(way="lead"))
    assert shown(LeadStage(), state, 2.0, monkeypatch).startswith("soon 3")
    before = shown(LeadStage(), state, 20.0, monkeypatch)
    assert "Mina leads" in before
    assert shown(LeadStage(), apply(state, Pressed(15.0, "b")), 20.0, monkeypatch) == before
    assert "Jo leads" in shown(LeadStage(), state, 200.0, monkeypatch)
    assert shown(LeadStage(), state, 310.0, monkeypatch).count(say("breathe.lead.untold")) == 2


def test_whoever_leads_longer_is_never_told_to_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    state = breathing(Options(way="lead"))
    for at in (6.0, 9.0, 12.0, 15.0):
        state = apply(state, Pressed(at, "a"))
    assert "in 3" in shown(LeadStage(), apply(state, Pressed(18.0, "a")), 18.1, monkeypatch)
    waiting = shown(LeadStage(), apply(state, Pressed(18.0, "a")), 21.4, monkeypatch)
    assert "hold" not in waiting
    assert " in " in waiting


def test_both_halves_are_told_with_the_lag_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    state = breathing(Options(way="lead"))
    for half, (leader, follower, late) in enumerate((("a", "b", 0.5), ("b", "a", 1.0))):
        for breath in range(8):
            start = 5.0 + 150.0 * half + 10.0 * breath + 1.0
            for at, seat in ((start, leader), (start + late, follower), (start + 4.0, leader)):
                state = apply(advance(state, at), Pressed(at, "a" if seat == "a" else "b"))
    told = shown(LeadStage(), state, 310.0, monkeypatch)
    assert "First half: whoever followed was usually 0.5 s behind." in told
    assert "Second half: whoever followed was usually 1.0 s behind." in told
    assert not {"Mina", "Jo"} & set(told.replace(".", "").split())


def test_a_pace_its_question_and_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    state = breathing(Options(pattern="paceFinder"))
    assert shown(FindStage(), state, 6.0, monkeypatch).endswith("pace 1 of 5")
    asked = apply(state, Skipped(10.0))
    question = shown(FindStage(), asked, 11.0, monkeypatch)
    assert "How easy was that?" in question
    keys = [view(asked, 11.0).key(side, "5") for side in ("left", "right")]
    assert f"{keys[0]} very easy very easy {keys[1]}" in question
    assert shown(FindStage(), apply(asked, Chose(11.0, "a", 1)), 12.0, monkeypatch) == question
    for _ in range(9):
        asked = apply(asked, Skipped(13.0))
    assert shown(FindStage(), asked, 14.0, monkeypatch).endswith(say("breathe.find.unfound"))


def test_each_of_two_has_a_name_a_word_and_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    crossing = breathing(Options(way="crossing"))
    assert shown(BreathStage(), crossing, 6.0, monkeypatch) == "Mina in 3 Jo out 5 small and soft"
    answer = breathing(Options(way="answer"))
    assert shown(BreathStage(), answer, 16.0, monkeypatch) == "Mina rest 9 Jo in 3 small and soft"
    beside = breathing(Options(way="beside", with_="long48"))
    assert shown(BreathStage(), beside, 47.0, monkeypatch) == "Mina in 2 Jo out 6"
    assert shown(BreathStage(), beside, 66.0, monkeypatch).endswith("you begin together")


def test_whoever_sits_left_stands_left(monkeypatch: pytest.MonkeyPatch) -> None:
    state = advance(breathing(Options(way="crossing")), 6.0)
    stage, said = BreathStage(), list[str]()
    monkeypatch.setattr(stage, "say", lambda _, rows: said.append(rows()[0].plain.split()[0]))
    monkeypatch.setattr(stage, "draw", lambda *_, **__: None)
    for left in ("a", "b"):
        stage.show(view(state, 6.0, left="b" if left == "b" else "a"))
    assert said == ["Mina", "Jo"]


def test_a_tap_is_a_dot_in_the_middle_whoever_tapped(monkeypatch: pytest.MonkeyPatch) -> None:
    state = advance(breathing(Options(taps=True)), 40.0)
    both = [shown(BreathStage(), apply(state, Pressed(40.0, seat)), 40.2, monkeypatch) for seat in SEATS]
    assert both == ["out 5 ·"] * 2
    assert shown(BreathStage(), apply(state, Pressed(40.0, "a")), 40.9, monkeypatch) == "out 5"


def test_just_sitting_says_so_and_then_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    state = breathing(Options(pattern="justsit"))
    assert shown(BreathStage(), state, 6.0, monkeypatch) == say("breathe.sit")
    assert shown(BreathStage(), state, 60.0, monkeypatch) == ""


def test_without_cues_one_sentence_stands_there(monkeypatch: pytest.MonkeyPatch) -> None:
    state = breathing(Options(free=60.0))
    assert shown(BreathStage(), state, 20.0, monkeypatch) == "out 5 small and soft"
    assert shown(BreathStage(), state, 270.0, monkeypatch) == say("breathe.free")


def test_humming_and_topping_up_have_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(BreathStage(), breathing(Options(pattern="hum")), 50.0, monkeypatch) == "hum 5"
    assert shown(BreathStage(), breathing(Options(pattern="sigh")), 52.5, monkeypatch) == "more 1"


def test_alone_the_own_breath_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    state = apply(breathing(Options(way="crossing", pattern="even5")), Stopped(51.0))
    words = [shown(BreathStage(), apply(state, Alone(51.0, seat)), 52.0, monkeypatch) for seat in ("a", "b")]
    assert words == ["out 3", "in 3"]


def test_what_is_left_of_finding_a_pace_only_ever_shrinks() -> None:
    state, now, left = breathing(Options(pattern="paceFinder")), 0.0, 400.0
    while state.now_step.kind == "find_pace" and state.phase != "over":
        assert seconds_left(state, now) <= left
        left, now = seconds_left(state, now), now + 7.0
        state = advance(state, now)
        if state.play and getattr(state.play, "rating", None):
            state = apply(state, Skipped(now))
    assert left == 0.0


def test_the_main_key_says_what_it_does() -> None:
    assert main_words(breathing(Options()), "a") == ""
    assert main_words(breathing(Options(taps=True)), "a") == "tap"
    alone = apply(apply(breathing(Options(taps=True)), Stopped(20.0)), Alone(21.0, "a"))
    assert main_words(alone, "a") == ""
    lead = breathing(Options(way="lead"))
    assert (main_words(lead, "b"), main_words(advance(lead, 306.0), "b")) == ("tap", "go_on")
    find = breathing(Options(pattern="paceFinder"))
    asked = apply(find, Skipped(10.0))
    assert (main_words(find, "a"), main_words(asked, "a")) == ("", "seal")
    for _ in range(9):
        asked = apply(asked, Skipped(13.0))
    assert main_words(asked, "a") == "go_on"
