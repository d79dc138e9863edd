"""The bytes of a sealed file: what is in clear, a fresh salt, and one box that holds all the rest.

     off   length
     0     8       "COREG1\\r\\n"; a copy made in text mode shows by its line end
     8     4       H, the length of the header, little-endian, at most 65,536
     12    H       the header
     12+H  32      a salt, fresh at every save
     44+H  the rest: ChaCha20-Poly1305 under HKDF-SHA256 of the file's key and that salt, bound to all above

No key is used twice, so the nonce is zero and there is no counter to keep.
"""

from __future__ import annotations

from dataclasses import dataclass

from coreg.record.trouble import Trouble

MAGIC = b"COREG1\r\n"
LONGEST_HEADER = 65_536

_SALT = 32
_TAG = 16
_LENGTH = 4
_START = len(MAGIC) + _LENGTH
_NO_NONCE = bytes(12)
_INFO = b"coreg1 body"


@dataclass(frozen=True, slots=True)
class Opened:
    """A file taken apart: its header, everything before the box, the salt, and the box."""

    header: bytes
    clear: bytes
    salt: bytes
    box: bytes


def is_box(data: bytes) -> bool:
    """Tell whether these bytes begin like a sealed file."""
    return data.startswith(MAGIC)


def close(header: bytes, key: bytes, salt: bytes, body: bytes) -> bytes:
    """Make a file. `salt` is 32 fresh bytes, `key` the file's own 32."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    clear = b"".join((MAGIC, len(header).to_bytes(_LENGTH, "little"), header, salt))
    return clear + ChaCha20Poly1305(derive(key, salt, _INFO)).encrypt(_NO_NONCE, body, clear)


def split(file: str, data: bytes) -> Opened:
    """Take a file apart without a key. Raises Trouble damaged."""
    length = int.from_bytes(data[len(MAGIC) : _START], "little")
    start = _START + length
    if not is_box(data) or length > LONGEST_HEADER or len(data) < start + _SALT + _TAG:
        raise Trouble("damaged", file=file)
    behind = start + _SALT
    return Opened(data[_START:start], data[:behind], data[start:behind], data[behind:])


def open_up(file: str, found: Opened, key: bytes) -> bytes:
    """Return what is in the box. Raises Trouble damaged for every changed bit, wherever it is."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        return ChaCha20Poly1305(derive(key, found.salt, _INFO)).decrypt(_NO_NONCE, found.box, found.clear)
    except InvalidTag:
        raise Trouble("damaged", file=file) from None


def derive(key: bytes, salt: bytes, info: bytes) -> bytes:
    """Return 32 bytes of HKDF-SHA256 (RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(key)
