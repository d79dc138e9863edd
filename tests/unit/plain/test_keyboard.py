"""Keys come one by one from a terminal, as lines from a pipe, and the terminal is put back."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator

import pytest

from coreg.plain.keyboard import keyboard

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no descriptors to wait for there")


@pytest.fixture
def pty() -> Iterator[tuple[int, int]]:
    master, slave = os.openpty()
    yield master, slave
    os.close(master)
    os.close(slave)


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    read, write = os.pipe()
    yield read, write
    os.close(read)


def test_keys_are_taken_unechoed_and_the_terminal_is_put_back(pty: tuple[int, int]) -> None:
    import termios

    master, slave = pty
    before = termios.tcgetattr(slave)
    with keyboard(slave) as keys:
        os.write(master, b"f \x1b")
        assert keys.sealed
        assert keys.wait(5) == ["f", "space", "escape"]
        assert keys.wait(0) == []
        during = termios.tcgetattr(slave)
        assert not during[3] & (termios.ECHO | termios.ICANON)
        os.write(master, b"the porch")
        assert select.select([slave], [], [], 5)[0]
    assert termios.tcgetattr(slave) == before
    # Nothing that was typed here lies there for the shell.
    assert not select.select([slave], [], [], 0)[0]


@pytest.mark.parametrize("others", [b"", b"porch \x1b"])
def test_ctrl_c_ends_it_after_everything_that_was_pressed_before(pty: tuple[int, int], others: bytes) -> None:
    with keyboard(pty[1]) as keys:
        os.write(pty[0], others + b"\x03x")
        found = keys.wait(5) if others else []
        assert found == ["p", "o", "r", "c", "h", "space", "escape"][: len(others)]
        with pytest.raises(KeyboardInterrupt):
            keys.wait(5)


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, RuntimeError])
def test_whatever_ends_it_the_terminal_is_put_back(pty: tuple[int, int], error: type[BaseException]) -> None:
    import termios

    before = termios.tcgetattr(pty[1])
    with pytest.raises(error), keyboard(pty[1]):
        raise error
    assert termios.tcgetattr(pty[1]) == before


def test_a_pipe_is_read_by_lines_until_it_ends(pipe: tuple[int, int]) -> None:
    read, write = pipe
    with keyboard(read) as keys:
        os.write(write, b"sto")
        assert keys.wait(1) == []
        os.write(write, b"p\nn\n")
        assert keys.wait(1) == ["escape"]
        assert keys.wait(1) == ["n"]
        keys.literal = True
        os.write(write, "Über stop\r\nn\n".encode())
        assert keys.wait(1) == ["Ü", "b", "e", "r", "space", "s", "t", "o", "p", "enter"]
        keys.literal = False
        assert keys.wait(1) == ["n"]
        assert not keys.gone
        assert not keys.sealed
        os.close(write)
        assert keys.wait(1) == []
        assert keys.gone
        assert keys.wait(0) == []


def test_the_last_line_of_a_pipe_needs_no_end_of_line(pipe: tuple[int, int]) -> None:
    read, write = pipe
    with keyboard(read) as keys:
        os.write(write, b"stop")
        os.close(write)
        assert keys.wait(1) + keys.wait(1) == ["escape"]
        assert keys.wait(0) == []


def test_without_any_input_nothing_is_ever_pressed() -> None:
    with keyboard(None) as keys:
        assert keys.gone
        assert keys.wait(0) == []


def test_what_is_typed_is_shown_where_the_keys_are(pty: tuple[int, int]) -> None:
    master, slave = pty
    with keyboard(slave) as keys:
        keys.echo("né\n")
        assert os.read(master, 20).replace(b"\r\n", b"\n") == "né\n".encode()
        assert keys.columns is None or keys.columns > 0


def test_where_lines_come_from_a_pipe_nothing_is_shown(pipe: tuple[int, int]) -> None:
    with keyboard(pipe[0]) as keys, keyboard(None) as nobody:
        keys.echo("x")
        nobody.echo("x")
        assert (keys.columns, nobody.columns) == (None, None)
