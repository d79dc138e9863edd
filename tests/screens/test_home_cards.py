"""How the cards of the home screen are laid out in a small and in a large window."""

from __future__ import annotations

from datetime import date

import pytest

from coreg.record.headline import Home as Known
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.store import Store
from tests.screens.past import SATURDAY, agree
from tests.screens.stage import Run


def _known(store: Store) -> Known:
    """Return what home knows of a couple that has agreed on one thing."""
    agree(store, SATURDAY, "nobody decides anything important after ten", date(2026, 11, 24))
    known = store.home()
    assert known is not None
    return known


async def test_a_long_promise_is_folded_under_its_own_beginning(run: Run, house: House, store: Store) -> None:
    async with run(Home(house, _known(store)), size=(80, 24)) as shown:
        first, second = shown.row("nobody decides"), shown.row("after ten")
        assert first != second
        assert first.index("nobody") == len(second) - len(second[40:].lstrip())
        assert "look again: tomorrow" in shown.text()


@pytest.mark.parametrize(("rows", "seen"), [(22, 2), (24, 3)])
async def test_what_we_said_we_would_is_shown_whole_or_not_at_all(
    run: Run, house: House, store: Store, rows: int, seen: int
) -> None:
    for n in range(3):
        agree(
            store,
            SATURDAY,
            f"begin{n} a little slower, and no word of it after ten end{n}",
            date(2026, 11, 24),
        )
    known = store.home()
    assert known is not None
    async with run(Home(house, known), size=(80, rows)) as shown:
        text = shown.text()
        assert [f"begin{n}" in text for n in range(3)] == [f"end{n}" in text for n in range(3)]
        assert text.count("slower") == text.count("look again") == seen


async def test_in_a_wide_window_everything_stands_together_in_the_middle(
    run: Run, house: House, store: Store
) -> None:
    async with run(Home(house, _known(store)), size=(200, 60)) as shown:
        lines = shown.lines()
        card = shown.row("Begin tonight")
        assert 30 < len(card) - len(card.lstrip()) < 40
        assert max(len(line.rstrip()) for line in lines[3:55]) <= 170
        here = [number for number, line in enumerate(lines[2:55], 2) if line.strip()]
        assert abs(here[0] - (59 - here[-1])) <= 6
