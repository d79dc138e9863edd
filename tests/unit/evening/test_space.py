"""A room of one's own: open for the one who said the words, and only for a while."""

from __future__ import annotations

from datetime import UTC, date
from pathlib import Path

import pytest

from coreg.evening.space import FORGOTTEN_AFTER, Space
from coreg.record.trouble import Trouble
from tests.unit.evening.locked_table import LockedTable


@pytest.fixture
def table(tmp_path: Path) -> LockedTable:
    made = LockedTable(tmp_path / "book")
    made.set_up()
    return made


@pytest.fixture
def space(table: LockedTable) -> Space:
    return table.room("a")


def is_shut(space: Space) -> bool:
    try:
        space.notes()
    except Trouble as trouble:
        return trouble.code == "space_shut"
    return False


def test_it_forgets_after_two_minutes_without_a_key(table: LockedTable, space: Space) -> None:
    assert space.left() == FORGOTTEN_AFTER == 120
    table.time.go_on(119)
    assert space.left() == 1
    space.touch()
    table.time.go_on(119)
    assert not is_shut(space)
    table.time.go_on(1)
    assert space.left() == 0
    assert is_shut(space)


def test_a_key_that_comes_too_late_opens_nothing(table: LockedTable, space: Space) -> None:
    table.time.go_on(121)
    space.touch()
    assert space.left() == 0
    assert is_shut(space)


def test_closed_is_closed(space: Space) -> None:
    note = space.blank("mine")
    space.close()
    space.touch()
    assert space.left() == 0
    for act in (lambda: space.seat, space.notes, lambda: space.keep(note), lambda: space.delete(note)):
        with pytest.raises(Trouble) as caught:
            act()
        assert caught.value.code == "space_shut"


def test_what_was_asked_before_it_closed_is_still_done(table: LockedTable, space: Space) -> None:
    promise = space.keep(space.blank("just in time"))
    space.close()
    kept = table.kept(promise)
    assert table.kept(table.enter("a").notes()) == (kept,)


def test_a_new_note_bears_this_moment(table: LockedTable, space: Space) -> None:
    note = space.blank("mine")
    assert (note.text, note.id, note.local_date) == ("mine", "", date(2026, 11, 23))
    assert note.written == table.time.wall.astimezone(UTC)
    assert note.zone == "Europe/Paris"
    assert space.blank().text == ""


def test_notes_are_kept_changed_and_deleted_and_the_other_sees_none(table: LockedTable, space: Space) -> None:
    kept = table.write_down(space, "mine")
    changed = table.kept(space.keep(kept.model_copy(update={"text": "mine, again"})))
    assert table.kept(space.notes()) == (changed,)
    other = table.room("b")
    assert table.kept(other.notes()) == ()
    table.refused(other.delete(changed), "not_found")
    assert table.kept(table.keeping.notes()) == ()
    table.kept(space.delete(changed))
    assert table.kept(space.notes()) == ()


def test_one_line_is_shown_to_the_other_and_taken_back(table: LockedTable, space: Space) -> None:
    kept = table.write_down(space, "one line\nand another")
    released = table.kept(space.release(kept, "one line"))
    (shown,) = table.kept(table.keeping.notes())
    assert (shown.text, shown.by, shown.local_date) == ("one line", "a", date(2026, 11, 23))
    assert [(one.text, one.note) for one in released.released] == [("one line", shown.id)]
    assert table.kept(space.notes()) == (released,)
    both = table.kept(space.release(released, "and another"))
    assert len(both.released) == len(table.kept(table.keeping.notes())) == 2
    back = table.kept(space.withdraw(both, shown.id))
    assert [one.text for one in back.released] == ["and another"]
    assert [one.text for one in table.kept(table.keeping.notes())] == ["and another"]
    assert table.kept(space.notes()) == (back,)


def test_a_line_that_is_gone_already_can_be_taken_back(
    table: LockedTable, space: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = table.kept(space.release(table.write_down(space, "mine"), "mine"))

    def gone(key: str) -> None:
        raise Trouble("not_found", id=key)

    monkeypatch.setattr(table.store, "delete", gone)
    back = table.kept(space.withdraw(released, released.released[0].note))
    assert back.released == ()


def test_what_cannot_be_deleted_is_said_and_stays_noted(
    table: LockedTable, space: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    released = table.kept(space.release(table.write_down(space, "mine"), "mine"))

    def full(_: str) -> None:
        raise Trouble("disk_full", path="")

    monkeypatch.setattr(table.store, "delete", full)
    table.refused(space.withdraw(released, released.released[0].note), "disk_full")
    assert table.kept(space.notes()) == (released,)


def test_a_line_of_a_note_that_is_not_ones_own_is_not_shown(table: LockedTable, space: Space) -> None:
    other = table.room("b")
    kept = table.write_down(other, "hers")
    table.refused(space.release(kept, "hers"), "not_found")
    assert table.kept(table.keeping.notes()) == ()
    assert table.kept(other.notes()) == (kept,)
