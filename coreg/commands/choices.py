"""What can be chosen by name: evenings, patterns, kinds of talk; the packs of ``content`` know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.commands.parser import near
from coreg.content import pack, say
from coreg.content.talks import TALKS, VARIANTS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["choose", "default_pattern", "evenings", "patterns", "talks", "ways"]

_TALK = "_talk"


def evenings() -> dict[str, str]:
    """Return the evenings by the word that is typed; the first is the usual one."""
    return {id_: id_ for id_ in pack("evenings")}


def patterns() -> dict[str, str]:
    """Return the breathing patterns by the word that is typed."""
    return {id_: id_ for id_ in pack("patterns")["patterns"]}


def default_pattern() -> str:
    """Return the pattern that is meant when none is typed."""
    return str(pack("patterns")["default"])


def ways() -> dict[str, str]:
    """Return the ways for two to breathe by the word that is typed."""
    from coreg.practice.ways import WAYS

    return {way: way for way in WAYS}


def talks() -> dict[str, str]:
    """Return the ids of the talks and guides by the word that is typed: "day" for ``day_talk``."""
    variants = (id_ for ids in VARIANTS.values() for id_ in ids)
    return {id_.removesuffix(_TALK): id_ for id_ in (*TALKS, *variants)}


def choose(command: str, word: str | None, choices: Mapping[str, str]) -> str:
    """Return the id of what was typed: a word of the choices or an id itself; the first when nothing was.

    Raises:
        Trouble: ``near_choice`` {what, word, near} or ``wrong_choice`` {what, word, choices}.
    """
    if word is None:
        return next(iter(choices.values()))
    folded = word.casefold().replace("-", "_")
    # The word that is typed comes first, then the id itself; capitals make no difference in either.
    for known in (choices, dict.fromkeys(choices.values())):
        for name in known:
            if name.casefold() == folded:
                return choices.get(name, name)
    near("choice", word, list(choices), what=say(f"commands.{command}.what"), choices=", ".join(choices))
