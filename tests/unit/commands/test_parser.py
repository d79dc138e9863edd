"""What was typed, understood: commands, options, and the nearest word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.commands.parser import COMMANDS, HOME, Parser, command_of, module_of, parse, shown, whole_number
from coreg.commands.usage import usage
from coreg.content import explain, pack
from coreg.record.trouble import Trouble


@pytest.mark.parametrize(
    ("typed", "command", "rest"),
    [
        ([], HOME, []),
        (["log"], "log", []),
        (["--data-dir", "log", "show", "x"], "show", ["--data-dir", "log", "x"]),
        (["--data-dir=d", "log", "--data-dir", "e"], "log", ["--data-dir=d", "--data-dir", "e"]),
        (["--help", "log"], "log", ["--help"]),
        (["--data-dir"], HOME, ["--data-dir"]),
        (["-n", "5"], HOME, ["-n", "5"]),
        (["--version"], HOME, ["--version"]),
    ],
)
def test_a_command_is_found_wherever_it_stands(typed: list[str], command: str, rest: list[str]) -> None:
    assert command_of(typed) == (command, rest)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["bgin"], "Did you mean begin?"),
        (["LOG"], "Did you mean log?"),
        (["xyzzy"], "coreg --help"),
        (["log", "--sicne", "7d"], "coreg log does not know --sicne. Did you mean --since?"),
        (["log", "--zzz=secret"], "coreg log does not know --zzz. Type"),
        (["--dta-dir", "x"], "coreg does not know --dta-dir. Did you mean --data-dir?"),
        (["log", "extra"], 'coreg log has no use for "extra"'),
        (["log", "--data-dir", ""], "--data-dir was not used as it can be"),
        (["log", "-n"], "-n was not used as it can be"),
        (["log", "-n", "0"], "-n wants a whole number from 1"),
        (["log", "-n", "many"], "-n wants a whole number"),
        (["log", "--json=yes"], "--json was not used as it can be"),
        (["breathe", "easy46", "--minutes", "²"], "--minutes wants a whole number from 1 to 20"),
        (["breathe", "easy46", "--minutes", "21"], "from 1 to 20"),
        (["setup", "--a"], "--a was not used as it can be"),
        (["note", "my secret"], 'no use for "my secret"'),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(typed: list[str], words: str) -> None:
    with pytest.raises(Trouble) as caught:
        parse(*command_of(typed))
    sentence = explain(caught.value)
    assert words in sentence
    assert "{" not in sentence


def test_help_is_given_whatever_else_was_typed() -> None:
    _, asked = parse("log", ["--nonsense", "--help"])
    assert asked.help


def test_a_word_is_shown_on_one_line_and_without_what_a_terminal_obeys() -> None:
    assert shown("a\x1b[31mb\nc") == "ab c"
    assert len(shown("x" * 500)) == 40


@given(text=st.text(max_size=12))
def test_a_number_is_read_only_as_it_is_written(text: str) -> None:
    read = whole_number("-n", 0, 999)
    if re.fullmatch(r"[0-9]+", text) and int(text) <= 999:
        assert read(text) == int(text)
    else:
        with pytest.raises(Trouble):
            read(text)


@pytest.mark.parametrize("name", [HOME, *COMMANDS])
def test_the_help_of_a_command_names_just_the_options_it_takes(name: str) -> None:
    parser = Parser(name)
    module_of(name).options(parser)
    text = usage(name)
    written = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", text)) - {
        "--help",
        "-h",
        "--version",
        "--data-dir",
    }
    assert written == set(parser.flags()) - {"--help", "-h", "--version", "--data-dir"}
    assert max(map(len, text.splitlines())) <= 90
    assert "{" not in text


def test_the_help_of_the_whole_names_every_command() -> None:
    text = usage(HOME)
    assert re.findall(r"^  ([a-z][a-z-]*) ", text, re.MULTILINE) == [*COMMANDS]
    assert set(pack("words/commands")) >= {HOME, *COMMANDS}


def test_every_pattern_evening_and_talk_is_named_in_the_help() -> None:
    assert all(pattern in usage("breathe") for pattern in pack("patterns")["patterns"])
    assert all(evening in usage("begin") for evening in pack("evenings"))
    assert "day" in usage("talk")
