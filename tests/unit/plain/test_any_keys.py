"""Whatever is pressed, and whatever practice it is: it never gets stuck, and nothing typed is lost."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coreg.content.scripts import PRACTICES
from coreg.evening.options import Options
from coreg.evening.planning import plan
from coreg.keys import KEYS
from coreg.practice.sitting import Sitting
from tests.unit.plain.telling import Told, typed

PARTS = ("left", "right", "all", "practice", "lines")
PRESSES = sorted({press for key in KEYS if key.place in PARTS for press in key.default})
TEXT = ("word", "space", "backspace", "enter", "ctrl+u", "É")
RANDOM = st.lists(
    st.tuples(st.floats(0.05, 40.0), st.sampled_from([*PRESSES, *TEXT])), min_size=1, max_size=40
)


def pressed(found: list[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
    """Return presses one after the other, each so many seconds after the one before it."""
    at, keys = 0.0, []
    for gap, press in found:
        at += gap
        keys += [(at, letter) for letter in press] if press == "word" else [(at, press)]
    return tuple(keys)


def ends(sitting: Sitting | None, ended: str) -> bool:
    return ended == "later" or (sitting is not None and sitting.phase == "over")


@pytest.mark.parametrize("practice", ["day_talk", "mirror_talk"])
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=RANDOM)
def test_any_keys_come_to_an_end(practice: str, found: list[tuple[float, str]]) -> None:
    any_keys(practice, found)


KEPT = st.lists(
    st.tuples(
        st.floats(0.1, 9.0), st.sampled_from(["escape", "f1", "f2", "f3", "f4", "f9", "ctrl+q", "ctrl+s"])
    ),
    max_size=6,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=KEPT)
def test_no_key_loses_what_is_being_typed(found: list[tuple[float, str]]) -> None:
    with TemporaryDirectory() as folder:
        half = typed(1, "the porch")[:-1]
        later = tuple((at + 3, press) for at, press in pressed(found))
        keys = (*half, *later, (60.0, "ctrl+q"))
        made = (plan("day_talk", None, Options()),)
        told = Told(Path(folder) / "book", keys, plans=made, kind="day_talk")
        assert "the porch" in repr(told.table.sitting)


@pytest.mark.long
@pytest.mark.parametrize("practice", [one for one in PRACTICES if one != "breathe"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(found=RANDOM, form=st.sampled_from(["states", "full"]))
def test_any_keys_come_to_an_end_in_every_practice(
    practice: str, found: list[tuple[float, str]], form: str
) -> None:
    any_keys(practice, found, form)


def any_keys(practice: str, found: list[tuple[float, str]], form: str = "states") -> None:
    with TemporaryDirectory() as folder:
        made = (plan(practice, None, Options(form=form)),)
        told = Told(Path(folder) / "book", pressed(found), plans=made, kind=practice, ends=True)
        assert ends(told.table.runner.state, told.ended)
        assert all(line.isprintable() for line in told.lines)


def test_without_any_key_every_practice_comes_to_an_end(tmp_path: Path) -> None:
    for practice in PRACTICES:
        if practice != "breathe":
            told = Told(
                tmp_path / practice, plans=(plan(practice, None, Options()),), kind=practice, ends=True
            )
            assert ends(told.table.runner.state, told.ended), practice
