"""A full disk is said, loses nothing, and is no trouble any more when there is room again."""

import subprocess
import sys

from tests.store.helpers import Home, names, note

CHILD = """
import os, resource, sys
from datetime import UTC, datetime
from pathlib import Path
from coreg.record.models import Note
from coreg.record.trouble import Trouble
from coreg.store import Store

AT = datetime(2026, 11, 23, 20, 14, tzinfo=UTC)

def note(text):
    return Note(text=text, written=AT, local_date=AT.date())

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

store = Store.open(Path(sys.argv[1]), device="d", now=lambda: AT, random=os.urandom)
kept, refused = 0, []
limit(60_000)
for number in range(20):
    try:
        store.keep(note("x" * 5_000))
        kept += 1
    except Trouble as trouble:
        refused.append(trouble.code)
    assert len(store.notes()) == kept + 1
try:
    store.snapshot(b"x" * 100_000)
except Trouble as trouble:
    refused.append(trouble.code)
limit(resource.RLIM_INFINITY)
store.keep(note("there is room again"))
print(kept, len(refused), *set(refused))
"""


def test_a_full_disk_keeps_the_old_state_and_goes_on_when_there_is_room(home: Home) -> None:
    with home.open() as store:
        store.keep(note("before"))
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(home.folder)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    kept, refused, *codes = done.stdout.split()
    assert codes == ["disk_full"]
    assert int(refused) >= 5
    assert names(home.folder) == ["2026.json"]
    with home.open() as store:
        texts = [one.text for one in store.notes()]
        assert len(texts) == int(kept) + 2
        assert {"before", "there is room again"} < set(texts)
