"""What a person may not write is said in time; what others may not read they cannot."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.helpers import Home, contents, note

# As a person, not as root, to whom nothing is forbidden; all is imported first, from where root may read.
CHILD = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from coreg.record.models import Note
from coreg.record.trouble import Trouble
from coreg.store import Store


AT = datetime(2026, 11, 23, 20, 14, tzinfo=UTC)

def act(folder, write):
    store = Store.open(folder, device="d", now=lambda: AT, random=os.urandom, write=write)
    found = [len(store.notes())]
    if write:
        store.keep(Note(text="new", written=AT, local_date=AT.date()))
        found.append(len(store.notes()))
    return found

with TemporaryDirectory() as trial:
    act(Path(trial), True)
if os.getuid() == 0:
    os.setgroups([])
    os.setresgid(65534, 65534, 65534)
    os.setresuid(65534, 65534, 65534)
for write in (True, False):
    try:
        print(*act(Path(sys.argv[1]), write))
    except Trouble as trouble:
        print(trouble.code)
"""
NOBODY = 65534


@pytest.fixture
def ours(home: Home) -> Home:
    """Make a folder with a book that belongs to whoever the child is."""
    with home.open() as store:
        store.keep(note())
    if os.getuid() == 0:
        for path in (home.folder, *home.folder.iterdir()):
            os.chown(path, NOBODY, NOBODY)
        for above in home.folder.parents:
            if not above.stat().st_mode & stat.S_IXOTH:
                above.chmod(above.stat().st_mode | stat.S_IXOTH)
    return home


def answers(folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_what_is_ours_can_be_written_and_read(ours: Home) -> None:
    assert answers(ours.folder) == ["1 2", "2"]


def test_a_folder_that_may_not_be_written_can_be_read(ours: Home) -> None:
    before = contents(ours.folder)
    ours.folder.chmod(0o555)
    assert answers(ours.folder) == ["read_only", "1"]
    ours.folder.chmod(0o700)
    assert contents(ours.folder) == before


def test_a_file_that_was_made_read_only_stays_as_it_is(ours: Home) -> None:
    before = contents(ours.folder)
    ours.file("2026.json").chmod(0o444)
    assert answers(ours.folder) == ["read_only", "1"]
    assert contents(ours.folder) == before


@pytest.mark.parametrize("name", ["2026.json", "."])
def test_what_may_not_be_read_is_said(ours: Home, name: str) -> None:
    ours.file(name).chmod(0)
    codes = answers(ours.folder)
    ours.folder.chmod(0o700)
    assert codes[1] == "cannot_read"
    assert codes[0] in {"cannot_read", "read_only", "cannot_write"}


def test_others_cannot_read_what_is_kept(home: Home) -> None:
    old = os.umask(0)
    try:
        with home.open() as store:
            store.setup("Mina", "Jo")
            store.keep(note())
            store.snapshot(b"x")
    finally:
        os.umask(old)
    for path in (home.folder, *home.folder.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
