"""Words by key: filled in literally, found for every key the program names, in one voice."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coreg.content
from coreg.content import explain, has, lines, pack, say

COREG = Path(coreg.content.__file__).resolve().parent.parent
PACKS = sorted((COREG / "content" / "en").rglob("*.toml"))
ROOMS = {path.stem for path in PACKS if path.parent.name == "words"}


class WordedError(Exception):
    def __init__(self, code: object, **facts: object) -> None:
        super().__init__("what somebody wrote")
        self.code = code
        self.facts = facts


def texts(value: object) -> Iterator[str]:
    """Yield every text in the data of a file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


def named_keys() -> Iterator[tuple[str, str]]:
    """Yield every key of words that stands in the program as it is, and where."""
    for path in sorted(COREG.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if node.func.id in ("say", "lines") and isinstance(first, ast.Constant):
                    yield str(first.value), f"{path.name}:{node.lineno}"


# Looking up


def test_words_are_found_by_room_and_path() -> None:
    assert say("practice.not_yet") == "not yet"
    assert say("practice.state.up") == "a bit up"


def test_names_are_filled_in_and_unknown_ones_stay_as_written() -> None:
    assert say("errors.key_clash", key="f", id="left.main", other="right.main").startswith("f cannot be both")
    assert say("errors.key_clash", key="f") == say("errors.key_clash").replace("{key}", "f")


@given(st.text(max_size=30))
def test_what_is_filled_in_is_never_looked_at_again(text: str) -> None:
    assert say("practice.left", clock=text) == f"{text} left"


@pytest.mark.parametrize(
    "text", ["{clock}", "{0}", "{}", "{clock.__class__}", "{", "}", "[red]x[/]", "{clock!r:>9}"]
)
def test_hostile_text_is_filled_in_as_it_is(text: str) -> None:
    assert say("practice.left", clock=text) == f"{text} left"


def test_a_fact_that_is_no_text_is_written_as_one() -> None:
    assert say("practice.inside", number=7) == "7 of 10 inside"


@pytest.mark.parametrize(
    "key", ["practice.nosuch", "practice.state.nosuch", "practice.not_yet.more", "practice"]
)
def test_a_key_without_words_is_a_mistake_of_the_program(key: str) -> None:
    assert not has(key)
    with pytest.raises(KeyError):
        say(key)
    with pytest.raises(KeyError):
        lines(key)


def test_a_room_there_is_not_has_no_words() -> None:
    assert not has("nosuchroom.words")
    with pytest.raises(FileNotFoundError):
        say("nosuchroom.words")
    with pytest.raises(FileNotFoundError):
        pack("scripts/nosuch")


def test_a_list_is_not_one_text_and_one_text_is_no_list() -> None:
    assert lines("dates.days")[0] == "Monday"
    with pytest.raises(KeyError):
        say("dates.days")
    with pytest.raises(KeyError):
        lines("practice.not_yet")
    assert has("dates.days")


def test_lists_are_filled_in_line_by_line() -> None:
    assert lines("practice.grid_energy", x=1) == ("little energy", "some energy", "much energy")


# Wording what went wrong


def test_an_error_is_worded_with_its_facts() -> None:
    error = WordedError("key_unknown", id="left.mian", near="left.main")
    assert explain(error) == "There is no key called left.mian. Did you mean left.main?"


@pytest.mark.parametrize("code", ["nosuch", None, 3, "", "../home", "want", "key_unknown.more"])
def test_an_error_without_words_is_named_by_its_kind_alone(code: object) -> None:
    sentence = explain(WordedError(code))
    assert "WordedError" in sentence
    assert "what somebody wrote" not in sentence
    assert "somebody" not in explain(ValueError("what somebody wrote"))


# Every word


def test_every_key_the_program_names_has_words() -> None:
    assert [f"{key} ({place})" for key, place in named_keys() if not has(key)] == []


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
def test_the_voice_is_calm_in_every_file(path: Path) -> None:
    data = pack(str(path.relative_to(COREG / "content" / "en").with_suffix("")))
    assert [text for text in texts(data) if "!" in text] == []
    assert [text for text in texts(data) if text != text.strip() and "\n" in text] == []


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_every_word_can_be_filled_in(room: str) -> None:
    def walk(found: object, key: str) -> Iterator[str]:
        if isinstance(found, dict):
            for name, inner in found.items():
                yield from walk(inner, f"{key}.{name}")
        elif isinstance(found, str):
            yield key

    for key in walk(pack(f"words/{room}"), room):
        assert say(key, nothing="") == say(key)
