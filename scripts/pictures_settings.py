"""Pictures of the settings and of what their rows lead to: names, keys, lines, keeping, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.screens.settings_rows import rows
from scripts.pictures_scene import Scene

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from scripts.pictures_studio import Studio

__all__ = ["SETTINGS", "to_row"]


def to_row(name: str) -> tuple[str, ...]:
    """Return the keys that lead from home into one of the rows; the books are not locked."""
    shown = [one.id for one in rows(sealed=False)]
    return (",", *["down"] * shown.index(name), "enter")


def _row(name: str, *keys: str) -> Callable[[Studio], Awaitable[None]]:
    return lambda studio: studio.keys(*to_row(name), *keys)


SETTINGS: tuple[Scene, ...] = (
    Scene("settings", lambda studio: studio.keys(",")),
    Scene("settings-last", lambda studio: studio.keys(",", "end")),
    Scene("settings-names", _row("names")),
    Scene("settings-keys", _row("keys")),
    Scene("settings-line", _row("line_left")),
    Scene("settings-hide-key", _row("hide_key")),
    Scene("settings-keep", _row("keep_days")),
    Scene("settings-forget", _row("forget")),
)
"""In the order of the rows."""
