"""A whole sitting, line by line: what is said and when, and that it is the same sitting as on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from coreg.content import say
from coreg.content.patterns import pattern_from, patterns
from coreg.evening.couple import Couple
from coreg.evening.options import Options
from coreg.evening.planning import plan
from coreg.plain.scene import Cues, Words
from coreg.practice.play import Pressed, Skipped
from coreg.practice.sitting import Paused, Resumed, Stopped, WentOn
from tests.unit.evening.table import Table
from tests.unit.plain.telling import Told

STOPPED = say("practice.stopped.title")


def test_a_breath_is_guided_to_its_end_at_the_very_moments(tmp_path: Path) -> None:
    told = Told(tmp_path, minutes=2)
    assert told.ended == "over"
    assert [(round(at, 2), line) for at, line in told.at[:5]] == [
        (0, "First breath in 5 seconds."),
        (5, "In 4"),
        (9, "Out 6"),
        (15, "In 4"),
        (19, "Out 6"),
    ]
    assert len(told.lines) == 1 + 2 * 12
    assert (65, "In 4. 1 minute left.") in [(round(at, 2), line) for at, line in told.at]
    assert told.ear.ended is False
    entry = told.entry()
    assert (entry.done_s, entry.ended_early) == (125, False)


@pytest.mark.parametrize(
    ("cues", "words", "lines"),
    [
        ("every", "full", ["In, 4 seconds.", "Out, 6 seconds."]),
        ("every", "bare", ["In", "Out"]),
        ("some", "short", ["In 4, out 6", "In 4, out 6"]),
        ("few", "full", ["In, 4 seconds, out, 6 seconds.", "In, 4 seconds, out, 6 seconds."]),
    ],
)
def test_it_says_as_much_as_is_wanted(tmp_path: Path, cues: Cues, words: Words, lines: list[str]) -> None:
    assert Told(tmp_path, minutes=2, cues=cues, words=words).lines[1:3] == lines


def test_sitting_without_cues_has_one_line_and_the_last_minute_one(tmp_path: Path) -> None:
    sits = Told(tmp_path / "sits", options=Options(pattern="justsit"), minutes=2)
    assert sits.lines[1:] == ["Sit, and breathe as it comes."]
    ends = Told(tmp_path / "ends", options=Options(free=60.0), minutes=2)
    assert ends.at[-1][0] == pytest.approx(65, abs=0.01)
    assert ends.lines[-1] == "Keep going together without me."


def test_both_are_told_by_their_names(tmp_path: Path) -> None:
    lines = Told(tmp_path, minutes=1, options=Options(way="crossing")).lines
    assert lines[1:4] == ["Mina in 4, Jo out 6", "Mina out 6", "Jo in 4"]


@pytest.mark.parametrize("most", [0.05, 0.3, 1.0])
def test_it_does_not_matter_how_often_the_clock_is_looked_at(tmp_path: Path, most: float) -> None:
    usual = Told(tmp_path / "one", options=Options(pattern="sigh"), minutes=1)
    often = Told(tmp_path / "two", options=Options(pattern="sigh"), minutes=1, most=most)
    assert often.lines == usual.lines


def test_a_stop_is_said_at_once_and_the_rest_after_a_while(tmp_path: Path) -> None:
    told = Told(tmp_path, ((16, "z"), (30, "g")), minutes=2)
    at = {line: round(moment, 2) for moment, line in told.at}
    assert at[STOPPED] == 16
    after = [(line, round(moment)) for moment, line in told.at if moment > 16]
    assert {moment for _, moment in after} == {21}
    assert [line for line, _ in after] == [
        "s: sit quietly",
        "b: small breaths, one minute",
        "f and j: go on, both of you.",
        "Your own key, pressed twice: go on alone.",
        "g: good night",
    ]
    entry = told.entry()
    assert (entry.done_s, entry.ended_early) == (16, True)


@pytest.mark.parametrize("key", ["z", "/", "escape"])
def test_nothing_depends_on_who_stopped(tmp_path: Path, key: str) -> None:
    one = Told(tmp_path / "one", ((16, key), (30, "g")), minutes=2)
    other = Told(tmp_path / "two", ((16, "escape"), (30, "g")), minutes=2)
    assert one.at == other.at
    ids = {"id": "", "session": ""}
    assert one.entry().model_copy(update=ids) == other.entry().model_copy(update=ids)


def test_both_go_on_where_it_was(tmp_path: Path) -> None:
    told = Told(tmp_path, ((16, "escape"), (24, "j"), (26, "f")), minutes=2)
    after = [line for moment, line in told.at if moment >= 26]
    assert after[:3] == ["Going on.", "In 3", "Out 6"]
    assert told.entry().done_s == 125


def test_one_goes_on_alone_with_the_own_key_and_nobody_is_named(tmp_path: Path) -> None:
    options = Options(way="crossing")
    told = Told(tmp_path, ((16, "escape"), (24, "j"), (26, "j")), minutes=2, options=options)
    after = [line for moment, line in told.at if moment >= 26]
    assert after[:4] == ["Going on.", "Out 5", "In 4", "Out 6"]
    assert not any("Jo" in line or "Mina" in line for line in after)
    assert told.entry().ended_early is False


def test_quiet_is_quiet_and_two_minutes_later_it_ends(tmp_path: Path) -> None:
    told = Told(tmp_path, ((16, "escape"), (24, "s")), minutes=2)
    assert told.at[-1] == (24, say("practice.stopped.dim"))
    assert 136 <= told.script.time <= 137


def test_a_pause_freezes_time(tmp_path: Path) -> None:
    told = Told(tmp_path, ((16, "space"), (40, "space")), minutes=2)
    after = [(round(moment, 2), line) for moment, line in told.at if moment >= 16]
    assert after[:4] == [(16, "Paused. space goes on."), (40, "Going on."), (40, "In 3"), (43, "Out 6")]
    assert told.ear.phases.count("paused") > 0


def test_a_computer_that_slept_has_paused_it_and_it_is_said(tmp_path: Path) -> None:
    told = Told(tmp_path, ((40, "space"),), minutes=2, sleeps=16)
    after = [line for moment, line in told.at if 16 <= moment <= 40]
    assert after[:4] == [say("practice.slept"), "Paused. space goes on.", "Going on.", "In 3"]
    assert told.entry().done_s < 130


@pytest.mark.parametrize(("cues", "breaths"), [("some", ["In"] * 5), ("few", ["In"] * 2)])
def test_a_leader_is_told_of_as_often_as_is_wanted(tmp_path: Path, cues: Cues, breaths: list[str]) -> None:
    taps = tuple((6.0 + 4 * number, "f") for number in range(10))
    told = Told(tmp_path, taps, Options(way="lead"), minutes=2, cues=cues, words="bare")
    assert [line for line in told.lines if line in ("In", "Out")] == breaths


def test_words_are_said_once_and_gone_on_from_by_both(tmp_path: Path) -> None:
    told = Told(tmp_path, ((2, "j"), (4, "f"), (20, "ctrl+q")), plans=(plan("waking", None, Options()),))
    assert [line for moment, line in told.at if moment < 2][-1] == "f and j: go on, both of you."
    assert [line for moment, line in told.at if 4 <= moment < 5]


def test_n_passes_it_and_it_ends_early(tmp_path: Path) -> None:
    entry = Told(tmp_path, ((26, "n"),), minutes=2).entry()
    assert (entry.done_s, entry.ended_early) == (26, True)


def test_help_lets_time_stand_and_tells_the_keys_of_both(tmp_path: Path) -> None:
    told = Told(tmp_path, ((16, "?"), (30, "space")), minutes=2)
    lines = [line for moment, line in told.at if moment == 16]
    assert lines[:2] == ["Mina: own key f, own stop z", "Jo: own key j, own stop /"]
    assert lines[-1] == "Paused. space goes on."
    assert told.entry().done_s == 125


def test_hidden_nothing_is_said_until_time_goes_on(tmp_path: Path) -> None:
    told = Told(tmp_path, ((16, "f9"), (30, "space")), minutes=2)
    assert not [line for moment, line in told.at if 16 <= moment < 30]
    assert [line for moment, line in told.at if moment == 30] == ["Going on.", "In 3"]


def test_small_breaths_are_a_minute_and_then_the_choices_come_back(tmp_path: Path) -> None:
    told = Told(tmp_path, ((16, "escape"), (24, "b"), (100, "g")), minutes=2)
    at = [(round(moment), line) for moment, line in told.at if moment >= 24]
    assert at[:3] == [(24, "Small breaths, one minute."), (24, "In 4"), (28, "Out 6")]
    assert (84, STOPPED) in at


def test_left_for_later_it_is_on_disk_as_it_was(tmp_path: Path) -> None:
    told = Told(tmp_path, ((16, "ctrl+q"),), minutes=2)
    assert told.ended == "later"
    told.table.settle()
    left = told.table.keeping.left_open()
    assert left is not None
    assert left.sitting.phase == "running"


def test_whoever_leads_is_followed_word_by_word(tmp_path: Path) -> None:
    taps = ((6, "f"), (10, "f"), (14, "f"), (18, "f"), (22, "f"), (26, "f"), (30, "f"), (34, "f"))
    follows = ((10.5, "j"), (14.5, "j"), (22.5, "j"), (30.5, "j"))
    told = Told(tmp_path, tuple(sorted((*taps, *follows))), Options(way="lead"), minutes=2)
    assert told.lines[0] == "Mina leads: f at each breath in, and at each breath out"
    assert [(round(at, 2), line) for at, line in told.at[2:6]] == [
        (6, "In"),
        (10, "Out"),
        (14, "In"),
        (18, "Out"),
    ]
    assert (65, "Jo leads: j at each breath in, and at each breath out") in [
        (round(at), line) for at, line in told.at
    ]
    assert told.lines[-2] == say("breathe.lead.lag", seconds="0.5")
    assert told.lines[-1] == "f and j: go on, both of you."


def test_a_pace_is_found_with_unechoed_keys(tmp_path: Path) -> None:
    answers = tuple(
        (145 + number * 150 + later, key)
        for number in range(5)
        for later, key in ((0, "t"), (1, "f"), (2, "p"), (3, "j"))
    )
    told = Told(tmp_path, answers, Options(pattern="paceFinder"))
    assert told.lines[0] == "Pace 1 of 5."
    assert told.lines.count(say("breathe.find.ask")) == 5
    assert say("breathe.find.found", pace="6.5") in told.lines
    quiet = Told(
        tmp_path / "two",
        tuple((at, {"t": "q"}.get(key, key)) for at, key in answers),
        Options(pattern="paceFinder"),
    )
    one, two = ([line for line in each.lines if "minute was easiest" not in line] for each in (told, quiet))
    assert one == two


def test_before_and_after_are_asked_sealed_and_kept_as_a_pair(tmp_path: Path) -> None:
    keys = ((1, "q"), (2, "f"), (3, "o"), (4, "j"), (135, "q"), (136, "f"), (137, "y"), (138, "j"))
    told = Told(tmp_path, keys, Options(rate=True), minutes=2)
    assert told.lines[2:4] == [
        "Mina: q settled, w a bit up, e over my line, r flat, t far away",
        "Jo: y settled, u a bit up, i over my line, o flat, p far away",
    ]
    entry = told.entry()
    assert entry.before is not None
    assert entry.after is not None
    assert (entry.before.a.state, entry.before.b.state, entry.after.b.state) == ("settled", "flat", "settled")


def test_a_number_is_typed_unseen_and_never_said(tmp_path: Path) -> None:
    half = ((1, "f"), (2, "1"), (2.1, "1"), (3, "enter"), (4, "7"), (5, "enter"))
    other = ((6, "j"), (7, "4"), (7.1, "backspace"), (7.2, "3"), (8, "enter"))
    told = Told(
        tmp_path, (*half, *other, (20, "escape"), (27, "g")), Options(rate=True, form="full"), minutes=2
    )
    assert say("plain.unfit") in told.lines
    assert not any(
        "7" in line or "3" in line for line in told.lines if "countdown" not in line and "seconds" not in line
    )
    sitting = told.table.sitting
    pair = sitting.results[-1].keeps[0]
    assert "inside=7" in repr(pair)
    assert "inside=3" in repr(pair)


def test_with_no_keys_it_guides_and_that_is_it(tmp_path: Path) -> None:
    told = Told(tmp_path, minutes=1, ends=True, sealed=False, options=Options(rate=True, way="crossing"))
    assert told.ended == "over"
    assert told.entry().before is None
    assert "f and j" not in " ".join(line for line in told.lines if line.startswith("f"))


@pytest.mark.parametrize("words", ["full", "short", "bare"])
@pytest.mark.parametrize("way", ["unison", "crossing", "answer", "beside", "lead"])
def test_no_line_holds_what_a_terminal_obeys_whatever_people_are_called(
    tmp_path: Path, words: Words, way: str
) -> None:
    evil = "\x1b[31m{b}[/]\x07\x9b2J\u202e"
    own = pattern_from(evil, {"in": 4, "out": 4, "minutes": 2})
    options = Options(way=way, pattern=evil, with_=evil, taps=True, patterns={**patterns(), evil: own})
    couple = Couple(f"A{evil}", f"B{evil}\n")
    told = Told(tmp_path, ((16, "?"), (17, "space")), options, minutes=2, words=words, couple=couple)
    assert told.lines
    assert all(line.isprintable() for line in told.lines)
    if way == "crossing":
        assert any("A{b}[/]" in line for line in told.lines)


def test_the_record_is_the_one_of_the_screen(tmp_path: Path) -> None:
    """The same happens at the same moments, once told and once dispatched as the screen does."""
    options = Options(way="crossing", taps=True)
    keys = ((6, "f"), (13, "j"), (20, "space"), (25, "space"), (30, "z"), (40, "j"), (42, "f"), (50, "n"))
    told = Told(tmp_path / "told", keys, options, minutes=2)
    events = {"space": (Paused, Resumed), "z": (Stopped,), "n": (Skipped,)}
    table = Table(tmp_path / "shown").set_up()
    table.begin("breathe", plan("breathe", 2, options))
    gone = 0.0
    for at, key in keys:
        table.wait(at - gone)
        gone = at
        if key in ("f", "j"):
            kind = WentOn if table.phase == "stopped" else Pressed
            table.happens(kind, "a" if key == "f" else "b")
        else:
            table.happens(events[key][table.phase == "paused"])
    table.end()
    shown = table.sessions()[0].entries[0]
    one = told.entry()
    assert one.model_dump(exclude={"id"}) == shown.model_dump(exclude={"id"})
