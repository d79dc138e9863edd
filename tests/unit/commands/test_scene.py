"""coreg scene --plain: a scene at this terminal, left and gone on with, with the record of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

import pytest

from coreg.commands import console
from coreg.content import say

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Opened, Run


class Typed:
    """A terminal at which lines are typed."""

    lines: ClassVar[list[str]] = []
    said: ClassVar[list[str]] = []

    def __enter__(self) -> Self:
        """Sit down."""
        return self

    def __exit__(self, *_: object) -> None:
        """Get up."""

    def say(self, text: str) -> None:
        """Read."""
        Typed.said.append(text)

    def ask(self, question: str, *, hidden: bool = False) -> str:
        """Type the next line."""
        assert hidden == ("1 for" in question)
        return Typed.lines.pop(0)

    def rest(self, seconds: float) -> str | None:
        """Wait."""


def test_a_scene_is_left_and_gone_on_with_to_its_end(
    made: Run, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "Console", Typed)
    Typed.said.clear()
    Typed.lines[:] = ("the bills", "1", "1", "f", "Jo leaves", "/leave")
    ran = made("scene", "--plain")
    assert (ran.code, ran.out, Typed.lines) == (0, "", [])
    assert "You can go on any day." in Typed.said[-1]
    columns = (*[""] * 3, "explain", *[""] * 4, "go", "")
    Typed.lines[:] = ("1", "1", "1", *columns, "", "storm", "wait", "", "", "", "", "f", "j")
    assert made("scene", "--plain").code == 0
    assert Typed.lines == []
    assert "Mina notices: Jo leaves" in "\n".join(Typed.said)
    with opened() as store:
        assert store.aside() == ()
        assert [(loop.name, loop.exits[0].text) for loop in store.maps().loops] == [("storm", "wait")]
        assert [one.text for one in store.agreements()] == ["wait"]
    # There is nothing to go on with, so it begins at once.
    Typed.said.clear()
    Typed.lines[:] = ("/leave",)
    assert made("scene", "--plain").code == 0
    assert Typed.said[-1] == say("scene_plain.nothing")
    Typed.lines[:] = ("the stairs", "/leave")
    assert made("scene", "--plain").code == 0
    Typed.lines[:] = ("/leave",)
    assert made("scene", "--plain").code == 0
    assert Typed.said[-1] == say("plain.line.nothing")


def test_before_there_is_a_book_and_without_plain_it_is_one_sentence(run: Run) -> None:
    assert run("scene", "--plain").code == 2
    refused = run("scene", "--passphrase-fd", "3")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
