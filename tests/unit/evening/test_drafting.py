"""A private note while it is written: kept a moment behind the typing, and forgotten in time."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest

from coreg.evening.drafting import BEHIND, Draft
from coreg.record.private import PrivateNote, Released
from coreg.record.trouble import Trouble
from tests.screens.stage import FakeTime

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.evening.space import Space


@dataclass
class Paper:
    """A room that keeps when it is told to, in order."""

    asked: list[tuple[Callable[[], PrivateNote], Future[PrivateNote]]] = field(default_factory=list)
    kept: list[PrivateNote] = field(default_factory=list)

    def keep_made(self, make: Callable[[], PrivateNote]) -> Future[PrivateNote]:
        """Take a note to be kept later."""
        future: Future[PrivateNote] = Future()
        self.asked.append((make, future))
        return future

    def work(self, *, fails: bool = False) -> None:
        """Keep what was asked for, in its order."""
        for make, future in self.asked:
            if fails:
                future.set_exception(Trouble("disk_full"))
                continue
            note = make()
            self.kept.append(note.model_copy(update={"id": note.id or "n1"}))
            future.set_result(self.kept[-1])
        self.asked.clear()


@pytest.fixture
def time() -> FakeTime:
    """Let time stand still."""
    return FakeTime()


@pytest.fixture
def paper() -> Paper:
    """Make a room with nothing in it."""
    return Paper()


@pytest.fixture
def draft(paper: Paper, time: FakeTime) -> Draft:
    """Begin a new note."""
    note = PrivateNote(text="", written=time.now(), local_date=date(2026, 11, 23))
    return Draft(cast("Space", paper), note, time.clock)


def test_it_is_due_a_moment_after_the_first_letter_that_is_not_kept(draft: Draft, time: FakeTime) -> None:
    assert not draft.due
    draft.typed("a")
    time.advance(BEHIND - 0.1)
    draft.typed("ab")
    assert not draft.due
    time.advance(0.1)
    assert draft.due, "more typing does not put it off"


def test_notes_asked_for_before_the_first_is_kept_are_one_note(draft: Draft, paper: Paper) -> None:
    draft.typed("one")
    draft.keep()
    draft.typed("one two")
    draft.keep()
    paper.work()
    assert [(note.id, note.text) for note in paper.kept] == [("n1", "one"), ("n1", "one two")]
    assert not draft.dirty


def test_nothing_is_asked_twice_and_a_blank_one_never(draft: Draft, paper: Paper) -> None:
    draft.typed("  \n")
    assert draft.keep() is None
    draft.typed("one")
    assert draft.keep() is not None
    assert draft.keep() is None
    assert draft.dirty, "it is kept when it is kept, not before"
    paper.work()
    assert draft.keep() is None


def test_what_was_emptied_is_kept_empty(draft: Draft, paper: Paper) -> None:
    draft.typed("one")
    draft.keep()
    paper.work()
    draft.typed("")
    draft.keep()
    paper.work()
    assert paper.kept[-1].text == ""


def test_what_could_not_be_kept_is_asked_for_again(draft: Draft, paper: Paper, time: FakeTime) -> None:
    draft.typed("one")
    draft.keep()
    paper.work(fails=True)
    assert draft.dirty
    time.advance(BEHIND)
    assert draft.due
    draft.keep()
    paper.work()
    assert paper.kept[-1].text == "one"


def test_lines_shown_meanwhile_stay(draft: Draft, paper: Paper) -> None:
    draft.typed("one")
    draft.keep()
    paper.work()
    shown = draft.note.model_copy(update={"released": (Released(text="one", note="s1"),)})
    draft.take(shown)
    draft.typed("one two")
    draft.keep()
    paper.work()
    assert paper.kept[-1].released == shown.released


@pytest.mark.parametrize("pending", [True, False])
def test_forgotten_it_holds_nothing_and_what_is_on_its_way_arrives(
    draft: Draft, paper: Paper, pending: bool
) -> None:
    draft.typed("one")
    draft.keep()
    if not pending:
        paper.work()
    draft.forget()
    paper.work()
    assert paper.kept[-1].text == "one"
    assert (draft.text, draft.note.text, draft.note.released) == ("", "", ())
