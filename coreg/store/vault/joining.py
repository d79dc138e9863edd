"""Private notes of another copy come to ours: sealed, so that only their marks tell what came from what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble
from coreg.store.forget import BESIDE, Gone
from coreg.store.rows import KINDS, PRIVATE_NOTES, VAULT
from coreg.store.sound import bare_trace
from coreg.store.vault import header

if TYPE_CHECKING:
    from coreg.store.incoming import Incoming
    from coreg.store.rows import Row, Rows
    from coreg.store.vault.keys import Ring


def join(ours: Row, theirs: Row, *, follow: bool) -> Row:
    """Return what two versions of a private note become.

    A trace wins. Of two versions of which one names the other as what it was made from, the later stays,
    theirs only with `follow`: it has to open with the same keys. Where that cannot be told, ours stays and
    the box of theirs lies beside it. What lies beside either stays there.
    """
    if ours.get("gone"):
        return ours
    if theirs.get("gone"):
        return bare_trace(theirs)
    older = theirs["changed"] in {ours["changed"], ours.get("was", "")}
    stays = theirs if follow and not older and theirs["was"] == ours["changed"] else ours
    loose = [] if older or stays is theirs else [theirs["box"]]
    beside = dict.fromkeys([*ours.get("beside", ()), *theirs.get("beside", ()), *loose])
    beside.pop(stays["box"], None)
    return {**_alone(stays), **({"beside": [*beside]} if beside else {})}


class Joining:
    """Works out what is private in a book after another copy was taken in; writes nothing."""

    def __init__(self, rows: Rows, incoming: Incoming, ring: Ring | None) -> None:
        """Join what is `incoming` to `rows`, whose own keys stand in `ring`.

        Raises Trouble import_twice (file, place) for an id that is something else in either.
        """
        _refuse_taken(rows, incoming)
        self.notes: list[Row] = []
        """The notes that change, and new ones."""
        self.gone: list[Gone] = []
        """What was here and was deleted for good there."""
        self.keys: list[Row] = []
        """The keys of the other copy, where there are none here."""
        theirs = incoming.ring
        if ring is None and theirs is not None:
            self.keys.append(header.row_of(theirs))
        same = theirs is not None and (ring is None or ring.pub == theirs.pub)
        ours = {row["id"]: row for row in rows.all(PRIVATE_NOTES)} if incoming.private else {}
        for row in incoming.private:
            self._take(ours.get(row["id"]), row, follow=same)
        self.foreign = not (same or ring is None) and any("box" in row for row in self.notes)
        """Whether there may be some among the notes that today's words do not open."""

    @property
    def changes(self) -> bool:
        """Whether anything is to be written."""
        return bool(self.notes or self.keys)

    def puts(self) -> dict[str, list[Row]]:
        """Return all that is to be written, by table."""
        return {PRIVATE_NOTES: self.notes, VAULT: self.keys}

    def _take(self, mine: Row | None, row: Row, *, follow: bool) -> None:
        joined = row if mine is None else join(mine, row, follow=follow)
        if joined == mine:
            return
        self.notes.append(joined)
        if mine is not None and joined.get("gone"):
            self.gone += [Gone(joined["id"], joined["changed"]), Gone(BESIDE, joined["changed"])]


def _refuse_taken(rows: Rows, incoming: Incoming) -> None:
    """Raise Trouble import_twice where a record and a private note would have one id."""
    theirs = {one.row["id"] for one in incoming.records}
    private = {row["id"] for row in incoming.private}
    ours = {key for table in rows.tables(*KINDS) for key in rows.shelf.ids(table)} if private else set()
    if private & (theirs | ours) or theirs & rows.shelf.ids(PRIVATE_NOTES).keys():
        raise Trouble("import_twice", file=incoming.file, place=PRIVATE_NOTES.rpartition("/")[2])


def _alone(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "beside"}
