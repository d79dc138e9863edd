"""The table's edge: the left seat, the right seat, and what belongs to both between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from coreg.widgets.text import SEAT_STYLE, key_hint, named

if TYPE_CHECKING:
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
        rows = [
            self._edge(face, width),
            _row(face, 0, _name_left(face.left, width), _name_right(face.right, width), width),
            _row(face, 1, _stop(face.left), _stop(face.right, right=True), width),
        ]
        return Content("\n").join(rows)

    @staticmethod
    def _edge(face: SeatsFace, width: int) -> Content:
        part = max(1, width * 3 // 8)
        gap = max(0, width - 2 * part)
        left, right = (
            SEAT_STYLE[one.seat] if face.lit in (None, one.seat) else "$faint"
            for one in (face.left, face.right)
        )
        return Content.assemble(("━" * part, left), " " * gap, ("━" * part, right))


def _name_left(face: SeatFace, width: int) -> Content:
    if not face.main[0]:
        return named(face.seat, face.name)
    hint = key_hint(*face.main, key_style=SEAT_STYLE[face.seat])
    return Content("  ").join([_name_beside(face, hint, width), hint])


def _name_right(face: SeatFace, width: int) -> Content:
    if not face.main[0]:
        return named(face.seat, face.name)
    key, what = face.main
    hint = Content.assemble((what, "$muted"), "  ", (key, SEAT_STYLE[face.seat]))
    return Content("  ").join([hint, _name_beside(face, hint, width)])


def _name_beside(face: SeatFace, hint: Content, width: int) -> Content:
    """Return the name, cut where it would leave no room for what the key does in its half of the row."""
    room = width // 2 - 1 - hint.cell_length - 2
    return named(face.seat, face.name).truncate(max(4, room), ellipsis=True)


def _stop(face: SeatFace, *, right: bool = False) -> Content:
    key, what = face.stop
    if not key:
        return Content("")
    parts = [(key, SEAT_STYLE[face.seat]), "  ", (what, "$muted")]
    return Content.assemble(*(parts if right else reversed(parts)))


def _middle(face: SeatsFace, row: int, room: int) -> Content:
    """Return the hints of a row that have room whole; of the first one as much as fits."""
    hints = [key_hint(*hint) for hint in (face.middle[row] if row < len(face.middle) else ())]
    while len(hints) > 1 and sum(hint.cell_length + 3 for hint in hints) - 3 > room:
        hints.pop()
    middle = Content("   ").join(hints)
    return middle if middle.cell_length <= room else middle.truncate(room, ellipsis=True)


def _row(face: SeatsFace, number: int, left: Content, right: Content, width: int) -> Content:
    """Lay three parts out in so many cells: the middle gives way first, then names are cut."""
    left = left.truncate(max(4, width // 2 - 1), ellipsis=True)
    right = right.truncate(max(4, width // 2 - 1), ellipsis=True)
    middle = _middle(face, number, max(0, width - left.cell_length - right.cell_length - 4))
    start = max(left.cell_length + 2, (width - middle.cell_length) // 2)
    start = min(start, max(left.cell_length, width - right.cell_length - middle.cell_length - 2))
    gap = max(1, width - start - middle.cell_length - right.cell_length)
    return Content("").join(
        [left, Content(" " * (start - left.cell_length)), middle, Content(" " * gap), right]
    )
