"""What two people write is shown as it is, wherever it stands: no markup, no codes, no crash."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import count
from math import ceil
from pathlib import Path

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st
from textual.content import Content
from textual.geometry import Size

from coreg.record.text import clean
from coreg.screens.help import Help
from coreg.screens.hide import Hide
from coreg.widgets import text as widgets_text
from coreg.widgets.seats import SeatFace, Seats, SeatsFace
from coreg.widgets.text import centred, fill, lit, named
from tests.screens.everywhere import PRACTICES, ROOMS
from tests.screens.hostile import OBEYED, couple_of, unsafe, visit, walk_through
from tests.screens.payloads import CONTROL, CORE, EVERYTHING, MARKUP, UNICODE
from tests.screens.worlds import World, new_world

NewWorld = Callable[[], AbstractContextManager[World]]

GROUPS = {"markup": MARKUP, "control": CONTROL, "unicode": UNICODE}


@pytest.fixture
def world(tmp_path: Path) -> NewWorld:
    """Make houses, each in a folder of its own."""
    numbers = count()
    return lambda: new_world(tmp_path / str(next(numbers)))


@pytest.fixture
def as_markup(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note every text of somebody that Textual is asked to read as markup."""
    read: list[str] = []
    before = Content.from_markup

    def noting(markup: str | Content, **variables: object) -> Content:
        if isinstance(markup, str) and CORE in markup:
            read.append(markup)
        return before(markup, **variables)

    monkeypatch.setattr(Content, "from_markup", noting)
    return read


# Rooms and steps


SHOWING = [name for name, room in ROOMS.items() if room.shows]
"""The rooms that show what somebody wrote; in the others stand at most two names."""

WORST = ("[red]Zq[/]", '[@click=app.boom("x]Zq', "\x1b]52;c;WnE=\x07Zq\x9b31m\u202e")
"""One of each group: read as markup it vanishes, ends the program, or takes the terminal over."""


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if room.shows else pytest.mark.long) for name, room in ROOMS.items()]
)
async def test_every_room_shows_what_was_written_as_it_is(
    world: NewWorld, as_markup: list[str], name: str
) -> None:
    with world() as one:
        await visit(name, one, "".join(WORST), as_markup)


@pytest.mark.parametrize("practice", PRACTICES)
async def test_every_step_shows_what_was_written_as_it_is(
    world: NewWorld, as_markup: list[str], practice: str
) -> None:
    with world() as one:
        await walk_through(practice, one, "".join(WORST), as_markup)


TOGETHER = 6
"""Texts written one behind the other in the long round; each of them leads somewhere."""

PACKS = tuple(EVERYTHING[place : place + TOGETHER] for place in range(0, len(EVERYTHING), TOGETHER))


def packed(texts: Sequence[str], leads: int) -> str:
    """Return texts as one, another of them in front for each number."""
    turn = leads % len(texts)
    return "".join((*texts[turn:], *texts[:turn]))


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("pack", range(len(PACKS)))
async def test_every_text_is_shown_as_it_is_in_every_room_that_shows_it(
    world: NewWorld, as_markup: list[str], pack: int
) -> None:
    for number, name in enumerate(SHOWING):
        with world() as one:
            await visit(name, one, packed(PACKS[pack], number), as_markup)


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("pack", range(len(PACKS)))
async def test_every_text_is_shown_as_it_is_at_every_step(
    world: NewWorld, as_markup: list[str], pack: int
) -> None:
    for number, practice in enumerate(PRACTICES):
        with world() as one:
            await walk_through(practice, one, packed(PACKS[pack], number), as_markup)


# Texts that nobody thought of

PIECES = (*EVERYTHING, "[", "]", "/", "@click=", "\\", "\x1b", "\x9b", "\u202e", "\n", "\t", "{a}", "$muted")
TEXTS = 2_000
"""With so many all are tried together in the long round (reliability.md 8, row 12)."""

IN_A_PRACTICE = 6 * TOGETHER
IN_A_ROOM = TOGETHER * ceil((TEXTS - len(PRACTICES) * IN_A_PRACTICE) / len(ROOMS) / TOGETHER)


def thought_up(number: int, name: str) -> list[str]:
    """Return so many texts out of anything at all, the same for the same name."""
    found: list[str] = []
    pieces = st.lists(st.sampled_from(PIECES), min_size=2, max_size=5).map("".join)
    anything = st.one_of(st.text(min_size=1, max_size=40), pieces)

    @seed(sum(name.encode()))
    @settings(max_examples=2 * number + 2, database=None, phases=[Phase.generate])
    @given(anything)
    def think(text: str) -> None:
        found.append(f"{text}{CORE}")

    think()
    # The simplest of all comes first, for every name.
    return list(dict.fromkeys(found[1:]))[:number]


def packs_of(texts: list[str]) -> Iterator[str]:
    """Yield texts by the pack."""
    for place in range(0, len(texts), TOGETHER):
        yield packed(texts[place : place + TOGETHER], 0)


@pytest.mark.sample
@pytest.mark.parametrize("name", ROOMS)
async def test_a_text_that_nobody_thought_of_is_shown_in_a_room(
    world: NewWorld, as_markup: list[str], name: str
) -> None:
    for text in thought_up(1, name):
        with world() as one:
            await visit(name, one, text, as_markup)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", ROOMS)
async def test_two_thousand_texts_are_shown_as_they_are_in_the_rooms(
    world: NewWorld, as_markup: list[str], name: str
) -> None:
    for text in packs_of(thought_up(IN_A_ROOM, name)):
        with world() as one:
            await visit(name, one, text, as_markup)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("practice", PRACTICES)
async def test_two_thousand_texts_are_shown_as_they_are_at_the_steps(
    world: NewWorld, as_markup: list[str], practice: str
) -> None:
    for text in packs_of(thought_up(IN_A_PRACTICE, practice)):
        with world() as one:
            await walk_through(practice, one, text, as_markup)


def test_they_are_two_thousand() -> None:
    assert len(ROOMS) * IN_A_ROOM + len(PRACTICES) * IN_A_PRACTICE >= TEXTS
    assert len(set(thought_up(IN_A_ROOM, "home"))) == IN_A_ROOM
    assert len(set(thought_up(IN_A_PRACTICE, "breathe"))) == IN_A_PRACTICE
    assert thought_up(3, "home") != thought_up(3, "bin")


# The looking itself: without its protection, each harm is seen


@pytest.mark.long
@pytest.mark.parametrize("text", CONTROL[1:3])
async def test_without_cleaning_live_codes_would_reach_the_screen(
    world: NewWorld, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(widgets_text, "clean", lambda given, **_: given)
    with world() as one:
        one.house.couple = couple_of(text)
        async with one.run(Hide(one.house)) as shown:
            assert not list(unsafe(shown)), "nobody's name stands on a screen that hides"
        async with one.run(ROOMS["home"].make(one.house, text)) as shown:
            assert any("\\x1b" in found for found in unsafe(shown))


async def test_without_literal_text_a_name_could_be_clicked(
    world: NewWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(seat: str, name: str, *, bold: bool = True) -> Content:
        return Content.from_markup(name)

    monkeypatch.setattr("coreg.widgets.seats.named", read)
    with world() as one:
        one.house.couple = couple_of("[@click=app.quit]Zq[/]")
        async with one.run(ROOMS["home"].make(one.house, "")) as shown:
            assert any("app.quit" in found for found in unsafe(shown))


async def test_the_handle_of_a_scroll_bar_is_no_harm(world: NewWorld) -> None:
    with world() as one:
        async with one.run(Help(one.house), size=(80, 24)) as shown:
            strips = shown.app.screen._compositor.render_strips()
            metas = [segment.style.meta for strip in strips for segment in strip if segment.style]
            assert {"@mouse.down": "grab"} in metas
            assert not list(unsafe(shown))


# The one door to the screen


@pytest.mark.parametrize("group", GROUPS)
def test_literal_text_is_what_was_written_without_what_is_obeyed(group: str) -> None:
    for text in GROUPS[group]:
        content = lit(text)
        assert content.plain == clean(text)
        assert not content.spans
        assert not OBEYED.search(content.plain.replace("\n", "").replace("\t", ""))
        assert "\n" not in lit(text, multiline=False).plain


@given(st.text())
def test_names_in_words_are_never_read_again(name: str) -> None:
    filled = fill("before {a} after {b}", {"a": named("a", name), "b": named("b", "{a}")})
    assert filled.plain == f"before {clean(name, multiline=False)} after {{a}}"


@given(st.text(max_size=60), st.text(max_size=60), st.integers(20, 200))
def test_the_edge_of_the_table_is_as_wide_as_the_window(left: str, right: str, width: int) -> None:
    seats = Seats()
    seats._size = Size(width, 3)
    face = SeatsFace(
        SeatFace("a", left, ("f", "go on"), ("z", "stop")),
        SeatFace("b", right, ("j", "go on"), ("/", "stop")),
    )
    seats.set_reactive(Seats.face, face)
    for row in str(seats.render()).split("\n"):
        assert Content(row).cell_length <= width


@given(st.lists(st.text(), max_size=6), st.integers(1, 200))
def test_centred_lines_stay_in_their_column(lines: list[str], width: int) -> None:
    for row in centred(map(lit, lines), width).split("\n"):
        assert row.cell_length <= max(width, 2)


def test_the_payloads_are_what_they_should_be() -> None:
    assert (len(MARKUP), len(CONTROL), len(UNICODE)) == (13, 15, 20)
    assert all(CORE in clean(unicodedata.normalize("NFC", text)) for text in EVERYTHING)
