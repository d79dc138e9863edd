"""A copy of a book with maps in it, and what is known of it: what may stand in clear, and what may not."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from hypothesis import strategies as st

from coreg.evening.space import Space
from coreg.practice.play import Seat
from coreg.record.maps import MapWords, PrivateTrigger
from tests.unit.evening.locked_table import WORDS, LockedTable
from tests.unit.evening.table import Time

FIELDS = ("cue", "story", "echo")
OWNERS: tuple[Seat, ...] = ("a", "a", "b")
"""Whose each of the triggers is."""

Deed = tuple[str, int, frozenset[str]]
KINDS = ("show", "show", "edit", "say", "back", "delete", "bin", "unbin", "empty", "draw", "day")
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.integers(0, len(OWNERS) - 1),
        st.frozensets(st.sampled_from(FIELDS)),
    ),
    max_size=10,
)


@dataclass
class Known:
    """What is known of a trigger: what it says, and of each field what was shown since it was hidden."""

    words: dict[str, str] = field(default_factory=dict)
    clear: dict[str, set[str]] = field(default_factory=dict)
    there: bool = True
    shared: bool = False
    binned: bool = False

    def back(self) -> None:
        """Nothing of it is shown."""
        self.clear, self.shared, self.binned = {}, False, False


class Copy:
    """A copy of the book in which both have a room, and what is known of it."""

    def __init__(self, folder: Path, numbers: Iterator[int], first: Copy | None = None) -> None:
        """Go on from what is known of the copy that this one is of; without one, begin."""
        self.table: LockedTable = LockedTable(folder, Time(first.table.time.wall) if first else None)
        self.spaces: dict[Seat, Space] = {seat: self.table.enter(seat) for seat in WORDS}
        self.numbers = numbers
        self.known: list[Known] = deepcopy(first.known) if first else [Known() for _ in OWNERS]
        self.loops: dict[str, set[int]] = dict(first.loops) if first else {}
        self.typed: set[str] = set(first.typed) if first else set()
        self.marks: list[str] = first.marks if first else self.all_marks()

    def all_marks(self) -> list[str]:
        return [one.id for seat in ("a", "b") for one in reversed(self.private(seat))]

    def private(self, seat: Seat) -> tuple[PrivateTrigger, ...]:
        return self.table.kept(self.spaces[seat].triggers())

    def of(self, number: int) -> PrivateTrigger:
        return next(one for one in self.private(OWNERS[number]) if one.id == self.marks[number])

    def text(self) -> str:
        made = f"~{next(self.numbers)}~"
        self.typed.add(made)
        return made

    def do(self, deed: Deed) -> None:
        """Do one thing, if it can be done."""
        what, number, fields = deed
        self.table.time.go_on(1)
        known = self.known[number]
        if known.there or what in {"empty", "day"}:
            for space in self.spaces.values():
                space.touch()
            getattr(self, f"_{what}")(number, known, fields)

    def _show(self, number: int, known: Known, fields: frozenset[str]) -> None:
        shown = self.table.kept(self.spaces[OWNERS[number]].show(self.of(number), fields))
        standing = {name for name in fields if known.words.get(name)}
        if not standing:
            self._gone(number, known)
            return
        known.clear = {name: known.clear.get(name, set()) | {known.words.get(name, "")} for name in fields}
        known.shared, known.binned = True, False
        assert set(shown.shown) == fields

    def _edit(self, number: int, known: Known, fields: frozenset[str]) -> None:
        known.words |= {name: self.text() for name in fields}
        one = self.of(number).model_copy(update={"words": MapWords.model_validate(known.words)})
        self.table.kept(self.spaces[OWNERS[number]].keep_trigger(one))

    def _say(self, number: int, known: Known, fields: frozenset[str]) -> None:
        """Say something else where both see it."""
        if known.shared and not known.binned:
            said = {name: self.text() for name in fields}
            (shared,) = (
                one
                for one in self.table.kept(self.table.maps.all()).triggers
                if one.id == self.of(number).shared
            )
            words = shared.words.model_copy(update=said)
            self.table.kept(self.table.maps.keep(shared.model_copy(update={"words": words})))
            for name, text in said.items():
                known.clear.setdefault(name, set()).add(text)

    def _back(self, number: int, known: Known, fields: frozenset[str]) -> None:
        self.table.kept(self.spaces[OWNERS[number]].take_back(self.of(number)))
        self._gone(number, known)

    def _delete(self, number: int, known: Known, fields: frozenset[str]) -> None:
        if not fields:
            self.table.kept(self.spaces[OWNERS[number]].delete_trigger(self.of(number)))
            self._gone(number, known)
            known.there = False

    def _bin(self, number: int, known: Known, fields: frozenset[str]) -> None:
        if known.shared:
            self.table.kept(self.table.maps.bin(self.of(number).shared))
            known.binned = True

    def _unbin(self, number: int, known: Known, fields: frozenset[str]) -> None:
        if known.shared:
            self.table.kept(self.table.maps.unbin(self.of(number).shared))
            known.binned = False

    def _empty(self, number: int, known: Known, fields: frozenset[str]) -> None:
        self.table.kept(self.table.keeping.empty_bin())
        for other, one in enumerate(self.known):
            if one.binned:
                self._gone(other, one)

    def _draw(self, number: int, known: Known, fields: frozenset[str]) -> None:
        """Link it with the other's, and name a loop through both."""
        other = 2 if OWNERS[number] == "a" else 0
        ends = (self.known[number], self.known[other])
        if all(one.there and one.shared and not one.binned for one in ends):
            first, second = (self.of(one).shared for one in (number, other))
            self.table.kept(self.table.maps.link(first, second))
            name = self.text()
            loop = self.table.maps.blank_loop(name).model_copy(update={"triggers": (first, second)})
            self.table.kept(self.table.maps.keep_loop(loop))
            self.loops[name] = {number, other}

    def _day(self, number: int, known: Known, fields: frozenset[str]) -> None:
        self.table.time.wall += timedelta(days=1)

    def _gone(self, number: int, known: Known) -> None:
        known.back()
        self.loops = {name: through for name, through in self.loops.items() if number not in through}

    # What there is

    def clear(self) -> set[str]:
        """Find every text that stands in clear anywhere in the folder."""
        data = b"".join(path.read_bytes() for path in self.table.folder.rglob("*") if path.is_file())
        return {text for text in self.typed if text.encode() in data}

    def allowed(self) -> set[str]:
        return {text for one in self.known for texts in one.clear.values() for text in texts} | {*self.loops}

    def look(self) -> None:
        """See that nothing stands in clear but what is shown, and that nothing leads nowhere."""
        assert self.clear() <= self.allowed()
        found = self.table.store.everything()
        there = {one["id"] for one in found["triggers"]}
        for row in self.table.store._rows.all("triggers"):
            there |= set() if row.get("gone") else {row["id"]}
        for kind, names in (("links", ("cue", "move")), ("loops", ("triggers",))):
            for row in self.table.store._rows.all(kind):
                ends = [row[name] for name in names] if not row.get("gone") else []
                flat = {one for end in ends for one in (end if isinstance(end, list) else [end])}
                assert flat <= there

    def shows(self, number: int, name: str) -> bool:
        """Say whether a field is shown."""
        return name in self.known[number].clear
