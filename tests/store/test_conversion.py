"""All books go under another seal at one stroke: whatever stops it, the old or the new opens."""

import errno
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import Store, conversion, disk
from coreg.store.book import HOME, unpack
from coreg.store.conversion import BACKUPS, STAGE
from coreg.store.seal import OpenSeal
from coreg.store.vault import keys
from coreg.store.vault.keys import Who
from tests.store.evenings import seen
from tests.store.helpers import note, trouble
from tests.store.test_faults import ERRORS, Faults
from tests.store.vault.lockable import (
    CANARY,
    OTHER,
    PASS,
    Act,
    Lockable,
    Seen,
    both,
    fill,
    found,
    stretched_once,
    with_backups,
    words,
)

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch the same words only once: what is tried here again and again is the disk."""
    monkeypatch.setattr(keys, "_stretched", stretched_once)


@pytest.fixture
def filled(tmp_path: Path) -> Lockable:
    return fill(Lockable(tmp_path / "couple"))


@pytest.fixture
def locked(filled: Lockable) -> Lockable:
    filled.lock()
    return filled


def lock(store: Store) -> None:
    store.vault.lock(words(both(store)))


def new_keys(store: Store) -> None:
    store.vault.lock(words(passes=OTHER), both(store))


def unlock(store: Store) -> None:
    store.vault.unlock()


class Killed(BaseException):
    """The process is gone: nothing that would clean up behind it may touch the disk any more."""


@dataclass
class MoreFaults(Faults):
    """The faults of the store's own calls, and of those that whole folders need."""

    killed: bool = False

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        super().watch(patch)
        for name in ("scandir",):
            self.real[name] = getattr(os, name)
            patch.setattr(os, name, self._failing(name))

    def _failing(self, name: str) -> Callable[..., object]:
        if not self.killed:
            return super()._failing(name)

        def call(*args: memoryview, **named: object) -> object:
            number, self.made = self.made, self.made + 1
            if number < self.number:
                return self.real[name](*args, **named)
            if name == "write" and number == self.number:
                self.real[name](args[0], args[1][: len(args[1]) // 2])
            if name == "close":
                with suppress(OSError):
                    self.real[name](*args)
            raise Killed

        return call


@dataclass(frozen=True)
class After:
    """What a change left: how it ended, whether the new holds, and all that is seen here and next time."""

    home: Lockable
    ended: str
    turned: bool
    views: list[Seen]


@dataclass(frozen=True)
class Trial:
    """One change of the seal, from this folder, with these words afterwards."""

    home: Lockable
    act: Act
    passes: dict[Who, str]
    to_locked: bool = True

    def calls(self) -> int:
        """Count the calls to the system that the change makes."""
        calm = MoreFaults(-1, 0)
        assert self.attempt(calm).turned
        return calm.made

    def attempt(self, faults: MoreFaults) -> After:
        """Do it on a copy with faults."""
        home = self.home.copy("trial")
        with home.open(seed=9) as store:
            if store.locked:
                store.unlock(PASS["a"])
            with pytest.MonkeyPatch.context() as patch:
                faults.watch(patch)
                ended = how_it_ends(self.act, store)
            views = [] if ended == "killed" else [self._seen(lambda passes: with_backups(store, passes))[1]]
        new_words, view = self._seen(lambda passes: found(home, passes, with_backups))
        return After(home, ended, new_words and home.locked == self.to_locked, [*views, view])

    def _seen(self, look: Callable[[dict[Who, str]], Seen]) -> tuple[bool, Seen]:
        """Look with the new words, or with the old ones; say which it was."""
        try:
            return True, look(self.passes)
        except Trouble as problem:
            if problem.code != "does_not_fit":
                raise
        return False, look(PASS)


def how_it_ends(act: Act, store: Store) -> str:
    try:
        act(store)
    except Trouble:
        return "trouble"
    except Killed:
        return "killed"
    return "done"


def trial_of(home: Lockable, change: str) -> Trial:
    """Fill a folder and bring it into the state that a change begins with."""
    fill(home)
    if change == "lock":
        return Trial(home, lock, PASS)
    home.lock()
    if change == "unlock":
        return Trial(home, unlock, PASS, to_locked=False)
    return Trial(home, new_keys, OTHER)


def play(trial: Trial, faults: Iterable[MoreFaults]) -> Counter[str]:
    """Make the change once with each of these faults; count how it ended and what was there then."""
    counted: Counter[str] = Counter()
    old = found(trial.home, look=with_backups)
    for fault in faults:
        after = trial.attempt(fault)
        gone: Seen = {"backups": []} if trial.act is new_keys and after.turned else {}
        assert all(view == {**old, **gone} for view in after.views), (fault.number, fault.error, after.ended)
        assert after.turned or after.ended != "done", fault.number
        assert kinds(after.home) == {".coreg" if after.home.locked else ".json"}
        assert not (after.home.locked and CANARY.encode() in after.home.all_bytes())
        counted[f"{after.ended}, {'turned' if after.turned else 'as it was'}"] += 1
    print(counted)
    return counted


def kinds(home: Lockable) -> set[str]:
    """Say how the files of a folder end. The stage is gone when it has been opened for writing."""
    assert not (home.folder / STAGE).exists()
    return {Path(name).suffix for name in home.files()}


CHANGES = ["lock", "unlock", "new keys"]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.timeout(120)
def test_wherever_it_is_killed_the_old_or_the_new_opens_with_everything(tmp_path: Path, change: str) -> None:
    trial = trial_of(Lockable(tmp_path / "couple"), change)
    calls = trial.calls()
    assert calls > 100
    counted = play(trial, (MoreFaults(number, 0, killed=True) for number in range(1, calls, 5)))
    assert counted["killed, turned"] > 0
    assert counted["killed, as it was"] > 0


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.timeout(120)
def test_whatever_call_fails_the_old_or_the_new_opens_with_everything(tmp_path: Path, change: str) -> None:
    trial = trial_of(Lockable(tmp_path / "couple"), change)

    def faults() -> Iterator[MoreFaults]:
        for number in range(1, trial.calls(), 6):
            yield MoreFaults(number, ERRORS[number // 6 % len(ERRORS)], ever_after=number // 6 % 2 == 1)

    counted = play(trial, faults())
    assert counted["trouble, turned"] > 0
    assert counted["trouble, as it was"] > 0


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("how", ["killed", "once", "ever after"])
def test_at_every_call_the_old_or_the_new_opens_with_everything(
    tmp_path: Path, change: str, how: str
) -> None:
    trial = trial_of(Lockable(tmp_path / "couple"), change)
    play(
        trial,
        (
            MoreFaults(number, error, ever_after=how == "ever after", killed=how == "killed")
            for number in range(trial.calls())
            for error in (ERRORS if how != "killed" else [0])
        ),
    )


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
            patch.setattr(Path, "unlink", failing)
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


def failing(*_: object, **__: object) -> None:
    raise OSError(errno.EIO, "injected")


def test_nothing_old_goes_before_the_new_is_on_disk(
    filled: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, str]] = []
    handles: dict[int, str] = {}
    open_, fsync, replace, unlink = os.open, os.fsync, os.replace, os.unlink

    def note_open(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        handle = open_(path, flags, mode, dir_fd=dir_fd)
        handles[handle] = str(path)
        return handle

    def note_fsync(handle: int) -> None:
        done.append(("fsync", below(handles[handle])))
        fsync(handle)

    def note_replace(old: str, new: str) -> None:
        done.append(("replace", below(new)))
        replace(old, new)

    def note_unlink(path: str, *, dir_fd: int | None = None) -> None:
        done.append(("unlink", below(path)))
        unlink(path, dir_fd=dir_fd)

    def below(path: str) -> str:
        return str(path).removeprefix(str(filled.folder))

    with filled.open() as store:
        own = both(store)
        for call in (note_open, note_fsync, note_replace, note_unlink):
            monkeypatch.setattr(os, call.__name__.removeprefix("note_"), call)
        store.vault.lock(words(own))
    decided = done.index(("replace", "/next.coreg"))
    staged = [
        where for name, where in done[:decided] if name == "replace" and str(Path(where).parent) == "/next"
    ]
    assert len(staged) == len(set(staged)) == 8
    assert done[decided - 1] == ("fsync", "/next")
    assert done[:decided].count(("fsync", "/next/coreg.tmp")) == len(staged)
    assert done[decided + 1] == ("fsync", "")
    moved = [at for at, (name, _) in enumerate(done) if at > decided and name == "replace"]
    removed = [
        at
        for at, (name, where) in enumerate(done)
        if name == "unlink" and str(Path(where).parent) == "/" and where.endswith(".json")
    ]
    assert len(moved) == len(staged) + 1
    assert len(removed) == len(staged)
    assert ("fsync", "") in done[moved[-1] : removed[0]]
    assert ("fsync", "") in done[removed[-1] :]
