"""Two computers that were written in apart, the real program on both, and a yes typed at a real terminal."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from tests.end_to_end.couple import Couple
from tests.end_to_end.shell import Shell
from tests.end_to_end.terminals import Terminals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell of another kind there")

A, B = "lantern pebble willow", "Übung macht Freude"


def notes(shell: Shell) -> list[str]:
    found = json.loads(shell.run("export").out)["notes"]
    return sorted(one["text"] for one in found)


def shell_in(home: Path) -> Shell:
    home.mkdir()
    return Shell(home)


@pytest.mark.long
def test_what_was_written_on_two_computers_comes_together_on_both(tmp_path: Path) -> None:
    kitchen, sofa = shell_in(tmp_path / "kitchen"), shell_in(tmp_path / "sofa")
    assert kitchen.run("setup", "--a", "Zoë", "--b", "Jo").code == 0
    assert kitchen.run("note", stdin=b"before").code == 0
    made = sofa.run("import", "-", "--yes", stdin=kitchen.run("export").out)
    assert (made.code, made.out) == (0, b"")
    assert "for Zoë and Jo" in made.said
    assert kitchen.run("note", stdin=b"in the kitchen").code == 0
    assert sofa.run("note", stdin=b"on the sofa").code == 0
    for here, there in ((kitchen, sofa), (sofa, kitchen)):
        assert here.run("import", "-", "--yes", stdin=there.run("export").out).code == 0
        assert here.run("import", "-", "--yes", stdin=there.run("export").out).said.startswith(
            "All of it is here"
        )
    assert notes(kitchen) == notes(sofa) == ["before", "in the kitchen", "on the sofa"]
    assert kitchen.run("doctor").code == 0


@pytest.mark.long
@pytest.mark.sample
@pytest.mark.parametrize(("answer", "count"), [("yes", 1), ("no", 0)])
def test_at_a_terminal_it_is_taken_in_after_a_yes(terminals: Terminals, answer: str, count: int) -> None:
    couple = Couple(terminals.home)
    couple.begin()
    copy = Shell(terminals.home / "copy")
    copy.home.mkdir()
    export = copy.run("export", "--data-dir", str(couple.book)).out
    assert copy.run("import", "-", "--yes", stdin=export).code == 0
    assert copy.run("note", stdin=b"hello").code == 0
    file = terminals.home / "theirs.json"
    file.write_bytes(copy.run("export").out)
    terminal = terminals.coreg("import", str(file), "--data-dir", str(couple.book))
    terminal.wait_for("notes: 1 new", "Type yes to take it in")
    terminal.type(answer)
    terminal.press("enter")
    assert terminal.wait_exit() == 0
    with couple.store() as store:
        assert len(store.notes()) == count


@pytest.mark.long
def test_a_passphrase_and_an_export_may_come_on_one_stream(tmp_path: Path) -> None:
    kitchen, sofa = shell_in(tmp_path / "kitchen"), shell_in(tmp_path / "sofa")
    assert kitchen.run("setup", "--a", "Zoë", "--b", "Jo").code == 0
    assert sofa.run("import", "-", "--yes", stdin=kitchen.run("export").out).code == 0
    assert sofa.run("note", stdin=b"on the sofa").code == 0
    assert kitchen.told([A, B], "lock").code == 0
    stream = f"{A}\n".encode() + sofa.run("export").out
    made = kitchen.run("import", "-", "--yes", "--passphrase-fd", "0", stdin=stream)
    assert (made.code, made.out) == (0, b"")
    assert b"on the sofa" in kitchen.told([B], "log").out


@pytest.mark.long
def test_a_locked_copy_is_taken_in_with_its_passphrase_typed_and_a_yes(terminals: Terminals) -> None:
    ours = Shell(terminals.home)
    assert ours.run("setup", "--a", "Zoë", "--b", "Jo").code == 0
    book = next(terminals.home.rglob("home.json")).parent
    copy = terminals.home / "copy"
    shutil.copytree(book, copy)
    assert ours.run("note", "--data-dir", str(copy), stdin=b"written there").code == 0
    assert ours.told([A, B], "lock", "--data-dir", str(copy)).code == 0
    terminal = terminals.coreg("import", str(copy))
    terminal.wait_for("The other copy is locked. Its passphrase:")
    terminal.type("no such words at all\n")
    terminal.wait_until(
        lambda screen: "does not open" in screen and screen.rstrip().endswith("Its passphrase:"),
        what="the question once more",
    )
    terminal.type(f"{B}\n")
    terminal.wait_for("notes: 1 new", "stands here open", "Type yes to take it in")
    terminal.type("yes")
    terminal.press("enter")
    assert terminal.wait_exit() == 0
    assert B.encode() not in terminal.output()
    assert notes(ours) == ["written there"]
