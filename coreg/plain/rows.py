"""A line as the rows of a window: folded between words, and counted in cells. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.plain.line import cells, letters

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["folded"]


def folded(line: str, columns: int | None, indent: str = "") -> list[str]:
    """Return the rows of a line without line ends; what it says is in them, all of it, in its order.

    Args:
        line: what is said.
        columns: cells of a row, at least two; None where nobody knows, and then it is one row.
        indent: what stands before every row but the first.
    """
    if columns is None or cells(line) <= columns:
        return [line]
    rows: list[str] = []
    row, begins = "", True
    for word in line.split(" "):
        before = row if begins else f"{row} "
        if cells(before + word) <= columns:
            row, begins = before + word, False
            continue
        if row.strip():
            rows.append(row)
            before = indent
        *whole, row = _broken(before + word, columns)
        rows += whole
        begins = False
    return [*rows, row]


def _broken(word: str, columns: int) -> Iterator[str]:
    """Yield a word in pieces that fit, where it is longer than a row; no letter is broken."""
    piece = ""
    for letter in letters(word):
        if piece and cells(piece + letter) > columns:
            yield piece
            piece = ""
        piece += letter
    yield piece
