"""Both columns of the map, a line at a time: the cue, the move below it, and the ends of their links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from coreg.content import say
from coreg.content.dates import day_name
from coreg.insight.atlas import came_last, strength_now
from coreg.screens.maps.rows import name_of
from coreg.widgets.blocks import Text
from coreg.widgets.text import SEAT_STYLE, fill, lit, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coreg.insight.atlas import Drawn, Spot
    from coreg.screens.house import House
    from coreg.widgets.blocks import Block
    from coreg.widgets.rows import Row

__all__ = ["Piece", "column_rows", "draw_piece", "link_block", "link_words", "seen_words"]

_MOST = 2
"""Links whose letters stand at one line; more are told in words below."""

_LINK = 4
"""Cells of the end of one link: two signs of line, a letter, a blank."""

Piece = tuple["Spot", int, int]
"""One line of a column: whose spot, which of its lines (0 the cue, 1 the move), cells kept for links."""


def column_rows(spots: Sequence[Spot]) -> list[Row[Piece | None]]:
    """Return the lines of a column, two for each trigger and an empty one between them."""
    most = max((min(_MOST, max(len(one.from_cue), len(one.to_move))) for one in spots), default=0)
    rows: list[Row[Piece | None]] = []
    for spot in spots:
        room = _LINK * most
        rows += [(spot.trigger.id, (spot, 0, room)), (spot.trigger.id, (spot, 1, room)), (None, None)]
    return rows[:-1]


def draw_piece(house: House, seat: str, piece: Piece | None, width: int) -> Content:
    """Return one line of somebody's column in so many cells; ends of links stand towards the middle."""
    if piece is None:
        return Content("")
    spot, line, room = piece
    left = house.side(seat) == "left"
    ends = _ends(spot.from_cue if line == 0 else spot.to_move, left=left, cue=line == 0)
    words = _words(house, spot, line, max(1, width - room - 1))
    words = words.pad_right(max(0, width - room - 1 - words.cell_length))
    ends = ends.truncate(room)
    pad = Content(" " * (room - ends.cell_length + 1))
    return Content("").join([words, pad, ends] if left else [ends, pad, words])


def _words(house: House, spot: Spot, line: int, width: int) -> Content:
    words = spot.trigger.words
    if line == 0:
        return lit(name_of(words), "bold", multiline=False).truncate(width, ellipsis=True)
    move = say("atlas.move", move=words.move) if words.move.strip() else ""
    text = lit(move, SEAT_STYLE[spot.trigger.owner], multiline=False).truncate(width, ellipsis=True)
    gap = 2 if move else 0
    # The move is what is looked for; how strong and when give way to it.
    facts = next(
        (one for one in _facts(spot, house.now().date()) if cell_len(one) <= width - text.cell_length - gap),
        "",
    )
    room = width - text.cell_length - cell_len(facts)
    beside = Content.styled(facts, "$muted")
    return Content("").join([text.pad_right(room), beside] if move else [beside])


def _facts(spot: Spot, today: date) -> Iterator[str]:
    """Yield how strong it is and when it came up last, then less and less of it."""
    number = strength_now(spot.trigger)
    day = day_name(came_last(spot.trigger), today)
    if number is not None:
        strong = say("atlas.strength", number=number)
        yield f"{strong} · {day}"
        yield strong
    yield day


def _ends(links: Sequence[Drawn], *, left: bool, cue: bool) -> Content:
    """Return the ends of links at one line: an arrow into a cue; dotted until both see it so."""
    ends = []
    for one in links[:_MOST]:
        dash = "─" if one.link.nodded else "╌"
        arrow = ("◂" if left else "▸") if cue else dash
        line = f"{arrow}{dash}" if left else f"{dash}{arrow}"
        ends.append(Content.styled(f"{line}{one.letter}" if left else f"{one.letter}{line}", "$both"))
    return Content(" ").join(ends)


def link_words(house: House, one: Drawn) -> Content:
    """Return a link in words: whose cue is whose move."""
    cue, move = one.cue.owner, one.move.owner
    return fill(
        say("atlas.is_that"),
        {
            "one": named(cue, house.name(cue), bold=False),
            "cue": lit(one.cue.words.cue.strip() or name_of(one.cue.words), multiline=False),
            "other": named(move, house.name(move), bold=False),
            "move": lit(one.move.words.move, multiline=False),
        },
    )


def seen_words(house: House, one: Drawn) -> str:
    """Return who sees a link so."""
    return say("atlas.both_see") if one.link.nodded else say("atlas.one_sees", name=house.name(one.cue.owner))


def link_block(house: House, one: Drawn) -> Block:
    """Return a link as a block behind its letter; who sees it so is said where it is one alone."""
    dash = "─" if one.link.nodded else "╌"
    lead = Content.styled(f"{one.letter} {dash}{dash}", "$both")
    parts = [link_words(house, one)]
    if not one.link.nodded:
        parts.append(lit(f"· {seen_words(house, one)}", "$muted", multiline=False))
    return Text(Content("  ").join(parts), one.link.id, lead, 6)
