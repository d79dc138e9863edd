"""The night and the day theme: roles, their colours, and the Textual themes made of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.theme import Theme

__all__ = ["ASCII", "INK", "ROLES", "TEXT_ROLES", "theme", "theme_name"]

ASCII, INK = "-ascii", "-ink"
"""Classes of an app whose terminal shows ASCII alone, and few colours or none."""


ROLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "night": MappingProxyType(
            {
                "background": "#0e1416",
                "surface": "#141c1f",
                "panel": "#1b2529",
                "ink": "#dbe4df",
                "muted": "#8fa09d",
                "faint": "#47565a",
                "seat-a": "#6cc5c1",
                "seat-b": "#eaae74",
                "both": "#b7aee6",
                "warn": "#e58f8a",
            }
        ),
        "day": MappingProxyType(
            {
                "background": "#f7f3ea",
                "surface": "#f1ecdf",
                "panel": "#e8e1d0",
                "ink": "#233130",
                "muted": "#596765",
                "faint": "#b4b1a4",
                "seat-a": "#0c6b70",
                "seat-b": "#964f0c",
                "both": "#5a4f9c",
                "warn": "#a93a35",
            }
        ),
    }
)
"""Hex colours by theme and role. ``faint`` is ornament only, never text that must be read."""

TEXT_ROLES = ("ink", "muted", "seat-a", "seat-b", "both", "warn")
"""Roles that carry text: each reaches 4.5:1 on background, surface and panel (WCAG 2)."""


def theme_name(name: str) -> str:
    """Return the registered name of the ``"night"`` or ``"day"`` theme."""
    return f"coreg-{name}"


def theme(name: str) -> Theme:
    """Make the Textual theme of the roles under ``"night"`` or ``"day"``.

    Raises:
        KeyError: there is no such theme.
    """
    from textual.theme import Theme

    role = ROLES[name]
    return Theme(
        name=theme_name(name),
        primary=role["both"],
        secondary=role["seat-a"],
        accent=role["seat-b"],
        warning=role["warn"],
        error=role["warn"],
        success=role["seat-a"],
        foreground=role["ink"],
        background=role["background"],
        surface=role["surface"],
        panel=role["panel"],
        dark=name == "night",
        variables={
            **{key: role[key] for key in ("ink", "muted", "faint", "seat-a", "seat-b", "both", "warn")},
            "footer-background": role["background"],
            "block-cursor-background": role["panel"],
            "block-cursor-foreground": role["ink"],
            "block-cursor-text-style": "none",
            "input-selection-background": f"{role['both']} 35%",
            "scrollbar": role["panel"],
            "scrollbar-hover": role["faint"],
            "scrollbar-active": role["faint"],
            "scrollbar-background": role["background"],
            "scrollbar-background-hover": role["background"],
            "scrollbar-background-active": role["background"],
            "scrollbar-corner-color": role["background"],
        },
    )
