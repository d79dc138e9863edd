"""Choosing what opens a part: forwards, backwards, and never with words that should be forgotten."""

from __future__ import annotations

from coreg.practice.choosing import CODE, COVER, WORDS, Choosing, Stage, back, go_on, typed, typed_again

ALL = (*COVER, *WORDS, *CODE)
WANTED = "copper lantern willow"


def at(stage: Stage, words: str = WANTED) -> Choosing:
    """Return a choosing at a stage, with words where there would be some."""
    place = ALL.index(stage)
    return Choosing(ALL, place, words if place > ALL.index("words") else "")


def test_it_goes_from_the_cover_to_the_end() -> None:
    choosing = go_on(Choosing(ALL))
    choosing = typed_again(typed(choosing, WANTED), WANTED)
    assert (choosing.stage, choosing.words) == ("code", WANTED)
    choosing = go_on(go_on(choosing))
    assert choosing.stage == "over"
    assert go_on(choosing) == choosing


def test_words_that_differ_are_asked_for_anew() -> None:
    choosing = typed_again(at("again"), "copper lantern wilow")
    assert (choosing.stage, choosing.words, choosing.differed) == ("words", "", True)
    assert not typed(choosing, WANTED).differed


def test_words_count_only_where_they_are_asked_for() -> None:
    assert typed(at("code"), "others") == at("code")
    assert typed_again(at("code"), "others") == at("code")


def test_going_back_forgets_words_that_will_be_typed_again() -> None:
    assert back(at("retype")) == at("code")
    assert back(at("code")) == at("words")
    assert back(at("again")) == at("words")
    assert back(at("again")).words == ""


def test_before_the_beginning_it_is_left() -> None:
    for stage in (COVER[0], "words"):
        left = back(at(stage))
        assert left.stage == "left"
        assert go_on(left) == left
    assert back(Choosing(CODE)).stage == "left"


def test_nothing_that_was_chosen_is_told() -> None:
    assert WANTED not in repr(at("code"))
