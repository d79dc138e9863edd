"""What stands on the stage at each part of the first start, as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import lines, say
from coreg.screens.asking import ask_lines
from coreg.widgets.text import COLUMN, SEAT_STYLE, stack

if TYPE_CHECKING:
    from coreg.practice.hello import Hello
    from coreg.screens.base import Room

__all__ = ["below_names", "fitting", "hello_lines", "in_a_block"]


def hello_lines(room: Room, hello: Hello, said: str, now: float) -> list[Content]:
    """Return the lines of a part; ``said`` answers what was done last, ``now`` is in seconds."""
    match hello.stage:
        case "names":
            return [_bold("welcome.name.title"), Content(""), Content(say("welcome.name.text"))]
        case "keys":
            return ask_lines(room, hello.asking, said, now)
        case "ready":
            return _ready(room)
        case "page":
            leave = say("welcome.page.not_yet", key=room.house.keymap.label("all.leave"))
            return [*_page(), Content(said) if said else _together("page"), _muted(leave)]
        case "making":
            return [*_page(), _muted(say("welcome.page.making")), Content("")]
        case _:
            return []


def below_names(said: str) -> list[Content]:
    """Return the lines under the fields for the names."""
    return [Content(said) if said else _muted(say("welcome.name.how"))]


def fitting(rows: list[Content], width: int, height: int) -> list[Content]:
    """Return the lines without the empty ones where a window of so many cells has no room for those."""
    column = max(1, min(COLUMN, width))
    folded = sum(len(row.wrap(column)) if row.cell_length else 1 for row in rows)
    return rows if folded <= height else [row for row in rows if row.cell_length]


def in_a_block(rows: list[Content], width: int) -> Content:
    """Return lines as one column in the middle of so many cells, each beginning at its left edge."""
    column = max(1, min(COLUMN, width))
    margin = (width - column) // 2
    folded = [part for row in rows for part in (row.wrap(column) if row.cell_length else [row])]
    return stack(part.rstrip().pad_left(margin) for part in folded)


def _ready(room: Room) -> list[Content]:
    names = [room.literal(f"{{{side}}}") for side in ("left", "right")]
    widest = max(name.cell_length for name in names)
    keys = [
        Content("     ").join([name.pad_right(widest - name.cell_length), *_keys(room, side)])
        for side, name in zip(("left", "right"), names, strict=True)
    ]
    rows = [_bold("welcome.ready.title"), Content(""), *keys]
    return [*rows, Content(""), _muted(say("welcome.ready.text")), Content(""), _together("ready")]


def _keys(room: Room, side: str) -> list[Content]:
    style = f"bold {SEAT_STYLE[room.house.seat(side)]} on $panel"
    label = room.house.keymap.label
    keys = {name: (f" {label(f'{side}.{name}')} ", style) for name in ("main", "stop")}
    words = {name: (say(f"welcome.ready.{name}"), "$muted") for name in keys}
    return [Content.assemble(keys[name], "  ", words[name]) for name in keys]


def _page() -> list[Content]:
    rows = [_bold("welcome.page.title"), Content("")]
    for line in lines("welcome.page.lines"):
        rows += [Content(line), Content("")]
    return rows


def _bold(key: str) -> Content:
    return Content.styled(say(key), "bold")


def _muted(text: str) -> Content:
    return Content.styled(text, "$muted")


def _together(part: str) -> Content:
    return Content.styled(say(f"welcome.{part}.both"), "$both")
