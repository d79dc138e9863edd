"""``coreg help [COMMAND]``: the help page as text, with people who can help at its end. Nothing notes it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator

    from coreg.commands.parser import Parser
    from coreg.content.help_page import Row, Section
    from coreg.places import Places
    from coreg.settings import Settings

__all__ = ["options", "run"]

_WIDTH = 72
_GAP = 3
_INDENT = {"key": "  ", "person": "  ", "detail": "      "}


def options(parser: Parser) -> None:
    """Take the name of a command."""
    parser.add_argument("command", nargs="?")


def run(asked: Namespace) -> int:
    """Print the page, or what one command does. It is shown even where settings or folders are out of order.

    Raises:
        Trouble: there is no such command.
    """
    from coreg.commands import exits, speech
    from coreg.commands.parser import COMMANDS, near
    from coreg.commands.usage import usage

    if asked.command is not None:
        if asked.command not in COMMANDS:
            near("command", asked.command, COMMANDS)
        speech.put(usage(asked.command))
        return exits.DONE
    speech.put("\n".join(_page(_places(asked))))
    return exits.DONE


def _places(asked: Namespace) -> Places | None:
    from coreg.places import NoFolderError, find_places

    try:
        return find_places(asked.data_dir, os.environ)
    except NoFolderError:
        return None


def _settings(places: Places | None) -> Settings:
    """Return the settings, or the usual ones where they do not hold: help is no place to be refused."""
    from coreg.settings import SettingError, Settings, load

    if places is None:
        return Settings()
    try:
        return load(places.settings_file, os.environ)
    except SettingError:
        return Settings()


def _keys(settings: Settings) -> Iterator[str]:
    """Yield the keys as they are set, or the usual ones where those do not hold, under their places."""
    from coreg.content import say
    from coreg.keys import KeymapError, keymap
    from coreg.screens.key_rows import PARTS, key_rows

    try:
        keys = keymap(settings.keys)
    except KeymapError:
        keys = keymap({})
    parts = {part: key_rows(part, keys) for part in PARTS}
    width = max(len(row.keys) for rows in parts.values() for row in rows) + _GAP
    for part, rows in parts.items():
        yield from ("", say(f"keys.parts.{part}"))
        yield from (f"  {row.keys:<{width}}{row.what}" for row in rows)


def _page(places: Places | None) -> Iterator[str]:
    from functools import partial

    from coreg.commands.book import now
    from coreg.content.help_page import help_page
    from coreg.content.people import load_people
    from coreg.record.text import clean

    settings = _settings(places)
    people = load_people(places.help_file if places else None, partial(clean, multiline=False))
    sections = help_page(settings.region, _keys(settings), people, now().date())
    yield from _lines(sections)


def _lines(sections: Iterable[Section]) -> Iterator[str]:
    for number, section in enumerate(sections):
        if number:
            yield ""
        yield section.title
        yield "-" * len(section.title)
        for row in section.rows:
            yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    from textwrap import wrap

    if row.kind == "need":
        yield ""
    if row.kind == "key":
        yield (_INDENT["key"] + row.text).rstrip()
        return
    indent = _INDENT.get(row.kind, "")
    yield from wrap(row.text, _WIDTH, initial_indent=indent, subsequent_indent=indent)
