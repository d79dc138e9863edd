"""Row 21: the same books, locked. Ten years have to cost what one costs, and a save stays under 10 ms."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

from coreg.store.vault.keys import LEAST, USUAL, Cost, Who, Words
from scripts.bench_numbers import Figure, median, ratios
from scripts.bench_store import in_turn, open_books, shelf, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from coreg.store import Store
    from scripts.bench_course import Course
    from scripts.bench_store import Shelf

__all__ = ["locked_books"]

_WORDS = "four walls and a door"
_BOTH: Mapping[Who, Words] = {"a": Words(_WORDS), "b": Words("another door and a key")}
_RATIO = 1.15
_MOST_MS = 10.0


def locked_books(course: Course) -> Iterator[Figure]:
    """Yield what saving and opening cost under the locked seal."""
    found = shelf(course)
    folders = {years: _locked(found.folders[years], LEAST) for years in (1, 10)}
    yield from _saving(found, folders, course.times(40))
    yield from _opening(folders, course.times(40))
    usual = _locked(found.folders[10], USUAL)
    took = in_turn({"usual": partial(_opened, usual)}, course.times(10))["usual"]
    yield Figure(
        21, "open locked books of ten years with a passphrase", median(took), "ms", detail=spread(took)
    )


def _locked(books: Path, cost: Cost) -> Path:
    """Return a copy of these books, locked with passphrases that cost so much to try."""
    folder = books.with_name(f"{books.name}-locked-{cost.m}")
    shutil.copytree(books, folder)
    with open_books(folder, cost=cost) as store:
        store.vault.lock(_BOTH)
    return folder


def _saving(found: Shelf, folders: dict[int, Path], times: int) -> Iterator[Figure]:
    stores = {years: _opened_store(folder) for years, folder in folders.items()}
    open_ones = open_books(found.folders[10])
    works: dict[str, Callable[[], object]] = {"open": partial(open_ones.keep, found.note)}
    for years, store in stores.items():
        works[f"session {years}"] = partial(store.keep, found.session)
        works[f"note {years}"] = partial(store.keep, found.note)
    took = in_turn(works, times)
    for what in ("session", "note"):
        ten, one = took[f"{what} 10"], took[f"{what} 1"]
        yield Figure(
            21, f"save a {what} into a full locked year", median(ten), "ms", _MOST_MS, detail=spread(ten)
        )
        yield Figure(
            21, f"save a {what}, locked, ten years against one", median(ratios(ten, one)), "x", _RATIO
        )
    against = median(ratios(took["note 10"], took["open"]))
    yield Figure(21, "save a note, locked against open", against, "x", detail=spread(took["open"]))
    for store in (open_ones, *stores.values()):
        store.close()


def _opening(folders: dict[int, Path], times: int) -> Iterator[Figure]:
    took = in_turn({years: partial(_opened, folder) for years, folder in folders.items()}, times)
    detail = f"with the cheapest passphrase: {median(took[10]):.1f} ms to {median(took[1]):.1f}"
    found = median(ratios(took[10], took[1]))
    yield Figure(21, "open locked books, ten years against one", found, "x", _RATIO, detail=detail)


def _opened_store(folder: Path) -> Store:
    store = open_books(folder)
    store.unlock(_WORDS)
    return store


def _opened(folder: Path) -> None:
    with _opened_store(folder) as store:
        store.home()
