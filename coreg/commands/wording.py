"""The words that texts about records need, looked up in ``content``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coreg.content import has, pack, say
from coreg.content.breathed import breathed_words
from coreg.record.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.record.headline import Home

__all__ = ["WORDS", "names_of"]


class Words:
    """What :class:`coreg.share.told.Named` asks for."""

    def say(self, key: str, **facts: object) -> str:
        """Return the words under a key of ``commands.told``, filled in."""
        return say(f"commands.told.{key}", **facts)

    def name(self, kind: str) -> str:
        """Return the name of an evening, a practice, a pattern or a state; else the word itself."""
        return _name(kind)

    def breathed(self, params: Mapping[str, object]) -> str:
        """Return what a breathing was, on one line."""
        return clean(breathed_words(params), multiline=False)


WORDS = Words()


@cache
def _name(kind: str) -> str:
    if has(f"names.{kind}"):
        return say(f"names.{kind}")
    if kind in (states := _states()):
        return states[kind]
    if not kind.isidentifier():
        return clean(kind, multiline=False)
    for path in ("evenings", f"scripts/{kind}"):
        try:
            found = pack(path)
        except FileNotFoundError:
            continue
        named = found.get(kind, found)
        if isinstance(named, dict) and isinstance(named.get("name"), str):
            return str(named["name"])
    return kind.replace("_", " ")


def _states() -> dict[str, str]:
    """Return the words of the five states, by id, as the check-in offers them."""
    steps = pack("scripts/check_in")["step"]
    return {
        one["id"]: one["text"] for step in steps if step.get("keeps") == "state" for one in step["options"]
    }


def names_of(home: Home) -> dict[str, str]:
    """Return the names of both, by seat."""
    return {"a": home.a, "b": home.b}
