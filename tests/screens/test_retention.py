"""What the app does by itself once the home screen is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coreg.app import CoregApp, Start
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.store import Store
from tests.screens.past import evening, line
from tests.store.full_disk import FullDisk

OLD, NEW = date(2026, 8, 1), date(2026, 11, 20)


@pytest.mark.parametrize(("days", "demo", "left"), [(0, False, 2), (30, False, 1), (30, True, 2)])
async def test_what_is_too_old_goes_after_the_start(
    house: House, store: Store, days: int, demo: bool, left: int
) -> None:
    evening(store, OLD, "quiet", line(store, "Old words.", "a"))
    evening(store, NEW, "quiet", line(store, "New words.", "b"))
    house.settings = replace(house.settings, keep_days=days)
    house.demo = demo
    app = CoregApp(house, Start())
    async with app.run_test(size=(112, 32)) as pilot:
        assert isinstance(app.screen, Home)
        assert len(app.screen.known.headlines) == 2
        app._warm()
        house.keeping.flush()
        await pilot.pause()
        assert len(store.sessions()) == left
        assert len(app.screen.known.headlines) == left


async def test_what_cannot_go_is_told(house: House, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    evening(store, OLD, "quiet", line(store, "Old words.", "a"))
    house.settings = replace(house.settings, keep_days=30)
    disk = FullDisk(monkeypatch)
    app = CoregApp(house, Start())
    async with app.run_test(size=(112, 32)) as pilot:
        disk.fill()
        app._warm()
        house.keeping.flush()
        await pilot.pause()
        assert ["The disk is full." in toast.message for toast in app._notifications] == [True]
        disk.make_room()
    assert len(store.sessions()) == 1
