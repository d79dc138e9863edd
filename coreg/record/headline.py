"""What the home screen needs, in plain values: the way there loads no pydantic."""

from dataclasses import dataclass

SHOWN = 5
"""How many headlines are kept at hand."""

STAYS = "stays"
"""The kind of line a headline quotes."""


@dataclass(frozen=True, slots=True)
class Said:
    """One line and whose it is ("a", "b" or None)."""

    by: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Headline:
    """What stayed of one session: its id, its kind, its date as YYYY-MM-DD."""

    session: str
    kind: str
    local_date: str
    lines: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """One open agreement; `look_again` is a date as YYYY-MM-DD, or None."""

    id: str
    text: str
    look_again: str | None


@dataclass(frozen=True, slots=True)
class Home:
    """Both names, who sits left ("a" or "b"), what stayed (newest first), what was said (soonest first)."""

    a: str
    b: str
    left: str
    headlines: tuple[Headline, ...]
    promises: tuple[Promise, ...]
