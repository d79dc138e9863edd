"""What is said: every word a person reads, and the data that practices are made of.

Words stand in ``en/words/<room>.toml``; a key is the file's name and the path inside it,
``say("home.greeting", a="Mina", b="Jo")``. Files are read once, when first asked for.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["explain", "has", "lines", "pack", "packs", "say"]


# A plain path: importlib.resources would load zip files and addresses on the way to the home screen.
_HERE = Path(__file__).parent


class _Literal(Formatter):
    """A formatter that knows names only: no attributes, no indices, no conversions."""

    def get_field(
        self, field_name: str, args: Sequence[object], kwargs: Mapping[str, object]
    ) -> tuple[object, str]:
        """Look a plain name up; an unknown one stays visible as it was written."""
        del args
        return kwargs.get(field_name, "{" + field_name + "}"), field_name


_FORMAT = _Literal()


@cache
def pack(path: str) -> dict[str, Any]:
    """Return the data of one TOML file below ``content/en``, such as ``"words/home"``.

    Raises:
        FileNotFoundError: there is no such file.
        tomllib.TOMLDecodeError: the file does not hold.
    """
    name = f"en/{path}.toml"
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


def packs(folder: str) -> tuple[str, ...]:
    """Return the names of the files in a folder below ``content/en``, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in (_HERE / "en" / folder).glob("*.toml")))


def _find(key: str) -> object:
    room, _, rest = key.partition(".")
    found: object = pack(f"words/{room}")
    for part in rest.split("."):
        if not isinstance(found, dict) or part not in found:
            raise KeyError(key)
        found = found[part]
    return found


def has(key: str) -> bool:
    """Tell whether there are words under this key: a text or a list of them, not a table of more keys."""
    try:
        return not isinstance(_find(key), dict)
    except (KeyError, FileNotFoundError):
        return False


def say(key: str, /, **facts: object) -> str:
    """Return the words under a key, with ``{names}`` filled in literally.

    Raises:
        KeyError: no such words; a mistake in the program, never in what somebody wrote.
    """
    found = _find(key)
    if not isinstance(found, str):
        raise KeyError(key)
    return _FORMAT.vformat(found, (), facts) if facts else found


def lines(key: str, /, **facts: object) -> tuple[str, ...]:
    """Return a list of words under a key, each filled in like :func:`say`.

    Raises:
        KeyError: no such list.
    """
    found = _find(key)
    if not isinstance(found, list):
        raise KeyError(key)
    return tuple(_FORMAT.vformat(str(item), (), facts) for item in found)


def explain(error: BaseException) -> str:
    """Word an error that carries a ``code`` and ``facts``: what is wrong, where, what to do.

    Where it names a backup that can help, so does the sentence. An error without a code is named by its kind
    alone: its own text may hold what somebody wrote.
    """
    code = getattr(error, "code", None)
    facts = getattr(error, "facts", {})
    if isinstance(code, str) and "backup" in facts and has(f"errors.{code}_backup"):
        code = f"{code}_backup"
    if isinstance(code, str) and has(f"errors.{code}"):
        return say(f"errors.{code}", **facts)
    return say("errors.unknown", kind=type(error).__name__)
