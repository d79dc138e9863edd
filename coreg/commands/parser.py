"""What was typed, understood: the command, its options, and a near word where one was mistyped."""

from __future__ import annotations

import argparse
import re
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn, Protocol, cast

from coreg.record.text import clean
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["COMMANDS", "Parser", "command_of", "module_of", "near", "parse", "shown", "whole_number"]

HOME = "home"
"""The command that is meant when none is typed."""
COMMANDS = (
    "setup",
    "begin",
    "breathe",
    "talk",
    "loop",
    "scene",
    "timeout",
    "map",
    "note",
    "glimmer",
    "log",
    "show",
    "export",
    "import",
    "lock",
    "unlock",
    "passphrase",
    "recover",
    "new-keys",
    "backup",
    "restore",
    "forget",
    "demo",
    "doctor",
    "help",
)
"""Every command, in the order of the help."""

_COMMON = frozenset({"--data-dir", "--help", "-h", "--version"})
_LONGEST_SHOWN = 40
_FLAG = re.compile(r"(?<=\[)--?[a-z][a-z-]*")


class Command(Protocol):
    """A module of this package that is a command."""

    def options(self, parser: Parser) -> None:
        """Name what the command takes."""

    def run(self, asked: argparse.Namespace) -> int:
        """Do it and return the exit code."""


class Parser(argparse.ArgumentParser):
    """An argument parser that never prints or leaves by itself."""

    def __init__(self, name: str) -> None:
        """Make the parser of one command, with what every command takes."""
        super().__init__(prog=_typed(name), add_help=False, allow_abbrev=False, exit_on_error=False)
        self.add_argument("--data-dir")
        self.add_argument("--help", "-h", action="store_true")
        self.add_argument("--version", action="store_true")

    def flags(self) -> list[str]:
        """Return how its options are written."""
        return _FLAG.findall(self.format_usage())

    def error(self, message: str) -> NoReturn:
        """Refuse; ``message`` is the library's own and not for people.

        Raises:
            Trouble: ``option_use``, always.
        """
        raise Trouble("option_use", option=shown(message.rsplit(" ", 1)[-1]), command=self.prog)


def command_of(argv: Sequence[str]) -> tuple[str, list[str]]:
    """Return the command and all other words; what everybody takes may stand before the command or after it.

    Raises:
        Trouble: ``wrong_command`` {word} or ``near_command`` {word, near}; there is no such command.
    """
    words = iter(enumerate(argv))
    for number, word in words:
        if word == "--data-dir":
            next(words, None)
        elif word.partition("=")[0] not in _COMMON and word.startswith("-"):
            return HOME, list(argv)
        elif not word.startswith("-"):
            if word not in COMMANDS:
                near("command", word, COMMANDS)
            return word, [*argv[:number], *argv[number + 1 :]]
    return HOME, list(argv)


def module_of(name: str) -> Command:
    """Return the module of a command; Python keeps the name of one for itself."""
    module = "taking_in" if name == "import" else name.replace("-", "_")
    return cast("Command", import_module(f"coreg.commands.{module}"))


def parse(name: str, words: Sequence[str]) -> tuple[Command, argparse.Namespace]:
    """Return the module of a command and what was asked of it.

    Raises:
        Trouble: an option is unknown or was not used as it can be, or there is a word too many.
    """
    command = module_of(name)
    parser = Parser(name)
    command.options(parser)
    try:
        asked, rest = parser.parse_known_args(words)
    except argparse.ArgumentError as error:
        raise Trouble("option_use", option=error.argument_name, command=_typed(name)) from None
    if asked.data_dir == "":
        raise Trouble("option_use", option="--data-dir", command=_typed(name))
    if rest and not (asked.help or asked.version):
        _refuse(name, rest[0], parser.flags())
    return command, asked


def _refuse(name: str, word: str, flags: list[str]) -> NoReturn:
    if word.startswith("-"):
        near("option", word.partition("=")[0], flags, command=_typed(name))
    raise Trouble("extra_word", command=_typed(name), word=shown(word))


def _typed(name: str) -> str:
    """Return a command as it is typed: the home screen has no word of its own."""
    return "coreg" if name == HOME else f"coreg {name}"


def near(what: str, word: str, words: Sequence[str], /, **facts: object) -> NoReturn:
    """Refuse a word, naming the nearest one that there is.

    Raises:
        Trouble: ``near_<what>`` {word, near, ...} or ``wrong_<what>`` {word, ...}.
    """
    from difflib import get_close_matches

    found = get_close_matches(word.casefold(), words, n=1, cutoff=0.6)
    if found:
        raise Trouble(f"near_{what}", word=shown(word), near=found[0], **facts)
    raise Trouble(f"wrong_{what}", word=shown(word), **facts)


def shown(word: str) -> str:
    """Return a word that was typed, fit for a sentence: on one line, not long, nothing a terminal obeys."""
    text = clean(word, multiline=False)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def whole_number(option: str, least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number within bounds for an option.

    The reader raises Trouble ``bad_number`` {option, least, most}.
    """

    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and least <= int(text[:9]) <= most:
            return int(text[:9])
        raise Trouble("bad_number", option=option, least=least, most=most)

    return read
