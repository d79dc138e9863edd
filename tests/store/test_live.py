"""The living sitting survives whatever happens, and can never stand in the way of a start."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.record.schema import SCHEMA
from coreg.store import Store
from coreg.store.live import unwrap, wrap
from tests.store.helpers import Home, names, trouble
from tests.store.test_seal import forged

DATA = b'{"step": 3, "draft": "half a sen"}'


def test_a_snapshot_is_there_until_it_is_cleared(store: Store) -> None:
    assert store.left_open() is None
    store.snapshot(b"first")
    store.snapshot(DATA)
    assert store.left_open() == DATA
    store.clear_live()
    assert store.left_open() is None
    store.clear_live()


def test_a_snapshot_is_there_for_the_next_run(home: Home) -> None:
    with home.open() as store:
        store.snapshot(DATA)
    with home.open() as store:
        assert store.left_open() == DATA
        assert store.home() is None
    assert home.file("live.json").stat().st_mode & 0o777 == 0o600


@given(st.binary())
def test_any_bytes_come_back(data: bytes) -> None:
    assert unwrap(wrap(data)) == data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged"),
        (b"{", "damaged"),
        (forged({"book": "live", "gen": 0, "schema": 1}), "damaged"),
        (forged({"book": "live", "gen": 0, "schema": 1}, b',\n"live":{\n"1":5\n}}\n'), "damaged"),
        (forged({"book": "live", "gen": 0, "schema": 1}, b',\n"live":{\n"1":{"text":5}\n}}\n'), "damaged"),
        (
            forged({"book": "live", "gen": 0, "schema": 1}, b',\n"live":{\n"1":{"base64":"*"}\n}}\n'),
            "damaged",
        ),
        (forged({"book": "live", "gen": 0, "schema": SCHEMA + 1}), "newer"),
    ],
)
def test_a_snapshot_that_is_not_whole_is_said_and_kept_aside(home: Home, data: bytes, code: str) -> None:
    home.folder.mkdir()
    home.file("live.json").write_bytes(data)
    with home.open() as store:
        for _ in range(2):
            with trouble(code, file="live.json"):
                store.left_open()
        assert home.file("live.json").read_bytes() == data
        store.clear_live()
        assert store.left_open() is None
        assert names(home.folder) == ["live.damaged-1.json"]
        assert home.file("live.damaged-1.json").read_bytes() == data
        home.file("live.json").write_bytes(data)
        store.clear_live()
        assert names(home.folder) == ["live.damaged-1.json", "live.damaged-2.json"]


def test_a_snapshot_edited_by_hand_is_changed_outside(home: Home) -> None:
    with home.open() as store:
        store.snapshot(DATA)
        path = home.file("live.json")
        path.write_bytes(path.read_bytes().replace(b"half", b"whole"))
        with trouble("changed_outside", file="live.json"):
            store.left_open()


def test_a_snapshot_that_cannot_be_read_now_is_not_thrown_away(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with home.open() as store:
        store.snapshot(DATA)

        def refuse(*_: object) -> bytes:
            raise OSError(5, "i/o")

        with monkeypatch.context() as patched:
            patched.setattr("os.read", refuse)
            with trouble("cannot_read"):
                store.clear_live()
        assert store.left_open() == DATA


def test_what_is_put_aside_is_there_until_it_is_dropped(store: Store) -> None:
    assert store.aside() == ()
    store.put_aside("one", b"first")
    store.put_aside("two", b"\xff\x00")
    store.put_aside("one", DATA)
    assert store.aside() == (("one", DATA), ("two", b"\xff\x00"))
    store.drop_aside("one")
    store.drop_aside("none")
    assert store.aside() == (("two", b"\xff\x00"),)
