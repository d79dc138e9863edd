"""One locked book alone is taken in: under whatever name, and only with our own key."""

from pathlib import Path

import pytest

from coreg.store.book import Book, pack
from coreg.store.incoming import look_data, read_locked
from coreg.store.sealed_copy import CopySeal, LockedCopy
from coreg.store.vault import box, keys
from tests.store.helpers import note, trouble
from tests.store.sealed_copies import lock, locked, opened, take_in
from tests.store.vault.lockable import PASS, Lockable, fill, stretched_once


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_stretched", stretched_once)


@pytest.fixture
def ours(tmp_path: Path) -> Lockable:
    """Return an open folder with something of everything in it, private notes of both among it."""
    return fill(Lockable(tmp_path / "couple"))


@pytest.mark.parametrize("name", ["home.coreg", "2026.coreg", "found on a stick"])
def test_one_file_is_taken_in_with_our_own_key_whatever_its_name(ours: Lockable, name: str) -> None:
    lock(ours)
    theirs = ours.copy("theirs")
    with opened(theirs) as store:
        store.keep(note("Written there."))
        store.put_aside("two", b"{}")
    path = theirs.folder / name
    if not path.exists():
        (theirs.folder / "2026.coreg").rename(path)
    done = take_in(ours, path)
    assert (done.total.new, done.aside) == ((0, 1) if name == "home.coreg" else (1, 0))
    assert done.named == (name == "home.coreg")


@pytest.mark.parametrize("name", ["home.coreg", "2026.coreg"])
def test_one_file_that_our_key_does_not_open_is_better_named_with_its_folder(
    ours: Lockable, name: str
) -> None:
    theirs = ours.copy("theirs")
    lock(theirs)
    found = locked(theirs.folder / name)
    for _ in range(2):
        with opened(ours) as store, trouble("import_locked", file=name):
            store.own_seal(found)
        if not ours.locked:
            lock(ours)
    with trouble("import_locked" if found.ring is None else "copy_does_not_fit", file=name):
        found.unlock("no such words at all")


@pytest.mark.parametrize("name", ["private.coreg", "live.coreg"])
def test_only_books_of_records_are_taken_in_alone(ours: Lockable, name: str) -> None:
    lock(ours)
    found = locked(ours.copy("theirs").folder / name)
    with opened(ours) as store:
        seal = store.own_seal(found)
    assert seal
    with trouble("import_strange", file=name):
        read_locked(found, seal)


@pytest.mark.parametrize(
    ("top", "code"),
    [
        (b"[]", "import_damaged"),
        (b"{}", "import_damaged"),
        (b"no JSON", "import_damaged"),
        (b"7", "import_damaged"),
        (b'{"id":"x"}', "import_damaged"),
        (b'{"id":"x","name":"2026"}', "import_damaged"),
        (b'{"id":"x","name":"2026","v":2}', "newer"),
        (b'{"id":"x","v":2}', "newer"),
    ],
)
def test_a_file_whose_clear_part_does_not_hold_is_refused(top: bytes, code: str) -> None:
    data = box.close(top, bytes(32), bytes(32), b"{}")
    with trouble(code, file="-"):
        look_data("-", data)


def test_a_name_that_stands_twice_in_it_is_refused(ours: Lockable) -> None:
    lock(ours)
    with opened(ours) as store:
        ring, shared = store.vault.ring(), store.vault.keys(PASS["a"]).shared
        assert ring
        seal = CopySeal(ring, shared)
        raw = b'{"id":"n","text":"one","text":"two"}'
        data = pack(seal, "2026", Book({"notes": {"1": raw}}, 1))
        found = look_data("-", data)
        assert isinstance(found, LockedCopy)
        assert store.own_seal(found)
    with trouble("import_names", file="-"):
        read_locked(found, seal)
