"""What the stages say, drawn without a terminal: literal names, no row too long, every word there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import pytest
from textual.content import Content
from textual.geometry import Size

from coreg.content import say
from coreg.practice.beside import BREATHS_AFTER
from coreg.practice.helping import Help
from coreg.practice.play import SEATS, Seat, other
from coreg.practice.sitting import Sitting
from coreg.practice.steps import KINDS
from coreg.record.text import clean
from coreg.widgets.steps import STAGES
from coreg.widgets.steps.base import TextStage
from coreg.widgets.steps.form import FormPad, FormStage
from coreg.widgets.steps.view import View, clock_text
from coreg.widgets.steps.write import WriteStage
from coreg.widgets.text import COLUMN
from tests.unit.widgets.moments import MOMENTS, NAMES, SIZES, drawn, solid, stage_of, text_of, view

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


@pytest.mark.parametrize("moment", MOMENTS)
def test_no_row_is_longer_than_the_column_whoever_sits_there(moment: str, sizes: Sized) -> None:
    state, now = MOMENTS[moment]
    for size, names in product(sizes(), NAMES):
        for row in drawn(stage_of(state), view(state, now, names), size.width):
            assert row.cell_length <= size.width
            assert Content(row.plain.strip()).cell_length <= COLUMN
            assert row.plain == clean(row.plain, multiline=False)


@pytest.mark.parametrize("moment", ["choose", "first", "turn", "reveal", "turn handed"])
def test_a_name_stands_there_as_it_was_given(moment: str, sizes: Sized) -> None:
    state, now = MOMENTS[moment]
    for size, names in product(sizes(), NAMES):
        shown = view(state, now, names)
        text = text_of(drawn(stage_of(state), shown, size.width))
        for seat in named_in(state, shown):
            assert solid(clean(shown.name(seat))) in text


def named_in(state: Sitting, shown: View) -> Iterator[Seat]:
    """Yield whose names stand on the stage."""
    words = "".join(state.now_step.words.values())
    if shown.speaker is not None:
        yield shown.speaker
    if shown.speaker is not None and "{listener}" in words:
        yield other(shown.speaker)
    if state.now_step.kind == "reveal":
        yield from SEATS


WORDED = [name for name in MOMENTS if name.split()[0] in ("say", "sealed", "first", "choose")]


@pytest.mark.parametrize("moment", WORDED)
def test_the_words_of_the_step_are_all_there(moment: str, sizes: Sized) -> None:
    state, now = MOMENTS[moment]
    shown = view(state, now)
    for size in sizes():
        text = text_of(drawn(stage_of(state), shown, size.width))
        for name in ("title", "text"):
            assert solid(shown.words(name).plain) in text
        for option in state.now_step.options:
            assert solid(option.text) in text


def test_every_stage_of_text_is_drawn_here() -> None:
    told = {kind for kind, stage in STAGES.items() if issubclass(stage, TextStage)}
    assert {state.now_step.kind for state, _ in MOMENTS.values()} == told
    assert set(STAGES) == set(KINDS)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_stage_fits_the_smallest_window_that_is_offered(
    moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TextStage, "size", Size(58, 12))
    state, now = MOMENTS[moment]
    if moment != "reveal long":
        assert len(drawn(stage_of(state), view(state, now), 58)) <= 14


# What each stage says


@pytest.fixture
def roomy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the stage a window in which there is room for everything."""
    monkeypatch.setattr(TextStage, "size", Size(80, 17))


def test_what_helps_both_stands_beside_a_suggestion_and_bends_no_row() -> None:
    state, now = MOMENTS["suggest asks"]
    helps = (
        Help("[b]back to back[/]", ("together",), ("shut",)),
        Help("alone", ("alone",), ("shut",)),
        Help("another time", ("together",), ("up",)),
    )
    rows = drawn(stage_of(state), replace(view(state, now), helps=helps), 60)
    assert solid("Or something of yours: [b]back to back[/]") in text_of(rows)
    assert "alone" not in text_of(rows)
    assert "anothertime" not in text_of(rows)


def shown_text(moment: str) -> str:
    state, now = MOMENTS[moment]
    return text_of(drawn(stage_of(state), view(state, now), 80))


@pytest.mark.usefixtures("roomy")
@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("say long", "1:"),
        ("reveal", say("practice.state.settled")),
        ("reveal", say("practice.state.flat")),
        ("reveal unsaid", say("practice.unsaid")),
        ("reveal long", "9 of 10 inside"),
        ("reveal long", "unpleasant, much energy"),
        ("reveal long", "[bold]a long day[/] {speaker} 山"),
        ("reveal long", "I’d like: company in silence"),
        ("suggest", say("suggest.both_settled")),
        ("suggest asks", say("suggest.offer.waking")),
        ("suggest no talk", say("suggest.offer.without_talk")),
        ("turn grace", say("talk.grace")),
        ("turn beyond", say("talk.beyond")),
        ("turn given", say("talk.given")),
        ("turn handed", say("talk.handed", name="Jo")),
        ("turn handed last", say("talk.handed_last")),
        ("turn handed", say("talk.not_done", key="f")),
        ("turn slower", say("talk.slower")),
        ("wait", "In ten minutes, here."),
        ("wait over", say("talk.wait.now")),
        ("turn opening", "q  how you wanted to begin"),
        ("turn opening shown", "I saw [b]the cups[/]."),
        ("turn opening shown", "0:43 left"),
        ("turn opening shown", say("talk.slower")),
        ("turn opening for both", "I saw [b]the cups[/]."),
        ("turn reminded", "Slow."),
        ("turn", say("talk.slower_key")),
        ("reply", "Mina to Jo"),
        ("reply handed", say("talk.handed", name="Jo")),
        ("ask", "f   got_it"),
        ("ask", "w   nearly"),
        ("ask both", "f and j   got_it"),
        ("ask both", "w or u   nearly"),
        ("alternate", "○ ○ ○ ○ ○"),
        ("alternate", "Mina, your turn. f when you have said one."),
        ("gate offered", say("practice.gate.title")),
        ("gate offered", say("practice.gate.offer", key="b")),
        ("gate offered", "Another day is a good answer too: esc stops here."),
        ("choose chosen", "› u   ideas"),
    ],
)
def test_a_stage_says_what_there_is_to_say(moment: str, words: str) -> None:
    assert solid(words) in shown_text(moment)


@pytest.mark.parametrize("moment", ["suggest asks", "first", "choose"])
def test_small_breaths_are_offered_to_both_after_a_while(moment: str) -> None:
    state, now = MOMENTS[moment]
    offer = solid(say("practice.breaths_offer", key="b"))
    assert offer not in text_of(drawn(stage_of(state), view(state, now), 80))
    assert offer in text_of(drawn(stage_of(state), view(state, now + BREATHS_AFTER), 80))


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (0.2, "0:01"), (1, "0:01"), (59.5, "1:00"), (480, "8:00"), (-3, "0:00")],
)
def test_a_clock_runs_down_as_a_person_reads_it(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


def test_the_number_alone_is_asked_for_in_the_words_of_the_step() -> None:
    pad = FormPad()
    pad.ask(("inside",), Content("Mina, how much is there?"))
    assert pad._title("inside").plain == "Mina, how much is there?"
    pad.ask(("inside",), Content(""))
    assert pad._title("inside").plain == say("form.inside")
