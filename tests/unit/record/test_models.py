"""Records are frozen, clean, forgiving about fields they do not know, and silent about what was in them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from pydantic import ValidationError

from coreg.record.models import SCHEMA, Agreement, Couple, Entry, Line, Mark, Note, Partner, Session
from coreg.record.text import LIMIT

AT = datetime(2026, 11, 23, 20, 14, tzinfo=UTC)
DAY = date(2026, 11, 23)


def note(text: str = "We talked.", **more: object) -> Note:
    return Note.model_validate({"text": text, "written": AT, "local_date": DAY, **more})


def test_the_schema_is_the_first() -> None:
    assert SCHEMA == 1


@pytest.mark.parametrize("field", ["text", "id", "unknown"])
def test_a_record_cannot_be_changed(field: str) -> None:
    with pytest.raises(ValidationError):
        setattr(note(), field, "other")


def test_a_text_is_clean_when_it_is_in_a_record() -> None:
    assert note("AB\x1b[2JCD\r\nE").text == "ABCD\nE"
    assert Partner(name="Mi\nna").name == "Mi na"


def test_a_text_that_is_too_long_is_refused_without_repeating_it() -> None:
    with pytest.raises(ValidationError) as caught:
        note("secret " * LIMIT)
    assert "secret" not in str(caught.value)


def test_an_error_does_not_repeat_what_was_written() -> None:
    with pytest.raises(ValidationError) as caught:
        note(local_date="a secret")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("word", ["a\x1b[2J", "a\nb", "a\u202eb", "x" * 201])
def test_an_id_cannot_move_a_cursor(word: str) -> None:
    with pytest.raises(ValidationError):
        note(id=word)


def test_an_instant_is_kept_in_utc_whatever_the_zone() -> None:
    there = AT.astimezone(timezone(timedelta(hours=9)))
    assert note(written=there).model_dump(mode="json")["written"] == "2026-11-23T20:14:00Z"


@pytest.mark.parametrize("field", ["written", "local_date"])
@pytest.mark.parametrize("number", [5, "1700000000", "-5", ""])
def test_a_number_is_no_date(field: str, number: object) -> None:
    with pytest.raises(ValidationError):
        Note.model_validate({"text": "x", "written": AT, "local_date": DAY, field: number})


def test_a_word_is_no_number_and_no_flag() -> None:
    plain = {"kind": "quiet", "started": AT, "ended": AT, "local_date": DAY}
    for wrong in ({"done_s": "5"}, {"ended_early": "no"}, {"ended_early": 0}):
        with pytest.raises(ValidationError):
            Session.model_validate({**plain, **wrong})
    assert Session.model_validate({**plain, "done_s": 5}).done_s == 5.0


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValidationError):
        note(written=AT.replace(tzinfo=None))


def test_fields_of_a_newer_version_come_through_at_every_depth() -> None:
    line = {"id": "l", "kind": "stays", "text": "x", "at": "2026-11-23T20:14:00Z", "mood": "new"}
    entry = {"id": "e", "n": 0, "practice": "day_talk", "lines": [line], "weather": {"sky": [1, 2]}}
    plain = {"kind": "quiet", "started": AT, "ended": AT, "local_date": DAY, "entries": [entry], "moon": None}
    again = Session.model_validate(plain).model_dump(mode="json")
    assert again["moon"] is None
    assert again["entries"][0]["weather"] == {"sky": [1, 2]}
    assert again["entries"][0]["lines"][0]["mood"] == "new"


def test_parameters_keep_their_kind() -> None:
    made = Entry(id="e", n=0, practice="breathe", params={"on": True, "n": 3, "s": 5.5, "id": "easy46"})
    again = Entry.model_validate_json(made.model_dump_json())
    assert [type(value) for value in again.params.values()] == [bool, int, float, str]


@pytest.mark.parametrize("params", [{"x": float("nan")}, {"x": float("inf")}])
def test_a_number_that_json_cannot_hold_is_refused(params: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        Entry.model_validate({"id": "e", "n": 0, "practice": "breathe", "params": params})


@pytest.mark.parametrize("wrong", [{"inside": 11}, {"pleasant": 0}, {"energy": 10}])
def test_a_mark_stays_on_its_scale(wrong: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        Mark.model_validate(wrong)


def test_days_of_cautions_come_back_as_days() -> None:
    read = Partner(name="Mina", cautions={"holds": DAY})
    assert Partner.model_validate_json(read.model_dump_json()) == read
    with pytest.raises(ValidationError):
        Partner.model_validate({"name": "Mina", "cautions": {"holds": 3}})


def test_every_model_has_its_defaults() -> None:
    couple = Couple(a=Partner(name="Mina"), b=Partner(name="Jo"), made=AT)
    assert (couple.left, couple.a.line, couple.id) == ("a", 7, "")
    assert couple.a.cautions == {}
    assert Agreement(text="A walk", made=AT, local_date=DAY).state == "open"
    assert Line(id="l", kind="stays", text="x", at=AT).later == ()
