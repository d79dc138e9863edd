"""What TinyDB is handed: every table, each read from disk only when somebody asks for it.

TinyDB takes all tables, replaces the one that changed and hands all of them back. Documents come as bytes and
are parsed when somebody looks into one, so nobody outside can hold a piece of what the storage holds.
"""

import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, TypeAlias

import orjson

from coreg.record.trouble import Trouble

_ID = re.compile(rb'\{"id":"([0-9A-Za-z-]+)"')


class Doc(MutableMapping[str, object]):
    """One document of a table, parsed at the first look; `file` is named if its bytes are no document."""

    __slots__ = ("_data", "_file", "_raw")

    def __init__(self, raw: bytes, file: str) -> None:
        """Hold the bytes."""
        self._raw = raw
        self._file = file
        self._data: dict[str, object] | None = None

    @property
    def raw(self) -> bytes:
        """The bytes as they are now; the very same object while nobody looked inside."""
        return self._raw if self._data is None else orjson.dumps(self._data)

    def _open(self) -> dict[str, object]:
        if self._data is None:
            try:
                found = orjson.loads(self._raw)
            except ValueError:
                found = None
            if not isinstance(found, dict):
                raise Trouble("damaged", file=self._file)
            self._data = found
        return self._data

    def __getitem__(self, key: str) -> object:
        """Look up one field."""
        return self._open()[key]

    def __setitem__(self, key: str, value: object) -> None:
        """Set one field."""
        self._open()[key] = value

    def __delitem__(self, key: str) -> None:
        """Drop one field."""
        del self._open()[key]

    def __iter__(self) -> Iterator[str]:
        """Go through the names of the fields."""
        return iter(self._open())

    def __len__(self) -> int:
        """Count the fields."""
        return len(self._open())


def id_of(raw: bytes, file: str) -> str:
    """Find the id of a document, which stands first in its bytes. Raises Trouble damaged about `file`."""
    plain = _ID.match(raw)
    return plain[1].decode() if plain else str(Doc(raw, file).get("id"))


Table: TypeAlias = Mapping[str, Mapping[str, Any]]


class Tables(MutableMapping[str, Table]):
    """All tables of all books; remembers which were asked for, set and dropped."""

    def __init__(self, load: Callable[[str], Table | None], names: Callable[[], list[str]]) -> None:
        """Take `load`, which makes a fresh table or None, and `names`, which knows them all."""
        self._load = load
        self._names = names
        self.held: dict[str, Table | None] = {}
        """What was looked at or set, by name; None was dropped or never there."""

    def __getitem__(self, name: str) -> Table:
        """Load the table on the first look; KeyError where there is none."""
        if name not in self.held:
            self.held[name] = self._load(name)
        found = self.held[name]
        if found is None:
            raise KeyError(name)
        return found

    def __setitem__(self, name: str, table: Table) -> None:
        """Replace the table."""
        self.held[name] = table

    def __delitem__(self, name: str) -> None:
        """Drop the table; KeyError where there is none."""
        _ = self[name]
        self.held[name] = None

    def __iter__(self) -> Iterator[str]:
        """Go through every name there is, which asks every book."""
        names = dict.fromkeys([*self._names(), *self.held])
        return (name for name in names if self.held.get(name, ()) is not None)

    def __len__(self) -> int:
        """Count the tables, which asks every book; so that tables nobody looked at are not taken for none."""
        return sum(1 for _ in self)
