"""The path of a map: what is asked next, what can be passed, and what happens where it is a lot."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.map_path import (
    ALL,
    FAR,
    FIELDS,
    FIRST,
    GENTLE,
    REST,
    Answer,
    Begun,
    Chose,
    Closed,
    Inside,
    Kept,
    MapEvent,
    MapPath,
    Placed,
    Rated,
    Said,
    Shown,
    Steadied,
    TooMuch,
    Typed,
    WentBack,
)
from coreg.practice.mapping import apply, choices, empty, left_at, one_field, said, taken_up, undecided

STARTED = (Begun(), Placed(own=True), Rated(3))
FIVE = tuple(Said(text) for text in ("you look away", ("tight jaw",), "I do not matter", "press", "a hand"))


def after(*events: MapEvent, path: MapPath | None = None) -> MapPath:
    """Return where a path is after some events."""
    return reduce(apply, events, path or MapPath())


def test_it_asks_for_whom_then_the_number_then_the_five_in_their_order() -> None:
    path, asked = after(*STARTED[:2]), []
    assert (path.stage, path.own) == ("before", True)
    path = apply(path, Rated(3))
    for answer in FIVE:
        asked.append((path.stage, path.at))
        path = apply(path, answer)
    assert asked == [("field", name) for name in FIRST]
    assert path.stage == "more"
    assert path.words["body"] == ("tight jaw",)


def test_every_question_can_be_passed_and_then_there_is_nothing_to_keep() -> None:
    path = after(
        Begun(), Placed(own=False), Rated(None), *[Said("")] * 5, Chose(""), Closed("  "), Rated(None)
    )
    assert (path.stage, path.own, empty(path)) == ("over", False, True)


def test_it_ends_with_one_good_thing_the_number_and_what_is_shown() -> None:
    path = after(*STARTED, *FIVE, Chose(""))
    assert path.stage == "close"
    path = apply(path, Closed(" the cat asleep "))
    assert (path.stage, path.closing) == ("keep", "the cat asleep")
    path = after(Kept("glimmer"), Rated(2), path=path)
    assert (path.stage, path.kept, path.before, path.after) == ("show", "glimmer", 3, 2)
    path = apply(path, Shown(("need", "cue", "echo", "no field")))
    assert (path.stage, path.shown) == ("over", ("cue", "need"))


def test_the_good_thing_waits_from_its_first_letter_until_it_is_decided() -> None:
    path = after(*STARTED, *FIVE, Chose(""), Typed("the ca"))
    assert (path.closing, undecided(path)) == ("the ca", "the ca")
    left = taken_up(path.words, "", own=True, line=7, closing=undecided(path))
    again = after(Rated(2), Chose(""), path=left)
    assert (again.stage, again.closing) == ("close", "the ca")
    kept = after(Closed("the cat"), Kept("glimmer"), path=again)
    assert (kept.stage, kept.closing, undecided(kept)) == ("after", "", "")
    assert apply(kept, WentBack()).stage == "more", "it is kept, and not asked about again"
    noticed = after(Closed("the cat"), Kept(""), path=again)
    assert (undecided(noticed), apply(noticed, WentBack()).stage) == ("", "keep")
    assert after(Typed(None), path=again).closing == ""
    alone = one_field(path.words, "cue", own=True, line=7, closing="the ca")
    assert undecided(apply(alone, Said("you sigh"))) == "the ca"


def test_what_is_shown_already_is_not_asked_about() -> None:
    path = taken_up({"cue": "x"}, "", own=True, line=7, shows=False)
    assert after(Rated(0), Chose(""), Closed(""), Rated(0), path=path).stage == "over"


def test_the_rest_follows_in_an_order_of_ones_own() -> None:
    path = after(*STARTED, *FIVE)
    assert choices(path) == REST
    path = apply(path, Chose("echo"))
    assert (path.stage, path.at, left_at(path)) == ("field", "echo", "echo")
    path = apply(path, Said("like at home"))
    assert (path.stage, path.words["echo"], left_at(path)) == ("more", "like at home", "")
    assert apply(path, Chose("cue")) == path
    assert "cue" in choices(after(*STARTED, Said(""), *FIVE[1:]))


# Where it is a lot


@pytest.mark.parametrize(
    ("inside", "stage"), [(6, "field"), (7, "gate"), (10, "gate"), (FAR, "gate"), (None, "field")]
)
def test_at_the_own_line_or_far_away_something_else_comes_first(inside: Inside, stage: str) -> None:
    assert after(Begun(), Placed(own=True), Rated(inside)).stage == stage


def test_after_small_breaths_it_asks_again_and_goes_on_where_it_was() -> None:
    path = after(*STARTED, FIVE[0], TooMuch())
    assert (path.stage, left_at(path)) == ("gate", "body")
    path = apply(path, Steadied("breathe"))
    assert (path.stage, path.way, left_at(path)) == ("steady", "breathe", "body")
    path = apply(path, Steadied("breathe"))
    assert (path.stage, path.way, left_at(path)) == ("before", None, "body")
    assert apply(path, Rated(9)).stage == "gate"
    path = apply(path, Rated(4))
    assert (path.stage, path.at, path.before) == ("field", "body", 3)


def test_going_on_gently_asks_for_nothing_that_leads_back_into_it() -> None:
    path = after(Begun(), Placed(own=True), Rated(8), Steadied("gently"))
    assert (path.stage, path.at) == ("field", "need")
    path = apply(path, Said("a hand"))
    assert path.stage == "more"
    assert choices(path) == ("helps_me", "helps_you", "please_dont")
    assert apply(path, Chose("story")) == path
    # Another day it is gone on with at the first of the five that nobody was asked for.
    assert left_at(path) == "cue"


def test_gently_it_goes_on_with_what_helps_where_that_was_asked() -> None:
    path = after(*STARTED, *FIVE[:4], TooMuch(), Steadied("gently"))
    assert (path.stage, path.at) == ("field", "need")
    more = after(*STARTED, *FIVE, TooMuch(), Steadied("gently"))
    assert more.stage == "more"
    done = after(*STARTED, *FIVE, Chose("echo"), TooMuch(), Steadied("gently"))
    assert done.stage == "more"


def test_enough_for_today_closes_with_one_good_thing() -> None:
    path = after(*STARTED, FIVE[0], TooMuch(), Steadied("enough"))
    assert (path.stage, left_at(path)) == ("close", "body")


# Leaving, going back, one field


def test_a_map_that_was_left_goes_on_at_its_field_after_the_number() -> None:
    path = taken_up({"cue": "you look away"}, "body", own=True, line=7)
    assert (path.stage, left_at(path)) == ("before", "body")
    path = apply(path, Rated(2))
    assert (path.stage, path.at) == ("field", "body")
    assert after(*[Said("x")] * 4, path=path).stage == "more"


def test_what_was_said_already_is_not_asked_for_again() -> None:
    path = taken_up({"cue": "x", "need": "a hand"}, "body", own=True, line=7)
    assert after(Rated(2), *FIVE[1:4], path=path).stage == "more"


def test_one_that_was_left_at_another_field_or_done_goes_on_there() -> None:
    path = taken_up({"cue": "x"}, "echo", own=True, line=7)
    assert left_at(path) == "echo"
    path = apply(path, Rated(None))
    assert (path.stage, path.at) == ("field", "echo")
    assert apply(path, Said("")).at == "body"
    assert after(Rated(1), path=taken_up({"cue": "x"}, "", own=True, line=7)).stage == "more"


def test_it_goes_back_question_by_question_and_never_into_steadying() -> None:
    path = after(*STARTED, FIVE[0], FIVE[1])
    path = apply(path, WentBack())
    assert (path.stage, path.at, path.words["body"]) == ("field", "body", ("tight jaw",))
    assert after(Said(("hot face",)), path=path).at == "story"
    assert after(WentBack(), WentBack(), path=path).stage == "before"
    assert after(*[WentBack()] * 5, path=path).stage == "before"
    gate = after(*STARTED, FIVE[0], TooMuch(), Steadied("look"), Steadied("look"))
    assert (after(WentBack(), path=gate).stage, after(WentBack(), path=gate).at) == ("field", "body")


def test_one_field_alone_is_asked_for_and_nothing_else() -> None:
    path = one_field({"cue": "x"}, "need", own=True, line=7)
    assert (path.stage, path.at) == ("field", "need")
    assert apply(path, TooMuch()) == path
    path = apply(path, Said("time"))
    assert (path.stage, path.words) == ("over", {"cue": "x", "need": "time"})


def test_what_is_still_typed_stands_in_its_field() -> None:
    path = apply(after(*STARTED), Typed("you lo"))
    assert (path.at, path.words["cue"], left_at(path)) == ("cue", "you lo", "cue")
    assert apply(MapPath(), Typed("x")) == MapPath()


def test_a_field_holds_something_or_not() -> None:
    words: dict[str, Answer] = {"cue": "  ", "body": (), "strength": 0, "state": None, "need": "time"}
    assert [name for name in words if said(words, name)] == ["strength", "need"]


def test_the_fields_are_those_of_a_map() -> None:
    from coreg.record.maps import SHOWABLE

    assert sorted(ALL) == sorted(SHOWABLE)
    assert set(FIELDS) == set(ALL)
    assert set(GENTLE) < set(ALL)


EVENTS = st.one_of(
    st.just(Begun()),
    st.builds(Placed, st.booleans()),
    st.builds(Rated, st.one_of(st.none(), st.just(FAR), st.integers(0, 10))),
    st.just(TooMuch()),
    st.builds(Steadied, st.sampled_from(["breathe", "look", "gently", "enough"])),
    st.builds(Typed, st.text(max_size=3)),
    st.builds(Said, st.sampled_from(["", "x"])),
    st.builds(Chose, st.sampled_from(["", *ALL])),
    st.builds(Closed, st.sampled_from(["", "sun"])),
    st.builds(Kept, st.sampled_from(["", "glimmer", "resource"])),
    st.builds(Shown, st.sampled_from([(), ("cue",), ALL])),
    st.just(WentBack()),
)


@given(st.lists(EVENTS, max_size=60))
def test_nothing_said_is_lost_and_gently_nothing_else_is_asked(events: list[MapEvent]) -> None:
    path = MapPath()
    for event in events:
        before, path = path, apply(path, event)
        assert (path.stage == "field") == bool(path.at)
        if path.gentle and path.stage == "field" and not isinstance(event, WentBack | Typed):
            assert path.at in GENTLE
        changed = {name for name in ALL if path.words.get(name) != before.words.get(name)}
        assert changed <= {before.at}
        assert not (path.stage == "show" and empty(path))
        assert path.shown == () or path.stage == "over"
    assert left_at(path) in ("", *ALL)
