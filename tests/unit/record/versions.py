"""Copies of one small book that were written in apart, for the tests of merging."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from coreg.record.lineage import edited_from
from coreg.record.stamp import next_stamp

__all__ = ["Row", "Writing", "edit", "line", "note", "session", "stamp", "texts"]

Row = dict[str, Any]


def stamp(ms: int, device: str = "d") -> str:
    return f"{ms:012x}.0000.{device}"


def note(text: str, key: str = "n", **more: Any) -> Row:  # noqa: ANN401 - any field of a note
    first: Row = {
        "id": key, "device": "d", "was": "", "line_of": [], "changed": stamp(1), "binned": "",
        "taken_out": [], "beside": "", "text": text, "local_date": "2026-11-23", "later": [],
    }  # fmt: skip
    return {**first, **more}


def line(key: str, text: str, **more: Any) -> Row:  # noqa: ANN401 - any field of a line
    return {"id": key, "text": text, "at": key, "binned": "", "beside": "", "later": [], **more}


def later(key: str, text: str) -> Row:
    return {"id": key, "text": text, "at": key, "binned": "", "beside": ""}


def session(*lines: Row, key: str = "s", **more: Any) -> Row:  # noqa: ANN401 - any field of a session
    row = {**note("", key), "kind": "quiet", "entries": [{"id": "e", "n": 0, "lines": [*lines]}], **more}
    return {name: value for name, value in row.items() if name not in {"text", "later"}}


def edit(row: Row, ms: int, device: str = "d", **changes: Any) -> Row:  # noqa: ANN401 - any field
    """Make the version that follows, as the keeper does."""
    return {**row, **changes, **edited_from(row), "changed": stamp(ms, device), "device": device}


def texts(rows: Any) -> set[str]:  # noqa: ANN401 - a record, a part, or many
    """Collect every text there is in it."""
    if isinstance(rows, dict):
        own = {rows["text"]} if rows.get("text") else set()
        return own.union(*(texts(value) for value in rows.values()))
    return set().union(*map(texts, rows)) if isinstance(rows, (list, tuple)) else set()


@dataclass
class Writing:
    """Somebody who writes in copies of a book; every text is written once only."""

    numbers: count[int] = field(default_factory=lambda: count(1))
    gone: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    last: str = ""

    def begin(self) -> dict[str, Row]:
        """Return the book as it is before it is copied."""
        return {
            "n": note(self.text()),
            "s": session(line("l1", self.text()), line("l2", self.text(), binned=self.stamp("d"))),
        }

    def text(self) -> str:
        return f"text {next(self.numbers)}"

    def stamp(self, device: str) -> str:
        self.last = next_stamp(self.last, 1000 + next(self.numbers), device)
        return self.last

    def save(self, book: dict[str, Row], row: Row, device: str, **changes: Any) -> None:  # noqa: ANN401
        book[row["id"]] = {**row, **changes, **edited_from(row), "changed": self.stamp(device)}

    def act(self, book: dict[str, Row], deed: str, device: str) -> None:
        """Do one thing to a copy, if it can be done there."""
        row = book["s" if deed.endswith("line") else "n"]
        if not row.get("gone"):
            getattr(self, deed)(book, row, device)

    def rewrite(self, book: dict[str, Row], row: Row, device: str) -> None:
        self.replaced.add(row["text"])
        self.save(book, row, device, text=self.text())

    def throw(self, book: dict[str, Row], row: Row, device: str) -> None:
        binned = "" if row["binned"] else self.stamp(device)
        self.save(book, row, device, binned=binned)

    def add_word(self, book: dict[str, Row], row: Row, device: str) -> None:
        text = self.text()
        self.save(book, row, device, later=[*row["later"], later(f"w{text}", text)])

    def delete(self, book: dict[str, Row], row: Row, device: str) -> None:
        self.gone |= texts(row)
        book[row["id"]] = {
            "id": row["id"],
            "gone": True,
            "was": row["changed"],
            "changed": self.stamp(device),
        }

    def add_line(self, book: dict[str, Row], row: Row, device: str) -> None:
        text = self.text()
        self.lines(book, row, device, [*row["entries"][0]["lines"], line(f"l{text}", text)])

    def rewrite_line(self, book: dict[str, Row], row: Row, device: str) -> None:
        lines = row["entries"][0]["lines"]
        if lines:
            self.replaced.add(lines[0]["text"])
            self.lines(book, row, device, [{**lines[0], "text": self.text()}, *lines[1:]])

    def throw_line(self, book: dict[str, Row], row: Row, device: str) -> None:
        lines = row["entries"][0]["lines"]
        if lines:
            binned = "" if lines[-1]["binned"] else self.stamp(device)
            self.lines(book, row, device, [*lines[:-1], {**lines[-1], "binned": binned}])

    def delete_line(self, book: dict[str, Row], row: Row, device: str) -> None:
        lines = row["entries"][0]["lines"]
        if lines:
            self.gone |= texts(lines[0])
            taken_out = [*row["taken_out"], lines[0]["id"]]
            self.save(
                book, row, device, entries=[{**row["entries"][0], "lines": lines[1:]}], taken_out=taken_out
            )

    def lines(self, book: dict[str, Row], row: Row, device: str, lines: list[Row]) -> None:
        self.save(book, row, device, entries=[{**row["entries"][0], "lines": lines}])
