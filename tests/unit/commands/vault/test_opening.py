"""Every command that opens a locked book, the doctor, and unlock."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.unit.commands.vault.typing_words import A, B, Told, Type, made_with, suffixes

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Run


def test_every_command_opens_with_the_words_of_either(told: Told, codes: dict[str, str]) -> None:
    kept = told([A], "note", stdin=b"a second one")
    assert kept.code == 0
    assert "blue mug" in told([B], "log").out
    assert "a second one" in told([A], "show", kept.out.strip()).out
    notes = json.loads(told([B], "export").out)["notes"]
    assert {one["text"] for one in notes} == {"the blue mug", "a second one"}
    assert "blue mug" in told([f"{B}\r"], "export", "--format", "md").out


def test_typed_words_open_after_a_slip_and_three_are_tried(
    made: Run, type_: Type, codes: dict[str, str]
) -> None:
    typed = type_("wrong words one", "wrong words two", A)
    assert "blue mug" in made("log").out
    assert typed.text.count("That passphrase does not fit. Nothing is lost.") == 2
    typed = type_("wrong words one", "wrong words two", "wrong words three", A)
    ran = made("log")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "That passphrase does not fit. Nothing is lost.\n"
    assert typed.answers == [A]
    assert typed.seen == []


def test_on_a_descriptor_words_are_tried_once(told: Told, codes: dict[str, str]) -> None:
    for words in (["log"], ["note"], ["export"], ["doctor"], ["unlock", "--yes"], ["passphrase"]):
        ran = told(["wrong words", A, A], *words, stdin=b"hello")
        assert (ran.code, ran.out, ran.err) == (1, "", "That passphrase does not fit. Nothing is lost.\n")


def test_a_note_is_not_read_before_the_book_is_open(
    made: Run, codes: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_: str) -> bytes:
        pytest.fail("the note was read")

    monkeypatch.setattr("coreg.commands.note._all_of_input", never)
    assert made("note", stdin=b"hello").code == 2


def test_the_words_and_the_note_may_come_on_the_same_stream(told: Told, codes: dict[str, str]) -> None:
    kept = told([A], "note", stdin=b"behind the words")
    assert kept.code == 0


def test_setup_refuses_where_there_is_a_locked_book(made: Run, codes: dict[str, str], folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.coreg")}
    ran = made("setup", "--a", "Ana", "--b", "Bo")
    assert (ran.code, ran.out) == (1, "")
    assert "already a book" in ran.err
    assert {path.name: path.read_bytes() for path in folder.glob("*.coreg")} == before


# The doctor


def test_the_doctor_looks_from_outside_and_with_words_inside(
    made: Run, told: Told, type_: Type, codes: dict[str, str]
) -> None:
    ran = made("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert "home.coreg: locked, its clear part is whole" in ran.out
    assert "coreg doctor --open" in ran.out
    assert "Everything is whole" not in ran.out
    for ran in (told([A], "doctor"), made_with(type_, made, B, "doctor", "--open")):
        assert ran.code == 0
        assert "home.coreg: whole, " in ran.out
        assert "Everything is whole" in ran.out
        assert "looked at" not in ran.out


def test_the_doctor_finds_what_is_damaged_behind_the_lock(
    made: Run, told: Told, codes: dict[str, str], folder: Path
) -> None:
    year = next(path for path in folder.iterdir() if path.name.startswith("20"))
    data = year.read_bytes()
    year.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert made("doctor").code == 0
    ran = told([A], "doctor")
    assert ran.code == 4
    assert f"{year.name}: damaged" in ran.out
    year.write_bytes(data[:30])
    ran = made("doctor")
    assert ran.code == 4
    assert f"{year.name}: damaged" in ran.out


def test_the_doctor_sees_a_locked_home_book_that_is_not_whole(
    made: Run, told: Told, codes: dict[str, str], folder: Path
) -> None:
    (folder / "home.coreg").write_bytes(b"COREG1")
    for ran in (made("doctor"), told([A], "doctor")):
        assert ran.code == 4
        assert "home.coreg: damaged" in ran.out
        assert "There is none yet" not in ran.out
    assert made("log").code == 4
    assert told([A], "doctor", "--accept", "home.coreg").code == 4


# Unlocking


def test_unlock_says_what_can_be_read_again_and_wants_a_yes(
    made: Run, told: Told, type_: Type, codes: dict[str, str], folder: Path
) -> None:
    ran = told([A], "unlock")
    assert (ran.code, suffixes(folder)) == (2, {".coreg"})
    assert "readable again" in ran.err
    assert "--yes" in ran.err
    type_(B, "y")
    assert made("unlock").code == 1
    assert suffixes(folder) == {".coreg"}
    type_(B, "yes")
    assert made("unlock").code == 0
    assert suffixes(folder) == {".json"}
    assert "blue mug" in made("log").out
    ran = made("unlock")
    assert ran.code == 0
    assert "open already" in ran.err
