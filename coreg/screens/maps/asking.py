"""What the path of a map asks, as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content.map_questions import question_of
from coreg.screens.maps.asked import Asked
from coreg.widgets.text import lit, stack

if TYPE_CHECKING:
    from coreg.practice.map_path import MapPath

__all__ = ["asked_of"]


def asked_of(path: MapPath, look: int = 0, *, some: bool = False) -> Asked:
    """Return the question at which a path is, ready to be drawn."""
    found = question_of(path, look, some=some)
    title = Content.styled(found.title, "bold")
    if found.number:
        title = Content("   ").join([title, Content.styled(found.number, "$muted")])
    if found.quoted:
        title = stack([lit(f"“{found.quoted}”", multiline=False), Content(""), title])
    return Asked(title, found.text, found.kind, found.value, found.offered, far=found.far)
