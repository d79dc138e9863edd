"""Who sits here tonight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coreg.practice.play import Seat

__all__ = ["Couple"]


@dataclass(frozen=True, slots=True)
class Couple:
    """Names, who sits left, and each one's own line (0..10)."""

    a: str
    b: str
    left: Seat = "a"
    own_lines: tuple[int, int] = (7, 7)
