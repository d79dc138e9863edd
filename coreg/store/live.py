"""The living sitting on disk, through the same seal as the books, and bytes as something JSON can hold."""

from base64 import b64decode, b64encode
from typing import Any

import orjson

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.book import Book, pack
from coreg.store.files import Files

NAME = "live"

_TABLE = "live"


class Live:
    """The file that holds the running sitting, rewritten as it goes."""

    def __init__(self, files: Files) -> None:
        """Look after the live file among `files`."""
        self._seal = files.seal
        self._files = files
        self._path = files.path(NAME)

    def put(self, data: bytes) -> None:
        """Write it. Raises Trouble: disk_full, read_only, cannot_write."""
        book = Book({_TABLE: {"1": orjson.dumps(wrap(data))}}, 0)
        disk.put(self._path, pack(self._seal, NAME, book))

    def get(self) -> bytes | None:
        """Read it; None where there is none. Raises Trouble: damaged, newer, changed_outside, cannot_read."""
        found = disk.read(self._path)
        if found is None:
            return None
        book = self._files.unpack(NAME, found[0])
        try:
            return unwrap(orjson.loads(book.tables[_TABLE]["1"]))
        except (KeyError, ValueError, TypeError, AttributeError):
            raise Trouble("damaged", file=self._path.name) from None

    def clear(self) -> None:
        """Remove it; one that is not whole is kept beside, under a name that says so."""
        try:
            self.get()
        except Trouble as trouble:
            if trouble.code == "cannot_read":
                raise
            disk.move(self._path, self._files.free_name(NAME, "damaged"))
        else:
            disk.remove(self._path)


def wrap(data: bytes) -> dict[str, Any]:
    """Make a document of any bytes: as text where they are text."""
    try:
        return {"text": data.decode()}
    except UnicodeDecodeError:
        return {"base64": b64encode(data).decode()}


def unwrap(document: dict[str, Any]) -> bytes:
    """Undo `wrap`. Raises KeyError, ValueError, TypeError or AttributeError for anything else."""
    text = document.get("text")
    if text is None:
        return b64decode(document["base64"], validate=True)
    return bytes(text.encode())
