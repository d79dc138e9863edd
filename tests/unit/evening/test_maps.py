"""What screens may ask of the maps that both may see."""

from __future__ import annotations

from datetime import date

import pytest

from coreg.evening.reached import NotEverywhere
from coreg.practice.play import Seat
from coreg.record.maps import Exit, Loop, MapWords, Trigger
from coreg.record.trouble import Trouble
from tests.unit.evening.table import Table

TODAY = date(2026, 11, 23)


def trigger(table: Table, owner: Seat, **words: object) -> Trigger:
    """Keep a trigger that both may see."""
    new = table.maps.blank(owner)
    return table.kept(table.maps.keep(new.model_copy(update={"words": MapWords.model_validate(words)})))


@pytest.fixture
def pair(table: Table) -> tuple[Trigger, Trigger]:
    """Return one of Mina's and one of Jo's."""
    return trigger(table, "a", cue="Jo leaves the room"), trigger(table, "b", move="leaves the room")


def full(*_: object) -> None:
    """Be a disk that takes nothing."""
    raise Trouble("disk_full", path="x")


def loop_of(table: Table, *through: Trigger) -> Loop:
    """Keep a loop through these."""
    new = table.maps.blank_loop("the Thursday storm")
    return table.kept(table.maps.keep_loop(new.model_copy(update={"triggers": tuple(t.id for t in through)})))


def test_a_trigger_is_begun_now_and_kept(table: Table) -> None:
    new = table.maps.blank("a")
    assert (new.owner, new.local_date, new.zone) == ("a", TODAY, "Europe/Paris")
    assert new.words == MapWords()
    kept = trigger(table, "a", cue="a door")
    assert kept.id
    assert table.kept(table.maps.all()).triggers == (kept,)


def test_what_it_said_before_is_kept(table: Table) -> None:
    first = trigger(table, "a", cue="a door")
    more = first.model_copy(update={"words": MapWords(cue="a door", story="I am alone")})
    added = table.kept(table.maps.keep(more))
    assert added.earlier == ()
    other = added.model_copy(update={"words": MapWords(cue="the front door")})
    changed = table.kept(table.maps.keep(other))
    assert [one.words for one in changed.earlier] == [more.words]
    assert changed.words.cue == "the front door"


def test_it_comes_up_again(table: Table) -> None:
    first = trigger(table, "a", cue="a door", strength=5)
    table.kept(table.maps.came_up(first, 4))
    table.time.go_on(86_400)
    twice = table.kept(table.maps.came_up(first, 7))
    assert [(came.day.day, came.strength) for came in twice.came] == [(23, 4), (24, 7)]
    kept = table.kept(table.maps.keep(first))
    assert kept.came == twice.came


def test_where_no_number_is_shown_it_is_not_noted_that_it_came_up(table: Table) -> None:
    asked = table.maps.came_up(trigger(table, "a", cue="a door"), 4)
    table.settle()
    with pytest.raises(Trouble) as caught:
        asked.result(0)
    assert caught.value.code == "no_number"
    assert table.kept(table.maps.all()).triggers[0].came == ()


def test_a_link_leads_from_one_to_the_other_once(table: Table, pair: tuple[Trigger, Trigger]) -> None:
    mina, jo = pair
    link = table.kept(table.maps.link(mina.id, jo.id))
    back = table.kept(table.maps.link(jo.id, mina.id))
    assert (link.cue, link.move, link.nodded) == (mina.id, jo.id, False)
    nodded = table.kept(table.maps.nod(link))
    assert nodded.nodded
    assert table.kept(table.maps.link(mina.id, jo.id)) == nodded
    table.kept(table.maps.unlink(link.id))
    assert table.kept(table.maps.all()).links == (back,)


@pytest.mark.parametrize("other", ["own", "nothing", "resource"])
def test_a_link_leads_nowhere_else(table: Table, other: str) -> None:
    mina = trigger(table, "a", cue="a door")
    resource = table.kept(table.maps.keep_resource(table.maps.blank_resource("tea")))
    ends = {"own": trigger(table, "a", move="I explain").id, "nothing": "0" * 36, "resource": resource.id}
    promise = table.maps.link(mina.id, ends[other])
    table.settle()
    with pytest.raises(Trouble) as caught:
        promise.result(0)
    assert caught.value.code == ("not_valid" if other == "own" else "not_found")


def test_taking_back_takes_links_and_loops(table: Table, pair: tuple[Trigger, Trigger]) -> None:
    mina, jo = pair
    table.kept(table.maps.link(mina.id, jo.id))
    loop_of(table, mina, jo)
    drawn = loop_of(table)
    table.kept(table.maps.take_back(jo.id))
    left = table.kept(table.maps.all())
    assert (left.triggers, left.links, left.loops) == ((mina,), (), (drawn,))


def test_a_loop_through_what_is_not_there_any_more_is_not_kept(
    table: Table, pair: tuple[Trigger, Trigger]
) -> None:
    known = loop_of(table, *pair)
    new = table.maps.blank_loop("the stairs").model_copy(update={"triggers": known.triggers})
    table.kept(table.maps.take_back(pair[1].id))
    way = Exit(text="We sit down first.")
    for asked in (
        table.maps.keep_loop(new),
        table.maps.keep_loop(known),
        table.maps.agree(new, way, None),
        table.maps.keep_loop(known.model_copy(update={"triggers": ()})),
    ):
        table.settle()
        with pytest.raises(Trouble) as caught:
            asked.result(0)
        assert caught.value.code == "loop_changed"
    assert table.kept(table.maps.all()).loops == ()
    assert table.kept(table.keeping.agreements()) == ()


def test_what_is_taken_back_is_gone_from_the_book_where_a_backup_cannot_be_reached(
    table: Table, pair: tuple[Trigger, Trigger], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coreg.store.backups.Backups.rewrite", full)
    asked = table.maps.take_back(pair[1].id)
    table.settle()
    with pytest.raises(NotEverywhere):
        asked.result(0)
    assert table.kept(table.maps.all()).triggers == (pair[0],)


def test_what_leads_into_the_bin_is_not_shown(table: Table, pair: tuple[Trigger, Trigger]) -> None:
    mina, jo = pair
    table.kept(table.maps.link(mina.id, jo.id))
    loop_of(table, mina, jo)
    before = table.kept(table.maps.all())
    table.kept(table.maps.bin(mina.id))
    binned = table.kept(table.maps.all())
    assert (len(binned.triggers), binned.links, binned.loops) == (1, (), ())
    table.kept(table.maps.unbin(mina.id))
    after = table.kept(table.maps.all())
    assert (after.links, after.loops) == (before.links, before.loops)


def test_a_way_out_is_agreed_without_the_name_of_the_loop(
    table: Table, pair: tuple[Trigger, Trigger]
) -> None:
    loop = loop_of(table, *pair)
    way = Exit(text="We sit down first.", at=1)
    agreed = table.kept(table.maps.agree(loop, way, date(2026, 12, 1)))
    assert agreed.exits == (way,)
    table.kept(table.maps.take_back(pair[0].id))
    assert table.kept(table.maps.all()).loops == ()
    (kept,) = table.kept(table.keeping.agreements())
    assert (kept.text, kept.look_again) == ("We sit down first.", date(2026, 12, 1))
    assert "storm" not in kept.model_dump_json()


def test_two_ways_out_that_are_agreed_from_one_page_both_stay(
    table: Table, pair: tuple[Trigger, Trigger]
) -> None:
    loop = loop_of(table, *pair)
    ways = (Exit(text="We sit down first."), Exit(text="slower", kind="word"))
    for way in ways:
        table.kept(table.maps.agree(loop, way, None))
    named = table.kept(table.maps.keep_loop(loop.model_copy(update={"name": "the weather"})))
    assert (named.name, named.exits) == ("the weather", ways)


def test_a_loop_that_is_let_go_can_be_taken_back(table: Table, pair: tuple[Trigger, Trigger]) -> None:
    loop = loop_of(table, *pair)
    table.kept(table.maps.let_go(loop.id))
    assert table.kept(table.maps.all()).loops == ()
    assert [one.what for one in table.store.binned()] == ["loop"]


def test_a_sign_can_be_agreed_on(table: Table) -> None:
    kept = table.kept(table.maps.agree_on("A hand on the table means slower.", None))
    assert table.kept(table.keeping.agreements()) == (kept,)


def test_glimmers_are_read_since_a_day(table: Table) -> None:
    first = table.kept(table.maps.glimmer("The cat came", sense="felt", who="else", why="warm", by="b"))
    assert (first.by, first.local_date, first.zone) == ("b", TODAY, "Europe/Paris")
    table.time.go_on(86_400)
    second = table.kept(table.maps.glimmer("Snow"))
    assert table.kept(table.maps.glimmers(TODAY)) == (second, first)
    assert table.kept(table.maps.glimmers(date(2026, 11, 24))) == (second,)


def test_what_helps_is_kept(table: Table) -> None:
    new = table.maps.blank_resource("The bench by the river", "b")
    kept = table.kept(table.maps.keep_resource(new.model_copy(update={"when": ("up",), "minutes": 20})))
    assert table.kept(table.maps.all()).resources == (kept,)
    assert (kept.owner, kept.minutes) == ("b", 20)
