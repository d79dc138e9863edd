"""What to say beside the news that something is damaged: the newest backup that opens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from coreg.record.trouble import Trouble
from coreg.store.backup import Backup
from coreg.store.backups import Backups


@contextmanager
def offering(backups: Backups) -> Iterator[None]:
    """Give Trouble damaged the name of the newest backup that opens, if there is one, as `backup`."""
    try:
        yield
    except Trouble as trouble:
        newest = _newest(backups) if trouble.code == "damaged" else None
        if newest is None:
            raise
        raise Trouble("damaged", **{**trouble.facts, "backup": newest.name}) from None


def _newest(backups: Backups) -> Backup | None:
    with suppress(Trouble):
        return backups.newest()
    return None
