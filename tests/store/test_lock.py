"""One instance writes; the others are told since when and where."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from coreg.store import disk, lock
from coreg.store.lock import NAME, Lock
from tests.store.helpers import EVENING, Home, note, trouble

HOLDER = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
from coreg.store import Store
try:
    store = Store.open(Path(sys.argv[1]), device="d", now=lambda: datetime.now(UTC), random=os.urandom)
except Exception as error:
    print(getattr(error, "code", "other"), flush=True)
else:
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_a_second_instance_is_refused_and_told_since_when(home: Home) -> None:
    with home.open():
        home.wall.go(minutes=5)
        with trouble("busy", since="20:14"):
            home.open()
    home.open().close()


def test_another_day_is_named_with_its_date(home: Home) -> None:
    with home.open():
        home.wall.go(days=2)
        with trouble("busy", since="2026-11-23 20:14"):
            home.open()


def test_a_refused_instance_changes_nothing(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        before = home.file(NAME).read_bytes()
        with trouble("busy"):
            home.open()
        assert home.file(NAME).read_bytes() == before


def test_readers_need_no_lock_and_leave_nothing(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        with home.open(write=False) as reader:
            assert reader.home() == store.home()
    other = Home(home.folder.with_name("none"))
    with other.open(write=False) as reader:
        assert reader.home() is None
        assert reader.years() == ()
    assert not other.folder.exists()


def test_closing_twice_is_closing_once(home: Home) -> None:
    store = home.open()
    store.close()
    store.close()
    home.open().close()


@pytest.mark.parametrize(
    "note", [b"", b"{", b"[]", b'{"since": 5, "where": 1}', b'{"since": "x"}', b"\xff" * 600]
)
def test_a_note_that_cannot_be_read_is_no_trouble(home: Home, note: bytes) -> None:
    with home.open():
        home.file(NAME).write_bytes(note)
        with trouble("busy", since="20:14", where="?"):
            home.open()


def test_what_stands_in_the_note_cannot_move_a_cursor(home: Home) -> None:
    with home.open():
        home.file(NAME).write_bytes(
            b'{"since": "2026-11-23T20:00:00+00:00", "where": "\\u001b[2J%s"}' % (b"x" * 100)
        )
        with trouble("busy", since="20:00", where="x" * 40):
            home.open()


def test_the_terminal_is_named_if_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {1: "/dev/pts/3"}

    def ttyname(handle: int) -> str:
        if handle in names:
            return names[handle]
        raise OSError

    monkeypatch.setattr(os, "ttyname", ttyname)
    for expected in ("pts/3", f"process {os.getpid()}"):
        held = Lock(tmp_path, EVENING)
        with trouble("busy", where=expected):
            Lock(tmp_path, EVENING + timedelta(hours=1))
        held.release()
        names.clear()


def test_the_lock_is_held_even_if_nothing_can_be_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "write", refuse)
    held = Lock(tmp_path, EVENING)
    with trouble("busy"):
        Lock(tmp_path, EVENING)
    held.release()


def test_a_folder_in_place_of_the_lock_is_trouble(home: Home) -> None:
    home.file(NAME).mkdir(parents=True)
    with trouble("cannot_write"):
        home.open()


def test_a_store_that_cannot_be_opened_does_not_keep_the_lock(home: Home) -> None:
    home.folder.mkdir()
    home.file("home.json").write_bytes(b"")
    for _ in range(2):
        with trouble("damaged"):
            home.open()


def lost_between_two(home: Home, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Write with two at once, each in the middle of the other's save; return what was acknowledged and lost.

    Raises Trouble: busy, when the second does not get in.
    """
    with home.open() as first, home.open() as second, monkeypatch.context() as patch:
        first.setup("Mina", "Jo")
        put, acknowledged = disk.put, set[str]()

        def interrupted(path: Path, data: bytes, *, sync: bool = True) -> disk.Mark:
            patch.setattr(disk, "put", put)
            second.keep(note("of the second"))
            acknowledged.add("of the second")
            return put(path, data, sync=sync)

        patch.setattr(disk, "put", interrupted)
        first.keep(note("of the first"))
        acknowledged.add("of the first")
    with home.open(write=False) as reader:
        return acknowledged - {one.text for one in reader.notes()}


def test_two_writers_at_once_would_lose_what_was_acknowledged(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with trouble("busy"):
        lost_between_two(home, monkeypatch)
    monkeypatch.setattr(lock, "_claim", lambda _: None)
    assert lost_between_two(Home(home.folder.with_name("unlocked")), monkeypatch)


def test_of_many_that_race_one_gets_in_and_after_its_death_the_next(home: Home) -> None:
    home.folder.mkdir()
    racing = [holder(home.folder) for _ in range(6)]
    answers = [said(process) for process in racing]
    try:
        assert sorted(answers) == ["busy"] * 5 + ["held"]
        winner = racing[answers.index("held")]
        with trouble("busy"):
            home.open()
        winner.send_signal(signal.SIGKILL)
        winner.wait()
        home.open().close()
    finally:
        for process in racing:
            process.communicate("")


def test_a_child_does_not_inherit_the_lock(home: Home) -> None:
    with home.open():
        child = subprocess.Popen(
            [sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE
        )
    try:
        home.open().close()
    finally:
        child.communicate(b"")
