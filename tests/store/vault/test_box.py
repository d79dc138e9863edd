"""A box opens as it was closed, or not at all."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.store.vault import box
from tests.store.helpers import trouble
from tests.store.vault.couple import Chance, cuts, flips, outcomes

FILE = "2026.coreg"
KEY, SALT = Chance("box")(32), Chance("salt")(32)
DATA = box.close(b'{"v":1}', KEY, SALT, b"We talked.")


def open_box(data: bytes, key: bytes = KEY) -> bytes:
    return box.open_up(FILE, box.split(FILE, data), key)


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_what_was_closed_opens(header: bytes, body: bytes) -> None:
    data = box.close(header, KEY, SALT, body)
    found = box.split(FILE, data)
    assert box.is_box(data)
    assert (found.header, found.salt) == (header, SALT)
    assert box.open_up(FILE, found, KEY) == body


def test_every_byte_has_its_place() -> None:
    assert DATA[:8] == b"COREG1\r\n"
    assert DATA[8:12] == b"\x07\0\0\0"
    assert DATA[12:19] == b'{"v":1}'
    assert DATA[19:51] == SALT
    assert len(DATA) == 51 + len(b"We talked.") + 16
    assert b"talked" not in DATA


def test_nothing_may_stand_in_the_box() -> None:
    assert open_box(box.close(b"", KEY, SALT, b"")) == b""


def test_keys_are_derived_as_rfc_5869_says() -> None:
    for salt in (b"", SALT):
        inner = hmac.digest(salt or bytes(32), KEY, hashlib.sha256)
        assert box.derive(KEY, salt, b"for this") == hmac.digest(inner, b"for this\x01", hashlib.sha256)


def test_the_longest_header_is_taken_and_none_beyond() -> None:
    longest = box.close(bytes(65_536), KEY, SALT, b"x")
    assert open_box(longest) == b"x"
    with trouble("damaged", file=FILE):
        box.split(FILE, box.close(bytes(65_537), KEY, SALT, b"x"))
    with trouble("damaged", file=FILE):
        box.split(FILE, b"COREG1\r\n" + b"\xff" * 200)


def test_another_key_and_another_salt_do_not_open() -> None:
    with trouble("damaged", file=FILE):
        open_box(DATA, bytes(32))
    with trouble("damaged", file=FILE):
        open_box(DATA.replace(SALT, bytes(32)))


def test_every_changed_bit_is_noticed() -> None:
    assert outcomes(open_box, flips(DATA)) == {"damaged": len(DATA) * 8}


def test_every_missing_end_is_noticed_and_every_end_too_much() -> None:
    assert outcomes(open_box, cuts(DATA)) == {"damaged": len(DATA)}
    assert outcomes(open_box, [DATA + b"\0", DATA + DATA, b"\0" + DATA]) == {"damaged": 3}


def test_a_file_too_short_for_a_salt_and_a_tag_is_not_even_split() -> None:
    shortest = box.close(b'{"v":1}', KEY, SALT, b"")
    assert box.split(FILE, shortest).box
    assert outcomes(lambda data: box.split(FILE, data), cuts(shortest)) == {"damaged": len(shortest)}


def test_a_file_that_went_through_text_mode_is_noticed() -> None:
    assert outcomes(open_box, [DATA.replace(b"\r\n", b"\n")]) == {"damaged": 1}


@pytest.mark.parametrize("data", [b"", b"COREG1\n", b"COREG2\r\n" + DATA[8:], b"{}"])
def test_other_files_are_no_boxes(data: bytes) -> None:
    assert not box.is_box(data)
    with trouble("damaged", file=FILE):
        box.split(FILE, data)
