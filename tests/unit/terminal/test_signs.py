"""Every sign in ASCII, as wide as it was."""

from __future__ import annotations

from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from coreg.terminal.signs import AsciiSigns, in_ascii

BLACK = Color(0, 0, 0)
REPLACED = "\ufffd"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("It’s “soft”", 'It\'s "soft"'),
        ("━━──│█▒", "==--|#:"),
        ("┏┓┗┛┠┨┯┷◇", "++++||++o"),
        ("┄┊▸▼", ".:>v"),
        ("✦ the kettle", "* the kettle"),
        ("↳ today: still true", "> today: still true"),
        ("◂ night ▸", "< night >"),
        ("\u2800\u28ff", ".."),
        ("Zoë, José", "Zoe, Jose"),
        ("e\u0301", "e"),
        ("山田", "????"),
        ("€5", "?5"),
        ("", ""),
    ],
)
def test_signs_become_what_is_most_like_them(text: str, shown: str) -> None:
    assert in_ascii(text) == shown


def test_every_sign_that_we_draw_ourselves_has_a_likeness() -> None:
    """A question mark in front of somebody's words would ask what they meant."""
    ours = Path(__file__).parents[3] / "coreg"
    files = [*ours.rglob("*.py"), *(ours / "content" / "en").rglob("*.toml")]
    drawn = {sign for file in files for sign in file.read_text("utf-8") if category(sign)[0] in "SP"}
    assert len(drawn) > 50
    assert {sign for sign in drawn - {"?", REPLACED} if "?" in in_ascii(sign)} == set()


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_any_text_is_ascii_afterwards_and_as_wide_as_before(text: str) -> None:
    shown = in_ascii(text)
    assert shown.isascii()
    assert cell_len(shown) == cell_len(text)


def test_filter_draws_in_ascii_only_as_long_as_it_is_asked_to() -> None:
    asked = False
    signs = AsciiSigns(lambda: asked)
    assert not signs.enabled
    asked = True
    signs.enabled = False
    assert signs.enabled
    bold = Style(bold=True)
    assert signs.apply([Segment("━ ", bold)], BLACK) == [Segment("= ", bold)]
