"""What two people wrote reaches the screen through one door, and the lint finds what does not."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

import pytest

from tests.literal_lint import COREG, faults, files, names, shown


@pytest.mark.parametrize("name", shown())
def test_everything_shown_is_literal(name: str) -> None:
    assert faults(files()[name], names()) == []


# The lint itself

BAD = (
    "Static(note.text)",
    "Static(f'{name} is here')",
    "Static(content=name)",
    "self.query_one('#page', Static).update(keep.text)",
    "self.query_one('#page', Static).update(words)",
    "self.notify(note.text)",
    "self.notify(explain(error), markup=True)",
    "self.border_title = house.name('a')",
    "self.tooltip = line.text",
    "Vertical(pad, tooltip=line.text)",
    "NotePad('', placeholder=line.text)",
    "Content.from_markup('[b]x[/]')",
    "Content(note.text)",
    "Content.styled(note.text.strip(), '$muted')",
    "Content.assemble((f'“{line.text}”', 'bold'))",
    "Content(say('home.stayed', text=line.text))",
    "Content(' '.join(word.text for word in later))",
    "Content(say('home.stayed').format(line.text))",
    "from textual.widgets import Markdown",
    "def render(self):\n    return self.words",
    "def show(self, words: str):\n    page.update(words)",
    "def show(self):\n    words = lit(a)\n    words = note.text\n    page.update(words)",
)
GOOD = (
    "Static(lit(note.text))",
    "Static('')",
    "Static(say('home.begin'), id=name)",
    "page.update(Content.styled(say('bin.title'), '$muted'))",
    "page.update(lit(note.text) if note.text else Content(''))",
    "page.update(lit(note.text).truncate(7))",
    "page.update(centred(rows, width))",
    "self.notify(explain(error), markup=False)",
    "Content.assemble(named('a', line.text), ' ')",
    "Content(' ' * len(note.text))",
    "Input(placeholder=name)",
    "from textual.widgets import Static",
    "def show(self, words: Content):\n    page.update(words)",
    "def show(self):\n    words = lit(note.text)\n    page.update(words)",
)


@pytest.mark.parametrize("code", BAD)
def test_a_text_that_is_not_literal_is_found(code: str) -> None:
    assert faults(ast.parse(code), names())


@pytest.mark.parametrize("code", GOOD)
def test_what_is_literal_is_left_alone(code: str) -> None:
    assert faults(ast.parse(code), names()) == []


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("screens/good_night.py", 'lit(f"“{keep.text}”", ', 'Content.styled(f"“{keep.text}”", '),
        ("screens/home.py", 'explain(error), severity="warning", markup=False', "explain(error)"),
        ("screens/note.py", "lit(title, ", "str(title, "),
        ("screens/detail.py", "lit(text, multiline=multiline)", "Content(note.text)"),
    ],
)
def test_the_real_screens_are_found_without_their_wrapping(file: str, before: str, after: str) -> None:
    code = (COREG / file).read_text("utf-8")
    assert before in code
    assert faults(ast.parse(code.replace(before, after)), names())


def test_our_own_words_hold_no_markup() -> None:
    """They may be given to a widget as they are; what commands print is given to none, and has brackets."""
    packs = [path for path in (COREG / "content").rglob("*.toml") if path.name != "commands.toml"]
    tag = re.compile(r"\[[a-z@/$#]", re.IGNORECASE)
    strings = [text for path in packs for text in _strings(tomllib.loads(path.read_text("utf-8")))]
    assert strings
    assert not [text for text in strings if tag.search(text)]


def _strings(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        yield from (text for value in found.values() for text in _strings(value))
    elif isinstance(found, list):
        yield from (text for value in found for text in _strings(value))
