"""News of a damaged book comes with the newest backup that opens."""

import shutil

import pytest

from coreg.record.trouble import Trouble
from tests.store.helpers import Home, trouble

FIRST = "2026-11-24"


def test_a_damaged_book_comes_with_the_newest_backup_that_opens(grown: Home) -> None:
    (grown.folder / "backups" / "2026-11-25" / "2026.json").write_bytes(b"torn")
    grown.file("2026.json").write_bytes(b"torn")
    with grown.open() as store, trouble("damaged", file="2026.json", backup=FIRST):
        store.notes()
    for name in ("home.json", "pending.json"):
        grown.file(name).write_bytes(b"torn")
        for write in (True, False):
            with trouble("damaged", backup=FIRST):
                grown.open(write=write)


def test_without_a_backup_that_opens_none_is_named(grown: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    grown.file("home.json").write_bytes(b"torn")

    def refuse(_: object) -> None:
        raise Trouble("cannot_read", path="x")

    with monkeypatch.context() as patched:
        patched.setattr("coreg.store.backups.Backups.names", refuse)
        with pytest.raises(Trouble) as caught:
            grown.open()
    assert caught.value.facts == {"file": "home.json"}
    shutil.rmtree(grown.folder / "backups")
    with pytest.raises(Trouble) as caught:
        grown.open()
    assert caught.value.facts == {"file": "home.json"}
