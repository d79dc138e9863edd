"""Bytes of a terminal become names of keys, and a stop is never mistaken for a part of something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.plain.decoding import Decoder, named_line


def keys(*pieces: bytes) -> list[str]:
    """Return the keys of bytes that come in pieces, and then no more."""
    decoder = Decoder()
    found = [key for piece in pieces for key in decoder.feed(piece)]
    return found + decoder.settle()


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"fJ/?", ["f", "J", "/", "?"]),
        (b" \r\n\x7f\t", ["space", "enter", "enter", "backspace", "tab"]),
        (b"\x11", ["ctrl+q"]),
        (b"\x1b", ["escape"]),
        (b"\x1b\x1b", ["escape", "escape"]),
        (b"\x1bf", ["escape", "f"]),
        (b"\x1bOP\x1b[20~", ["f1", "f9"]),
        (b"\x1b[Z\x1b[1;5Cx", ["x"]),
        (b"\x1b[A\x1bOB\x1b[C\x1bOD", ["up", "down", "right", "left"]),
        ("é".encode(), ["é"]),
        (b"\xff", ["�"]),
    ],
)
def test_bytes_are_keys(data: bytes, names: list[str]) -> None:
    assert keys(data) == names
    assert keys(*(bytes([one]) for one in data)) == names


@given(st.binary(max_size=60))
def test_no_bytes_are_too_much(data: bytes) -> None:
    assert all(isinstance(key, str) and key for key in keys(data))


@given(st.binary(max_size=20))
def test_an_escape_that_nothing_follows_stops(before: bytes) -> None:
    decoder = Decoder()
    decoder.feed(before + b"x")
    decoder.settle()
    assert decoder.feed(b"\x1b") == []
    assert decoder.settle() == ["escape"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("", ["enter"]),
        (" STOP ", ["escape"]),
        ("esc", ["escape"]),
        ("pause", ["space"]),
        ("fj", ["f", "j"]),
        ("7", ["7", "enter"]),
        ("?", ["?"]),
    ],
)
def test_lines_are_keys(line: str, names: list[str]) -> None:
    assert named_line(line) == names
