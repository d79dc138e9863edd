"""What a press means: as on the screen, with the same patience for held keys."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coreg.evening.options import Options
from coreg.evening.planning import plan
from coreg.keys import keymap
from coreg.plain.presses import Act, Presses
from coreg.plain.scene import Manner, Scene
from coreg.practice.play import Chose, Pressed
from coreg.practice.playing import begin
from coreg.practice.sitting import Sitting, Stopped

SITTING = begin(Sitting("check_in", (plan("check_in", None, Options()),)), 0.0)


def scene(now: float, sitting: Sitting = SITTING) -> Scene:
    return Scene(sitting, now, now, ("Mina", "Jo"), "a", keymap({}), Manner(hide_key="x"))


def meanings(*presses: tuple[float, str]) -> list[Act]:
    keys = Presses()
    return [keys.meaning(press, scene(now), offers=False) for now, press in presses]


def test_three_quick_presses_of_the_chosen_key_hide() -> None:
    assert meanings((1, "x"), (1.2, "x"), (1.4, "x"), (1.6, "x")) == [None, None, "hide", None]
    assert "hide" not in meanings((1, "x"), (1.2, "x"), (2.5, "x"), (2.6, "f"), (2.7, "x"))


def test_a_held_key_is_one_press_and_a_stop_always_counts() -> None:
    assert meanings((1, "f"), (1.5, "f"), (2.5, "f"), (4.0, "f")) == [
        Pressed(1, "a"),
        None,
        None,
        Pressed(4.0, "a"),
    ]
    assert meanings((1, "z"), (1.01, "/")) == [Stopped(1), Stopped(1.01)]
    assert meanings((1, "e"), (1.2, "e")) == [Chose(1, "a", 2), Chose(1.2, "a", 2)]


@pytest.mark.parametrize("offers", [True, False])
def test_what_could_come_after_a_stop_means_nothing_before_it_is_offered(offers: bool) -> None:
    stopped = replace(SITTING, phase="stopped")
    found = [
        Presses().meaning(press, replace(scene(9.0, stopped), pauses=True), offers=offers)
        for press in ("enter", "s", "g")
    ]
    assert found == (["timeout", "quiet", "night"] if offers else [None, None, None])


def test_without_a_book_no_pause_can_be_asked_for() -> None:
    assert Presses().meaning("enter", scene(9.0, replace(SITTING, phase="stopped")), offers=True) is None
