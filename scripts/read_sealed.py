#!/usr/bin/env python3
"""Reads locked books without coreg: written from docs/format.md, with the library `cryptography` alone.

    scripts/read_sealed.py [--code] FOLDER_OR_FILE < WORDS

The first line of standard input is a passphrase, with --code a recovery code. Prints one JSON object: the
books by name; of a private note what is in it if it is theirs, else null, and so of what lies beside it.
"""

import argparse
import json
import sys
import unicodedata
from base64 import b64decode
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NOT_WHOLE = "{} holds no locked books that are whole and belong together."
NO_FIT = "These words do not fit."
LIMITS = {"m": range(19_456, 1_048_577), "t": range(1, 11), "p": range(1, 17)}


def derive(key: bytes, salt: bytes, info: str) -> bytes:
    """Make a key of a key."""
    return HKDF(SHA256(), 32, salt, info.encode()).derive(key)


def unbox(key: bytes, box: bytes, bound: bytes) -> bytes:
    """Open a box. Raises InvalidTag."""
    return ChaCha20Poly1305(key).decrypt(bytes(12), box, bound)


def split(data: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Return the header of a file, all that is before its box, its salt and its box."""
    end = 12 + int.from_bytes(data[8:12], "little")
    if data[:8] != b"COREG1\r\n" or end > 12 + 65_536:
        raise ValueError
    return data[12:end], data[: end + 32], data[end : end + 32], data[end + 32 :]


def unlock(ring: dict[str, Any], words: str, kind: str) -> tuple[str, bytes, bytes]:
    """Return who these words belong to, the shared key and their own. Raises SystemExit if nobody."""
    if kind == "code":
        kept = words.upper().translate(str.maketrans("OIL", "011"))
        words = "".join(sign for sign in kept if sign in "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    stretched = unicodedata.normalize("NFC", words).strip().encode()
    for slot in (one for one in ring["slots"] if one["kind"] == kind and stretched):
        m, t, p = (LIMITS[name][LIMITS[name].index(slot["kdf"][name])] for name in "mtp")
        salt, who = b64decode(slot["kdf"]["salt"]), slot["who"]
        key = Argon2id(salt=salt, length=32, iterations=t, lanes=p, memory_cost=m).derive(stretched)
        try:
            held = unbox(key, b64decode(slot["key"]), f"coreg1 slot|{ring['id']}|{who}|{kind}".encode())
        except InvalidTag:
            continue
        return who, held[:32], held[32:]
    raise SystemExit(NO_FIT)


def open_book(name: str, data: bytes, shared: bytes) -> dict[str, Any]:
    """Return the tables of a file."""
    _, clear, salt, box = split(data)
    book = name.partition(".")[0]
    key = derive(derive(shared, b"", f"coreg1 book {book}"), salt, "coreg1 body")
    return dict(json.loads(unbox(key, box, clear)))


def open_note(note: dict[str, str], couple: str, who: str, own: bytes) -> dict[str, Any] | None:
    """Return a private note, None if it is the other's."""
    data, secret = b64decode(note["box"]), X25519PrivateKey.from_private_bytes(own)
    agreed = secret.exchange(X25519PublicKey.from_public_bytes(data[:32]))
    key = derive(agreed, data[:32] + secret.public_key().public_bytes_raw(), "coreg1 private")
    try:
        padded = unbox(key, data[32:], f"{couple}|{who}|{note['id']}".encode())
    except InvalidTag:
        return None
    note_of: dict[str, Any] = json.loads(padded[: padded.rindex(b"\x80")])
    return note_of


def read(path: Path, words: str, kind: str) -> dict[str, Any]:
    """Open every book of a folder, or one file of it. What is pending counts before what is there."""
    folder = path if path.is_dir() else path.parent
    files = {one.stem: one.read_bytes() for one in sorted(folder.glob("*.coreg"))}
    head, _, rest = files.pop("pending", b'[{"books":[]},\n')[1:].partition(b",\n")
    for name, size in json.loads(head)["books"]:
        files[name], rest = rest[:size], rest[size + 2 :]
    ring = json.loads(split(files["home"])[0])
    who, shared, own = unlock(ring, words, kind)
    wanted = [name for name in files if "." not in name] if path.is_dir() else [path.stem]
    books = {name: open_book(name, files[name], shared) for name in wanted}
    for note in books.get("private", {}).get("sealed", {}).values():
        boxes = [*([note.pop("box")] if "box" in note else []), *note.pop("beside", [])]
        opened = [open_note(note | {"box": box}, ring["id"], who, own) for box in boxes]
        note["note"] = opened[0] if opened else None
        note.update({"beside": opened[1:]} if opened[1:] else {})
    return books


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description="Reads locked books without coreg; the words come from standard input."
    )
    parser.add_argument("path", type=Path)
    parser.add_argument("--code", dest="kind", action="store_const", const="code", default="pass")
    given = parser.parse_args()
    try:
        found = read(given.path, sys.stdin.readline(), given.kind)
    except (InvalidTag, LookupError, TypeError, ValueError, OSError):
        raise SystemExit(NOT_WHOLE.format(given.path)) from None
    print(json.dumps(found, ensure_ascii=False, indent=2))
