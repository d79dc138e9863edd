"""Where a command's passphrases come from: the terminal itself, or a descriptor that was named; nowhere else.

A command line stays in the history of the shell and in the list of processes, and an environment is handed to
every child; so neither of them ever carries one.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from coreg.commands.parser import whole_number
from coreg.content import explain, say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from coreg.commands.console import Console
    from coreg.commands.parser import Parser

__all__ = [
    "Asker",
    "AtTerminal",
    "ByDescriptor",
    "asker",
    "descriptor_of",
    "open_with",
    "takes_words",
    "words_for",
]

T = TypeVar("T")

TRIES = 3
"""How often words may be typed in one call; nothing counts them from one call to the next."""

_OFFERED = 5
_NO_FIT = frozenset({"does_not_fit", "code_does_not_fit", "copy_does_not_fit"})
_OPTION = "--passphrase-fd"
_MOST = 1_000_000


def takes_words(parser: Parser) -> None:
    """Take the number of a descriptor to read passphrases from, a line each."""
    parser.add_argument(_OPTION, type=whole_number(_OPTION, 0, _MOST))


def descriptor_of(asked: Namespace) -> int | None:
    """Return the descriptor that was named, if one was."""
    found: int | None = asked.passphrase_fd
    return found


class AtTerminal:
    """Asks on the terminal, where a slip can be mended, as often as it takes or until somebody leaves."""

    def __init__(self, console: Console) -> None:
        """Ask on this one."""
        self.console = console

    def tell(self, text: str) -> None:
        """Say something where the answers are given."""
        self.console.say(text)

    def tried(
        self, question: str, attempt: Callable[[str], T], *, least: int = 0, hidden: bool = True
    ) -> T | None:
        """Ask for words that are known already, up to three times; None for fewer than `least` characters.

        Raises Trouble: does_not_fit and the like, and whatever else `attempt` raises.
        """
        for left in reversed(range(TRIES)):
            words = self.console.ask(question, hidden=hidden)
            if not hidden:
                self.console.forget(1)
            if len(words) < least:
                return None
            try:
                return attempt(words)
            except Trouble as trouble:
                if trouble.code not in _NO_FIT or not left:
                    raise
                self.tell(explain(trouble))
        return None

    def choose(self, name: str, refuse: Callable[[str], None]) -> str:
        """Let one of the two choose a passphrase that `refuse` does not raise Trouble for, typed twice."""
        from os import urandom

        from coreg.content.passphrase import offer

        self.tell(say("commands.words.choose", name=name, offer=offer(urandom, _OFFERED)))
        while True:
            words = self.console.ask(say("commands.words.new"), hidden=True)
            try:
                refuse(words)
            except Trouble as trouble:
                self.tell(explain(trouble))
                continue
            if self.console.ask(say("commands.words.again"), hidden=True) == words:
                return words
            self.tell(say("commands.words.differ"))

    def hand_over(self, name: str, code: str) -> None:
        """Show a recovery code, take it from the screen, and see that it stands on paper."""
        from coreg.store.vault.keys import same_code

        self.tell(say("commands.words.code", name=name))
        while True:
            self.console.say(f"  {code}")
            self.console.ask(say("commands.words.on_paper"))
            self.console.forget(2)
            typed = self.console.ask(say("commands.words.from_paper"))
            self.console.forget(1)
            if same_code(typed, code):
                return
            self.tell(say("commands.words.code_differs"))

    def agrees(self, question: str) -> bool:
        """Ask for the word itself; everything else is a no."""
        return self.console.ask(question).strip().casefold() == say("commands.words.yes")

    def done(self) -> None:
        """Have nothing left to say."""


class ByDescriptor:
    """Reads one line for every passphrase and never asks twice; codes go to standard output at the end."""

    def __init__(self, number: int) -> None:
        """Read from this descriptor."""
        self._number = number
        self._codes: list[str] = []

    def tell(self, text: str) -> None:
        """Say it to standard error."""
        from coreg.commands import speech

        speech.tell(text)

    def line(self) -> str:
        """Read the next line; without one it is empty. Raises Trouble: bad_descriptor, words_long."""
        from coreg.commands.console import LONGEST_LINE, line_of

        try:
            line = line_of(self._number) or b""
        except OSError:
            raise Trouble("bad_descriptor", number=self._number) from None
        if len(line) >= LONGEST_LINE:
            raise Trouble("words_long", most=LONGEST_LINE)
        return line.decode("utf-8", "replace")

    def tried(
        self, question: str, attempt: Callable[[str], T], *, least: int = 0, hidden: bool = True
    ) -> T | None:
        """Read words that are known already and try them once; None for fewer than `least` characters."""
        del question, hidden
        words = self.line()
        return attempt(words) if len(words) >= least else None

    def choose(self, name: str, refuse: Callable[[str], None]) -> str:
        """Read a new passphrase. Raises Trouble: what `refuse` raises."""
        del name
        words = self.line()
        refuse(words)
        return words

    def hand_over(self, name: str, code: str) -> None:
        """Keep a recovery code until all is done."""
        self._codes.append(f"{name} {code}")

    def agrees(self, question: str) -> bool:
        """Have nobody to ask. Raises Trouble yes_missing."""
        del question
        raise Trouble("yes_missing")

    def done(self) -> None:
        """Write the codes to standard output, a line each: whose it is, and last the code."""
        from coreg.commands import speech

        for line in self._codes:
            speech.put(line)


Asker: TypeAlias = "AtTerminal | ByDescriptor"
"""One way to come by passphrases."""


@contextmanager
def asker(number: int | None) -> Iterator[Asker]:
    """Give the descriptor that was named, else the terminal. Raises Trouble locked_no_terminal."""
    if number is not None:
        yield ByDescriptor(number)
        return
    from coreg.commands.console import Console

    with Console() as console:
        yield AtTerminal(console)


def open_with(number: int | str | None, attempt: Callable[[str], object]) -> None:
    """Ask for a passphrase and try it, up to three times on a terminal; one that is known already is a text.

    Raises Trouble: locked_no_terminal, does_not_fit, and whatever `attempt` raises.
    """
    if isinstance(number, str):
        attempt(number)
        return
    with asker(number) as who:
        who.tried(say("commands.words.passphrase"), attempt)


def words_for(number: int | None, attempt: Callable[[str], object]) -> str:
    """Ask like `open_with`, and return what fits: for a command that opens the books more than once."""
    fitting: list[str] = []

    def try_and_keep(words: str) -> None:
        attempt(words)
        fitting.append(words)

    open_with(number, try_and_keep)
    return fitting[0]
