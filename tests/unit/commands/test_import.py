"""import: the counts first, then a yes, then all of it or nothing."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coreg.content import say
from tests.unit.commands.conftest import Ran, Run

NOTHING = "All of it is here already. Nothing was changed.\n"
Copied = Callable[..., str]


@pytest.fixture
def copied(made: Run, tmp_path: Path) -> Copied:
    """Make a copy of the book as it is now, and keep a note there; return its folder."""

    def copying(text: bytes) -> str:
        file, folder = tmp_path / "copy.json", tmp_path / "copy"
        file.write_text(made("export").out, encoding="utf-8")
        assert made("import", str(file), "--yes", "--data-dir", str(folder)).code == 0
        assert made("note", "--data-dir", str(folder), stdin=text).code == 0
        return str(folder)

    return copying


def typed(
    made: Run, source: str, answer: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Ran:
    """Run it at a terminal on which somebody types an answer."""
    from coreg.commands.run import run

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    code = run(["import", source])
    return Ran(code, *capsys.readouterr())


def test_what_is_here_already_changes_nothing(made: Run, tmp_path: Path) -> None:
    made("note", stdin=b"hello")
    file = tmp_path / "ours.json"
    assert made("export", "-o", str(file)).code == 0
    assert made("import", str(file), "--yes") == Ran(0, "", NOTHING)


def test_an_export_makes_the_book_and_says_for_whom(
    made: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made("note", stdin=b"hello")
    data = made("export").out
    monkeypatch.setenv("COREG_DATA_DIR", str(tmp_path / "new"))
    ran = made("import", "-", "--yes", stdin=data.encode())
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        "There is no book here yet. This makes it, for Mina and Jo.",
        "  notes: 1 new",
        "Taken in: 1 new.",
    ]
    assert json.loads(made("export").out) == json.loads(data)


def test_a_folder_is_taken_in_with_its_counts(made: Run, copied: Copied) -> None:
    made("note", stdin=b"before")
    folder = copied(b"there")
    ran = made("import", folder, "--yes")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "  notes: 1 new, 1 the same\nTaken in: 1 new, 1 the same.\n"
    assert "there" in made("log").out
    assert made("import", folder, "--yes").err == NOTHING


@pytest.mark.parametrize(("answer", "code"), [("yes\n", 1), (" YES \n", 1), ("y\n", 0), ("", 0), ("no\n", 0)])
def test_at_a_terminal_only_a_yes_takes_it_in(
    made: Run,
    copied: Copied,
    answer: str,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ran = typed(made, copied(b"there"), answer, monkeypatch, capsys)
    assert (ran.code, ran.out) == (0, "")
    assert "notes: 1 new\nType yes to take it in" in ran.err
    assert ("Taken in" in ran.err) == bool(code)
    assert ("Nothing was changed." in ran.err) != bool(code)
    assert ("there" in made("log").out) == bool(code)


def test_without_a_terminal_a_yes_has_to_be_given(made: Run, copied: Copied) -> None:
    for source in (copied(b"there"), "-"):
        ran = made("import", source)
        assert (ran.code, ran.out) == (2, "")
        assert "--yes" in ran.err
    assert "there" not in made("log").out


def test_without_any_stream_it_needs_a_yes_and_has_nothing_to_read(
    made: Run, copied: Copied, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coreg.commands.run import run

    folder = copied(b"there")
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["import", folder]) == 2
    assert run(["import", "-", "--yes"]) == 2
    monkeypatch.setattr(sys, "stderr", None)
    assert run(["import", folder, "--yes"]) == 0


def test_a_terminal_without_a_place_to_ask_is_still_answered(
    made: Run, copied: Copied, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copied(b"there")
    monkeypatch.setattr(sys, "stderr", None)
    assert typed(made, folder, "yes\n", monkeypatch, capsys).code == 0
    assert "there" in made("log").out


def test_what_cannot_be_taken_in_is_a_sentence(made: Run, tmp_path: Path, folder: Path) -> None:
    other = tmp_path / "other.json"
    made("setup", "--a", "X", "--b", "Y", "--data-dir", str(tmp_path / "other"))
    other.write_text(made("export", "--data-dir", str(tmp_path / "other")).out, encoding="utf-8")
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    newer = tmp_path / "newer.json"
    newer.write_text('{"schema": 2}', encoding="utf-8")
    before = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    for words, code, said in (
        ([], 2, "Import what?"),
        ([str(tmp_path / "none")], 2, "no book and no export"),
        ([str(other)], 2, "another couple"),
        ([str(broken)], 2, "line 1"),
        ([str(newer)], 1, "newer coreg"),
    ):
        ran = made("import", *words, "--yes")
        assert (ran.code, ran.out) == (code, "")
        assert said in ran.err
        assert ran.err.count("\n") == 1
    assert {path.name: path.read_bytes() for path in folder.glob("*.json")} == before


def test_all_there_is_to_say_is_said(made: Run, copied: Copied, folder: Path) -> None:
    from coreg.commands.taking_in import _lines
    from coreg.store.importing import Preview, Tally
    from coreg.store.incoming import Incoming

    preview = Preview({"notes": Tally(1, 2, 3, 4, 5)}, couple=True, named=False, aside=2, changes=True)
    assert list(_lines(preview, Incoming("2026.json", None, ()))) == [
        "Names, own lines or places change: there the newer ones count.",
        "2026.json does not say whose book it is from. Be sure that it is yours.",
        "  notes: 1 new, 2 changed, 3 the same, 4 deleted for good, 5 written differently in both",
        "Evenings that were put aside: 2",
        say("commands.import.twice"),
    ]


def test_ids_that_were_taken_in_may_be_any_text(made: Run, tmp_path: Path) -> None:
    made("note", stdin=b"one")
    found = json.loads(made("export", "--format", "json").out)
    (note,) = found["notes"]
    found["notes"] = [{**note, "id": f"weekend-notes-{number}"} for number in (1, 2)]
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps(found))
    assert made("import", str(file), "--yes").code == 0
    ran = made("show", "weekend-notes")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "weekend-notes" in ran.err
    assert made("show", "weekend-notes-2").code == 0
