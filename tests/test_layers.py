"""Who may import whom, and what a room must not know.

Every import counts: at the top of a module, inside a function, or for type checking only.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COREG = ROOT / "coreg"

# A room is a folder of coreg/ or a module beside them. Each may use itself, coreg's version, and these.
MAY_USE = {
    "practice": set(),
    "record": set(),
    "keys": {"key_table"},
    "key_table": set(),
    "theme": set(),
    "places": set(),
    "sound": set(),
    "insight": {"record"},
    "content": {"practice"},
    "store": {"record"},
    "share": {"record"},
    "settings": {"places", "content", "settings_file"},
    "settings_file": {"places", "content", "settings"},
    "own_patterns": {"content", "practice", "record"},
    "own_scripts": {"content", "practice", "record"},
    "own_patterns_file": {"own_patterns", "settings_file"},
    "terminal": {"content"},
    "evening": {"practice", "record", "content", "store"},
    # What is drawn of records is laid out by insight, which is as pure as practice.
    "widgets": {"practice", "insight", "record", "keys", "theme", "content"},
    # Screens show values and make events, so they know what both are made of; never where anything is kept.
    "screens": {
        "widgets", "evening", "insight", "practice", "record",
        "content", "keys", "theme", "settings", "places", "sound", "own_patterns", "own_patterns_file",
        "own_scripts", "share",
    },
    # The same as screens, spoken: it is handed what is heard, and how lines are written.
    "plain": {"practice", "evening", "insight", "record", "content", "keys"},
    "app": {"screens", "evening", "practice", "record", "settings", "terminal", "theme", "content"},
    "launch": {"app", "places", "screens", "evening", "store", "settings", "terminal", "keys", "sound"},
    "__main__": {"commands", "terminal"},
}  # fmt: skip
ANYTHING = {"commands"}

# Where a library may be imported at all.
KNOWS = {
    "textual": {"widgets", "screens", "app", "terminal", "theme"},
    "rich": {"widgets", "screens", "app", "terminal", "theme"},
    "tinydb": {"store"},
    "pydantic": {"record", "store", "share"},
    "cryptography": {"store"},
}
# The rooms that take values and give values: time, chance and files are handed in or stay outside.
PURE = {"practice", "record", "insight"}
WORLD = {
    "asyncio", "glob", "io", "logging", "os", "pathlib", "platform", "random", "secrets", "shutil", "socket",
    "sqlite3", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow"}


@cache
def sources() -> dict[str, Path]:
    """Return every module of the package by its full name."""
    found = {}
    for path in sorted(COREG.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(module: str) -> ast.Module:
    """Return the parsed source of a module."""
    return ast.parse(sources()[module].read_text("utf-8"))


def room(module: str) -> str:
    """Return the room of a module; the package itself is its own."""
    return module.split(".")[1] if "." in module else module


def modules(*rooms: str) -> list[str]:
    """Return the modules of some rooms."""
    return [module for module in sources() if room(module) in rooms]


def base(module: str, node: ast.ImportFrom) -> str:
    """Return the full name of what an import is from, dots at its beginning worked out."""
    if not node.level:
        return node.module or ""
    package = module.split(".")
    inside = package if sources()[module].name == "__init__.py" else package[:-1]
    above = inside[: len(inside) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


@cache
def imports(module: str) -> tuple[str, ...]:
    """Return the full names of all that a module imports, as modules where they are modules."""
    return tuple(imported(module))


def imported(module: str) -> Iterator[str]:
    """Yield them as they stand there."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = base(module, node)
            for name in node.names:
                whole = f"{origin}.{name.name}"
                yield whole if whole in sources() else origin


def ours(module: str) -> set[str]:
    """Return the other modules of the package that a module imports."""
    return {name for name in imports(module) if name.split(".")[0] == "coreg"} - {module, "coreg"}


def test_every_room_has_its_place_in_the_table() -> None:
    assert {room(module) for module in sources()} <= {"coreg", *MAY_USE, *ANYTHING}


@pytest.mark.parametrize("name", sorted(MAY_USE))
def test_a_room_imports_only_the_rooms_it_may(name: str) -> None:
    allowed = {name, *MAY_USE[name]}
    wrong = [(module, used) for module in modules(name) for used in ours(module) if room(used) not in allowed]
    assert not wrong


def test_no_module_imports_one_that_is_not_there() -> None:
    wrong = [(module, used) for module in sources() for used in ours(module) if used not in sources()]
    assert not wrong


def test_imports_never_run_in_a_circle() -> None:
    try:
        TopologicalSorter({module: ours(module) for module in sources()}).prepare()
    except CycleError as circle:
        pytest.fail(" <- ".join(circle.args[1]))


@pytest.mark.parametrize("library", sorted(KNOWS))
def test_a_library_is_imported_only_where_it_may_be(library: str) -> None:
    wrong = [
        (module, name)
        for module in sources()
        for name in imports(module)
        if name.split(".")[0] == library and room(module) not in KNOWS[library]
    ]
    assert not wrong


def test_pure_rooms_know_neither_time_nor_chance_nor_files() -> None:
    wrong = [
        (module, name) for module in modules(*PURE) for name in imports(module) if name.split(".")[0] in WORLD
    ]
    for module in modules(*PURE):
        calls = (node.func for node in ast.walk(tree(module)) if isinstance(node, ast.Call))
        for call in calls:
            if isinstance(call, ast.Attribute) and call.attr in CLOCKS:
                wrong.append((module, call.attr))
            if isinstance(call, ast.Name) and call.id == "open":
                wrong.append((module, "open"))
    assert not wrong


# Run in a fresh interpreter: imports module after module, and says which one brought in what it must not.
WATCH = """
import importlib, sys
for line in sys.stdin:
    module, *unwanted = line.split()
    before = set(sys.modules)
    importlib.import_module(module)
    for name in unwanted:
        if name in sys.modules and name not in before:
            print(module, "brings in", name)
"""


def watched() -> str:
    """Return what to import, the strictest first, each with the libraries that must not have come with it."""
    light = modules(
        "practice",
        "sound",
        "keys",
        "key_table",
        "places",
        "settings",
        "content",
        "theme",
        "__main__",
        "commands",
        "own_patterns",
        "plain",
        "own_scripts",
    )
    light += [module for module in modules("record") if module.endswith((".headline", ".trouble", ".seams"))]
    pure = modules("record", "insight")
    quiet = modules("evening", "store", "share", "settings_file", "own_patterns_file")
    lines = [f"{module} textual rich tinydb pydantic cryptography coreg.store" for module in light]
    lines += [f"{module} textual rich tinydb" for module in pure]
    lines += [f"{module} textual rich cryptography" for module in quiet]
    return "\n".join(lines)


def test_importing_a_room_brings_in_nothing_it_must_not_know() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCH], cwd=ROOT, input=watched(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
