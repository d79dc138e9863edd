"""Rows of settings: every value is one that config.toml may hold, and has words."""

from __future__ import annotations

import pytest

from coreg.content import has
from coreg.screens.settings_rows import Row, Value, in_sight, rows, turned
from coreg.settings import load, save

WITH_VALUES = [row for row in rows() if row.values]


@pytest.mark.parametrize("row", WITH_VALUES, ids=lambda row: row.id)
def test_every_value_can_be_saved_and_read_again(row: Row, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("config") / "config.toml"
    for value in row.values:
        save(file, {row.id: value})
        assert getattr(load(file, {}), row.id) == value


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_every_row_has_words(row: Row) -> None:
    what, _, side = row.id.partition("_")
    each = side in ("left", "right")
    assert has(f"settings.{what}_of" if each else f"settings.row.{row.id}")
    assert has(f"settings.about.{what if each else row.id}")
    if row.id not in ("countdown", "region", "volume", "sound_offset", "quiet_from", "quiet_until"):
        assert all(has(f"settings.value.{row.id}.{str(value).lower()}") for value in row.values)


@pytest.mark.parametrize(
    ("values", "ends", "value", "by", "wanted"),
    [
        (("auto", "night", "day"), False, "day", 1, "auto"),
        (("auto", "night", "day"), False, "auto", -1, "day"),
        (("auto", "night", "day"), False, "strange", 1, "night"),
        ((0, 1, 2), True, 2, 1, 2),
        ((0, 1, 2), True, 0, -1, 0),
        ((0, 1, 2), True, 1, 1, 2),
        ((0, 10, 20), True, 12, 1, 20),
        ((0, 10, 20), True, 19, -1, 10),
    ],
)
def test_values_turn_round_or_end(
    values: tuple[Value, ...], ends: bool, value: Value, by: int, wanted: Value
) -> None:
    assert turned(Row("any", values, ends), value, by) == wanted


@pytest.mark.parametrize(
    ("count", "at", "room", "wanted"),
    [
        (13, 0, 20, range(13)),
        (13, 0, 5, range(5)),
        (13, 6, 5, range(4, 9)),
        (13, 12, 5, range(8, 13)),
        (3, 1, 0, range(1, 2)),
    ],
)
def test_the_chosen_row_is_always_in_sight(count: int, at: int, room: int, wanted: range) -> None:
    assert in_sight(count, at, room) == wanted


@pytest.mark.parametrize("name", ["quiet_from", "quiet_until"])
def test_quiet_hours_go_through_the_day_by_half_hours(name: str) -> None:
    (row,) = (row for row in rows() if row.id == name)
    assert (row.values[0], len(set(row.values))) == ("", 49)
    assert turned(row, "23:30", 1) == "00:00"
