"""How passphrases and codes may be typed, which are taken, and how a code is made."""

import unicodedata
from typing import Literal, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.store.vault import keys
from coreg.store.vault.keys import LEAST
from tests.store.helpers import trouble
from tests.store.vault.couple import CODE, PASS, Chance, fits, ring

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
Form: TypeAlias = Literal["NFC", "NFD"]
FORMS: tuple[Form, Form] = ("NFC", "NFD")


# As they are typed


@pytest.mark.parametrize(
    "typed",
    [
        f"  {PASS['a']} \t\n",
        f"\u00a0{PASS['a']}\u2003",
        unicodedata.normalize("NFD", PASS["a"]),
    ],
)
def test_blanks_around_a_passphrase_do_not_matter(typed: str) -> None:
    assert fits(ring(), typed, who="a") == "a"


@pytest.mark.parametrize("form", FORMS)
def test_an_accent_may_be_one_sign_or_two(form: Form) -> None:
    typed = unicodedata.normalize(form, PASS["b"])
    assert fits(ring(), typed, who="b") == "b"
    made = keys.change(ring(), keys.unlock(ring(), PASS["b"]), "pass", typed, Chance(), LEAST)
    assert fits(made, PASS["b"], who="b") == "b"


@pytest.mark.parametrize(
    "typed",
    [
        CODE["a"].lower(),
        CODE["a"].replace("-", " "),
        CODE["a"].replace("-", ""),
        CODE["a"].replace("0", "O").replace("1", "I"),
        CODE["a"].replace("0", "o").replace("1", "l"),
        f"  {CODE['a']}\n".replace("1", "L"),
        " ".join(CODE["a"]),
    ],
)
def test_a_code_fits_however_it_is_copied(typed: str) -> None:
    assert fits(ring(), typed, "code", "a") == "a"
    assert keys.same_code(CODE["a"], typed)


def test_nothing_is_not_the_same_code_as_nothing() -> None:
    assert not keys.same_code("", "")
    assert not keys.same_code("--", "!")


# What may be taken as a passphrase


@pytest.mark.parametrize("words", ["", " ", "nine sign", "    nine sign    ", "e\u0301" * 9, "\u00a0" * 20])
def test_a_short_passphrase_is_refused(words: str) -> None:
    with trouble("words_short", least=10):
        keys.refuse_weak(words)


def test_an_endless_passphrase_is_refused() -> None:
    keys.refuse_weak("x" * 1_024)
    with trouble("words_long", most=1_024):
        keys.refuse_weak("x" * 1_025)


@pytest.mark.parametrize("other", [PASS["b"], f" {PASS['b']} ", unicodedata.normalize("NFD", PASS["b"])])
def test_the_same_passphrase_for_both_is_refused(other: str) -> None:
    with trouble("words_same"):
        keys.refuse_weak(PASS["b"], other)
    keys.refuse_weak(PASS["a"], other)


@pytest.mark.parametrize("words", ["ten signs!", "   ten signs!", "日本語の文字が十字です"])
def test_ten_characters_are_enough(words: str) -> None:
    keys.refuse_weak(words)


# Recovery codes


def test_a_code_is_twenty_six_signs_in_groups() -> None:
    code = keys.new_code(Chance())
    assert [len(group) for group in code.split("-")] == [5, 5, 5, 5, 6]
    assert set(code) <= {*ALPHABET, "-"}
    assert keys.same_code(code, code.lower())


@given(st.binary(min_size=17, max_size=17), st.integers(0, 135))
def test_every_one_of_the_130_bits_of_a_code_counts(bits: bytes, place: int) -> None:
    other = (int.from_bytes(bits, "big") ^ 1 << place).to_bytes(17, "big")
    same = keys.new_code(lambda size: bits) == keys.new_code(lambda size: other)
    assert same == (place >= 130)
