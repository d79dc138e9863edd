"""``coreg talk``, ``begin`` and ``timeout`` with ``--plain``: what is refused, and what is handed on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from coreg.commands.plain_pause import PauseGuide
from coreg.commands.plain_talk import TalkGuide
from coreg.plain.keyboard import Nobody

if TYPE_CHECKING:
    from argparse import Namespace

    from tests.unit.commands.conftest import Run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["talk", "--plain"], "standard input is no terminal"),
        (["begin", "--plain"], "standard input is no terminal"),
        (["timeout", "--plain"], "standard input is no terminal"),
        (["talk", "--plain", "flor"], "Did you mean floor?"),
        (["begin", "--plain", "quit"], "Did you mean quiet?"),
        (["talk", "--cues", "few"], "--cues belongs to --plain. Type coreg talk --help"),
        (["begin", "--words", "bare"], "--words belongs to --plain. Type coreg begin --help"),
        (["talk", "--passphrase-fd", "3"], "--passphrase-fd belongs to --plain"),
        (["timeout", "--cues", "few"], "--cues belongs to --plain. Type coreg timeout --help"),
        (["timeout", "--plain", "--wait"], "--wait"),
        (["timeout", "--plain", "--ics", "x.ics"], "--ics"),
        (["timeout", "--plain", "--ics", ""], "--ics"),
        (["breathe", "--plain", "--wav", "x.wav"], "--wav was not used as it can be"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(run: Run, words: list[str], said: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


class Leaving(Nobody):
    """A terminal at which somebody presses Esc whenever a key is waited for."""

    sealed = True
    gone = False

    def wait(self, seconds: float) -> list[str]:
        return ["escape"]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A terminal for standard input."""
    if sys.platform == "win32":
        pytest.skip("terminals of another kind there")
    master, slave = os.openpty()
    monkeypatch.setattr("coreg.commands.plainly._stdin", lambda: slave)
    monkeypatch.setattr("coreg.plain.keyboard.keyboard", lambda _: nullcontext(Leaving()))
    yield
    os.close(master)
    os.close(slave)


@pytest.mark.usefixtures("terminal")
def test_without_a_book_it_says_what_to_do(run: Run) -> None:
    ran = run("talk", "--plain")
    assert (ran.code, ran.out) == (2, "")
    assert "Run coreg setup" in ran.err


@pytest.mark.parametrize(
    ("words", "guide"),
    [
        (["talk", "--plain"], TalkGuide("day_talk")),
        (["talk", "mirror", "--plain"], TalkGuide("mirror_talk")),
        (["begin", "--plain"], TalkGuide("quiet", evening=True)),
        (["begin", "five", "--plain"], TalkGuide("five", evening=True)),
        (["timeout", "40", "--plain"], PauseGuide(40)),
    ],
)
def test_what_was_named_is_guided(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], guide: object
) -> None:
    guides: list[object] = []

    def note(_asked: Namespace, found: object) -> int:
        guides.append(found)
        return 0

    monkeypatch.setattr("coreg.commands.plainly.open_plain", note)
    assert run(*words).code == 0
    assert guides == [guide]


LOCKED = "lantern pebble willow"


def lock(made: Run) -> None:
    read, write = os.pipe()
    os.write(write, f"{LOCKED}\nquite another lantern\n".encode())
    os.close(write)
    assert made("lock", "--passphrase-fd", str(read)).code == 0
    os.close(read)


def with_words(made: Run, words: str, *command: str) -> tuple[int, str, str]:
    read, write = os.pipe()
    os.write(write, f"{words}\n".encode())
    os.close(write)
    ran = made(*command, "--passphrase-fd", str(read))
    os.close(read)
    return ran.code, ran.out, ran.err


@pytest.mark.usefixtures("terminal")
def test_a_locked_book_is_opened_first_and_a_talk_is_nothing_without_it(made: Run) -> None:
    lock(made)
    code, out, err = with_words(made, "", "talk", "--plain")
    assert (code, out) == (2, "")
    assert "Your book is locked, and what you write here is kept in it." in err
    code, out, err = with_words(made, "no such words", "talk", "--plain")
    assert (code, out) == (1, "")
    code, out, err = with_words(made, LOCKED, "talk", "--plain")
    assert (code, err) == (0, "")
    assert out.splitlines()[:2] == [
        "Day talk: the day outside, by a fair timer. 22 minutes.",
        "Mina: own key f, own stop z",
    ]


@pytest.mark.long
@pytest.mark.usefixtures("terminal")
def test_a_breath_goes_on_before_a_locked_book_and_keeps_nothing(made: Run) -> None:
    lock(made)
    code, out, err = with_words(made, "", "breathe", "--plain")
    assert code == 0
    assert "Enter alone goes on, and nothing is kept." in err
    assert "Your book is locked, so nothing of this is kept." in out
    code, out, _ = with_words(made, LOCKED, "breathe", "--plain")
    assert code == 0
    assert "nothing of this is kept" not in out
