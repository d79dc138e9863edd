"""The clear part of a sealed file as bytes, and back: strict, nothing of it believed before it is whole."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from contextlib import suppress
from typing import Any

import orjson

from coreg.record.trouble import Trouble
from coreg.store.vault.keys import KEY, KINDS, LEAST, MOST, PARTNERS, Cost, Ring, Slot

VERSION = 1
"""The version of the container."""

_ID = re.compile(r"[0-9a-f]{32}")
_SORTED = orjson.OPT_SORT_KEYS
_SALT, _SEALED = 16, KEY + KEY + 16


def of_home(ring: Ring) -> bytes:
    """Write the header of the home book: the ring."""
    return orjson.dumps(
        {
            "id": ring.id,
            "pub": {who: _text(ring.pub[who]) for who in PARTNERS},
            "slots": [_plain(slot) for slot in ring.slots],
            "v": VERSION,
        },
        option=_SORTED,
    )


def row_of(ring: Ring) -> dict[str, str]:
    """Write the ring as the document that stands in an open home book."""
    return {"id": ring.id, "header": of_home(ring).decode()}


def of_book(couple: str, name: str) -> bytes:
    """Write the header of any other file: whose it is and which."""
    return orjson.dumps({"id": couple, "name": name, "v": VERSION}, option=_SORTED)


def ring_of(file: str, header: bytes) -> Ring:
    """Read the ring from the header of a home book. Raises Trouble: newer, damaged."""
    try:
        found = orjson.loads(header)
        _refuse_newer(file, found)
        ring = Ring(
            _id(found["id"]),
            {who: _bytes(found["pub"][who], KEY) for who in PARTNERS},
            tuple(_slot(one) for one in found["slots"]),
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Trouble("damaged", file=file) from None
    wanted = [(who, kind) for who in PARTNERS for kind in KINDS]
    if [(slot.who, slot.kind) for slot in ring.slots] != wanted or of_home(ring) != header:
        raise Trouble("damaged", file=file)
    return ring


def refuse_other(file: str, header: bytes, couple: str, name: str) -> None:
    """See that a header is that of this couple's book of this name. Raises Trouble: newer, damaged."""
    if header == of_book(couple, name):
        return
    with suppress(ValueError, AttributeError, RecursionError):
        _refuse_newer(file, orjson.loads(header))
    raise Trouble("damaged", file=file)


def _refuse_newer(file: str, found: dict[str, Any]) -> None:
    version = found.get("v")
    if type(version) is int and version > VERSION:
        raise Trouble("newer", file=file, found=version, known=VERSION)


def _plain(slot: Slot) -> dict[str, Any]:
    cost = slot.cost
    kdf = {"alg": "argon2id", "m": cost.m, "p": cost.p, "salt": _text(slot.salt), "t": cost.t}
    return {"kdf": kdf, "key": _text(slot.key), "kind": slot.kind, "who": slot.who}


def _slot(found: dict[str, Any]) -> Slot:
    kdf = found["kdf"]
    cost = Cost(kdf["m"], kdf["t"], kdf["p"])
    for value, least, most in zip(_numbers(cost), _numbers(LEAST), _numbers(MOST), strict=True):
        if type(value) is not int or not least <= value <= most:
            raise ValueError
    return Slot(found["who"], found["kind"], cost, _bytes(kdf["salt"], _SALT), _bytes(found["key"], _SEALED))


def _numbers(cost: Cost) -> tuple[int, int, int]:
    return cost.m, cost.t, cost.p


def _id(found: str) -> str:
    if not _ID.fullmatch(found):
        raise ValueError
    return found


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _bytes(text: str, size: int) -> bytes:
    data = b64decode(text, validate=True)
    if len(data) != size:
        raise ValueError
    return data
