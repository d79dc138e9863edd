"""Bytes into keys, whatever the bytes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste
from textual.message import Message

from coreg.terminal.input import InputReader

ANSWER = b"\x1b]11;rgb:1010/1414/1a1a\x1b\\\x1b[?62;22c"


def keys(messages: Iterable[Message]) -> list[str]:
    """Names of the keys among the messages."""
    return [message.key for message in messages if isinstance(message, Key)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"ab", ["a", "b"]),
        ("é".encode(), ["é"]),
        (b"\xffa", ["replacement_character", "a"]),
        (b"\x1b[A\x1bOP\r", ["up", "f1", "enter"]),
        (b"\x1b[97;1:3uab", ["a", "b"]),
        (b"\x1b[99999999999;5ux", ["x"]),
    ],
    ids=["letters", "utf-8", "not utf-8", "sequences", "release report", "no such character"],
)
def test_keys_of_bytes(data: bytes, expected: list[str]) -> None:
    assert keys(InputReader().take(data)) == expected


def test_a_character_in_two_reads_is_one() -> None:
    reader = InputReader()
    first, second = "é".encode()[:1], "é".encode()[1:]
    assert keys(reader.take(first)) == []
    assert keys(reader.take(second)) == ["é"]


@pytest.mark.parametrize(
    "at", [at for at in range(3, len(ANSWER)) if ANSWER[:at][-2:] not in (b"\\\x1b", b"\x1b[")]
)
def test_a_late_answer_types_nothing_wherever_it_is_cut(at: int) -> None:
    """All but the two cuts that look like the Escape key, which must not be kept waiting."""
    reader = InputReader()
    messages = [*reader.take(b"a" + ANSWER[:at]), *reader.take(ANSWER[at:] + b"b")]
    assert keys(messages) == ["a", "b"]


def test_the_start_of_an_answer_that_never_ends_is_dropped() -> None:
    reader = InputReader()
    assert keys(reader.take(b"\x1b]11;rgb:10")) == []
    assert keys(reader.tick()) == []
    assert keys(reader.take(b"a")) == ["a"]


def test_alt_and_a_bracket_is_typing() -> None:
    assert keys(InputReader().take(b"\x1b]\x1b[A"))[-2:] == ["right_square_bracket", "up"]


def test_a_paste_stays_in_one_piece() -> None:
    messages = list(InputReader().take(b"\x1b[200~two\rlines \x1b[97;1:3u\x1b[201~\x1b[A"))
    (paste,) = [message for message in messages if isinstance(message, Paste)]
    assert paste.text.startswith("two\rlines")
    assert keys(messages)[-1] == "up"


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_no_bytes_raise(chunks: list[bytes]) -> None:
    reader = InputReader()
    for chunk in chunks:
        list(reader.take(chunk))
        list(reader.tick())


@given(st.text(alphabet="\x1b[]O?;:<>0123456789u~R$ytcMmab\x07\\", max_size=60))
def test_no_sequence_raises(text: str) -> None:
    reader = InputReader()
    list(reader.take(text.encode()))
    list(reader.tick())
