"""Books and exports of every version that was ever released are read, and those of newer ones left alone."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coreg.record.headline import Said
from coreg.record.models import Session
from coreg.record.schema import SCHEMA
from coreg.store import Store
from coreg.store.book import pack_together
from coreg.store.importing import Tally
from tests.store.copies import read_path, take_in
from tests.store.helpers import Home, contents, note, trouble

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


@pytest.mark.parametrize("version", [*range(1, SCHEMA + 1)])
def test_there_is_a_sample_of_every_version(version: int) -> None:
    assert (SAMPLES / f"schema-{version}").is_dir()
    assert (SAMPLES / "exports" / f"schema-{version}.json").is_file()


@pytest.mark.parametrize("name", ["schema-1", "exports/schema-1.json"])
def test_an_old_copy_can_be_taken_in(home: Home, name: str) -> None:
    preview = take_in(home, read_path(SAMPLES / name))
    assert preview.counts["sessions"] == Tally(new=2)
    with home.open() as store:
        assert [one.text for one in store.notes()] == ["Two lines\nof a note."]
        found = store.home()
        assert found
        assert [one.text for one in found.promises] == ["A walk on Sunday"]


def test_an_old_export_holds_what_the_old_book_held(sample: Home) -> None:
    with sample.open() as store:
        assert not store.preview(read_path(SAMPLES / "exports" / "schema-1.json")).changes


def newer(data: bytes) -> bytes:
    """Make of a file one of the next version; its sum cannot hold, since nobody knows how that one counts."""
    made = re.sub(rb'"schema": ?%d' % SCHEMA, b'"schema":%d' % (SCHEMA + 1), data, count=1)
    assert made != data
    return made


def waiting(home: Home) -> bytes:
    return pack_together({"2026": home.file("2026.json").read_bytes()})


FILES: dict[str, tuple[Callable[[Home], bytes], Callable[[Store, Path], object]]] = {
    "home.json": (lambda home: home.file("home.json").read_bytes(), lambda store, path: store.home()),
    "2026.json": (lambda home: home.file("2026.json").read_bytes(), lambda store, path: store.sessions()),
    "live.json": (lambda home: home.file("live.json").read_bytes(), lambda store, path: store.left_open()),
    "pending.json": (waiting, lambda store, path: store.sessions()),
    "export.json": (
        lambda home: (SAMPLES / "exports" / "schema-1.json").read_bytes(),
        lambda store, path: store.take_in(read_path(path)),
    ),
}
"""Each kind of file: how to make one, and who reads it."""


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("name", FILES)
def test_a_newer_file_is_refused_and_left_untouched(sample: Home, name: str, write: bool) -> None:
    make, read = FILES[name]
    file = sample.file(name)
    file.write_bytes(newer(make(sample)))
    before = contents(sample.folder)
    with trouble("newer", file=name, found=SCHEMA + 1, known=SCHEMA), sample.open(write=write) as store:
        read(store, file)
    with sample.open(write=write, check=False) as store:
        assert name == "export.json" or "newer" in {one.state for one in store.check()}
    assert contents(sample.folder) == before
