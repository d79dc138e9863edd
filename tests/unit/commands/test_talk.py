"""``coreg talk`` with a script of a couple's own: begun by its id, or refused with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from coreg.places import Places
from tests.unit.commands.conftest import Run

SCRIPT = 'id = "porch"\nname = "Porch"\nminutes = 1\n[[step]]\nid = "sit"\nkind = "say"\n'


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let there be own scripts, one that holds and one that does not, and note what would be begun."""
    places = Places(tmp_path / "book", tmp_path / "config", tmp_path / "state")
    monkeypatch.setattr("coreg.commands.book.find_places", lambda *_: places)
    places.scripts_folder.mkdir(parents=True)
    (places.scripts_folder / "porch.toml").write_text(SCRIPT, "utf-8")
    (places.scripts_folder / "broken.toml").write_text(SCRIPT.replace("say", "saay"), "utf-8")
    names: list[str] = []

    def note(_asked: object, _kind: str, name: str) -> int:
        names.append(name)
        return 0

    monkeypatch.setattr("coreg.commands.stage.open_stage", note)
    return names


@pytest.mark.parametrize(
    ("word", "name"), [("porch", "own:porch"), ("Porch", "own:porch"), ("day", "day_talk")]
)
def test_a_script_of_their_own_is_begun_by_its_id(run: Run, begun: list[str], word: str, name: str) -> None:
    assert run("talk", word).code == 0
    assert begun == [name]


@pytest.mark.parametrize(
    ("word", "said"),
    [("porhc", "Did you mean porch?"), ("broken", "broken.toml was left out. In sit, there is no such kind")],
)
def test_a_near_id_is_offered_and_a_script_that_does_not_hold_says_why(
    run: Run, begun: list[str], word: str, said: str
) -> None:
    ran = run("talk", word)
    assert (ran.code, begun) == (2, [])
    assert said in ran.err
