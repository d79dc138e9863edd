"""A sitting that waits for a return: all that was said is in it, and nothing that anybody tapped."""

from __future__ import annotations

from coreg.practice.aside import set_aside
from coreg.practice.play import Pressed
from coreg.practice.playing import journal
from coreg.practice.sitting import Sitting, WentOn
from coreg.practice.steps.breathe import Breathing
from coreg.practice.steps.lead import Leading
from tests.unit.practice.evenings import TAPPED, playing, script, sitting, through


def tapping(kind: str) -> Sitting:
    """Return a breathing, alone or led, in which both have tapped."""
    step = script({"kind": kind, "seconds": 120, "params": TAPPED})
    presses = (Pressed(at, seat) for at in (20.0, 26.0, 32.0) for seat in ("a", "b"))
    return through(sitting(step), *presses)


def test_taps_of_a_breathing_do_not_wait_and_no_more_are_taken() -> None:
    before = tapping("breathe")
    assert playing(before, Breathing).a
    after = set_aside(before, 40)
    play = playing(after, Breathing)
    assert (play.a, play.b, play.takes_taps(after.now_step)) == ((), (), False)
    on = through(after, WentOn(50, "a"), WentOn(50, "b"), Pressed(56, "a"))
    assert playing(on, Breathing).a == ()


def test_taps_of_leading_do_not_wait() -> None:
    play = playing(set_aside(tapping("lead"), 40), Leading)
    assert (play.leader, play.follower) == (((), ()), ((), ()))


def test_everything_else_waits_as_it_is_in_the_journal() -> None:
    for state in (
        sitting(script({"kind": "turn", "who": "first", "seconds": 480})),
        sitting(script({"kind": "breathe", "seconds": 120, "params": TAPPED})),
    ):
        assert set_aside(state, 30) == journal(state, 30)
