"""A laid out loop as signs: what stands in every row, and in which role. No terminal and no colours."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from coreg.insight.loop_layout import SIGN, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coreg.insight.folding import Measure
    from coreg.insight.loop_layout import Box, Edge, Layout, Line

__all__ = ["ROLES", "Piece", "drawn"]

ROLES = ("at", "border", "does-a", "does-b", "edge-a", "edge-b", "rule", "text", "title-a", "title-b", "way")
"""What a piece can be, beside blank: each has a look of its own."""


class _Frame(NamedTuple):
    """The signs of a box: ends of its borders and of a heading within, its lines, beginnings of ways."""

    top: str
    within: str
    bottom: str
    across: str
    down: str
    tees: Mapping[Spot, str]


_EAST, _WEST, _SOUTH, _NORTH = Spot(1, 0), Spot(-1, 0), Spot(0, 1), Spot(0, -1)
_HEADS = {_EAST: "▸", _WEST: "◂", _SOUTH: "▼", _NORTH: "▲"}
_BORDER = _Frame("╭╮", "├┤", "╰╯", "─", "│", {_EAST: "├", _WEST: "┤", _SOUTH: "┬", _NORTH: "┴"})
_HEAVY = _Frame("┏┓", "┠┨", "┗┛", "━", "┃", {_EAST: "┠", _WEST: "┨", _SOUTH: "┯", _NORTH: "┷"})
_CORNERS = {
    frozenset({_EAST, _SOUTH}): "╭",
    frozenset({_WEST, _SOUTH}): "╮",
    frozenset({_EAST, _NORTH}): "╰",
    frozenset({_WEST, _NORTH}): "╯",
}
_SOLID, _DOTTED = "─│", "┄┊"


class Piece(NamedTuple):
    """A text that begins at a column, and its role.

    Roles are ``border``, ``at`` (the border of what is looked at), ``rule`` (a line within), ``text``,
    ``way``, ``blank``; and with the owner's seat behind a dash ``title``, ``does`` and ``edge``.
    """

    x: int
    text: str
    role: str


def drawn(layout: Layout, measure: Measure, at: int | None = None) -> list[list[Piece]]:
    """Return the pieces of every row, from left to right; the frame of box ``at`` is heavy."""
    rows: defaultdict[int, list[Piece]] = defaultdict(list)
    for number, box in enumerate(layout.boxes):
        for y, piece in _box(box, measure, heavy=number == at):
            rows[y].append(piece)
    begins = [_begin(edge, box) for edge, box in zip(layout.edges, layout.boxes, strict=True)]
    for edge, begin in zip(layout.edges, begins, strict=True):
        for y, piece in _edge(edge, begin):
            rows[y].append(piece)
    for note in layout.notes:
        rows[note.y].append(Piece(note.x, note.text, "way"))
    found = [sorted(rows[y]) for y in range(layout.height)]
    for edge, begin in zip(layout.edges, begins, strict=True):
        found[begin.y] = _with_tee(found[begin.y], begin, edge)
    return found


def _box(box: Box, measure: Measure, *, heavy: bool) -> Iterator[tuple[int, Piece]]:
    signs, role = (_HEAVY, "at") if heavy else (_BORDER, "border")
    for number, line in enumerate(box.lines):
        y = box.top + number
        if line.what == "title":
            ends, dash = (signs.top, signs.across) if number == 0 else (signs.within, "─")
            title = f" {line.text} "
            rest = dash * (box.width - 2 - measure(title))
            yield y, Piece(box.left + 1, title, f"title-{box.owner}")
            yield y, Piece(box.right - 1 - len(rest), rest, "rule" if number else role)
        else:
            ends = signs.down * 2
            yield y, _inside(box, line, measure)
        yield y, Piece(box.left, ends[0], role)
        yield y, Piece(box.right - 1, ends[1], role)
    whole = signs.bottom[0] + signs.across * (box.width - 2) + signs.bottom[1]
    yield box.bottom - 1, Piece(box.left, whole, role)


def _inside(box: Box, line: Line, measure: Measure) -> Piece:
    role = "way" if line.what == "way" else f"does-{box.owner}" if line.kind == "does" else "text"
    role = role if line.text else "blank"
    return Piece(box.left + 1, f" {line.text}" + " " * (box.width - 3 - measure(line.text)), role)


def _edge(edge: Edge, begin: Spot) -> Iterator[tuple[int, Piece]]:
    role = f"edge-{edge.owner}"
    way = (begin, *edge.cells)
    for before, cell, after in zip(way, way[1:], way[2:], strict=False):
        if cell in edge.marks:
            yield cell.y, Piece(cell.x, SIGN, "way")
        else:
            sides = frozenset({_step(cell, before), _step(cell, after)})
            line = (_SOLID if edge.nodded else _DOTTED)[before.x == after.x]
            yield cell.y, Piece(cell.x, _CORNERS.get(sides, line), role)
    last = way[-1]
    yield last.y, Piece(last.x, _HEADS[_step(way[-2], last)], role)


def _begin(edge: Edge, box: Box) -> Spot:
    """Return the cell of a box's border at which an edge begins."""
    first = edge.cells[0]
    return Spot(
        min(max(first.x, box.left), box.right - 1),
        min(max(first.y, box.top), box.bottom - 1),
    )


def _with_tee(row: list[Piece], begin: Spot, edge: Edge) -> list[Piece]:
    """Let an edge branch off from the border of its box, where nothing else stands on it."""
    found: list[Piece] = []
    for piece in row:
        place = begin.x - piece.x
        frame = {"border": _BORDER, "at": _HEAVY}.get(piece.role)
        if frame and 0 <= place < len(piece.text) and piece.text[place] in frame.across + frame.down:
            tee = frame.tees[_step(begin, edge.cells[0])]
            # On a heavy frame the sign is mostly frame.
            role = piece.role if frame is _HEAVY else f"edge-{edge.owner}"
            found.append(piece._replace(text=piece.text[:place]))
            found.append(Piece(begin.x, tee, role))
            found.append(Piece(begin.x + 1, piece.text[place + 1 :], piece.role))
        else:
            found.append(piece)
    return [piece for piece in found if piece.text]


def _step(here: Spot, there: Spot) -> Spot:
    return Spot(there.x - here.x, there.y - here.y)
