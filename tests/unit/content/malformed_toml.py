"""Files of settings, people and practices that do not hold, and the way to break one that does."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["MALFORMED", "mutated"]

_KB = 1024

MALFORMED: dict[str, bytes] = {
    "no TOML": b"theme is night",
    "a value that is missing": b"theme =\n",
    "a text without an end": b'theme = "night\n',
    "a name twice": b'theme = "day"\ntheme = "night"\n',
    "a table twice": b"[keys]\n[keys]\n",
    "a table that is a value": b'keys = "x"\n[keys]\na = "b"\n',
    "not UTF-8": b'theme = "\xff"\n',
    "half a letter": b'theme = "\\ud800"\n',
    "a control character": b'theme = "a\x1bb"\n',
    "too large": b"# " + b"x\n# " * 20 * _KB,
    "a long line": b'theme = "' + b"x" * 3000 + b'"\n',
    "a key of many parts": b".".join([b"a"] * 20_000) + b" = 1\n",
    "a key of many quoted parts": b".".join([b'"a"'] * 400) + b" = 1\n",
    "a table of many parts": b"[" + b".".join([b"a"] * 900) + b"]\n",
    "lists in lists": b"a = " + (b"[" * 1900 + b"\n") * 2 + (b"]" * 1900 + b"\n") * 2,
    "tables in tables": b"a = " + b"{a = " * 390 + b"1" + b"}" * 390 + b"\n",
    "many lines of lists in lists": b"a = [\n" + b"[[[[[[[[[[[[[[[[\n" * 3000,
    "a number without end": b"countdown = " + b"9" * 1900 + b"\n",
    "a day that never was": b"a = 2026-02-30\n",
    "many tables": b"[[people]]\n" * 5000,
}  # fmt: skip
"""By what is wrong with it."""

_BITS = [
    b"=", b'"', b"[", b"]", b"{", b"}", b".", b"\n", b"#", b"'''", b'"""', b"\x00", b"\xff", b"1979-05-27",
    b"nan", b"\\u001b", b"a.b.c.d.e.f.g.h.i.j = 1\n", b"[" * 500, b"{a=" * 300, b"x" * 2001,
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, good: bytes) -> bytes:
    """Break a file somewhere: bytes that are missing, are others, or stand twice."""
    found = bytearray(good)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(found)))
        end = min(len(found), start + draw(st.integers(0, 40)))
        piece = draw(st.sampled_from([b"", *_BITS, bytes(found[start:end]) * 2]) | st.binary(max_size=4))
        found[start:end] = piece
    return bytes(found)
