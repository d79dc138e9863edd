"""A map of one's own, and what is shown of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coreg.evening.space import Space
from coreg.record.maps import MapWords, PrivateTrigger, Trigger
from coreg.record.trouble import Trouble
from tests.unit.evening.locked_table import LockedTable

WORDS = MapWords(cue="Jo leaves", story="I am alone", echo="The hallway", strength=7)


@pytest.fixture
def table(tmp_path: Path) -> LockedTable:
    made = LockedTable(tmp_path / "book")
    made.set_up()
    return made


@pytest.fixture
def space(table: LockedTable) -> Space:
    return table.room("a")


def begun(table: LockedTable, space: Space, words: MapWords = WORDS) -> PrivateTrigger:
    """Keep a trigger of one's own."""
    return table.kept(space.keep_trigger(space.blank_trigger().model_copy(update={"words": words})))


def shared(table: LockedTable) -> tuple[Trigger, ...]:
    return table.kept(table.maps.all()).triggers


def again(table: LockedTable, space: Space) -> PrivateTrigger:
    """Read the only trigger anew."""
    (found,) = table.kept(space.triggers())
    return found


def test_it_is_its_owner_s_alone(table: LockedTable, space: Space) -> None:
    kept = begun(table, space)
    note = table.write_down(space, "a note")
    assert table.kept(space.triggers()) == (kept,)
    assert table.kept(space.notes()) == (note,)
    other = table.room("b")
    assert table.kept(other.triggers()) == ()
    assert shared(table) == ()


def test_only_what_is_chosen_is_shown(table: LockedTable, space: Space) -> None:
    kept = table.kept(space.show(begun(table, space), ["story", "cue"]))
    assert kept.shown == ("cue", "story")
    (seen,) = shared(table)
    assert (seen.id, seen.owner, seen.words) == (
        kept.shared,
        "a",
        MapWords(cue="Jo leaves", story="I am alone"),
    )
    assert again(table, space) == kept


def test_what_is_shown_changes_only_by_showing_it_again(table: LockedTable, space: Space) -> None:
    kept = table.kept(space.show(begun(table, space), ["cue"]))
    new = kept.model_copy(update={"words": WORDS.model_copy(update={"cue": "Jo goes"})})
    changed = table.kept(space.keep_trigger(new))
    assert [one.words for one in changed.earlier] == [WORDS]
    assert shared(table)[0].words.cue == "Jo leaves"
    shown = table.kept(space.show(changed, changed.shown))
    assert shared(table)[0].words == MapWords(cue="Jo goes")
    assert shown.earlier == changed.earlier
    assert shared(table)[0].earlier == ()


def test_a_field_shown_no_more_is_gone(table: LockedTable, space: Space) -> None:
    kept = table.kept(space.show(begun(table, space), ["cue", "story"]))
    less = table.kept(space.show(kept, ["cue"]))
    assert (less.shown, less.shared) == (("cue",), kept.shared)
    assert shared(table)[0].words == MapWords(cue="Jo leaves")
    assert less.words == WORDS
    more = table.kept(space.show(less, ["cue", "story"]))
    assert shared(table)[0].words == MapWords(cue="Jo leaves", story="I am alone")
    assert again(table, space) == more


@pytest.mark.parametrize("fields", [[], ["need"], ["no such field"]])
def test_nothing_shown_is_taken_back(table: LockedTable, space: Space, fields: list[str]) -> None:
    kept = table.kept(space.show(begun(table, space), ["cue"]))
    back = table.kept(space.show(kept, fields))
    assert (back.shown, back.shared) == ((), "")
    assert shared(table) == ()


def test_taking_back_takes_links_and_loops(table: LockedTable, space: Space) -> None:
    kept = table.kept(space.show(begun(table, space), ["cue"]))
    jo = table.kept(
        table.maps.keep(table.maps.blank("b").model_copy(update={"words": MapWords(move="leaves")}))
    )
    table.kept(table.maps.link(kept.shared, jo.id))
    loop = table.maps.blank_loop("storm").model_copy(update={"triggers": (kept.shared, jo.id)})
    table.kept(table.maps.keep_loop(loop))
    back = table.kept(space.take_back(kept))
    left = table.kept(table.maps.all())
    assert (left.triggers, left.links, left.loops) == ((jo,), (), ())
    assert (back.words, back.shared) == (WORDS, "")
    assert table.kept(space.take_back(back)) == back


def test_it_comes_up_again_and_that_is_shown_with_the_strength(table: LockedTable, space: Space) -> None:
    kept = table.kept(space.trigger_came_up(begun(table, space), 5))
    assert [came.strength for came in kept.came] == [5]
    kept = table.kept(space.show(kept, ["cue"]))
    assert shared(table)[0].came == ()
    table.kept(space.trigger_came_up(kept, 6))
    assert shared(table)[0].came == ()
    kept = table.kept(space.show(again(table, space), ["cue", "strength"]))
    assert shared(table)[0].came == kept.came
    table.kept(space.trigger_came_up(kept, 7))
    assert [came.strength for came in shared(table)[0].came] == [5, 6, 7]
    table.kept(table.maps.came_up(shared(table)[0], 8))
    assert [came.strength for came in again(table, space).came] == [5, 6, 7, 8]


def test_what_was_deleted_by_either_is_not_called_shown(table: LockedTable, space: Space) -> None:
    kept = table.kept(space.show(begun(table, space), ["cue"]))
    table.kept(table.maps.bin(kept.shared))
    assert again(table, space).shown == ("cue",)
    table.kept(table.keeping.empty_bin())
    assert (again(table, space).shown, again(table, space).shared) == ((), "")
    anew = table.kept(space.show(kept, ["cue"]))
    assert shared(table)[0].id == anew.shared != kept.shared


def test_showing_takes_out_of_the_bin(table: LockedTable, space: Space) -> None:
    kept = table.kept(space.show(begun(table, space), ["cue"]))
    table.kept(table.maps.bin(kept.shared))
    table.kept(space.show(kept, ["cue"]))
    assert [one.id for one in shared(table)] == [kept.shared]


def test_what_was_written_where_both_see_it_is_not_lost(table: LockedTable, space: Space) -> None:
    kept = table.kept(space.show(begun(table, space), ["cue"]))
    for cue in ("Jo sighs", "Jo frowns"):
        (seen,) = shared(table)
        table.kept(table.maps.keep(seen.model_copy(update={"words": MapWords(cue=cue)})))
    anew = table.kept(space.show(kept, ["cue"]))
    assert shared(table)[0].words == MapWords(cue="Jo leaves")
    assert shared(table)[0].earlier == ()
    assert [one.words.cue for one in anew.earlier] == ["Jo sighs", "Jo frowns"]


def test_while_it_is_written_nothing_is_an_earlier_version(table: LockedTable, space: Space) -> None:
    new = space.blank_trigger().model_copy(update={"words": MapWords(cue="a"), "at_field": "cue"})
    kept = table.kept(space.keep_trigger(new))
    more = kept.model_copy(update={"words": MapWords(cue="a door"), "at_field": ""})
    kept = table.kept(space.keep_trigger(more))
    assert kept.earlier == ()
    other = kept.model_copy(update={"words": MapWords(cue="a gate")})
    assert [one.words.cue for one in table.kept(space.keep_trigger(other)).earlier] == ["a door"]


def test_what_only_the_books_know_is_not_forgotten(table: LockedTable, space: Space) -> None:
    kept = begun(table, space)
    shown = table.kept(space.show(kept, ["cue"]))
    old = table.kept(space.keep_trigger(kept))
    assert (old.shared, old.shown) == (shown.shared, ("cue",))


def test_deleting_takes_what_is_shown_too(table: LockedTable, space: Space) -> None:
    kept = table.kept(space.show(begun(table, space), ["cue"]))
    table.kept(space.delete_trigger(kept))
    assert shared(table) == ()
    assert table.kept(space.triggers()) == ()
    table.refused(space.delete_trigger(kept), "not_found")


def test_a_shut_room_gives_nothing(space: Space) -> None:
    one = space.blank_trigger()
    space.close()
    for act in (
        space.triggers,
        lambda: space.keep_trigger(one),
        lambda: space.show(one, ["cue"]),
        lambda: space.take_back(one),
        lambda: space.trigger_came_up(one, 3),
        lambda: space.delete_trigger(one),
    ):
        with pytest.raises(Trouble) as caught:
            act()
        assert caught.value.code == "space_shut"


def test_however_much_is_shown_it_is_looked_up_at_once(
    table: LockedTable, space: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {table.kept(space.show(begun(table, space), ["cue"])).id for _ in range(3)}
    monkeypatch.setattr(type(table.store), "trigger", None)
    found = table.kept(space.triggers())
    assert {one.id for one in found} == kept
    assert all(one.shown == ("cue",) for one in found)
