"""What is kept can be shown: nothing a terminal obeys, nothing unseen, no towers of marks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.record.text import LIMIT, clean, fits

UNSEEN = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF}
HOSTILE = st.text(
    st.one_of(
        st.sampled_from(
            "\x1b[]\x9b\x9dPX^_;?0123mJHh\\\x07\x9c\r\n\t\x85\u2028 aé\u0301\u0300\u200d\u200b\u202e\ud800"
        ),
        st.characters(),
    )
)


@given(HOSTILE, st.booleans())
def test_cleaning_twice_changes_nothing(text: str, multiline: bool) -> None:
    once = clean(text, multiline=multiline)
    assert clean(once, multiline=multiline) == once


@given(HOSTILE)
def test_nothing_is_left_that_a_terminal_obeys_or_a_reader_cannot_see(text: str) -> None:
    for character in clean(text):
        assert character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert ord(character) not in UNSEEN
        assert not 0xE0000 <= ord(character) <= 0xE007F


@given(HOSTILE)
def test_what_is_clean_is_composed(text: str) -> None:
    assert unicodedata.is_normalized("NFC", clean(text))


@given(HOSTILE)
def test_one_line_has_no_second(text: str) -> None:
    assert not set(clean(text, multiline=False)) & set("\n\t")


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_what_people_write_stays_as_it_is(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("AB\x1b[2JCD", "ABCD"),
        ("AB\x1b[38;5;196mCD\x1b[0m", "ABCD"),
        ("a\x9b31mb", "ab"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]8;;http://x\x1b\\b\x1b]8;;\x1b\\", "ab"),
        ("a\x1b]52;c;eA==\x9cb", "ab"),
        ("a\x1bPq#0\x1b\\b", "ab"),
        ("a\x1bcb", "ab"),
        ("a\x1b(Bb", "ab"),
        ("never ended \x1b]0;title", "never ended 0;title"),
        ("lone \x1b", "lone "),
        ("\x1b\x1b[2J[2J", "[2J"),
        ("a\r\nb\rc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\tb\x00\x07\x08\x7f", "a\tb"),
        ("abc\u202edef\u2069", "abcdef"),
        ("z\u200bw\u2060s\ufeff", "zws"),
        ("\U0001f3f4\U000e0067\U000e0062", "\U0001f3f4"),
        ("\ufff9a\ufffab\ufffb", "ab"),
        ("e\u0301", "é"),
        ("\ud83d", "?"),
        ("👩\u200d💻 \u200cשלום ❤\ufe0f", "👩\u200d💻 \u200cשלום ❤\ufe0f"),
    ],
)
def test_each_kind_of_danger_has_its_answer(text: str, left: str) -> None:
    assert clean(text) == left


def test_marks_do_not_pile_up() -> None:
    assert clean("q" + "\u0301" * 50 + "w") == "q" + "\u0301" * 8 + "w"


def test_line_ends_become_spaces_in_one_line() -> None:
    assert clean("a\r\nb\tc", multiline=False) == "a b c"


def test_a_text_fits_when_what_is_kept_of_it_does() -> None:
    assert fits("a" * LIMIT)
    assert fits("\x1b[31m" + "a" * LIMIT)
    assert not fits("a" * (LIMIT + 1))
