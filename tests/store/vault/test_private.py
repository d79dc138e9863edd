"""A private note opens for its owner, in its place, whole; for anybody else it does not."""

from base64 import b64decode, b64encode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.store.vault import private
from coreg.store.vault.keys import PARTNERS, Keys, Who, public_of
from tests.store.vault.couple import COUPLE, OTHERS, OWN, SHARED, Chance, flips

NOTE = "019ab2c4-0000-7000-8000-00000000000a"
TEXT = b"I was afraid, and did not say so."
KEYS: dict[Who, Keys] = {who: Keys(who, SHARED, OWN[who]) for who in PARTNERS}


def sealed(text: bytes = TEXT, who: Who = "a", seed: str = "note") -> str:
    return private.seal(public_of(OWN[who]), COUPLE, who, NOTE, text, Chance(seed))


def opened(box: str, who: Who = "a") -> bytes | None:
    return private.unseal(KEYS[who], COUPLE, NOTE, box)


@given(st.binary(max_size=600), st.sampled_from(PARTNERS))
def test_a_note_comes_back_to_its_owner(text: bytes, who: Who) -> None:
    assert opened(sealed(text, who), who) == text


@pytest.mark.parametrize(
    "text", [b"", b"\0", b"x\0\0", b"\x80", b"x\x80\0", bytes(255), bytes(256), b"\x80" * 256]
)
def test_what_looks_like_padding_is_kept(text: bytes) -> None:
    assert opened(sealed(text)) == text


def test_short_and_long_notes_have_one_size() -> None:
    assert len(sealed(b"x")) == len(sealed(b"x" * 200)) == len(sealed(b"x" * 255)) == 408
    assert len(b64decode(sealed(b"x" * 256))) - len(b64decode(sealed(b"x" * 255))) == private.STEP


def test_the_same_note_twice_looks_different_and_shows_nothing() -> None:
    one, other = b64decode(sealed(seed="one")), b64decode(sealed(seed="other"))
    assert not {one[at : at + 16] for at in range(0, len(one), 16)} & {
        other[at : at + 16] for at in range(0, len(other), 16)
    }
    assert TEXT not in one
    assert public_of(OWN["a"]) not in one


def test_the_other_partner_cannot_read_it() -> None:
    assert opened(sealed(who="a"), "b") is None
    assert opened(sealed(who="b"), "a") is None
    assert private.unseal(Keys("b", SHARED, OWN["a"]), COUPLE, NOTE, sealed(who="a")) is None


def test_a_note_opens_only_in_its_own_place() -> None:
    assert private.unseal(KEYS["a"], COUPLE, NOTE[:-1] + "b", sealed()) is None
    assert private.unseal(KEYS["a"], OTHERS, NOTE, sealed()) is None


def test_no_changed_bit_and_no_missing_end_opens() -> None:
    box = sealed()
    data = b64decode(box)
    changed = [b64encode(one).decode() for one in flips(data)]
    cut = [b64encode(data[:length]).decode() for length in range(len(data))]
    assert not [one for one in (*changed, *cut) if opened(one) is not None]


def test_no_other_way_to_write_the_same_bytes_opens() -> None:
    box = sealed(b"x" * 256)
    assert box.endswith("=")
    signs = {chr(code) for code in range(128)} - {box[-2]}
    changed = [box[:-2] + sign + "=" for sign in signs]
    assert not [one for one in (*changed, box + "\n", box + "====", box[:-1]) if opened(one) is not None]


@pytest.mark.parametrize("box", ["", "x", "AAAA", "é" * 400, "\ud800" * 400, "A" * 64, "A" * 408, "=" * 408])
def test_what_was_never_sealed_does_not_open(box: str) -> None:
    assert opened(box) is None


@pytest.mark.parametrize("found", [5, None, True, ["x"], {"x": 1}])
def test_what_another_hand_put_there_instead_of_a_text_does_not_open(found: Any) -> None:  # noqa: ANN401
    assert opened(found) is None
