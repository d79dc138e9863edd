"""Passphrases by typing and on a descriptor, without a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from coreg.store.vault.keys import Cost
from tests.unit.commands.vault.typing_words import SEATS, A, B, Told, Type, Typed

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Ran, Run


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch words by one hash: what is tried here is what is asked and said."""

    def stretched(words: str, salt: bytes, cost: Cost) -> bytes:
        return sha256(salt + words.encode()).digest()

    monkeypatch.setattr("coreg.store.vault.keys._stretched", stretched)


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no terminal, whatever these tests are started from."""
    monkeypatch.setattr("coreg.commands.console.Console", lambda: Typed([]))


@pytest.fixture
def type_(monkeypatch: pytest.MonkeyPatch) -> Type:
    """Type these answers at the terminal of the next commands."""

    def typing(*answers: str) -> Typed:
        console = Typed([*answers])
        monkeypatch.setattr("coreg.commands.console.Console", lambda: console)
        return console

    return typing


@pytest.fixture
def told(made: Run) -> Iterator[Told]:
    """Run a command with lines on a descriptor."""
    handles: list[int] = []

    def telling(lines: list[str], *words: str, stdin: bytes = b"") -> Ran:
        read, write = os.pipe()
        handles.append(read)
        os.write(write, "".join(f"{line}\n" for line in lines).encode())
        os.close(write)
        return made(*words, "--passphrase-fd", str(read), stdin=stdin)

    yield telling
    for handle in handles:
        os.close(handle)


@pytest.fixture
def codes(told: Told, made: Run) -> dict[str, str]:
    """Keep a note and lock the book; the codes of both."""
    assert made("note", stdin=b"the blue mug").code == 0
    ran = told([A, B], "lock")
    assert ran.code == 0
    return {SEATS[name]: code for name, code in map(str.split, ran.out.splitlines())}
