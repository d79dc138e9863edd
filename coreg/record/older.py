"""How much is older than a date: what a couple is told before anything goes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Older:
    """Counts of sessions, notes, closed agreements and glimmers."""

    sessions: int = 0
    notes: int = 0
    agreements: int = 0
    glimmers: int = 0
