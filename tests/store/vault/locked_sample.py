"""The sample of a locked folder: the open sample, sealed for one couple, with a private note for each.

Everything in it is fixed, chance too, so that the bytes are the same whenever they are made. To make them:

    python -m tests.store.vault.locked_sample FOLDER
"""

import sys
from pathlib import Path

import orjson

from coreg.store.layout import Raw
from coreg.store.seal import OpenSeal
from coreg.store.vault import private
from coreg.store.vault.keys import Who
from tests.store.vault.couple import COUPLE, Chance, ring, seal

SAMPLES = Path(__file__).parent.parent / "samples"
LOCKED = SAMPLES / "locked-1"
BOOKS = ("2025", "2026", "home", "live")
STAMP = "019ab0000000.0000.left"
NOTES: dict[str, tuple[Who, str]] = {
    "7d0f3a52-0000-4000-8000-000000000001": ("a", "I was afraid, and did not say so."),
    "7d0f3a52-0000-4000-8000-000000000002": ("b", "Ich höre dich. 👩‍💻 שלום"),
    "7d0f3a52-0000-4000-8000-000000000003": ("a", "Long. " * 60),
}


def plain(text: str) -> bytes:
    """Write what is in a note's box."""
    written = {"written": "2026-11-23T20:14:00Z", "zone": "Europe/Lisbon", "local_date": "2026-11-23"}
    return orjson.dumps({"text": text, **written, "binned": "", "released": []})


def open_tables(name: str) -> Raw:
    """Read a book of the open sample; its checksum and its name belong to the other seal."""
    tables = OpenSeal().unpack(name, (SAMPLES / "schema-1" / f"{name}.json").read_bytes())
    about = orjson.loads(tables["_book"]["1"])
    kept = {key: about[key] for key in ("app", "gen", "schema")}
    return {**tables, "_book": {"1": orjson.dumps(kept)}}


def private_tables() -> Raw:
    """Seal the notes, each for its owner."""
    chance = Chance("private")
    documents = {}
    for number, (note, (who, text)) in enumerate(NOTES.items(), 1):
        sealed = private.seal(ring().pub[who], COUPLE, who, note, plain(text), chance)
        stamps = {"was": STAMP, "changed": STAMP, "device": "left"}
        documents[str(number)] = orjson.dumps({"id": note, **stamps, "box": sealed})
    return {"_book": {"1": b'{"app":"0.1.0","gen":3,"schema":1}'}, "sealed": documents}


def files() -> dict[str, bytes]:
    """Make every file of the sample."""
    locked = seal(seed="sample")
    books = {name: open_tables(name) for name in BOOKS}
    books["private"] = private_tables()
    return {name + locked.suffix: locked.pack(name, tables) for name, tables in books.items()}


if __name__ == "__main__":
    for name, data in files().items():
        (Path(sys.argv[1]) / name).write_bytes(data)
