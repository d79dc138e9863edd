"""What one picture is: how to get to a screen from home, and what is different from the usual."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from scripts.pictures_studio import Studio

__all__ = ["SIZES", "Scene"]

SIZES = ((60, 18), (80, 24), (112, 32), (200, 60))
"""Columns and rows in which every screen is drawn: from the smallest window there may be to a large one."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: how to get there from home, and what is different from the usual."""

    name: str
    act: Callable[[Studio], Awaitable[None]] | None = None
    sizes: tuple[tuple[int, int], ...] = SIZES
    settings: Mapping[str, Any] = field(default_factory=dict)
    past: bool = True
    """Whether there is a book already."""
    left_open: bool = False
    """Whether a talk was interrupted."""
    lock: Literal["", "room", "open", "shut"] = ""
    """A room of Mina's own with a few notes; books that are locked, and open; or locked and shut."""
    start: Literal["home", "breathe"] = "home"
    """What was asked for."""
