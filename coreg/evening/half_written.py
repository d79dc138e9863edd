"""A line that is being written and is in no book yet: kept as it is typed, and there again later."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from coreg.record.ids import LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future

    from coreg.evening.keeping import Keeping
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

        ``records`` are the ids of others whose words it may have: with any of them it goes for good.
        """
        named = [*records]

        def kept(store: Store) -> None:
            if text.strip():
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


def _text(data: bytes) -> str:
    try:
        return str(json.loads(data)["text"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
