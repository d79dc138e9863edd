"""The answers of terminals about their background."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.terminal.background import Tone, probe, take_typed_ahead, tone_of, without_replies


@pytest.mark.parametrize(
    ("reply", "tone"),
    [
        (b"\x1b]11;rgb:1010/1414/1a1a\x1b\\", "night"),
        (b"\x1b]11;rgb:ffff/ffff/dddd\x07", "day"),
        (b"\x1b]11;rgb:0/0/0\x07", "night"),
        (b"\x1b]11;rgb:f/f/f\x07", "day"),
        (b"\x1b]11;rgb:fb/f7/ef\x1b\\", "day"),
        (b"\x1b]11;rgba:0000/0000/0000/ffff\x1b\\", "night"),
        (b"typed\x1b]11;rgb:0000/2b2b/3636\x1b\\\x1b[?62;22c", "night"),
        (b"\x1b[?62;22c", None),
        (b"", None),
        (b"\x1b]11;nonsense\x07", None),
    ],
)
def test_tone_of_an_answer(reply: bytes, tone: Tone | None) -> None:
    assert tone_of(reply) == tone


def test_replies_are_taken_out_and_typing_stays() -> None:
    data = b"a\x1b]11;rgb:1010/1414/1a1a\x1b\\b\x1b]10;rgb:e6e6/e1e1/d6d6\x07c\x1b[?62;22cd\x1b[A"
    assert without_replies(data) == b"abcd\x1b[A"


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])))
def test_typing_is_never_taken_for_a_reply(text: str) -> None:
    assert without_replies(text.encode()) == text.encode()


@given(st.binary())
def test_no_answer_is_too_strange(data: bytes) -> None:
    assert tone_of(data) in ("night", "day", None)
    assert len(without_replies(data)) <= len(data)


@pytest.mark.parametrize("term", ["", "dumb", "linux"])
def test_probe_asks_no_terminal_that_cannot_answer(
    term: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", term)
    assert probe() is None
    assert capfd.readouterr() == ("", "")


def test_probe_says_nothing_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    assert probe() is None
    assert capfd.readouterr() == ("", "")
    assert take_typed_ahead() == b""
