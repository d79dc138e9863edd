"""How a book's tables become the bytes of its file, and back.

The open seal writes JSON that stock TinyDB reads, with a checksum. A locked one has the same three methods,
another suffix, and authenticates instead.
"""

from contextlib import AbstractContextManager, nullcontext
from hashlib import sha256
from typing import Protocol

import orjson

from coreg.record.trouble import Trouble
from coreg.store.layout import Raw, lay_out, take_apart
from coreg.store.shape import BOOK, is_count, parse, refuse_newer

_HEAD = b'{"_book":{"1":{"sum":"'
_SUM = 64
_TABLES = len(_HEAD) + _SUM


class Seal(Protocol):
    """What stands between a book's tables and its file; `name` is the book's: "home", "2026", "live" ..."""

    @property
    def suffix(self) -> str:
        """The end of the file's name."""

    @property
    def shut(self) -> bool:
        """Whether everything here raises Trouble locked, because nobody has brought the key."""

    def take(self, shared: bytes) -> None:
        """Have the key from now on; with no bytes, forget it."""

    def adopting(self, data: bytes) -> AbstractContextManager[None]:
        """Let the passphrases count that opened this home book, unless what is done inside fails."""

    def pack(self, name: str, tables: Raw) -> bytes:
        """Make the file's bytes; the table `_book` comes first."""

    def unpack(self, name: str, data: bytes) -> Raw:
        """Give the tables back.

        Raises Trouble: damaged, newer, or changed_outside where the content can be read but not be trusted.
        """

    def salvage(self, name: str, data: bytes) -> Raw:
        """Give back what can be read, trusted or not. Raises Trouble: damaged, newer."""


class OpenSeal:
    """JSON with a checksum: anybody may read it, and a change by another hand is noticed."""

    suffix = ".json"
    shut = False

    def take(self, shared: bytes) -> None:
        """Have no use for a key."""

    def adopting(self, data: bytes) -> AbstractContextManager[None]:
        """Have no use for passphrases: they stand in the book itself."""
        del data
        return nullcontext()

    def pack(self, name: str, tables: Raw) -> bytes:
        """Make JSON whose first table holds the SHA-256 of all that follows it."""
        behind = b'",' + body_of(name, tables)
        return b"".join((_HEAD, sha256(behind).hexdigest().encode(), behind))

    def unpack(self, name: str, data: bytes) -> Raw:
        """Check the sum, the book's name and its schema before anything else is believed."""
        behind = data[_TABLES:]
        if not (data.startswith(_HEAD) and sha256(behind).hexdigest().encode() == data[len(_HEAD) : _TABLES]):
            parse(name + self.suffix, data)
            raise Trouble("changed_outside", file=name + self.suffix)
        return tables_of(name + self.suffix, name, data)

    def salvage(self, name: str, data: bytes) -> Raw:
        """Parse it all; every document comes back in the words of this program."""
        return _parsed(name + self.suffix, data)


def tables_of(file: str, name: str, data: bytes) -> Raw:
    """Read the tables of a book whose bytes are known to be ours.

    Raises Trouble: newer, damaged, or changed_outside for the book of another name.
    """
    line, _, _ = data.partition(b"\n")
    try:
        about = orjson.loads(line[:-1] + b"}")[BOOK]["1"]
        schema, gen, book = about["schema"], about["gen"], about["book"]
    except (ValueError, LookupError, TypeError):
        raise Trouble("damaged", file=file) from None
    refuse_newer(file, schema)
    if not (is_count(schema) and is_count(gen)):
        raise Trouble("damaged", file=file)
    if book != name:
        raise Trouble("changed_outside", file=file)
    tables = take_apart(data[len(line) - 1 :])
    if tables is None:
        return _parsed(file, data)
    return {BOOK: {"1": orjson.dumps(about)}, **tables}


def body_of(name: str, tables: Raw) -> bytes:
    """Write a book's tables, `_book` first, as what follows the opening of its first document."""
    rest = {table: documents for table, documents in tables.items() if table != BOOK}
    return b'"book":"%b",%b}%b' % (name.encode(), tables[BOOK]["1"][1:], lay_out(rest))


def _parsed(file: str, data: bytes) -> Raw:
    parsed = parse(file, data)
    return {
        table: {key: orjson.dumps(document) for key, document in documents.items()}
        for table, documents in parsed.items()
    }
