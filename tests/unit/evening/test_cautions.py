"""Once in ninety days each reads the caution before a breath is held."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from coreg.evening.cautions import caution_due, caution_read
from coreg.practice.breath import Pattern
from coreg.record.models import Couple, Partner

TODAY = date(2026, 11, 23)
BOX = Pattern("box", 4, 4, 4, 4)
EASY = Pattern("easy", 4, 0, 6, 0)


@pytest.mark.parametrize(
    ("days", "due"), [(0, False), (1, False), (89, False), (90, True), (400, True), (-1, True)]
)
def test_it_is_due_when_it_was_read_too_long_ago(days: int, due: bool) -> None:
    mina = Partner(name="Mina", cautions={"holds": TODAY - timedelta(days)})
    assert caution_due(mina, BOX, TODAY) is due
    assert not caution_due(mina, EASY, TODAY)


def test_it_is_due_for_whoever_never_read_it() -> None:
    assert caution_due(Partner(name="Jo"), BOX, TODAY)
    assert caution_due(Partner(name="Jo", cautions={"other": TODAY}), BOX, TODAY)
    assert not caution_due(Partner(name="Jo"), EASY, TODAY)


def test_both_have_read_it_and_nothing_else_changes() -> None:
    mina = Partner.model_validate({"name": "Mina", "line": 5, "cautions": {"other": "2026-01-01"}, "new": 1})
    couple = Couple(a=mina, b=Partner(name="Jo"), made=datetime(2026, 1, 1, tzinfo=UTC))
    read = caution_read(couple, TODAY)
    assert not caution_due(read.a, BOX, TODAY)
    assert not caution_due(read.b, BOX, TODAY)
    assert read.a.cautions == {"other": date(2026, 1, 1), "holds": TODAY}
    assert read.a.model_copy(update={"cautions": mina.cautions}) == mina
    assert couple.b.cautions == {}
