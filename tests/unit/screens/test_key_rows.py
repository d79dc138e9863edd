"""Every key of the table says what it does, as it is set now."""

import pytest

from coreg.content import has, say
from coreg.keys import KEYS, keymap
from coreg.screens.key_rows import PARTS, key_rows, pressed


def test_every_id_has_words() -> None:
    assert not [key.id for key in KEYS if not has(f"keys.{key.id}")]


def test_every_place_is_read_in_some_order() -> None:
    assert set(PARTS) == {key.place for key in KEYS}
    assert all(has(f"keys.parts.{part}") for part in PARTS)


def test_a_seat_has_three_rows_with_its_own_keys() -> None:
    rows = key_rows("left", keymap({"left.main": "d", "left.2": "v"}))
    assert [row.keys for row in rows] == ["d", "z", "q v e r t"]


@pytest.mark.parametrize("part", ["all", "practice", "home", "list"])
def test_other_parts_have_a_row_for_every_id(part: str) -> None:
    rows = key_rows(part, keymap({}))
    wanted = [say(f"keys.{key.id}") for key in KEYS if key.place == part]
    assert [row.what for row in rows] == wanted
    assert all(row.keys for row in rows)


def test_a_changed_key_is_the_one_that_is_shown() -> None:
    rows = key_rows("practice", keymap({"practice.skip": "v f6"}))
    assert rows[1].keys == "v or f6"


def test_keys_are_written_for_people() -> None:
    assert [pressed(key) for key in ("escape", "pageup", "f", "/")] == ["esc", "page up", "f", "/"]
