"""All loops there are: found ones are one with their names, then others that were named, then scenes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

from coreg.insight.loop_list import Seen, at_hand, picture_seen
from coreg.insight.loop_picture import Wording
from coreg.record.maps import Exit, Link, Loop, MapWords, Side, Trigger

DAY = date(2026, 11, 9)
NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)


def said(key: str, /, **_: object) -> str:
    """Return the key in place of its words."""
    return key


WORDING = Wording(said, {"a": "Mina", "b": "Jo"}, {})


def trigger(name: str, owner: str, move: str) -> Trigger:
    """Return a trigger with a move."""
    return Trigger.model_validate(
        {
            "id": name,
            "owner": owner,
            "words": MapWords(cue=name, move=move),
            "written": NOON,
            "local_date": DAY,
        }
    )


def link(cue: str, move: str) -> Link:
    """Return a link that both see."""
    return Link(id=f"{cue}-{move}", cue=cue, move=move, nodded=True, made=NOON, local_date=DAY)


def loop(name: str, minute: int = 0, **more: object) -> Loop:
    """Return a loop that was named so many minutes after noon."""
    written = NOON + timedelta(minutes=minute)
    return Loop.model_validate({"id": name, "name": name, "written": written, "local_date": DAY, **more})


TRIGGERS = (
    trigger("one", "a", "press"),
    trigger("two", "a", "text"),
    trigger("three", "b", "go quiet"),
    trigger("four", "b", "leave"),
)
LINKS = (link("one", "three"), link("three", "one"), link("two", "four"), link("four", "two"))
PRESS = ("a press", "b go quiet")


def test_a_name_goes_with_what_is_found_through_the_same_moves() -> None:
    scene = loop("scene", 9, scene="the stairs", b=Side(do="hurry"))
    later = loop("later scene", 10, a=Side())
    gone = loop("gone", 3, moves=("a laugh", "b frown"))
    exits = (Exit(text="slower"),)
    storm = loop("storm", 1, moves=PRESS, exits=exits)
    for loops in permutations((scene, later, gone, storm)):
        found = at_hand(TRIGGERS, LINKS, loops, DAY)
        assert found.enough
        assert sorted(one.name for one in found.loops[:2]) == ["", "storm"]
        assert [one.name for one in found.loops[2:]] == ["gone", "later scene", "scene"]
        named = next(one for one in found.loops if one.name == "storm")
        assert named.found is not None
        assert (named.found.moves, named.exits, named.is_scene) == (PRESS, exits, False)
        assert len({one.key for one in found.loops}) == 5
    unnamed = next(one for one in found.loops if not one.name)
    assert (unnamed.exits, unnamed.is_scene) == ((), False)


def test_of_two_names_for_one_loop_both_are_shown_and_what_another_copy_said_comes_last() -> None:
    loops = (
        loop("said there", 3, moves=PRESS, beside="x"),
        loop("new", 2, moves=PRESS),
        loop("old", moves=PRESS),
    )
    lost = [loop(name, moves=("a laugh", "b frown")) for name in ("one", "two")]
    for all_ in permutations((*loops, *lost)):
        found = at_hand(TRIGGERS, LINKS, all_, DAY)
        named = [one for one in found.loops if one.found is not None and one.found.moves == PRESS]
        assert [one.name for one in named] == ["new", "said there", "old"]
        assert [one.second for one in named] == [False, True, True]
        assert len({one.key for one in found.loops}) == len(found.loops) == 6
    without = at_hand(TRIGGERS, (), loops, DAY)
    assert len({one.key for one in without.loops}) == 3


def test_without_links_only_scenes_and_names_are_there() -> None:
    found = at_hand(TRIGGERS, (), (loop("scene", a=Side(notice="x")), loop("bare")), DAY)
    assert (found.enough, [one.name for one in found.loops]) == (False, ["bare", "scene"])
    assert at_hand((), (), (), DAY).loops == ()
    assert Seen().key == ""


def test_what_is_found_or_was_a_scene_can_be_drawn_and_the_rest_cannot() -> None:
    exits = (Exit(text="slower", at=1),)
    storm = loop("storm", moves=PRESS, exits=exits)
    scene = loop("scene", a=Side(notice="x", do="y"), exits=exits)
    lost = loop("lost", moves=("a laugh", "b frown"))
    seen = at_hand(TRIGGERS, LINKS, (storm, scene, lost), DAY).loops
    drawn = {one.name: picture_seen(one, WORDING, "b") for one in seen}
    assert drawn["lost"] is None
    for name in ("storm", "scene"):
        picture = drawn[name]
        assert picture is not None
        assert picture.turns[0].owner == "b"
        assert [way.text for way in picture.ways_out] == ["slower"]
