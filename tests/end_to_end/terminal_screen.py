"""What a terminal makes of the bytes a program sends: two screens, modes, and answers to its questions.

pyte draws the cells. It knows no alternate screen and stumbles over newer sequences, so every sequence is
looked at here first and only what pyte understands is handed on.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import pyte

_TOKEN = re.compile(
    r"(?P<text>[^\x1b]+)"
    r"|\x1b\[(?P<private>[<=>?]?)(?P<params>[0-9:;]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b[PX^_][^\x1b]*\x1b\\"
    r"|(?P<short>\x1b[ -/]*[0-OQ-WYZ\\`-~])"
)
_ALTERNATE = (47, 1047, 1049)
_KNOWN = (7, 25, 1000, 1002, 1003, 1004, 1006, 1015, 1016, 1049, 2004)
_NAMES = {
    1000: "mouse 1000",
    1002: "mouse 1002",
    1003: "mouse 1003",
    1004: "focus 1004",
    1006: "mouse 1006",
    1015: "mouse 1015",
    1016: "mouse 1016",
    1049: "alternate screen",
    2004: "bracketed paste 2004",
    2026: "synchronised output 2026",
    2048: "in-band resize 2048",
}
_CELL_WIDTH, _CELL_HEIGHT = 10, 20


@dataclass(frozen=True, slots=True)
class Answers:
    """How the pretended terminal answers. ``None`` or False: it stays mute on that question."""

    background: str | None = "#10141a"
    """Colour told to OSC 11, as ``#rrggbb``."""
    foreground: str | None = "#e6e1d6"
    """Colour told to OSC 10, as ``#rrggbb``."""
    attributes: bool = True
    """DA1, the question every terminal answers and probes use as a fence."""
    sync: bool = True
    """Mode 2026, synchronised output."""
    in_band: bool = True
    """Mode 2048, window sizes reported as input."""
    kitty: bool = False
    """The kitty keyboard protocol: told when asked, and used for keys once a program has switched it on."""


MUTE = Answers(background=None, foreground=None, attributes=False, sync=False, in_band=False)
"""A terminal that answers nothing."""


def _colour(value: str) -> str:
    red, green, blue = (value[at : at + 2] for at in (1, 3, 5))
    return f"rgb:{red}{red}/{green}{green}/{blue}{blue}"


class Emulator:
    """Follows a stream of output: cells of both screens, modes that are on, and what has to be answered."""

    def __init__(self, columns: int, rows: int, answers: Answers) -> None:
        """Start empty; sizes in cells."""
        self.answers = answers
        self.modes: dict[int, bool] = {7: True, 25: True}
        self.title = ""
        self._size = (columns, rows)
        self._screens = (pyte.Screen(columns, rows), pyte.Screen(columns, rows))
        self._streams = tuple(pyte.Stream(screen) for screen in self._screens)
        self._kitty: tuple[list[int], list[int]] = ([], [])
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._pending = ""
        self._replies: list[str] = []

    @property
    def alternate(self) -> bool:
        """Whether the alternate screen is shown."""
        return any(self.modes.get(mode, False) for mode in _ALTERNATE)

    @property
    def mid_frame(self) -> bool:
        """Whether the program is in the middle of a picture that is to appear at once (mode 2026)."""
        return self.modes.get(2026, False)

    @property
    def kitty_flags(self) -> int:
        """Flags of the kitty keyboard protocol in force on the screen that is shown."""
        stack = self._kitty[self.alternate]
        return stack[-1] if stack else 0

    def text(self, *, alternate: bool | None = None) -> str:
        """Return the rows of the screen that is shown (or of the one asked for), without trailing blanks."""
        screen = self._screens[self.alternate if alternate is None else alternate]
        return "\n".join(row.rstrip() for row in screen.display)

    def left_behind(self) -> frozenset[str]:
        """Return the names of what is switched on now and was not at the start."""
        names = {name for mode, name in _NAMES.items() if self.modes.get(mode, False)}
        names |= {"cursor hidden"} if not self.modes[25] else set()
        names |= {"line wrap off"} if not self.modes[7] else set()
        names |= {"kitty keys"} if any(self._kitty) else set()
        return frozenset(names)

    def resize(self, columns: int, rows: int) -> bytes:
        """Change the size in cells; returns what the terminal reports as input (mode 2048)."""
        self._size = (columns, rows)
        for screen in self._screens:
            screen.resize(rows, columns)
        return self._size_report().encode() if self.modes.get(2048, False) else b""

    def feed(self, data: bytes) -> bytes:
        """Take output in; returns the answers that the program asked for with it."""
        self._pending += self._decode(data)
        while match := _TOKEN.match(self._pending):
            self._pending = self._pending[match.end() :]
            self._take(match)
        replies, self._replies = "".join(self._replies), []
        return replies.encode()

    def _take(self, match: re.Match[str]) -> None:
        if match["final"]:
            self._control(match["private"], match["params"], match["between"], match["final"], match[0])
        elif match["osc"] is not None:
            self._command(match["osc"])
        elif match["text"] or match["short"]:
            self._draw(match[0])

    def _draw(self, text: str) -> None:
        self._streams[self.alternate].feed(text)

    def _control(self, private: str, params: str, between: str, final: str, whole: str) -> None:
        if private == "?" and final in "hl":
            for mode in params.split(";"):
                self._switch(int(mode or 0), final == "h")
        elif private and final == "u":
            self._keyboard(private, params)
        elif final in "cn" or between == "$":
            self._query(private, params, between, final)
        elif not private and not between and ":" not in params and final in pyte.Stream.csi:
            self._draw(whole)

    def _switch(self, mode: int, on: bool) -> None:
        was_alternate = self.alternate
        self.modes[mode] = on
        if self.alternate and not was_alternate:
            self._screens[1].reset()
        if mode == 2048 and on and self.answers.in_band:
            self._replies.append(self._size_report())

    def _keyboard(self, private: str, params: str) -> None:
        stack = self._kitty[self.alternate]
        number = int(params.partition(";")[0] or (1 if private == "<" else 0))
        if private == ">":
            stack.append(number)
        elif private == "<":
            del stack[max(0, len(stack) - number) :]
        elif private == "?" and self.answers.kitty:
            self._replies.append(f"\x1b[?{self.kitty_flags}u")

    def _query(self, private: str, params: str, between: str, final: str) -> None:
        if (private, between, final) == ("?", "$", "p"):
            self._replies.append(self._mode_report(int(params or 0)))
        elif final == "c" and private in ("", ">") and self.answers.attributes:
            self._replies.append("\x1b[>0;0;0c" if private else "\x1b[?62;22c")
        elif final == "n" and params == "5":
            self._replies.append("\x1b[0n")
        elif final == "n" and params == "6":
            cursor = self._screens[self.alternate].cursor
            self._replies.append(f"\x1b[{cursor.y + 1};{cursor.x + 1}R")

    def _mode_report(self, mode: int) -> str:
        told = {2026: self.answers.sync, 2048: self.answers.in_band}
        if not told.get(mode, mode in _KNOWN):
            return f"\x1b[?{mode};0$y" if self.answers.attributes else ""
        return f"\x1b[?{mode};{1 if self.modes.get(mode, False) else 2}$y"

    def _command(self, body: str) -> None:
        number, _, value = body.partition(";")
        if number in ("0", "2"):
            self.title = value
        colour = {"10": self.answers.foreground, "11": self.answers.background}.get(number)
        if value == "?" and colour is not None:
            self._replies.append(f"\x1b]{number};{_colour(colour)}\x1b\\")

    def _size_report(self) -> str:
        columns, rows = self._size
        return f"\x1b[48;{rows};{columns};{rows * _CELL_HEIGHT};{columns * _CELL_WIDTH}t"
