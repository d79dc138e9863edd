"""What was sealed once opens for ever: the bytes on disk, the words, and what they held."""

import orjson
import pytest

from coreg.store.vault import box, header, keys, private
from coreg.store.vault.keys import KINDS, PARTNERS, Kind, Ring, Who
from coreg.store.vault.locked import LockedSeal
from tests.store.vault.couple import CODE, COUPLE, OWN, PASS, SHARED, Chance
from tests.store.vault.locked_sample import BOOKS, LOCKED, NOTES, files, open_tables, plain

WORDS: dict[Kind, dict[Who, str]] = {"pass": PASS, "code": CODE}


def stored(name: str) -> bytes:
    return (LOCKED / f"{name}.coreg").read_bytes()


def stored_ring() -> Ring:
    return header.ring_of("home.coreg", box.split("home.coreg", stored("home")).header)


def test_what_is_written_now_is_what_was_written_then() -> None:
    assert {path.name: path.read_bytes() for path in LOCKED.iterdir()} == files()


@pytest.mark.parametrize("who", PARTNERS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_words_still_open_it_and_it_holds_what_it_held(who: Who, kind: Kind) -> None:
    found = stored_ring()
    opened = keys.unlock(found, WORDS[kind][who], kind)
    assert (found.id, opened.who, opened.shared, opened.own) == (COUPLE, who, SHARED, OWN[who])
    locked = LockedSeal(found, opened.shared, Chance())
    for name in BOOKS:
        tables, before = locked.unpack(name, stored(name)), open_tables(name)
        about = orjson.loads(tables.pop("_book")["1"])
        assert about == {"book": name, **orjson.loads(before.pop("_book")["1"])}
        assert tables == before
    couple = orjson.loads(locked.unpack("home", stored("home"))["couple"]["1"])
    assert (couple["a"]["name"], couple["b"]["name"]) == ("Mina", "Jo")
    note = orjson.loads(locked.unpack("2026", stored("2026"))["notes"]["1"])
    assert note["text"] == "Two lines\nof a note."


@pytest.mark.parametrize("who", PARTNERS)
def test_each_still_reads_their_own_private_notes_and_no_other(who: Who) -> None:
    opened = keys.unlock(stored_ring(), PASS[who])
    locked = LockedSeal(stored_ring(), opened.shared, Chance())
    documents = map(orjson.loads, locked.unpack("private", stored("private"))["sealed"].values())
    read = {one["id"]: private.unseal(opened, COUPLE, one["id"], one["box"]) for one in documents}
    own = {note: plain(text) for note, (owner, text) in NOTES.items() if owner == who}
    assert {note: text for note, text in read.items() if text is not None} == own
    assert read.keys() == NOTES.keys()
