"""The backups of locked books have names before anybody has said a passphrase."""

from tinydb.storages import MemoryStorage, Storage

from coreg.store import Store
from coreg.store.books import Books
from coreg.store.seal import OpenSeal
from tests.store.helpers import Home, note
from tests.store.vault.lockable import PASS, Lockable, words


def test_backups_are_named_without_a_key(home: Home) -> None:
    couple = Lockable(home.folder)
    with couple.open() as store:
        store.setup("Mina", "Jo")
        store.keep(note())
        made = store.backup("by-hand")
        store.vault.lock(words())
    with couple.open(write=False) as store:
        assert store.locked
        assert made in store.backup_names()


def test_books_in_no_folder_have_no_backups(home: Home) -> None:
    memory: type[Storage] = MemoryStorage
    with home.open(storage=memory()) as store:
        assert isinstance(store, Store)
        assert store.backup_names() == ()


def test_new_keys_leave_a_backup_under_them(home: Home) -> None:
    couple = Lockable(home.folder)
    with couple.open() as store:
        store.setup("Mina", "Jo")
        store.vault.lock(words())
    with couple.open() as store:
        store.unlock(PASS["a"])
        own = {who: store.vault.keys(PASS[who], "pass", who) for who in PASS}
        store.vault.lock(words(), own)
        assert [one.state for one in store.backups()] == ["whole"]


def test_books_that_know_no_date_make_no_backup_of_a_day(home: Home) -> None:
    with home.open() as store:
        store.keep(note())
    books = Books(home.folder, OpenSeal(), write=True)
    made = books.backups.names()
    books.back_up_today()
    assert books.backups.names() == made
