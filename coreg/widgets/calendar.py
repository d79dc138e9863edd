"""One month as seven columns: a square on every day on which something was kept."""

from __future__ import annotations

from calendar import Calendar as Weeks
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from coreg.content import lines

if TYPE_CHECKING:
    from textual.app import RenderResult

__all__ = ["Calendar", "Month"]


@dataclass(frozen=True, slots=True)
class Month:
    """A month under its title; ``days`` are those with something kept, ``at`` the day that is looked at."""

    title: str
    year: int
    month: int
    days: frozenset[int] = frozenset()
    at: int | None = None


class Calendar(Widget):
    """Eight rows of 21 cells. A day with something is a square, any other a dot: colour adds nothing."""

    DEFAULT_CSS = """
    Calendar { width: 22; height: 8; color: $muted; }
    """

    face: reactive[Month | None] = reactive(None, layout=False)

    def render(self) -> RenderResult:
        """Draw the title, the names of the days, and the weeks."""
        face = self.face
        if face is None:
            return Content("")
        weeks = Weeks().monthdayscalendar(face.year, face.month)
        rows = [Content(face.title), Content(" ".join(lines("dates.short")))]
        rows += [Content("").join([_day(day, face) for day in week]) for week in weeks]
        return Content("\n").join(rows)


def _day(day: int, face: Month) -> Content:
    if day == 0:
        return Content("   ")
    if day == face.at:
        return Content.assemble((" ■", "$foreground on $panel"), " ")
    return Content.assemble((" ■", "$both") if day in face.days else (" ·", "$faint"), " ")
