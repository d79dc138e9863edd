"""A soft beginning: one person's, behind a cover, never written down, and past when the other speaks."""

from __future__ import annotations

import json

import pytest

from coreg.practice.codec import from_plain, to_plain
from coreg.practice.play import Chose, Kept, Opened, Opening, Pressed, Seat, Skipped, Ticked
from coreg.practice.playing import apply, journal
from coreg.practice.sitting import Rested, Sitting, Stopped
from coreg.practice.steps.opening import Softening
from coreg.practice.steps.turn import Turning
from tests.unit.practice.evenings import keeps, playing, script, sitting, through
from tests.unit.practice.test_script import refused

SOFT: dict[str, object] = {"kind": "opening", "who": "first"}
TURN: dict[str, object] = {"kind": "turn", "who": "first", "seconds": 45}
REPLY: dict[str, object] = {"kind": "reply", "who": "second", "seconds": 30}
TEXT = "I saw the cups in the sink."


def begun(*events: Opened, order: tuple[Seat, Seat] = ("a", "b")) -> Sitting:
    state = sitting(script(SOFT, TURN, REPLY), order=order)
    return through(state, Pressed(1, order[0]), *events)


def test_only_the_one_who_is_asked_lifts_the_cover_and_finishes() -> None:
    state = sitting(script(SOFT, TURN))
    other = through(state, Pressed(1, "b"), Opened(2, "a", TEXT), Chose(3, "a", 0))
    assert other == state
    lifted = apply(state, Pressed(4, "a"))
    assert playing(lifted, Softening).lifted
    assert through(lifted, Pressed(5, "a"), Opened(6, "b", TEXT)) == lifted


@pytest.mark.parametrize("for_both", [False, True])
def test_it_is_there_while_its_owner_begins_and_past_when_the_other_has_the_floor(for_both: bool) -> None:
    speaking = begun(Opened(2, "a", f" {TEXT} ", for_both))
    assert speaking.opening == Opening("a", TEXT, for_both)
    assert not keeps(speaking)
    shown = apply(speaking, Chose(3, "a", 0))
    assert playing(shown, Turning).turned
    assert apply(shown, Chose(4, "a", 0)) == speaking
    assert apply(speaking, Chose(3, "a", 1)) == speaking
    replying = through(shown, Pressed(5, "a"), Ticked(11))
    assert (replying.now_step.kind, replying.opening) == ("reply", None)


def test_it_is_kept_only_where_its_owner_wants_it_and_bears_no_name() -> None:
    kept = begun(Opened(2, "b", TEXT, for_both=True, keep=True), order=("b", "a"))
    assert keeps(kept) == [Kept("note", TEXT)]


def test_let_go_or_passed_nothing_is_left() -> None:
    assert begun(Opened(2, "a", "  ", keep=True)).opening is None
    passed = apply(sitting(script(SOFT, TURN)), Skipped(1))
    assert (passed.now_step.kind, passed.opening) == ("turn", None)


def test_neither_the_journal_nor_the_end_holds_a_word_of_it() -> None:
    speaking = through(begun(Opened(2, "a", TEXT)), Chose(3, "a", 0), Stopped(4))
    written = journal(speaking, 5)
    assert "cups" not in json.dumps(to_plain(written))
    assert not playing(written, Turning).turned
    assert "cups" not in json.dumps(to_plain(apply(speaking, Rested(6)).results))


def test_behind_the_cover_it_is_asked_again_after_a_crash() -> None:
    written = journal(begun(), 2)
    assert from_plain(to_plain(written)) == written
    assert not playing(written, Softening).lifted


def test_somebody_has_to_be_asked() -> None:
    assert refused({"id": "one", "kind": "opening"})[0] == "step_who"
