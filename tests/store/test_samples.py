"""Books of every version that was ever released open, and are not written until something changes."""

import shutil
from pathlib import Path

import pytest

from coreg.record.headline import Said
from coreg.record.models import Session
from tests.store.helpers import Home, contents, note

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(params=["schema-1"])
def sample(home: Home, request: pytest.FixtureRequest) -> Home:
    shutil.copytree(SAMPLES / request.param, home.folder)
    for path in home.folder.iterdir():
        path.chmod(0o600)
    return home


def test_an_old_book_opens_and_holds_what_it_held(sample: Home) -> None:
    before = contents(sample.folder)
    with sample.open() as store:
        found = store.home()
        assert found
        assert (found.a, found.b) == ("Mina", "Jo")
        lines = (Said("a", "You asked before you fixed it."), Said("b", "Ich höre dich. 👩‍💻 שלום"))
        assert [one.lines for one in found.headlines] == [lines, lines]
        assert [one.text for one in found.promises] == ["A walk on Sunday"]
        newest = store.sessions(limit=1)[0]
        assert isinstance(newest, Session)
        assert newest.entries[0].lines[1].later[0].text == "Still true."
        assert newest.entries[0].before
        assert newest.entries[0].before.b.feelings == ("tired",)
        assert [one.text for one in store.notes()] == ["Two lines\nof a note."]
        assert [one.text for one in store.binned()] == ["In the bin."]
        assert [one.state for one in store.agreements(None)] == ["open", "kept"]
        assert [data for _, data in store.aside()] == [b'{"step": 2}']
        assert store.left_open() == b'{"step": 3}'
        assert {one.state for one in store.check()} == {"whole", "living"}
        assert len(store.everything()["sessions"]) == 2
    assert contents(sample.folder) == before


def test_an_old_book_can_be_written_in(sample: Home) -> None:
    with sample.open() as store:
        store.keep(note())
        store.bin(store.sessions(limit=1)[0].id)
        store.empty_bin()
        assert (len(store.sessions()), len(store.notes())) == (1, 2)
