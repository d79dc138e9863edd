"""What somebody said of themselves at a check-in, in a few plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import has, lines, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.record.models import Mark

__all__ = ["mark_words"]

_THIRD = 3


def mark_words(mark: Mark) -> str:
    """Return it on one line; empty when nothing was said. What came from a newer coreg stands as it is."""
    return ", ".join(_parts(mark))


def _parts(mark: Mark) -> Iterator[str]:
    if mark.state is not None:
        yield _words("practice.state", mark.state)
    if mark.inside is not None:
        yield say("practice.inside", number=mark.inside)
    if mark.pleasant is not None and mark.energy is not None:
        pleasant, energy = (
            lines(f"practice.grid_{name}")[(value - 1) // _THIRD]
            for name, value in (("pleasant", mark.pleasant), ("energy", mark.energy))
        )
        yield say("practice.grid", pleasant=pleasant, energy=energy)
    yield from (*mark.feelings, *mark.needs)
    if mark.like is not None:
        yield say("practice.like", like=_words("form.likes", mark.like))
    if mark.line:
        yield f"“{mark.line}”"


def _words(room: str, word: str) -> str:
    return say(f"{room}.{word}") if has(f"{room}.{word}") else word
