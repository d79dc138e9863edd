"""Hostile text: written wherever one can, and what must never come of it on a screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress

from rich.style import Style
from textual.errors import NoWidget
from textual.scrollbar import ScrollBar

from coreg.evening.couple import Couple
from coreg.record.models import Agreement, Entry, Later, Line, Mark, Note, Pair, Seat, Session
from coreg.record.text import clean
from coreg.store import Store
from tests.screens.everywhere import ROOMS, walk
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Shown
from tests.screens.worlds import World

__all__ = ["OBEYED", "unsafe", "visit", "walk_through"]

OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What must never reach a terminal: control characters, bidi controls, surrogates, tags."""

LEGIBLE = 12
"""Signs of a text that every place has room for."""

LONGEST_WORD = 200
"""Signs of a word of the program at most."""

SIZE = (120, 50)


# What is written


def word_of(text: str) -> str:
    """Return a text as a word of the program, such as a kind, may be: anything that can be seen."""
    seen = (one for one in clean(text, multiline=False) if unicodedata.category(one)[0] != "C")
    return "".join(seen)[:LONGEST_WORD]


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
    for y, strip in enumerate(shown.app.screen._compositor.render_strips()):
        x = 0
        if strip.cell_length != width:
            yield f"a row of {strip.cell_length} cells in {width}"
        for segment in strip:
            if segment.control or OBEYED.search(segment.text):
                yield repr(segment.text)
            if segment.style:
                yield from clickable(segment.style, scrolls=is_scroll_bar(shown, x, y))
            x += segment.cell_length


def clickable(style: Style, *, scrolls: bool) -> Iterator[str]:
    """Yield what a text would do when it is clicked; the handle of a scroll bar may be taken hold of."""
    if style.link:
        yield f"a link: {style.link}"
    actions = {key: value for key, value in style.meta.items() if key.startswith("@")}
    if actions and not (scrolls and actions in SCROLLING):
        yield f"an action: {actions}"


SCROLLING: tuple[Mapping[str, str], ...] = (
    {"@mouse.down": "grab"},
    {"@mouse.down": "scroll_up"},
    {"@mouse.down": "scroll_down"},
)
"""All that Textual lets a mouse do with a scroll bar."""


def is_scroll_bar(shown: Shown, x: int, y: int) -> bool:
    """Tell whether a cell is drawn by a scroll bar and not by anything that shows a text."""
    with suppress(NoWidget):
        return isinstance(shown.app.screen.get_widget_at(x, y)[0], ScrollBar)
    return False


def seen(shown: Shown, text: str) -> bool:
    """Tell whether a text stands on the screen just as it was written, cut off or folded at the most."""
    wanted = squeezed(clean(text, multiline=False))
    page = squeezed("".join(shown.lines()))
    return wanted[:LEGIBLE] in page


def check(shown: Shown, as_markup: list[str], where: str) -> None:
    """See that nothing bad is on the screen, and that nobody's text was read as markup."""
    assert not list(unsafe(shown)), where
    assert not as_markup, where


def couple_of(text: str) -> Couple:
    """Return a couple with such names, as other programs may have written them."""
    return Couple(f"{text}1", f"2{text}")


async def visit(name: str, world: World, text: str, as_markup: list[str]) -> None:
    """Write a text wherever one can, go into a room, and look."""
    written(world.store, text, world.time)
    world.house.couple = couple_of(text)
    room = ROOMS[name]
    async with world.run(room.make(world.house, text), size=SIZE) as shown:
        check(shown, as_markup, f"{name}: {text!r}")
        await room.then(Two(shown, world.time), text)
        check(shown, as_markup, f"{name}: {text!r}")
        if room.shows:
            assert seen(shown, text), f"{name}: {text!r}\n{shown.text()}"


async def walk_through(practice: str, world: World, text: str, as_markup: list[str]) -> None:
    """Go through every step of a practice, writing a text wherever one can, and look at each."""
    world.house.couple = couple_of(text)
    async with world.run(practise(world.house, practice, practice), size=SIZE) as shown:
        async for step in walk(Two(shown, world.time), text):
            check(shown, as_markup, f"{practice}, {step}: {text!r}")
            assert seen(shown, text), "at least the names stand at the table's edge"
