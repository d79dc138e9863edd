"""The doctor sees every file as it is; what another hand changed can be taken over, what is broken cannot."""

from pathlib import Path

import pytest
from tinydb import TinyDB

from coreg.record.models import Note
from coreg.record.schema import SCHEMA
from coreg.store.disk import TEMP
from coreg.store.store import Store
from tests.store.helpers import DAY, Home, agreement, contents, line, names, note, session, trouble
from tests.store.test_seal import forged


@pytest.fixture
def filled(home: Home) -> Home:
    with home.open() as store:
        store.setup("Mina", "Jo")
        store.keep(session(DAY, line("l", "Before.")))
        store.keep(note("We talked."))
        store.keep(agreement())
    return home


def edit(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))


def states(store: Store) -> dict[str, tuple[str, int]]:
    return {one.file: (one.state, one.records) for one in store.check()}


def test_there_is_nothing_to_see_where_nothing_is(home: Home, store: Store) -> None:
    assert store.check() == []
    with Home(home.folder.with_name("none")).open(write=False) as reader:
        assert reader.check() == []


NEWER = {"gen": 1, "schema": SCHEMA + 1}
ODD = b',\n"notes":{\n"1":{"id":"n"}\n}}\n'
FILES = {
    "2020.json": (b"", "damaged"),
    "2021.json": (forged({"book": "2021", **NEWER}), "newer"),
    "2022.json": (forged({"book": "2022", "gen": 1, "schema": 1}, ODD), "damaged"),
    "2023.json": (forged({"book": "2023", "gen": 1, "schema": 1}, ODD.replace(b"}\n}", b",\n}")), "damaged"),
    "2024.json": (forged({"book": "2026", "gen": 1, "schema": 1}), "changed_outside"),
    "2026.conflict-1.json": (b"", "copy"),
    "live.damaged-3.json": (b"", "copy"),
    TEMP: (b"half", "left_over"),
    "other.txt": (b"", None),
}


def test_every_file_is_seen_as_it_is(filled: Home) -> None:
    with filled.open() as store:
        store.snapshot(b"x")
        for name, (data, _) in FILES.items():
            filled.file(name).write_bytes(data)
            filled.file(name).chmod(0o600)
        filled.folder.chmod(0o755)
        before = contents(filled.folder)
        found = states(store)
        sizes = {one.file: one.size for one in store.check() if one.file != "."}
        assert contents(filled.folder) == before
    expected = {name: (state, 0) for name, (_, state) in FILES.items() if state}
    whole = {"2026.json": ("whole", 2), "home.json": ("whole", 2), "live.json": ("living", 0)}
    assert found == {".": ("open_to_others", 0), **whole, **expected}
    assert sizes == {name: len(before[name]) for name in sizes}


def test_a_file_that_others_can_read_is_named(filled: Home) -> None:
    filled.file("2026.json").chmod(0o644)
    with filled.open() as store:
        assert [(one.file, one.state) for one in store.check()][:2] == [
            ("2026.json", "open_to_others"),
            ("2026.json", "whole"),
        ]


def test_a_waiting_change_is_seen_by_one_who_reads(filled: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled.open() as store, monkeypatch.context() as patched:
        patched.setattr("coreg.store.pending.Pending.settle", lambda _: None)
        store.keep(session(DAY, line("m", "After.")))
    with filled.open(write=False) as reader:
        assert states(reader)["pending.json"] == ("waiting", 5)
        assert len(reader.sessions()) == 2


def test_a_book_edited_by_hand_is_taken_over_when_it_is_accepted(filled: Home) -> None:
    edit(filled.file("2026.json"), b"We talked.", b"We did talk.")
    with filled.open() as store:
        with trouble("changed_outside", file="2026.json"):
            store.notes()
        with trouble("changed_outside", file="2026.json"):
            store.keep(note())
        store.accept("2026.json")
        assert [one.text for one in store.notes()] == ["We did talk."]
        store.keep(note("And again."))
        assert states(store)["2026.json"] == ("whole", 3)


def test_headlines_follow_a_book_that_was_accepted(filled: Home) -> None:
    edit(filled.file("2026.json"), b"Before.", b"After.")
    with filled.open() as store:
        store.accept("2026.json")
        found = store.home()
        assert found
        assert found.headlines[0].lines[0].text == "After."


def test_a_home_edited_by_hand_stops_the_start_and_can_be_accepted(filled: Home) -> None:
    edit(filled.file("home.json"), b"Mina", b"Nina")
    for write in (True, False):
        with trouble("changed_outside", file="home.json"):
            filled.open(write=write)
    with filled.open(check=False, write=False) as reader:
        assert states(reader)["home.json"] == ("changed_outside", 0)
        with trouble("read_only"):
            reader.accept("home.json")
    with filled.open(check=False) as store:
        store.accept("home.json")
    with filled.open() as store:
        found = store.home()
        assert found
        assert found.a == "Nina"


def test_a_book_that_stock_tinydb_wrote_can_be_accepted(filled: Home) -> None:
    with TinyDB(filled.file("2026.json")) as stock:
        written = Note.model_validate({**note("By hand.").model_dump(), "id": "by-hand"})
        stock.table("notes").insert(written.model_dump(mode="json"))
        stock.drop_table("_book")
    with filled.open() as store:
        store.accept("2026.json")
        assert {one.text for one in store.notes()} == {"We talked.", "By hand."}


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"text":"We talked."', b'"text":5'), (b'"id":', b'"no":'), (b"2026-11-23", b"some day")],
)
def test_a_book_with_records_that_do_not_hold_is_not_accepted(filled: Home, old: bytes, new: bytes) -> None:
    edit(filled.file("2026.json"), old, new)
    before = contents(filled.folder)
    with filled.open() as store, trouble("damaged", file="2026.json"):
        store.accept("2026.json")
    assert contents(filled.folder) == before


def test_what_is_damaged_newer_or_not_there_is_not_accepted(filled: Home) -> None:
    filled.file("2020.json").write_bytes(b"")
    filled.file("2021.json").write_bytes(forged({"book": "2021", "gen": 1, "schema": SCHEMA + 1}))
    with filled.open() as store:
        for file, code in (("2020.json", "damaged"), ("2021.json", "newer"), ("2019.json", "no_such_file")):
            with trouble(code):
                store.accept(file)
    assert filled.file("2020.json").read_bytes() == b""


@pytest.mark.parametrize(
    "file", ["2026", "other.txt", "2026.conflict-1.json", "../2026.json", "home.coreg.lock", ""]
)
def test_what_is_no_book_is_not_accepted(filled: Home, file: str) -> None:
    filled.file("2026.conflict-1.json").write_bytes(filled.file("2026.json").read_bytes())
    before = contents(filled.folder)
    with filled.open() as store, trouble("no_such_file", file=file):
        store.accept(file)
    assert contents(filled.folder) == before


def test_a_damaged_pending_file_is_put_aside_when_it_is_accepted(filled: Home) -> None:
    filled.file("pending.json").write_bytes(b"{")
    with trouble("damaged", file="pending.json"):
        filled.open()
    with filled.open(check=False) as store:
        store.accept("pending.json")
        assert states(store)["pending.damaged-1.json"] == ("copy", 0)
    with filled.open() as store:
        assert len(store.notes()) == 1


def test_a_store_without_files_has_nothing_to_accept(store: Store) -> None:
    with trouble("no_such_file", file="2026.json"):
        store.accept("2026.json")


def test_a_folder_that_cannot_be_made_is_trouble(filled: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "read-only file system")

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    with trouble("read_only"):
        Home(filled.folder / "deeper").open()
    assert "deeper" not in names(filled.folder)
