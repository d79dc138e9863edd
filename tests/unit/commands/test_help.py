"""The help page as text: always there, and never remembered."""

from __future__ import annotations

import re
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coreg.places import find_places

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Run


def test_the_page_begins_with_what_this_is_and_ends_with_people(run: Run, folder: Path) -> None:
    ran = run("help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("What this is\n")
    assert ran.out.index("Keys\n") < ran.out.index("People who can help") < ran.out.index("112")
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "{" not in ran.out
    assert not folder.exists()
    assert not Path(environ["HOME"]).exists()


def test_the_region_and_the_keys_are_their_own(run: Run) -> None:
    file = find_places(None, environ).settings_file
    file.parent.mkdir(parents=True)
    file.write_text('region = "nz"\n[keys]\n"left.main" = "d"\n', encoding="utf-8")
    file.with_name("help.toml").write_text(
        '[[people]]\nneed = "danger"\nname = "Next door"\nnumber = "ring twice"\n', encoding="utf-8"
    )
    out = run("help").out
    assert out.index("ring twice  Next door") < out.index("111  ") < out.index("112  ")
    assert re.search(r"^ +d +own key", out, re.MULTILINE)


@pytest.mark.parametrize("text", ["region = ", '[keys]\n"left.main" = "j"\n"right.main" = "j"'])
def test_settings_that_do_not_hold_are_no_reason_to_refuse_help(run: Run, text: str) -> None:
    file = find_places(None, environ).settings_file
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    assert "People who can help" in run("help").out


def test_help_needs_no_home(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "")
    monkeypatch.delenv("COREG_DATA_DIR")
    assert "People who can help" in run("help").out


def test_a_wrong_command_is_met_with_the_nearest(run: Run) -> None:
    ran = run("help", "lgo")
    assert ran.code == 2
    assert "Did you mean log?" in ran.err
