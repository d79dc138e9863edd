"""The night and the day theme: roles, their colours, and the Textual themes made of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.theme import Theme

__all__ = ["ASCII", "FEW", "INK", "ROLES", "TEXT_ROLES", "theme", "theme_name"]

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

FEW: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "night": MappingProxyType(
            {
                "background": "#000000",
                "surface": "#000000",
                "panel": "#000000",
                "ink": "#ffffff",
                "muted": "#aaaaaa",
                "faint": "#555555",
                "seat-a": "#55ffff",
                "seat-b": "#ffff55",
                "both": "#ff55ff",
                "warn": "#ff5555",
            }
        ),
        "day": MappingProxyType(
            {
                "background": "#ffffff",
                "surface": "#ffffff",
                "panel": "#ffffff",
                "ink": "#000000",
                "muted": "#555555",
                "faint": "#aaaaaa",
                "seat-a": "#0000aa",
                "seat-b": "#aa5500",
                "both": "#aa00aa",
                "warn": "#aa0000",
            }
        ),
    }
)
"""The same for sixteen colours, each of which is one of them; the terminal decides how they look."""

TEXT_ROLES = ("ink", "muted", "seat-a", "seat-b", "both", "warn")
"""Roles that carry text: each reaches 4.5:1 on background, surface and panel (WCAG 2)."""


def theme_name(name: str) -> str:
    """Return the registered name of the ``"night"`` or ``"day"`` theme."""
    return f"coreg-{name}"


def theme(name: str, *, few: bool = False) -> Theme:
    """Make the Textual theme of the roles under ``"night"`` or ``"day"``; ``few``: in sixteen colours.

    Raises:
        KeyError: there is no such theme.
    """
    from textual.theme import Theme

    role = (FEW if few else ROLES)[name]
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
