"""The way from a command to the screen."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Literal

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.evening.how import How
    from coreg.places import Places

__all__ = ["Kind", "open_stage", "refuse_without_terminal"]

Kind = Literal["home", "begin", "breathe", "talk", "timeout", "map", "scene", "demo"]


def refuse_without_terminal() -> None:
    """See that there is a terminal to draw on, before anything is loaded or written.

    Raises:
        Trouble: ``no_terminal`` or ``dumb_terminal``.
    """
    from coreg.terminal.environment import usable

    if problem := usable(os.environ, sys.stdin, sys.stderr):
        raise Trouble(problem)


def open_stage(
    asked: Namespace,
    kind: Kind,
    name: str = "",
    minutes: float | None = None,
    places: Places | None = None,
    how: How | None = None,
) -> int:
    """Open the app on one thing and return its exit code. Textual is loaded here and not before.

    Raises:
        Trouble: there is no terminal. SettingError: the settings do not hold.
    """
    from coreg.commands.book import places_of
    from coreg.settings import load
    from coreg.terminal.environment import prepare

    refuse_without_terminal()
    found = places or places_of(asked)
    settings = load(found.settings_file, os.environ)
    prepare()
    from coreg.launch import Start, launch

    return launch(found, settings, Start(kind, name, minutes, how))
