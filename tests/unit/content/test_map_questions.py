"""What the path of a map asks in words, and what an answer means."""

from __future__ import annotations

from functools import reduce

import pytest

from coreg.content import lines, pack
from coreg.content.map_questions import (
    STEPS,
    Reply,
    draft_of,
    event_of,
    numbers,
    question_of,
    sorted_out,
)
from coreg.content.map_words import GROUPS, field_words, label, move_kind, moves, offered, picks
from coreg.practice.map_path import (
    ALL,
    FIELDS,
    Begun,
    Chose,
    Closed,
    Kept,
    MapPath,
    Placed,
    Rated,
    Said,
    Shown,
    Steadied,
    TooMuch,
    Typed,
)
from coreg.practice.mapping import apply, one_field

MANY = 20
LONGEST = 31


def begun(*, own: bool) -> MapPath:
    """Return a path at the number inside."""
    return apply(apply(MapPath(), Begun()), Placed(own=own))


def answered(*replies: Reply, path: MapPath | None = None) -> MapPath:
    """Return where a path is after some answers, from the number inside on."""
    start = path or begun(own=True)

    def one(now: MapPath, reply: Reply) -> MapPath:
        event = event_of(now, reply)
        assert event is not None
        return sorted_out(apply(now, event))

    return reduce(one, replies, start)


FIVE: tuple[Reply, ...] = (3, "you look away", ("tight jaw",), "I do not matter", "press", "a hand")


def test_every_field_has_a_question_a_word_below_it_and_a_name() -> None:
    for name in ALL:
        assert all(field_words(name, part) for part in ("title", "text", "label"))
    assert set(pack("words/map_path")["fields"]) == set(ALL)


def test_words_to_choose_from_are_many_short_and_each_there_once() -> None:
    lists = [offered(name) for name in ("body", "feeling", "softer", "need", "move")]
    for words in lists:
        assert len(words) == len(set(words))
        assert all(word and len(word) <= LONGEST and word == word.strip() for word in words)
        assert not any(sign in "".join(words) for sign in "!,;?") or words == offered("move")
    assert all(len(words) >= MANY for words in lists[:4])
    assert offered("cue") == ()


def test_what_is_kept_of_a_choice_is_its_own_word() -> None:
    assert {"tone", "silence", "leaving", "other", "rejection", "criticism", "bullying"} <= set(
        picks("cue_kind")
    )
    assert [key for group in GROUPS for key in moves(group)] == list(picks("move_kind"))
    assert label("state", "shut") == "shut down"
    assert label("cue_kind", "a smell") == "a smell"
    assert picks("cue") == {}


@pytest.mark.parametrize(("move", "kind"), [("Go  quiet", "go_quiet"), ("something else", ""), ("hum", "")])
def test_a_move_of_the_list_says_its_sort(move: str, kind: str) -> None:
    assert move_kind(move) == kind


def test_the_five_are_numbered_and_hold_what_was_said() -> None:
    path = answered(*FIVE[:2])
    question = question_of(path)
    assert (question.kind, question.number) == ("several", "2 of 5")
    assert question.offered == offered("body")
    assert question_of(one_field({"cue": "x"}, "cue", own=True, line=7)).number == ""
    again = question_of(one_field({"cue_kind": "tone"}, "cue_kind", own=True, line=7))
    assert (again.kind, again.value, again.number) == ("pick", picks("cue_kind")["tone"], "")


def test_the_move_of_the_list_sorts_itself_and_one_that_was_said_stays() -> None:
    path = answered(*FIVE)
    assert path.words["move_kind"] == "press"
    said = one_field({"move": "press", "move_kind": "other"}, "need", own=True, line=7)
    assert sorted_out(said) == said


def test_more_lists_the_others_with_what_they_hold() -> None:
    path = answered(*FIVE)
    rows = question_of(path).offered
    assert rows[0].startswith("nothing more")
    assert "sort of move · press" in rows
    assert answered(0, path=path).stage == "close"
    assert answered(1, path=path).at == "name"


def test_picks_keep_the_word_of_the_list_or_the_own_one() -> None:
    def said(name: str, reply: Reply) -> object:
        event = event_of(one_field({}, name, own=True, line=7), reply)
        return event.answer if isinstance(event, Said) else None

    assert said("cue_kind", "a tone of voice") == "tone"
    assert said("cue_kind", "a smell") == "a smell"
    assert said("state", "stirred up") == "up"
    assert said("state", "somewhere else") is None
    assert said("body", ("jaw",)) == ("jaw",)
    assert said("strength", 0) == 0


def test_the_gate_has_four_ways_and_looking_around_its_sentences() -> None:
    path = apply(answered(*FIVE[:2]), TooMuch())
    assert len(question_of(path).offered) == 4
    assert event_of(path, 1) == Steadied("look")
    looking = apply(path, Steadied("look"))
    assert [question_of(looking, at).title for at in range(STEPS)] == list(lines("map_path.look.steps"))
    assert event_of(looking, 0) is None
    gently = apply(path, Steadied("gently"))
    more = apply(gently, Said("a hand"))
    assert question_of(more).text


def test_the_end_asks_for_a_good_thing_and_where_it_belongs() -> None:
    path = apply(answered(*FIVE), Chose(""))
    assert question_of(path).kind == "line"
    assert event_of(path, ()) == Closed("")
    kept = answered("the cat", path=path)
    assert question_of(kept).quoted == "the cat"
    assert [event_of(kept, at) for at in range(3)] == [Kept(""), Kept("glimmer"), Kept("resource")]
    after = answered(1, path=kept)
    assert question_of(after).far
    assert event_of(after, "far") == Rated("far")
    assert event_of(after, "so so") == Rated(None)


def test_what_is_shown_is_none_all_or_some() -> None:
    path = answered(*FIVE, 0, "", 2)
    assert event_of(path, 0) == Shown(())
    assert event_of(path, 1) is None
    everything = event_of(path, 2)
    assert isinstance(everything, Shown)
    assert set(everything.fields) == {"cue", "body", "story", "move", "need", "move_kind"}
    assert question_of(path, some=True).kind == "mark"
    assert event_of(path, (0, 1), some=True) == Shown(("cue", "body"))
    assert event_of(path, "x", some=True) == Shown(())
    shared = answered(*FIVE, 0, "", 2, path=begun(own=False))
    assert question_of(shared).offered[0] == "no, keep nothing of it"


def test_what_is_still_written_stands_in_its_field() -> None:
    path = answered(3)
    assert draft_of(path, "you lo") == Typed("you lo")
    assert draft_of(MapPath(), "x") is None


def test_both_numbers_are_told_and_one_alone_is_not() -> None:
    assert numbers(MapPath(before=6, after=4)) == "Before 6, now 4."
    assert numbers(MapPath(before="far", after=0)) == "Before far away, now 0."
    assert numbers(MapPath(before=6)) == ""


def test_every_kind_of_field_is_asked_for() -> None:
    assert {question_of(one_field({}, name, own=True, line=7)).kind for name in ALL} == set(FIELDS.values())
