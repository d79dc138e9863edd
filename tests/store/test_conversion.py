"""All books go under another seal at one stroke, and nothing of them is lost or left behind."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from coreg.store import Store, conversion, disk
from coreg.store.book import HOME, unpack
from coreg.store.conversion import BACKUPS, STAGE
from coreg.store.seal import OpenSeal
from tests.store.evenings import seen
from tests.store.helpers import note, trouble
from tests.store.turning import lock
from tests.store.vault.lockable import CANARY, OTHER, PASS, Lockable, both, fill, found, words

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def filled(tmp_path: Path) -> Lockable:
    return fill(Lockable(tmp_path / "couple"))


# What a change that nothing stops leaves behind


def test_of_locked_books_nothing_can_be_read(filled: Lockable) -> None:
    assert CANARY.encode() in filled.all_bytes()
    old = found(filled)
    filled.lock()
    assert filled.plain() == {}
    assert CANARY.encode() not in filled.all_bytes()
    assert b"Mina" not in filled.all_bytes()
    assert found(filled) == old


def test_what_lay_beside_comes_back_byte_for_byte(filled: Lockable) -> None:
    before = {name: data for name, data in filled.files().items() if "-1" in name}
    assert len(before) == 3
    filled.lock()
    with filled.open() as store:
        keys_of_both = both(store)
        store.unlock(PASS["a"])
        store.vault.lock(words(passes=OTHER), keys_of_both)
        store.vault.unlock()
    after = filled.files()
    assert {name: after[name] for name in before} == before


def test_files_of_others_stay_where_they_are(filled: Lockable) -> None:
    for name in ("letter.txt", "2026.json.bak", "other.copy-1.json"):
        filled.folder.joinpath(name).write_text("theirs", encoding="utf-8")
    filled.lock()
    with filled.open() as store:
        store.unlock(PASS["a"])
        store.vault.unlock()
    left = filled.files()
    assert {left[name] for name in ("letter.txt", "2026.json.bak", "other.copy-1.json")} == {b"theirs"}
    assert "other.copy-1.coreg" not in left


def test_a_save_that_was_left_half_done_goes_with_the_plain_files(filled: Lockable) -> None:
    with filled.open() as store:
        filled.folder.joinpath(disk.TEMP).write_text(CANARY, encoding="utf-8")
        lock(store)
        assert CANARY.encode() not in filled.all_bytes()


def test_backups_change_with_the_books(filled: Lockable) -> None:
    old = filled.folder / BACKUPS
    (old / "one.json").write_text(CANARY, encoding="utf-8")
    with filled.open() as store:
        books = {HOME: unpack(OpenSeal(), HOME, filled.folder.joinpath("home.json").read_bytes())}
        place = conversion.stage(filled.folder, OpenSeal(), OpenSeal(), books)
        (place / BACKUPS / "two.json").write_text("sealed", encoding="utf-8")
        conversion.decide(filled.folder, OpenSeal())
        assert conversion.is_ready(filled.folder)
        conversion.finish(filled.folder)
        assert not conversion.is_ready(filled.folder)
        assert seen(store)["home"]
    assert [path.name for path in old.iterdir()] == ["two.json"]


def test_a_copy_that_somebody_takes_away_meanwhile_stops_nothing(
    filled: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = disk.read

    def take_away(path: Path, *limit: int) -> tuple[bytes, disk.Mark] | None:
        if path.name == "2026.damaged-1.json":
            path.unlink()
        return read(path, *limit)

    with filled.open() as store:
        own = both(store)
        monkeypatch.setattr(disk, "read", take_away)
        store.vault.lock(words(own))
    assert "2026.damaged-1.coreg" not in filled.files()


# What does not hold is found before anything old goes


def spoil(monkeypatch: pytest.MonkeyPatch, spoiled: Callable[[bytes], bytes | None]) -> None:
    """Let what is written into the stage be something else than what was to be written."""
    put = disk.put

    def other(path: Path, data: bytes, *, sync: bool = True) -> object:
        found = spoiled(data) if path.parent.name == STAGE and path.name == "2026.coreg" else data
        return None if found is None else put(path, found, sync=sync)

    monkeypatch.setattr("coreg.store.conversion.disk.put", other)


@pytest.mark.parametrize(
    ("spoiled", "code"),
    [
        (lambda data: data[:-1] + bytes([data[-1] ^ 1]), "damaged"),
        (lambda data: None, "not_converted"),
    ],
    ids=["a flipped bit", "a lost file"],
)
def test_a_file_that_does_not_open_again_stops_it(
    filled: Lockable, spoiled: Callable[[bytes], bytes | None], code: str
) -> None:
    before = filled.plain()
    with filled.open() as store, pytest.MonkeyPatch.context() as patch:
        spoil(patch, spoiled)
        with trouble(code):
            lock(store)
    assert filled.plain() == before
    with filled.open() as store:
        assert not store.sealed
    assert not (filled.folder / STAGE).exists()


def test_a_book_that_opens_as_another_stops_it(filled: Lockable, monkeypatch: pytest.MonkeyPatch) -> None:
    before = filled.plain()
    monkeypatch.setattr(conversion, "pack", lambda seal, name, book: seal.pack(name, {"_book": {"1": b"{}"}}))
    with filled.open() as store, trouble("damaged"):
        lock(store)
    assert filled.plain() == before


def test_books_that_are_not_whole_are_not_locked(filled: Lockable) -> None:
    year = filled.folder / "2025.json"
    year.write_bytes(year.read_bytes()[:-9])
    before = filled.plain()
    with filled.open() as store, trouble("damaged", file="2025.json"):
        lock(store)
    assert filled.plain() == before


# What was decided is carried out, and nothing is kept where it would be swept away


def test_what_is_kept_before_a_change_could_be_finished_is_there_afterwards(filled: Lockable) -> None:
    with filled.open() as store:
        own = both(store)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Path, "unlink", failing_in(filled.folder))
            with trouble("cannot_write"):
                store.vault.lock(words(own))
            with trouble("cannot_write"):
                store.keep(note("Too early."))
            with trouble("cannot_write"):
                store.home()
            with trouble("cannot_write"):
                store.left_open()
            with trouble("cannot_write"):
                store.years()
        store.keep(note("Kept afterwards."))
        assert store.sealed
    assert filled.plain() == {}
    texts = [one["text"] for one in found(filled)["all"]["notes"]]
    assert "Kept afterwards." in texts
    assert "Too early." not in texts


@pytest.mark.parametrize(
    ("look", "seen_after"),
    [
        (lambda store: [one.state for one in store.backups()], ["whole", "whole"]),
        (lambda store: {one.state for one in store.check()}, {"whole", "copy", "living"}),
    ],
    ids=["backups", "check"],
)
def test_what_is_asked_first_after_a_change_that_could_not_be_finished_is_answered_when_it_is(
    filled: Lockable, look: Callable[[Store], object], seen_after: object
) -> None:
    with filled.open() as store:
        own = both(store)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Path, "unlink", failing_in(filled.folder))
            with trouble("cannot_write"):
                store.vault.lock(words(own))
            with trouble("cannot_write"):
                look(store)
        assert look(store) == seen_after
        assert conversion.is_ready(filled.folder) is False


def failing(*_: object, **__: object) -> None:
    raise OSError(errno.EIO, "injected")


def failing_in(folder: Path) -> Callable[..., None]:
    """Let the files of a folder stay there, and those of the folders in it go."""
    real = Path.unlink

    def unlink(path: Path, *, missing_ok: bool = False) -> None:
        if path.parent == folder:
            failing()
        real(path, missing_ok=missing_ok)

    return unlink


@dataclass
class Watched:
    """Notes in their order the calls that put something on disk or take it away, and of what in a folder."""

    folder: Path
    done: list[tuple[str, str]] = field(default_factory=list)
    handles: dict[int, str] = field(default_factory=dict)

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Note what happens from now on."""
        open_, fsync, replace, unlink = os.open, os.fsync, os.replace, os.unlink

        def note_open(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
            handle = open_(path, flags, mode, dir_fd=dir_fd)
            self.handles[handle] = str(path)
            return handle

        def note_fsync(handle: int) -> None:
            self._note("fsync", self.handles[handle])
            fsync(handle)

        def note_replace(old: str, new: str) -> None:
            self._note("replace", new)
            replace(old, new)

        def note_unlink(path: str, *, dir_fd: int | None = None) -> None:
            self._note("unlink", path)
            unlink(path, dir_fd=dir_fd)

        for call in (note_open, note_fsync, note_replace, note_unlink):
            patch.setattr(os, call.__name__.removeprefix("note_"), call)

    def _note(self, call: str, path: str) -> None:
        self.done.append((call, str(path).removeprefix(str(self.folder))))

    def found(self, call: str, parent: str) -> list[int]:
        """Say when a call was made of anything right in a folder."""
        return [
            at
            for at, (name, where) in enumerate(self.done)
            if name == call and str(Path(where).parent) == parent
        ]


def test_nothing_old_goes_before_the_new_is_on_disk(
    filled: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Watched(filled.folder)
    with filled.open() as store:
        own = both(store)
        watched.watch(monkeypatch)
        store.vault.lock(words(own))
    done = watched.done
    decided = done.index(("replace", "/next.coreg"))
    staged = [done[at][1] for at in watched.found("replace", "/next") if at < decided]
    assert len(staged) == len(set(staged)) == 8
    assert done[decided - 1] == ("fsync", "/next")
    assert done[:decided].count(("fsync", "/next/coreg.tmp")) == len(staged)
    assert done[decided + 1] == ("fsync", "")
    moved = [at for at, (name, _) in enumerate(done) if at > decided and name == "replace"]
    removed = [at for at in watched.found("unlink", "/") if done[at][1].endswith(".json")]
    assert len(moved) == len(staged) + 1
    assert len(removed) == len(staged)
    assert ("fsync", "") in done[moved[-1] : removed[0]]
    assert ("fsync", "") in done[removed[-1] :]
