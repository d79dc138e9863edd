"""The help of the command line, made of the words in ``commands.toml``."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from coreg.commands.parser import COMMANDS, HOME
from coreg.content import lines, pack, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["usage"]

_GAP = 3
_WIDTH = 78


def usage(name: str) -> str:
    """Return the help of one command, or of the whole for the home screen."""
    return "\n".join(_lines(name))


def _lines(name: str) -> Iterator[str]:
    yield f"{say('commands.usage')}: {say(f'commands.{name}.usage')}"
    yield ""
    for text in lines(f"commands.{name}.about", **_facts(name)):
        yield from wrap(text, _WIDTH)
    words = pack("words/commands")
    if name == HOME:
        yield from _table(
            say("commands.home.commands"), {one: say(f"commands.{one}.line") for one in COMMANDS}
        )
    if options := words[name].get("options"):
        yield from _table(say("commands.options"), options)
    yield from _table(say("commands.everywhere"), words["common"]["options"])
    if name == HOME:
        yield ""
        yield say("commands.home.more")


def _table(title: str, rows: Mapping[str, str]) -> Iterator[str]:
    width = max(map(len, rows)) + _GAP
    yield ""
    yield f"{title}:"
    for left, right in rows.items():
        yield f"  {left:<{width}}{right}"


def _facts(name: str) -> dict[str, str]:
    """Return what a text of help names: the choices of a command that has some."""
    if name not in ("begin", "breathe", "talk"):
        return {}
    from coreg.commands.choices import default_pattern, evenings, patterns, talks, ways

    return {
        "evenings": ", ".join(evenings()),
        "patterns": ", ".join(patterns()),
        "default": default_pattern(),
        "ways": ", ".join(ways()),
        "talks": ", ".join(talks()),
    }
