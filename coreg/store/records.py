"""The records in a couple's books, in and out: models only, one thread at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, wraps
from itertools import islice
from threading import RLock
from typing import TYPE_CHECKING, Any, Concatenate, Literal, ParamSpec, TypeVar

from coreg.store import front
from coreg.store.listing import between
from coreg.store.rows import Row, Rows

if TYPE_CHECKING:
    from datetime import date

    from coreg.record.headline import Home
    from coreg.record.kinds import Kept
    from coreg.record.models import Agreement, Couple, Note, Record, Session
    from coreg.record.older import Older
    from coreg.store.deleter import Deleter
    from coreg.store.finder import Binned, Finder
    from coreg.store.keeper import Keeper
    from coreg.store.shelf import Shelf
    from coreg.store.stamps import Stamps

    R = TypeVar("R", bound=Record)

_ODD = (LookupError, TypeError, ValueError, AttributeError, RecursionError)
"""What comes of a document that is not what its table should hold; or of a mistake in the program."""

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S", bound="Records")


def alone(method: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Let one thread at a time into a method; when it fails, tell an odd book from a mistake of ours."""

    @wraps(method)
    def guarded(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self.lock:
            try:
                return method(self, *args, **kwargs)
            except _ODD:
                self.refuse_odd()
                raise

    return guarded


class Records:
    """What the two kept. Every write is on disk when its method returns.

    Beyond what a method names, everything raises Trouble: damaged, changed_outside, newer or cannot_read when
    a book is not as it should be, and all that writes read_only, disk_full or cannot_write.
    """

    def __init__(self, shelf: Shelf, stamps: Stamps) -> None:
        """Read from and write to `shelf`."""
        self.lock = RLock()
        self._shelf = shelf
        self._stamps = stamps
        self._rows = Rows(shelf)

    @cached_property
    def _finder(self) -> Finder:
        from coreg.store.finder import Finder

        return Finder(self._rows)

    @cached_property
    def _keeper(self) -> Keeper:
        from coreg.store.keeper import Keeper

        return Keeper(self._rows, self._stamps)

    @cached_property
    def _deleter(self) -> Deleter:
        from coreg.store.deleter import Deleter

        return Deleter(self._rows, self._stamps)

    def refuse_odd(self) -> None:
        """Raise Trouble damaged if some document of some book is not what it should be."""
        from coreg.store.sound import look_for_odd

        look_for_odd(self._rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything kept inside land together, or nothing of it."""
        with self.lock, self._shelf.transaction():
            yield

    @alone
    def new_id(self) -> str:
        """Make an id for a record, an entry or a line."""
        return self._stamps.new_id()

    @alone
    def home(self) -> Home | None:
        """Read what the home screen shows; None before `setup`. Loads no pydantic."""
        return front.home(self._rows)

    @alone
    def couple(self) -> Couple | None:
        """Read the two; None before `setup`."""
        return self._finder.couple()

    @alone
    def setup(self, a_name: str, b_name: str) -> Couple:
        """Begin the book of two people. Raises Trouble: book_exists, bad_name (name, reason)."""
        return self._keeper.begin(a_name, b_name)

    @alone
    def save_couple(self, couple: Couple) -> Couple:
        """Keep changed names, lines or places. Raises Trouble: no_book, bad_name."""
        return self._keeper.keep_couple(couple)

    @alone
    def keep(self, record: R) -> R:
        """Keep a record of any kind, new or changed; returned with its id and stamps.

        Raises Trouble: too_long (limit), not_valid (field), not_found for one that was deleted for good.
        """
        return self._keeper.keep(record)

    @alone
    def sessions(
        self, since: date | None = None, until: date | None = None, limit: int | None = None
    ) -> tuple[Session, ...]:
        """Read the sessions of these dates, both included, newest first, at most `limit`."""
        return self._finder.sessions(since, until, limit)

    @alone
    def notes(
        self, since: date | None = None, until: date | None = None, limit: int | None = None
    ) -> tuple[Note, ...]:
        """Read the notes of these dates, both included, newest first, at most `limit`."""
        return self._finder.notes(since, until, limit)

    @alone
    def plain(
        self, kind: str, since: date | None = None, until: date | None = None, limit: int | None = None
    ) -> tuple[Row, ...]:
        """Read "sessions" or "notes" as `sessions` and `notes` do, as plain documents and without pydantic.

        What stands in a book was validated when it was kept, and its sum says that it is still that.
        """
        return tuple(islice(between(self._rows, kind, since, until), limit))

    @alone
    def agreements(self, state: str | None = "open") -> tuple[Agreement, ...]:
        """Read agreements in a state, or all with None: open ones soonest first, then the newest."""
        return self._finder.agreements(state)

    @alone
    def years(self) -> tuple[int, ...]:
        """Name the years there are books of, newest first."""
        return self._shelf.years()

    @alone
    def find(self, id_or_prefix: str) -> Kept:
        """Read a record by its id or the beginning of it, four characters or more.

        Raises Trouble: not_found (id), ambiguous (id).
        """
        return self._finder.find(id_or_prefix)

    @alone
    def days(self, year: int, month: int) -> frozenset[int]:
        """Name the days of a month on which something was kept."""
        return self._finder.days(year, month)

    @alone
    def later(
        self, id: str, line_id: str | None, text: str, by: Literal["a", "b"] | None = None
    ) -> Session | Note:
        """Add a word under a line of a session, or under a note.

        Raises Trouble: not_found, no_text, too_long.
        """
        return self._keeper.add_later(id, line_id, text, by)

    @alone
    def bin(self, id: str, line_id: str | None = None) -> None:
        """Put a record, a line or a later word into the bin. Raises Trouble not_found."""
        self._keeper.move_to_bin(id, line_id)

    @alone
    def unbin(self, id: str, line_id: str | None = None) -> None:
        """Take it out again. Raises Trouble not_found."""
        self._keeper.move_to_bin(id, line_id, back=True)

    @alone
    def binned(self) -> tuple[Binned, ...]:
        """Look into the bin, last thrown away first."""
        return self._finder.binned()

    @alone
    def empty_bin(self) -> int:
        """Delete for good what is in the bin; returns how many records changed."""
        return self._deleter.empty_bin()

    @alone
    def delete(self, id: str, line_id: str | None = None) -> None:
        """Delete a record, a line or a later word for good, at once and everywhere. Raises Trouble not_found.

        Like all that deletes for good it raises Trouble not_everywhere when it is gone from the book, but not
        from every backup yet; that is done at the next start then.
        """
        self._deleter.delete(id, line_id)

    @alone
    def older(self, before: date) -> Older:
        """Count what is older than a date and goes with age: see `older.Older`."""
        return self._deleter.older(before)

    @alone
    def delete_older(self, before: date) -> int:
        """Delete them for good; returns how many there were."""
        return self._deleter.delete_older(before)

    @alone
    def everything(self) -> dict[str, Any]:
        """Hand out all records, ready for JSON, oldest first, without what is in the bin."""
        return self._finder.everything()
