"""Names of keys and the bytes a terminal sends for them."""

from __future__ import annotations

_NAMED = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "insert": "\x1b[2~",
    "delete": "\x1b[3~",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    **{f"f{number}": f"\x1bO{letter}" for number, letter in zip(range(1, 5), "PQRS", strict=True)},
    **{
        f"f{number}": f"\x1b[{code}~"
        for number, code in zip(range(5, 13), (15, 17, 18, 19, 20, 21, 23, 24), strict=True)
    },
}
_KITTY_NUMBERS = {"enter": 13, "tab": 9, "escape": 27, "backspace": 127, "space": 32}
_REPORT_ALL_KEYS = 8


def key_bytes(key: str, *, kitty_flags: int = 0) -> bytes:
    """Return what a terminal sends for ``enter``, ``ctrl+q``, ``f1``, ``alt+x`` or one printable character.

    Raises:
        ValueError: the name is not known.
    """
    if kitty_flags & _REPORT_ALL_KEYS and (sequence := _kitty(key)):
        return sequence.encode()
    if key in _NAMED:
        return _NAMED[key].encode()
    modifier, _, rest = key.rpartition("+")
    if modifier == "ctrl" and len(rest) == 1:
        return bytes([ord(rest.upper()) & 0x1F])
    if modifier == "alt" and rest:
        return b"\x1b" + key_bytes(rest)
    if len(key) == 1:
        return key.encode()
    raise ValueError(f"no such key: {key!r}")


def _kitty(key: str) -> str:
    if key in _KITTY_NUMBERS:
        number = _KITTY_NUMBERS[key]
        return f"\x1b[{number};;32u" if key == "space" else f"\x1b[{number}u"
    if len(key) == 1:
        return f"\x1b[{ord(key.lower())};;{ord(key)}u"
    if key.startswith("ctrl+") and len(key) == len("ctrl+x"):
        return f"\x1b[{ord(key[-1])};5u"
    return ""
