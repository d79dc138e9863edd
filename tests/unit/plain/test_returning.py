"""A pause with its return, line by line: both are asked, sealed, and only what it comes to is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from coreg.content import say
from coreg.evening.options import Options
from coreg.evening.pause import Pause
from coreg.evening.planning import plan
from coreg.keys import keymap
from coreg.plain.coming_back import come_back
from coreg.plain.host import Host, Promise
from coreg.plain.scene import Manner
from coreg.plain.telling import sit
from coreg.record.models import PauseAgreement
from coreg.record.trouble import Trouble
from tests.unit.evening.table import MINA_AND_JO, Table
from tests.unit.plain.telling import Script, Silence, promise_of

MINUTE = 60.0
UNTIL = 30 * MINUTE


class Evening:
    """A talk of which one asks for a pause, and what comes of it."""

    def __init__(self, folder: Path, *keys: tuple[float, str], agreed: PauseAgreement | None = None) -> None:
        self.table = Table(folder, threaded=True).set_up()
        self.rung = 0
        self.promise = promise_of(self.table, self.ring)
        if agreed:
            self.promise.pausing.agree(agreed).result()
        script = Script(self.table, ((20, "escape"), (26, "enter"), *keys), ends=True)
        self.at: list[tuple[float, str]] = []
        self.host = Host(
            self.table.runner,
            MINA_AND_JO,
            keymap({}),
            Manner(),
            script,
            lambda line: self.at.append((script.time, line)),
            Silence(),
            self.promise,
        )
        self.table.begin("day_talk", plan("day_talk", None, Options()))
        self.ended = sit(self.host)

    def ring(self) -> None:
        self.rung += 1

    @property
    def pause(self) -> Pause | None:
        return self.promise.pausing.newest

    def back(self) -> bool:
        return come_back(self.host, self.pause) == "goes_on"

    def after(self, moment: float) -> list[str]:
        return [line for at, line in self.at if at >= moment - 1e-6]


def test_it_is_the_first_choice_after_a_stop_and_what_was_on_waits(tmp_path: Path) -> None:
    evening = Evening(tmp_path)
    assert evening.ended == "pause"
    assert evening.after(21)[0] == "enter: a pause with a return"
    assert evening.table.runner.state is None
    assert evening.pause is not None
    assert not evening.back()
    assert evening.after(26)[:3] == [
        "A pause, until 20:44.",
        "A pause is not leaving. 20:44, here.",
        *said_aloud(),
    ]


def said_aloud() -> list[str]:
    return ["To say aloud, if you like:"]


def test_two_minutes_before_and_at_the_time_it_rings_and_is_said(tmp_path: Path) -> None:
    evening = Evening(tmp_path, (26 + UNTIL + 40 * MINUTE, "escape"))
    assert not evening.back()
    at = {line: moment for moment, line in evening.at}
    assert at[say("plain_pause.soon")] == pytest.approx(26 + UNTIL - 120, abs=1.5)
    assert at["It is 20:44."] == pytest.approx(26 + UNTIL, abs=1.5)
    assert at[say("timeout.after.title")] == pytest.approx(26 + UNTIL + 30 * MINUTE, abs=1.5)
    assert evening.rung == 2
    assert evening.after(26 + UNTIL + 40 * MINUTE) == [say("plain_pause.stays")]


BOTH_HERE = ((100.0, "f"), (102.0, "j"))


def test_both_ready_breathe_a_minute_and_go_on_at_the_very_step(tmp_path: Path) -> None:
    evening = Evening(tmp_path, *BOTH_HERE, (104, "y"), (106, "q"), (180, "j"), (182, "f"))
    assert evening.back()
    lines = evening.after(102)
    assert lines[0] == say("timeout.sealed.title")
    assert evening.after(106)[:3] == ["Small breaths, one minute.", "esc: enough of them", "In 4"]
    assert evening.after(166)[:2] == [say("timeout.words.title"), say("timeout.words.text")]
    assert [line for at, line in evening.at if 165.9 <= at < 180][-1] == "esc: end here."
    sitting = evening.table.sitting
    assert (sitting.phase, sitting.now_step.id) == ("running", "topic")
    assert evening.pause is None


@pytest.mark.parametrize(("a", "b"), [("q", "u"), ("w", "y"), ("w", "u")])
def test_only_what_both_come_to_is_said(tmp_path: Path, a: str, b: str) -> None:
    evening = Evening(tmp_path, *BOTH_HERE, (104, a), (106, b), (110, "escape"))
    assert not evening.back()
    asked = [line for at, line in evening.at if 102 <= at < 106]
    assert asked[-1] == say("plain_talk.not_yet")
    assert evening.after(106)[0].startswith("A little longer: 20:4")
    assert evening.pause is not None
    assert evening.pause.timeout.times == 1


def test_an_answer_can_be_changed_and_taken_back_before_there_are_two(tmp_path: Path) -> None:
    keys = ((104, "q"), (106, "w"), (108, "escape"), (110, "y"), (112, "escape"))
    evening = Evening(tmp_path, *BOTH_HERE, *keys)
    assert not evening.back()
    assert evening.pause is not None
    assert evening.pause.timeout.times == 0


def test_not_tonight_is_tomorrow_at_the_same_time_or_another(tmp_path: Path) -> None:
    keys = (
        (104, "e"),
        (106, "y"),
        (108, "right"),
        (110, "left"),
        (112, "right"),
        (114, "enter"),
        (120, "escape"),
    )
    evening = Evening(tmp_path, *BOTH_HERE, *keys)
    assert not evening.back()
    lines = evening.after(106)
    assert lines[:2] == ["Not tonight.", "tomorrow, 20:44"]
    assert "left arrow, right arrow: earlier, later" in lines
    assert evening.after(114)[0] == "Planned: tomorrow, 21:14."
    assert evening.pause is not None
    assert evening.pause.kept


@pytest.mark.parametrize(("key", "words", "left"), [("s", "left_open", 1), ("g", "rested", 0)])
def test_it_is_left_open_or_laid_to_rest(tmp_path: Path, key: str, words: str, left: int) -> None:
    evening = Evening(tmp_path, *BOTH_HERE, (104, "e"), (106, "i"), (108, key))
    assert not evening.back()
    assert evening.after(108) == [say(f"timeout.plan.{words}")]
    assert (evening.pause is not None) == bool(left)
    kinds = [session.kind for session in evening.table.sessions()]
    assert ("day_talk" in kinds) == (key == "g")


def test_what_was_agreed_is_said(tmp_path: Path) -> None:
    agreed = PauseAgreement(
        minutes=40, a="shower", b="the dog", looked=Table(tmp_path / "x").time.now().date()
    )
    evening = Evening(tmp_path / "y", agreed=agreed)
    assert not evening.back()
    assert "A pause, until 20:54." in evening.after(26)
    assert {"Mina: shower", "Jo: the dog"} <= set(evening.after(26))


def test_help_says_the_keys_again_and_breaths_are_a_minute(tmp_path: Path) -> None:
    evening = Evening(tmp_path, (40, "?"), (50, "b"), (53, "?"), (58, "/"), (70, "escape"))
    assert not evening.back()
    told = [line for at, line in evening.at if 40 <= at < 50]
    assert told[:2] == ["A pause, until 20:44.", "f and j, both of you: both here"]
    assert told[-1] == "f9: say nothing, until space"
    assert evening.after(50)[:3] == ["Small breaths, one minute.", "esc: enough of them", "In 4"]
    assert evening.after(53)[0] == "esc: enough of them"
    assert evening.after(58)[0] == "f and j, both of you: both here"


def test_whoever_leaves_in_a_minute_of_breaths_leaves_and_hears_what_stays(tmp_path: Path) -> None:
    evening = Evening(tmp_path, (50, "b"), (58, "ctrl+q"), (70, "f"))
    assert not evening.back()
    assert evening.after(58) == [say("plain_pause.stays")]
    for keys in (((120, "ctrl+q"), (170, "f")), ((180, "escape"), (190, "f"))):
        evening = Evening(tmp_path / str(keys[0][0]), *BOTH_HERE, (104, "y"), (106, "q"), *keys)
        assert not evening.back()
        assert evening.after(keys[0][0])[-1] == say("plain.later")
        assert evening.table.runner.state is not None


def test_a_locked_book_is_locked_again_after_a_while(tmp_path: Path) -> None:
    evening = Evening(tmp_path, (26 + UNTIL, "f"))
    promise = Promise(evening.promise.pausing, evening.promise.now, evening.ring, 300.0)
    host = Host(
        evening.table.runner,
        MINA_AND_JO,
        keymap({}),
        Manner(),
        evening.host.keys,
        evening.host.write,
        Silence(),
        promise,
    )
    assert come_back(host, evening.pause) == "leave"
    assert evening.at[-1][1] == say("plain_pause.locked")
    assert evening.at[-1][0] == pytest.approx(326, abs=1.5)


def test_a_pause_that_cannot_be_kept_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise Trouble("disk_full", file="live.json")

    monkeypatch.setattr("coreg.evening.pausing.keep_pause", full)
    evening = Evening(tmp_path, (40, "g"))
    assert evening.ended == "over"
    assert any("The pause was not begun" in line for line in evening.after(26))
