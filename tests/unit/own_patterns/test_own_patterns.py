"""A couple's own patterns: what is read, and what is left out with one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content import explain
from coreg.content.patterns import patterns
from coreg.own_patterns import (
    FIELDS,
    LONGEST_NAME,
    MOST,
    Own,
    OwnPatternError,
    own_pattern,
    read_own,
)
from coreg.practice.breath import BOUNDS
from coreg.record.text import clean

GOOD = '[[patterns]]\nname = "Sunday, slowly"\nin = 4\nhold = 0.5\nout = 6.5\nrest = 1\nminutes = 3\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "patterns.toml"


def table(*lines: str) -> str:
    return "\n".join(["[[patterns]]", *lines, ""])


def named(name: str, *lines: str) -> str:
    return table(f'name = "{name}"', *(lines or ("in = 4", "out = 6")))


def test_there_are_none_when_there_is_no_file(file: Path) -> None:
    assert read_own(file) == Own()


def test_a_pattern_is_read_with_what_it_leaves_out_as_usual(file: Path) -> None:
    file.write_text(GOOD + named("Short"), encoding="utf-8")
    slow, short = read_own(file).kept
    assert (slow.name, slow.pattern.id) == ("Sunday, slowly", "own:Sunday, slowly")
    assert (slow.pattern.inhale, slow.pattern.hold_in) == (4.0, 0.5)
    assert (slow.pattern.exhale, slow.pattern.hold_out) == (6.5, 1.0)
    assert (slow.pattern.minutes, slow.pattern.low, slow.pattern.high) == (3.0, 1.0, 20.0)
    assert (short.pattern.holds, short.pattern.minutes) == (False, 5.0)
    assert (slow.pattern.neighbour, short.pattern.neighbour) == ("easy46", "")
    assert list(read_own(file).patterns) == ["own:Sunday, slowly", "own:Short"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (named("A", "in = 1.5", "out = 6"), '"in" is 1.5; it can be 2 to 8 seconds'),
        (named("A", "in = 4", "out = 13"), '"out" is 13; it can be 2 to 12 seconds'),
        (named("A", "in = 4", "out = 6", "hold = 9"), '"hold" is 9; it can be 0 to 8 seconds'),
        (named("A", "in = 4", "out = 6", "rest = -1"), '"rest" is -1; it can be 0 to 6 seconds'),
        (named("A", "in = 4", "out = 6", "minutes = 21"), '"minutes" is 21; it can be 1 to 20 minutes'),
        (named("A", "in = nan", "out = 6"), '"in" is nan'),
        (named("A", "in = inf", "out = 6"), '"in" is inf'),
        (named("A", f"in = {10**400}", "out = 6"), '"in" is 1000'),
        (named("A", "in = 2", "out = 2"), "One whole breath takes 4 seconds; it can be 5 to 24."),
        (named("A", "in = 8", "out = 12", "hold = 6"), "One whole breath takes 26 seconds"),
        (named("A", "in = 4"), 'needs a line "out"'),
        (named("A", 'in = "4"', "out = 6"), '"in" must be a number of seconds'),
        (named("A", "in = true", "out = 6"), '"in" must be a number of seconds'),
        (named("A", "in = 4", "out = 6", "minutes = []"), '"minutes" must be a number of minutes'),
        (named("A", "in = 4", "outt = 6"), 'Did you mean "out"?'),
        (named("A", "in = 4", "out = 6", "colour = 6"), "There are: name, in, hold, out, rest, minutes."),
        (named("", "in = 4", "out = 6"), "pattern number 2 was left out. It needs a name"),
        (named("...", "in = 4", "out = 6"), "needs a name with at least one letter or digit"),
        (table("in = 4", "out = 6"), "pattern number 2 was left out. It needs a name"),
        (table("name = 3", "in = 4", "out = 6"), "It needs a name"),
        (named("x" * 41), "at most 40 characters"),
        (named("Easy46"), "Easy46 is a pattern of coreg already"),
        (named("sunday,   slowly"), "There is one called sunday, slowly already"),
        (named("Sunday, slowly*"), "There is one called Sunday, slowly* already"),
    ],
)
def test_one_that_does_not_hold_is_left_out_alone_with_its_name_and_what_would_be_right(
    file: Path, text: str, words: str
) -> None:
    file.write_text(GOOD + text + named("Last"), encoding="utf-8")
    own = read_own(file)
    assert [one.name for one in own.kept] == ["Sunday, slowly", "Last"]
    (refused,) = own.refused
    sentence = explain(refused)
    assert sentence.startswith(f"In {file}, the pattern ")
    assert words in sentence


@pytest.mark.parametrize(
    ("text", "count"), [("pattern = 3\n" + GOOD, 1), ("patterns = 3", 1), ("patterns = [1, 2]", 2)]
)
def test_what_is_no_pattern_at_all_is_told(file: Path, text: str, count: int) -> None:
    file.write_text(text, encoding="utf-8")
    own = read_own(file)
    assert len(own.refused) == count
    assert all("patterns in double square brackets" in explain(one) for one in own.refused)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[[patterns]]\nname =", "line 2"),
        (b"\xff", "line 1"),
        (b"# long\n" * 20_000, "64 KB"),
        (b"a.b.c.d.e.f.g.h.i.j.k = 1", "line 1"),
        (b"a = " + b"[" * 1500, "line 1"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(file: Path, data: bytes, words: str) -> None:
    file.write_bytes(data)
    with pytest.raises(OwnPatternError) as caught:
        read_own(file)
    assert words in explain(caught.value)
    assert str(file) in explain(caught.value)


def test_only_so_many_are_taken(file: Path) -> None:
    file.write_text("".join(named(f"n{number}") for number in range(MOST + 2)), encoding="utf-8")
    own = read_own(file)
    assert (len(own.kept), len(own.refused)) == (MOST, 2)
    assert "at most 50" in explain(own.refused[0])
    with pytest.raises(OwnPatternError):
        own_pattern("one more", {"in": 4, "out": 6}, own)


def test_a_name_is_shown_as_it_was_written_and_nothing_in_it_is_obeyed(file: Path) -> None:
    file.write_text(named("\\u001b[31m[red]So\\u202eft[/] {file} 🌙"), encoding="utf-8")
    (one,) = read_own(file).kept
    assert one.name == "[red]Soft[/] {file} 🌙"
    assert one.pattern.id == "own:red Soft / file"


NAMES = st.text(max_size=60)
NUMBERS = st.one_of(st.floats(), st.integers(-30, 30), st.floats(2, 8))


@given(name=NAMES, numbers=st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, NUMBERS)))
def test_whatever_is_asked_for_is_safe_or_refused_with_one_sentence(
    name: str, numbers: dict[str, float]
) -> None:
    try:
        one = own_pattern(name, numbers, Own())
    except OwnPatternError as error:
        why = str(error.facts["why"])
        assert why.endswith((".", "?"))
        assert why.isprintable() or not clean(name, multiline=False).isprintable()
        return
    pattern = one.pattern
    assert 0 < len(one.name) <= LONGEST_NAME
    assert BOUNDS["cycle"][0] <= pattern.cycle <= BOUNDS["cycle"][1]
    assert pattern.id.startswith("own:")
    assert pattern.id not in patterns()
