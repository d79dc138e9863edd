"""Changing a setting: it is saved first, and holds at once. What cannot be saved does not hold either."""

from __future__ import annotations

import errno
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from coreg.content import explain, say
from coreg.keys import keymap
from coreg.settings import SettingError, save

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coreg.screens.house import House

__all__ = ["change", "not_written"]

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_NOT_OURS = (errno.EACCES, errno.EPERM, errno.EROFS)


def change(house: House, changes: Mapping[str, object]) -> str:
    """Save some settings and let them hold; return "", or the sentence that says why nothing was changed.

    ``changes`` are names of :class:`coreg.settings.Settings`; "keys" takes only the ids that change, None
    gives an id its usual key back.
    """
    wanted = {name: value for name, value in changes.items() if name != "keys" or value}
    if not wanted:
        return ""
    path = house.places.settings_file
    try:
        save(path, wanted)
    except SettingError as error:
        return explain(error)
    except OSError as error:
        return not_written(error, path)
    _hold(house, wanted)
    return ""


def not_written(error: OSError, path: Path) -> str:
    """Return the sentence about a file beside the settings that could not be written."""
    return say(f"errors.{_code(error)}", path=path)


def _code(error: OSError) -> str:
    if error.errno in _NO_ROOM:
        return "disk_full"
    return "read_only" if error.errno in _NOT_OURS else "cannot_write"


def _hold(house: House, wanted: Mapping[str, Any]) -> None:
    values = dict(wanted)
    if "keys" in values:
        merged = {**house.settings.keys, **values["keys"]}
        values["keys"] = MappingProxyType({key_id: key for key_id, key in merged.items() if key})
        house.keymap = keymap(values["keys"])
    house.settings = replace(house.settings, **values)
