"""A locked book opens for the two, under its own name, unchanged; else it is trouble and nothing more."""

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

import orjson
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, aead, algorithms
from hypothesis import given
from hypothesis import strategies as st

from coreg.record.schema import SCHEMA
from coreg.store.book import Book, pack, pack_together, salvage, unpack, unpack_together
from coreg.store.layout import Raw
from coreg.store.vault import box, header
from coreg.store.vault.keys import LEAST, Words, make
from coreg.store.vault.locked import LockedSeal
from tests.store.helpers import trouble
from tests.store.vault.couple import (
    COUPLE,
    OTHERS,
    PASS,
    SHARED,
    Chance,
    cuts,
    flips,
    outcomes,
    ring,
    ring_of_one,
    seal,
)

BOOK = Book({"notes": {"1": b'{"id":"n","text":"We talked."}', "2": b'{"id":"m"}'}, "empty": {}}, 3)
HOME, YEAR = pack(seal(), "home", BOOK), pack(seal(), "2026", BOOK)
NAMES = st.sampled_from(["home", "2026", "0999", "live", "private"])
DOCUMENTS = st.dictionaries(st.text("idtex", min_size=1), st.text("ab\n\"'é{}", max_size=9)).map(orjson.dumps)
TABLES = st.dictionaries(st.sampled_from(["notes", "vault"]), st.dictionaries(st.just("1"), DOCUMENTS))


def read(name: str, data: bytes) -> Book:
    return unpack(seal(), name, data)


def read_home(data: bytes) -> Book:
    return read("home", data)


def read_year(data: bytes) -> Book:
    return read("2026", data)


# What is kept


@given(NAMES, TABLES, st.integers(0, 2**40))
def test_a_book_comes_back_as_it_was_written(name: str, tables: Raw, gen: int) -> None:
    book = Book(tables, gen)
    assert read(name, pack(seal(), name, book)) == book
    assert salvage(seal(), name, pack(seal(), name, book)) == book


def test_nothing_of_a_book_stands_in_its_file() -> None:
    for data in (HOME, YEAR):
        assert box.is_box(data)
        assert not [
            word for word in (b"talked", b"notes", b"_book", b"gen", b"schema", b"text") if word in data
        ]
    assert b"2026" in YEAR
    assert b"2026" not in HOME


def test_the_same_book_twice_makes_other_bytes() -> None:
    locked = seal()
    one, other = pack(locked, "2026", BOOK), pack(locked, "2026", BOOK)
    assert len(one) == len(other)
    start = len(box.split("2026.coreg", one).clear)
    assert one[start - 32 : start] != other[start - 32 : start]
    assert one[start : start + 16] != other[start : start + 16]


def test_every_book_has_a_key_of_its_own() -> None:
    locked = LockedSeal(ring(), SHARED, bytes)
    one, other = (box.split("x", pack(locked, name, BOOK)) for name in ("2025", "2026"))
    assert one.salt == other.salt
    assert one.box[:16] != other.box[:16]


def test_the_ring_stands_before_the_home_book_alone() -> None:
    assert header.ring_of("home.coreg", box.split("home.coreg", HOME).header) == ring()
    assert box.split("2026.coreg", YEAR).header == header.of_book(COUPLE, "2026")


def test_a_book_may_lie_behind_a_later_ring_of_the_same_couple() -> None:
    later = LockedSeal(ring_of_one(), SHARED, Chance())
    assert unpack(later, "home", HOME) == BOOK
    assert unpack(seal(), "home", pack(later, "home", BOOK)) == BOOK


def test_several_books_come_back_together() -> None:
    together = pack_together({"home": HOME, "2026": YEAR})
    assert unpack_together(seal(), together) == {"home": BOOK, "2026": BOOK}


# Locked and opened


def test_a_seal_without_its_key_names_files_and_opens_none() -> None:
    locked = LockedSeal(ring(), b"", Chance())
    assert (locked.suffix, locked.shut, locked.ring) == (".coreg", True, ring())
    with trouble("locked"):
        pack(locked, "2026", BOOK)
    with trouble("locked"):
        unpack(locked, "2026", YEAR)
    with trouble("locked"):
        locked.shared  # noqa: B018 - asking is what is tried


def test_a_seal_takes_its_key_and_forgets_it() -> None:
    locked = LockedSeal(ring(), b"", Chance())
    locked.take(SHARED)
    assert not locked.shut
    assert unpack(locked, "2026", YEAR) == BOOK
    locked.take(b"")
    with trouble("locked"):
        unpack(locked, "2026", YEAR)


# What is not theirs


def test_a_year_under_the_name_of_another_is_refused() -> None:
    for name in ("2025", "live", "private", "home"):
        with trouble("damaged", file=f"{name}.coreg"):
            read(name, YEAR)
    with trouble("damaged", file="2026.coreg"):
        read_year(HOME)


def test_a_year_whose_header_was_given_another_name_is_refused() -> None:
    renamed = YEAR.replace(b'"2026"', b'"2025"')
    assert renamed != YEAR
    with trouble("damaged", file="2025.coreg"):
        read("2025", renamed)


def test_the_books_of_another_couple_are_refused() -> None:
    others = seal(OTHERS)
    for name in ("home", "2026"):
        theirs = pack(others, name, BOOK)
        assert unpack(others, name, theirs) == BOOK
        for data in (theirs, theirs.replace(OTHERS.encode(), COUPLE.encode())):
            with trouble("damaged", file=f"{name}.coreg"):
                read(name, data)


def test_another_shared_key_opens_nothing() -> None:
    stranger = LockedSeal(ring(), bytes(32), Chance())
    for name, data in (("home", HOME), ("2026", YEAR)):
        with trouble("damaged", file=f"{name}.coreg"):
            unpack(stranger, name, data)


def test_a_ring_of_words_that_were_exchanged_is_refused() -> None:
    """The strongest edit of a header: slots and keys that are whole, only not the couple's."""
    forged = make(COUPLE, {"a": Words(PASS["a"])}, bytes(32), Chance("forged"), LEAST)
    found = box.split("home.coreg", HOME)
    top = header.of_home(forged)
    data = b"COREG1\r\n" + len(top).to_bytes(4, "little") + top + found.salt + found.box
    assert header.ring_of("home.coreg", box.split("home.coreg", data).header) == forged
    with trouble("damaged", file="home.coreg"):
        read_home(data)


# What is not whole (reliability.md, section 8, row 6)


@pytest.mark.parametrize(("read_it", "data"), [(read_home, HOME), (read_year, YEAR)], ids=["home", "year"])
def test_every_changed_bit_is_noticed(read_it: Callable[[bytes], Book], data: bytes) -> None:
    # Three of the bits make the version in the header a greater digit.
    assert outcomes(read_it, flips(data)) == {"damaged": len(data) * 8 - 3, "newer": 3}


def test_every_missing_end_is_noticed() -> None:
    assert outcomes(read_home, cuts(HOME)) == {"damaged": len(HOME)}
    assert outcomes(read_year, cuts(YEAR)) == {"damaged": len(YEAR)}
    assert outcomes(read_home, [HOME + b"\0", HOME + HOME]) == {"damaged": 2}


def random_files(chance: Random) -> Iterator[bytes]:
    """Yield random bytes for ever: alone, and behind more and more of what a book begins with."""
    clear = len(box.split("2026.coreg", YEAR).clear)
    while True:
        noise = chance.randbytes(chance.randrange(200))
        yield noise
        yield b"COREG1\r\n" + noise
        yield b"COREG1\r\n" + len(noise).to_bytes(4, "little") + noise + chance.randbytes(80)
        yield YEAR[: clear - 32] + noise
        yield YEAR[:clear] + noise


def test_no_random_bytes_open() -> None:
    files = random_files(Random(20_261_123))
    found = outcomes(read_year, (next(files) for _ in range(20_000)))
    assert found == {"damaged": 20_000}


def test_a_pending_file_with_a_changed_bit_is_refused_whole() -> None:
    together = pack_together({"2026": YEAR, "2025": pack(seal(), "2025", BOOK)})
    found = outcomes(lambda data: unpack_together(seal(), data), flips(together))
    assert set(found) == {"damaged", "newer"}


@pytest.mark.parametrize(
    "rest", [b"", b"{}", b"[]", b'{"_book":5}', b'{"_book":{"1":5},\n', b"\xff", b"null\n"]
)
def test_a_box_that_holds_no_book_is_damaged(rest: bytes) -> None:
    key = box.derive(SHARED, b"", b"coreg1 book 2026")
    with trouble("damaged", file="2026.coreg"):
        read_year(box.close(header.of_book(COUPLE, "2026"), key, bytes(32), rest))


def test_a_book_of_a_newer_schema_is_left_alone() -> None:
    about = {"1": orjson.dumps({"gen": 1, "schema": SCHEMA + 1})}
    with trouble("newer", file="2026.coreg", found=SCHEMA + 1, known=SCHEMA):
        read_year(seal().pack("2026", {"_book": about}))


class Unchecked:
    """ChaCha20-Poly1305 with its tag not looked at: what these tests must notice if it ever comes to that."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def decrypt(self, nonce: bytes, data: bytes, bound: bytes | None) -> bytes:
        start = (1).to_bytes(4, "little") + nonce
        return Cipher(algorithms.ChaCha20(self._key, start), mode=None).decryptor().update(data[:-16])


def test_without_the_check_of_the_tag_changed_books_would_be_accepted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(aead, "ChaCha20Poly1305", Unchecked)
    assert read_year(YEAR) == BOOK
    found: Counter[str] = outcomes(read_year, flips(YEAR)) + outcomes(read_home, flips(HOME))
    assert found["accepted"] > 1_000
