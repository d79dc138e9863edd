"""Who can open what: two partners, each with a passphrase and a recovery code, around one shared key.

The shared key seals the couple's books; each partner's own key opens what was sealed to them alone. Both lie
in slots, each sealed with a key that Argon2id (RFC 9106) makes of a passphrase or a code. There are always
four slots: those that nobody asked for are filled, so that their number tells nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from coreg.record.seams import Random
from coreg.record.trouble import Trouble

Who: TypeAlias = Literal["a", "b"]
"""One of the two, for good."""

Kind: TypeAlias = Literal["pass", "code"]
"""What opens a slot: the passphrase, or the recovery code."""

PARTNERS: tuple[Who, Who] = ("a", "b")
KINDS: tuple[Kind, Kind] = ("pass", "code")

KEY = 32
"""Bytes of every key here."""

SHORTEST = 10
"""Characters a passphrase has at the least."""

_SALT = 16
_NO_NONCE = bytes(12)
_LONGEST_WORDS = 1_024
_CODE_SIGNS = 26
_CODE_BITS = 5
_CODE_BYTES = 17
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("OIL", "011")
_GROUP = 5


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try costs: `m` KiB of memory, `t` passes, `p` lanes of Argon2id.

    The usual one is the second recommendation of RFC 9106 (2021), section 4.
    """

    m: int = 65_536
    t: int = 3
    p: int = 4


USUAL = Cost()
LEAST, MOST = Cost(19_456, 1, 1), Cost(1_048_576, 10, 16)
"""The bounds within which a cost is believed. The least memory is what OWASP asked for in 2023."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: whose it is, what opens it, what a try costs, and the sealed keys (80 bytes)."""

    who: Who
    kind: Kind
    cost: Cost
    salt: bytes
    key: bytes


@dataclass(frozen=True, slots=True)
class Ring:
    """What stands in clear before a sealed book: the couple's id, both public keys and all four slots."""

    id: str
    pub: Mapping[Who, bytes]
    slots: tuple[Slot, ...]

    def slot(self, who: Who, kind: Kind) -> Slot:
        """Return one of the four."""
        return next(slot for slot in self.slots if (slot.who, slot.kind) == (who, kind))


@dataclass(frozen=True, slots=True)
class Keys:
    """What a slot held: the shared key and the partner's own. Never shown, not even by `repr`."""

    who: Who
    shared: bytes = field(repr=False)
    own: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Words:
    """What one partner opens their slots with, and the own key that goes into them.

    Without a `code` that slot is filled with noise; without an `own` key a new one is made.
    """

    passphrase: str = field(repr=False)
    code: str = field(default="", repr=False)
    own: bytes = field(default=b"", repr=False)


def refuse_weak(words: str, other: str = "") -> None:
    """Raise Trouble for a passphrase that cannot be taken: words_short (least), words_long, words_same."""
    prepared = _prepared(words, "pass")
    if len(prepared) < SHORTEST:
        raise Trouble("words_short", least=SHORTEST)
    if len(prepared) > _LONGEST_WORDS:
        raise Trouble("words_long", most=_LONGEST_WORDS)
    if other and prepared == _prepared(other, "pass"):
        raise Trouble("words_same")


def new_code(random: Random) -> str:
    """Make a recovery code: 26 signs of Crockford's alphabet in groups, 130 bits."""
    number = int.from_bytes(random(_CODE_BYTES), "big")
    signs = [_ALPHABET[(number >> (_CODE_BITS * place)) & 31] for place in range(_CODE_SIGNS)]
    groups = ["".join(signs[at : at + _GROUP]) for at in range(0, _CODE_SIGNS - 1, _GROUP)]
    return "-".join([*groups[:-1], groups[-1] + signs[-1]])


def same_code(one: str, other: str) -> bool:
    """Tell whether two codes are the same, however they are written; nothing is not the same as nothing."""
    return _prepared(one, "code") == _prepared(other, "code") != ""


def make(
    couple: str,
    words: Mapping[Who, Words],
    shared: bytes,
    random: Random,
    cost: Cost = USUAL,
    pub: Mapping[Who, bytes] | None = None,
) -> Ring:
    """Make a ring for these partners. The slots of one who is not among them are filled with noise.

    `couple` is 32 hex digits; `pub` has the public keys of those who are not among them, else they are
    noise too. Every salt is fresh. Words that are empty, or only blanks, make noise: see `refuse_weak`.
    Raises Trouble: words_long, no_memory, no_crypto.
    """
    own = {who: words[who].own or random(KEY) for who in PARTNERS if who in words}
    known = {**(pub or {}), **{who: public_of(key) for who, key in own.items()}}
    public = {who: known.get(who) or public_of(random(KEY)) for who in PARTNERS}
    slots = tuple(
        _close(couple, who, kind, given, shared + own.get(who, b""), random, cost)
        for who in PARTNERS
        for kind, given in _given(words.get(who)).items()
    )
    return Ring(couple, public, slots)


def _given(words: Words | None) -> dict[Kind, str]:
    """Return what is to open each slot of a partner, "" where nothing does."""
    return {"pass": words.passphrase, "code": words.code} if words else dict.fromkeys(KINDS, "")


def unlock(ring: Ring, words: str, kind: Kind = "pass", who: Who | None = None) -> Keys:
    """Open a slot of this kind, that of `who` or whichever fits. Takes a quarter of a second a slot.

    Raises Trouble: does_not_fit; ring_changed where the words fit but the public key is not theirs, so that
    nothing is ever sealed to another's key; no_memory; no_crypto where the library is too old.
    """
    for partner in (who,) if who else PARTNERS:
        held = _open(ring.id, ring.slot(partner, kind), words)
        if held:
            keys = Keys(partner, held[:KEY], held[KEY:])
            if public_of(keys.own) != ring.pub[partner]:
                raise Trouble("ring_changed")
            return keys
    raise Trouble("does_not_fit")


def change(ring: Ring, keys: Keys, kind: Kind, words: str, random: Random, cost: Cost = USUAL) -> Ring:
    """Put the same keys behind another passphrase or code of their owner; the slot gets a fresh salt.

    With empty words it is filled with noise and opens for nobody. Raises Trouble as `make` does.
    """
    fresh = _close(ring.id, keys.who, kind, words, keys.shared + keys.own, random, cost)
    slots = tuple(fresh if (slot.who, slot.kind) == (keys.who, kind) else slot for slot in ring.slots)
    return Ring(ring.id, ring.pub, slots)


def claim(ring: Ring, who: Who, words: Words, shared: bytes, random: Random, cost: Cost = USUAL) -> Ring:
    """Give both slots of one partner to these words and a key of their own; the other's stay as they are."""
    fresh = make(ring.id, {who: words}, shared, random, cost, ring.pub)
    slots = tuple(fresh.slot(slot.who, slot.kind) if slot.who == who else slot for slot in ring.slots)
    return Ring(ring.id, {**ring.pub, who: fresh.pub[who]}, slots)


def public_of(own: bytes) -> bytes:
    """Return the public half of an own key (X25519, RFC 7748)."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(own).public_key().public_bytes_raw()


def _close(couple: str, who: Who, kind: Kind, words: str, held: bytes, random: Random, cost: Cost) -> Slot:
    """Seal what a slot holds; without words its content is noise that looks the same."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt = random(_SALT)
    prepared = _prepared(words, kind)
    if not prepared:
        return Slot(who, kind, cost, salt, random(KEY + KEY + 16))
    if len(prepared) > _LONGEST_WORDS:
        raise Trouble("words_long", most=_LONGEST_WORDS)
    key = _stretched(prepared, salt, cost)
    sealed = ChaCha20Poly1305(key).encrypt(_NO_NONCE, held, _label(couple, who, kind))
    return Slot(who, kind, cost, salt, sealed)


def _open(couple: str, slot: Slot, words: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    prepared = _prepared(words, slot.kind)
    if not prepared or len(prepared) > _LONGEST_WORDS:
        return None
    key = _stretched(prepared, slot.salt, slot.cost)
    try:
        return ChaCha20Poly1305(key).decrypt(_NO_NONCE, slot.key, _label(couple, slot.who, slot.kind))
    except InvalidTag:
        return None


def _stretched(words: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        stretch = Argon2id(salt=salt, length=KEY, iterations=cost.t, lanes=cost.p, memory_cost=cost.m)
    except UnsupportedAlgorithm:
        raise Trouble("no_crypto") from None
    try:
        return stretch.derive(words.encode("utf-8", "replace"))
    except MemoryError:
        raise Trouble("no_memory", mib=cost.m // 1_024) from None


def _prepared(words: str, kind: Kind) -> str:
    """Return what is stretched: a passphrase in NFC without blanks around it, a code as its signs alone."""
    if kind == "pass":
        return unicodedata.normalize("NFC", words).strip()
    return "".join(sign for sign in words.upper().translate(_ALIKE) if sign in _ALPHABET)


def _label(couple: str, who: Who, kind: Kind) -> bytes:
    return f"coreg1 slot|{couple}|{who}|{kind}".encode()
