"""What holds for every file of the project: no hosts and paths of one machine, sizes, docstrings."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (".ci", "coreg", "docs", "requirements", "scripts", "tests")
NO_TEXT = {".coreg", ".gif", ".ico", ".jpg", ".png", ".pyc"}

MODULE_LINES = 300
CLASS_LINES = 200
FUNCTION_LINES = 40

# With one letter in brackets each, so that this file does not hold what it looks for.
HOSTS = re.compile(
    r"py[p]i\.org|pytho[n]hosted|registry\.np[m]js|npm[j]s\.com|deb\.deb[i]an|crates\.i[o]|proxy\.gol[a]ng|c[d]njs"
)
MACHINE = re.compile(
    r"(?<![\w.~-])/(?:wor[k]|roo[t]|tm[p]|op[t]|home/[a-z]+|Users/[A-Za-z]+)/|[A-Z]:\\+Us[e]rs"
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def texts() -> tuple[Path, ...]:
    """Return every text file that belongs to the project."""
    beside = [
        path
        for path in ROOT.iterdir()
        if path.is_file() and path.name != ".git" and not path.name.startswith((".cov", ".venv", "uv."))
    ]
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    return tuple(
        path
        for path in sorted(beside + inside)
        if path.suffix not in NO_TEXT and "__pycache__" not in path.parts
    )


@cache
def sources() -> dict[Path, ast.Module]:
    """Return every Python file, parsed."""
    without_suffix = {ROOT / "scripts" / "run", ROOT / "scripts" / "test"}
    paths = [path for path in texts() if path.suffix == ".py" or path in without_suffix]
    return {path: ast.parse(path.read_text("utf-8")) for path in paths}


def shipped() -> dict[Path, ast.Module]:
    """Return what is not a test."""
    return {path: tree for path, tree in sources().items() if "tests" not in path.relative_to(ROOT).parts}


def where(path: Path, line: int = 1) -> str:
    """Return a place as people click on it."""
    return f"{path.relative_to(ROOT)}:{line}"


@pytest.mark.parametrize("pattern", [HOSTS, MACHINE], ids=["hosts", "machine"])
def test_nothing_names_where_it_was_made(pattern: re.Pattern[str]) -> None:
    found = [
        where(path, number)
        for path in texts()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found


def test_modules_stay_short() -> None:
    modules = (path for path in texts() if path.suffix == ".py")
    long = [where(path) for path in modules if path.read_text("utf-8").count("\n") > MODULE_LINES]
    assert not long


@pytest.mark.parametrize(
    ("kind", "limit"),
    [(Function, FUNCTION_LINES), (ast.ClassDef, CLASS_LINES)],
    ids=["functions", "classes"],
)
def test_functions_and_classes_stay_short(kind: type[ast.AST], limit: int) -> None:
    long = [
        f"{where(path, node.lineno)} {node.name}"
        for path, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, Function | ast.ClassDef) and isinstance(node, kind)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > limit
    ]
    assert not long


def public(tree: ast.AST) -> Iterator[Function | ast.ClassDef]:
    """Yield what others may use: classes, functions and methods without a leading underscore.

    What stands inside a function belongs to that function.
    """
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.If | ast.Try) or (isinstance(node, ast.ClassDef) and node.name[0] != "_"):
            yield from public(node)


def test_everything_public_says_what_it_is() -> None:
    silent = [where(path) for path, tree in shipped().items() if not ast.get_docstring(tree)]
    silent += [
        f"{where(path, node.lineno)} {node.name}"
        for path, tree in shipped().items()
        for node in public(tree)
        if not ast.get_docstring(node)
    ]
    assert not silent


def test_no_rule_of_the_types_is_set_aside() -> None:
    mark = "# type: " + "ignore"
    assert not [where(path) for path in shipped() if mark in path.read_text("utf-8")]
