"""Cells of a terminal as an SVG that every viewer draws alike: no fonts to fetch, blocks drawn as blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.color import Color
    from rich.segment import Segment
    from rich.style import Style

__all__ = ["Colours", "svg"]

WIDTH, HEIGHT = 9.6, 20
"""Pixels of a cell; a monospaced letter is six tenths of its height wide, whatever the font."""
LETTER = 16
BASELINE = 15
MARGIN = 16

_LOWER = {character: eighths for eighths, character in enumerate("▁▂▃▄▅▆▇█", 1)}
_LEFT = {character: eighths for eighths, character in enumerate("▏▎▍▌▋▊▉", 1)}
_PIECE = re.compile(r"[▁▂▃▄▅▆▇█▏▎▍▌▋▊▉▀▐]|[^ \u00a0▁▂▃▄▅▆▇█▏▎▍▌▋▊▉▀▐]+")


@dataclass(frozen=True, slots=True)
class Colours:
    """What stands behind and before everything, as hex colours."""

    background: str
    ink: str


def svg(rows: Sequence[Iterable[Segment]], columns: int, colours: Colours, title: str) -> str:
    """Return a picture of rows of segments, so many columns wide."""
    width, height = columns * WIDTH + 2 * MARGIN, len(rows) * HEIGHT + 2 * MARGIN
    body = [line for number, row in enumerate(rows) for line in _row(row, number * HEIGHT, colours)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">',
            f"<title>{escape(title)}</title>",
            "<style>text { font: 16px 'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace; }"
            " .b { font-weight: bold } .i { font-style: italic } .u { text-decoration: underline }</style>",
            f'<rect width="{width:g}" height="{height:g}" rx="10" fill="{colours.background}"/>',
            f'<g transform="translate({MARGIN},{MARGIN})">',
            *body,
            "</g>",
            "</svg>",
            "",
        ]
    )


def _row(row: Iterable[Segment], y: float, colours: Colours) -> Iterator[str]:
    column = 0
    grounds: list[str] = []
    texts: list[str] = []
    for segment in row:
        text = segment.text.replace("\n", "")
        ink, ground, kind = _look(segment.style, colours)
        cells = cell_len(text)
        if ground != colours.background:
            grounds.append(_box(column * WIDTH, y, cells * WIDTH, HEIGHT, ground))
        texts += _pieces(text, column, y, ink, kind)
        column += cells
    yield from (*grounds, *texts)


def _pieces(text: str, column: int, y: float, ink: str, kind: str) -> Iterator[str]:
    """Yield each word at its own place, so that no font's width adds up, and each block as a box."""
    for match in _PIECE.finditer(text):
        piece, x = match[0], (column + cell_len(text[: match.start()])) * WIDTH
        if piece in _LOWER:
            tall = HEIGHT * _LOWER[piece] / 8
            yield _box(x, y + HEIGHT - tall, WIDTH, tall, ink)
        elif piece in _LEFT:
            yield _box(x, y, WIDTH * _LEFT[piece] / 8, HEIGHT, ink)
        elif piece == "▀":
            yield _box(x, y, WIDTH, HEIGHT / 2, ink)
        elif piece == "▐":
            yield _box(x + WIDTH / 2, y, WIDTH / 2, HEIGHT, ink)
        else:
            look = f'fill="{ink}"' + (f' class="{kind}"' if kind else "")
            yield f'<text x="{x:.5g}" y="{y + BASELINE:g}" {look}>{escape(piece, quote=False)}</text>'


def _box(x: float, y: float, width: float, height: float, colour: str) -> str:
    place = f'x="{x:.5g}" y="{y:g}" width="{width:.5g}" height="{height:g}"'
    return f'<rect {place} fill="{colour}" shape-rendering="crispEdges"/>'


def _look(style: Style | None, colours: Colours) -> tuple[str, str, str]:
    """Return the colour of the letters, the colour behind them, and the classes of the letters."""
    if style is None:
        return colours.ink, colours.background, ""
    ink = _hex(style.color, colours.ink)
    ground = _hex(style.bgcolor, colours.background)
    if style.reverse:
        ink, ground = ground, ink
    kinds = (("b", style.bold), ("i", style.italic), ("u", style.underline))
    return ink, ground, " ".join(name for name, on in kinds if on)


def _hex(colour: Color | None, usual: str) -> str:
    return usual if colour is None or colour.is_default else colour.get_truecolor().hex
