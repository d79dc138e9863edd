"""Every error that carries a code has words, and its words name only facts that it has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coreg.content import has, pack, say

COREG = Path(__file__).resolve().parents[3] / "coreg"
FROM_SYSTEM = (
    "busy",
    "cannot_read",
    "cannot_write",
    "disk_full",
    "read_only",
    "no_terminal",
    "dumb_terminal",
)
"""Codes that are worked out where they are raised."""
MADE_UP = ("command", "option", "choice")
"""What ``commands.parser.near`` is called with: each is two codes."""


def raised() -> Iterator[tuple[str, str, frozenset[str] | None]]:
    """Yield where an error is made, its code, and its facts if they are all written out there."""
    for path in sorted(COREG.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            code = node.args[0]
            if (
                name.endswith(("Trouble", "Error"))
                and isinstance(code, ast.Constant)
                and isinstance(code.value, str)
            ):
                names = [keyword.arg for keyword in node.keywords]
                facts = None if None in names else frozenset(name for name in names if name)
                yield f"{path.relative_to(COREG)}:{node.lineno}", code.value, facts


def placeholders(sentence: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", sentence))


def test_every_code_has_words() -> None:
    silent = [
        (where, code)
        for where, code, _ in raised()
        if re.fullmatch(r"[a-z_]+", code) and not has(f"errors.{code}")
    ]
    assert not silent


@pytest.mark.parametrize(
    "code", [*FROM_SYSTEM, *(f"{kind}_{what}" for what in MADE_UP for kind in ("near", "wrong"))]
)
def test_codes_that_are_worked_out_have_words(code: str) -> None:
    assert say(f"errors.{code}")


def test_words_name_only_facts_that_the_error_has() -> None:
    wrong = [
        (where, code, missing)
        for where, code, facts in raised()
        if facts is not None
        and has(f"errors.{code}")
        and (missing := placeholders(say(f"errors.{code}")) - facts)
    ]
    assert not wrong


def test_sentences_are_whole_and_calm() -> None:
    for code, sentence in pack("words/errors").items():
        if isinstance(sentence, str) and code != "environment":
            assert sentence.endswith((".", "?", "NAME", "FILE", "FOLDER", "{file}", "note.txt", "{why}")), (
                code
            )
            assert "!" not in sentence
            assert sentence.isprintable()
