"""Put right is only what cannot lose anything: rights, what was left over, headlines, today's backup."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson
import pytest

from coreg.store import disk
from coreg.store.book import Book
from coreg.store.files import Files
from coreg.store.rights import open_to_others
from coreg.store.seal import OpenSeal
from tests.store.helpers import DAY, EVENING, Home, agreement, contents, note, session


@pytest.fixture
def kept(home: Home) -> Home:
    """Keep an evening and a note; the day after there is no backup yet."""
    with home.open() as store:
        store.setup("Mina", "Jo")
        store.keep(session())
        store.keep(note())
    home.wall.go(days=1)
    return home


def test_where_nothing_is_wrong_only_the_backup_of_the_day_is_made(kept: Home) -> None:
    before = contents(kept.folder)
    with kept.open() as store:
        assert store.mend() == [("backup", "2026-11-24")]
        assert store.mend() == []
    assert contents(kept.folder) == before


def test_what_is_open_to_others_is_closed_and_what_was_left_over_goes(kept: Home) -> None:
    kept.open().close()
    with kept.open() as store:
        store.keep(note("more"))
        backup = kept.folder / "backups" / "2026-11-24"
        for path in (kept.folder, kept.file("2026.json"), backup, backup / "home.json"):
            path.chmod(path.stat().st_mode | 0o044)
        (backup / disk.TEMP).write_bytes(b"half")
        (backup / disk.TEMP).chmod(0o600)
        kept.file(disk.TEMP).write_bytes(b"half")
        kept.file(disk.TEMP).chmod(0o600)
        (kept.folder / "backups" / disk.TEMP).mkdir(mode=0o700)
        assert [one.file for one in store.check() if one.state == "open_to_others"] == [
            ".",
            "2026.json",
            "backups",
        ]
        assert store.mend() == [
            ("closed", "."),
            ("closed", "2026.json"),
            ("closed", "backups/2026-11-23-at-leaving-1/home.json"),
            ("closed", "backups/2026-11-24"),
            ("closed", "backups/2026-11-24/home.json"),
            ("removed", disk.TEMP),
            ("removed", f"backups/{disk.TEMP}"),
            ("removed", f"backups/2026-11-24/{disk.TEMP}"),
        ]
        assert store.mend() == []
    for path in (kept.folder, *kept.folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_lost_headlines_are_made_anew(kept: Home) -> None:
    files = Files(kept.folder, OpenSeal())
    home = files.load("home")
    tables = {name: rows for name, rows in home.tables.items() if name != "headlines"}
    files.save("home", files.seal_up("home", Book(tables, home.gen + 1)))
    with kept.open() as store:
        assert ("headlines", "home.json") in store.mend()
        found = store.home()
        assert found
        assert len(found.headlines) == 1


def test_what_is_damaged_is_left_alone(kept: Home) -> None:
    kept.file("2026.json").write_bytes(b"torn")
    before = contents(kept.folder)
    with kept.open() as store:
        assert store.mend() == [("backup", "2026-11-24")]
    assert contents(kept.folder) == before


def test_on_a_system_with_other_rights_nothing_is_open(kept: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.folder.chmod(0o755)
    assert open_to_others(kept.folder) == [kept.folder]
    monkeypatch.setattr("sys.platform", "win32")
    assert open_to_others(kept.folder) == []


def test_a_link_is_not_what_it_leads_to(kept: Home, tmp_path: Path) -> None:
    (tmp_path / "theirs").write_bytes(b"x")
    (tmp_path / "theirs").chmod(0o644)
    (kept.folder / "link").symlink_to(tmp_path / "theirs")
    assert open_to_others(kept.folder) == []


def test_the_newest_stamp_is_found_past_a_damaged_book(home: Home) -> None:
    with home.open() as store:
        assert store.newest_moment() is None
        store.keep(note())
        home.wall.go(days=3)
        store.keep(agreement())
        store.keep(note(day=DAY.replace(year=2025)))
        home.file("2025.json").write_bytes(b"torn")
    with home.open() as store:
        assert store.newest_moment() == EVENING + timedelta(days=3)


def test_a_stamp_beyond_all_dates_is_the_last_of_them(home: Home) -> None:
    files = Files(home.folder, OpenSeal())
    home.folder.mkdir()
    row = {"id": "n", "gone": True, "was": "", "changed": "ffffffffffff.0000.x"}
    files.save("2026", files.seal_up("2026", Book({"notes": {"1": orjson.dumps(row)}}, 1)))
    with home.open() as store:
        assert store.newest_moment() == datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
