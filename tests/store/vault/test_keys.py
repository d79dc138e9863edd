"""Words open what they should and nothing else, however they are typed; nothing shows a secret."""

import traceback
from dataclasses import replace

import pytest
from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf import argon2

from coreg.record.trouble import Trouble
from coreg.store.vault import keys
from coreg.store.vault.header import of_home
from coreg.store.vault.keys import KINDS, LEAST, PARTNERS, USUAL, Cost, Kind, Ring, Who, Words
from tests.store.helpers import trouble
from tests.store.vault.couple import (
    CODE,
    COUPLE,
    OTHERS,
    OWN,
    PASS,
    SHARED,
    Chance,
    fits,
    flips,
    ring,
    ring_of_one,
    seal,
)

NEW = "seven quiet harbours"


def shape(found: Ring) -> list[tuple[Who, Kind, Cost, int, int]]:
    """Return all that can be told from the slots without words."""
    return [(slot.who, slot.kind, slot.cost, len(slot.salt), len(slot.key)) for slot in found.slots]


# Words that fit


@pytest.mark.parametrize("who", PARTNERS)
def test_a_passphrase_and_a_code_open_the_same_keys(who: Who) -> None:
    opened = keys.unlock(ring(), PASS[who])
    assert (opened.who, opened.shared, opened.own) == (who, SHARED, OWN[who])
    assert keys.unlock(ring(), CODE[who], "code") == opened
    assert keys.unlock(ring(), PASS[who], who=who) == opened


def test_the_usual_cost_stands_in_the_slots_and_opens_them() -> None:
    found = keys.make(COUPLE, {"a": Words(PASS["a"])}, SHARED, Chance(), USUAL)
    assert (USUAL.m, USUAL.t, USUAL.p) == (65_536, 3, 4)
    assert {slot.cost for slot in found.slots} == {USUAL}
    assert keys.unlock(found, PASS["a"], who="a").shared == SHARED


# Words that do not


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "\n\t",
        PASS["a"].upper(),
        PASS["a"].replace(" ", "  "),
        PASS["a"][:-1],
        PASS["a"] + "s",
        CODE["a"],
        "x" * 1_025,
        "\ud800" * 12,
        "\0" * 12,
    ],
    ids=repr,
)
def test_other_words_do_not_fit(typed: str) -> None:
    assert fits(ring(), typed) is None


@pytest.mark.parametrize("typed", ["", "-----", "uuuu", CODE["a"][:-1], CODE["a"] + "0", PASS["a"]])
def test_another_code_does_not_fit(typed: str) -> None:
    assert fits(ring(), typed, "code", "a") is None
    assert not keys.same_code(CODE["a"], typed)


def test_the_words_of_one_do_not_open_the_slot_of_the_other() -> None:
    assert fits(ring(), PASS["a"], who="b") is None
    assert fits(ring(), CODE["b"], "code", "a") is None


def test_a_slot_opens_only_in_its_own_place_and_for_its_own_couple() -> None:
    a, b = ring().slot("a", "pass"), ring().slot("b", "pass")
    moved = replace(ring(), slots=(replace(a, who="b"), replace(b, who="a")))
    assert fits(moved, PASS["a"], who="b") is None
    assert fits(replace(ring(), slots=(replace(a, kind="code"),)), PASS["a"], "code", "a") is None
    assert fits(replace(ring(), id=OTHERS), PASS["a"], who="a") is None


@pytest.mark.usefixtures("stretched_once")
def test_no_changed_bit_of_a_slot_opens() -> None:
    slot = ring().slot("a", "pass")
    opened = [
        key
        for key in flips(slot.key)
        if fits(replace(ring(), slots=(replace(slot, key=key),)), PASS["a"], who="a")
    ]
    assert not opened
    salted = replace(slot, salt=bytes(16))
    assert fits(replace(ring(), slots=(salted,)), PASS["a"], who="a") is None
    cheaper = replace(slot, cost=replace(slot.cost, t=2))
    assert fits(replace(ring(), slots=(cheaper,)), PASS["a"], who="a") is None


def test_words_that_fit_a_ring_whose_public_key_was_exchanged_are_refused() -> None:
    swapped = replace(ring(), pub={"a": ring().pub["b"], "b": ring().pub["a"]})
    for who in PARTNERS:
        with trouble("ring_changed"):
            keys.unlock(swapped, PASS[who])


# Slots that nobody asked for


def test_slots_that_are_filled_with_noise_look_like_the_others() -> None:
    assert shape(ring_of_one()) == shape(ring())
    assert set(ring_of_one().pub) == {"a", "b"}
    assert len(of_home(ring_of_one())) == len(of_home(ring()))
    secret = [slot.key for slot in ring_of_one().slots] + [slot.salt for slot in ring_of_one().slots]
    assert len(set(secret)) == 8


def test_noise_opens_for_nobody() -> None:
    for kind in KINDS:
        for who in PARTNERS:
            if (who, kind) != ("a", "pass"):
                assert fits(ring_of_one(), "", kind, who) is None
                assert fits(ring_of_one(), PASS["a"], kind, who) is None


@pytest.mark.parametrize(("kind", "words"), [("pass", "  \t"), ("code", "--- U"), ("pass", ""), ("code", "")])
def test_words_of_blanks_alone_leave_no_door_that_anybody_could_open(kind: Kind, words: str) -> None:
    opened = keys.unlock(ring(), PASS["a"], who="a")
    slot = keys.change(ring(), opened, kind, words, Chance("blank"), LEAST).slot("a", kind)
    empty = argon2.Argon2id(salt=slot.salt, length=32, iterations=1, lanes=1, memory_cost=LEAST.m).derive(b"")
    with pytest.raises(InvalidTag):
        ChaCha20Poly1305(empty).decrypt(bytes(12), slot.key, f"coreg1 slot|{COUPLE}|a|{kind}".encode())


@pytest.mark.parametrize("words", ["", "x" * 1_025])
def test_a_slot_that_somebody_sealed_behind_empty_or_endless_words_stays_shut(words: str) -> None:
    slot = ring().slot("a", "pass")
    key = argon2.Argon2id(salt=slot.salt, length=32, iterations=1, lanes=1, memory_cost=LEAST.m)
    label = f"coreg1 slot|{COUPLE}|a|pass".encode()
    sealed = ChaCha20Poly1305(key.derive(words.encode())).encrypt(bytes(12), SHARED + OWN["a"], label)
    forged = replace(ring(), slots=(replace(slot, key=sealed),))
    assert fits(forged, words, who="a") is None


def test_words_too_long_to_be_tried_are_not_sealed_behind() -> None:
    opened = keys.unlock(ring(), PASS["a"], who="a")
    with trouble("words_long", most=1_024):
        keys.change(ring(), opened, "pass", "x" * 1_025, Chance(), LEAST)


# Other words, another owner


@pytest.mark.parametrize(("kind", "old", "new"), [("pass", PASS["b"], NEW), ("code", CODE["b"], CODE["a"])])
def test_a_change_replaces_one_slot_and_nothing_else(kind: Kind, old: str, new: str) -> None:
    opened = keys.unlock(ring(), PASS["b"])
    changed = keys.change(ring(), opened, kind, new, Chance("change"), LEAST)
    assert keys.unlock(changed, new, kind, "b") == opened
    assert fits(changed, old, kind, "b") is None
    kept = [slot for slot in ring().slots if (slot.who, slot.kind) != ("b", kind)]
    assert [slot for slot in changed.slots if slot in kept] == kept
    assert changed.slot("b", kind).salt != ring().slot("b", kind).salt
    assert (changed.id, changed.pub) == (ring().id, ring().pub)
    assert shape(changed) == shape(ring())


def test_the_same_words_again_get_another_salt() -> None:
    opened = keys.unlock(ring(), PASS["a"])
    changed = keys.change(ring(), opened, "pass", PASS["a"], Chance("again"), LEAST)
    assert changed.slot("a", "pass").salt != ring().slot("a", "pass").salt
    assert changed.slot("a", "pass").key != ring().slot("a", "pass").key


def test_the_second_partner_claims_a_place_and_the_first_keeps_theirs() -> None:
    claimed = keys.claim(ring_of_one(), "b", Words(NEW, CODE["b"]), SHARED, Chance("claim"), LEAST)
    assert [claimed.slot("a", kind) for kind in KINDS] == [ring_of_one().slot("a", kind) for kind in KINDS]
    assert claimed.pub["a"] == ring_of_one().pub["a"]
    assert claimed.pub["b"] != ring_of_one().pub["b"]
    opened = keys.unlock(claimed, NEW)
    assert (opened.who, opened.shared) == ("b", SHARED)
    assert keys.unlock(claimed, CODE["b"], "code", "b") == opened
    assert keys.unlock(claimed, PASS["a"]).own != opened.own
    assert shape(claimed) == shape(ring())


def test_both_may_be_made_anew_with_the_keys_they_had() -> None:
    made = keys.make(COUPLE, {"a": Words(NEW, own=OWN["a"])}, bytes(32), Chance(), LEAST, ring().pub)
    assert made.pub == ring().pub
    assert keys.unlock(made, NEW).own == OWN["a"]


# What the machine cannot do


def test_a_library_without_argon2_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**given: object) -> None:
        raise UnsupportedAlgorithm("none")

    monkeypatch.setattr(argon2, "Argon2id", refuse)
    with trouble("no_crypto"):
        keys.unlock(ring_of_one(), PASS["a"])


def test_a_machine_without_enough_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Small:
        def __init__(self, **given: object) -> None:
            """Take any cost."""

        def derive(self, words: bytes) -> bytes:
            raise MemoryError

    monkeypatch.setattr(argon2, "Argon2id", Small)
    with trouble("no_memory", mib=19):
        keys.unlock(ring_of_one(), PASS["a"])


# Nothing is shown


def test_no_repr_and_no_error_shows_a_secret() -> None:
    opened = keys.unlock(ring(), PASS["a"])
    given = Words(PASS["a"], CODE["a"], OWN["a"])
    shown = [
        repr(opened),
        str(opened),
        f"{given!r} {given}",
        repr(seal()),
        str(seal()),
        repr([opened, given]),
    ]
    for words in (PASS["a"] + "?", CODE["a"]):
        with pytest.raises(Trouble) as caught:
            keys.unlock(ring(), words, who="a")
        shown += [repr(caught.value), *traceback.format_exception(caught.value), repr(caught.value.facts)]
    text = "".join(shown)
    assert "does_not_fit" in text
    for secret in (
        PASS["a"],
        CODE["a"],
        SHARED.hex(),
        OWN["a"].hex(),
        repr(SHARED)[2:-1],
        repr(OWN["a"])[2:-1],
    ):
        assert secret not in text
