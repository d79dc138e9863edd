"""The real program as a shell sees it: streams, exit codes, what is loaded, what is left on disk."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.end_to_end.shell import COREG, LIMIT, ROOT, Shell
from tests.end_to_end.terminals import Terminals

posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell of another kind there")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    home = tmp_path / "a home"
    home.mkdir()
    return Shell(home)


@pytest.fixture
def ours(shell: Shell) -> Shell:
    """The same, with a couple in the book."""
    assert shell.run("setup", "--a", "Zoë", "--b", "Jo").code == 0
    return shell


def test_an_evening_of_notes_is_found_again(ours: Shell) -> None:
    kept = ours.run("note", stdin="Grüße\n愛 🙂\n".encode())
    assert (kept.code, kept.err) == (0, b"")
    id_ = kept.out.decode().strip()
    assert re.fullmatch(r"[0-9a-f-]{36}", id_)
    log = ours.run("log")
    assert "Grüße" in log.out.decode()
    assert "Grüße" in ours.run("show", id_[:13]).out.decode()
    data = json.loads(ours.run("export").out)
    assert data["couple"]["a"]["name"] == "Zoë"
    assert data["notes"][0]["text"] == "Grüße\n愛 🙂"
    assert "愛 🙂" in ours.run("export", "--format", "md").out.decode()


@posix
def test_what_is_kept_is_private_and_in_its_places(ours: Shell) -> None:
    ours.run("note", stdin=b"hello")
    paths = {str(one.relative_to(ours.home)): one for one in ours.home.rglob("*")}
    data = ".local/share/coreg"
    if sys.platform == "linux":
        assert f"{data}/home.json" in paths
        assert ".local/state/coreg/device" in paths
    kept = [one for name, one in paths.items() if name == data or name.startswith(f"{data}/")]
    assert {one.stat().st_mode & 0o777 for one in kept if one.is_file()} <= {0o600}
    assert {one.stat().st_mode & 0o777 for one in kept if one.is_dir()} <= {0o700}


@pytest.mark.long
def test_no_command_sends_an_escape_code_or_a_traceback(ours: Shell) -> None:
    hostile = "\x1b[31mred\x1b]0;title\x07 \u009b31m \u202etrick [/red] [@click=app.boom]x[/]".encode()
    assert ours.run("note", stdin=hostile).code == 0
    code = "\x1b[31m"
    for words in (
        *(
            ["log"],
            ["log", "--json"],
            ["export"],
            ["export", "--format", "md"],
            ["doctor"],
            ["help"],
            ["--help"],
        ),
        *(
            ["log", "--search", code],
            ["show", f"{code}ffff"],
            [code],
            ["log", f"--{code}"],
            ["begin", "\x9b31m"],
        ),
        *(["--data-dir", code, "doctor"], ["--data-dir", code, "log"], ["export", "-o", f"{code}/x"]),
        *([], ["begin"], ["breathe"], ["talk"], ["demo"]),
    ):
        ran = ours.run(*words)
        for data in (ran.out, ran.err):
            assert b"\x1b" not in data, words
            assert b"\x07" not in data, words
            assert b"\xc2\x9b" not in data, words
            assert "\u202e".encode() not in data, words
            assert b"Traceback" not in data, words
    assert b"[/red] [@click=app.boom]x[/]" in ours.run("log").out


@posix
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["bgin"], 2, "Did you mean begin?"),
        (["log", "--sinse", "7d"], 2, "Did you mean --since?"),
        (["show", "ffffffff"], 1, "nothing with the id"),
        (["setup", "--a", "A", "--b", "B"], 1, "already a book"),
        (["begin"], 2, "needs a terminal"),
    ],
)
def test_exit_codes_and_sentences(ours: Shell, words: list[str], code: int, said: str) -> None:
    ran = ours.run(*words)
    assert (ran.code, ran.out) == (code, b"")
    assert said in ran.said
    assert ran.said.count("\n") == 1


@pytest.mark.long
@posix
def test_a_held_book_is_busy_and_can_still_be_read(ours: Shell) -> None:
    with subprocess.Popen(
        [*COREG, "note"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ours.env
    ) as holder:
        assert _wait_until_held(ours, holder.pid)
        ran = ours.run("note", stdin=b"hello")
        assert (ran.code, ran.out) == (3, b"")
        assert "already open" in ran.said
        assert ours.run("log").code == 0
        assert b"coreg is open" in ours.run("doctor").out
        holder.kill()
    assert ours.run("note", stdin=b"hello").code == 0


def _wait_until_held(shell: Shell, by: int) -> bool:
    """Wait until the lock of the book names a process."""
    lock = next(shell.home.rglob("home.coreg.lock"))
    for _ in range(300):
        if f"process {by}".encode() in lock.read_bytes():
            return True
        time.sleep(LIMIT / 300)
    return False


@posix
def test_an_interrupted_command_ends_with_130_and_keeps_nothing(ours: Shell) -> None:
    with subprocess.Popen(
        [*COREG, "note"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ours.env
    ) as running:
        assert _wait_until_held(ours, running.pid)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=LIMIT)
        assert (out, err) == (b"", b"")
        # A shell calls both 130: interrupted while it makes a class, Python ends by the signal itself.
        assert running.returncode in (130, -signal.SIGINT)
    assert json.loads(ours.run("export").out)["notes"] == []


@pytest.mark.long
@posix
def test_a_reader_who_leaves_hears_no_complaint(ours: Shell) -> None:
    for _ in range(3):
        ours.run("note", stdin=b"x" * 19_000)
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m coreg log | true'],
        env=ours.env,
        capture_output=True,
        timeout=LIMIT,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.sample
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk here is always full")
@pytest.mark.parametrize("words", [["log"], ["export"], ["help"], ["doctor"]])
def test_a_full_disk_behind_the_output_is_a_failure(ours: Shell, words: list[str]) -> None:
    ours.run("note", stdin=b"hello")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COREG, *words], stdout=full, stderr=subprocess.PIPE, env=ours.env, timeout=LIMIT, check=False
        )
    assert done.returncode == 1
    assert b"could not be written" in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.long
@posix
def test_closed_streams_are_no_reason_to_crash(ours: Shell) -> None:
    for closing in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        line = f'"{sys.executable}" -m coreg log {closing}'
        done = subprocess.run(
            ["sh", "-c", line], env=ours.env, capture_output=True, timeout=LIMIT, check=False
        )
        assert done.returncode in (0, 1)
        assert b"Traceback" not in done.stderr


@pytest.mark.sample
@posix
@pytest.mark.parametrize("home", [None, "", "not/absolute"])
def test_without_a_home_a_folder_is_asked_for(shell: Shell, home: str | None, tmp_path: Path) -> None:
    env = {"HOME": home} if home is not None else {"HOME": ""}
    ran = shell.run("log", env=env)
    assert ran.code == 2
    assert "--data-dir" in ran.said
    folder = tmp_path / "named"
    assert shell.run("--data-dir", str(folder), "setup", "--a", "A", "--b", "B", env=env).code == 0
    assert shell.run("log", "--data-dir", str(folder), env=env).code == 0
    assert shell.run("help", env=env).code == 0


@posix
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_a_sentence(ours: Shell) -> None:
    folder = next(ours.home.rglob("home.json")).parent
    folder.chmod(0o500)
    try:
        ran = ours.run("note", stdin=b"hello")
        assert ran.code == 1
        assert "Nothing" in ran.said
        assert ours.run("log").code == 0
        assert ours.run("doctor").code == 0
    finally:
        folder.chmod(0o700)


LOADED = """
import sys
sys.argv = ["coreg", *sys.argv[1:]]
from coreg.__main__ import main
code = main()
heavy = ["textual", "rich", "pydantic", "tinydb", "platformdirs", "tomlkit", "asyncio", "argparse", "tomllib"]
heavy += ["coreg.store", "cryptography", "coreg.commands.console"]
print(code, *(name for name in heavy if name in sys.modules), file=sys.stderr)
"""


@pytest.mark.sample
@pytest.mark.parametrize(
    ("words", "may"),
    [
        (["--version"], set()),
        (["--help"], {"argparse", "tomllib"}),
        (["log", "--help"], {"argparse", "tomllib"}),
        (["breathe", "--help"], {"argparse", "tomllib"}),
        (["log", "--version"], {"argparse", "tomllib"}),
        (["begin"], {"argparse", "tomllib"}),
        (["help"], {"argparse", "tomllib", "platformdirs"}),
        (["log"], {"argparse", "tomllib", "platformdirs", "tinydb", "coreg.store"}),
        (["doctor"], {"argparse", "tomllib", "platformdirs", "tinydb", "coreg.store", "pydantic"}),
    ],
)
def test_a_command_loads_no_more_than_it_needs(ours: Shell, words: list[str], may: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words], env=ours.env, capture_output=True, timeout=LIMIT, check=False
    )
    code, *loaded = done.stderr.decode().splitlines()[-1].split()
    assert code == ("2" if words == ["begin"] else "0")
    assert set(loaded) <= may


@posix
def test_a_dumb_terminal_is_one_sentence(ours: Shell, terminals: Terminals) -> None:
    for words in ([], ["begin"], ["demo"]):
        line = " ".join(("TERM=dumb", f'"{sys.executable}"', "-m", "coreg", *words))
        terminal = terminals.open("sh", "-c", line)
        assert terminal.wait_exit() == 2
        assert b"\x1b" not in terminal.output()
        assert b"cannot be drawn on" in terminal.output()


@pytest.mark.long
@posix
def test_demo_data_is_written_by_the_script(shell: Shell) -> None:
    folder = shell.home / "demo"
    script = [
        sys.executable,
        str(ROOT / "scripts" / "demo_data.py"),
        "--data-dir",
        str(folder),
        "--years",
        "1",
        "--seed",
        "4",
    ]
    code = "import runpy, sys; sys.argv = sys.argv[1:]; sys.exit(runpy.run_path(sys.argv[0])['main']())"
    command = [sys.executable, "-c", code, *script[1:]]
    done = subprocess.run(command, env=shell.env, capture_output=True, timeout=LIMIT, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().strip() == str(folder)
    assert b"Everything is whole" in shell.run("--data-dir", str(folder), "doctor").out
    again = subprocess.run(command, env=shell.env, capture_output=True, timeout=LIMIT, check=False)
    assert again.returncode == 1
    assert b"already a book" in again.stderr
