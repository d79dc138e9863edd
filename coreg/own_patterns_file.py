"""Changes patterns.toml: one pattern is added, changed or taken out; every other line stays as it is."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NoReturn

import tomlkit

from coreg.own_patterns import USUAL, Own, OwnPattern, OwnPatternError, items, numbers_of, read_own
from coreg.settings_file import written

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["add", "change", "remove"]

_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*patterns[ \t]*\]\]", re.MULTILINE)
_TAIL = re.compile(r"(?:^[ \t]*(?:#[^\n]*)?\n)*\Z", re.MULTILINE)


def add(path: Path, one: OwnPattern, at: int | None = None) -> Own:
    """Put a pattern into the file: last, or in the place ``at`` of all that :class:`Own` has found there.

    Returns what the file holds then. It is replaced at once and as a whole, readable by its owner alone.

    Raises:
        OwnPatternError: the file does not hold, or could not be changed without losing something in it;
            it is not touched. OSError: it cannot be written.
    """
    text = _Text(path)
    place = len(text.blocks) if at is None else min(at, len(text.blocks))
    before = text.head + "".join(text.blocks[:place])
    gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    below = "\n" if place < len(text.blocks) else ""
    text.blocks.insert(place, f"{gap}[[patterns]]\n{_set('', _values(one))}{below}")
    text.items.insert(place, _values(one))
    return text.save()


def change(path: Path, before: OwnPattern, after: OwnPattern) -> Own:
    """Write a pattern in the place of another; what was written beside its lines stays.

    Returns and raises as :func:`add` does.
    """
    text = _Text(path)
    place = text.place(before)
    item = text.items[place]
    before_it = dict(item) if isinstance(item, dict) else {}
    is_now = {**USUAL, **before_it}
    changes = {name: value for name, value in _values(after).items() if is_now.get(name) != value}
    header, line, rest = text.blocks[place].partition("\n")
    tail = _tail(rest)
    text.blocks[place] = f"{header}{line}{_set(rest[: len(rest) - len(tail)], changes)}{tail}"
    text.items[place] = {**before_it, **changes}
    return text.save()


def remove(path: Path, one: OwnPattern) -> Own:
    """Take a pattern out of the file; what is written below its lines stays, for it may belong to the next.

    Returns and raises as :func:`add` does.
    """
    text = _Text(path)
    place = text.place(one)
    del text.items[place]
    text.keep(place, _tail(text.blocks.pop(place)))
    return text.save()


class _Text:
    """The text of the file: what stands before the first pattern, and the block of each."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.found = read_own(path).found
        self.items = items(path)
        self.real = path.resolve()
        text = self.real.read_bytes().decode("utf-8-sig") if self.real.exists() else ""
        bounds = [*(found.start() for found in _HEADER.finditer(text)), len(text)]
        self.head = text[: bounds[0]]
        self.blocks = [text[start:end] for start, end in pairwise(bounds)]

    def place(self, one: OwnPattern) -> int:
        """Return where a pattern stands among all that was found, what does not hold too."""
        if one not in self.found[: len(self.blocks)]:
            self.odd()
        return self.found.index(one)

    def keep(self, place: int, comments: str) -> None:
        """Leave comments where the block in this place was."""
        if place:
            self.blocks[place - 1] += comments
        else:
            self.head += comments

    def save(self) -> Own:
        """Put the text on disk, unless something else would be read in it than what is wanted."""
        self.real.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with written(self.real, self.head + "".join(self.blocks)) as draft:
            try:
                holds = items(draft) == self.items
            except OwnPatternError as error:
                if error.code == "file_too_long":
                    raise OwnPatternError(error.code, **{**error.facts, "file": str(self.path)}) from None
                holds = False
            if not holds:
                self.odd()
        return read_own(self.path)

    def odd(self) -> NoReturn:
        """Refuse to change a file that is written in a way this does not know."""
        raise OwnPatternError("own_patterns_odd", file=str(self.path))


def _values(one: OwnPattern) -> dict[str, object]:
    """Return the lines of a pattern; a whole number is written as one."""
    numbers = numbers_of(one.pattern)
    whole = {field: int(value) if value.is_integer() else value for field, value in numbers.items()}
    return {"name": one.name, **whole}


def _tail(block: str) -> str:
    """Return the comments and empty lines below the last line of a block."""
    found = _TAIL.search(block)
    return found[0] if found else ""


def _set(body: str, values: dict[str, object]) -> str:
    """Return the lines of a block with some values changed."""
    document = tomlkit.parse(body)
    for name, value in values.items():
        document[name] = value
    return tomlkit.dumps(document)
