"""What was deleted for good stands in no byte of any file: in no backup, no copy, no pending change."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from coreg.record.models import Agreement, Note, Session
from coreg.record.trouble import Trouble
from coreg.store import Store, disk
from coreg.store.book import PENDING, unpack_together
from coreg.store.books import Books
from tests.store.helpers import DAY, EVENING, Home, agreement, line, note, session, trouble
from tests.store.seals import SEALS, open_sealed, seal

CANARIES = {
    "line": "the kettle sang",
    "later": "it sang again",
    "note": "blue umbrellas",
    "old": "before it was edited",
    "agreement": "a boat on sunday",
    "closed": "plant the lemon tree",
    "evening": "all of this evening",
}


@dataclass
class Ground:
    """A folder full of copies of what two people said."""

    home: Home
    kind: str
    ids: dict[str, tuple[str, str | None]] = field(default_factory=dict)

    def open(self) -> Store:
        return open_sealed(self.home, self.kind)

    def path(self, stem: str) -> Path:
        return self.home.folder / (stem + seal(self.kind).suffix)

    def plain(self) -> Iterator[tuple[str, bytes]]:
        """Give every byte of every file, and what is in it for one who has the key."""
        for path in sorted(self.home.folder.rglob("*")):
            if path.is_file():
                where = str(path.relative_to(self.home.folder))
                yield where, where.encode() + path.read_bytes()
                if self.kind == "locked" and path.suffix == ".coreg":
                    yield where, opened(path)

    def standing(self) -> dict[str, set[str]]:
        """Say which canaries stand where."""
        found = {
            name: {where for where, data in self.plain() if text.encode() in data}
            for name, text in CANARIES.items()
        }
        return {name: places for name, places in found.items() if places}


def opened(path: Path) -> bytes:
    name = path.stem.partition(".")[0]
    try:
        if name == PENDING:
            books = [book.tables for book in unpack_together(seal("locked"), path.read_bytes()).values()]
        else:
            books = [seal("locked").unpack(name, path.read_bytes())]
    except Trouble:
        return b""
    return b"\n".join(raw for tables in books for rows in tables.values() for raw in rows.values())


def fill(ground: Ground) -> None:
    """Write every canary on the first day; edit, copy and damage on those after it."""
    write(ground)
    edit(ground)
    copy(ground)


def write(ground: Ground) -> None:
    with ground.open() as store:
        store.setup("Mina", "Jo")
        kept = store.keep(session(DAY, line("l1", CANARIES["line"]), line("l2", "stays with us")))
        under = store.later(kept.id, "l2", CANARIES["later"])
        assert isinstance(under, Session)
        word = under.entries[0].lines[1].later[0].id
        evening = store.keep(session(DAY, line("l3", CANARIES["evening"]), hour=22))
        written = store.keep(note(CANARIES["old"]))
        promise, closed = (
            store.keep(agreement(CANARIES["agreement"])),
            store.keep(agreement(CANARIES["closed"])),
        )
        store.keep(note("stays too"))
        ground.ids = {
            "line": (kept.id, "l1"),
            "later": (kept.id, word),
            "evening": (evening.id, None),
            "note": (written.id, None),
            "agreement": (promise.id, None),
            "closed": (closed.id, None),
        }


def edit(ground: Ground) -> None:
    for day in range(3):
        ground.home.wall.go(days=1)
        with ground.open() as store:
            found = store.find(ground.ids["note"][0])
            assert isinstance(found, Note)
            store.keep(found.model_copy(update={"text": f"{CANARIES['note']} {day}"}))
            promise_ = store.find(ground.ids["closed"][0])
            assert isinstance(promise_, Agreement)
            store.keep(promise_.model_copy(update={"state": "kept", "closed": EVENING}))


def copy(ground: Ground) -> None:
    for name in ("home", "2026"):
        data = ground.path(name).read_bytes()
        ground.path(f"{name}.conflict-1").write_bytes(data)
        ground.path(f"{name}.damaged-1").write_bytes(data[:-9])
    ground.path("live.damaged-1").write_bytes(ground.path("2026").read_bytes())
    (ground.home.folder / "2026.conflict-2.json").write_bytes(CANARIES["line"].encode())
    with ground.open() as store:
        store.snapshot(f'{{"id":"{ground.ids["evening"][0]}","line":"{CANARIES["evening"]}"}}'.encode())
        store.put_aside("x", f'{{"id":"{ground.ids["evening"][0]}","line":"{CANARIES["evening"]}"}}'.encode())
        store.put_aside("y", b"goes on")


@pytest.fixture(params=SEALS)
def ground(home: Home, request: pytest.FixtureRequest) -> Ground:
    made = Ground(home, request.param)
    fill(made)
    assert made.standing().keys() == CANARIES.keys()
    assert {len(Path(where).parts) for where in made.standing()["note"]} == {1, 3}
    return made


def by_the_bin(store: Store, ids: dict[str, tuple[str, str | None]]) -> None:
    for key, part in ids.values():
        store.bin(key, part)
    assert store.empty_bin() == 5


def one_by_one(store: Store, ids: dict[str, tuple[str, str | None]]) -> None:
    for key, part in ids.values():
        store.delete(key, part)


WAYS = [by_the_bin, one_by_one]


def look_at_what_stays(ground: Ground) -> None:
    with ground.open() as store:
        assert [one.text for one in store.notes()] == ["stays too"]
        assert [one.text for one in store.sessions()[0].entries[0].lines] == ["stays with us"]
        assert store.agreements(None) == ()
        assert store.left_open() is None
        assert store.aside() == (("y", b"goes on"),)
        assert {one.state for one in store.check()} <= {"whole", "copy", "open_to_others"}
        shelf = store._shelf
        assert isinstance(shelf, Books)
        assert [one.state for one in shelf.backups.list()] == ["whole"] * 4
        assert [one.notes for one in shelf.backups.list()] == [1] * 4
        assert "forgetting" not in shelf._book("home").tables


@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_it_stands_anywhere(
    ground: Ground, way: Callable[[Store, dict[str, tuple[str, str | None]]], None]
) -> None:
    with ground.open() as store:
        way(store, ground.ids)
    assert ground.standing() == {}
    look_at_what_stays(ground)
    assert ground.path("2026.conflict-1").exists()
    assert not list(ground.home.folder.glob("*damaged*"))


class Killed(BaseException):
    pass


def test_a_kill_at_any_step_is_made_good_by_the_next_start(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ground.home.folder.with_name("before")
    shutil.copytree(ground.home.folder, before)
    real = disk.put
    left = 0

    def put(path: Path, data: bytes, *, sync: bool = True) -> disk.Mark:
        nonlocal left
        if path.parent != ground.home.folder or "conflict" in path.name:
            left -= 1
            if left < 0:
                raise Killed
        return real(path, data, sync=sync)

    for number in count():
        shutil.rmtree(ground.home.folder)
        shutil.copytree(before, ground.home.folder)
        left = number
        with monkeypatch.context() as patched, suppress(Killed), ground.open() as store:
            patched.setattr(disk, "put", put)
            one_by_one(store, {"note": ground.ids["note"]})
        ground.open().close()
        assert ground.standing().keys().isdisjoint({"note", "old"})
        if left >= 0:
            break
    assert number >= 3


def test_a_change_that_waits_is_in_its_books_before_anything_is_said_to_be_gone(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = {ground.path("2026").name}
    real = disk.put

    def put(path: Path, data: bytes, *, sync: bool = True) -> disk.Mark:
        if path.name in refused and path.parent == ground.home.folder:
            raise Trouble("disk_full", path=str(path))
        return real(path, data, sync=sync)

    with ground.open() as store:
        with monkeypatch.context() as patched, trouble("not_everywhere"):
            patched.setattr(disk, "put", put)
            one_by_one(store, {"note": ground.ids["note"]})
        assert store.notes()[0].text == "stays too"
        assert "note" in ground.standing()
    ground.open().close()
    assert "note" not in ground.standing()
    assert "old" not in ground.standing()


def test_what_stays_owed_is_said_once_and_hinders_nothing(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Trouble("disk_full", path="x")

    with ground.open() as store, monkeypatch.context() as patched:
        patched.setattr("coreg.store.backups.Backups.rewrite", refuse)
        with trouble("not_everywhere"):
            store.delete(ground.ids["note"][0])
        store.keep(agreement("a walk"))
        with trouble("not_everywhere"):
            store.delete(ground.ids["evening"][0])
        ground.open().close()
    assert {"note", "evening"} <= ground.standing().keys()
    ground.open().close()
    assert ground.standing().keys().isdisjoint({"note", "old", "evening"})
