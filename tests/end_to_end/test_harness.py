"""The terminal of the tests itself: it sees what is left behind, answers, and gives up in time."""

from __future__ import annotations

import pytest

from tests.end_to_end.terminal_keys import key_bytes
from tests.end_to_end.terminal_screen import MUTE, Answers, Emulator
from tests.end_to_end.terminals import Terminals

DIRTY = (
    "import sys, termios\n"
    "print('before')\n"
    "modes = (1049, 1000, 1003, 1006, 1015, 1016, 1004, 2004, 2048)\n"
    "sys.stdout.write(''.join(f'\\x1b[?{mode}h' for mode in modes))\n"
    "sys.stdout.write('\\x1b[?25l\\x1b[?7l\\x1b[>25u')\n"
    "flags = termios.tcgetattr(0); flags[3] &= ~termios.ECHO; termios.tcsetattr(0, termios.TCSANOW, flags)\n"
    "print('during')\n"
)


def test_everything_left_behind_is_named(terminals: Terminals) -> None:
    terminal = terminals.python("-c", DIRTY)
    assert terminal.wait_exit() == 0
    assert terminal.left_behind() == {
        "alternate screen",
        "bracketed paste 2004",
        "cursor hidden",
        "focus 1004",
        "in-band resize 2048",
        "kitty keys",
        "line wrap off",
        "mouse 1000",
        "mouse 1003",
        "mouse 1006",
        "mouse 1015",
        "mouse 1016",
        "tty flags",
    }
    assert terminal.screen().strip() == "during"


def test_program_has_a_terminal_of_its_own(terminals: Terminals) -> None:
    code = (
        "import os, sys\n"
        "print(os.isatty(0), os.getpid() == os.getsid(0), os.open('/dev/tty', os.O_RDWR) > 2)\n"
        "print(*os.get_terminal_size())\n"
        "print('said', input())\n"
    )
    terminal = terminals.open("python3", "-c", code, size=(100, 30))
    terminal.wait_for("True True True", "100 30")
    terminal.type("héllo\n")
    terminal.wait_for("said héllo")
    assert terminal.wait_exit() == 0


def test_program_hears_of_another_size(terminals: Terminals) -> None:
    code = (
        "import os, signal\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGWINCH})\n"
        "print('ready')\n"
        "signal.sigwait({signal.SIGWINCH})\n"
        "print('size', *os.get_terminal_size())\n"
    )
    terminal = terminals.python("-c", code)
    terminal.wait_for("ready")
    terminal.resize(60, 18)
    terminal.wait_for("size 60 18")
    assert len(terminal.screen().split("\n")) == 18


def test_waiting_in_vain_shows_the_screen(terminals: Terminals) -> None:
    terminal = terminals.python("-c", "print('something else'); input()")
    with pytest.raises(AssertionError, match=r"'never'.* still runs(.|\n)*something else"):
        terminal.wait_for("never", within=1)
    terminal.close()


def test_waiting_ends_with_the_program(terminals: Terminals) -> None:
    terminal = terminals.python("-c", "print('good bye'); raise SystemExit(4)")
    with pytest.raises(AssertionError, match=r"ended with 4(.|\n)*good bye"):
        terminal.wait_for("never", within=60)


def test_emulator_answers_what_a_terminal_answers() -> None:
    emulator = Emulator(80, 24, Answers(kitty=True))
    questions = {
        "\x1b[c": "\x1b[?62;22c",
        "\x1b[>c": "\x1b[>0;0;0c",
        "\x1b[5n": "\x1b[0n",
        "ab\x1b[6n": "\x1b[1;3R",
        "\x1b[?2026$p": "\x1b[?2026;2$y",
        "\x1b[?2048$p": "\x1b[?2048;2$y",
        "\x1b[?2048h": "\x1b[48;24;80;480;800t",
        "\x1b[?12345$p": "\x1b[?12345;0$y",
        "\x1b[>25u\x1b[?u": "\x1b[?25u",
        "\x1b]11;?\x1b\\": "\x1b]11;rgb:1010/1414/1a1a\x1b\\",
        "\x1b]10;?\x07": "\x1b]10;rgb:e6e6/e1e1/d6d6\x1b\\",
    }
    for question, answer in questions.items():
        assert emulator.feed(question.encode()) == answer.encode()


def test_emulator_stays_mute_when_told_to() -> None:
    emulator = Emulator(80, 24, MUTE)
    assert emulator.feed(b"\x1b[c\x1b]11;?\x07\x1b[?2026$p\x1b[?2048$p\x1b[?u") == b""


def test_emulator_keeps_two_screens_and_reads_in_any_pieces() -> None:
    emulator = Emulator(20, 3, Answers())
    for byte in "normal é\x1b[?1049h\x1b[>1u\x1b[2;3H\x1b[1;38;2;1;2;3mfull".encode():
        emulator.feed(bytes([byte]))
    assert emulator.text() == "\n  full\n"
    emulator.feed(b"\x1b[<u\x1b[?1049l")
    assert emulator.text() == "normal é\n\n"
    assert emulator.left_behind() == frozenset()


@pytest.mark.parametrize(
    ("key", "usual", "kitty"),
    [
        ("a", b"a", b"\x1b[97;;97u"),
        ("enter", b"\r", b"\x1b[13u"),
        ("space", b" ", b"\x1b[32;;32u"),
        ("ctrl+q", b"\x11", b"\x1b[113;5u"),
        ("f1", b"\x1bOP", b"\x1bOP"),
        ("f9", b"\x1b[20~", b"\x1b[20~"),
        ("alt+x", b"\x1bx", b"\x1bx"),
        ("é", "é".encode(), b"\x1b[233;;233u"),
    ],
)
def test_keys_are_what_terminals_send(key: str, usual: bytes, kitty: bytes) -> None:
    assert key_bytes(key) == usual
    assert key_bytes(key, kitty_flags=25) == kitty


def test_unknown_key_is_refused() -> None:
    with pytest.raises(ValueError, match="hyper"):
        key_bytes("hyper+q")
