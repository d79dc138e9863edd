"""How a book's tables stand in its bytes: one document a line.

The whole is ordinary JSON that stock TinyDB reads. The lines let a year be opened, and saved, without parsing
or writing again the documents that nobody looks at.

    {"_book":{"1":{"sum":"...","book":"2026","app":"0.1.0","gen":3,"schema":1}},
    "notes":{
    "1":{"id":"...", ...},
    "2":{"id":"...", ...}
    }}
"""

import re
from typing import TypeAlias

import orjson

Raw: TypeAlias = dict[str, dict[str, bytes]]
"""Tables by name, documents by TinyDB's number, each as its bytes of JSON."""


NUMBER = re.compile(r"[1-9][0-9]{0,14}")
"""What TinyDB calls a document."""


def lay_out(tables: Raw) -> bytes:
    """Write the tables as what follows the first table of a book, up to its closing brace."""
    parts: list[bytes] = []
    for name, documents in tables.items():
        parts += (b",\n", orjson.dumps(name), b":{")
        parts.append(b",".join([b'\n"%b":%b' % (key.encode(), raw) for key, raw in documents.items()]))
        parts.append(b"\n}")
    parts.append(b"}\n")
    return b"".join(parts)


def take_apart(body: bytes) -> Raw | None:
    """Undo `lay_out`; None if these bytes are not what it would have written."""
    tables: Raw = {}
    documents: dict[str, bytes] = {}
    for line in body.split(b"\n"):
        key, _, rest = line.partition(b":")
        name = key[1:-1].decode(errors="replace")
        if rest == b"{":
            documents = tables[name] = {}
        elif NUMBER.fullmatch(name):
            documents[name] = rest.removesuffix(b",")
    return tables if lay_out(tables) == body else None
