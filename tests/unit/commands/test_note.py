"""``coreg note``: words in whatever form a system writes them, and what is told when some cannot be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Run


def texts(run: Run, kind: str) -> list[str]:
    """Return what was kept."""
    return [one["text"] for one in json.loads(run("export").out)[kind]]


@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(("command", "kind"), [("note", "notes"), ("glimmer", "glimmers")])
def test_words_are_kept_as_they_are_in_every_form_that_says_what_it_is(
    made: Run, command: str, kind: str, form: str
) -> None:
    ran = made(command, stdin="Zoë, café 🌙\n".encode(form))
    assert (ran.code, ran.err) == (0, "")
    assert texts(made, kind) == ["Zoë, café 🌙"]


@pytest.mark.parametrize("data", ["café at four".encode("latin-1"), "café".encode("utf-16")[:-1]])
def test_what_could_not_be_read_is_told_and_the_rest_is_kept(made: Run, data: bytes) -> None:
    ran = made("note", stdin=data)
    assert ran.code == 0
    assert "stand as “�”" in ran.err
    (text,) = texts(made, "notes")
    assert text.startswith("caf")
    assert "�" in text
