"""The terminal room in a real terminal: whatever ends the program, the terminal and the words are safe."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminal_screen import MUTE, Answers
from tests.end_to_end.terminals import Terminals

TRIAL = ("-m", "tests.end_to_end.trial")
CANARY = b"CANARY"
QUICK = ("key", "worker", "thread", "render", "task")
SLOW = ("thread worker", "timer", "compose", "mount", "unmount", "save")


def start(terminals: Terminals, *arguments: str, answers: Answers | None = None) -> Terminal:
    """Start the trial app and wait until it is there."""
    terminal = terminals.python(*TRIAL, *arguments, answers=answers)
    terminal.wait_for("READY")
    return terminal


def leave(terminal: Terminal) -> None:
    """Quit with the key and see that nothing is left behind."""
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert terminal.left_behind() == frozenset()


def saves(path: Path) -> int:
    """How often the app has saved."""
    return len(path.read_text().splitlines()) if path.exists() else 0


# Leaving


@pytest.mark.sample
@pytest.mark.parametrize("answers", [Answers(), Answers(kitty=True), MUTE], ids=["usual", "kitty", "mute"])
def test_terminal_is_put_back_after_quitting(terminals: Terminals, answers: Answers) -> None:
    """Modes, screen, cursor, keyboard and tty are as they were, and the normal screen is empty."""
    terminal = start(terminals, answers=answers)
    used = terminal.left_behind()
    assert {"alternate screen", "mouse 1003", "cursor hidden", "kitty keys", "tty flags"} <= used
    leave(terminal)
    assert terminal.screen().strip() == ""


def test_pixel_mouse_is_in_use_before_it_is_put_back(terminals: Terminals) -> None:
    """The mode that Textual never resets is one that it does set, on terminals with in-band sizes."""
    terminal = start(terminals)
    terminal.wait_until(lambda _: "mouse 1016" in terminal.left_behind(), what="mouse 1016")
    leave(terminal)


@pytest.mark.sample
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=["term", "hup", "int"],
)
def test_signal_saves_and_puts_the_terminal_back(
    terminals: Terminals, tmp_path: Path, number: int, code: int
) -> None:
    """SIGTERM, SIGHUP and SIGINT save once, leave in order and say so in the exit code."""
    terminal = start(terminals, "--saved", str(tmp_path / "saved"))
    terminal.signal(number)
    assert terminal.wait_exit() == code
    assert terminal.left_behind() == frozenset()
    assert saves(tmp_path / "saved") == 1


@pytest.mark.sample
@pytest.mark.parametrize("extra", [(), ("--deaf",), ("--busy",)], ids=["quiet", "hup ignored", "drawing"])
def test_closed_window_saves_and_ends_the_process(
    terminals: Terminals, tmp_path: Path, extra: tuple[str, ...]
) -> None:
    """No orphan stays behind a closed window: not where SIGHUP was ignored, not in the middle of drawing."""
    saved = tmp_path / "saved"
    terminal = start(terminals, "--saved", str(saved), *extra)
    terminal.close_terminal()
    assert terminal.wait_exit() == 129
    assert saves(saved) == 1


@pytest.mark.parametrize("inside", [False, True], ids=["signal", "key"])
def test_suspension_saves_and_comes_back(terminals: Terminals, tmp_path: Path, *, inside: bool) -> None:
    """Ctrl+Z from the shell or from within: saved, the terminal given back, and all there again after."""
    saved = tmp_path / "saved"
    terminal = start(terminals, "--saved", str(saved))
    if inside:
        terminal.press("z")
    else:
        terminal.signal(signal.SIGTSTP)
    terminal.wait_stopped()
    terminal.wait_until(lambda _: terminal.left_behind() == frozenset(), what="the terminal given back")
    assert saves(saved) == 1
    terminal.signal(signal.SIGCONT)
    terminal.wait_for("READY")
    terminal.press("a")
    terminal.wait_for(" a\n" if inside else "keys a\n")
    leave(terminal)


def test_stray_continue_does_no_harm(terminals: Terminals) -> None:
    """SIGSTOP and SIGCONT from outside, several times: keys come once, and the app still quits."""
    terminal = start(terminals)
    for _ in range(3):
        terminal.signal(signal.SIGSTOP)
        terminal.wait_stopped()
        terminal.signal(signal.SIGCONT)
    terminal.press("a", "b")
    terminal.wait_until(lambda screen: "keys a b\n" in screen, what="each key once")
    leave(terminal)


# Input


def test_bytes_that_are_no_text_are_replaced(terminals: Terminals) -> None:
    """A lone byte of another encoding, and a report nobody asked for, do not end the app."""
    terminal = start(terminals)
    terminal.send(b"\xff")
    terminal.send("é".encode("latin-1"))
    terminal.send(b"\x1b[97;1:3u")
    terminal.press("a")
    terminal.wait_for(" a\n")
    leave(terminal)


def test_escape_is_heard_alone(terminals: Terminals) -> None:
    """A lone Escape comes without another key after it."""
    terminal = start(terminals)
    terminal.press("escape")
    terminal.wait_for("keys escape\n")
    terminal.press("up", "f1")
    terminal.wait_for("keys escape up f1\n")
    leave(terminal)


def test_keys_are_the_same_by_the_kitty_protocol(terminals: Terminals) -> None:
    """A terminal that speaks the kitty protocol brings the same keys."""
    terminal = start(terminals, answers=Answers(kitty=True))
    terminal.press("a", "enter", "space", "escape", "ctrl+s")
    terminal.wait_for("keys a enter space escape ctrl+s\n")
    leave(terminal)


# The background


@pytest.mark.sample
@pytest.mark.parametrize(
    ("answers", "tone"),
    [
        (Answers(background="#10141a"), "night"),
        (Answers(background="#fbf7ef"), "day"),
        (Answers(background=None), "None"),
        (MUTE, "None"),
    ],
    ids=["night", "day", "fence only", "mute"],
)
def test_background_is_asked_without_stray_bytes(terminals: Terminals, answers: Answers, tone: str) -> None:
    """The tone is known, no answer arrives as typing, and the tty is as it was."""
    terminal = start(terminals, "--probe", answers=answers)
    terminal.wait_for(f"tone {tone}")
    terminal.press("a")
    terminal.wait_for("keys a\n")
    leave(terminal)


def test_late_answer_is_not_taken_for_typing(terminals: Terminals) -> None:
    """On a slow line the answer comes when the app already runs; even in two pieces it types nothing."""
    terminal = start(terminals, "--probe", answers=MUTE)
    terminal.send(b"\x1b]11;rgb:1010/1414")
    terminal.send(b"/1a1a\x1b\\\x1b[?62;22c")
    terminal.press("a")
    terminal.wait_for("keys a\n")
    leave(terminal)


def test_keys_typed_ahead_are_not_lost(terminals: Terminals) -> None:
    """What is typed while the program starts arrives, probe or not."""
    terminal = terminals.python(*TRIAL, "--probe")
    terminal.type("abc")
    terminal.wait_for("READY", "keys a b c\n")
    leave(terminal)


# Crashes


def crash(terminals: Terminals, kind: str, log: Path) -> Terminal:
    """Let the app fail; returns the terminal after its end."""
    terminal = start(terminals, kind, "--log", str(log))
    terminal.press("x")
    if kind == "save":
        terminal.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 1
    return terminal


def check_crash(terminals: Terminals, kind: str, log: Path) -> None:
    """One sentence, nothing private, the terminal put back, one line in the log."""
    terminal = crash(terminals, kind, log)
    output = terminal.output()
    assert CANARY not in output
    assert b"Traceback" not in output
    assert terminal.left_behind() == frozenset()
    said = " ".join(terminal.screen().split())
    assert said.count("RuntimeError trial_app.py:") == 1
    assert said.count(".") <= 3, "one sentence, and the dot of the file"
    (line,) = log.read_text().splitlines()
    assert "WARNING crash RuntimeError trial_app.py:" in line
    assert "CANARY" not in line
    assert log.stat().st_mode & 0o777 == 0o600


@pytest.mark.sample
@pytest.mark.parametrize("kind", QUICK)
def test_crash_says_one_sentence_and_nothing_private(terminals: Terminals, tmp_path: Path, kind: str) -> None:
    """The kinds of failure that differ most inside Textual."""
    check_crash(terminals, kind, tmp_path / "state" / "coreg.log")


@pytest.mark.long
@pytest.mark.parametrize("kind", SLOW)
def test_any_crash_says_one_sentence_and_nothing_private(
    terminals: Terminals, tmp_path: Path, kind: str
) -> None:
    """Every other place where a program of Textual can fail."""
    check_crash(terminals, kind, tmp_path / "state" / "coreg.log")


def test_without_the_safe_screen_the_canaries_would_be_found(terminals: Terminals) -> None:
    """Crashing as any app of Textual does shows what these tests look for: they can fail."""
    terminal = start(terminals, "key", "--unsafe")
    terminal.press("x")
    terminal.wait_exit()
    output = terminal.output()
    assert CANARY in output
    assert b"Traceback" in output


# Traces


def test_nothing_typed_is_written_down_by_textual(terminals: Terminals, tmp_path: Path) -> None:
    """With every switch of Textual that logs keys or saves pictures set, no file appears anywhere."""
    names = ("TEXTUAL_LOG", "TEXTUAL_SCREENSHOT_FILENAME")
    switches = {name: str(terminals.home / name.lower()) for name in names}
    switches |= {"TEXTUAL": "debug,devtools", "TEXTUAL_DEBUG": "1", "TEXTUAL_SCREENSHOT": "0"}
    switches |= {"TEXTUAL_SCREENSHOT_LOCATION": str(terminals.home), "TMPDIR": str(terminals.home)}
    terminal = terminals.python(*TRIAL, env=switches, cwd=terminals.home)
    terminal.wait_for("READY")
    terminal.type("secret")
    terminal.wait_for("keys s e c r e t\n")
    leave(terminal)
    assert list(terminals.home.rglob("*")) == []


# Measured, not asserted


@pytest.mark.long
def test_exit_is_timed(terminals: Terminals, capsys: pytest.CaptureFixture[str]) -> None:
    """Say how long quitting takes on the calm driver and on Textual's own (goal: 0.35 of it)."""
    taken: dict[str, list[float]] = {"calm": [], "stock": []}
    for _ in range(3):
        for name, arguments in (("calm", ()), ("stock", ("--stock",))):
            terminal = start(terminals, *arguments)
            begun = time.monotonic()
            terminal.press("q")
            terminal.wait_exit()
            taken[name].append(time.monotonic() - begun)
    calm, stock = (sorted(times)[1] for times in taken.values())
    with capsys.disabled():
        sys.stdout.write(f"\n  exit {calm * 1e3:.0f} ms, stock {stock * 1e3:.0f} ms: {calm / stock:.2f}\n")
    assert calm < stock
