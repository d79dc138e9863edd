"""``coreg demo``: opens on an invented couple in a temporary folder, and leaves nothing behind."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from coreg.commands.ending import ending_by_exception

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from coreg.commands.parser import Parser
    from coreg.places import Places

__all__ = ["options", "run", "temporary_places"]

_SEED = 3
_YEARS = 1


def options(parser: Parser) -> None:
    """Take nothing but what every command takes."""
    del parser


def run(asked: Namespace) -> int:
    """Say that the couple is invented, open the app on them, and take the folder away whatever happens.

    Raises:
        Trouble: there is no terminal.
    """
    from coreg.commands import speech
    from coreg.commands.stage import open_stage, refuse_without_terminal
    from coreg.content import say

    refuse_without_terminal()
    speech.tell(say("commands.demo.opening"))
    with temporary_places(asked.data_dir) as places:
        from coreg.commands.book import now
        from coreg.commands.invented import invent

        invent(places.data, years=_YEARS, seed=_SEED, today=now())
        return open_stage(asked, "demo", places=places)


@contextmanager
def temporary_places(data_dir: str | None) -> Iterator[Places]:
    """Give three folders in a temporary one, with a copy of the settings; take them away at the end.

    A signal that would end the process ends the block instead, so that the folder goes then, too. What the
    demo changes in its settings stays in the copy.
    """
    from shutil import copyfile, rmtree
    from tempfile import mkdtemp

    from coreg.places import NoFolderError, Places, find_places

    folder = Path(mkdtemp(prefix="coreg-demo-"))
    places = Places(folder / "book", folder / "settings", folder / "state")
    try:
        with ending_by_exception():
            places.config.mkdir()
            try:
                own = find_places(data_dir, os.environ)
            except NoFolderError:
                own = places
            for source, target in (
                (own.settings_file, places.settings_file),
                (own.help_file, places.help_file),
            ):
                if source != target and source.is_file():
                    copyfile(source, target)
            yield places
    finally:
        rmtree(folder, ignore_errors=True)
