"""A locked book, with the real program in a real terminal: what is asked, and what stays behind of it."""

from __future__ import annotations

import json
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.end_to_end.shell import Shell
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

A, B = "lantern pebble willow", "Übung macht Freude"
NEW = "quite another lantern"
CANARY = b"the blue mug"
CODE = re.compile(r"(?:[0-9A-Z]{5}-){4}[0-9A-Z]{6}")


@pytest.fixture
def shell(terminals: Terminals) -> Shell:
    """Give a shell at the home of the terminals, with a couple and a note in the book."""
    shell = Shell(terminals.home)
    assert shell.run("setup", "--a", "Mina", "--b", "Jo").code == 0
    assert shell.run("note", stdin=CANARY).code == 0
    return shell


@pytest.fixture
def codes(shell: Shell) -> dict[str, str]:
    """Lock the book; the codes of both, by name."""
    ran = shell.told([A, B], "lock")
    assert ran.code == 0
    return dict(line.split() for line in ran.out.decode().splitlines())


def suffixes(shell: Shell) -> set[str]:
    """Say how the files of the book end."""
    folder = next(shell.home.rglob("home.coreg.lock")).parent
    return {path.suffix for path in folder.iterdir() if path.is_file()}


def on_disk(shell: Shell) -> bytes:
    return b"".join(path.read_bytes() for path in shell.home.rglob("*") if path.is_file())


def answer(terminal: Terminal, question: str, words: str) -> None:
    """Wait for a question, and type the answer to it."""
    wait_asked(terminal, question)
    terminal.type(f"{words}\n")


def wait_asked(terminal: Terminal, question: str) -> None:
    """Wait until this is what stands last on the screen."""
    terminal.wait_until(lambda screen: screen.rstrip().endswith(question), what=question)


def take_code(terminal: Terminal, name: str) -> str:
    """Take a code from the screen to the paper, and type it back; afterwards it is not on the screen."""
    terminal.wait_for(f"{name}, this is your recovery code")
    wait_asked(terminal, "Press Enter when it is on paper:")
    screen = terminal.screen()
    found = CODE.findall(screen)
    assert len(found) == 1
    terminal.press("enter")
    terminal.wait_gone(found[0])
    answer(terminal, "Now type it from the paper:", found[0].lower().replace("-", " "))
    return str(found[0])


def assert_clean(terminal: Terminal, code: int) -> None:
    """See that the program ended so, and left neither words nor a blind terminal behind."""
    assert terminal.wait_exit() == code
    assert terminal.left_behind() == frozenset()
    for words in (A, B, NEW):
        assert words.encode() not in terminal.output()


def seen_by_others(terminal: Terminal) -> bytes:
    """Return what the list of processes tells of a running program."""
    place = Path(f"/proc/{terminal.pid}")
    return (place / "cmdline").read_bytes() + (place / "environ").read_bytes()


@pytest.mark.long
def test_two_lock_their_book_at_the_terminal(shell: Shell, terminals: Terminals) -> None:
    terminal = terminals.coreg("lock")
    answer(terminal, "New passphrase:", A)
    answer(terminal, "once more:", A)
    if sys.platform == "linux":
        assert A.encode() not in seen_by_others(terminal)
    take_code(terminal, "Mina")
    terminal.wait_for("Jo, choose a passphrase")
    answer(terminal, "New passphrase:", B)
    answer(terminal, "once more:", B)
    code = take_code(terminal, "Jo")
    terminal.wait_for("Your books are locked.", "older copies")
    assert_clean(terminal, 0)
    assert suffixes(shell) == {".coreg", ".lock"}
    assert CANARY not in on_disk(shell)
    for words in (A, B, code):
        assert words.encode() not in on_disk(shell)
    assert CANARY in shell.told([B], "log").out
    assert shell.told([code, NEW], "recover").code == 0


@pytest.mark.long
def test_what_is_asked_on_the_terminal_passes_the_streams_by(
    shell: Shell, terminals: Terminals, codes: dict[str, str], tmp_path: Path
) -> None:
    out, note = tmp_path / "out", tmp_path / "note"
    note.write_bytes(b"a second one")
    python = f'"{sys.executable}" -m coreg'
    for command, words in ((f"{python} note", A), (f"{python} export", B), (f"{python} log", A)):
        terminal = terminals.open("sh", "-c", f'{command} <"{note}" >"{out}" 2>&1')
        answer(terminal, "Passphrase:", "not the words")
        terminal.wait_for("That passphrase does not fit. Nothing is lost.")
        answer(terminal, "lost.\nPassphrase:", words)
        assert_clean(terminal, 0)
    assert {CANARY, b"a second one"} <= set(re.findall(rb"^    (.+)$", out.read_bytes(), re.MULTILINE))
    assert b"assphrase" not in out.read_bytes()


@pytest.mark.long
def test_with_a_descriptor_nothing_is_asked(shell: Shell, codes: dict[str, str]) -> None:
    kept = shell.told([A], "note", stdin=b"a second one")
    assert (kept.code, kept.err) == (0, b"")
    assert CANARY in shell.told([B], "log").out
    assert b"a second one" in shell.told([A], "show", kept.out.decode().strip()).out
    assert len(json.loads(shell.told([B], "export").out)["notes"]) == 2
    assert b"Everything is whole" in shell.told([B], "doctor").out
    ran = shell.told(["not the words"], "log")
    assert (ran.code, ran.out, ran.said) == (1, b"", "That passphrase does not fit. Nothing is lost.\n")


@pytest.mark.long
def test_without_a_terminal_and_a_descriptor_it_is_one_sentence(shell: Shell, codes: dict[str, str]) -> None:
    for words in (["log"], ["note"], ["export"], ["show", "0193576a"], ["unlock"], ["recover"]):
        ran = shell.run(*words, stdin=b"hello")
        assert (ran.code, ran.out) == (2, b"")
        assert "--passphrase-fd N" in ran.said
        assert ran.said.count("\n") == 1
    assert b"locked" in shell.run("doctor").out


@pytest.mark.long
def test_a_forgotten_passphrase_is_replaced_and_the_book_unlocked(
    shell: Shell, terminals: Terminals, codes: dict[str, str]
) -> None:
    terminal = terminals.coreg("recover")
    answer(terminal, "as it stands on your paper:", codes["Jo"])
    terminal.wait_gone(codes["Jo"])
    answer(terminal, "New passphrase:", NEW)
    answer(terminal, "once more:", NEW)
    take_code(terminal, "Jo")
    terminal.wait_for("Jo, your new passphrase")
    assert_clean(terminal, 0)
    terminal = terminals.coreg("unlock")
    answer(terminal, "Passphrase:", NEW)
    answer(terminal, "type yes:", "yes")
    terminal.wait_for("Your books are plain files now.")
    assert_clean(terminal, 0)
    assert CANARY in shell.run("log").out


@pytest.mark.sample
@pytest.mark.parametrize(
    ("end", "code"),
    [("ctrl+c", 130), ("ctrl+d", 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
)
def test_whatever_ends_the_question_the_terminal_shows_again_what_is_typed(
    shell: Shell, terminals: Terminals, end: str | signal.Signals, code: int
) -> None:
    terminal = terminals.coreg("lock")
    answer(terminal, "New passphrase:", A)
    wait_asked(terminal, "once more:")
    terminal.type("half of it")
    assert "tty flags" in terminal.left_behind()
    if isinstance(end, str):
        # Ctrl+D ends the input only where the line is empty.
        terminal.press("ctrl+u", end)
    else:
        terminal.signal(end)
    assert_clean(terminal, code)
    assert b"half" not in terminal.output()
    assert terminal.output().endswith(b"\n")
    assert CANARY in shell.run("log").out
    assert suffixes(shell) == {".json", ".lock"}


def test_a_blind_terminal_is_not_left_by_a_key(shell: Shell, terminals: Terminals) -> None:
    terminal = terminals.coreg("lock")
    wait_asked(terminal, "New passphrase:")
    terminal.press("ctrl+z", "ctrl+\\", "ctrl+u")
    terminal.type(f"{A}\n")
    answer(terminal, "once more:", A)
    terminal.wait_for("this is your recovery code")
    terminal.press("ctrl+c")
    assert_clean(terminal, 130)
