"""The cards of the home screen, each as lines of content."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import lines, pack, say
from coreg.content.dates import day_name
from coreg.screens.timeout.one_line import pause_words
from coreg.widgets.text import SEAT_STYLE, key_hint, lit, stack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coreg.record.headline import Home as Known
    from coreg.screens.house import House

__all__ = ["begin_card", "menu_card", "pause_card", "promises_card", "stayed_card", "thing_card"]

_MENU = ("check_in", "breathe", "talk", "maps")
_MORE = ("note", "private", "look_back", "promises", "timeout", "settings", "night")
_PROMISES = 3


def begin_card(house: House, evening: str, *, narrow: bool, tight: bool) -> Content:
    """Return tonight's evening, and how to begin it; beside a pause, in a small window, no more than that."""
    names: Mapping[str, str] = pack("evenings")[evening]
    other = "five" if evening == "quiet" else "quiet"
    title = Content.assemble((say("home.begin"), "bold"), "   ", (say(f"home.length.{evening}"), "$muted"))
    keys = [
        key_hint(house.keymap.label("home.begin"), say("home.start")),
        key_hint(house.keymap.label("home.other"), say(f"home.{'short' if narrow else 'other'}.{other}")),
    ]
    about = [Content.styled(names["about"], "$muted")]
    if tight and house.pausing.first is not None:
        about = []
    return stack([title, *about, *_gap(tight=tight), Content("   ").join(keys)])


def _gap(*, tight: bool) -> list[Content]:
    return [] if tight else [Content("")]


def pause_card(house: House, *, narrow: bool) -> Content:
    """Return the pause that is on, and its key; nothing without one."""
    pause = house.pausing.first
    if pause is None:
        return Content("")
    label = house.keymap.label("home.timeout")
    key = Content.styled(label, "$both") if narrow else key_hint(label, say("home.pause"))
    return Content.assemble((pause_words(house, pause), "bold"), "   ", key)


def menu_card(house: House, *, narrow: bool, tight: bool) -> Iterator[Content]:
    """Return what exists, with its keys."""
    label = house.keymap.label
    for name in _MENU:
        yield Content.assemble(
            (label(f"home.{name}"), "$both"),
            "  ",
            say(f"home.menu.{name}").ljust(19),
            ("" if narrow else say(f"home.about.{name}"), "$muted"),
        )
    yield from _gap(tight=tight)
    for start in range(0, len(_MORE), 2):
        row = [
            Content.assemble((label(f"home.{name}"), "$both"), "  ", say(f"home.menu.{name}").ljust(19))
            for name in _MORE[start : start + 2]
        ]
        yield Content("").join(row)


def stayed_card(house: House, known: Known) -> Iterator[Content]:
    """Return what stayed of the last evening that was not stopped."""
    last = next((line for line in known.headlines if line.lines), None)
    if last is None:
        yield Content.styled(say("home.nothing_yet"), "$muted")
        return
    when = day_name(date.fromisoformat(last.local_date), house.now().date())
    yield Content.styled(say("home.stayed", when=when), "$muted")
    for said in last.lines[:2]:
        yield lit(f"“{said.text}”", "italic", multiline=False)
        if said.by is not None and said.by in SEAT_STYLE:
            yield lit(house.name(said.by), SEAT_STYLE[said.by], multiline=False)


def promises_card(house: House, known: Known, *, width: int, rows: int) -> Iterator[Content]:
    """Return what we said we would, soonest first, folded to a width: as much as so many rows can hold."""
    today, left = house.now().date(), rows - 1
    for number, promise in enumerate(known.promises[:_PROMISES]):
        lines = [*_hanging(lit(promise.text, multiline=False), "◦ ", width)]
        if promise.look_again:
            when = day_name(date.fromisoformat(promise.look_again), today)
            lines += _hanging(Content.styled(say("home.look_again", when=when), "$muted"), "  ", width)
        left -= len(lines)
        if number and left < 0:
            return
        if not number:
            yield Content.styled(say("home.promises"), "$muted")
        yield from lines


def _hanging(text: Content, sign: str, width: int) -> Iterator[Content]:
    """Return a text folded behind a sign, every line of it as far in as the first."""
    for number, line in enumerate(text.wrap(max(1, width - len(sign)))):
        yield Content("").join([Content(" " * len(sign) if number else sign), line.rstrip()])


def thing_card(house: House) -> Iterator[Content]:
    """Return one small thing for today."""
    things = lines("things.small")
    yield Content.styled(say("home.thing"), "$muted")
    yield Content(things[house.now().date().toordinal() % len(things)])
