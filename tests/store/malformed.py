"""Exports that do not hold: some forty made by hand, and the way to make as many more as are wanted."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any, TypeAlias

import orjson
from hypothesis import strategies as st

__all__ = ["MALFORMED", "mutated"]

Data: TypeAlias = dict[str, Any]
_MB = 2**20


def _with(change: Callable[[Data], object]) -> Callable[[Data], bytes]:
    """Change an export as values."""

    def make(data: Data) -> bytes:
        changed = deepcopy(data)
        change(changed)
        return orjson.dumps(changed)

    return make


def _as_text(old: bytes, new: bytes) -> Callable[[Data], bytes]:
    """Change an export as text."""

    def make(data: Data) -> bytes:
        found = orjson.dumps(data)
        assert old in found
        return found.replace(old, new, 1)

    return make


def _nested(levels: int) -> Any:  # noqa: ANN401 - lists in lists
    found: list[Any] = []
    for _ in range(levels):
        found = [found]
    return found


def _many(data: Data) -> None:
    data["notes"] = [{**data["notes"][0], "id": f"n{number}"} for number in range(10_001)]


_TEXT = b'"text":"We talked."'

MALFORMED: dict[str, tuple[str, str, Callable[[Data], bytes]]] = {
    "nothing": ("import_not_json", "", lambda data: b""),
    "no JSON": ("import_not_json", "", lambda data: b"# Mina and Jo\n"),
    "cut off": ("import_not_json", "", lambda data: orjson.dumps(data)[:-30]),
    "two objects": ("import_not_json", "", lambda data: orjson.dumps(data) * 2),
    "not UTF-8": ("import_not_json", "", _as_text(_TEXT, b'"text":"\xff"')),
    "a byte order mark": ("import_not_json", "", lambda data: b"\xef\xbb\xbf" + orjson.dumps(data)),
    "half a letter": ("import_not_json", "", _as_text(_TEXT, b'"text":"\\ud800"')),
    "not a number": ("import_not_json", "", _as_text(b'"planned_s":0.0', b'"planned_s":NaN')),
    "without end": ("import_not_json", "", _as_text(b'"planned_s":0.0', b'"planned_s":1e999')),
    "too deep for a parser": ("import_not_json", "", lambda data: b"[" * 100_000 + b"]" * 100_000),
    "a name twice": ("import_names", "", _as_text(_TEXT, _TEXT + b',"text":"twice"')),
    "a list": ("import_strange", "", lambda data: orjson.dumps([data])),
    "without a schema": ("import_strange", "", _with(lambda data: data.pop("schema"))),
    "of the future": ("newer", "", _with(lambda data: data.update(schema=2))),
    "too large": ("import_large", "", lambda data: b" " * (16 * _MB + 1)),
    "millions of nothings": ("import_crowded", "", lambda data: b"[" + b"[]," * (5 * _MB) + b"[]]"),
    "as many letters as may be": ("import_strange", "", lambda data: b"[" + b'"\xc3\xa9",' * 999_900 + b"0]"),
    "as many lists as may be": (
        "import_missing", "notes[0].text",
        lambda data: b'{"schema":1,"notes":[{"more":[' + b"[]," * 490_000 + b"0]}]}",
    ),
    "as long a text as may be": (
        "import_long", "notes[0].text",
        _with(lambda data: data["notes"][0].update(text="\u00e9\u0301\x1b" * 1_500_000)),
    ),
    "too many": ("import_many", "", _with(_many)),
    "notes that are no list": ("import_field", "notes", _with(lambda data: data.update(notes={}))),
    "a note that is a text": ("import_field", "notes[0]", _with(lambda data: data["notes"].insert(0, "x"))),
    "a note without text": (
        "import_missing", "notes[1].text", _with(lambda data: data["notes"][1].pop("text"))
    ),
    "a text that is a number": (
        "import_field", "notes[0].text", _with(lambda data: data["notes"][0].update(text=5))
    ),
    "too long a text": (
        "import_long", "notes[1].later[0].text",
        _with(lambda data: data["notes"][1]["later"][0].update(text="x" * 20_001)),
    ),
    "no day": (
        "import_field", "sessions[0].local_date",
        _with(lambda data: data["sessions"][0].update(local_date="2026-02-30")),
    ),
    "a day as a number": (
        "import_field", "sessions[0].local_date",
        _with(lambda data: data["sessions"][0].update(local_date="1700000000")),
    ),
    "a year nobody lives in": (
        "import_field", "sessions[0].local_date",
        _with(lambda data: data["sessions"][0].update(local_date="0001-01-01")),
    ),
    "a moment in no year": (
        "import_field", "notes[0].written",
        _with(lambda data: data["notes"][0].update(written="9999-12-31T23:59:59-05:00")),
    ),
    "a moment nobody lives in": (
        "import_field", "notes[0].written",
        _with(lambda data: data["notes"][0].update(written="9999-12-31T23:59:59Z")),
    ),
    "a later word of no time": (
        "import_field", "notes[1].later[0].at",
        _with(lambda data: data["notes"][1]["later"][0].update(at="2200-01-01T00:00:00Z")),
    ),
    "a day to look again that never comes": (
        "import_field", "agreements[0].look_again",
        _with(lambda data: data["agreements"][0].update(look_again="9999-12-31")),
    ),
    "a moment without a zone": (
        "import_field", "sessions[0].started",
        _with(lambda data: data["sessions"][0].update(started="2026-11-23T20:00:00")),
    ),
    "less than no time": (
        "import_field", "sessions[0].done_s", _with(lambda data: data["sessions"][0].update(done_s=-1))
    ),
    "nobody's line": (
        "import_field", "sessions[0].entries[0].lines[0].by",
        _with(lambda data: data["sessions"][0]["entries"][0]["lines"][0].update(by="c")),
    ),
    "an id twice": (
        "import_twice", "sessions[1]",
        _with(lambda data: data["sessions"][1].update(id=data["sessions"][0]["id"])),
    ),
    "a line twice": (
        "import_twice", "sessions[1]",
        _with(lambda data: data["sessions"][1]["entries"][0]["lines"].append(
            data["sessions"][1]["entries"][0]["lines"][0])),
    ),
    "no id": ("import_field", "notes[0].id", _with(lambda data: data["notes"][0].pop("id"))),
    "an id nobody can type": (
        "import_field", "notes[0].id", _with(lambda data: data["notes"][0].update(id="x" * 101))
    ),
    "no stamp": (
        "import_field", "notes[0].changed", _with(lambda data: data["notes"][0].update(changed="now"))
    ),
    "too deep for us": (
        "import_deep", "notes[0]", _with(lambda data: data["notes"][0].update(more=_nested(40)))
    ),
    "an odd name": (
        "import_field", "sessions[0].entries[0].params.?",
        _with(lambda data: data["sessions"][0]["entries"][0].update(params={"\x9b b": [1]})),
    ),
    "a couple of one": ("import_missing", "couple.b", _with(lambda data: data["couple"].pop("b"))),
    "two of one name": (
        "import_field", "couple.a.name",
        _with(lambda data: data["couple"].update(a={"name": "JO"})),
    ),
}  # fmt: skip
"""By what is wrong with it: the code, the place in it, and the way to make it of an export that holds."""

_ODD = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        1e300,
        "",
        "x",
        "\u0000",
        "2026",
        "9" * 30,
        "x" * 20_001,
        [],
        {},
        [[]],
        {"id": "x"},
        _nested(50),
    ]
)


@st.composite
def mutated(draw: st.DrawFn, data: Data) -> bytes:
    """Break an export somewhere: a value that is another, is missing, or stands twice; or a byte."""
    changed = deepcopy(data)
    if draw(st.booleans()):
        found = bytearray(orjson.dumps(changed))
        place = draw(st.integers(0, len(found) - 1))
        found[place : place + draw(st.integers(0, 3))] = draw(st.binary(max_size=3))
        return bytes(found)
    for _ in range(draw(st.integers(1, 3))):
        _change(draw, changed)
    return orjson.dumps(changed)


def _change(draw: st.DrawFn, data: Data) -> None:
    inside: Any = data
    while True:
        keys = [*inside] if isinstance(inside, dict) else [*range(len(inside))]
        if not keys:
            return
        key = draw(st.sampled_from(keys))
        deeper = isinstance(inside[key], (dict, list)) and inside[key]
        if not deeper or draw(st.integers(0, 5)) == 0:
            break
        inside = inside[key]
    if draw(st.booleans()):
        inside[key] = deepcopy(draw(_ODD))
    elif isinstance(inside, list) and draw(st.booleans()):
        inside.append(deepcopy(inside[key]))
    else:
        del inside[key]
