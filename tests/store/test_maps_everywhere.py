"""What is shown no more, and what was taken back, stands in no byte of any file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coreg.record.maps import MapWords
from coreg.store import Store
from tests.store.helpers import Home
from tests.store.maps import drawn, glimmer
from tests.store.seals import SEALS, open_sealed, seal
from tests.store.test_everywhere import opened

WORDS = {
    "cue": "a slammed drawer",
    "story": "nobody waits",
    "echo": "the long corridor",
    "loop": "the Thursday storm",
    "jo": "walks to the shed",
}


def standing(folder: Path) -> set[str]:
    """Name what stands anywhere, in clear or for one who has the key."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes() + (opened(path) if path.suffix == ".coreg" else b"")
            found |= {name for name, text in WORDS.items() if text.encode() in data}
    return found


@pytest.fixture(params=SEALS)
def ground(home: Home, request: pytest.FixtureRequest) -> Callable[[], Store]:
    """Fill a folder with copies of a map: backups of three days, and a copy that was put aside."""

    def begin() -> Store:
        return open_sealed(home, request.param)

    with begin() as store:
        store.setup("Mina", "Jo")
        mina, jo, *_ = drawn(store)
        said = MapWords(cue=WORDS["cue"], story=WORDS["story"], echo=WORDS["echo"])
        store.keep(mina.model_copy(update={"words": said}))
        store.keep(jo.model_copy(update={"words": MapWords(move=WORDS["jo"])}))
    for _ in range(2):
        home.wall.go(days=1)
        with begin() as store:
            found = store.trigger(mina.id)
            assert found
            changed = found.words.model_copy(update={"cue": found.words.cue + " again"})
            store.keep(found.model_copy(update={"words": changed}))
            store.keep(glimmer())
    name = "home" + seal(request.param).suffix
    shutil.copy(home.file(name), home.file(name.replace(".", ".conflict-1.")))
    assert standing(home.folder) == {*WORDS}
    return begin


def mina(store: Store) -> str:
    return store.maps().triggers[-1].id


def test_a_field_shown_no_more_is_gone_from_everywhere(home: Home, ground: Callable[[], Store]) -> None:
    with ground() as store:
        store.hide(mina(store), ["echo", "cue"])
    assert standing(home.folder) == {*WORDS} - {"echo", "cue"}
    with ground() as store:
        assert {one.state for one in store.check()} <= {"whole", "copy", "open_to_others"}
        assert [one.state for one in store.backups()] == ["whole"] * 3
        assert len(store.maps().links) == 1


@pytest.mark.parametrize("field", ["move", "move_kind"])
def test_a_move_shown_no_more_is_not_in_a_loop_either(
    home: Home, ground: Callable[[], Store], field: str
) -> None:
    with ground() as store:
        (storm,) = store.maps().loops
        jo = next(one.id for one in store.maps().triggers if one.owner == "b")
        named = store.keep(storm.model_copy(update={"moves": ("a:press", f"b {WORDS['jo']}")}))
        other = store.keep(storm.model_copy(update={"id": "", "changed": "", "moves": ("a:press",)}))
        store.backup("by-hand")
        store.hide(jo, ["need", field])
        assert {one.moves for one in store.maps().loops} == {()}
        assert {one.name for one in store.maps().loops} == {WORDS["loop"]}
        again = store.keep(named.model_copy(update={"moves": ("a:press", "b:leave")}))
        assert again.taken_out == ()
        store.hide(mina(store), ["cue"])
        assert store.find(again.id) == again
        assert store.find(other.id).taken_out == ("moves",)
    assert ("jo" in standing(home.folder)) == (field == "move_kind")


def test_what_was_taken_back_is_gone_from_everywhere(home: Home, ground: Callable[[], Store]) -> None:
    with ground() as store:
        store.withdraw(mina(store))
    assert standing(home.folder) == {"jo"}
    with ground() as store:
        assert [one.words.move for one in store.maps().triggers] == [WORDS["jo"]]
        assert [one.state for one in store.backups()] == ["whole"] * 3


def test_a_backup_that_is_put_back_shows_nothing_that_was_hidden(
    home: Home, ground: Callable[[], Store]
) -> None:
    stick = home.folder.with_name("stick")
    shutil.copytree(home.folder / "backups", stick)
    with ground() as store:
        store.hide(mina(store), ["echo"])
    for path in stick.iterdir():
        shutil.copytree(path, home.folder / "backups" / path.name, dirs_exist_ok=True)
    with ground() as store:
        store.restore(store.backups()[-1].name)
        (found,) = (one for one in store.maps().triggers if one.owner == "a")
        assert (found.words.echo, found.words.story) == ("", WORDS["story"])
        assert found.taken_out == ("words.echo",)
        store.withdraw(found.id)
        store.restore(store.backups()[-1].name)
        assert [one.owner for one in store.maps().triggers] == ["b"]
        assert store.everything()["loops"] == []


def test_what_leads_to_a_trigger_that_is_gone_does_not_come_back_with_a_backup(
    home: Home, ground: Callable[[], Store]
) -> None:
    """A loop that this copy has never known comes with a backup of another one."""
    with ground() as store:
        key = mina(store)
    other = Home(home.folder.with_name("other"), home.wall, "right", os.urandom)
    shutil.copytree(home.folder, other.folder)
    suffix = next(path.suffix for path in home.folder.glob("home.*") if path.suffix != ".lock")
    with open_sealed(other, "open" if suffix == ".json" else "locked") as store:
        storm = store.maps().loops[0]
        unknown = store.keep(storm.model_copy(update={"id": "", "changed": "", "name": "unknown here"}))
        name = store.backup("by-hand")
    with ground() as store:
        store.withdraw(key)
    shutil.copytree(other.folder / "backups" / name, home.folder / "backups" / name)
    with ground() as store:
        store.restore(name)
        assert store.maps().loops == ()
        store.keep(glimmer())
        assert unknown.id not in {row["id"] for row in store.everything()["loops"]}
    ground().close()
    assert b"unknown here" not in home.file("home" + suffix).read_bytes()
