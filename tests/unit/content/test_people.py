"""People who can help: the packaged list, a couple's own file, regions, dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coreg.content import explain, pack
from coreg.content.people import NEEDS, People, load_people, region_names
from coreg.record.text import clean

TODAY = date(2026, 11, 24)


def one_line(text: str) -> str:
    return clean(text, multiline=False)


def load(file: Path | None = None) -> People:
    return load_people(file, one_line)


def test_the_packaged_list_has_somebody_for_every_need_everywhere() -> None:
    people = load()
    assert people.trouble is None
    assert not people.hidden
    for need in NEEDS:
        assert people.for_need(need, "")


def test_every_packaged_line_is_whole_dated_and_of_a_known_region() -> None:
    people = load().people
    assert len({one.id for one in people}) == len(people)
    for one in people:
        assert one.need in NEEDS
        assert one.name
        assert one.number
        assert one.checked is not None
        assert set(one.region) <= set(region_names())


def test_a_packaged_region_belongs_to_one_there_is() -> None:
    regions = pack("help")["regions"]
    assert {one["also"] for one in regions.values() if "also" in one} <= set(regions)


@pytest.mark.parametrize(
    ("region", "first"),
    [
        ("uk", "refuge-uk"),
        ("UK", "refuge-uk"),
        ("de", "hilfetelefon-de"),
        ("eu", "violence-eu"),
        ("nz", "refuge-nz"),
    ],
)
def test_the_own_region_comes_first(region: str, first: str) -> None:
    assert load().for_need("partner", region)[0].id == first


def test_what_a_region_belongs_to_comes_next() -> None:
    ids = [one.id for one in load().for_need("partner", "de")]
    assert ids[:3] == ["hilfetelefon-de", "violence-eu", "directory-partner"]
    assert set(ids) == {one.id for one in load().people if one.need == "partner"}


def test_a_line_is_stale_after_a_year_and_one_without_a_date_always() -> None:
    one = load().people[0]
    assert one.checked == date(2026, 11, 23)
    assert not one.is_stale(date(2027, 11, 23))
    assert one.is_stale(date(2027, 11, 24))


OWN = """
hide = ["emergency-uk", "samaritans-talk"]

[[people]]
need = "talk"
name = "Aunt \\u001b[31mRuth"
number = "020 7946 0000"
hours = "evenings"
checked = 2026-10-01

[[people]]
id = "samaritans"
need = "suicidal"
region = "uk"
name = "Our branch"
number = "116 123"
"""


def test_their_own_file_adds_hides_and_replaces(tmp_path: Path) -> None:
    file = tmp_path / "help.toml"
    file.write_text(OWN, encoding="utf-8")
    people = load(file)
    assert people.trouble is None
    talk = people.for_need("talk", "uk")
    assert (talk[0].name, talk[0].region, talk[0].own) == ("Aunt Ruth", ("any",), True)
    assert "samaritans-talk" not in {one.id for one in talk}
    assert people.for_need("suicidal", "us")[0].name == "Our branch"
    assert [one.name for one in people.people if one.id == "samaritans"] == ["Our branch"]


def test_a_hidden_emergency_line_is_named_and_another_is_not(tmp_path: Path) -> None:
    file = tmp_path / "help.toml"
    file.write_text(OWN, encoding="utf-8")
    people = load(file)
    assert [one.id for one in people.hidden] == ["emergency-uk"]
    assert "emergency-uk" not in {one.id for one in people.people}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hide = 3", '"hide"'),
        ("hide = [3]", '"hide"'),
        ("people = 3", '"people"'),
        ("people = [3]", '"people"'),
        ("persons = []", '"persons"'),
        ('[[people]]\nname = "a"\nnumber = "1"', '"need"'),
        ('[[people]]\nneed = "talk"\nnumber = "1"', '"name"'),
        ('[[people]]\nneed = "talk"\nname = "a"', '"number"'),
        ('[[people]]\nneed = "fun"\nname = "a"\nnumber = "1"', '"need"'),
        ('[[people]]\nneed = "talk"\nname = ""\nnumber = "1"', '"name"'),
        ('[[people]]\nneed = "talk"\nname = "a"\nnumber = 1', '"number"'),
        ('[[people]]\nneed = "talk"\nname = "a"\nnumber = "1"\nregion = "atlantis"', '"region"'),
        ('[[people]]\nneed = "talk"\nname = "a"\nnumber = "1"\nregion = []', '"region"'),
        ('[[people]]\nneed = "talk"\nname = "a"\nnumber = "1"\nchecked = "2026"', '"checked"'),
        ('[[people]]\nneed = "talk"\nname = "a"\nnumber = "1"\nown = true', '"own"'),
        ("x =", "line 1"),
    ],
)
def test_a_file_that_does_not_hold_is_passed_over_and_said(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "help.toml"
    file.write_text(text, encoding="utf-8")
    people = load(file)
    assert people.people == load().people
    assert people.trouble is not None
    assert words in explain(people.trouble)
    assert str(file) in explain(people.trouble)


def test_no_file_of_their_own_changes_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "help.toml") == load()
