"""What a terminal sends, as names of keys: letters, a lone Esc, and sequences that are one key. Pure.

A letter is named as it came, capital or not: it may be a key, and it may be text.
"""

from __future__ import annotations

import codecs

from coreg.keys import press_name

__all__ = ["Decoder", "letters_of", "named_line"]

_ESC = "\x1b"
_CONTROL = {"\r": "enter", "\n": "enter", "\t": "tab", "\x7f": "backspace", "\b": "backspace", " ": "space"}
_SEQUENCES = {
    **{
        f"{begun}{letter}": name
        for begun in "[O"
        for letter, name in zip("ABCD", ("up", "down", "right", "left"), strict=True)
    },
    **{f"O{letter}": f"f{number}" for number, letter in enumerate("PQRS", 1)},
    **{f"[{code}~": f"f{number}" for number, code in enumerate((11, 12, 13, 14, 15), 1)},
    **{f"[{code}~": f"f{number}" for number, code in enumerate((17, 18, 19, 20, 21, 23, 24), 6)},
}
_NAMES = {"esc": "escape", "stop": "escape", "help": "?", "pause": "space", "skip": "n"}
_LONGEST = 32


class Decoder:
    """Takes bytes as they come. A sequence that belongs to no key of ours is no press at all."""

    def __init__(self) -> None:
        """Begin with nothing waiting."""
        self._text = codecs.getincrementaldecoder("utf-8")("replace")
        self._begun = ""

    @property
    def waits(self) -> bool:
        """Whether an Esc has come that may be the beginning of another key."""
        return bool(self._begun)

    def feed(self, data: bytes) -> list[str]:
        """Return the names of the keys that are complete now."""
        return [name for one in self._text.decode(data) for name in self._take(one)]

    def settle(self) -> list[str]:
        """Return what a beginning meant, now that nothing has followed: a lone Esc."""
        begun, self._begun = self._begun, ""
        return ["escape"] if begun else []

    def _take(self, one: str) -> list[str]:
        if not self._begun:
            if one == _ESC:
                self._begun = _ESC
                return []
            return [_name(one)]
        if one == _ESC or (self._begun == _ESC and one not in "[O"):
            # Esc and another key in quick succession: a stop is never taken for a part of something else.
            self._begun = ""
            return ["escape", *self._take(one)]
        self._begun += one
        body = self._begun[1:]
        if len(body) > 1 and ("@" <= one <= "~" or len(body) > _LONGEST):
            self._begun = ""
            return [_SEQUENCES[body]] if body in _SEQUENCES else []
        return []


def _name(one: str) -> str:
    if one in _CONTROL:
        return _CONTROL[one]
    if one < " ":
        return f"ctrl+{chr(ord(one) + 96)}"
    return one


def named_line(line: str) -> list[str]:
    """Return the keys that a typed line stands for, where keys cannot be read one by one.

    A line is the name of a key (``space``, ``esc``), a number, or letters that are keys one after the other;
    an empty line is Enter.
    """
    text = line.strip().lower()
    if not text:
        return ["enter"]
    if text in _NAMES or text in ("space", "escape", "enter"):
        return [_NAMES.get(text, text)]
    keys = [press_name(one, one) for one in text if one.isprintable() and one != " "]
    return [*keys, "enter"] if text.isdigit() else keys


def letters_of(line: str) -> list[str]:
    """Return a typed line as its letters and an Enter, where what it says is meant."""
    return [*(_name(one) for one in line.rstrip("\r")), "enter"]
