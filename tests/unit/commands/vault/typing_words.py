"""A terminal at which answers are typed, and what the tests of passphrases look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from coreg.record.private import PrivateNote
from tests.unit.commands.conftest import TODAY

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Opened, Ran, Run


A, B = "lantern pebble", "willow window"
NEW = "quite another lantern"
SEATS = {"Mina": "a", "Jo": "b"}


class Typed:
    """A terminal at which these answers are typed in turn; when none is left, somebody presses Ctrl+C."""

    def __init__(self, answers: list[str]) -> None:
        self.there = bool(answers)
        self.answers = answers
        self.shown: list[str] = []
        self.seen: list[str] = []

    def __enter__(self) -> Self:
        from coreg.record.trouble import Trouble

        if not self.there:
            raise Trouble("locked_no_terminal")
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def say(self, text: str) -> None:
        self.shown.append(text)

    def ask(self, question: str, *, hidden: bool = False) -> str:
        self.shown.append(question)
        if not self.answers:
            raise KeyboardInterrupt
        answer = self.answers.pop(0)
        if answer == "CODE":
            answer = next(text for text in reversed(self.shown) if text.startswith("  ")).strip()
        if not hidden:
            self.seen.append(answer)
        return answer

    def rest(self, seconds: float) -> str | None:
        return None

    def forget(self, lines: int) -> None:
        pass

    @property
    def text(self) -> str:
        return "\n".join(self.shown)


Type = Callable[..., Typed]


Told = Callable[..., "Ran"]


def suffixes(folder: Path) -> set[str]:
    return {path.suffix for path in folder.iterdir() if path.is_file() and path.suffix != ".lock"}


def keep_private(opened: Opened, words: str, text: str) -> None:
    with opened() as store:
        store.private(store.unlock(words)).keep(
            PrivateNote(text=text, written=TODAY, local_date=TODAY.date())
        )


def private_texts(opened: Opened, *words: str) -> list[str]:
    with opened() as store:
        return [one.text for said in words for one in store.private(store.unlock(said)).all()]


def made_with(type_: Type, made: Run, words: str, *command: str) -> Ran:
    type_(words)
    return made(*command)
