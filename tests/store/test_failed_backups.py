"""A backup that cannot be made stands in nobody's way, and is told about until one can be."""

from datetime import timedelta
from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backups import Backups
from coreg.store.files import Files
from tests.store.backups import DAY
from tests.store.helpers import trouble


@pytest.mark.parametrize("code", ["disk_full", "cannot_write"])
def test_a_backup_that_cannot_be_made_is_remembered_until_one_can(
    files: Files, backups: Backups, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    def refuse(path: Path, to: Path) -> None:
        raise Trouble(code, path=str(path))

    with monkeypatch.context() as patched:
        patched.setattr(disk, "move", refuse)
        backups.daily(DAY)
        with trouble(code):
            backups.before("import", DAY)
    assert Backups(files).failure() == ("2026-11-25", code)
    assert backups.names() == []
    backups.daily(DAY + timedelta(days=1))
    assert backups.failure() is None


def test_on_a_disk_that_is_nearly_full_no_backup_takes_the_room_of_a_line(
    files: Files, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1 << 20}))
    backups.daily(DAY)
    assert backups.failure() == ("2026-11-25", "disk_full")
    with trouble("disk_full"):
        backups.before("import", DAY)


def test_not_even_that_it_failed_can_be_said_where_nothing_can_be_written(files: Files) -> None:
    (files.folder / "backups").write_bytes(b"in the way")
    backups = Backups(files)
    backups.daily(DAY)
    assert backups.failure() is None


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b"null"])
def test_a_failure_that_cannot_be_read_is_none(files: Files, backups: Backups, data: bytes) -> None:
    backups.folder.mkdir()
    (backups.folder / "failed").write_bytes(data)
    assert backups.failure() is None
