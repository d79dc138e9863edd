"""Books that come back older than they were are noticed once, whatever seal they are under."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from tinydb.storages import MemoryStorage, Storage

from coreg.record.models import Couple
from coreg.store import Store
from coreg.store.seen import NAME, Here, Older, notice, remember
from tests.store.helpers import Home, note, trouble
from tests.store.vault.lockable import PASS, Lockable, words

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture(params=["open", "locked"])
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Lockable:
    made = Lockable(tmp_path / "couple")
    with made.open() as store:
        store.setup("Mina", "Jo")
        if request.param == "locked":
            store.vault.lock(words())
    return made


@contextmanager
def opened(home: Lockable) -> Iterator[Store]:
    with home.open() as store:
        if store.locked:
            store.unlock(PASS["a"])
        yield store


def change(store: Store) -> None:
    """Change something that stands in the home book."""
    couple = store.couple()
    assert isinstance(couple, Couple)
    other = "a" if couple.left == "b" else "b"
    store.save_couple(couple.model_copy(update={"left": other}))


def visit(home: Lockable, state: Path, day: date, changes: int = 0) -> Older | None:
    """Open the books as a command does: look, change something, and close them."""
    with opened(home) as store:
        found = notice(store.here(), state, day)
        for _ in range(changes):
            change(store)
        remember(store.here(), state, day)
    return found


def restored(home: Lockable, copy: Lockable) -> None:
    shutil.rmtree(home.folder)
    shutil.copytree(copy.folder, home.folder)


def test_books_that_go_on_are_never_noticed(home: Lockable, state: Path) -> None:
    assert [visit(home, state, MONDAY, changes) for changes in (0, 1, 2, 0)] == [None] * 4


def test_an_older_copy_is_noticed_once_with_the_day_it_was_first_seen(home: Lockable, state: Path) -> None:
    visit(home, state, MONDAY, 1)
    copy = home.copy("copy")
    visit(home, state, TUESDAY, 1)
    restored(home, copy)
    assert visit(home, state, TUESDAY) == Older(MONDAY)
    assert visit(home, state, TUESDAY, 1) is None


def test_a_copy_that_was_never_seen_here_is_noticed_without_a_day(home: Lockable, state: Path) -> None:
    copy = home.copy("copy")
    with opened(home) as store:
        change(store)
    visit(home, state, MONDAY)
    restored(home, copy)
    assert visit(home, state, TUESDAY) == Older(None)


def test_what_is_noted_tells_nothing_of_what_was_written(home: Lockable, state: Path) -> None:
    visit(home, state, MONDAY, 1)
    data = (state / NAME).read_bytes()
    assert b"Mina" not in data
    assert (state / NAME).stat().st_mode & 0o077 == 0
    with opened(home) as store:
        now = store.here()
    assert isinstance(now, Here)
    assert now.sum.encode() in data


def test_locking_makes_nothing_older(tmp_path: Path, state: Path) -> None:
    home = Lockable(tmp_path / "couple")
    with home.open() as store:
        store.setup("Mina", "Jo")
    visit(home, state, MONDAY, 3)
    with home.open() as store:
        store.vault.lock(words())
    assert visit(home, state, MONDAY, 1) is None
    with opened(home) as store:
        store.vault.unlock()
    assert visit(home, state, MONDAY) is None


def test_books_of_two_couples_are_not_mixed_up(home: Lockable, state: Path, tmp_path: Path) -> None:
    visit(home, state, MONDAY, 5)
    other = Lockable(tmp_path / "others")
    other.wall.go(hours=1)
    with other.open() as store:
        store.setup("Ana", "Bo")
    assert visit(other, state, MONDAY) is None
    copy = home.copy("copy")
    visit(home, state, MONDAY, 1)
    restored(home, copy)
    assert visit(home, state, MONDAY) == Older(MONDAY)


def test_only_so_much_is_noted(home: Lockable, state: Path) -> None:
    for _ in range(60):
        visit(home, state, MONDAY, 1)
    assert (state / NAME).stat().st_size < 5_000


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"[]", b"7", b'{"c": 1}', b'{"c": [1]}', b'{"c": [["x", "y", "z"]]}', b'{"c": [[1]]}'],
)
def test_what_does_not_hold_counts_as_nothing(home: Lockable, state: Path, data: bytes) -> None:
    state.mkdir(mode=0o700)
    (state / NAME).write_bytes(data)
    copy = home.copy("copy")
    assert visit(home, state, MONDAY, 2) is None
    restored(home, copy)
    assert visit(home, state, TUESDAY) is not None


def test_a_day_that_is_none_is_not_told(home: Lockable, state: Path) -> None:
    visit(home, state, MONDAY)
    copy = home.copy("copy")
    visit(home, state, TUESDAY, 1)
    path = state / NAME
    path.write_bytes(path.read_bytes().replace(b"2026-11-23", b"some Monday"))
    restored(home, copy)
    assert visit(home, state, TUESDAY) == Older(None)


def test_a_state_folder_that_cannot_be_written_is_no_trouble(home: Lockable, tmp_path: Path) -> None:
    nowhere = tmp_path / "a file"
    nowhere.write_bytes(b"")
    assert visit(home, nowhere / "state", MONDAY, 1) is None


def test_where_there_is_no_couple_nothing_is_noted(tmp_path: Path, state: Path) -> None:
    memory: type[Storage] = MemoryStorage
    with Lockable(tmp_path / "empty").open() as store, Home(tmp_path).open(storage=memory()) as other:
        assert notice(store.here(), state, MONDAY) is None
        remember(store.here(), state, MONDAY)
        assert other.here() is None
    assert not state.exists()


def test_shut_books_have_to_be_opened_first(tmp_path: Path, state: Path) -> None:
    home = Lockable(tmp_path / "couple")
    with home.open() as store:
        store.setup("Mina", "Jo")
        store.keep(note())
        store.vault.lock(words())
    with home.open() as store, trouble("locked"):
        notice(store.here(), state, MONDAY)
