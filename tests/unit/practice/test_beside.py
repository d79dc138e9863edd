"""What may stand beside a step: a line that mends where one speaks, the parked list in a talk of two."""

from __future__ import annotations

import pytest

from coreg.content.scripts import script
from coreg.practice.beside import mends, parks
from coreg.practice.play import Pressed, Skipped
from coreg.practice.playing import apply, begin
from coreg.practice.sitting import Plan, Sitting


def at(name: str, step: str) -> Sitting:
    """Return a sitting of one practice, at a step."""
    sitting = begin(Sitting(name, (Plan(script(name)),)), 0.0)
    for second in range(1, 40):
        if sitting.now_step.name == step:
            return sitting
        sitting = apply(sitting, Skipped(float(second)))
    raise AssertionError(step)


@pytest.mark.parametrize(
    ("name", "step", "mend", "park"),
    [
        ("day_talk", "turn_first", True, True),
        ("day_talk", "who", False, True),
        ("two_voices", "speak", False, False),
        ("check_in", "land", False, False),
    ],
)
def test_only_where_one_may_answer_the_other(name: str, step: str, mend: bool, park: bool) -> None:
    sitting = at(name, step)
    assert (mends(sitting), parks(sitting)) == (mend, park)


def test_it_is_the_same_while_a_turn_is_handed_over() -> None:
    sitting = at("day_talk", "turn_first")
    assert mends(apply(sitting, Pressed(60.0, "a")))
