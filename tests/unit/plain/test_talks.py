"""Whole talks, line by line: what is said and when, and that it is the same talk as on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from coreg.content import say
from coreg.evening.options import Options
from coreg.evening.planning import evening_plan, plan
from coreg.plain.scene import Cues, Words
from coreg.practice.steps.write import Writing
from tests.unit.plain.telling import Script, Told, typed

DAY = (plan("day_talk", None, Options()),)
TO_TURN = (*typed(2, "the porch"), (5, "j"), (7, "y"), (8.5, "j"))
"""Up to Jo's turn, which begins at 8.5 s."""


def talk(folder: Path, *keys: tuple[float, str], cues: Cues = "every", words: Words = "short") -> Told:
    """Tell a day talk that is left for later after all of these."""
    last = max((at for at, _ in keys), default=0.0)
    return Told(folder, (*keys, (last + 5, "ctrl+q")), plans=DAY, kind="day_talk", cues=cues, words=words)


def test_a_line_is_typed_and_stands_where_it_is_typed(tmp_path: Path) -> None:
    told = talk(tmp_path, *typed(2, "the porch"))
    assert told.lines[:4] == [
        "What is it about tonight?",
        "Something from outside the two of you. Small enough for tonight.",
        "a word or two, or just enter",
        "Type it, then Enter. Enter alone passes it. f1 tells the keys.",
    ]
    assert "".join(told.script.echoes) == "the porch\n"
    assert [keep.text for keep in told.table.sitting.kept("topic")] == ["the porch"]


def test_a_turn_says_whose_it_is_how_the_other_listens_and_then_hardly_anything(tmp_path: Path) -> None:
    told = talk(tmp_path, *TO_TURN, (560, "j"), (563, "j"), (570, "j"))
    begun = [line for at, line in told.at if 8 < at < 9]
    assert begun == [
        "Jo’s turn: 8 minutes.",
        "Jo, what was it like, out there today?",
        "Mina, just listen.",
        "Mina may say: “What was the worst bit?” or “No wonder.” or “Anything I can carry?”",
        "j: Jo is done.",
        "Mina: f: give a minute of mine, q: a little slower",
    ]
    times = [(round(at, 2), line) for at, line in told.at if 9 < at < 560]
    assert times == [
        (248.5, "Half left."),
        (428.5, "1 minute left."),
        (478.5, "10 seconds left."),
        (488.5, "The time is up. There is room to finish the sentence."),
        (503.5, "Come to the end when you can."),
    ]
    assert told.after(560)[:2] == ["Mina is next.", "Jo, not done yet? j, within 5 seconds."]
    assert told.after(563)[:2] == ["Going on.", "0 seconds left."]


@pytest.mark.parametrize(
    ("cues", "words", "lines"),
    [("few", "bare", ["Time is up."]), ("some", "full", ["One minute is left.", "The time is up."])],
)
def test_the_time_of_a_turn_is_told_as_is_wanted(
    tmp_path: Path, cues: Cues, words: Words, lines: list[str]
) -> None:
    told = talk(tmp_path, *TO_TURN, (495, "space"), cues=cues, words=words)
    said = [line for at, line in told.at if 9 < at < 495]
    assert [line[: len(wanted)] for line, wanted in zip(said, lines, strict=True)] == lines


def test_who_listens_gives_a_minute_and_asks_for_slower_with_the_own_keys(tmp_path: Path) -> None:
    told = talk(tmp_path, *TO_TURN, (20, "f"), (30, "q"), (30.5, "q"), (40, "q"))
    said = [(at, line) for at, line in told.at if 9 < at < 40]
    assert said == [
        (20, "A minute was given. 8 minutes 48 seconds left."),
        (30, "A little slower, please."),
    ]
    assert told.after(40) == ["A little slower, please."]
    assert told.table.turn().seat == "b"


def test_only_who_speaks_ends_a_turn(tmp_path: Path) -> None:
    told = talk(tmp_path, *TO_TURN, (20, "n"), (22, "enter"), (24, "q"))
    assert told.table.turn().floor.handed is None
    assert told.after(24.5) == []


@pytest.mark.parametrize("stop", ["z", "/", "escape"])
def test_every_stop_stops_and_says_the_same(tmp_path: Path, stop: str) -> None:
    told = talk(tmp_path, *TO_TURN, (20, stop), (30, "j"), (32, "f"))
    assert told.after(20)[0] == say("practice.stopped.title")
    assert told.after(32)[:2] == ["Going on.", "Jo’s turn: 7 minutes 48 seconds."]


def test_a_draft_is_kept_through_a_stop_and_can_be_gone_on_with(tmp_path: Path) -> None:
    half = typed(2, "the por")[:-1]
    told = talk(tmp_path, *half, (4, "escape"), (12, "f"), (14, "j"), *typed(15, "ch"))
    assert "".join(told.script.echoes) == "the por\nthe porch\n"
    assert [keep.text for keep in told.table.sitting.kept("topic")] == ["the porch"]


def test_letters_are_text_while_something_is_typed(tmp_path: Path) -> None:
    told = talk(tmp_path, *typed(2, "z / n j f ? Q, 7"))
    assert [keep.text for keep in told.table.sitting.kept("topic")] == ["z / n j f ? Q, 7"]


def test_a_note_is_written_while_time_goes_on(tmp_path: Path) -> None:
    told = talk(
        tmp_path, *TO_TURN, (240, "m"), *typed(246, "she said the bridge"), (260, "m"), *typed(262, "x")
    )
    assert told.table.sitting.results[-1].note == "she said the bridge\nx"
    assert (248.5, "Half left.") in [(round(at, 1), line) for at, line in told.at]
    assert "Noted." in told.lines
    assert told.table.turn().floor.spent(told.table.runner.shown_time()) > 250


def test_something_is_parked_while_time_stands_and_is_there_again_at_the_end(tmp_path: Path) -> None:
    keys = (*TO_TURN, (20, ","), *typed(21, "ask mum"), (30, "j"), (40, "n"), (45, "f"), (55, "n"))
    told = talk(tmp_path, *keys)
    assert told.table.sitting.kept("parked")[0].text == "ask mum"
    after = told.after(20)
    assert after[:4] == [
        say("plain_talk.write.park"),
        "Parked.",
        "Going on.",
        "Jo’s turn: 7 minutes 48 seconds.",
    ]
    assert "Parked: ask mum" in after


@pytest.mark.parametrize(("keys", "line"), [("3", 2), ("up down down", 2), ("", 0)])
def test_a_line_that_mends_is_said_by_one_and_received_by_the_other(
    tmp_path: Path, keys: str, line: int
) -> None:
    chosen = tuple((21 + 1.3 * number, key) for number, key in enumerate(keys.split()))
    told = talk(tmp_path, *TO_TURN, (20, "l"), *chosen, (28, "f"), (30, "f"), (32, "j"))
    after = told.after(28)
    lines = [one for one in told.after(20) if one.startswith("1: ")]
    assert lines
    assert after[0] == f"“{told_line(line)}”"
    assert after[2] == "j: Jo has received it."
    assert (32, "Going on.") in told.at
    assert not any(keep.text == told_line(line) for keep in told.table.sitting.kept("parked"))


def told_line(number: int) -> str:
    from coreg.content import lines

    return lines("talk.repair.lines")[number]


PHASES = {"z": "stopped", "escape": "stopped", "enter": "running", "l": "running"}


@pytest.mark.parametrize("key", ["escape", "z", "f9", "?", "enter", "l"])
def test_a_line_that_mends_can_be_left(tmp_path: Path, key: str) -> None:
    told = talk(tmp_path, *TO_TURN, (20, "l"), (25, key))
    assert told.table.phase == PHASES.get(key, "paused")


def test_the_lines_that_mend_are_said_again_when_they_are_asked_for(tmp_path: Path) -> None:
    told = talk(tmp_path, *TO_TURN, (20, "l"), (24, "?"), (28, "f"), (32, "?"), (36, "enter"))
    opening = [line for at, line in told.at if at == 20]
    assert [line for at, line in told.at if at == 24] == opening[-len(told_at(told, 24)) :]
    assert told_at(told, 24)[0] == say("plain_talk.mend.title")
    assert told_at(told, 32) == told_at(told, 28)
    assert told_at(told, 28)[-1] == "enter: back. esc stops, here too."
    assert told.after(36)[0] == "Going on."


def told_at(told: Told, moment: float) -> list[str]:
    return [line for at, line in told.at if moment <= at < moment + 1]


def test_help_says_first_what_the_keys_do_here(tmp_path: Path) -> None:
    told = talk(tmp_path, *TO_TURN, (20, "?"))
    assert told.after(20)[0] == "j: Jo is done."
    assert any(line.startswith("l: ") for line in told.after(20))


@pytest.mark.parametrize(("key", "phase"), [("f9", "paused"), ("escape", "stopped"), ("f1", "paused")])
def test_nothing_that_is_typed_is_lost_by_a_key(tmp_path: Path, key: str, phase: str) -> None:
    told = talk(tmp_path, *TO_TURN, (20, ","), *typed(21, "ask mum")[:-1], (25, key))
    assert told.table.phase == phase
    assert told.table.sitting.kept("parked")[0].text == "ask mum"
    assert ("Parked." in told.after(25)) == (key == "f1")


def test_a_note_is_said_to_be_noted_by_who_asks_for_the_keys(tmp_path: Path) -> None:
    told = talk(tmp_path, *TO_TURN, (20, "m"), *typed(21, "the bridge")[:-1], (25, "f1"), (30, "space"))
    assert told.after(25)[0] == "Noted."
    assert told.table.sitting.results[-1].note == "the bridge"


def test_sealed_answers_are_never_said(tmp_path: Path) -> None:
    evening = evening_plan("quiet", Options())
    keys = ((1, "f"), (3, "j"), (6, "e"), (7, "f"), (8, "y"), (9, "j"))
    told = Told(tmp_path, (*keys, (12, "ctrl+q")), plans=evening, kind="quiet")
    other = Told(
        tmp_path / "two",
        (*tuple((at, {"e": "q"}.get(key, key)) for at, key in keys), (12, "ctrl+q")),
        plans=evening,
        kind="quiet",
    )
    assert say("plain_talk.not_yet") in told.lines
    assert told.lines == other.lines
    assert told.after(9) == [say("plain_talk.revealed"), "Nothing to mend. Just to know.", *told.lines[-1:]]


def test_unsaid_is_a_whole_answer(tmp_path: Path) -> None:
    keys = ((1, "f"), (3, "j"), (6, "f"), (8, "f"), (10, "y"), (11, "j"), (14, "ctrl+q"))
    told = Told(tmp_path, keys, plans=evening_plan("quiet", Options()), kind="quiet")
    assert told.after(11)[:2] == [say("practice.unsaid"), say("practice.unsaid_text")]


def test_the_long_form_is_typed_unseen(tmp_path: Path) -> None:
    plans = (plan("check_in", None, Options(form="full")),)
    answers = [
        *typed(5, "7"),
        *typed(7, "99"),
        *typed(9, "2"),
        *typed(11, "3"),
        *typed(13, "1 2"),
        *typed(15, ""),
        *typed(17, "hello"),
        *typed(20, "1"),
    ]
    keys = ((1, "f"), (2, "j"), (4, "f"), *answers, (25, "j"), (27, "ctrl+n"), (40, "ctrl+q"))
    told = Told(tmp_path, keys, plans=plans, kind="check_in")
    assert say("plain_form.unfit") in told.lines
    assert told.script.echoes == []
    assert not any("hello" in line or "7" in line for line in told.after(5) if "7 " not in line)
    assert told.after(27)[0] == say("practice.unsaid")


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_letters_that_a_signal_overtook_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    usual, scripts = Script.wait, list[Script]()

    def wait(script: Script, seconds: float) -> list[str]:
        if script.time < 5:
            return usual(script, seconds)
        if scripts:
            return [*"ght", "enter", "x"]
        scripts.append(script)
        raise error

    monkeypatch.setattr(Script, "wait", wait)
    with pytest.raises(error):
        talk(tmp_path, *typed(2, "the porch li")[:-1])
    play = scripts[0].table.sitting.play
    assert isinstance(play, Writing)
    assert play.draft == "the porch light"
