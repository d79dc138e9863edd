"""Taking in another copy of the book: what it would change, and the change itself, whole or not at all."""

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field

from coreg.record.ids import BEGUN, PAUSE
from coreg.record.merge import Row, later_of
from coreg.record.trouble import Trouble
from coreg.store.forget import ASIDE, left_aside
from coreg.store.front import COUPLE, rebuild
from coreg.store.incoming import Incoming
from coreg.store.live import unwrap
from coreg.store.merging import Merging, whole
from coreg.store.rows import KINDS, Rows
from coreg.store.vault.joining import Joining
from coreg.store.vault.keys import Ring

__all__ = ["Plan", "Preview", "Tally"]

_NO_EVENING = (PAUSE, *BEGUN)
"""What the id of something that is put aside begins with where it is no evening: a pause, or a draft."""


@dataclass(slots=True)
class Tally:
    """How many records of a kind are new, changed, the same, deleted; and how many texts stand twice then."""

    new: int = 0
    changed: int = 0
    same: int = 0
    deleted: int = 0
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking it in does.

    `begins` is whether it makes the book, `couple` whether names, own lines or places change, `named` whether
    it says whose book it is; `aside` counts sittings that were put aside, `pauses` is whether a pause that is
    on comes along, `begun` whether anything does that is only begun to be written; `private` is whether
    anything changes in what is private, never how much, and `foreign` whether some of that may not open with
    today's passphrases; `changes` is whether it does anything.
    """

    counts: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    begins: bool = False
    couple: bool = False
    named: bool = True
    aside: int = 0
    pauses: bool = False
    begun: bool = False
    private: bool = False
    foreign: bool = False
    changes: bool = False

    @property
    def total(self) -> Tally:
        """The counts of all kinds together."""
        names = ("new", "changed", "same", "deleted", "conflicts")
        return Tally(*(sum(getattr(one, name) for one in self.counts.values()) for name in names))


class Plan:
    """All that is to be written, worked out before anything is."""

    def __init__(self, rows: Rows, incoming: Incoming, ring: Ring | None = None) -> None:
        """Work it out; `ring` is what our own passphrases stand in.

        Raises Trouble: import_other, import_nobody, import_twice, import_damaged; all name the file.
        """
        self._rows = rows
        self._merging = Merging(rows)
        known = self._merging.known()
        self._couple, begins = _couple(rows, incoming)
        counts = self._take(incoming)
        self._aside = self._new_aside(incoming, known) if incoming.aside else []
        self._private = Joining(rows, incoming, ring)
        self.preview = Preview(
            counts,
            begins=begins,
            couple=self._couple is not None,
            named=incoming.couple is not None,
            aside=sum(not row["id"].startswith(_NO_EVENING) for row in self._aside),
            pauses=any(map(_is_pause, self._aside)),
            begun=any(map(_is_begun, self._aside)),
            private=self._private.changes,
            foreign=self._private.foreign,
            changes=bool(self._couple or self._aside or self._private.changes or self._merging.changes()),
        )

    def _take(self, incoming: Incoming) -> dict[str, Tally]:
        """Merge every record, then let go of what leads to triggers that are gone; count what became."""
        merging, file = self._merging, incoming.file
        outcomes = {one.row["id"]: (one.kind, merging.take(one, file)) for one in incoming.records}
        outcomes |= {one.row["id"]: (one.kind, merging.take(one, file)) for one in merging.falling()}
        merging.hide()
        counts = {kind: Tally() for kind in KINDS}
        for kind, (outcome, conflicts) in outcomes.values():
            tally = counts[kind]
            setattr(tally, outcome, getattr(tally, outcome) + 1)
            tally.conflicts += conflicts
        return counts

    def carry_out(self) -> None:
        """Write it, in one transaction."""
        puts: dict[str, list[Row]] = defaultdict(list, self._private.puts())
        drops: dict[str, list[str]] = defaultdict(list)
        for change in self._merging.changes():
            puts[change.table].append(change.row)
            if change.came_from not in {"", change.table}:
                drops[change.came_from].append(change.row["id"])
        with self._rows.shelf.transaction():
            for table, keys in drops.items():
                self._rows.drop_all(table, keys)
            puts[COUPLE] = [self._couple] if self._couple else []
            puts[ASIDE] = self._aside
            for table, rows in puts.items():
                self._rows.put_all(table, rows)
            if gone := [*self._merging.gone, *self._private.gone]:
                self._rows.shelf.forget([one.row() for one in gone])
            rebuild(self._rows)

    def _new_aside(self, incoming: Incoming, known: Set[str]) -> list[Row]:
        """Choose what is not here, nor holds what was kept of it and deleted since.

        What has a record here, by an id in `known`, and is not put aside any more, is over: an older copy
        does not begin it again. A pause that is over takes along what waited for it.
        """
        here, gone = {row["id"] for row in self._rows.all(ASIDE)}, self._merging.all_gone()
        taken = (left_aside(row, gone) for row in incoming.aside if row["id"] not in here)
        new = [row for row in taken if row is not None]
        over = [row for row in new if row["id"].removeprefix(PAUSE) in known]
        waited = b"".join(unwrap(row) for row in over if _is_pause(row))
        return [row for row in new if row not in over and f'"{row["id"]}"'.encode() not in waited]


def _is_pause(row: Row) -> bool:
    return str(row["id"]).startswith(PAUSE)


def _is_begun(row: Row) -> bool:
    return str(row["id"]).startswith(BEGUN)


def _couple(rows: Rows, incoming: Incoming) -> tuple[Row | None, bool]:
    """Return the couple if it is another one then, and whether it is the first."""
    ours, theirs = next(iter(rows.all(COUPLE)), None), incoming.couple
    if ours is None:
        if theirs is None:
            raise Trouble("import_nobody", file=incoming.file)
        return theirs, True
    if theirs is None:
        return None, False
    if theirs["id"] != ours["id"]:
        raise Trouble("import_other", file=incoming.file)
    before = whole("couple", ours)
    after = later_of(before, theirs)
    return (None if after == before else after), False
