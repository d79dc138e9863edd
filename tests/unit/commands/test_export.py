"""export: one object, or a page for reading; to standard output or into a new file."""

from __future__ import annotations

import json
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Run


@pytest.mark.long
def test_the_export_is_one_object_with_everything(past: Path, run: Run) -> None:
    data = json.loads(run("export").out)
    kinds = ["sessions", "notes", "agreements", "glimmers", "triggers", "links", "loops", "resources"]
    assert [*data] == ["schema", "couple", *kinds]
    assert data["schema"] == 1
    assert data["couple"]["a"]["name"] == "Mina"
    assert data == json.loads(run("export", "--format", "JSON", "-o", "-").out)


@pytest.mark.long
def test_a_new_file_is_written_whole_private_and_never_over_another(
    past: Path, run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "ours.json"
    ran = run("export", "-o", str(target))
    assert (ran.code, ran.out) == (2, "")
    assert "is not there" in ran.err
    target.parent.mkdir()
    ran = run("export", "-o", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert str(target) in ran.err
    assert target.read_text(encoding="utf-8") == run("export").out
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    before = target.read_bytes()
    ran = run("export", "--format", "md", "-o", str(target))
    assert ran.code == 2
    assert "writes over nothing" in ran.err
    assert target.read_bytes() == before
    assert [one.name for one in target.parent.iterdir()] == ["ours.json"]


def test_for_a_folder_the_name_is_chosen(made: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert made("export", "--format", "md", "-o", str(folder)).code == 0
    assert [one.name for one in folder.iterdir()] == [f"coreg-{datetime.now(UTC):%Y-%m-%d}.md"]


def test_a_link_is_not_followed_even_to_nowhere(made: Run, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "nowhere.json")
    assert made("export", "-o", str(link)).code == 2
    assert not (tmp_path / "nowhere.json").exists()


def test_a_write_that_fails_leaves_nothing(
    made: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    for number, words in ((28, "disk is full"), (5, "cannot be written")):

        def fails(handle: int, number: int = number) -> None:
            raise OSError(number, "no")

        with monkeypatch.context() as patch:
            patch.setattr("coreg.commands.files.os.fsync", fails)
            ran = made("export", "-o", str(folder / "x.json"))
        assert ran.code == 1
        assert words in ran.err
        assert list(folder.iterdir()) == []
    ran = made("export", "-o", str(folder / ("x" * 300)))
    assert ran.code == 1


def test_a_wrong_format_is_met_with_the_right_ones(made: Run) -> None:
    ran = made("export", "--format", "yaml")
    assert ran.code == 2
    assert "json, md" in ran.err
