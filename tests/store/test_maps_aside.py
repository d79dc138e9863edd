"""Drafts of maps, and lines that may have their words: what is shown no more stands in none of them."""

from __future__ import annotations

import shutil

import orjson
import pytest

from coreg.record.ids import MAP
from coreg.record.shown import part_of, quoting
from coreg.store import Store
from tests.store.copies import arriving, copy_of, take_in
from tests.store.helpers import Home
from tests.store.maps import drawn, own

CORRIDOR = b"the long corridor"


@pytest.fixture
def mapped(home: Home) -> Home:
    """Keep a map, and aside a draft of it, a way out that may quote it, and one that does not."""
    with home.open() as store:
        store.setup("Mina", "Jo")
        mina, *_ = drawn(store)
        draft = own(cue="Jo goes", echo=CORRIDOR.decode(), strength=3)
        store.put_aside(MAP + mina.id, draft.model_dump_json().encode())
        for name, field in (("echoes", "echo"), ("helps", "helps_me")):
            quoted = {"records": [mina.id, quoting(mina.id, part_of(field))], "text": f"a word of {field}"}
            store.put_aside(f"line-{name}", orjson.dumps(quoted))
    return home


def mina(store: Store) -> str:
    return next(one.id for one in store.maps().triggers if one.owner == "a")


def aside(store: Store) -> dict[str, bytes]:
    return {row.partition("-")[2] if row.startswith("line") else "map": data for row, data in store.aside()}


def test_a_hidden_field_stands_in_no_draft_and_the_others_do(mapped: Home) -> None:
    with mapped.open() as store:
        store.backup("by-hand")
        store.hide(mina(store), ["echo"])
        left = aside(store)
        assert {*left} == {"map", "helps"}
        words = orjson.loads(left["map"])["words"]
        assert (words["cue"], words["echo"], words["strength"]) == ("Jo goes", "", 3)
        store.hide(mina(store), ["helps_me"])
        assert {*aside(store)} == {"map"}
    everywhere = b"".join(path.read_bytes() for path in mapped.folder.rglob("*.json"))
    assert CORRIDOR not in everywhere
    assert b"a word of" not in everywhere


def test_nor_does_it_come_again_with_a_copy_or_a_backup(mapped: Home) -> None:
    other = copy_of(mapped, "other")
    with mapped.open() as store:
        made = store.backup("by-hand")
        stick = mapped.folder.with_name("stick")
        shutil.copytree(mapped.folder / "backups" / made, stick)
        store.hide(mina(store), ["echo"])
        for row, _ in store.aside():
            store.drop_aside(row)
    take_in(mapped, arriving(other))
    with mapped.open() as store:
        assert {*aside(store)} == {"map", "helps"}
        assert CORRIDOR not in aside(store)["map"]
        shutil.rmtree(mapped.folder / "backups" / made)
        shutil.copytree(stick, mapped.folder / "backups" / made)
        store.restore(made)
        assert {*aside(store)} == {"map", "helps"}
        assert CORRIDOR not in aside(store)["map"]


def test_a_draft_that_nobody_can_read_goes(mapped: Home) -> None:
    with mapped.open() as store:
        key = mina(store)
        store.put_aside(MAP + key, b"3")
        store.hide(key, ["echo"])
        assert {*aside(store)} == {"helps"}
