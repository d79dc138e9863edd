"""The maps of the two among their records: what is read together, and what goes together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.store.records import Records, alone

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from coreg.record.maps import Glimmer, Trigger
    from coreg.record.shown import Shown


class Mapped(Records):
    """Records with triggers, links, loops, resources and glimmers among them."""

    @alone
    def maps(self) -> Shown:
        """Read what both may see of their maps, newest first.

        Without what is in the bin, the links that lead there, and the loops that go through it.
        """
        return self._finder.maps()

    @alone
    def glimmers(
        self, since: date | None = None, until: date | None = None, limit: int | None = None
    ) -> tuple[Glimmer, ...]:
        """Read the glimmers of these dates, both included, newest first, at most `limit`."""
        return self._finder.glimmers(since, until, limit)

    @alone
    def trigger(self, id: str) -> Trigger | None:
        """Read a trigger by its id, in the bin or not; None for one that is gone."""
        return self._finder.trigger(id)

    @alone
    def triggers(self, ids: Collection[str]) -> dict[str, Trigger]:
        """Read triggers, by id, as `trigger` does each."""
        return self._finder.triggers(ids)

    @alone
    def hide(self, id: str, fields: Collection[str]) -> None:
        """Take fields out of a trigger for good, at once and everywhere, whatever was said in them earlier.

        Raises Trouble: not_found; not_everywhere as `delete` does.
        """
        self._deleter.hide(id, fields)

    @alone
    def withdraw(self, id: str) -> None:
        """Delete a trigger for good, with every other version of it, its links, and the loops through it.

        Raises Trouble: not_found; not_everywhere as `delete` does.
        """
        self._deleter.withdraw(id)
