"""Two hours of talk at a table: what the clock of each turn shows is right to a tenth of a second."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from coreg.keys import keymap
from coreg.practice.floor import TAKE_BACK
from coreg.practice.play import Pressed
from coreg.practice.sitting import Paused, Plan, Resumed
from coreg.practice.steps.turn import Turning
from coreg.widgets.digits import digit_rows
from coreg.widgets.steps.turn import TurnStage
from coreg.widgets.steps.view import View, clock_text
from tests.unit.evening.table import Table
from tests.unit.practice.evenings import script

WITHIN = 0.1
"""Seconds by which a shown time may be off."""

TURN = 900.0
TURNS = 8
KEYS = keymap({})


def shown(table: Table) -> tuple[str, ...]:
    """Return the digits that the stage draws just now."""
    sitting, runner = table.sitting, table.runner
    view = View(sitting, runner.shown_time(), runner.time(), ("Mina", "Jo"), "a", KEYS)
    rows = [row.plain.strip() for row in TurnStage().lines(view)]
    return tuple(row for row in rows if re.fullmatch("[╭─╮╶╴│╰╯╵╷├┤· ]+", row))[:3]


def fits(digits: tuple[str, ...], right: float) -> bool:
    """Tell whether these digits stand for what is right, or for what is right within a tenth of a second."""
    wanted = {tuple(row.strip() for row in digit_rows(clock_text(right + by))) for by in (-WITHIN, 0, WITHIN)}
    return digits in wanted


def test_after_two_hours_the_shown_time_is_that_of_the_clock(tmp_path: Path) -> None:
    # Before there is a book nothing is written: it is only the clock that is looked at.
    table, chance = Table(tmp_path / "book"), Random(2)
    turns: list[dict[str, object]] = [
        {"kind": "turn", "who": ("first", "second")[n % 2], "seconds": TURN} for n in range(TURNS)
    ]
    table.begin("long", Plan(script(*turns)))
    began, stood, looks = table.time.clock(), 0.0, 0
    for number in range(TURNS):
        right = TURN
        while right > 2:
            gap = chance.choice((0.3, 0.7, 0.95, 1.0, 1.3))
            table.time.go_on(gap)
            table.runner.look()
            right -= gap
            looks += 1
            assert abs(table.turn().floor.left(table.runner.shown_time()) - right) < WITHIN
            assert looks % 20 or fits(shown(table), right)
            if looks % 300 == 0:
                table.happens(Paused)
                table.wait(30, step=1.5)
                table.happens(Resumed)
                stood += 30
        table.happens(Pressed, table.turn().seat)
        table.wait(TAKE_BACK, step=1.25)
        assert table.sitting.step == number + 1 or table.sitting.phase == "over"
    gone = table.time.clock() - began
    assert gone - stood > TURNS * (TURN - 2)
    assert not isinstance(table.sitting.play, Turning)
    assert abs(table.runner.shown_time() - (gone - stood)) < WITHIN
