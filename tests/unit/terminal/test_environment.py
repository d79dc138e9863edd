"""The environment that Textual is imported in."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coreg.terminal.environment import Limits, limits, tidy, usable

ROOT = Path(__file__).resolve().parents[3]


class Tty(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def in_a_fresh_python(code: str, **environ: str) -> dict[str, object]:
    """Run code that prints one JSON object; returns the object."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environ}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    told: dict[str, object] = json.loads(done.stdout)
    return told


def test_tidy_takes_textuals_switches_away() -> None:
    environ = {
        "TEXTUAL": "devtools,debug",
        "TEXTUAL_LOG": "keys.log",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_PRESS": "q",
        "TEXTUAL_ALLOW_SIGNALS": "1",
        "TEXTUAL_ANIMATIONS": "none",
        "TEXTUAL_THEME": "nord",
        "TEXTUAL_COLOR_SYSTEM": "256",
        "HOME": "/home/mina",
    }
    tidy(environ)
    assert environ == {
        "TEXTUAL_ANIMATIONS": "none",
        "TEXTUAL_THEME": "nord",
        "TEXTUAL_COLOR_SYSTEM": "256",
        "HOME": "/home/mina",
        "TEXTUAL_FPS": "240",
        "ESCDELAY": "25",
    }


def test_tidy_keeps_an_escape_delay_for_a_slow_line() -> None:
    environ = {"ESCDELAY": "200"}
    tidy(environ)
    assert environ["ESCDELAY"] == "200"


@pytest.mark.parametrize(("before", "kept"), [("", False), ("1", True)])
def test_no_color_counts_when_it_says_something(before: str, *, kept: bool) -> None:
    environ = {"NO_COLOR": before}
    tidy(environ)
    assert ("NO_COLOR" in environ) is kept


def test_prepare_makes_the_process_private() -> None:
    told = in_a_fresh_python(
        "import json, os, resource, sys\n"
        "from coreg.terminal.environment import prepare\n"
        "prepare()\n"
        "dumpable = None\n"
        "if sys.platform == 'linux':\n"
        "    import ctypes\n"
        "    dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)\n"
        "print(json.dumps({'umask': os.umask(0), 'core': resource.getrlimit(resource.RLIMIT_CORE),\n"
        "    'dumpable': dumpable, 'log': os.environ.get('TEXTUAL_LOG'), 'fps': os.environ['TEXTUAL_FPS']}))",
        TEXTUAL_LOG="keys.log",
    )
    dumpable = 0 if sys.platform == "linux" else None
    assert told == {"umask": 0o077, "core": [0, 0], "dumpable": dumpable, "log": None, "fps": "240"}


@pytest.mark.sample
@pytest.mark.parametrize(
    "words", [["log"], ["note"], ["doctor"], ["export"], ["help"]], ids=lambda words: words[0]
)
def test_every_command_is_private(words: list[str], tmp_path: Path) -> None:
    told = in_a_fresh_python(
        "import contextlib, io, json, os, resource, sys\n"
        "from coreg.__main__ import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):\n"
        f"    main([*{words!r}, '--data-dir', {str(tmp_path)!r}])\n"
        "print(json.dumps({'umask': os.umask(0), 'core': resource.getrlimit(resource.RLIMIT_CORE)}))"
    )
    assert told == {"umask": 0o077, "core": [0, 0]}


def test_preparing_and_probing_load_nothing_heavy() -> None:
    told = in_a_fresh_python(
        "import json, sys\n"
        "from coreg.terminal import background, environment\n"
        "environment.prepare()\n"
        "background.probe()\n"
        "heavy = ('textual', 'rich', 'asyncio', 'pydantic', 'tinydb', 'logging', 'subprocess')\n"
        "print(json.dumps({'loaded': [name for name in heavy if name in sys.modules]}))"
    )
    assert told == {"loaded": []}


def test_usable_when_both_ends_are_terminals() -> None:
    assert usable({"TERM": "xterm-256color"}, Tty(), Tty()) is None
    assert usable({}, Tty(), Tty()) is None


@pytest.mark.parametrize(
    ("stdin", "screen"), [(io.StringIO(), Tty()), (Tty(), io.StringIO()), (None, Tty()), (Tty(), None)]
)
def test_usable_when_an_end_is_no_terminal(stdin: io.StringIO | None, screen: io.StringIO | None) -> None:
    assert usable({"TERM": "xterm"}, stdin, screen) == "no_terminal"


def test_usable_when_a_stream_is_closed() -> None:
    closed = io.StringIO()
    closed.close()
    assert usable({"TERM": "xterm"}, closed, Tty()) == "no_terminal"


@pytest.mark.parametrize("term", ["dumb", "DUMB"])
def test_usable_when_the_terminal_is_dumb(term: str) -> None:
    assert usable({"TERM": term}, Tty(), Tty()) == "dumb_terminal"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, Limits(motion="full")),
        ({"TEXTUAL_ANIMATIONS": "None"}, Limits(motion="none")),
        ({"TEXTUAL_ANIMATIONS": "basic"}, Limits(motion="reduced")),
        ({"TEXTUAL_ANIMATIONS": "nonsense"}, Limits(motion="full")),
        ({"NO_COLOR": ""}, Limits("full")),
        ({"NO_COLOR": "1"}, Limits("none")),
        ({"COLORTERM": "", "TERM": "xterm-256color"}, Limits("full")),
        ({"COLORTERM": "", "TERM": "xterm"}, Limits("few")),
        ({"COLORTERM": "", "TERM": "screen-16color"}, Limits("few")),
        ({"COLORTERM": "24bit", "TERM": "xterm"}, Limits("full")),
        ({"TEXTUAL_COLOR_SYSTEM": "standard"}, Limits("few")),
        ({"TEXTUAL_COLOR_SYSTEM": "256", "COLORTERM": "", "TERM": "xterm"}, Limits("full")),
        ({"COLORTERM": "", "TERM": "linux"}, Limits("few", "ascii")),
        ({"TERM": "vt100"}, Limits("full", "ascii")),
        ({"LANG": "de_DE.UTF-8"}, Limits()),
        ({"LANG": "de_DE.utf8@euro"}, Limits()),
        ({"LANG": "de_DE.ISO-8859-1"}, Limits(signs="ascii")),
        ({"LANG": "de_DE"}, Limits(signs="ascii")),
        ({"LANG": "C"}, Limits(signs="ascii")),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, Limits(signs="ascii")),
        ({"LANG": "C", "LC_CTYPE": "en_GB.UTF-8"}, Limits()),
        ({"LC_CTYPE": "UTF-8"}, Limits()),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "POSIX"}, Limits(signs="ascii")),
    ],
)
def test_limits_are_what_the_terminal_shows_and_the_environment_asks(
    environ: dict[str, str], expected: Limits
) -> None:
    assert limits({"COLORTERM": "truecolor", **environ}) == expected


@pytest.mark.parametrize(("encoding", "signs"), [("utf-8", "all"), ("UTF8", "all"), ("iso8859-1", "ascii")])
def test_signs_are_plain_when_the_stream_cannot_carry_others(encoding: str, signs: str) -> None:
    assert limits({"LANG": "en_GB.UTF-8"}, encoding).signs == signs
