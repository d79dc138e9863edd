"""A line that is being written and is in no book yet: kept as it is typed, and there again later."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from coreg.record.ids import LINE
from coreg.record.shown import is_quote
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future

    from coreg.evening.keeping import Keeping
    from coreg.record.kinds import Kept
    from coreg.store import Store

__all__ = ["HalfWritten"]

T = TypeVar("T")


class HalfWritten:
    """Lines by what they are for: the id of a record, or a word. With its record a line goes, too."""

    def __init__(self, keeping: Keeping) -> None:
        """Take the books."""
        self._keeping = keeping

    def read(self, about: str) -> Future[str]:
        """Return what was typed; empty where nothing was, or where it cannot be read."""
        return self._keeping.ask(lambda store: _text(dict(store.aside()).get(f"{LINE}{about}", b"")))

    def keep(self, about: str, text: str, records: Iterable[str] = ()) -> Future[None]:
        """Keep what is typed now; without words nothing is kept any more.

        ``records`` are the ids of others whose words it may have: with any of them it goes for good, and
        where one is gone already nothing is kept.
        """
        named = [*records]

        def kept(store: Store) -> None:
            if text.strip() and not _gone(store, named):
                plain = {"v": 1, "about": about, "records": named, "text": text}
                store.put_aside(f"{LINE}{about}", json.dumps(plain, separators=(",", ":")).encode())
            else:
                store.drop_aside(f"{LINE}{about}")

        return self._keeping.ask(kept)

    def become(self, about: str, said: Callable[[Store], T]) -> Future[T]:
        """Have what was typed said for good, and let go of the line once it is; else it stays."""

        def done(store: Store) -> T:
            found = said(store)
            store.drop_aside(f"{LINE}{about}")
            return found

        return self._keeping.ask(done)


def _gone(store: Store, named: Iterable[str]) -> bool:
    """Tell whether a record that is named is not there any more."""
    ids = {one for one in named if not is_quote(one)}
    # What is named most is looked for where it lies, and only what is not there in all the books.
    left = ids - store.triggers(ids).keys() - {loop.id for loop in store.maps().loops}
    found = [kept for one in left for kept in _there(store, one)]
    return bool(left - {kept.id for kept in found} - {line for kept in found for line in _lines_of(kept)})


def _there(store: Store, record: str) -> list[Kept]:
    try:
        return [store.find(record)]
    except Trouble as trouble:
        if trouble.code != "not_found":
            raise
        return []


def _lines_of(kept: Kept) -> set[str]:
    """Return the ids of the lines of a session: each can be named, and can go, by itself."""
    from coreg.record.models import Session

    return {line.id for entry in kept.entries for line in entry.lines} if isinstance(kept, Session) else set()


def _text(data: bytes) -> str:
    try:
        return str(json.loads(data)["text"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
