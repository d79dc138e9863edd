"""Both maps side by side: order, letters of links, what is found, and what helps whom."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from coreg.insight.atlas import (
    Atlas,
    Help,
    atlas,
    came_last,
    helps,
    letter,
    linkable,
    resources_of,
    strength_now,
    title_of,
)
from coreg.record.maps import Came, Link, MapWords, Resource, Trigger

DAY = date(2026, 11, 1)
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def trigger(name: str, owner: str = "a", came: tuple[tuple[int, int], ...] = (), **words: object) -> Trigger:
    """Return a trigger called by its id; ``came`` are days after the first and strengths."""
    return Trigger.model_validate(
        {
            "id": name,
            "owner": owner,
            "words": MapWords.model_validate({"cue": name, **words}),
            "came": tuple(Came(day=DAY + timedelta(days=day), strength=strong) for day, strong in came),
            "written": NOON,
            "local_date": DAY,
        }
    )


def link(name: str, cue: str, move: str, minute: int = 0, **more: object) -> Link:
    """Return a link of a cue to a move, drawn so many minutes after noon."""
    made = NOON + timedelta(minutes=minute)
    return Link.model_validate(
        {"id": name, "cue": cue, "move": move, "made": made, "local_date": DAY, **more}
    )


MINE = (
    trigger("leaves", strength=8, move="explain again"),
    trigger("phone", strength=3),
    trigger("silence"),
    trigger("late", came=((3, 9), (5, 4))),
)
YOURS = (trigger("corrected", "b", strength=6, move="leave the room"), trigger("tone", "b", move="joke"))


def ids(found: Atlas, seat: str) -> list[str]:
    """Return the ids of a column."""
    return [spot.trigger.id for spot in found.of(seat)]


def test_columns_have_the_strongest_first_and_those_nobody_rated_last() -> None:
    found = atlas((*MINE, *YOURS), ())
    assert ids(found, "a") == ["leaves", "late", "phone", "silence"]
    assert ids(found, "b") == ["corrected", "tone"]


def test_columns_have_what_came_up_last_first_when_asked_by_time() -> None:
    assert ids(atlas(MINE, (), "recent"), "a") == ["late", "leaves", "phone", "silence"]


def test_links_have_letters_in_the_order_of_their_making_whatever_comes_first() -> None:
    links = [
        link("two", "corrected", "leaves", 2),
        link("one", "leaves", "corrected", 1, nodded=True),
        link("lost", "leaves", "gone"),
        link("lost too", "gone", "tone"),
    ]
    everything = [*MINE, *YOURS]
    for seed in range(5):
        Random(seed).shuffle(everything)
        Random(seed).shuffle(links)
        found = atlas(everything, links)
        assert [(one.letter, one.link.id, one.cue.id, one.move.id) for one in found.links] == [
            ("a", "one", "leaves", "corrected"),
            ("b", "two", "corrected", "leaves"),
        ]
        spot = found.spot("leaves")
        assert spot is not None
        assert [one.letter for one in spot.from_cue] == ["a"]
        assert [one.letter for one in spot.to_move] == ["b"]
    assert found.spot("gone") is None


def test_only_what_has_all_words_is_found_and_letters_stay() -> None:
    links = [link("one", "phone", "corrected", 1), link("two", "leaves", "corrected", 2)]
    everything = (*MINE, *YOURS, trigger("Ärger", "b", body=("hot hands", "jaw"), move_kind="press"))
    found = atlas(everything, links, words="EXPLAIN leav")
    assert (ids(found, "a"), ids(found, "b")) == (["leaves"], [])
    assert [one.letter for one in found.links] == ["b"]
    assert ids(atlas(everything, (), words="arger JAW"), "b") == ["Ärger"]
    assert atlas(everything, links, words="press").b == ()


@pytest.mark.parametrize(("number", "mark"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba")])
def test_letters_go_on_after_the_last(number: int, mark: str) -> None:
    assert letter(number) == mark


def test_a_trigger_is_called_by_its_name_or_its_first_words() -> None:
    assert title_of(MapWords(name="The  door", cue="Jo leaves")) == "The door"
    assert title_of(MapWords(cue="Jo leaves\nthe room", move="follow")) == "Jo leaves the room"
    assert title_of(MapWords(please_dont="shout")) == "shout"
    assert title_of(MapWords(strength=4)) == ""


def test_strength_and_day_are_those_of_the_last_time() -> None:
    assert [strength_now(one) for one in MINE] == [8, 3, None, 4]
    assert [came_last(one) for one in MINE[2:]] == [DAY, DAY + timedelta(days=5)]


def test_a_cue_can_be_linked_to_the_others_moves_that_it_is_not_linked_to() -> None:
    everything = (*MINE, *YOURS, trigger("dark", "b", strength=9))
    assert [one.id for one in linkable(everything, MINE[1], ())] == ["corrected", "tone"]
    drawn = (link("x", "phone", "corrected"), link("y", "leaves", "tone"))
    assert [one.id for one in linkable(everything, MINE[1], drawn)] == ["tone"]
    assert [one.id for one in linkable(everything, YOURS[0], ())] == ["leaves"]


def test_what_helps_is_said_once_by_whose_it_is() -> None:
    everything = (
        trigger("one", strength=2, helps_you="Come back soon", early_sign="short answers"),
        trigger("two", strength=7, helps_you="a hand", helps_me="walk round the block"),
        trigger("three", helps_you="COME  back soon", please_dont="\n"),
        trigger("four", "b", helps_you="time"),
    )
    assert helps(everything, "a") == (
        Help("helps_me", "walk round the block"),
        Help("helps_you", "a hand"),
        Help("helps_you", "Come back soon"),
        Help("early_sign", "short answers"),
    )
    assert helps(everything, "b") == (Help("helps_you", "time"),)


def test_resources_stand_with_their_owner_by_name() -> None:
    def resource(name: str, owner: str | None = None) -> Resource:
        return Resource.model_validate(
            {"id": name, "title": name, "owner": owner, "written": NOON, "local_date": DAY}
        )

    everything = (resource("Walk", "a"), resource("bath", "a"), resource("Song"), resource("tea", "b"))
    assert [one.title for one in resources_of(everything, "a")] == ["bath", "Walk"]
    assert [one.title for one in resources_of(everything, None)] == ["Song"]
