"""Where a command's passphrases come from: the terminal itself, or a descriptor that was named; nowhere else.

A command line stays in the history of the shell and in the list of processes, and an environment is handed to
every child; so neither of them ever carries one.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from coreg.commands.parser import whole_number
from coreg.content import explain, say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from coreg.commands.console import Console
    from coreg.commands.parser import Parser

__all__ = ["Asker", "AtTerminal", "ByDescriptor", "asker", "descriptor_of", "open_with", "takes_words"]

T = TypeVar("T")

TRIES = 3
"""How often words may be typed in one call; nothing counts them from one call to the next."""

_OPTION = "--passphrase-fd"
_MOST = 1_000_000


def takes_words(parser: Parser) -> None:
    """Take the number of a descriptor to read passphrases from, a line each."""
    parser.add_argument(_OPTION, type=whole_number(_OPTION, 0, _MOST))


def descriptor_of(asked: Namespace) -> int | None:
    """Return the descriptor that was named, if one was."""
    found: int | None = asked.passphrase_fd
    return found


class Asker(Protocol):
    """One way to come by passphrases."""

    def tell(self, text: str) -> None:
        """Say something to whoever answers."""

    def words(self, question: str) -> str:
        """Ask for a passphrase or a code that is known already."""

    def tried(self, question: str, attempt: Callable[[str], T], *, least: int = 0) -> T | None:
        """Ask until `attempt` takes it; None for fewer than `least` characters.

        Raises Trouble does_not_fit when the tries are over, and whatever else `attempt` raises.
        """

    def agrees(self, question: str) -> bool:
        """Ask for a yes."""


class AtTerminal:
    """Asks on the terminal, where a slip can be mended."""

    def __init__(self, console: Console) -> None:
        """Ask on this one."""
        self.console = console

    def tell(self, text: str) -> None:
        """Say something where the answers are given."""
        self.console.say(text)

    def words(self, question: str) -> str:
        """Ask, and show nothing of the answer."""
        return self.console.ask(question, hidden=True)

    def tried(self, question: str, attempt: Callable[[str], T], *, least: int = 0) -> T | None:
        """Ask up to three times."""
        for left in reversed(range(TRIES)):
            words = self.words(question)
            if len(words) < least:
                return None
            try:
                return attempt(words)
            except Trouble as trouble:
                if trouble.code != "does_not_fit" or not left:
                    raise
                self.tell(explain(trouble))
        return None

    def agrees(self, question: str) -> bool:
        """Ask for the word itself; everything else is a no."""
        return self.console.ask(question).strip().casefold() == say("commands.words.yes")


class ByDescriptor:
    """Reads one line for every question, and never asks twice."""

    def __init__(self, number: int) -> None:
        """Read from this descriptor."""
        self._number = number

    def tell(self, text: str) -> None:
        """Say it to standard error."""
        from coreg.commands import speech

        speech.tell(text)

    def words(self, question: str) -> str:
        """Read the next line; without one it is empty. Raises Trouble: bad_descriptor, words_long."""
        from coreg.commands.console import LONGEST_LINE, line_of

        del question
        try:
            line = line_of(self._number) or b""
        except OSError:
            raise Trouble("bad_descriptor", number=self._number) from None
        if len(line) >= LONGEST_LINE:
            raise Trouble("words_long", most=LONGEST_LINE)
        return line.decode("utf-8", "replace")

    def tried(self, question: str, attempt: Callable[[str], T], *, least: int = 0) -> T | None:
        """Read once and try it once."""
        words = self.words(question)
        return attempt(words) if len(words) >= least else None

    def agrees(self, question: str) -> bool:
        """Have nobody to ask. Raises Trouble yes_missing."""
        del question
        raise Trouble("yes_missing")


@contextmanager
def asker(number: int | None) -> Iterator[AtTerminal | ByDescriptor]:
    """Give the descriptor that was named, else the terminal. Raises Trouble locked_no_terminal."""
    if number is not None:
        yield ByDescriptor(number)
        return
    from coreg.commands.console import Console

    with Console() as console:
        yield AtTerminal(console)


def open_with(number: int | None, attempt: Callable[[str], object]) -> None:
    """Ask for a passphrase and try it, up to three times on a terminal.

    Raises Trouble: locked_no_terminal, does_not_fit, and whatever `attempt` raises.
    """
    with asker(number) as who:
        who.tried(say("commands.words.passphrase"), attempt)
