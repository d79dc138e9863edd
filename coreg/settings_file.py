"""Changes the text of config.toml: only what is asked for; the comments of its owner stay."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import tomlkit

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping
    from pathlib import Path

    from tomlkit import TOMLDocument

__all__ = ["changed", "written"]

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


def changed(text: str, changes: Mapping[str, object]) -> str:
    """Return the text with some settings changed; "keys" takes a mapping of ids, None takes something out.

    The text must hold.
    """
    document = tomlkit.parse(text)
    for name, value in changes.items():
        if value is None:
            document.pop(name, None)
        elif name == "keys" and isinstance(value, Mapping):
            _change_keys(document, value)
        else:
            document = _with_line(document, name, value)
    return tomlkit.dumps(document)


def _with_line(document: TOMLDocument, name: str, value: object) -> TOMLDocument:
    """Return the document with the setting changed, or with a new line above the table of keys.

    Below, it would belong to that table.
    """
    text = tomlkit.dumps(document)
    table = None if name in document else _TABLE.search(text)
    if table is None:
        document[name] = value
        return document
    line = tomlkit.document()
    line[name] = value
    return tomlkit.parse(f"{text[: table.start()]}{tomlkit.dumps(line)}{text[table.start() :]}")


def _change_keys(document: TOMLDocument, changes: Mapping[str, object]) -> None:
    """Change the table of keys; an id with dots outside quotes is written anew with them inside."""
    table = document.setdefault("keys", tomlkit.table())
    for id_, keys in changes.items():
        _take_out(table, id_)
        if keys is not None:
            table[id_] = keys


def _take_out(table: MutableMapping[str, object], id_: str) -> None:
    """Take an id out, however it was written."""
    table.pop(id_, None)
    first, _, rest = id_.partition(".")
    inner = table.get(first)
    if rest and isinstance(inner, dict):
        _take_out(inner, rest)
        if not inner:
            table.pop(first)


@contextmanager
def written(path: Path, text: str) -> Iterator[Path]:
    """Give a draft beside the path to be looked at; put it in the place of the path unless that raises.

    The draft is on disk before, and it is readable by its owner alone.

    Raises:
        OSError: it cannot be written.
    """
    draft = path.with_name(path.name + ".new")
    try:
        with os.fdopen(os.open(draft, _FLAGS, 0o600), "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o600)
        yield draft
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
