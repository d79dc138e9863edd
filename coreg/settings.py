"""Settings: what config.toml says, with the environment laid over it; and how a change is written back.

Knows no Textual and no pydantic. The order is: a flag, ``COREG_*`` in the environment, the file, the
default.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from coreg.content import say
from coreg.content.reading import UnreadableError, read_toml
from coreg.places import Places, device_id, find_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = [
    "KEEP_DAYS",
    "NAMES",
    "Places",
    "SettingError",
    "Settings",
    "device_id",
    "environment_name",
    "find_places",
    "load",
    "nearest",
    "save",
]

_LONGEST_TEXT = 40
_NUMBERS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"countdown": (0, 15), "lock_after": (0, 120), "volume": (0, 100), "sound_offset": (-500, 500)}
)
_TIMES = frozenset({"quiet_from", "quiet_until"})
_TIME = re.compile(r"(([01]\d|2[0-3]):[0-5]\d)?", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)

KEEP_DAYS = (0, 30, 90, 365)
"""For how many days things may be kept; 0 keeps them."""

_CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "theme": ("auto", "night", "day"),
        "motion": ("full", "reduced", "none"),
        "signs": ("auto", "all", "ascii"),
        "sound": ("tones", "bell", "off"),
        "form": ("states", "full"),
        "cues": ("every", "some", "few"),
        "words": ("full", "short", "bare"),
    }
)
_YES_NO: Mapping[str, bool] = MappingProxyType(
    {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
)


class SettingError(Exception):
    """A setting does not hold. ``code`` and ``facts`` are worded by ``content.explain``.

    Codes: ``bad_setting`` {file, key, near, want} for a value that cannot be, ``unknown_setting`` {file,
    key, near} for a key that is like a known one, ``strange_setting`` {file, key, known} for a key that
    is like none, and those of :class:`coreg.content.reading.UnreadableError`.
    """

    def __init__(self, code: str, **facts: object) -> None:
        """Keep the code and the facts."""
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Settings:
    """How two people like coreg to be.

    ``countdown`` is in seconds (0 to 15), ``lock_after`` in minutes (0, which is never, to 120); what is
    older than ``keep_days`` goes for good, 0 keeps it; ``volume`` is 0 to 100; ``sound_offset`` is how much
    later than the picture sound comes, in milliseconds (-500 to 500); between ``quiet_from`` and
    ``quiet_until``, both such as "22:00", nothing sounds; ``cues`` and ``words`` are how often a breath
    is told line by line, and with how much; ``keys`` are ids and the keys they want, several separated by
    spaces.
    """

    theme: Literal["auto", "night", "day"] = "auto"
    motion: Literal["full", "reduced", "none"] = "full"
    signs: Literal["auto", "all", "ascii"] = "auto"
    sound: Literal["tones", "bell", "off"] = "tones"
    volume: int = 60
    sound_offset: int = 0
    quiet_from: str = ""
    quiet_until: str = ""
    region: str = ""
    form: Literal["states", "full"] = "states"
    cues: Literal["every", "some", "few"] = "every"
    words: Literal["full", "short", "bare"] = "short"
    countdown: int = 5
    hide_key: str = ""
    one_hand: bool = False
    keep_days: int = 0
    lock_after: int = 5
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


NAMES = tuple(one.name for one in fields(Settings))
"""Every key that config.toml may have."""


def nearest(word: str, words: tuple[str, ...]) -> str:
    """Return the word that is most like the given one, or "" when none is."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.casefold(), words, n=1, cutoff=0.6)), "")


def environment_name(name: str) -> str:
    """Return the variable that overrides a setting: ``COREG_THEME`` for "theme"."""
    return f"COREG_{name.upper()}"


def load(path: Path, env: Mapping[str, str]) -> Settings:
    """Return the settings of a file, overridden by ``COREG_THEME`` and so on where those are not empty.

    Raises:
        SettingError: the file does not hold, a key is unknown, a value cannot be. The file is never
        changed.
    """
    try:
        written = read_toml(path) or {}
    except UnreadableError as error:
        raise SettingError(error.code, **error.facts) from None
    chosen: dict[str, Any] = {key: _value(str(path), key, key, value) for key, value in written.items()}
    for name in NAMES:
        variable = environment_name(name)
        if name != "keys" and (text := env.get(variable, "")):
            chosen[name] = _value(say("errors.environment"), variable, name, _meaning(name, text))
    return replace(Settings(), **chosen)


def _meaning(name: str, text: str) -> object:
    """Return what a word in the environment means; one that means nothing is refused later."""
    if name == "one_hand":
        return _YES_NO.get(text.casefold(), text)
    if name in (*_NUMBERS, "keep_days") and _WHOLE.fullmatch(text):
        return int(text)
    return text


def _value(file: str, key: str, name: str, value: object) -> object:
    """Return the value for the setting ``name``, which stands in ``file`` as ``key``.

    Raises:
        SettingError: it does not hold.
    """
    if name not in NAMES:
        if near := nearest(name, NAMES):
            raise SettingError("unknown_setting", file=file, key=_shown(key), near=near)
        raise SettingError("strange_setting", file=file, key=_shown(key), known=", ".join(NAMES))
    if name == "keys":
        return MappingProxyType(dict(_keys(file, name, value)))
    if want := _wanted(name, value):
        near = nearest(value, _CHOICES.get(name, ())) if isinstance(value, str) else ""
        raise SettingError("bad_setting", file=file, key=key, near=near, want=want)
    return value


def _wanted(name: str, value: object) -> str:
    """Return what the value should be, in words, or "" when it holds."""
    if name == "keep_days":
        return _wanted_choice(KEEP_DAYS, value)
    if choices := _CHOICES.get(name):
        return _wanted_choice(choices, value)
    if bounds := _NUMBERS.get(name):
        fits = type(value) is int and bounds[0] <= value <= bounds[1]
        return "" if fits else say("errors.want.number", least=bounds[0], most=bounds[1])
    if name == "one_hand":
        return "" if isinstance(value, bool) else say("errors.want.yes_no")
    return _wanted_text(name, value)


def _wanted_choice(choices: tuple[str, ...] | tuple[int, ...], value: object) -> str:
    # True is equal to 1, and is no number of days that anybody chose.
    if any(value == one and type(value) is type(one) for one in choices):
        return ""
    shown = (f'"{one}"' if isinstance(one, str) else str(one) for one in choices)
    return say("errors.want.choice", choices=", ".join(shown))


def _wanted_text(name: str, value: object) -> str:
    text = value if isinstance(value, str) else None
    if name in _TIMES:
        fits = text is not None and _TIME.fullmatch(text) is not None
        return "" if fits else say("errors.want.time")
    fits = text is not None and len(text) <= _LONGEST_TEXT and text.isprintable()
    return "" if fits else say("errors.want.text", most=_LONGEST_TEXT)


def _keys(file: str, id_: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield ids and their keys; ``talk.done = "f5"`` and ``"talk.done" = ["f5"]`` mean the same.

    Raises:
        SettingError: something in the table is neither a key nor a list of keys.
    """
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _keys(file, name if id_ == "keys" else f"{id_}.{name}", inner)
        return
    written = value if isinstance(value, list) else [value]
    texts = [one for one in written if isinstance(one, str) and 0 < len(one) <= _LONGEST_TEXT]
    if id_ == "keys" or len(texts) < len(written):
        raise SettingError("bad_setting", file=file, key=_shown(id_), near="", want=say("errors.want.keys"))
    yield id_, " ".join(texts)


def _shown(key: str) -> str:
    """Return a key that somebody wrote, fit for a sentence: short and printable."""
    return "".join(one if one.isprintable() else "?" for one in key[:_LONGEST_TEXT])


def save(path: Path, changes: Mapping[str, object]) -> None:
    """Change some settings in the file and leave the rest of it as it is, comments and all.

    ``changes`` has names of settings; "keys" takes a mapping of ids to keys. None takes a line out. The
    file is replaced at once and as a whole, readable by its owner alone.

    Raises:
        SettingError: what stands there, or would stand there, does not hold; the file is not touched.
        OSError: it cannot be written.
    """
    from coreg.settings_file import changed, written

    load(path, {})
    real = path.resolve()
    real.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    before = real.read_bytes().decode("utf-8-sig") if real.exists() else ""
    with written(real, changed(before, changes)) as draft:
        try:
            load(draft, {})
        except SettingError as error:
            raise SettingError(error.code, **{**error.facts, "file": str(path)}) from None
