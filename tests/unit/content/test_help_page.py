"""The help page: what it must say, in which order, and what it warns of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coreg.content import say
from coreg.content.help_page import Section, help_page
from coreg.content.people import NEEDS, People, load_people
from coreg.content.reading import UnreadableError

TODAY = date(2026, 11, 24)


def page(region: str = "uk", people: People | None = None, today: date = TODAY) -> tuple[Section, ...]:
    return help_page(region, ("f   go on",), people or load_people(None, str), today)


def texts(section: Section, kind: str | None = None) -> list[str]:
    return [row.text for row in section.rows if kind in (None, row.kind)]


def test_the_page_begins_with_what_this_is_and_ends_with_people() -> None:
    sections = page()
    assert (sections[0].id, sections[-1].id) == ("what", "people")
    first = " ".join(texts(sections[0]))
    for words in (
        "two people who both want to be here",
        "not therapy, medical advice or emergency help",
        "Nothing notes who",
        "not safe to say no",
        "A device the other cannot see is better",
    ):
        assert words in first


def test_the_keys_are_shown_as_they_are_set() -> None:
    keys = next(section for section in page() if section.id == "keys")
    assert texts(keys, "key") == ["f   go on"]


def test_people_stand_by_need_the_most_urgent_first() -> None:
    needs = texts(page()[-1], "need")
    assert needs == [say(f"help.people.need.{need}") for need in NEEDS]


def test_the_own_region_is_named_first() -> None:
    assert texts(page("uk")[-1], "person")[0].startswith("999")
    assert texts(page("nz")[-1], "person")[0].startswith("111")


def test_the_page_says_when_numbers_were_compared() -> None:
    assert any("2026-11-23" in text for text in texts(page()[-1]))
    assert not [text for text in texts(page()[-1]) if "more than a year ago" in text]


def test_the_page_warns_when_a_year_has_gone_by() -> None:
    people = page(today=date(2028, 1, 1))[-1]
    assert any("more than a year ago" in text for text in texts(people, "warn"))
    assert any("look it up first" in text for text in texts(people, "detail"))


def test_different_days_and_missing_ones_are_said() -> None:
    people = load_people(None, str)
    first, second, *rest = people.people
    changed = (
        replace(first, checked=None, note="", hours=""),
        replace(second, checked=date(2026, 10, 1)),
        *rest,
    )
    shown = page(people=replace(people, people=changed))[-1]
    assert any("between 2026-10-01 and 2026-11-23" in text for text in texts(shown))
    assert any("not compared yet" in text for text in texts(shown, "detail"))


def test_a_page_of_lines_without_dates_gives_none() -> None:
    people = load_people(None, str)
    shown = page(people=replace(people, people=tuple(replace(one, checked=None) for one in people.people)))[
        -1
    ]
    assert not [text for text in texts(shown) if "ast compared with" in text]


def test_hidden_emergency_lines_and_a_passed_over_file_are_said() -> None:
    people = load_people(None, str)
    hidden = replace(
        people, hidden=people.people[:1], trouble=UnreadableError("file_line", file="help.toml", line=3)
    )
    warnings = " ".join(texts(page(people=hidden)[-1], "warn"))
    assert "112" in warnings
    assert "line 3" in warnings


def test_a_need_that_nobody_answers_is_not_shown() -> None:
    people = load_people(None, str)
    some = replace(people, people=tuple(one for one in people.people if one.need == "talk"))
    assert texts(page(people=some)[-1], "need") == [say("help.people.need.talk")]
