"""JSON: one object, letters as they are, nothing that a terminal would obey."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.share.json_export import to_json


@given(text=st.text(st.characters(codec=None, categories=None), max_size=60))
def test_what_goes_in_comes_out_and_moves_no_cursor(text: str) -> None:
    made = to_json({"text": text})
    assert json.loads(made) == {"text": text}
    assert not any(character < " " and character != "\n" for character in made)
    assert not any("\x7f" <= character <= "\x9f" or character in "\u2028\u202e" for character in made)
    made.encode()


def test_letters_stay_letters() -> None:
    assert "Zoë 愛 🙂" in to_json({"name": "Zoë 愛 🙂"})


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json({"done_s": float("nan")})
