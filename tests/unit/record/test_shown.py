"""What a trigger shows, and what holds on to it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from coreg.record.maps import SHOWABLE, Came, Earlier, Link, Loop, MapWords, Trigger
from coreg.record.shown import (
    falling,
    field_names,
    hidden,
    is_quote,
    leads_on,
    needs,
    part_of,
    quoting,
    versions_of,
)

AT = datetime(2026, 11, 23, 20, 14, tzinfo=UTC)
DAY = date(2026, 11, 23)
FULL = MapWords(
    **{name: "x" for name in SHOWABLE if name not in {"body", "strength", "state"}},
    body=("neck",),
    strength=3,
    state="shut",
)


def plain(words: MapWords = FULL, *earlier: MapWords) -> dict[str, Any]:
    trigger = Trigger(
        owner="a",
        words=words,
        came=(Came(day=DAY, strength=3),),
        earlier=tuple(Earlier(at=AT, words=one) for one in earlier),
        written=AT,
        local_date=DAY,
    )
    return trigger.model_dump(mode="json")


@pytest.mark.parametrize("name", SHOWABLE)
def test_a_field_is_as_if_nothing_had_been_said(name: str) -> None:
    left = Trigger.model_validate(hidden(plain(), {part_of(name)}))
    assert getattr(left.words, name) == getattr(MapWords(), name)
    assert left.words == FULL.model_copy(update={name: getattr(MapWords(), name)})
    assert bool(left.came) == (name != "strength")


def test_earlier_versions_go_without_it_and_empty_ones_go() -> None:
    row = plain(MapWords(cue="1"), MapWords(echo="2"), MapWords(echo="3", cue="4"))
    left = Trigger.model_validate(hidden(row, {part_of("echo")}))
    assert [one.words for one in left.earlier] == [MapWords(cue="4")]


def test_another_record_stays_as_it_is() -> None:
    row = {"id": "n", "text": "words.cue"}
    assert hidden(row, {part_of("cue")}) is row
    assert field_names(row) == frozenset()
    assert hidden({"id": "t", "words": {"cue": "x"}}, {"words.cue"})["words"] == {"cue": ""}


def test_a_link_needs_its_ends_and_a_loop_what_it_goes_through() -> None:
    link = Link(cue="1", move="2", made=AT, local_date=DAY).model_dump()
    loop = Loop(name="storm", triggers=("1", "2", "3"), written=AT, local_date=DAY).model_dump()
    assert needs(link) == {"1", "2"}
    assert needs(loop) == {"1", "2", "3"}
    assert needs(plain()) == frozenset()
    assert leads_on(link, ["1", "2"])
    assert not leads_on(loop, ["1", "2"])
    assert leads_on(plain(), [])


def test_versions_are_followed_however_they_stand() -> None:
    rows = [{"id": "3", "beside": "2"}, {"id": "1", "beside": ""}, {"id": "2", "beside": "1"}, {"id": "4"}]
    assert versions_of("1", rows) == ("1", "2", "3")
    assert versions_of("3", rows) == ("3",)
    assert versions_of("1", [{"id": "1", "beside": "2"}, {"id": "2", "beside": "1"}]) == ("1", "2")


def test_what_falls_has_the_stamp_of_what_it_needed() -> None:
    triggers: list[dict[str, Any]] = [
        {"id": "1", "gone": True, "changed": "s1"},
        {"id": "2", "gone": True, "changed": "s2"},
        {"id": "3", "beside": "4"},
        {"id": "4", "beside": "1"},
        {"id": "5", "beside": ""},
    ]
    others: list[dict[str, Any]] = [
        {"id": "l1", "cue": "5", "move": "3"},
        {"id": "l2", "cue": "5", "move": "5"},
        {"id": "o1", "triggers": ["1", "5", "2"]},
        {"id": "o2", "triggers": []},
        {"id": "l3", "gone": True, "changed": "s3"},
    ]
    assert falling(triggers, others) == {"3": "s1", "4": "s1", "l1": "s1", "o1": "s2"}
    assert falling([], others) == {}


def test_a_draft_names_a_record_or_one_field_of_it() -> None:
    assert is_quote(quoting("019ab", "words.cue"))
    assert not is_quote("019ab")
