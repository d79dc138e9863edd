"""What ``coreg doctor --repair`` does: only what cannot lose anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from coreg.places import Places

__all__ = ["repair"]


def repair(places: Places, words: int | str | None = None) -> list[str]:
    """Put right what can be, and return a sentence about each thing that was. ``words`` open locked books.

    Raises:
        Trouble: ``no_book``; ``busy``, or what writing raises.
    """
    from coreg.commands.book import open_book
    from coreg.places import is_missing

    if is_missing(places.data):
        raise Trouble("no_book", folder=places.data)
    with open_book(places, made=False, whole=False, ask=False) as reader:
        before = {one.file: one.state for one in reader.check()}
    with open_book(places, write=True, made=False, whole=False, words=words) as store:
        after = {one.file for one in store.check()}
        done = [*_by_opening(before, after), *store.mend()]
    return [say(f"commands.doctor.says.{what}", file=file) for what, file in done]


def _by_opening(before: dict[str, str], after: set[str]) -> list[tuple[str, str]]:
    """Tell what opening the book to write has put right already."""
    words = {"waiting": "finished", "left_over": "removed"}
    return [(words[state], file) for file, state in before.items() if state in words and file not in after]
