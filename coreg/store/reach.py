"""Everything that was ever copied from the books, for what has to go from all of it."""

from __future__ import annotations

from collections.abc import Mapping

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backups import Backups
from coreg.store.book import Book
from coreg.store.copies import rewrite_copies
from coreg.store.files import Files
from coreg.store.forget import Gone, quotes, without
from coreg.store.live import NAME, Live


def reach_everything(files: Files, backups: Backups, live: Live, gone: Mapping[str, Gone]) -> None:
    """Have something go from backups, from copies beside the books, and from a sitting that was kept already.

    Raises Trouble: cannot_read, and what writing raises; done again, it goes on where it stopped.
    """

    def change(name: str, book: Book) -> Book:
        return without(name, book, gone)

    disk.remove(files.folder / disk.TEMP)
    backups.rewrite(change)
    rewrite_copies(files, change)
    try:
        data = live.get()
    except Trouble as trouble:
        if trouble.code == "damaged":
            disk.remove(files.path(NAME))
        return
    if data is not None and quotes(data, gone):
        disk.remove(files.path(NAME))
