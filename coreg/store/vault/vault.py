"""What the two do with their passphrases: make room for private notes, lock and open the books."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from coreg.record.trouble import Trouble
from coreg.store import conversion, disk
from coreg.store.book import HOME, PRIVATE, Book
from coreg.store.front import COUPLE
from coreg.store.rows import PRIVATE_NOTES, VAULT
from coreg.store.seal import OpenSeal, Seal
from coreg.store.vault import box, header, private
from coreg.store.vault.keys import (
    KEY,
    KINDS,
    PARTNERS,
    USUAL,
    Cost,
    Keys,
    Kind,
    Ring,
    Who,
    Words,
    change,
    claim,
    make,
    unlock,
)
from coreg.store.vault.locked import LockedSeal, ring_in

if TYPE_CHECKING:
    from coreg.record.seams import Random
    from coreg.store.books import Books
    from coreg.store.rows import Row, Rows


class Vault:
    """The keys of one couple's books.

    Whatever takes a passphrase takes a quarter of a second for each slot it tries. All that writes raises
    Trouble: read_only, disk_full, cannot_write.
    """

    def __init__(
        self,
        books: Books,
        rows: Rows,
        random: Random,
        cost: Cost = USUAL,
        alone: AbstractContextManager[object] | None = None,
    ) -> None:
        """Look after the keys of `books`; new slots cost what `cost` says.

        `alone` is held while books are read and written, and not while words are stretched: whoever looks at
        the home screen meanwhile does not wait for that.
        """
        self._books = books
        self._rows = rows
        self._random = random
        self._cost = cost
        self._alone = alone or nullcontext()

    def ring(self) -> Ring | None:
        """Return what the slots stand in; None before anybody has chosen a passphrase."""
        with self._alone:
            return ring_in(self._rows, self._books.files.seal)

    def keys(self, words: str, kind: Kind = "pass", who: Who | None = None) -> Keys:
        """Open a slot: that of `who`, or whichever fits. Raises Trouble: does_not_fit, no_space."""
        ring = self.ring()
        if ring is None:
            raise Trouble("no_space")
        return unlock(ring, words, kind, who)

    def open_up(self, shared: bytes) -> None:
        """Have locked books open with this key; with no bytes, shut them."""
        with self._alone:
            self._books.open_up(shared)

    def make_space(self, who: Who, words: Words) -> Keys:
        """Make room that only `who` can open; whatever was sealed to them before stays with the old words.

        Nothing on disk tells whether the other has such a room: their slots are there in any case.
        Raises Trouble: no_book; words_same for the passphrase of the other.
        """
        ring, seal = self.ring(), self._books.files.seal
        self.refuse_same(who, words.passphrase)
        shared = seal.shared if isinstance(seal, LockedSeal) else self._random(KEY)
        own = replace(words, own=words.own or self._random(KEY))
        if ring is None:
            fresh = make(self._couple(), {who: own}, shared, self._random, self._cost)
        else:
            fresh = claim(ring, who, own, shared, self._random, self._cost)
        self._keep(fresh)
        return Keys(who, shared, own.own)

    def change(self, keys: Keys, kind: Kind, words: str) -> None:
        """Put a partner's keys behind another passphrase or another code.

        Raises Trouble: no_space; words_same for the passphrase of the other.
        """
        self.renew(keys, {kind: words})

    def renew(self, keys: Keys, words: Mapping[Kind, str]) -> None:
        """Do as `change` does with a passphrase and a code at one stroke."""
        ring = self.ring()
        if ring is None:
            raise Trouble("no_space")
        self.refuse_same(keys.who, words.get("pass", ""))
        for kind, one in words.items():
            ring = change(ring, keys, kind, one, self._random, self._cost)
        self._keep(ring)

    def lock(self, words: Mapping[Who, Words], was: Mapping[Who, Keys] | None = None) -> None:
        """Seal all books under a new shared key that both passphrases open.

        A partner's own key stays where `words` brings it along, and what was sealed to it opens as before.
        With `was`, the keys of both until now, and no own keys, everything is sealed anew and no earlier
        backup remains. The old files go only after the new ones were opened with all that `words` holds.
        Where somebody had a room and does not bring its key, a backup from before keeps what opens it.
        Raises Trouble: not_converted, where they could not be; nothing has changed then.
        """
        if self.ring() is not None and not was and not all(one.own for one in words.values()):
            with self._alone:
                self._books.back_up_before("passphrase")
        shared = self._random(KEY)
        fresh = {who: replace(one, own=one.own or self._random(KEY)) for who, one in words.items()}
        ring = make(self._couple(), fresh, shared, self._random, self._cost)
        seal = LockedSeal(ring, shared, self._random)
        books = self._without_ring(self._whole())
        if was and PRIVATE in books:
            books[PRIVATE] = self._anew(books[PRIVATE], was, ring)
        place = self._stage(seal, books, keep_backups=not was)
        _try_all(place, seal, fresh)
        self._turn_to(seal)
        if was:
            self._books.back_up_today()

    def unlock(self) -> None:
        """Turn all books back into open ones. What is private stays sealed."""
        ring = self.ring()
        books = self._whole()
        if ring is None:
            raise Trouble("no_space")
        books[HOME] = _with_ring(books[HOME], ring)
        seal = OpenSeal()
        self._stage(seal, books, keep_backups=True)
        self._turn_to(seal)

    def holds_notes(self) -> bool:
        """Tell whether anything is sealed to either of the two."""
        with self._alone:
            return any(row.get("box") for row in self._rows.all(PRIVATE_NOTES))

    def refuse_same(self, who: Who, words: str) -> None:
        """Raise Trouble words_same for a passphrase that opens the slot of the other, too."""
        ring = self.ring()
        if ring is None or not words:
            return
        try:
            unlock(ring, words, "pass", "b" if who == "a" else "a")
        except Trouble as trouble:
            if trouble.code != "does_not_fit":
                raise
        else:
            raise Trouble("words_same")

    # What is the same for all of them

    def _whole(self) -> dict[str, Book]:
        with self._alone:
            return self._books.whole()

    def _couple(self) -> str:
        with self._alone, self._rows.reading(COUPLE):
            for row in self._rows.all(COUPLE):
                return str(row["id"]).replace("-", "")
        raise Trouble("no_book", folder=self._books.place)

    def _keep(self, ring: Ring) -> None:
        seal = self._books.files.seal
        with self._alone:
            if not isinstance(seal, LockedSeal):
                self._rows.put(VAULT, header.row_of(ring))
                return
            before = seal.ring
            seal.ring = ring
            try:
                self._books.write_again(HOME)
            except BaseException:
                seal.ring = before
                raise

    def _without_ring(self, books: dict[str, Book]) -> dict[str, Book]:
        home = books[HOME]
        tables = {name: table for name, table in home.tables.items() if name != VAULT}
        return {**books, HOME: replace(home, tables=tables)}

    def _anew(self, book: Book, was: Mapping[Who, Keys], ring: Ring) -> Book:
        """Seal every private note to its owner's new key."""
        tables = {}
        for table, documents in book.tables.items():
            rows = {number: orjson.loads(raw) for number, raw in documents.items()}
            tables[table] = {
                number: orjson.dumps(self._moved(row, was, ring)) for number, row in rows.items()
            }
        return replace(book, tables=tables)

    def _moved(self, row: Row, was: Mapping[Who, Keys], ring: Ring) -> Row:
        """Seal a note anew, and what lies beside it; a trace stays as it is."""

        def anew(sealed: str) -> str:
            return private.seal_again(sealed, row["id"], was, ring, self._random)

        moved = {key: anew(row[key]) for key in ("box",) if key in row}
        beside = {key: [anew(sealed) for sealed in row[key]] for key in ("beside",) if key in row}
        return {**row, **moved, **beside}

    def _stage(self, seal: Seal, books: Mapping[str, Book], *, keep_backups: bool) -> Path:
        folder = Path(self._books.place)
        place = conversion.stage(folder, self._books.files.seal, seal, books)
        if keep_backups:
            self._books.backups.reseal(seal, place / conversion.BACKUPS, _keeping_ring)
        conversion.check(place, seal, books)
        return place

    def _turn_to(self, seal: Seal) -> None:
        with self._alone:
            conversion.decide(Path(self._books.place), seal)
            self._books.turn_to(seal, begun=True)
            self._books.resume()


def _with_ring(home: Book, ring: Ring) -> Book:
    return replace(home, tables={**home.tables, VAULT: {"1": orjson.dumps(header.row_of(ring))}})


def _keeping_ring(path: Path, book: Book) -> Book:
    """Return a backup's book, a home book with the ring that stood before it.

    One that stands in the book already is from before it was locked, and what opens what is in there.
    """
    found = disk.read(path) if path.stem == HOME and path.suffix == LockedSeal.suffix else None
    if found is None or VAULT in book.tables:
        return book
    return _with_ring(book, header.ring_of(path.name, box.split(path.name, found[0]).header))


def _try_all(place: Path, seal: LockedSeal, words: Mapping[Who, Words]) -> None:
    """Open what is on disk with every passphrase and code. Raises Trouble not_converted."""
    found = disk.read(place / (HOME + seal.suffix))
    if found is None:
        raise Trouble("not_converted")
    ring = header.ring_of(HOME, box.split(HOME, found[0]).header)
    for who, kind, text in _given(words):
        if unlock(ring, text, kind, who) != Keys(who, seal.shared, words[who].own):
            raise Trouble("not_converted")


def _given(words: Mapping[Who, Words]) -> Iterator[tuple[Who, Kind, str]]:
    for who in PARTNERS:
        for kind in KINDS:
            text = words[who].passphrase if kind == "pass" else words[who].code
            if text:
                yield who, kind, text
