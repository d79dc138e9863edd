"""Plain lines: headings, indents, and nothing that a terminal would obey."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.commands.wording import WORDS
from coreg.share.plain_text import in_full, in_short
from coreg.share.told import Told, Word, minutes_of, tell_agreement, tell_note, tell_session

NAMES = {"a": "Mina", "b": "Jo"}
TOLD = Told(
    "0193576a-1111-7000",
    "2026-11-23",
    "Quiet evening, 31 minutes",
    ("Together: Breathe (5 minutes)",),
    (
        Word("topic", "Mondays", label="About"),
        Word("stays", "You asked.", "Mina", later=(Word("later", "Still true.", "Jo", "later, 2026-11-25"),)),
        Word("stays", "first\n\n  second"),
        Word("note", "one\ntwo", label="Note"),
    ),
)


def test_the_short_form_has_what_stayed_and_the_notes() -> None:
    assert in_short(TOLD, 13).splitlines() == [
        "2026-11-23 Monday  Quiet evening, 31 minutes  0193576a-1111",
        "    Mina: You asked.",
        "        later, 2026-11-25, Jo: Still true.",
        "    first",
        "",
        "      second",
        "    Note:",
        "        one",
        "        two",
    ]


def test_the_full_form_has_everything() -> None:
    text = in_full(TOLD)
    assert text.splitlines()[:6] == [
        "2026-11-23 Monday  Quiet evening, 31 minutes",
        "0193576a-1111-7000",
        "",
        "Together: Breathe (5 minutes)",
        "",
        "    About: Mondays",
    ]
    assert in_full(Told("id", "2026-11-23", "Breathe")) == "2026-11-23 Monday  Breathe\nid"


def test_a_note_and_an_agreement_are_told_by_themselves() -> None:
    note = {
        "id": "n",
        "local_date": "2026-11-23",
        "text": "hello",
        "later": [{"text": "x", "at": "2026-12-01T00", "by": None}],
    }
    assert in_full(tell_note(note, NAMES, WORDS)).endswith("    hello\n        later, 2026-12-01: x")
    agreement = {
        "id": "p",
        "local_date": "2026-11-23",
        "text": "A walk",
        "state": "let_go",
        "look_again": None,
    }
    assert "let go" in in_full(tell_agreement(agreement, WORDS))


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a computer cannot be set like this here")
@pytest.mark.parametrize(("zone", "day"), [("America/New_York", "2026-11-30"), ("Asia/Tokyo", "2026-12-01")])
def test_a_later_word_has_the_day_that_was_on_the_wall(
    monkeypatch: pytest.MonkeyPatch, zone: str, day: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    word = {"text": "x", "at": "2026-12-01T02:30:00Z", "by": None}
    note = {"id": "n", "local_date": "2026-11-23", "text": "hello", "later": [word]}
    assert f"later, {day}: x" in in_full(tell_note(note, NAMES, WORDS))


def test_what_another_copy_had_is_told_as_that() -> None:
    said = "the other copy has this differently"
    note = {"id": "n", "local_date": "2026-11-23", "text": "hello", "beside": "m", "later": []}
    word = {"text": "x", "at": "2026-12-01T00", "by": None, "beside": "w"}
    assert f"Note ({said})" in in_short(tell_note(note, NAMES, WORDS), 4)
    assert f"later, 2026-12-01, {said}: x" in in_full(tell_note({**note, "later": [word]}, NAMES, WORDS))
    agreement = {"id": "p", "local_date": "2026-11-23", "text": "A walk", "beside": "q"}
    assert said in in_full(tell_agreement(agreement, WORDS))
    line = {"kind": "stays", "text": "You asked.", "by": "a", "beside": "l", "later": []}
    entry = {"practice": "day_talk", "done_s": 60, "lines": [line]}
    session = {"id": "s", "kind": "quiet", "local_date": "2026-11-23", "done_s": 60, "entries": [entry]}
    told = in_full(tell_session(session, NAMES, WORDS, [note], [agreement]))
    assert told.splitlines()[-3:] == [
        f"    {said}, Mina: You asked.",
        f"    Note, {said}: hello",
        f"    We said we would, {said}: A walk",
    ]
    assert f"({said})" in in_short(tell_session({**session, "beside": "t"}, NAMES, WORDS), 4)


@given(text=st.text(max_size=80))
def test_nothing_in_it_moves_a_cursor(text: str) -> None:
    note = {
        "id": "n",
        "local_date": "2026-11-23",
        "text": text,
        "later": [{"text": text, "at": text, "by": None}],
    }
    shown = in_full(tell_note(note, NAMES, WORDS))
    assert all(character in "\n\t" or not "\x00" <= character < " " for character in shown)
    assert not any("\x7f" <= character <= "\x9f" for character in shown)


def test_minutes_are_whole_and_never_none_of_something() -> None:
    assert [minutes_of(seconds) for seconds in (0, 1, 89, 91, 1860)] == [0, 1, 1, 2, 31]


def test_a_breathing_is_told_with_its_way_and_how_it_was() -> None:
    entry = {
        "practice": "breathe",
        "variant": "easy46",
        "done_s": 180.0,
        "params": {"way": "beside", "with": "long48", "cycles": 18, "with_cycles": 15, "lag": 0.9},
        "before": {"a": {"inside": 7}, "b": {"inside": 6}},
        "after": {"a": {"inside": 4}, "b": {"state": "settled"}},
    }
    session = {"id": "s", "local_date": "2026-11-23", "kind": "breathe", "done_s": 180.0, "entries": [entry]}
    assert tell_session(session, NAMES, WORDS).facts == (
        "Together: Breathe 4–6 (3 minutes, side by side, with Long out, 18 and 15 breaths)",
        "Before Breathe: Mina: inside 7 of 10; Jo: inside 6 of 10",
        "After Breathe: Mina: inside 4 of 10; Jo: settled",
    )
