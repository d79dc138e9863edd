"""Maps told in words: everything that is shown of them, letter by letter, and nothing that is not there."""

from __future__ import annotations

from typing import Any

import pytest

from coreg.commands.wording import WORDS
from coreg.record.maps import SHOWABLE, MapWords
from coreg.share.markdown import to_markdown
from coreg.share.plain_text import in_full
from coreg.share.told_maps import tell_glimmer, tell_link, tell_loop, tell_map, tell_resource

NAMES = {"a": "Mina", "b": "J*o"}
DAY = "2026-11-23"


def trigger(key: str, owner: str, **words: object) -> dict[str, Any]:
    said = MapWords.model_validate(words).model_dump(mode="json")
    return {"id": key, "owner": owner, "words": said, "came": [], "local_date": DAY}


MINA = trigger("1", "a", cue="Jo\nleaves", move="explain", strength=0, body=["neck", "jaw"], state="up")
JO = trigger("2", "b", name="Red pen")
BOTH = {"1": MINA, "2": JO}
LINK = {"id": "3", "cue": "1", "move": "2", "nodded": False, "local_date": DAY}
SIDE = {"notice": "a door", "tell": "", "outside": "loud", "inside": "afraid", "do": "I follow"}
LOOP = {
    "id": "4",
    "name": "The *storm*",
    "scene": "Thursday\nat nine",
    "a": SIDE,
    "b": None,
    "triggers": ["1", "2", "gone"],
    "exits": [{"text": "Tea.", "kind": "gesture", "at": 0}],
    "local_date": DAY,
}


@pytest.mark.parametrize("name", [name for name in SHOWABLE if name not in {"strength", "state", "body"}])
def test_every_field_has_a_label_of_its_own(name: str) -> None:
    told = tell_map(trigger("1", "a", **{name: "x"}), NAMES, WORDS)
    (word,) = told.words
    assert word.text == "x"
    assert word.label == WORDS.say(f"map_{name}") != f"map_{name}"
    assert told.title == "A map of Mina’s"


def test_a_map_is_told_field_by_field() -> None:
    told = tell_map({**MINA, "came": [{"day": DAY, "strength": 4}], "beside": "9"}, NAMES, WORDS)
    assert told.facts == ("came up on 2026-11-23: 4 of 10",)
    assert "other copy" in told.title
    assert [(word.label, word.text) for word in told.words] == [
        ("When", "Jo\nleaves"),
        ("In my body", "neck, jaw"),
        ("Then I", "explain"),
        ("In the first seconds", "0 of 10"),
        ("I am", "stirred up"),
    ]


@pytest.mark.parametrize(("nodded", "sees"), [(False, "Mina sees it so"), (True, "both see it so")])
def test_a_link_names_both_and_who_sees_it(nodded: bool, sees: str) -> None:
    told = tell_link({**LINK, "nodded": nodded}, BOTH, NAMES, WORDS)
    assert told.facts == (sees,)
    assert told.words[0].text == "Mina’s “Jo leaves” is J*o’s “Red pen”"


def test_a_loop_says_what_it_goes_through_and_the_ways_out() -> None:
    told = tell_loop(LOOP, BOTH, NAMES, WORDS)
    assert told.title == "A loop: The *storm*"
    assert [(word.by, word.label, word.text) for word in told.words] == [
        ("", "The scene", "Thursday\nat nine"),
        ("Mina", "I notice", "a door"),
        ("Mina", "What shows", "loud"),
        ("Mina", "What I feel inside", "afraid"),
        ("Mina", "Then I", "I follow"),
        ("Mina", "", "explain"),
        ("J*o", "", "Red pen"),
        ("", "A way out, a gesture", "Tea."),
    ]
    bare = tell_loop({"id": "5", "name": "x", "local_date": DAY}, {}, NAMES, WORDS)
    assert bare.words == ()


@pytest.mark.parametrize(("minutes", "length"), [(1, "1 minute"), (20, "20 minutes")])
def test_what_helps_says_how_and_where(minutes: int, length: str) -> None:
    helps = {"id": "6", "title": "Tea", "owner": "b", "ways": ["alone"], "when": ["up"], "local_date": DAY}
    told = tell_resource({**helps, "minutes": minutes, "place": "here"}, NAMES, WORDS)
    assert told.facts == ("alone, when stirred up", length, "here")
    assert (told.words[0].by, told.words[0].text) == ("J*o", "Tea")
    assert (
        tell_resource({"id": "6", "title": "Tea", "owner": None, "local_date": DAY}, NAMES, WORDS).facts == ()
    )


def test_a_good_moment_says_whose_it_is_and_why() -> None:
    moment = {"id": "7", "text": "The cat", "by": None, "why": "warm", "local_date": DAY}
    assert tell_glimmer(moment, NAMES, WORDS).facts == ("why: warm",)
    told = tell_glimmer({**moment, "by": "a", "why": ""}, NAMES, WORDS)
    assert (told.facts, told.words[0].by) == ((), "Mina")
    assert in_full(told).endswith("    Mina: The cat")


def test_the_book_has_them_after_the_years() -> None:
    data = {
        "couple": {"a": {"name": "Mina"}, "b": {"name": "J*o"}},
        "sessions": [],
        "notes": [],
        "agreements": [],
        "glimmers": [{"id": "7", "text": "The cat", "by": "a", "local_date": "2025-01-02"}],
        "triggers": [MINA, JO, {**MINA, "id": "8", "binned": "x"}],
        "links": [LINK],
        "loops": [LOOP],
        "resources": [{"id": "6", "title": "Tea", "owner": None, "local_date": DAY}],
    }
    text = to_markdown(data, WORDS)
    assert text.index("## 2025") < text.index("> Mina: The cat") < text.index("## What sets us off")
    assert text.count("A map of Mina’s") == 1
    assert "Monday 23 November 2026: A loop: The \\*storm\\*" in text
    assert "is J\\*o’s “Red pen”" in text
    assert "> Tea" in text
