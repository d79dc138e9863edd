"""What the repository asks of a storage beyond what TinyDB asks, and any TinyDB storage made to answer."""

import re
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from copy import deepcopy
from typing import Any, TypeAlias

from tinydb.storages import Storage

Everything: TypeAlias = dict[str, dict[str, Any]]
"""TinyDB's word for all tables."""

YEAR = re.compile(r"(\d{4})/(.+)")
"""The name of a table in a year's book, such as "2026/sessions"; every other table is in the home book."""


class Shelf(Storage):
    """A TinyDB storage whose tables can change together, with the living sitting kept apart from them."""

    place = ""
    """Where it is kept, for a sentence about it."""

    @abstractmethod
    def transaction(self) -> AbstractContextManager[None]:
        """Make all writes inside land together, or none of them; one inside another joins it."""

    @abstractmethod
    def years(self) -> tuple[int, ...]:
        """Name the years there are books of, newest first."""

    @abstractmethod
    def ids(self, table: str) -> dict[str, int]:
        """Find TinyDB's number of every document of a table by the document's own id."""

    @abstractmethod
    def snapshot(self, data: bytes) -> None:
        """Keep the living sitting, in place of what was kept of it before."""

    @abstractmethod
    def left_open(self) -> bytes | None:
        """Give back the living sitting, if one was left."""

    @abstractmethod
    def clear_live(self) -> None:
        """Forget the living sitting; one that cannot be read is put aside instead."""

    def forget(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Have what was deleted for good go from copies, if any are kept; `rows` are `forget.Gone` ones."""

    @abstractmethod
    def delete_everything(self) -> None:
        """Be as it was before anything was kept."""

    def file_of(self, table: str) -> str:
        """Name what holds the table, for a sentence about it."""
        return table


class Plain(Shelf):
    """Any TinyDB storage as a shelf. It is as durable and as atomic as that storage is."""

    def __init__(self, inner: Storage) -> None:
        """Stand in front of `inner`."""
        super().__init__()
        self._inner = inner
        self._staged: Everything | None = None
        self._live: bytes | None = None

    def read(self) -> Everything | None:
        """Hand out a copy; nobody outside holds a piece of what is stored."""
        return deepcopy(self._inner.read() if self._staged is None else self._staged)

    def write(self, data: Everything) -> None:
        """Store it, or hold it until the transaction ends."""
        if self._staged is None:
            self._inner.write(data)
        else:
            self._staged = data

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold all writes until the end; an exception drops them."""
        if self._staged is not None:
            yield
            return
        self._staged = self.read() or {}
        try:
            yield
            self._inner.write(self._staged)
        finally:
            self._staged = None

    def years(self) -> tuple[int, ...]:
        """Name the years some table is of."""
        found = {int(match[1]) for match in map(YEAR.fullmatch, self.read() or {}) if match}
        return tuple(sorted(found, reverse=True))

    def ids(self, table: str) -> dict[str, int]:
        """Look into every document."""
        documents = (self.read() or {}).get(table, {})
        return {document["id"]: int(key) for key, document in documents.items()}

    def snapshot(self, data: bytes) -> None:
        """Hold it for as long as this object lives."""
        self._live = data

    def left_open(self) -> bytes | None:
        """Give it back."""
        return self._live

    def clear_live(self) -> None:
        """Let go of it."""
        self._live = None

    def delete_everything(self) -> None:
        """Drop all tables and what is held."""
        self._inner.write({})
        self._live = None

    def close(self) -> None:
        """Close the storage behind."""
        self._inner.close()
