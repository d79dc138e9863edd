"""How an evening told line by line ends: good night, kept, and once a week the good moments of it."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from coreg.commands.plain_end import end
from coreg.content import say
from coreg.evening.maps import Maps
from coreg.evening.options import Options
from coreg.evening.planning import plan
from coreg.keys import keymap
from coreg.plain.host import Host
from coreg.plain.scene import Manner
from coreg.practice.play import SEATS, Pressed, Skipped, Wrote
from coreg.practice.sitting import Rested
from coreg.practice.steps.turn import Turning
from coreg.practice.steps.write import Writing
from coreg.record.trouble import Trouble
from tests.unit.evening.table import MINA_AND_JO, Table
from tests.unit.plain.telling import Script, Silence

if TYPE_CHECKING:
    from coreg.screens.house import House

OFFER = say("plain_aloud.offer")
READ = "Mina reads aloud: “the kettle”"


class Evening:
    """Evenings of the two at one table, told line by line."""

    def __init__(self, folder: Path) -> None:
        self.table = Table(folder / "book", threaded=True).set_up()
        self.table.maps.glimmer("the kettle", by="a").result()

    def ended(self, kind: str, *practices: str, sealed: bool = True, rests: bool = False) -> list[str]:
        """Go through one to its end, and return what is said then; whatever is offered is taken."""
        table, lines = self.table, list[str]()
        table.begin(kind, *(plan(one, None, Options()) for one in practices))
        while table.phase != "over":
            table.wait(3.0)
            self._pass(Rested if rests else Skipped)
        script = Script(table, ((3, "tab"), (6, "f")), ends=True, sealed=sealed)
        manner = Manner(keys=sealed)
        host = Host(table.runner, MINA_AND_JO, keymap({}), manner, script, lines.append, Silence())
        house = SimpleNamespace(
            runner=table.runner,
            voice=SimpleNamespace(backend=None),
            keeping=table.keeping,
            maps=table.maps,
            now=table.time.now,
        )
        end(host, cast("House", house))
        return lines

    def _pass(self, event: type[Skipped] | type[Rested]) -> None:
        runner, play = self.table.runner, self.table.sitting.play
        if isinstance(play, Writing) and not play.finished:
            runner.dispatch(Wrote(runner.time(), "the soup"))
        elif isinstance(play, Writing) and self.table.sitting.now_step.kind == "write":
            for seat in SEATS:
                runner.dispatch(Pressed(runner.time(), seat))
        elif isinstance(play, Turning) and play.floor.handed is None and event is Skipped:
            runner.dispatch(Pressed(runner.time(), play.seat))
        else:
            runner.dispatch(event(runner.time()))


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    return Evening(tmp_path)


def test_after_the_first_evening_of_a_week_good_moments_are_offered_and_read(evening: Evening) -> None:
    first = evening.ended("quiet", "check_out")
    assert first[first.index(say("room.kept")) + 1] == OFFER
    assert READ in first
    assert first[-1] == say("good.aloud.end")
    evening.table.time.go_on(24 * 3600.0)
    assert OFFER not in evening.ended("quiet", "check_out")
    evening.table.time.go_on(6 * 24 * 3600.0)
    evening.table.maps.glimmer("the snow", by="b").result()
    assert OFFER in evening.ended("quiet", "check_out")


def test_they_are_not_offered_after_a_practice_alone_or_one_left_early(evening: Evening) -> None:
    assert OFFER not in evening.ended("day_talk", "day_talk")
    assert OFFER not in evening.ended("quiet", "check_out", rests=True)


def test_they_are_not_offered_where_nobody_can_press_a_key(evening: Evening) -> None:
    assert OFFER not in evening.ended("quiet", "check_out", sealed=False)


def test_where_they_cannot_be_read_it_is_good_night(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> Future[Any]:
        failed: Future[Any] = Future()
        failed.set_exception(Trouble("damaged", file="2026.json"))
        return failed

    monkeypatch.setattr(Maps, "glimmers", damaged)
    assert evening.ended("quiet", "check_out")[-1] == say("room.kept")
