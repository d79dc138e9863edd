"""What two people write is shown as it is, wherever it stands: no markup, no codes, no crash."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.content import Content
from textual.geometry import Size

from coreg.evening.couple import Couple
from coreg.record.models import Agreement, Entry, Later, Line, Mark, Note, Pair, Seat, Session
from coreg.record.text import clean
from coreg.screens.house import House
from coreg.store import Store
from coreg.widgets.seats import SeatFace, Seats, SeatsFace
from coreg.widgets.text import centred, fill, lit, named
from tests.screens.everywhere import PRACTICES, ROOMS, walk
from tests.screens.payloads import CONTROL, CORE, EVERYTHING, MARKUP, UNICODE
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run, Shown

SIZE = (120, 50)
OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What must never reach a terminal: control characters, bidi controls, surrogates, tags."""

GROUPS = {"markup": MARKUP, "control": CONTROL, "unicode": UNICODE}


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


# What is written


def word_of(text: str) -> str:
    """Return a text as a word of the program, such as a kind, may be: anything that can be seen."""
    return "".join(one for one in clean(text, multiline=False) if unicodedata.category(one)[0] != "C")


def session(text: str, time: FakeTime) -> Session:
    """Return an evening in which both wrote the text wherever one can."""
    now, word = time.now(), word_of(text)
    later = (Later(id="", text=text, at=now),)
    kinds: tuple[tuple[str, Seat | None], ...]
    kinds = (("topic", None), ("stays", "a"), ("stays", "b"), ("thanks", None), (word, None))
    lines = tuple(Line(id="", kind=kind, text=text, by=by, at=now, later=later) for kind, by in kinds)
    mark = Mark(state=word, feelings=(word,), needs=(word,), line=text, like=word)
    entry = Entry(
        id="",
        n=0,
        practice=word,
        variant=word,
        params={},
        planned_s=600,
        done_s=600,
        ended_early=False,
        before=Pair(a=mark, b=mark),
        after=None,
        lines=lines,
        steps=(),
    )
    return Session(
        id="",
        device="",
        changed="",
        kind=word,
        started=now,
        ended=now,
        zone=word,
        local_date=now.date(),
        planned_s=600,
        done_s=600,
        ended_early=False,
        check_in=Pair(a=mark, b=mark),
        check_out=None,
        entries=(entry,),
    )


def written(store: Store, text: str, time: FakeTime) -> None:
    """Fill a book with one text: an evening, notes, something agreed, and all of it in the bin as well."""
    now, today = time.now(), time.now().date()
    later = (Later(id="", text=text, at=now),)
    for _ in range(2):
        kept = store.keep(session(text, time))
        note = Note(
            id="", device="", changed="", text=text, written=now, zone="UTC", local_date=today, later=later
        )
        alone, under = store.keep(note), store.keep(replaced(note, session=kept.id))
        agreed = Agreement(
            id="",
            device="",
            changed="",
            text=text,
            made=now,
            local_date=today,
            look_again=today,
            session=kept.id,
        )
        last = store.keep(agreed)
    for record in (kept, alone, under, last):
        store.bin(record.id)


def replaced(note: Note, **fields: object) -> Note:
    """Return a note with other fields."""
    return note.model_copy(update=fields)


# What is seen


def squeezed(text: str) -> str:
    """Return a text without anything that folding it into columns may change."""
    return "".join(text.split())


def unsafe(shown: Shown) -> Iterator[str]:
    """Yield what is on the screen and should never be: live characters, clickable text, rows of odd width."""
    width = shown.app.size.width
    for strip in shown.app.screen._compositor.render_strips():
        if strip.cell_length != width:
            yield f"a row of {strip.cell_length} cells in {width}"
        for segment in strip:
            if segment.control or OBEYED.search(segment.text):
                yield repr(segment.text)
            if segment.style and segment.style.link:
                yield f"a link: {segment.style.link}"
            if segment.style and any(key.startswith("@") for key in segment.style.meta):
                yield f"an action: {segment.style.meta}"


def seen(shown: Shown, text: str) -> bool:
    """Tell whether a text stands on the screen just as it was written, cut off at the most."""
    wanted = squeezed(clean(text, multiline=False))
    page = squeezed("".join(shown.lines()))
    return wanted[:12] in page


def check(shown: Shown, as_markup: list[str], where: str) -> None:
    """See that nothing bad is on the screen, and that nobody's text was read as markup."""
    assert not list(unsafe(shown)), where
    assert not as_markup, where


def couple_of(text: str) -> Couple:
    """Return a couple with such names, as other programs may have written them."""
    return Couple(f"{text}1", f"2{text}")


async def visit(
    name: str, run: Run, house: House, store: Store, time: FakeTime, text: str, as_markup: list[str]
) -> None:
    """Write a text wherever one can, go into a room, and look."""
    written(store, text, time)
    house.couple = couple_of(text)
    room = ROOMS[name]
    async with run(room.make(house, text), size=SIZE) as shown:
        check(shown, as_markup, f"{name}: {text!r}")
        await room.then(Two(shown, time), text)
        check(shown, as_markup, f"{name}: {text!r}")
        if room.shows:
            assert seen(shown, text), f"{name}: {text!r}\n{shown.text()}"


async def walk_through(
    practice: str, run: Run, house: House, time: FakeTime, text: str, as_markup: list[str]
) -> None:
    """Go through every step of a practice, writing a text wherever one can, and look at each."""
    house.couple = couple_of(text)
    async with run(practise(house, practice, practice), size=SIZE) as shown:
        async for step in walk(Two(shown, time), text):
            check(shown, as_markup, f"{practice}, {step}: {text!r}")
            assert seen(shown, text), "at least the names stand at the table's edge"


# Rooms and steps


WORST = ("[red]Zq[/]", '[@click=app.boom("x]Zq', "\x1b]52;c;WnE=\x07Zq\x9b31m\u202e")
"""One of each group: read as markup it vanishes, ends the program, or takes the terminal over."""


@pytest.mark.parametrize("name", ROOMS)
async def test_every_room_shows_what_was_written_as_it_is(
    run: Run, house: House, store: Store, time: FakeTime, as_markup: list[str], name: str
) -> None:
    await visit(name, run, house, store, time, "".join(WORST), as_markup)


@pytest.mark.parametrize("practice", PRACTICES)
async def test_every_step_shows_what_was_written_as_it_is(
    run: Run, house: House, time: FakeTime, as_markup: list[str], practice: str
) -> None:
    await walk_through(practice, run, house, time, "".join(WORST), as_markup)


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("text", EVERYTHING)
async def test_every_text_is_shown_as_it_is_in_every_room(
    run: Run, house: House, store: Store, time: FakeTime, as_markup: list[str], text: str
) -> None:
    for name in ROOMS:
        await visit(name, run, house, store, time, text, as_markup)


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("text", EVERYTHING)
async def test_every_text_is_shown_as_it_is_at_every_step(
    run: Run, house: House, time: FakeTime, as_markup: list[str], text: str
) -> None:
    for practice in PRACTICES:
        await walk_through(practice, run, house, time, text, as_markup)


# The one door to the screen


@pytest.mark.parametrize("group", GROUPS)
def test_literal_text_is_what_was_written_without_what_is_obeyed(group: str) -> None:
    for text in GROUPS[group]:
        content = lit(text)
        assert content.plain == clean(text)
        assert not content.spans
        assert not OBEYED.search(content.plain.replace("\n", "").replace("\t", ""))
        assert "\n" not in lit(text, multiline=False).plain


@given(st.text(), st.text())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_names_in_words_are_never_read_again(words: str, name: str) -> None:
    filled = fill("before {a} after", {"a": named("a", name)})
    assert filled.plain == f"before {clean(name, multiline=False)} after"
    del words


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
