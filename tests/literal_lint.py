"""What two people wrote reaches the screen through one door: a lint over the widgets and the screens.

Textual reads a plain text as markup, and hands control codes on to the terminal. So everything that a widget
is given to show has to be Content, as far as its own code tells; and nothing that somebody wrote may become
Content other than through ``lit`` and its like, which take the codes out.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

__all__ = ["COREG", "Names", "faults", "files", "names", "shown"]

COREG = Path(__file__).resolve().parent.parent / "coreg"
SHOWN = ("app.py", "widgets", "screens", "terminal")

WIDGETS = frozenset({"Input", "Static", "TextArea"})
"""The widgets of Textual in use. Another one has doors of its own: name them here before it is let in."""

SHOWS: Mapping[str, frozenset[str]] = {
    "Static": frozenset({"content", "0"}),
    "TextArea": frozenset({"placeholder"}),
    "NotePad": frozenset({"placeholder"}),
    "update": frozenset({"content", "0"}),
    "notify": frozenset({"message", "0"}),
}
"""What is called, and which of its arguments Textual would read as markup."""

READ_AS_MARKUP = frozenset({"border_title", "border_subtitle", "tooltip"})
"""Attributes, and arguments of anything, that Textual reads as markup."""

NO_WIDGETS = frozenset({"vars(exact).update", "self._unwritten.update"})
"""Things with an ``update`` that show nothing: a dict and a dict."""

WORDS = frozenset({"say"})
"""Words of the packs: our own, with numbers and names of keys filled in. They hold no markup; see below."""

WRITTEN = frozenset({"draft", "feelings", "needs", "note", "text", "value"})
"""Attributes that hold what somebody wrote."""

MAKES_CONTENT = frozenset({"Content", "Content.styled", "Content.assemble"})
"""What makes Content out of a text as it is."""

OUR_OWN = frozenset({"option.text"})
"""Attributes of that name with words of the packs: what a step lets choose."""

CLEANS = frozenset({"clean", "fits", "len"})
"""What takes a text as it is and gives nothing live back, beside everything that gives Content."""


@dataclass
class Names:
    """What the code says about its own names: of which type is what they give or hold."""

    functions: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    methods: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    holds: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def gives(self, func: ast.expr) -> set[str]:
        """Return the types that anything of the name of what is called gives."""
        return (self.methods if isinstance(func, ast.Attribute) else self.functions).get(_last(func), set())


@cache
def files() -> Mapping[str, ast.Module]:
    """Return every file of the program by its name."""
    paths = sorted(COREG.rglob("*.py"))
    return {path.relative_to(COREG).as_posix(): ast.parse(path.read_text("utf-8")) for path in paths}


def shown() -> list[str]:
    """Return the names of the files that show something."""
    return [name for name in files() if name.split("/")[0] in SHOWN]


@cache
def names() -> Names:
    """Read what every function gives, and every attribute holds; mypy has seen that it is true.

    What the program calls by one name has to be Content everywhere to count as such.
    """
    known = Names()
    for name, tree in files().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef) and name in shown():
                gives = known.functions if isinstance(node, ast.Module) else known.methods
                for one in node.body:
                    if isinstance(one, ast.FunctionDef) and one.returns:
                        gives[one.name].add(ast.unparse(one.returns).strip("'\""))
            elif isinstance(node, ast.AnnAssign):
                known.holds[_last(node.target)].add(ast.unparse(node.annotation).strip("'\""))
    return known


class Lint(ast.NodeVisitor):
    """Walks one file and notes where a widget is given something else than Content or our own words."""

    def __init__(self, known: Names) -> None:
        self.known = known
        self.found: list[str] = []
        self._inside: list[ast.FunctionDef | ast.AsyncFunctionDef] = []

    def note(self, node: ast.expr | ast.stmt, what: str) -> None:
        self.found.append(f"{node.lineno}: {what}: {ast.unparse(node)}")

    # Where somebody is

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._inside.append(node)
        if node.name == "render" and len(node.args.args) == 1:
            for found in ast.walk(node):
                if isinstance(found, ast.Return) and found.value and not self.is_content(found.value):
                    self.note(found, "drawn as markup")
        self.generic_visit(node)
        self._inside.pop()

    # The doors

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        if node.module == "textual.widgets":
            for name in node.names:
                if name.name not in WIDGETS:
                    self.note(node, "a widget whose doors are not known")

    def visit_Call(self, node: ast.Call) -> None:
        name, given = _last(node.func), _arguments(node)
        doors = READ_AS_MARKUP
        if name in SHOWS and not _is_false(given.get("markup")) and ast.unparse(node.func) not in NO_WIDGETS:
            doors |= SHOWS[name]
        for key in sorted(doors & given.keys()):
            if not self.is_content(given[key]):
                self.note(given[key], f"given to {name} as markup")
        if name == "from_markup":
            self.note(node, "read as markup")
        if name in WORDS or ast.unparse(node.func) in MAKES_CONTENT:
            texts = [value for key, value in given.items() if name not in WORDS or key != "0"]
            for found in (one for value in texts for one in self.written_in(value)):
                self.note(found, "shown with whatever codes it holds")
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            if _last(target) in READ_AS_MARKUP and not self.is_content(node.value):
                self.note(node, f"given as {_last(target)}")
        self.generic_visit(node)

    def written_in(self, node: ast.AST) -> Iterator[ast.expr]:
        """Yield what somebody wrote inside an expression, unless it goes through what cleans it."""
        if isinstance(node, ast.Call):
            if _last(node.func) in CLEANS or self.is_content(node):
                return
        elif isinstance(node, ast.Attribute):
            if node.attr in WRITTEN and ast.unparse(node) not in OUR_OWN:
                yield node
            return
        for child in ast.iter_child_nodes(_method_of(node)):
            yield from self.written_in(child)

    # What something is

    def is_content(self, node: ast.expr) -> bool:
        """Tell whether an expression is Content or a word of ours, by what the code says about it."""
        match node:
            case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
                return self.is_content(one) and self.is_content(other)
            case ast.Call(func=func):
                return self._gives_content(func)
            case ast.Attribute(attr=name):
                return self.known.holds.get(name) in ({"Content"}, {"reactive[Content]"})
            case ast.Name(id=name):
                return self._is_held(name)
        return isinstance(node, ast.Constant)

    def _gives_content(self, func: ast.expr) -> bool:
        name = _last(func)
        if name in WORDS or ast.unparse(func).split(".")[0] == "Content":
            return True
        if isinstance(func, ast.Attribute) and not _is_text(func.value) and self.is_content(func.value):
            return True
        if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Call):
            return _last(func.value.func) == "Content"
        return self.known.gives(func) == {"Content"}

    def _is_held(self, name: str) -> bool:
        """Tell whether a name of a function holds Content wherever it is set."""
        if not self._inside:
            return False
        around = self._inside[-1]
        kinds = [
            ast.unparse(arg.annotation).strip("'\"") == "Content"
            for arg in (*around.args.args, *around.args.kwonlyargs)
            if arg.arg == name and arg.annotation
        ]
        kinds += [self.is_content(value) for value in _set_to(around, name)]
        kinds += [self._goes_over_content(node) for node in _loops_over(around, name)]
        return bool(kinds) and all(kinds)

    def _goes_over_content(self, loop: ast.For) -> bool:
        """Tell whether a loop goes over the items of a dict of Content."""
        match loop.iter:
            case ast.Call(func=ast.Attribute(attr="items", value=ast.Call(func=made))):
                return self.known.gives(made) == {"dict[str, Content]"}
        return False


def _last(node: ast.expr) -> str:
    """Return the name at the end of a dotted one."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_text(node: ast.expr) -> bool:
    """Tell whether something is a text, though one of ours: what its methods give may be anybody's."""
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Call) and _last(node.func) in WORDS)


def _is_false(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def _arguments(node: ast.Call) -> dict[str, ast.expr]:
    """Return what a call is given, by number and by name."""
    by_number = {str(number): value for number, value in enumerate(node.args)}
    return by_number | {one.arg: one.value for one in node.keywords if one.arg}


def _method_of(node: ast.AST) -> ast.AST:
    """Return a call of a method as one of what the method belongs to: the text of ``note.text.strip()``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return ast.Call(node.func.value, node.args, node.keywords)
    return node


def _set_to(around: ast.AST, name: str) -> Iterator[ast.expr]:
    """Yield everything that a name is set to inside a function."""
    for node in ast.walk(around):
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.NamedExpr) else targets
        if isinstance(node, ast.Assign | ast.NamedExpr) and name in map(_last, targets):
            yield node.value


def _loops_over(around: ast.AST, name: str) -> Iterator[ast.For]:
    """Yield every loop of a function that sets a name as the last of its targets."""
    for node in ast.walk(around):
        if isinstance(node, ast.For):
            last = node.target.elts[-1] if isinstance(node.target, ast.Tuple) else node.target
            if _last(last) == name:
                yield node


def faults(tree: ast.Module, known: Names) -> list[str]:
    """Return what is wrong in a file."""
    lint = Lint(known)
    lint.visit(tree)
    return lint.found
