"""What a backup does not have, and what was deleted for good since, when it is put back."""

import shutil
from pathlib import Path

import pytest

from coreg.store import Store
from tests.store.helpers import DAY, Home, agreement, line, names, note, session, trouble
from tests.store.vault.lockable import PASS, Lockable, fill, mine, private

FIRST = "2026-11-24"


def texts(store: Store) -> list[str]:
    return sorted(one.text for one in store.notes())


def heads(store: Store) -> list[str]:
    home = store.home()
    assert home
    return [one.text for headline in home.headlines for one in headline.lines]


def test_a_year_the_backup_does_not_have_is_kept_as_a_copy(grown: Home) -> None:
    with grown.open() as store:
        store.keep(note("next year", DAY.replace(year=2027)))
        kept = grown.file("2027.json").read_bytes()
        store.restore(FIRST)
        assert store.years() == (2026,)
        assert texts(store) == ["note 0"]
    assert grown.file("2027.conflict-1.json").read_bytes() == kept
    assert "2027.json" not in names(grown.folder)


def test_what_was_deleted_for_good_stays_deleted(grown: Home) -> None:
    with grown.open() as store:
        first = next(one for one in store.notes() if one.text == "note 0")
        late = store.keep(note("late", DAY.replace(year=2027)))
        later = store.keep(note("later"))
        copied = grown.folder / "backups" / "2026-11-01"
        shutil.copytree(grown.folder / "backups" / FIRST, grown.folder.with_name("stick"))
        for record in (first, late, later):
            store.delete(record.id)
        shutil.copytree(grown.folder.with_name("stick"), copied)
        store.restore("2026-11-01")
        assert texts(store) == []
        for record in (first, late, later):
            with trouble("not_found"):
                store.keep(record)
        assert store.years() == (2027, 2026)
        assert {one.state for one in store.check()} <= {"whole", "copy"}


def test_an_open_promise_that_was_deleted_when_it_was_kept_stays_deleted(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        made = store.keep(agreement())
        name = store.backup("by-hand")
        store.keep(made.model_copy(update={"state": "kept", "closed": made.made}))
        store.delete(made.id)
        store.restore(name)
        assert store.agreements(None) == ()


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize("lock", [False, True], ids=["open books", "locked books"])
def test_a_private_note_that_was_deleted_for_good_stays_deleted(tmp_path: Path, lock: bool) -> None:
    made = fill(Lockable(tmp_path / "couple"))
    if lock:
        made.lock()
    with made.open() as store:
        own = store.unlock(PASS["a"])
        notes = store.private(own)
        (first,) = notes.all()
        stick = store.backup("by-hand")
        copied = made.folder / "backups" / "2026-11-01"
        shutil.copytree(made.folder / "backups" / stick, made.folder.with_name("stick"))
        late = notes.keep(private("Later."))
        notes.delete(first.id)
        notes.delete(late.id)
        shutil.copytree(made.folder.with_name("stick"), copied)
        store.restore("2026-11-01")
        assert (mine(store, "a"), len(mine(store, "b"))) == ([], 1)
        for note_ in (first, late):
            with trouble("not_found"):
                store.private(own).keep(note_)
    with made.open() as store:
        store.unlock(PASS["a"])
        assert mine(store, "a") == []


def test_a_line_that_was_deleted_for_good_does_not_come_back_from_a_stick(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        kept = store.keep(session(DAY, line("1", "goes"), line("2", "stays")))
        name = store.backup("by-hand")
        other = store.keep(session(DAY, line("3", "not in it"), line("4", "goes too"), hour=21))
        store.delete(other.id, "4")
        shutil.copytree(home.folder / "backups" / name, home.folder.with_name("stick"))
        store.delete(kept.id, "1")
        shutil.copytree(home.folder.with_name("stick"), home.folder / "backups" / "2026-11-01")
        store.restore("2026-11-01")
        assert [one.id for one in store.sessions()] == [kept.id]
        assert heads(store) == ["stays"]
        assert [one.text for entry in store.sessions()[0].entries for one in entry.lines] == ["stays"]
    assert b'"goes"' not in home.file("2026.json").read_bytes()
