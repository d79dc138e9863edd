"""Night and day: every colour that carries text can be read on every ground it stands on."""

from __future__ import annotations

import pytest
from rich._palettes import STANDARD_PALETTE
from rich.color import ColorSystem
from textual.color import Color

from coreg.theme import FEW, ROLES, TEXT_ROLES, theme, theme_name

GROUNDS = ("background", "surface", "panel")


def luminance(colour: str) -> float:
    """Return the relative luminance of a hex colour (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_the_one_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("role", TEXT_ROLES)
def test_text_can_be_read_wherever_it_stands(name: str, ground: str, role: str) -> None:
    assert contrast(ROLES[name][role], ROLES[name][ground]) >= 4.5
    assert contrast(FEW[name][role], FEW[name][ground]) >= 4.5


@pytest.mark.parametrize("name", ROLES)
def test_ornament_is_no_colour_for_text_and_text_is_no_ornament(name: str) -> None:
    assert set(ROLES[name]) == {*GROUNDS, *TEXT_ROLES, "faint"}


@pytest.mark.parametrize("name", ROLES)
def test_the_two_people_can_be_told_apart_and_from_what_is_both(name: str) -> None:
    for roles in (ROLES, FEW):
        people = [roles[name][role] for role in ("seat-a", "seat-b", "both")]
        assert len(set(people)) == 3


@pytest.mark.parametrize("name", ["night", "day"])
def test_a_theme_has_every_role_by_its_name(name: str) -> None:
    made = theme(name)
    assert made.name == theme_name(name) == f"coreg-{name}"
    assert made.dark is (name == "night")
    assert (made.background, made.surface, made.panel) == tuple(ROLES[name][ground] for ground in GROUNDS)
    assert made.foreground == ROLES[name]["ink"]
    for role in (*TEXT_ROLES, "faint"):
        assert made.variables[role] == ROLES[name][role]


@pytest.mark.parametrize("name", ROLES)
def test_every_colour_is_one(name: str) -> None:
    for colour in ROLES[name].values():
        assert Color.parse(colour).hex.lower() == colour


def test_there_is_no_third_theme() -> None:
    with pytest.raises(KeyError):
        theme("dusk")


@pytest.mark.parametrize("name", FEW)
def test_sixteen_colours_are_what_the_theme_asks_for_and_not_what_is_near(name: str) -> None:
    assert set(FEW[name]) == set(ROLES[name])
    for colour in FEW[name].values():
        palette = Color.parse(colour).rich_color.downgrade(ColorSystem.STANDARD)
        assert palette.number is not None
        assert STANDARD_PALETTE[palette.number].hex == colour
    made = theme(name, few=True)
    assert (made.name, made.variables["both"]) == (theme_name(name), FEW[name]["both"])
