"""Everything that was ever copied from the books, for what has to go from all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backups import Backups
from coreg.store.book import Book
from coreg.store.copies import rewrite_copies
from coreg.store.files import Files
from coreg.store.forget import gone_of, quotes, without
from coreg.store.live import NAME, Live


class Owed:
    """What was deleted for good, and is not gone from every copy yet."""

    def __init__(self, files: Files, backups: Backups, live: Live) -> None:
        """Reach the backups, the copies beside the books, and the living sitting."""
        self._files = files
        self._backups = backups
        self._live = live
        self._told: Mapping[str, bytes] = {}

    @contextmanager
    def tried(self, owed: Mapping[str, bytes], *, raising: bool) -> Iterator[None]:
        """Leave to the next start what cannot go now; the first time, raise Trouble not_everywhere."""
        try:
            yield
        except Trouble:
            told, self._told = self._told, owed
            if raising and told != owed:
                raise Trouble("not_everywhere") from None

    def reach(self, owed: Mapping[str, bytes]) -> None:
        """Have it go from backups, from copies, and from a sitting that was kept already.

        Raises Trouble: cannot_read, and what writing raises; done again, it goes on where it stopped.
        """
        gone = gone_of(owed.values())

        def change(name: str, book: Book) -> Book:
            return without(name, book, gone)

        disk.remove(self._files.folder / disk.TEMP)
        self._backups.rewrite(change)
        rewrite_copies(self._files, change)
        try:
            data = self._live.get()
            kept_already = data is not None and quotes(data, gone)
        except Trouble as trouble:
            kept_already = trouble.code == "damaged"
        if kept_already:
            disk.remove(self._files.path(NAME))
