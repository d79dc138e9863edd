"""Being with the other: whoever asked, the record is the same; and the cards of both."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from coreg.evening.company import COMPANY, card_of, company_plan, with_card
from coreg.evening.couple import Card, People
from coreg.evening.maps import Maps
from coreg.evening.planning import Options, plan
from coreg.practice.helping import Help
from coreg.practice.play import SEATS, Pressed, Seat
from coreg.practice.sitting import WentOn
from coreg.practice.steps.stay import Staying
from coreg.record.models import Couple, Partner
from tests.unit.evening.pauses import HALF_AN_HOUR, pausing_of
from tests.unit.evening.table import Table

CARD = Card(("hand", "here"), ("advice",), ("the blue blanket",))


def book(tmp_path: Path, seat: Seat) -> dict[str, Any]:
    """Return the session as it is kept after one of them asked for the other, without ids and stamps."""
    table = Table(tmp_path / seat).set_up()
    table.begin(COMPANY, company_plan(seat, Options()))
    assert isinstance(table.sitting.play, Staying)
    assert table.sitting.now_step.who == seat
    table.wait(70)
    table.runner.dispatch(Pressed(table.runner.time(), "b"))
    table.wait(30)
    assert table.phase == "over"
    table.kept(table.runner.close())
    (session,) = table.kept(table.keeping.sessions())
    kept = session.model_dump(mode="json", exclude={"id", "changed", "entries"})
    return kept | {"entries": [one.model_dump(mode="json", exclude={"id"}) for one in session.entries]}


def test_the_record_is_the_same_whoever_asked(tmp_path: Path) -> None:
    one, other = (book(tmp_path, seat) for seat in SEATS)
    assert one == other
    assert [entry["practice"] for entry in one["entries"]] == [COMPANY]


def aside(tmp_path: Path, seat: Seat, how: str) -> bytes:
    """Return what lies in the book when a pause begins while one of them is near the other."""
    table = Table(tmp_path / f"{how} {seat}").set_up()
    if how == "key":
        table.begin(COMPANY, company_plan(seat, Options()))
    else:
        table.begin(COMPANY, plan(COMPANY, None, Options()))
        table.press(seat)
    table.wait(20)
    assert isinstance(table.sitting.play, Staying)
    pause = table.kept(pausing_of(table).ask_for(HALF_AN_HOUR, table.runner.put_aside()))
    return dict(table.keeping.aside())[pause.session]


@pytest.mark.parametrize("how", ["key", "list"])
def test_what_waits_for_a_return_is_the_same_whoever_asked(tmp_path: Path, how: str) -> None:
    assert aside(tmp_path, "a", how) == aside(tmp_path, "b", how)


def test_after_a_pause_it_is_asked_anew_who_would_like_it(tmp_path: Path) -> None:
    table = Table(tmp_path).set_up()
    table.begin(COMPANY, company_plan("a", Options()))
    table.wait(20)
    pausing = pausing_of(table)
    pause = table.kept(pausing.ask_for(HALF_AN_HOUR, table.runner.put_aside()))
    left = table.kept(pausing.come_back(pause))
    assert left is not None
    table.runner.take_up(left)
    for seat in SEATS:
        table.runner.dispatch(WentOn(table.runner.time(), seat))
    assert table.sitting.now_step.kind == "first"
    table.press("b")
    assert isinstance(table.sitting.play, Staying)
    assert table.sitting.context.speaker(table.sitting.now_step.who) == "b"
    table.wait(10)
    table.press("a")
    assert table.sitting.now_step.id == "thanks"


def test_what_follows_being_near_is_gone_on_with_where_it_was(tmp_path: Path) -> None:
    table = Table(tmp_path).set_up()
    table.begin(COMPANY, company_plan("b", Options()))
    table.wait(20)
    table.press("a")
    left = table.runner.put_aside()
    assert left.sitting.now_step.id == "thanks"
    assert left.sitting.order == SEATS
    assert [step.who for step in left.sitting.practice.script.steps if step.kind == "stay"] == ["first"]


@pytest.mark.parametrize("seat", SEATS)
def test_whoever_pressed_is_not_asked_who_it_is(seat: Seat) -> None:
    steps = company_plan(seat, Options()).script.steps
    assert [step.kind for step in steps] == ["stay", "ask", "write", "say"]
    assert steps[0].who == seat


def test_a_card_is_written_for_one_and_read_again() -> None:
    couple = Couple(a=Partner(name="Mina"), b=Partner(name="Jo"), made=datetime(2026, 11, 23, tzinfo=UTC))
    assert card_of(couple.a) == Card()
    assert not card_of(couple.a)
    changed = with_card(couple, "b", CARD)
    assert card_of(changed.b) == CARD
    assert changed.a == couple.a
    assert with_card(changed, "a", CARD).b == changed.b


def test_what_a_newer_coreg_keeps_on_a_card_stays() -> None:
    partner = Partner.model_validate({"name": "Mina", "card": {"helps": ["song"], "song": "the slow one"}})
    couple = Couple(a=partner, b=Partner(name="Jo"), made=datetime(2026, 11, 23, tzinfo=UTC))
    changed = with_card(couple, "a", CARD).a.model_dump()["card"]
    assert changed == {"helps": CARD.helps, "avoid": CARD.avoid, "own": CARD.own, "song": "the slow one"}


def test_what_helps_is_known_with_them(tmp_path: Path) -> None:
    table = Table(tmp_path / "book").set_up()
    maps = Maps(table.keeping, now=table.time.now, zone=lambda _: "CET")
    made = maps.blank_resource("a shower", "b").model_copy(update={"ways": ("alone",), "when": ("up",)})
    table.kept(maps.keep_resource(made))
    assert table.kept(table.keeping.people()).helps == (Help("a shower", ("alone",), ("up",), "b"),)


def test_more_can_be_said_of_a_moment_that_is_kept(tmp_path: Path) -> None:
    table = Table(tmp_path / "book").set_up()
    maps = Maps(table.keeping, now=table.time.now, zone=lambda _: "CET")
    kept = table.kept(maps.glimmer("the light at four"))
    more = table.kept(maps.keep_glimmer(lambda: kept.model_copy(update={"sense": "saw", "by": "a"})))
    assert (more.id, more.was, more.sense) == (kept.id, kept.changed, "saw")
    assert table.kept(table.keeping.glimmers()) == (more,)


def test_both_cards_are_known_once_they_are_in_the_book(tmp_path: Path) -> None:
    table = Table(tmp_path / "book").set_up()
    table.kept(table.keeping.change_couple(lambda couple: with_card(couple, "b", CARD)))
    assert table.kept(table.keeping.people()) == People(cards=(Card(), CARD))
