"""A note for one: sealed to its owner's public key, so that writing needs no secret and reading does.

After the manner of age (C2SP, age.md): a fresh X25519 key for every note, HKDF, ChaCha20-Poly1305. Sizes are
told in steps of 256 bytes; each box is bound to the couple, its owner and the note's own id.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping

from coreg.record.seams import Random
from coreg.store.vault.box import derive
from coreg.store.vault.keys import KEY, Keys, Ring, Who, public_of

STEP = 256
"""Bytes by which a sealed note grows."""

_END = b"\x80"
_INFO = b"coreg1 private"
_NO_NONCE = bytes(12)


def seal(public: bytes, couple: str, who: Who, note: str, text: bytes, random: Random) -> str:
    """Seal a note (UTF-8) to its owner's public key, as text."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    passing = random(KEY)
    ours = public_of(passing)
    key = _agreed(passing, public, ours + public)
    box = ChaCha20Poly1305(key).encrypt(_NO_NONCE, _padded(text), _label(couple, who, note))
    return b64encode(ours + box).decode()


def unseal(keys: Keys, couple: str, note: str, sealed: str) -> bytes | None:
    """Open a note with its owner's key; None for what is another's, was moved here, or is not whole."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        data = b64decode(sealed, validate=True)
        if b64encode(data).decode() != sealed:
            return None
        theirs = data[:KEY]
        key = _agreed(keys.own, theirs, theirs + public_of(keys.own))
        label = _label(couple, keys.who, note)
        padded = ChaCha20Poly1305(key).decrypt(_NO_NONCE, data[KEY:], label)
    except (ValueError, TypeError, InvalidTag):
        return None
    return padded.rstrip(b"\0").removesuffix(_END)


def seal_again(sealed: str, note: str, was: Mapping[Who, Keys], ring: Ring, random: Random) -> str:
    """Seal to its owner's key in `ring` what these keys open; what they do not open stays as it is."""
    for who, keys in was.items():
        text = unseal(keys, ring.id, note, sealed)
        if text is not None:
            return seal(ring.pub[who], ring.id, who, note, text, random)
    return sealed


def _agreed(own: bytes, public: bytes, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    both = X25519PrivateKey.from_private_bytes(own).exchange(X25519PublicKey.from_public_bytes(public))
    return derive(both, salt, _INFO)


def _padded(text: bytes) -> bytes:
    text += _END
    return text + bytes(-len(text) % STEP)


def _label(couple: str, who: Who, note: str) -> bytes:
    return f"{couple}|{who}|{note}".encode()
