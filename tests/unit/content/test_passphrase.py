"""The words of an offered passphrase are plain and kind, and each is as likely as any other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest

from coreg.content import passphrase
from coreg.content.passphrase import offer, words
from coreg.store.vault import keys

UNKIND = {
    "blood", "bride", "brew", "cage", "corpse", "crib", "cry", "dead", "death", "die", "doctor", "drunk",
    "fear", "fight", "grave", "gun", "hate", "hurt", "jail", "kill", "lonely", "naked", "nude", "orphan",
    "pain", "pill", "poison", "prison", "sad", "scar", "sex", "sick", "slave", "stalk", "strap", "tomb",
    "trap", "war", "weapon", "whip", "widow", "wine", "wound",
}  # fmt: skip


def every_value() -> Callable[[int], bytes]:
    """Return chance that gives each two bytes there are exactly once."""
    values = iter(range(256**2))
    return lambda size: next(values).to_bytes(size, "big")


def test_there_are_2048_plain_words_each_once_and_in_order() -> None:
    assert len(words()) == 2_048
    assert list(words()) == sorted(set(words()))
    assert not [word for word in words() if not re.fullmatch("[a-z]{3,7}", word)]


def test_no_word_is_the_beginning_of_another() -> None:
    assert not [pair for pair in pairwise(words()) if pair[1].startswith(pair[0])]


def test_no_word_is_unkind() -> None:
    assert not UNKIND & set(words())


def test_five_words_are_offered_and_can_be_taken() -> None:
    chance = iter(range(1_000))
    offered = offer(lambda size: bytes(next(chance) % 256 for _ in range(size)))
    assert len(offered.split(" ")) == 5
    assert set(offered.split(" ")) <= set(words())
    keys.refuse_weak(offered)
    # The shortest that could be offered.
    keys.refuse_weak(" ".join([min(words(), key=len)] * 5))


def test_every_word_is_as_likely_as_any_other() -> None:
    drawn = Counter(offer(every_value(), 256**2).split(" "))
    assert set(drawn) == set(words())
    assert set(drawn.values()) == {32}


def test_it_is_as_likely_with_a_number_of_words_that_does_not_divide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "words", lambda: ("one", "two", "three"))
    drawn = Counter(offer(every_value(), 256**2 - 1).split(" "))
    assert set(drawn.values()) == {(256**2 - 1) // 3}
    values = iter([b"\xff\xff", b"\x00\x01"])
    assert offer(lambda size: next(values), 1) == "two"


def test_other_chance_gives_other_words() -> None:
    assert offer(lambda size: b"\0\0", 3) == "acorn acorn acorn"
    assert offer(lambda size: b"\x07\xff", 1) == "zoo"
