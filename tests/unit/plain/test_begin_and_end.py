"""Before a talk: what it is first, then the keys. After it: what stayed, and good night."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coreg.content import say
from coreg.evening.couple import Couple
from coreg.evening.in_step import Series, Told
from coreg.evening.options import Options
from coreg.evening.planning import evening_plan, plan
from coreg.keys import keymap
from coreg.plain.closing import closing_lines, in_step_lines
from coreg.plain.host import Host
from coreg.plain.left import settle
from coreg.plain.scene import Manner, Words
from coreg.plain.talk_opening import pause_lines, talk_lines
from coreg.practice.play import Kept
from coreg.practice.sitting import Plan, Result, Sitting
from coreg.practice.taps import ToCue
from coreg.practice.togetherness import Reading, Window
from tests.unit.evening.table import MINA_AND_JO, Table
from tests.unit.plain.telling import Script, Silence, promise_of

KEYS = [
    "Mina: own key f, own stop z",
    "Jo: own key j, own stop /",
    "esc stops, space pauses, n passes, ? tells the keys.",
]
WINDOW = Window(0.1, 40, 0.84, 0.3, (*[0] * 20, *[50] * 10, *[0] * 20), 0.7, 0.2)
BESIDE = "l: a line that mends. ,: park something for later."


def host(folder: Path, words: Words = "short", *, pausing: bool = False) -> Host:
    table = Table(folder, threaded=True).set_up()
    promise = promise_of(table, lambda: None) if pausing else None
    script, manner = Script(table), Manner(words=words)
    said: list[str] = []
    return Host(table.runner, MINA_AND_JO, keymap({}), manner, script, said.append, Silence(), promise)


@pytest.mark.parametrize(
    ("kind", "plans", "lines"),
    [
        (
            "quiet",
            evening_plan("quiet", Options()),
            ["Quiet evening: check in, breathe, day talk, good night. 32 minutes.", *KEYS, BESIDE],
        ),
        (
            "two_voices",
            (plan("two_voices", None, Options()),),
            ["Two voices: long turns, no replies. 90 minutes.", *KEYS],
        ),
    ],
)
def test_what_it_is_comes_first(tmp_path: Path, kind: str, plans: tuple[Plan, ...], lines: list[str]) -> None:
    told = [*talk_lines(host(tmp_path), kind, plans)]
    assert told[0].partition(":")[0] == lines[0].partition(":")[0]
    assert told[1 - len(lines) :] == lines[1:]


def test_a_caution_is_said_and_with_many_words_what_is_known(tmp_path: Path) -> None:
    made = plan("day_talk", None, Options())
    careful = replace(made, script=replace(made.script, caution="Mind this first."))
    short = [*talk_lines(host(tmp_path / "one"), "day_talk", (careful,))]
    full = [*talk_lines(host(tmp_path / "two", "full"), "day_talk", (careful,))]
    assert short[1] == "Mind this first."
    assert [line for line in full if line not in short] == [
        say("plain_talk.evidence", text=made.script.evidence)
    ]


def test_a_script_without_a_word_about_it_has_its_name(tmp_path: Path) -> None:
    made = plan("day_talk", None, Options())
    bare = replace(made, script=replace(made.script, about=""))
    assert next(talk_lines(host(tmp_path), "day_talk", (bare,))).startswith("Day talk. 2")


def test_a_pause_that_is_on_is_told_at_every_start(tmp_path: Path) -> None:
    here = host(tmp_path, pausing=True)
    assert [*pause_lines(here)] == []
    assert here.promise is not None
    pause = here.promise.pausing.ask_for(1800.0).result()
    assert [*pause_lines(here)] == ["A pause is on, until 20:44. coreg timeout --plain tells of it."]
    here.promise.pausing.leave_open(pause).result()
    assert [*pause_lines(here)] == [say("plain_talk.pause_open")]
    assert [*pause_lines(host(tmp_path / "none"))] == []


def test_what_waits_for_a_return_is_not_offered_as_left_open(tmp_path: Path) -> None:
    table = Table(tmp_path, threaded=True).set_up()
    table.begin("day_talk", plan("day_talk", None, Options()))
    table.wait(20)
    promise = promise_of(table, lambda: None)
    left = table.runner.put_aside()
    promise.pausing.ask_for(1800.0, left).result()
    table.keeping.snapshot(left, urgent=True)
    table.settle()
    here = Host(
        table.runner, MINA_AND_JO, keymap({}), Manner(), Script(table), lambda _: None, Silence(), promise
    )
    assert settle(here, table.keeping, table.time.now()) == "nothing"
    assert promise.pausing.newest is not None


def ended(kind: str, *keeps: Kept) -> Sitting:
    made = plan("check_out", None, Options())
    return Sitting(kind, (made,), "over", results=(Result("check_out", "", (), 60.0, 0.0, keeps=keeps),))


def test_what_stayed_is_said_with_its_name_and_then_good_night() -> None:
    keeps = (Kept("stays", "[b]we laughed[/]", "b"), Kept("thanks", "for the soup"), Kept("hug", "yes"))
    assert [*closing_lines(ended("quiet", *keeps), Couple("Mina", "Jo", left="b"))] == [
        "“for the soup”",
        "Jo: “[b]we laughed[/]”",
        say("good_night.hug"),
        "Good night, Jo. Good night, Mina.",
    ]


def test_after_one_practice_alone_it_is_no_night_yet() -> None:
    made = plan("day_talk", None, Options())
    sitting = Sitting("day_talk", (made,), "over")
    assert [*closing_lines(sitting, MINA_AND_JO)] == ["That was that, Mina and Jo."]


def test_what_taps_say_is_told_as_on_the_screen_with_names_as_they_are() -> None:
    couple = Couple("[Mina]", "{Jo}")
    guided = Told(guided=True, to_cue=(ToCue(-0.26, 9), ToCue(0.02, 8)), reading=None)
    assert [*in_step_lines(guided, couple)] == [
        say("breathe.together.title"),
        "[Mina]: 0.3 s before the cue, as a rule.",
        "{Jo}: with the cue, as a rule.",
        say("breathe.together.cues_tell_nothing"),
        say("breathe.together.not_better"),
    ]
    free = Told(guided=False, to_cue=(None, None), reading=Reading(WINDOW, (3, 4)))
    lines = [*in_step_lines(free, couple, Series((WINDOW,) * 3, frozenset({"tonight"})), "tonight")]
    assert "A little before the other: [Mina] 3 times, {Jo} 4 times." in lines
    assert say("breathe.together.cannot_tell") in lines
