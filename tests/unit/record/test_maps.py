"""What a map holds, and what it does not take."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from coreg.record.kinds import KEPT, RECORDS
from coreg.record.maps import (
    SHOWABLE,
    Came,
    Exit,
    Glimmer,
    Link,
    Loop,
    MapWords,
    PrivateTrigger,
    Resource,
    Side,
    Trigger,
)
from coreg.record.models import Record

AT = datetime(2026, 11, 23, 20, 14, tzinfo=UTC)
DAY = date(2026, 11, 23)


def test_five_fields_come_first_and_every_one_can_be_shown() -> None:
    assert SHOWABLE[:5] == ("cue", "body", "story", "move", "need")
    assert set(SHOWABLE) == set(MapWords.model_fields)
    assert MapWords() == MapWords.model_validate({})


@pytest.mark.parametrize(
    "words",
    [
        {"strength": 11},
        {"strength": -1},
        {"strength": 4.0},
        {"strength": True},
        {"state": "settled"},
        {"cue": "x" * 20_001},
        {"cue_kind": "two\nlines"},
    ],
)
def test_what_no_field_holds_is_refused(words: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        MapWords.model_validate(words)


def test_phrases_stand_on_one_line_and_nothing_moves_a_cursor() -> None:
    words = MapWords(move="I go\nquiet", cue="one\ntwo\x1b[2J", body=("my\nneck",))
    assert (words.move, words.body) == ("I go quiet", ("my neck",))
    assert words.cue.startswith("one\ntwo")
    assert "\x1b" not in words.cue


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Came, {"day": DAY, "strength": 11}),
        (Exit, {"text": "x", "at": 12}),
        (Exit, {"text": "x", "kind": "order"}),
        (Resource, {"title": "x", "minutes": 0, "written": AT, "local_date": DAY}),
        (Resource, {"title": "x", "when": ["asleep"], "written": AT, "local_date": DAY}),
        (Glimmer, {"text": "x", "who": "nobody", "written": AT, "local_date": DAY}),
        (Trigger, {"owner": "c", "words": {}, "written": AT, "local_date": DAY}),
        (Link, {"cue": "x", "made": AT, "local_date": DAY}),
        (Link, {"cue": "x", "move": "y", "nodded": 1, "made": AT, "local_date": DAY}),
    ],
)
def test_what_no_record_holds_is_refused(model: type[Record], fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(fields)


def test_what_a_newer_coreg_adds_stays() -> None:
    loop = Loop.model_validate(
        {"name": "storm", "a": {"do": "x", "new": 1}, "written": AT, "local_date": DAY, "colour": "blue"}
    )
    assert loop.a == Side.model_validate({"do": "x", "new": 1})
    assert loop.model_dump()["colour"] == "blue"


def test_a_trigger_of_one_alone_is_brief_where_little_is_said() -> None:
    brief = PrivateTrigger(words=MapWords(cue="a door"), written=AT, local_date=DAY)
    assert len(brief.model_dump_json(exclude={"id"}, exclude_defaults=True)) < 120


def test_every_record_has_its_table() -> None:
    assert {*RECORDS} == {"couple", *KEPT}
    assert all(issubclass(model, Record) for model in RECORDS.values())
