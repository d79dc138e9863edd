"""A line that is not in a book yet is there again, until it has no words any more."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import UTC, date, datetime
from typing import TypeVar

import pytest

from coreg.evening.half_written import HalfWritten
from coreg.record.models import Note
from coreg.record.shown import quoting
from coreg.record.trouble import Trouble
from tests.store.helpers import session
from tests.unit.evening.table import Table

T = TypeVar("T")


def note(text: str) -> Note:
    """Return a note."""
    day = date(2026, 11, 23)
    return Note(text=text, written=datetime(2026, 11, 23, tzinfo=UTC), local_date=day)


def done(table: Table, asked: Future[T]) -> T:
    """Let the disk answer."""
    table.settle()
    return asked.result(0)


def test_a_line_is_there_again_by_what_it_is_for(table: Table) -> None:
    lines = HalfWritten(table.keeping)
    assert done(table, lines.read("sign")) == ""
    done(table, lines.keep("sign", "When your voice"))
    done(table, lines.keep("other", "Slower"))
    assert done(table, HalfWritten(table.keeping).read("sign")) == "When your voice"
    done(table, lines.keep("sign", "  "))
    assert done(table, lines.read("sign")) == ""
    assert [row for row, _ in table.store.aside()] == ["line-other"]


def test_a_line_goes_with_the_record_whose_words_it_may_have(table: Table) -> None:
    lines = HalfWritten(table.keeping)
    gone, stays = (table.store.keep(note(text)) for text in ("once round the block", "tea"))
    done(table, lines.keep("loop", "once round the block, slowly", [gone.id]))
    done(table, lines.keep("other", "tea, perhaps", [stays.id]))
    table.store.delete(gone.id)
    assert [row for row, _ in table.store.aside()] == ["line-other"]


def test_a_line_about_what_is_gone_already_is_not_kept(table: Table) -> None:
    lines = HalfWritten(table.keeping)
    gone, stays = (table.store.keep(note(text)) for text in ("once round the block", "tea"))
    table.store.delete(gone.id)
    done(table, lines.keep("loop", "once round the block, slowly", [stays.id, gone.id]))
    done(table, lines.keep("other", "tea, perhaps", [stays.id, quoting(stays.id, "text")]))
    assert [row for row, _ in table.store.aside()] == ["line-other"]


def test_a_line_about_one_of_an_evening_is_kept_as_long_as_that_is_there(table: Table) -> None:
    lines, evening = HalfWritten(table.keeping), table.store.keep(session())
    done(table, lines.keep("later", "still", [evening.id, "line"]))
    assert done(table, lines.read("later")) == "still"
    done(table, lines.keep("later", "still true", [evening.id, "another"]))
    assert done(table, lines.read("later")) == ""


def test_a_line_goes_once_it_is_said_and_stays_where_it_cannot_be(table: Table) -> None:
    lines = HalfWritten(table.keeping)
    done(table, lines.keep("sign", "When your voice"))
    with pytest.raises(Trouble):
        done(table, lines.become("sign", lambda store: store.later("nothing of this id", None, "x")))
    assert done(table, lines.read("sign")) == "When your voice"
    assert done(table, lines.become("sign", lambda _: 7)) == 7
    assert done(table, lines.read("sign")) == ""


def test_without_words_nothing_is_written_at_all(table: Table) -> None:
    done(table, HalfWritten(table.keeping).keep("sign", ""))
    assert table.store.aside() == ()


@pytest.mark.parametrize("data", [b"", b"3", b"{}", b"[]"])
def test_what_cannot_be_read_is_empty(table: Table, data: bytes) -> None:
    table.store.put_aside("line-sign", data)
    assert done(table, HalfWritten(table.keeping).read("sign")) == ""
