"""What the program never does, wherever in it: log, start other programs, or leave a task to itself.

One program is started, and is meant: the child that sounds.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from coreg.app import CoregApp
from coreg.record import models

COREG = Path(__file__).resolve().parent.parent / "coreg"

LOUD = frozenset({"logging", "subprocess", "webbrowser", "traceback.print_exc", "warnings", "syslog", "pdb"})
"""What writes down, or hands to other programs, what may be somebody's."""

MEANT = {"sound/player.py": "subprocess"}
"""Sound is a child of our own, so that a sound library that hangs or dies takes nothing with it."""

LONELY = frozenset(
    {"create_task", "ensure_future", "system", "popen", "log", "save_screenshot", "breakpoint"}
)
"""Calls that leave a task to itself, start something, or show what runs: workers and futures are watched."""


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield the name of everything that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def calls(tree: ast.Module) -> Iterator[str]:
    """Yield the name of every function and method that a file calls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            func = node.func
            yield func.attr if isinstance(func, ast.Attribute) else ast.unparse(func)


def faults(code: str) -> set[str]:
    """Return what a file should not do."""
    tree = ast.parse(code)
    return (set(imports(tree)) & LOUD) | (set(calls(tree)) & LONELY)


@pytest.mark.parametrize("path", sorted(COREG.rglob("*.py")), ids=lambda path: str(path.relative_to(COREG)))
def test_nothing_is_logged_and_no_task_is_left_to_itself(path: Path) -> None:
    assert faults(path.read_text("utf-8")) == {MEANT[name] for name in MEANT if path == COREG / name}


def test_the_one_other_program_is_our_own_without_a_shell_and_told_nothing() -> None:
    """What the child may know is in tests/unit/sound: cues on its input, and how a sound system is found."""
    (name,) = MEANT
    tree = ast.parse((COREG / name).read_text("utf-8"))
    starts = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("subprocess.")
    ]
    (start,) = starts
    given = {word.arg: ast.unparse(word.value) for word in start.keywords}
    assert ast.unparse(start.func) == "subprocess.Popen"
    assert given["env"] == "scrubbed(os.environ)"
    assert not {"shell", "executable", "preexec_fn", None} & given.keys()
    assert "[sys.executable, '-I', '-m', 'coreg.sound.child', *options]" in ast.unparse(tree)


@pytest.mark.parametrize(
    "code",
    [
        "import logging",
        "from logging import getLogger",
        "import asyncio\nasyncio.create_task(one())",
        "import os\nos.system(editor)",
        "self.log(note.text)",
        "self.app.save_screenshot()",
    ],
)
def test_what_should_not_be_done_is_found(code: str) -> None:
    assert faults(code)


def test_the_app_offers_no_palette_and_no_pictures() -> None:
    assert not CoregApp.ENABLE_COMMAND_PALETTE
    assert not CoregApp.BINDINGS
    assert not CoregApp._merged_bindings or not CoregApp._merged_bindings.key_to_bindings


def test_no_record_quotes_what_it_was_given_when_it_does_not_hold() -> None:
    kinds = [
        kind for kind in vars(models).values() if isinstance(kind, type) and hasattr(kind, "model_config")
    ]
    ours = [kind for kind in kinds if kind.__module__ == models.__name__]
    assert len(ours) > 5
    assert all(kind.model_config.get("hide_input_in_errors") for kind in ours)
