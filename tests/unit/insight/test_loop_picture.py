"""What stands in the picture of a loop, found or drawn together, and how it is told in text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from coreg.insight.loop_picture import Picture, Place, WayOut, picture_of, picture_of_scene
from coreg.insight.loop_text import markdown, mermaid, told
from coreg.insight.loops import Found, find
from coreg.record.maps import Loop, Side
from tests.unit.insight.mapped import (
    MADE,
    PAIR,
    PAIR_LINKS,
    TODAY,
    WORDING,
    a_way,
    link,
    picture,
    pictures,
    trigger,
)


def the_pair() -> Found:
    """Return the loop between Mina and Jo."""
    (found,) = find(PAIR, PAIR_LINKS, TODAY).found
    return found


def scene(a: Side | None, b: Side | None, *exits: int) -> Loop:
    """Return a loop that the two drew from one scene."""
    return Loop(
        name="the storm",
        a=a,
        b=b,
        exits=tuple(a_way(at) for at in exits),
        written=MADE,
        local_date=date(2026, 11, 23),
    )


def texts(shown: Picture) -> list[tuple[str, str, str]]:
    """Return owner, title and text of every place."""
    return [(place.owner, place.title, place.text) for place in shown.places]


def test_a_found_loop_is_shown_in_the_words_of_both_and_says_who_alone_sees_it_so() -> None:
    assert texts(picture_of(the_pair(), WORDING)) == [
        ("a", "notices Mina", "leaves"),
        ("a", "thinks Mina", "no matter"),
        ("a", "feels Mina", "lonely"),
        ("a", "does Mina", "explains again"),
        ("b", "sees Jo", "is corrected"),
        ("b", "feels Jo", "afraid"),
        ("b", "does Jo", "leaves"),
    ]


def test_the_picture_begins_on_the_left_and_a_way_out_stays_at_its_step() -> None:
    exits = [a_way(0, "one"), a_way(3, "two"), a_way(11, "three\nlines")]
    left, right = (picture_of(the_pair(), WORDING, exits=exits, left=seat) for seat in ("a", "b"))
    assert [turn.owner for turn in left.turns] == ["a", "b"]
    assert [turn.owner for turn in right.turns] == ["b", "a"]
    assert left.places == right.places[3:] + right.places[:3]
    assert left.ways_out == (WayOut("one", 0), WayOut("two", 3), WayOut("three lines", 3))
    for shown in (left, right):
        at = {(place.owner, place.kind): shown.ways_at(place) for place in shown.places}
        assert {key: ways for key, ways in at.items() if ways} == {
            ("a", "feels"): ("one",),
            ("b", "does"): ("two", "three lines"),
        }


def test_what_is_not_shown_is_taken_from_the_other_move_or_from_its_kind() -> None:
    triggers = [
        trigger("a1", "a", move_kind="press", strength=5),
        trigger("a2", "a", move_kind="press", strength=1),
        trigger("b1", "b", move_kind="go_quiet", strength=5),
        trigger("b2", "b", "hush", move_kind="go_quiet", strength=1),
    ]
    (found,) = find(triggers, [link("a1", "b1"), link("b1", "a1"), link("a2", "b2")], TODAY).found
    assert texts(picture_of(found, WORDING)) == [
        ("a", "sees Mina", "go quiet"),
        ("a", "does Mina", "keeps asking"),
        ("b", "sees Jo", "keeps asking"),
        ("b", "does Jo", "go quiet"),
    ]
    assert picture_of(found, WORDING).places[0].triggers == ("a1", "a2")


def test_a_scene_is_shown_with_what_is_felt_inside_first() -> None:
    a = Side(notice="you go quiet", tell="I don't matter", outside="cross", inside="lonely", do="press")
    shown = picture_of_scene(scene(a, Side(outside="stiff", do="go quiet"), 2), WORDING, left="b")
    assert texts(shown) == [
        ("b", "notices Jo", "press"),
        ("b", "feels Jo", "stiff"),
        ("b", "does Jo", "go quiet"),
        ("a", "notices Mina", "you go quiet"),
        ("a", "thinks Mina", "I don't matter"),
        ("a", "feels Mina", "lonely"),
        ("a", "does Mina", "press"),
    ]
    assert shown.ways_at(shown.places[1]) == ("slower",)


def test_a_scene_of_which_little_is_said_is_a_picture_too() -> None:
    shown = picture_of_scene(scene(None, Side(), 11), WORDING)
    assert [text for _, _, text in texts(shown)] == ["unsaid"] * 4
    assert shown.ways_at(shown.places[-1]) == ("slower",)


def test_no_name_moves_anything_on_the_screen() -> None:
    wording = replace(WORDING, names={"a": "Mi\x1b[2Jna\n", "b": "\u202eJo"})
    assert (wording.name("a"), wording.title("does", "b")) == ("Mina", "does Jo")


# As text


def test_a_loop_is_told_line_by_line_until_it_begins_again() -> None:
    assert told(picture_of(the_pair(), WORDING, exits=[a_way(2), a_way(1)]), WORDING) == (
        "line.notices Mina leaves",
        "line.thinks Mina no matter",
        "line.feels Mina lonely",
        "line.does Mina explains again",
        "line.way slower",
        "line.sees Jo is corrected",
        "line.feels Jo afraid",
        "line.way slower",
        "line.does Jo leaves",
        "line.again",
    )


def test_markdown_is_a_list_with_ways_out_indented() -> None:
    shown = markdown(picture({"notices": "*", "does": "b"}, ways=[(1, "c")]), WORDING, str.upper)
    assert shown.splitlines() == [
        "- LINE.NOTICES MINA *",
        "- LINE.DOES MINA B",
        "  - LINE.WAY C",
        "- LINE.NOTICES JO *",
        "- LINE.DOES JO B",
    ]


def test_mermaid_joins_every_place_to_the_next_and_dots_what_one_alone_sees() -> None:
    shown = mermaid(picture_of(the_pair(), WORDING, exits=[a_way(2)]), WORDING).splitlines()
    assert shown[0] == "flowchart LR"
    assert shown[1] == '  p0["line#46;notices Mina leaves"]'
    assert '  p5 --- p5w0{{"line#46;way slower"}}' in shown
    arrows = [line.split() for line in shown if "->" in line]
    assert arrows == [
        [f"p{number}", "-.->" if number == 3 else "-->", f"p{(number + 1) % 7}"] for number in range(7)
    ]


@pytest.mark.parametrize(
    "text", ['"] --> x["', "`code`", "<b>&amp;</b>", "%% end\n", "#35;", "a_b*c*", "x: {y}"]
)
def test_nothing_that_somebody_wrote_ends_a_label(text: str) -> None:
    shown = mermaid(picture({"notices": text, "does": text}, ways=[(0, text)]), WORDING)
    assert not set("`<>&%*{}[]\\_") & set("".join(re.findall(r'"(.*)"', shown)))
    assert "".join(re.findall(r'"(.*?)"', shown)).count('"') == 0
    number = ord(text[0])
    assert (f"#{number};" in shown) == (not text[0].isalnum())


@given(pictures())
def test_every_label_is_one_line_that_reads_as_it_was_written(shown: Picture) -> None:
    lines = mermaid(shown, WORDING).splitlines()
    labels = [match[1] for line in lines if (match := re.fullmatch(r'  p\d+\["([^"`<>&]*)"\]', line))]
    read = [re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label) for label in labels]
    expected = [line for line in told(shown, WORDING) if not line.startswith(("line.way", "line.again"))]
    assert read == expected


def test_a_place_knows_its_step() -> None:
    first, *_ = picture(moves=4).places
    assert first.at == 0
    assert [place.at for place in picture(moves=4).places if place.kind == "does"] == [1, 3, 5, 7]
    assert isinstance(first, Place)
