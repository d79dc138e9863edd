"""Reads a TOML file that somebody wrote by hand, without letting a strange one do harm.

The limits stand before the parser: a key with thousands of dots takes more than a gigabyte in the standard
parser. Measured on Python 3.11: 20,000 parts in one key of 40 KB cost over 1.5 GB and 9 s.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MOST_BYTES", "MOST_CHARACTERS", "MOST_DOTS", "UnreadableError", "parse_toml", "read_toml"]

MOST_BYTES = 64 * 1024
"""A file of words and settings is never longer than this."""
MOST_DOTS = 8
"""A line never has more dots than this outside quotes."""
MOST_CHARACTERS = 2_000
"""A line is never longer than this."""

_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'[^']*'""")
_LINE = re.compile(r"at line (\d+)")


class UnreadableError(Exception):
    """A file does not hold. ``code`` and ``facts`` are worded by ``content.explain``.

    Codes: ``file_too_long`` {file, limit}, ``file_line`` {file, line}, ``file_unreadable`` {file}.
    """

    def __init__(self, code: str, **facts: object) -> None:
        """Keep the code and the facts; nothing of what the file holds."""
        super().__init__(code)
        self.code = code
        self.facts = facts


def _strange_line(text: str) -> int:
    """Return the number of the first line that no person would write, or 0."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MOST_CHARACTERS or _QUOTED.sub("", line).count(".") > MOST_DOTS:
            return number
    return 0


def parse_toml(data: bytes, file: str) -> dict[str, Any]:
    """Return what a TOML file holds; ``file`` is its name for the sentence when it does not hold.

    Raises:
        UnreadableError: too long, a strange line, not UTF-8, not TOML.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError("file_too_long", file=file, limit=MOST_BYTES // 1024)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UnreadableError("file_line", file=file, line=data.count(b"\n", 0, error.start) + 1) from None
    if number := _strange_line(text):
        raise UnreadableError("file_line", file=file, line=number)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # Before Python 3.14 the line stands in the words of the error only, and for the last one nowhere.
        found = _LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise UnreadableError("file_line", file=file, line=line) from None


def read_toml(path: Path) -> dict[str, Any] | None:
    """Return what the file holds, or None when there is none.

    Raises:
        UnreadableError: it cannot be read or does not hold.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError:
        raise UnreadableError("file_unreadable", file=str(path)) from None
    return parse_toml(data, str(path))
