"""The invented maps, and what is told of the time in which their loops are found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coreg.insight.loop_moves import MOST, ties
from coreg.insight.loops import find
from scripts import loops
from scripts.loops_maps import MAPS, TODAY, drawing

HARD = [
    name for name in MAPS if name not in ("as a couple has it after years", "no two moves in the same words")
]


@pytest.mark.parametrize("name", MAPS)
def test_the_same_seed_makes_the_same_map_and_there_are_loops_in_it(name: str) -> None:
    triggers, links = MAPS[name](400, 3)
    assert (triggers, links) == MAPS[name](400, 3)
    assert len(triggers) == 400
    assert find(triggers, links, TODAY).found


@pytest.mark.parametrize("name", HARD)
def test_a_hard_map_has_every_edge_that_forty_moves_can_have(name: str) -> None:
    edges = ties(*MAPS[name](400, 3), TODAY)
    assert len(edges) == 2 * (MOST // 2) ** 2


def test_moves_in_no_two_the_same_words_are_folded_to_forty() -> None:
    edges = ties(*MAPS["no two moves in the same words"](400, 3), TODAY)
    assert len({move for ends in edges for move in ends}) == MOST


def test_the_table_is_printed_and_kept_and_the_exit_code_says_whether_it_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "figures.json"
    monkeypatch.setattr(loops, "_FRAME", 1e9)
    monkeypatch.setattr(loops, "_GOAL", 1e9)
    assert loops.main(["--triggers", "60", "--runs", "1", "--json", str(kept)]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in MAPS)
    plain = json.loads(kept.read_text("utf-8"))
    assert plain["triggers"] == 60
    assert {figure["verdict"] for figure in plain["figures"]} == {"met"}
    monkeypatch.setattr(loops, "_GOAL", 0.0)
    assert loops.main(["--triggers", "60", "--runs", "1"]) == 1


def test_a_drawing_is_made_anew_each_time() -> None:
    assert drawing(106)() == drawing(106)()
