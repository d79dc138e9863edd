"""``coreg breathe --plain``: what is refused, before anything is said or kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.commands.conftest import Run


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--plain", "--cues", "evry"], '--cues cannot be "evry". Did you mean every?'),
        (["--plain", "--words", "x"], "It can be: full, short, bare."),
        (["--plain", "--way", "leed"], 'no way for two called "leed". Did you mean lead?'),
        (["--plain", "--way", "beside", "--with", "even55"], "do not begin a breath together"),
        (["--plain", "--with", "easy64"], "Did you mean easy46?"),
        (["--plain", "--way", "lead"], "asks for your own keys"),
        (["paceFinder", "--plain"], "asks for your own keys"),
        (["box", "--plain", "--minutes", "6"], "1 to 5 minutes"),
        (["box", "--plain", "--way", "lead", "--free"], "--free"),
        (["--cues", "few"], "--cues belongs to --plain"),
        (["--words", "bare"], "--words belongs to --plain"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(run: Run, words: list[str], said: str) -> None:
    ran = run("breathe", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_the_settings_are_read_and_a_bad_one_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COREG_CUES", "always")
    ran = run("breathe", "--plain")
    assert ran.code == 2
    assert "COREG_CUES" in ran.err or "cues" in ran.err


def test_what_was_left_open_is_never_written_over_where_nobody_can_be_asked(made: Run, folder: Path) -> None:
    from coreg.commands.book import now
    from coreg.evening.options import Options
    from coreg.evening.planning import plan
    from tests.unit.evening.table import Table, Time

    table = Table(folder, Time(now()), threaded=True)
    table.begin("breathe", plan("breathe", 2, Options()))
    table.wait(20)
    table.settle()
    table.store.close()
    before = (folder / "live.json").read_bytes()
    ran = made("breathe", "--plain")
    assert ran.code == 2
    assert "Something was left open" in ran.err
    assert (folder / "live.json").read_bytes() == before
