"""One recurring scene: each column in turn, what one does is what the other notices, and ways out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.play import SEATS, Chose, Pressed, Seat
from coreg.practice.scene import (
    FIELDS,
    LIMIT,
    MOST_WEEKS,
    OVER,
    UNDER,
    USUAL_WEEKS,
    Back,
    On,
    Scene,
    SceneEvent,
    Turned,
    Typed,
    Way,
    apply,
    asked,
    taken_up,
    ways,
)

SETTLED = (Chose(1.0, "a", UNDER), Chose(1.0, "b", UNDER), Pressed(2.0, "b"), Pressed(3.0, "a"))
BEGUN: tuple[SceneEvent, ...] = (Typed("Thursday, when the bills are on the table"), On(), *SETTLED)


def after(*events: SceneEvent, scene: Scene | None = None) -> Scene:
    """Return a scene to which all of this happened."""
    scene = scene or Scene()
    for event in events:
        scene = apply(scene, event)
    return scene


def written(*texts: str) -> list[SceneEvent]:
    """Return what writes these lines, one step after the other."""
    return [event for text in texts for event in (Typed(text), On())]


COLUMN_A = written("Jo leaves", "I don’t matter", "angry", "lonely", "I follow")
COLUMN_B = written("followed", "never enough", "cold", "afraid", "I leave")


def test_both_columns_come_in_turn_and_each_move_is_what_the_other_notices() -> None:
    scene = after(*BEGUN, Pressed(4.0, "a"), *COLUMN_A)
    assert (scene.at, scene.seat, scene.text) == ("b.notice", "b", "I follow")
    scene = after(*COLUMN_B, scene=scene)
    assert (scene.at, scene.seat, scene.text) == ("a.again", "a", "Jo leaves")
    scene = after(Typed("Jo leaves the room"), On(), scene=scene)
    assert scene.stage == "drawn"
    assert scene.said("a", "notice") == "Jo leaves the room"
    assert [scene.said("b", name) for name in FIELDS] == [
        "followed",
        "never enough",
        "cold",
        "afraid",
        "I leave",
    ]
    scene = after(On(), Typed("The Thursday storm"), On(), scene=scene)
    assert (scene.at, scene.texts["name"]) == ("a.say", "The Thursday storm")


def test_what_was_passed_at_first_is_offered_from_what_the_other_does() -> None:
    scene = after(*BEGUN, Pressed(4.0, "b"), *[On()] * 5)
    assert (scene.at, scene.text) == ("a.notice", "")
    scene = after(*COLUMN_A, scene=scene)
    assert (scene.at, scene.text) == ("b.again", "I follow")
    assert scene.said("b", "notice") == "I follow"


def test_ways_out_are_agreed_on_by_both_and_looked_at_again() -> None:
    scene = after(*BEGUN, Pressed(4.0, "b"), *COLUMN_B, *COLUMN_A, On(), On(), *written("storm"))
    scene = after(*written("Wait for me", "I’m here", "hand on the table", ""), scene=scene)
    assert scene.stage == "agree"
    assert ways(scene) == (
        Way("Wait for me", "sentence", "b"),
        Way("I’m here", "sentence", "a"),
        Way("hand on the table", "gesture"),
    )
    scene = after(Turned(-9), scene=scene)
    assert scene.weeks == 0
    scene = after(Turned(2), Pressed(5.0, "a"), Pressed(6.0, "a"), On(), scene=scene)
    assert (scene.stage, scene.weeks) == ("agree", 2)
    assert after(Turned(99), scene=scene).weeks == MOST_WEEKS
    over = after(Pressed(7.0, "b"), scene=scene)
    assert (over.stage, over.both) == ("over", frozenset())
    more: list[SceneEvent] = [Typed("x"), On(), Back(), Turned(1), Pressed(8.0, "a"), Chose(8.0, "a", 0)]
    assert after(*more, scene=over) == over


def test_nothing_is_agreed_where_no_way_out_was_written() -> None:
    scene = after(*BEGUN, Pressed(4.0, "a"), *[On()] * 11, On(), *written("storm"), *[On()] * 4)
    assert (scene.stage, ways(scene)) == ("over", ())


def test_ways_out_come_in_the_order_of_the_seats_before_anybody_began() -> None:
    assert ways(Scene(texts={"b.say": "two", "a.say": "one"})) == (
        Way("one", "sentence", "a"),
        Way("two", "sentence", "b"),
    )


@pytest.mark.parametrize("over", [("a",), ("b",), ("a", "b")])
def test_a_lot_for_one_offers_small_breaths_and_both_go_on(over: tuple[Seat, ...]) -> None:
    picks = [Chose(1.0, seat, OVER if seat in over else UNDER) for seat in SEATS]
    scene = after(Typed("bills"), On(), *picks, Pressed(2.0, "a"), Pressed(2.0, "b"))
    assert (scene.stage, scene.offered) == ("gate", True)
    assert after(Chose(3.0, "a", UNDER), scene=scene) == scene
    scene = after(Pressed(4.0, "b"), scene=scene)
    assert scene.stage == "gate"
    scene = after(Pressed(5.0, "a"), scene=scene)
    assert (scene.stage, scene.both, scene.sealing.a, scene.sealing.b) == ("first", frozenset(), None, None)


def test_the_gate_waits_for_both_and_sealing_nothing_looks_the_same() -> None:
    scene = after(Typed("bills"), On(), Pressed(1.0, "a"), Pressed(2.0, "a"), Chose(2.0, "b", 4))
    assert (scene.stage, scene.sealing.b) == ("gate", None)
    scene = after(On(), Back(), Typed("x"), Pressed(3.0, "b"), scene=scene)
    assert (scene.stage, scene.texts["scene"]) == ("gate", "bills")
    assert after(Pressed(4.0, "b"), scene=scene).stage == "first"


def test_without_a_scene_nothing_begins() -> None:
    scene = after(Typed("  "), On(), Back(), Turned(1))
    assert (scene.stage, scene.weeks) == ("scene", USUAL_WEEKS)
    assert asked(scene) == ("scene", "first")
    assert after(Pressed(1.0, "a"), Chose(1.0, "a", 0), scene=scene) == scene


def test_going_back_keeps_what_was_written_and_can_change_who_begins() -> None:
    scene = after(*BEGUN, Pressed(4.0, "a"), *written("Jo leaves"))
    scene = after(Back(), scene=scene)
    assert (scene.at, scene.text) == ("a.notice", "Jo leaves")
    scene = after(Back(), On(), Pressed(5.0, "b"), scene=scene)
    assert (scene.at, scene.first, scene.said("a", "notice")) == ("b.notice", "b", "Jo leaves")
    assert after(Back(), Back(), scene=scene).at == "scene"


def test_what_is_gone_on_with_asks_both_anew_and_forgets_who_pressed() -> None:
    scene = after(*BEGUN, Pressed(4.0, "a"), Typed("Jo lea"))
    again = taken_up(scene)
    assert (again.stage, again.settled, again.text) == ("gate", False, "")
    assert after(*SETTLED, scene=again) == scene
    assert taken_up(replace(again, at="over")).stage == "over"


def test_a_line_is_cut_where_it_is_too_long() -> None:
    assert len(after(Typed("x" * (LIMIT + 1))).text) == LIMIT


EVENTS = st.one_of(
    st.builds(Typed, st.sampled_from(["", "a line", "another"])),
    st.just(On()),
    st.just(Back()),
    st.builds(Turned, st.integers(-3, 3)),
    st.builds(Chose, st.just(0.0), st.sampled_from(SEATS), st.integers(0, 4)),
    st.builds(Pressed, st.just(0.0), st.sampled_from(SEATS)),
)


@given(st.lists(EVENTS, max_size=60))
def test_whatever_is_pressed_the_step_is_one_that_is_asked(events: list[SceneEvent]) -> None:
    scene = Scene()
    for event in events:
        before, scene = scene, apply(scene, event)
        assert scene.at in asked(scene)
        # Only typing changes a line that has words already.
        if not isinstance(event, Typed):
            kept = {key: text for key, text in before.texts.items() if text.strip()}
            assert kept.items() <= dict(scene.texts).items()
    if scene.stage != "gate":
        assert (scene.sealing.a, scene.sealing.b) == (None, None)
