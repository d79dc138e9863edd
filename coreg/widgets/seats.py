"""The table's edge: the left seat, the right seat, and what belongs to both between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from coreg.widgets.text import COLUMN, SEAT_STYLE, key_hint, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult

__all__ = ["Hint", "SeatFace", "Seats", "SeatsFace"]

Hint = tuple[str, str]
"""A key as it is written, and what it does."""


@dataclass(frozen=True, slots=True)
class SeatFace:
    """One seat: whose it is, the name, and the keys this person can use now, nearest hand first."""

    seat: str
    name: str
    main: Hint = ("", "")
    stop: Hint = ("", "")


@dataclass(frozen=True, slots=True)
class SeatsFace:
    """Both seats and the middle rows; ``lit`` names the one whose turn it is (None: both alike)."""

    left: SeatFace
    right: SeatFace
    middle: tuple[tuple[Hint, ...], ...] = ()
    lit: str | None = None


class Seats(Widget):
    """Three rows at the bottom of every shared screen. A seat has a side, a name, a shape, a colour."""

    DEFAULT_CSS = """
    Seats { dock: bottom; height: 4; padding: 0 3; }
    """

    face: reactive[SeatsFace | None] = reactive(None, layout=False)

    def render(self) -> RenderResult:
        """Draw the edge, the names with their keys, and the stops."""
        face = self.face
        if face is None:
            return Content("")
        width = self.content_size.width
        return Content("\n").join([self._edge(face, width), *_rows(face, width)])

    @staticmethod
    def _edge(face: SeatsFace, width: int) -> Content:
        part = max(1, width * 3 // 8)
        gap = max(0, width - 2 * part)
        left, right = (
            SEAT_STYLE[one.seat] if face.lit in (None, one.seat) else "$faint"
            for one in (face.left, face.right)
        )
        return Content.assemble(("━" * part, left), " " * gap, ("━" * part, right))


def _name_left(face: SeatFace, width: int, most: int) -> Content:
    if not face.main[0]:
        return _cut(face, most)
    hint = key_hint(*face.main, key_style=SEAT_STYLE[face.seat])
    return Content("  ").join([_name_beside(face, hint, width, most), hint])


def _name_right(face: SeatFace, width: int, most: int) -> Content:
    if not face.main[0]:
        return _cut(face, most)
    key, what = face.main
    hint = Content.assemble((what, "$muted"), "  ", (key, SEAT_STYLE[face.seat]))
    return Content("  ").join([hint, _name_beside(face, hint, width, most)])


def _name_beside(face: SeatFace, hint: Content, width: int, most: int) -> Content:
    """Return the name, cut where it would leave no room for what the key does in its half of the row."""
    room = width // 2 - 1 - hint.cell_length - 2
    return _cut(face, min(most, max(_LEAST, room)))


def _cut(face: SeatFace, most: int) -> Content:
    return named(face.seat, face.name).truncate(most, ellipsis=True)


def _stop(face: SeatFace, *, right: bool = False) -> Content:
    key, what = face.stop
    if not key:
        return Content("")
    parts = [(key, SEAT_STYLE[face.seat]), "  ", (what, "$muted")]
    return Content.assemble(*(parts if right else reversed(parts)))


# What belongs to both


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to lay out the two rows: cells of a name, cells between two keys, and keys without words."""

    name: int
    gap: str
    wordless: tuple[str, ...] = ()


_HELP, _LEAVE = ("?", "f1"), ("esc",)
"""Keys that say enough where there is no room for words."""

_LEAST = 4
"""Cells of a name that are always there."""

_WAYS = (
    _Way(COLUMN, "   "),
    _Way(COLUMN, "  "),
    _Way(12, "  "),
    _Way(12, "  ", _HELP),
    _Way(8, "  ", (*_HELP, *_LEAVE)),
)
"""From roomy to tight: gaps give way first, then long names, then words that go without saying."""


def _rows(face: SeatsFace, width: int) -> list[Content]:
    """Return both rows in the roomiest way in which every key is whole; else without the least needed."""
    for way in _WAYS:
        sides = _sides(face, width, way)
        laid = _laid(face.middle, [_room(*side, width) for side in sides], way)
        if laid is not None:
            return [_row(*side, middle, width) for side, middle in zip(sides, laid, strict=True)]
    return _rows(replace(face, middle=_without_one(face.middle)), width)


def _without_one(middle: Sequence[Sequence[Hint]]) -> tuple[tuple[Hint, ...], ...]:
    """Return the keys without the last of them; help and the way out stay as long as there is another."""
    hints = [hint for row in middle for hint in row]
    others = [hint for hint in hints if hint[0] not in (*_HELP, *_LEAVE)]
    hints.remove((others or hints)[-1])
    return (tuple(hints),)


def _sides(face: SeatsFace, width: int, way: _Way) -> list[tuple[Content, Content]]:
    """Return what stands on the left and on the right of each row."""
    most = max(_LEAST, width // 2 - 1)
    names = (_name_left(face.left, width, way.name), _name_right(face.right, width, way.name))
    stops = (_stop(face.left), _stop(face.right, right=True))
    return [
        (left.truncate(most, ellipsis=True), right.truncate(most, ellipsis=True))
        for left, right in (names, stops)
    ]


def _room(left: Content, right: Content, width: int) -> int:
    """Return the cells between two parts, without those that keep them apart."""
    return max(0, width - left.cell_length - right.cell_length - 4)


def _laid(middle: Sequence[Sequence[Hint]], rooms: Sequence[int], way: _Way) -> list[Content] | None:
    """Return the keys in their order on two rows, broken as near as can be to where they are broken."""
    hints = [_hint(hint, way) for row in middle for hint in row]
    first = next((len(row) for row in middle if row), 0)
    for breaks in sorted(range(len(hints) + 1), key=lambda at: abs(at - first)):
        rows = [Content(way.gap).join(part) for part in (hints[:breaks], hints[breaks:])]
        if all(row.cell_length <= room for row, room in zip(rows, rooms, strict=True)):
            return rows
    return None


def _hint(hint: Hint, way: _Way) -> Content:
    key, what = hint
    return Content.styled(key, "$both") if key in way.wordless else key_hint(key, what)


def _row(left: Content, right: Content, middle: Content, width: int) -> Content:
    """Lay three parts out in so many cells, what belongs to both as near the middle as can be."""
    start = max(left.cell_length + 2, (width - middle.cell_length) // 2)
    start = min(start, max(left.cell_length, width - right.cell_length - middle.cell_length - 2))
    gap = max(1, width - start - middle.cell_length - right.cell_length)
    return Content("").join(
        [left, Content(" " * (start - left.cell_length)), middle, Content(" " * gap), right]
    )
