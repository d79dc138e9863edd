"""A backup takes the place of the books as a whole, and nothing that was there before is lost by it."""

import shutil
from itertools import count
from pathlib import Path

import pytest
from tinydb.storages import MemoryStorage, Storage

from coreg.record.models import Session
from coreg.record.trouble import Trouble
from coreg.store import Store, disk
from tests.store.evenings import seen
from tests.store.helpers import DAY, Home, contents, line, names, note, session, trouble
from tests.store.seals import SEALS, open_sealed, seal

FIRST = "2026-11-24"


def texts(store: Store) -> list[str]:
    return sorted(one.text for one in store.notes())


def heads(store: Store) -> list[str]:
    home = store.home()
    assert home
    return [one.text for headline in home.headlines for one in headline.lines]


def test_the_books_are_as_they_were_and_what_was_there_is_a_backup(grown: Home) -> None:
    with grown.open() as store:
        before = seen(store)
        made = store.restore(FIRST)
        assert made == "2026-11-26-before-restore-1"
        assert (texts(store), heads(store)) == (["note 0"], ["line 0"])
        after = seen(store)
    with grown.open() as store:
        assert seen(store) == after
        store.restore(made)
        assert seen(store) == before


def test_both_books_change_together_or_neither(grown: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    ground = grown.folder.with_name("ground")
    shutil.copytree(grown.folder, ground)
    real = disk.put
    left = 0

    class Killed(BaseException):
        pass

    def put(path: Path, data: bytes, *, sync: bool = True) -> disk.Mark:
        nonlocal left
        left -= 1
        if left < 0:
            raise Killed
        return real(path, data, sync=sync)

    found = []
    for number in count():
        shutil.rmtree(grown.folder)
        shutil.copytree(ground, grown.folder)
        left = number
        done = False
        with monkeypatch.context() as patched:
            patched.setattr(disk, "put", put)
            store = grown.open()
            try:
                store.restore(FIRST)
                done = True
            except Killed:
                pass
            finally:
                store.close()
        with grown.open() as again:
            found.append((texts(again), again.couple() is not None))
            assert {one.state for one in again.check()} == {"whole"}
        if done:
            break
    assert {len(notes) for notes, _ in found} == {1, 3}
    assert all(couple for _, couple in found)
    assert [len(notes) for notes, _ in found] == sorted((len(notes) for notes, _ in found), reverse=True)


@pytest.mark.parametrize("ill", [["home.json"], ["2026.json"], ["home.json", "2026.json"]])
def test_damaged_books_are_kept_beside_and_replaced(grown: Home, ill: list[str]) -> None:
    for name in ill:
        grown.file(name).write_bytes(b"torn " + name.encode())
    with grown.open(check=False) as store:
        store.restore(FIRST)
        assert (texts(store), heads(store)) == (["note 0"], ["line 0"])
    for name in ill:
        stem = name.removesuffix(".json")
        assert grown.file(f"{stem}.damaged-1.json").read_bytes() == b"torn " + name.encode()
    with grown.open() as store:
        assert texts(store) == ["note 0"]
        assert {one.state for one in store.check()} <= {"whole", "copy", "open_to_others"}


def test_a_kill_while_a_damaged_home_is_replaced_leaves_it_or_what_replaced_it(
    grown: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    grown.file("home.json").write_bytes(b"torn")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with grown.open(check=False) as store, monkeypatch.context() as patched:
        patched.setattr("coreg.store.pending.Pending.settle", stop)
        with pytest.raises(KeyboardInterrupt):
            store.restore(FIRST)
    assert "pending.json" in names(grown.folder)
    assert grown.file("home.json").read_bytes() == b"torn"
    with grown.open() as store:
        assert texts(store) == ["note 0"]
    assert grown.file("home.damaged-1.json").read_bytes() == b"torn"


def test_a_damaged_book_is_kept_beside_once(grown: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    grown.file("2026.json").write_bytes(b"torn")

    real = disk.put

    def refuse(path: Path, data: bytes, *, sync: bool = True) -> disk.Mark:
        if path.name == "pending.json":
            raise Trouble("disk_full", path=str(path))
        return real(path, data, sync=sync)

    with grown.open() as store:
        with monkeypatch.context() as patched, trouble("disk_full"):
            patched.setattr(disk, "put", refuse)
            store.restore(FIRST)
        store.restore(FIRST)
        assert texts(store) == ["note 0"]
    assert [name for name in names(grown.folder) if "damaged" in name] == ["2026.damaged-1.json"]


def test_a_change_that_waits_is_finished_first(grown: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    with grown.open() as store:
        with monkeypatch.context() as patched:
            patched.setattr("coreg.store.pending.Pending.settle", lambda _: None)
            store.keep(session(DAY, line("l", "line waiting")))
        made = store.restore(FIRST)
        assert heads(store) == ["line 0"]
        store.restore(made)
        assert "line waiting" in heads(store)


@pytest.mark.parametrize("damage", ["home.json", "pending.json"])
def test_a_change_that_cannot_be_finished_is_put_aside_whole(
    grown: Home, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    with grown.open() as store, monkeypatch.context() as patched:
        patched.setattr("coreg.store.pending.Pending.settle", lambda _: None)
        store.keep(session(DAY, line("l", "line waiting")))
    grown.file(damage).write_bytes(b"torn")
    pending = grown.file("pending.json").read_bytes()
    with grown.open(check=False) as store:
        store.restore(FIRST)
        assert heads(store) == ["line 0"]
    assert grown.file("pending.damaged-1.json").read_bytes() == pending
    assert "pending.json" not in names(grown.folder)


def test_stamps_and_counts_go_on_increasing(grown: Home) -> None:
    with grown.open() as store:
        grown.wall.go(days=300)
        last = store.keep(note("from a clock that was wrong"))
        grown.wall.go(days=-300)
    with grown.open() as store:
        store.restore(FIRST)
        assert store.keep(note("and on")).changed > last.changed
    with grown.open(write=False) as reader:
        assert len(reader.notes()) == 2


def test_the_backup_that_is_put_back_is_not_let_go_of_for_the_one_made_before(home: Home) -> None:
    with home.open() as store:
        store.keep(note("first"))
        first = store.backup("by-hand")
        store.keep(note("second"))
        for _ in range(9):
            store.backup("by-hand")
        store.restore(first)
        assert texts(store) == ["first"]
        found = [one.name for one in store.backups()]
        assert first in found
        assert len([name for name in found if name.count("-") > 2]) == 10


@pytest.mark.parametrize("data", [b"torn", None])
def test_only_a_whole_backup_is_put_back(grown: Home, data: bytes | None) -> None:
    if data:
        (grown.folder / "backups" / FIRST / "home.json").write_bytes(data)
    before = contents(grown.folder)
    with grown.open() as store, trouble("damaged" if data else "no_such_backup"):
        store.restore(FIRST if data else "2026-11-01")
    assert contents(grown.folder) == before


def test_a_book_of_a_newer_coreg_is_not_replaced(grown: Home) -> None:
    grown.file("2030.json").write_bytes(b'{"_book":{"1":{"schema":99}}}')
    before = contents(grown.folder)
    with grown.open() as store, trouble("newer"):
        store.restore(FIRST)
    assert contents(grown.folder) == before


def test_what_cannot_be_read_just_now_is_not_taken_for_damaged(
    grown: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise Trouble("cannot_read", path="x")

    with grown.open() as store, monkeypatch.context() as patched, trouble("cannot_read"):
        patched.setattr("coreg.store.pending.Pending.resume", refuse)
        store.restore(FIRST)


def test_one_who_reads_puts_nothing_back(grown: Home) -> None:
    with grown.open(write=False) as reader:
        assert [one.name for one in reader.backups()] == ["2026-11-25", FIRST, "2026-11-23-at-leaving-1"]
        assert reader.backup_failure() is None
        with trouble("read_only"):
            reader.restore(FIRST)
        with trouble("read_only"):
            reader.backup("by-hand")


def test_books_in_no_folder_have_no_backups(home: Home) -> None:
    kind: type[Storage] = MemoryStorage
    memory = kind()
    with home.open(storage=memory) as store:
        assert (store.backups(), store.backup_failure()) == ([], None)
        with trouble("no_backups"):
            store.backup("by-hand")
        with trouble("no_backups"):
            store.restore(FIRST)


def test_headlines_that_a_backup_lost_are_made_anew(grown: Home) -> None:
    with grown.open() as store:
        kept = store.sessions()[-1]
        assert isinstance(kept, Session)
        store.delete(kept.id, "l")
        store.restore("2026-11-25")
        assert heads(store) == ["line 1"]


@pytest.mark.parametrize("kind", SEALS)
def test_a_backup_is_put_back_under_either_seal(home: Home, kind: str) -> None:
    with open_sealed(home, kind) as store:
        store.setup("Mina", "Jo")
        store.keep(note("first"))
        name = store.backup("by-hand")
        store.keep(note("second"))
    suffix = seal(kind).suffix
    home.file(f"home{suffix}").write_bytes(b"torn")
    with pytest.raises(Trouble) as caught:
        open_sealed(home, kind)
    assert caught.value.facts == {"file": f"home{suffix}", "backup": "2026-11-23-at-leaving-2"}
    with open_sealed(home, kind, check=False) as store:
        store.restore(name)
        assert texts(store) == ["first"]
    assert home.file(f"home.damaged-1{suffix}").read_bytes() == b"torn"
    with open_sealed(home, kind) as store:
        assert texts(store) == ["first"]
