"""A loop as text: line by line, as Markdown, and as a Mermaid diagram."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.insight.loop_picture import Picture, Place, Wording

__all__ = ["markdown", "mermaid", "told"]

_SIGNS = re.compile(r"[^\w\s,!?'’“”…()–—]|_")
"""What a Mermaid label has as a number: its own signs, those of HTML, whatever else is not plain text."""


def told(picture: Picture, wording: Wording) -> tuple[str, ...]:
    """Return a loop in lines, from its first move until it begins again, each way out where it stands."""
    lines = []
    for place in picture.places:
        lines.append(_told(picture, place, wording))
        lines += [_way(way, wording) for way in picture.ways_at(place)]
    return (*lines, wording.say("loop.line.again"))


def markdown(picture: Picture, wording: Wording, literal: Callable[[str], str]) -> str:
    """Return a loop as a list, each way out indented below its place; no heading.

    ``literal`` makes a line of text so that every reader of Markdown shows just these characters.
    """
    lines = []
    for place in picture.places:
        lines.append(f"- {literal(_told(picture, place, wording))}")
        lines += [f"  - {literal(_way(way, wording))}" for way in picture.ways_at(place)]
    return "\n".join(lines)


def mermaid(picture: Picture, wording: Wording) -> str:
    """Return a loop as a Mermaid flowchart: dotted where not both see it so, a hexagon for a way out.

    What somebody wrote can neither end a label nor be read as code: in it, everything but letters, digits and
    plain marks stands as its number (`#35;`).
    """
    places = picture.places
    last = {turn.places[-1]: turn.nodded for turn in picture.turns}
    lines = ["flowchart LR"]
    for number, place in enumerate(places):
        lines.append(f'  p{number}["{_label(_told(picture, place, wording))}"]')
        for way, text in enumerate(picture.ways_at(place)):
            lines.append(f'  p{number} --- p{number}w{way}{{{{"{_label(_way(text, wording))}"}}}}')
    for number, place in enumerate(places):
        arrow = "-->" if last.get(place, True) else "-.->"
        lines.append(f"  p{number} {arrow} p{(number + 1) % len(places)}")
    return "\n".join(lines)


def _told(picture: Picture, place: Place, wording: Wording) -> str:
    kind = "sees" if place.kind == "notices" and not picture.nodded_before(place) else place.kind
    return wording.say(f"loop.line.{kind}", name=wording.name(place.owner), text=place.text)


def _way(text: str, wording: Wording) -> str:
    return wording.say("loop.line.way", text=text)


def _label(text: str) -> str:
    return _SIGNS.sub(lambda sign: f"#{ord(sign[0])};", text)
