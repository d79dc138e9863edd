"""``coreg glimmer``: one line, kept; its text is never shown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Run


def test_a_moment_is_one_line_and_prints_its_id_once_it_is_kept(made: Run) -> None:
    ran = made("glimmer", stdin=b"  the light\x1b[31m at four \n")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.strip()) == 36
    found = json.loads(made("export").out)["glimmers"]
    assert [(one["id"], one["text"], one["by"]) for one in found] == [
        (ran.out.strip(), "the light at four", None)
    ]
    for data, words in ((b" \n", "nothing to keep"), (b"one\ntwo", "one line"), (b"x" * 20_001, "20000")):
        ran = made("glimmer", stdin=data)
        assert (ran.code, ran.out) == (2, "")
        assert words in ran.err
    assert len(json.loads(made("export").out)["glimmers"]) == 1


def test_before_there_is_a_book_it_says_what_to_do(run: Run) -> None:
    ran = run("glimmer", stdin=b"the light at four")
    assert (ran.code, ran.out) == (2, "")
    assert "coreg setup" in ran.err
