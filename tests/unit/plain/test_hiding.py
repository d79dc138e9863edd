"""Hidden, nothing is said until the pause key comes back: in a pause, at every question, and after a stop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coreg.commands.plainly import begins
from coreg.content import say
from coreg.evening.options import Options
from coreg.evening.planning import plan
from coreg.keys import keymap
from coreg.plain.aloud import offer_moments
from coreg.plain.coming_back import come_back
from coreg.plain.host import Host
from coreg.plain.left import settle
from coreg.plain.minding import mind
from coreg.plain.scene import Manner
from tests.unit.evening.table import MINA_AND_JO, Table
from tests.unit.plain.telling import Script, Silence, Told, promise_of

MINUTE = 60.0
UNTIL = 30 * MINUTE
STOPPED = say("practice.stopped.title")
QUICK = ((40.0, "x"), (40.3, "x"), (40.6, "x"))


class Desk:
    """Somebody at the keys of one table; "x" pressed three times quickly hides, too."""

    def __init__(self, table: Table, *keys: tuple[float, str], locks: float = 0.0) -> None:
        self.table = table
        self.rung = 0
        self.at: list[tuple[float, str]] = []
        self.promise = promise_of(table, self.ring)
        script = Script(table, keys, ends=True)
        self.host = Host(
            table.runner,
            MINA_AND_JO,
            keymap({}),
            Manner(hide_key="x"),
            script,
            lambda line: self.at.append((script.time, line)),
            Silence(),
            self.promise,
        )

    def ring(self) -> None:
        self.rung += 1

    def lines(self, since: float, until: float = 1e9) -> list[str]:
        return [line for at, line in self.at if since <= at < until]

    def pause(self) -> str:
        """Begin a pause of half an hour, and tell of it."""
        return come_back(self.host, self.promise.pausing.ask_for(UNTIL).result())


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path / "book", threaded=True).set_up()


@pytest.mark.parametrize("hides", [((40.6, "f9"),), QUICK])
def test_in_a_pause_nothing_is_said_until_space_and_then_what_is_on(
    table: Table, hides: tuple[tuple[float, str], ...]
) -> None:
    keys = ((50, "?"), (52, "f"), (54, "j"), (56, "escape"), (60, "space"), (70, "escape"))
    desk = Desk(table, *hides, *keys)
    assert desk.pause() == "leave"
    assert desk.lines(40.6, 60) == []
    assert desk.lines(60, 70) == [
        "f and j, both of you: both here",
        f"b: {say('timeout.breathe')}",
        say("plain_pause.leave", key="esc"),
    ]
    assert desk.lines(70) == [say("plain_pause.stays")]


def test_a_return_that_comes_while_hidden_is_silent_and_told_afterwards(table: Table) -> None:
    desk = Desk(table, (60, "f9"), (UNTIL + 100, "space"), (UNTIL + 110, "escape"))
    assert desk.pause() == "leave"
    assert desk.lines(60, UNTIL + 100) == []
    assert desk.rung == 0
    assert desk.lines(UNTIL + 100)[0].startswith("It is ")


def test_whoever_is_asked_sealed_can_hide_it_and_answer_afterwards(table: Table) -> None:
    keys = ((10, "f"), (12, "j"), (14, "q"), (16, "f9"), (20, "y"), (24, "space"), (30, "w"), (32, "escape"))
    desk = Desk(table, *keys)
    assert desk.pause() == "leave"
    assert desk.lines(16, 24) == []
    assert desk.lines(24)[0] == say("timeout.sealed.title")
    assert desk.promise.pausing.newest is not None


def test_small_breaths_end_hidden_and_the_pause_is_on_afterwards(table: Table) -> None:
    desk = Desk(table, (10, "b"), (15, "f9"), (100, "space"), (110, "escape"))
    assert desk.pause() == "leave"
    assert desk.lines(15, 100) == []
    assert desk.lines(100)[0] == "f and j, both of you: both here"


def test_before_both_begin_a_minute_that_was_hidden_is_breathed_anew(table: Table) -> None:
    both = ((10, "f"), (12, "j"), (14, "q"), (16, "y"))
    hidden = ((20, "f9"), (90, "space"), (155, "f9"), (160, "space"), (170, "f"), (172, "j"))
    desk = Desk(table, *both, *hidden)
    assert desk.pause() == "nothing"
    assert desk.lines(20, 90) == []
    assert desk.lines(90)[0] == say("plain.small")
    assert desk.lines(160, 170)[0] == say("timeout.words.title")


def test_hidden_one_can_leave(table: Table) -> None:
    desk = Desk(table, (10, "f9"), (20, "f"), (30, "ctrl+q"), (40, "f"))
    assert desk.pause() == "leave"
    assert desk.promise.pausing.newest is not None
    assert desk.lines(10, 30) == []


def left_open(desk: Desk) -> None:
    settle(desk.host, desk.table.keeping, desk.table.time.now())


def caution(desk: Desk) -> None:
    today = desk.table.time.now().date()
    mind(desk.host, desk.table.keeping, today, plan("breathe", None, Options(pattern="box")))


def ready(desk: Desk) -> None:
    begins(desk.host)


def moments(desk: Desk) -> None:
    made = desk.table.maps.glimmer("the kettle", by="a").result()
    offer_moments(desk.host, (made,), lambda _: "")


def table_for(asks: Callable[[Desk], None], folder: Path) -> Table:
    """Return a table at which that can be asked."""
    table = Table(folder, threaded=True).set_up()
    if asks is left_open:
        table.begin("breathe", plan("breathe", 2, Options()))
        table.wait(20)
        table.settle()
        table.store.close()
        table = Table(folder, table.time, threaded=True)
    return table


@pytest.mark.parametrize(
    ("asks", "says"),
    [
        (left_open, "f and j: go on, both of you."),
        (caution, say("breathe.caution")),
        (ready, "Mina: own key f, own stop z"),
        (moments, say("plain_aloud.offer")),
    ],
)
def test_every_question_can_be_hidden_and_is_said_again_when_asked_for(
    tmp_path: Path, asks: Callable[[Desk], None], says: str
) -> None:
    table = table_for(asks, tmp_path / "book")
    desk = Desk(table, (10, "f9"), (12, "?"), (14, "f"), (20, "space"), (30, "?"), (40, "escape"))
    asks(desk)
    assert desk.lines(10, 20) == []
    assert desk.lines(20, 30)[0] == says
    assert desk.lines(30, 40) == desk.lines(20, 30)
    assert any(line.startswith(("esc: ", "Enter begins. esc: ")) for line in desk.lines(20, 30))
    left = Desk(table, (10, "f9"), (14, "ctrl+q"), (20, "f"), (22, "j"), (24, "enter"))
    asks(left)
    assert left.lines(10) == []


def test_after_a_stop_nothing_is_said_while_hidden_and_then_what_could_come(tmp_path: Path) -> None:
    keys = ((16, "escape"), (18, "f9"), (19, "f"), (20, "m"), (21, "?"), (200, "space"), (210, "g"))
    told = Told(tmp_path, keys, minutes=2)
    assert [line for at, line in told.at if 18 <= at < 200] == []
    assert told.after(200)[:3] == [STOPPED, "s: sit quietly", "b: small breaths, one minute"]
    assert told.ended == "over"


def test_a_stop_while_hidden_counts_and_is_said_when_somebody_comes_back(tmp_path: Path) -> None:
    told = Told(tmp_path, ((16, "f9"), (18, "z"), (40, "space"), (60, "g")), minutes=2)
    assert [line for at, line in told.at if 16 <= at < 40] == []
    assert told.after(40)[:2] == [STOPPED, "s: sit quietly"]
    assert told.entry().done_s == 16


def test_nothing_is_opened_by_what_is_pressed_while_hidden(tmp_path: Path) -> None:
    made = (plan("day_talk", None, Options()),)
    keys = ((1, "enter"), (10, "f9"), (12, "m"), (14, "?"), (16, "f1"), (30, "space"), (40, "ctrl+q"))
    told = Told(tmp_path, keys, plans=made, kind="day_talk")
    assert [line for at, line in told.at if 10 <= at < 30] == []
    assert told.after(30)[0] == "Going on."


def test_help_says_again_what_could_come_after_a_stop(tmp_path: Path) -> None:
    told = Told(tmp_path, ((16, "escape"), (30, "s"), (40, "?"), (60, "g")), minutes=2)
    lines = [line for at, line in told.at if 40 <= at < 60]
    assert "esc: stop at once, without a side" not in lines
    assert "ctrl+q: leave, and keep it for later" in lines
    assert lines[lines.index(STOPPED) + 1] == "s: sit quietly"


def test_whoever_is_gone_while_it_is_hidden_has_begun_nothing(table: Table) -> None:
    desk = Desk(table, (10, "f9"))
    assert not begins(desk.host)
    assert desk.lines(10) == []
