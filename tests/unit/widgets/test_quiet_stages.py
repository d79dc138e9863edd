"""Stages that give nothing away: sealed answers, a line that waits, the cover, the stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.geometry import Size

from coreg.content import say
from coreg.evening.planning import Options, plan
from coreg.practice.play import SEATS, Chose, Event, Pressed, Seat, Skipped, Wrote
from coreg.practice.playing import apply
from coreg.practice.sitting import Sitting, Stopped
from coreg.practice.steps.write import Writing
from coreg.record.text import clean
from coreg.screens.hints import main_words, whose_turn
from coreg.widgets.steps import STAGES
from coreg.widgets.steps.base import TextStage
from coreg.widgets.steps.covered import cover_lines
from coreg.widgets.steps.form import FormStage
from coreg.widgets.steps.sealed import SealedStage
from coreg.widgets.steps.write import WriteStage
from coreg.widgets.stopped import StopStage
from coreg.widgets.text import COLUMN, centred
from tests.unit.practice.evenings import quiet_evening, sitting, through
from tests.unit.widgets.moments import NAMES, SIZES, drawn, solid, talk_at, text_of, view

Sized = Callable[[], Iterator[Size]]


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> Sized:
    """Give every stage one size after the other, as windows would."""

    def each() -> Iterator[Size]:
        for size in SIZES:
            for kind in (TextStage, WriteStage, FormStage):
                monkeypatch.setattr(kind, "size", Size(*size))
            yield Size(*size)

    return each


# Sealed answers


ANSWERS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Chose, st.just(5.0), st.sampled_from(SEATS), st.integers(0, 4)),
    st.builds(Pressed, st.just(5.0), st.just("a")),
)


def sealings() -> Iterator[Sitting]:
    yield apply(quiet_evening(), Skipped(1))
    yield talk_at("hug")


@pytest.mark.parametrize("untouched", list(sealings()), ids=lambda state: state.now_step.id)
@given(events=st.lists(ANSWERS, max_size=6), swapped=st.booleans(), width=st.sampled_from((80, 112)))
def test_the_stage_is_the_same_whatever_was_chosen_and_whoever_has_sealed(
    untouched: Sitting, events: list[Event], swapped: bool, width: int
) -> None:
    state = through(untouched, *events)
    left: Seat = "b" if swapped else "a"
    stage = SealedStage()
    assert stage.lines(view(state, 9.0, left=left)) == stage.lines(view(untouched, 9.0, left=left))
    assert stage.wait(view(state, 9.0)) == stage.wait(view(untouched, 9.0))
    for seat in SEATS:
        assert main_words(state, seat) == main_words(untouched, seat)
    assert whose_turn(state) is None


def test_both_seats_have_the_same_words_for_not_yet_and_for_sealing() -> None:
    state = apply(quiet_evening(), Skipped(1))
    (last,) = (row.plain for row in SealedStage().lines(view(state)) if say("practice.not_yet") in row.plain)
    assert last.split("  ")[0] == last.split("  ")[-1] == say("practice.not_yet")
    assert main_words(state, "a") == main_words(state, "b") == "seal"


@pytest.mark.parametrize(("rows", "apart"), [(12, False), (18, False), (19, True), (50, True)])
def test_how_to_seal_stands_apart_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch, rows: int, apart: bool
) -> None:
    monkeypatch.setattr(SealedStage, "size", Size(80, rows))
    state = apply(quiet_evening(), Skipped(1))
    lines = [row.plain for row in SealedStage().lines(view(state))]
    assert (lines[-2] == "") == apart
    assert len(lines) <= max(rows, 12)


# A line that stays, and the cover


DRAFTS = ["I feel heard", "[red]x[/]", "{speaker}", "山田" * 100, "w" * 2000, "a\nb\tc", "\x1b[31mred"]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft[:9])
@pytest.mark.parametrize("step", ["stays_first", "next"])
def test_a_line_stands_there_as_it_was_typed(step: str, draft: str, sizes: Sized) -> None:
    state = apply(talk_at(step), Wrote(2, draft))
    assert isinstance(state.play, Writing)
    stage = STAGES[state.now_step.kind]()
    assert isinstance(stage, WriteStage)
    for size, names in product(sizes(), NAMES):
        width = min(COLUMN, size.width)
        rows = centred(stage.after(view(state, 3.0, names), state.play), width).split("\n")
        assert all(row.cell_length <= COLUMN for row in rows)
        assert solid(draft.replace("\x1b[31m", "")) in text_of(rows)
        assert all("\x1b" not in row.plain for row in rows)


def test_the_cover_names_whose_part_it_is(sizes: Sized) -> None:
    made = plan("check_in", None, Options(form="full"))
    state = apply(sitting(made, order=("b", "a")), Skipped(1))
    for size, names in product(sizes(), NAMES):
        shown = view(state, 2.0, names)
        rows = centred(cover_lines(shown, "b"), size.width).split("\n", allow_blank=True)
        assert all(Content(row.plain.strip()).cell_length <= COLUMN for row in rows)
        assert solid(clean(names[1])) in text_of(rows)


# After a stop


def test_after_a_stop_both_seats_are_alike_and_nothing_is_asked_at_first() -> None:
    stopped = apply(talk_at("turn_first"), Stopped(50))
    stage = StopStage()
    stage.since = 50.0
    first = text_of(drawn(stage, view(stopped, 51.0), 80))
    assert first == solid(say("practice.stopped.title"))
    later = text_of(drawn(stage, view(stopped, 56.0), 80))
    for name in ("quiet", "breaths", "go_on", "night"):
        assert solid(say(f"practice.stopped.{name}")) in later
    assert whose_turn(stopped) is None
    assert main_words(stopped, "a") == main_words(stopped, "b")
    stage.quiet = True
    assert text_of(drawn(stage, view(stopped, 60.0), 80)) == first + solid("s what else there is")


def test_the_stage_after_a_stop_keeps_its_height() -> None:
    stopped = apply(quiet_evening(), Stopped(5))
    stage = StopStage()
    heights = {len(stage.lines(view(stopped, now))) for now in (5.0, 9.0, 20.0)}
    stage.quiet = True
    heights.add(len(stage.lines(view(stopped, 30.0))))
    assert len(heights) == 1
