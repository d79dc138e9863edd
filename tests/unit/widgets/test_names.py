"""Which names hold."""

import pytest

from coreg.content import has
from coreg.widgets.names import LONGEST, wrong_names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mina", "Jo"),
        ("ミナ", "조"),
        ("[bold]x", "${HOME}"),
        ("a" * LONGEST, "b"),
        ("Anne-Sophie", "J."),
        ("1", "2"),
    ],
)
def test_names_hold_whatever_they_look_like(left: str, right: str) -> None:
    assert wrong_names(left, right) == ("", "")


@pytest.mark.parametrize(
    ("left", "right", "side", "why"),
    [
        ("", "Jo", "left", "missing"),
        ("Mina", "", "right", "missing"),
        ("Mina", "--", "right", "missing"),
        ("Mina", "mina", "right", "same"),
        ("a" * (LONGEST + 1), "Jo", "left", "long"),
        ("Mina", "ミ" * (LONGEST // 2 + 1), "right", "long"),
    ],
)
def test_a_name_that_does_not_hold_is_told_kindly(left: str, right: str, side: str, why: str) -> None:
    assert wrong_names(left, right) == (side, f"welcome.name.{why}")
    assert has(f"welcome.name.{why}")
