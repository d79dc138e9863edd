"""Reading the books for looking back: the newest month first, then year by year, with the search index."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from coreg.insight.search import Index, add, build, search
from coreg.record.trouble import Trouble
from coreg.screens.detail import Opened
from coreg.screens.diary import Diary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date

    from coreg.evening.keeping import Keeping
    from coreg.record.maps import Glimmer
    from coreg.record.models import Note, Session

__all__ = ["Looking"]


class Looking:
    """What is known so far, and how to know more. Everything is read by the one thread that may."""

    def __init__(self, keeping: Keeping) -> None:
        """Begin with nothing read."""
        self._keeping = keeping
        self.diary = Diary()
        self._index = Index()

    async def read(self, today: date) -> AsyncIterator[None]:
        """Read everything; yields whenever there is more to show. A book that fails keeps no other back.

        Raises:
            Trouble: a book could not be read; raised when all others are.
        """
        if not self.diary.whole:
            await self._read(today.replace(day=1), today)
            yield
        years = await asyncio.wrap_future(self._keeping.years())
        index, troubles = Index(), []
        for year in years:
            try:
                found = await self._read(today.replace(year, 1, 1), today.replace(year, 12, 31))
            except Trouble as trouble:
                troubles.append(trouble)
                continue
            # Years come newest first, as the pieces of an index stand.
            index = Index((*index.pieces, *(await asyncio.to_thread(build, found)).pieces))
            self._index = self._index if self.diary.whole else index
            yield
        agreements = await asyncio.wrap_future(self._keeping.agreements(None if not troubles else "open"))
        self._index = await asyncio.to_thread(add, index, agreements)
        self.diary.end(years, agreements)
        yield
        if troubles:
            raise troubles[0]

    async def _read(self, since: date, until: date) -> tuple[Session | Note | Glimmer, ...]:
        sessions, notes, moments = await asyncio.gather(
            asyncio.wrap_future(self._keeping.sessions(since, until)),
            asyncio.wrap_future(self._keeping.notes(since, until)),
            asyncio.wrap_future(self._keeping.glimmers(since, until)),
        )
        self.diary.take(since.year, sessions, notes, moments)
        return (*sessions, *notes, *moments)

    async def open(self, record: str) -> Opened | None:
        """Read one row's records; None when it is no longer there.

        Raises:
            Trouble: it cannot be read.
        """
        from coreg.record.maps import Glimmer
        from coreg.record.models import Agreement, Note, Session

        ids = [record, *self.diary.notes_of(record), *self.diary.agreed_in(record)]
        found = await asyncio.gather(
            *(asyncio.wrap_future(self._keeping.find(one)) for one in ids), return_exceptions=True
        )
        if isinstance(found[0], BaseException):
            raise found[0]
        return Opened(
            found[0] if isinstance(found[0], Session) else None,
            tuple(one for one in found if isinstance(one, Note)),
            tuple(one for one in found if isinstance(one, Agreement)),
            found[0] if isinstance(found[0], Glimmer) else None,
        )

    async def refresh(self, record: str) -> None:
        """Read one record again, as it is on disk now.

        Raises:
            Trouble: it cannot be read.
        """
        from coreg.record.maps import Glimmer
        from coreg.record.models import Agreement, Note, Session

        found = await asyncio.wrap_future(self._keeping.find(record))
        if isinstance(found, Session | Note | Agreement | Glimmer):
            self.diary.put(found)
            self._index = await asyncio.to_thread(add, self._index, (found,))

    def find(self, words: str) -> set[str]:
        """Return the ids of the rows that have all the words somewhere in them."""
        hidden = self.diary.hidden
        hits = (
            hit.record
            for hit in search(self._index, words)
            if hit.record not in hidden and hit.line not in hidden
        )
        return self.diary.rows_of(hits) | self.diary.named(words)
