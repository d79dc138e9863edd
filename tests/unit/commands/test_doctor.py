"""The doctor: says where things are and what is ill, and changes nothing unless asked."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coreg.places import Places
from coreg.store import Store

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Run


def year_book(folder: Path) -> Path:
    return next(one for one in folder.iterdir() if one.name.startswith("20"))


def test_before_setup_it_says_where_the_book_would_be(run: Run, folder: Path) -> None:
    ran = run("doctor")
    assert ran.code == 0
    assert str(folder) in ran.out
    assert "There is none yet" in ran.out
    assert "coreg is not open anywhere" in ran.out
    assert not folder.exists()


def test_a_folder_that_may_not_be_looked_at_is_told(run: Run) -> None:
    never = "x" * 300
    ran = run("doctor", "--data-dir", never)
    assert (ran.code, ran.err) == (1, "")
    assert "cannot be read" in ran.out
    assert "they hold" in ran.out
    for words in (["log"], ["restore"], ["forget"], ["doctor", "--repair"]):
        ran = run(*words, "--data-dir", never)
        assert (ran.code, ran.err.count("\n")) == (1, 1), words
        assert "cannot be" in ran.err, words


def test_a_whole_book_is_whole(made: Run, folder: Path) -> None:
    made("note", stdin=b"hello")
    before = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
    ran = made("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert f"{year_book(folder).name}: whole, 1 KB, 1 record" in ran.out
    assert "Everything is whole." in ran.out
    assert "only you" in ran.out
    assert "they hold" in ran.out
    assert {one.name: one.read_bytes() for one in folder.iterdir() if one.suffix == ".json"} == {
        name: data for name, data in before.items() if name.endswith(".json")
    }


def test_scripts_of_their_own_are_counted_and_one_that_does_not_hold_is_told_of(
    made: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    places = Places(folder, tmp_path / "config", tmp_path / "state")
    monkeypatch.setattr("coreg.commands.book.places_of", lambda _: places)
    assert "Your own scripts:\n  there are none" in made("doctor").out
    places.scripts_folder.mkdir(parents=True)
    script = 'id = "one"\nname = "One"\nminutes = 1\n[[step]]\nid = "sit"\nkind = "say"\n'
    (places.scripts_folder / "one.toml").write_text(script, "utf-8")
    (places.scripts_folder / "two.toml").write_text(script.replace("say", "saay"), "utf-8")
    ran = made("doctor")
    assert ran.code == 2
    assert "Your own scripts:\n  there is 1\n" in ran.out
    assert "two.toml was left out. In sit, there is no such kind of step. Did you mean say?" in ran.out


def test_versions_are_told_without_loading_what_they_are_of(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coreg.commands.examining._LIBRARIES", ("textual", "no-such-library"))
    ran = run("doctor")
    assert "  textual 8" in ran.out
    assert "  no-such-library: not installed" in ran.out


def test_a_changed_book_is_named_with_what_to_type_and_can_be_taken_as_it_is(made: Run, folder: Path) -> None:
    made("note", stdin=b"hello")
    book = year_book(folder)
    book.write_bytes(book.read_bytes().replace(b"hello", b"HELLO"))
    ran = made("doctor")
    assert ran.code == 4
    assert "changed outside coreg" in ran.out
    assert f"coreg doctor --accept {book.name}" in ran.out
    ran = made("doctor", "--accept", book.name)
    assert (ran.code, ran.out) == (0, "")
    assert "taken as it is" in ran.err
    assert "HELLO" in made("log").out
    assert made("doctor").code == 0


def test_even_a_changed_home_can_be_taken_as_it_is(made: Run, folder: Path) -> None:
    home = folder / "home.json"
    home.write_bytes(home.read_bytes().replace(b"Mina", b"Nina"))
    assert made("doctor", "--accept", "home.json").code == 0
    assert "Nina" in made("export").out


def test_a_damaged_book_is_never_taken(made: Run, folder: Path) -> None:
    made("note", stdin=b"hello")
    book = year_book(folder)
    book.write_bytes(book.read_bytes()[:-9])
    ran = made("doctor")
    assert ran.code == 4
    assert f"{book.name}: damaged" in ran.out
    assert "copy" in ran.out
    ran = made("doctor", "--accept", book.name)
    assert (ran.code, ran.out) == (4, "")
    assert made("doctor", "--accept", "1999.json").code == 2


def test_even_a_damaged_home_is_looked_at(made: Run, folder: Path) -> None:
    (folder / "home.json").write_bytes(b"{")
    ran = made("doctor")
    assert ran.code == 4
    assert "home.json: damaged" in ran.out


def test_an_open_book_is_said_to_be_open(made: Run, folder: Path) -> None:
    with Store.open(folder, device="d", now=lambda: datetime.now(UTC), random=lambda count: b"0" * count):
        ran = made("doctor")
        assert ran.code == 0
        assert "coreg is open (since " in ran.out
        assert made("doctor", "--accept", "home.json").code == 3


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told otherwise there")
def test_what_others_can_read_is_named_with_what_to_type(made: Run, folder: Path) -> None:
    folder.chmod(0o755)
    ran = made("doctor")
    assert f"chmod go-rwx {folder}" in ran.out
    assert "only you" not in ran.out


def test_settings_that_do_not_hold_are_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COREG_MOTION", "some")
    ran = run("doctor")
    assert ran.code == 2
    assert "COREG_MOTION" in ran.out


def test_own_keys_that_do_not_hold_are_said(run: Run, tmp_path: Path) -> None:
    from os import environ

    from coreg.places import find_places

    file = find_places(None, environ).settings_file
    file.parent.mkdir(parents=True)
    file.write_text('[keys]\n"left.man" = "d"\n', encoding="utf-8")
    ran = run("doctor")
    assert ran.code == 2
    assert "left.man" in ran.out
    assert "left.main" in ran.out


def test_a_mistyped_variable_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COREG_THEM", "day")
    monkeypatch.setenv("COREG_XYZZY", "1")
    ran = run("doctor")
    assert ran.code == 0
    assert "COREG_THEM in the environment is not known to coreg. Did you mean COREG_THEME?" in ran.out
    assert "XYZZY" not in ran.out


def test_without_a_home_a_folder_has_to_be_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", "")
    monkeypatch.delenv("COREG_DATA_DIR")
    monkeypatch.setattr("sys.platform", "linux")
    from coreg.__main__ import main

    assert main(["doctor"]) == 2
    assert main(["--data-dir", str(tmp_path / "x"), "doctor"]) == 0
