"""Keeping, changing and deleting records: everything that writes one."""

from datetime import datetime
from typing import TypeVar

from coreg.record.kinds import RECORDS
from coreg.record.lineage import edited_from
from coreg.record.maps import Glimmer, Link, Loop, Resource, Trigger
from coreg.record.models import Agreement, Couple, Note, Partner, Record, Session
from coreg.record.shown import MOVES, part_of
from coreg.record.text import LIMIT, clean
from coreg.record.trouble import Trouble
from coreg.store.checking import checked
from coreg.store.front import COUPLE, refresh
from coreg.store.parts import keep_binned, part, visible
from coreg.store.rows import KINDS, OPEN_AGREEMENTS, Row, Rows, of_year
from coreg.store.stamps import Stamps

LONGEST_NAME = 40
"""Characters in a partner's name."""

R = TypeVar("R", bound=Record)

_KINDS = {model: kind for kind, model in RECORDS.items()}
_NOTHING: tuple[object, ...] = (None, "", [])


class Keeper:
    """Writes records. Every method is one transaction."""

    def __init__(self, rows: Rows, stamps: Stamps) -> None:
        """Write into `rows`, in the name of `stamps`."""
        self._rows = rows
        self._stamps = stamps

    def begin(self, a_name: str, b_name: str) -> Couple:
        """Make the couple. Raises Trouble: book_exists, bad_name (name, reason: empty, long, same)."""
        if self._rows.all(COUPLE):
            raise Trouble("book_exists", folder=self._rows.shelf.place)
        a, b = refuse_bad_names(a_name, b_name)
        made = datetime.fromisoformat(self._stamps.moment())
        return self.keep(Couple(a=Partner(name=a), b=Partner(name=b), made=made))

    def keep_couple(self, couple: Couple) -> Couple:
        """Keep the changed couple. Raises Trouble: no_book, bad_name."""
        known = next(iter(self._rows.all(COUPLE)), None)
        if known is None:
            raise Trouble("no_book", folder=self._rows.shelf.place)
        a, b = refuse_bad_names(couple.a.name, couple.b.name)
        partners = {
            "a": couple.a.model_copy(update={"name": a}),
            "b": couple.b.model_copy(update={"name": b}),
        }
        return self.keep(couple.model_copy(update={"id": known["id"], **partners}))

    def keep(self, record: R) -> R:
        """Keep a record, new or changed. Raises Trouble: too_long, not_valid; not_found if it is gone."""
        row = checked(record).model_dump(mode="json")
        row["id"] = row["id"] or self._stamps.new_id()
        table = table_of(record)
        with self._rows.shelf.transaction():
            found = self._find_old(record, table)
            if found:
                _take_over(row, found[1])
            self._save(table, row, found[1] if found else row)
            if found and found[0] != table:
                self._rows.drop(found[0], row["id"])
        return type(record).model_validate(visible(row))

    def add_later(self, key: str, line: str | None, text: str, by: str | None) -> Session | Note:
        """Add a word under a line or a note. Raises Trouble: no_text, too_long, not_found."""
        text = clean(text).strip()
        if not text:
            raise Trouble("no_text")
        if len(text) > LIMIT:
            raise Trouble("too_long", limit=LIMIT)
        table, row = self._find(key)
        under = row if line is None else part(row, line)
        if under is None or "later" not in under:
            raise Trouble("not_found", id=line or key)
        word = {
            "id": self._stamps.new_id(),
            "text": text,
            "at": self._stamps.moment(),
            "by": by,
            "binned": "",
            "beside": "",
        }
        under["later"].append(word)
        with self._rows.shelf.transaction():
            self._save(table, row, row)
        model = Session if table.endswith("/sessions") else Note
        return model.model_validate(visible(row))

    def move_to_bin(self, key: str, line: str | None, *, back: bool = False) -> None:
        """Put a record, a line or a later word into the bin, or take it out. Raises Trouble not_found."""
        table, row = self._find(key)
        what = row if line is None else part(row, line)
        if what is None:
            raise Trouble("not_found", id=line)
        what["binned"] = "" if back else self._stamps.next(row["changed"])
        with self._rows.shelf.transaction():
            self._save(table, row, row)

    def _save(self, table: str, row: Row, old: Row) -> None:
        lineage = edited_from(old)
        row.update(lineage, changed=self._stamps.next(lineage["was"]), device=self._stamps.device)
        self._rows.put(table, row)
        if table.endswith("/sessions"):
            refresh(self._rows, row)

    def _find(self, key: str) -> tuple[str, Row]:
        for table in self._rows.tables(*KINDS):
            row = self._rows.get(table, key)
            if row and not row.get("gone"):
                return table, row
        raise Trouble("not_found", id=key)

    def _find_old(self, record: Record, table: str) -> tuple[str, Row] | None:
        """Find the version this one replaces, looking further than its own table only if there was one."""
        if not record.id:
            return None
        row = self._rows.get(table, record.id)
        if row:
            return table, row
        return self._find(record.id) if record.changed and table != COUPLE else None


def refuse_bad_names(*names: str) -> list[str]:
    """Clean both names. Raises Trouble bad_name: empty, longer than a seat has room for, or the same."""
    cleaned = [clean(name, multiline=False).strip() for name in names]
    for name in cleaned:
        if not name or len(name) > LONGEST_NAME:
            raise Trouble("bad_name", name=name, reason="long" if name else "empty")
    if cleaned[0].casefold() == cleaned[1].casefold():
        raise Trouble("bad_name", name=cleaned[0], reason="same")
    return cleaned


def _take_over(row: Row, old: Row) -> None:
    """Leave in the bin what is there. Raises Trouble not_found for a record that was deleted for good."""
    if old.get("gone"):
        raise Trouble("not_found", id=row["id"])
    row["binned"] = old["binned"]
    row["taken_out"] = [part for part in old.get("taken_out", []) if part not in _said_again(row)]
    row["beside"] = old.get("beside", "")
    keep_binned(row, old)


def _said_again(row: Row) -> frozenset[str]:
    """Name the fields of a trigger, or the moves of a loop, that say something: none of it is hidden."""
    standing = (name for name, value in row.get("words", {}).items() if value not in _NOTHING)
    return frozenset([*map(part_of, standing), *(MOVES for moves in [row.get(MOVES)] if moves)])


def table_of(record: Record) -> str:
    """Say which table a record stands in."""
    match record:
        case Agreement(state="open"):
            return OPEN_AGREEMENTS
        case Session() | Note() | Agreement() | Glimmer():
            return of_year(record.local_date.year, _KINDS[type(record)])
        case Couple() | Trigger() | Link() | Loop() | Resource():
            return _KINDS[type(record)]
    raise TypeError(type(record).__name__)
