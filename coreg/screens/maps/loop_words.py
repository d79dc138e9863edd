"""What stands around the drawing of a loop: its name, how often it came up, where one could step out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from coreg.content import lines, say
from coreg.content.came import came_up
from coreg.insight.loop_list import picture_seen
from coreg.screens.maps.wording import wording
from coreg.widgets.blocks import GAP, Text
from coreg.widgets.text import SEAT_STYLE, fill, lit, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from coreg.insight.loop_list import AtHand, Seen
    from coreg.insight.loop_picture import Picture, Place
    from coreg.insight.loops import Found
    from coreg.screens.house import House
    from coreg.widgets.blocks import Block

__all__ = ["came_words", "idea_blocks", "nothing_lines", "picture", "side_blocks", "title_words"]

_BESIDE = 3
"""Cells between the name and what stands beside it."""


def picture(house: House, seen: Seen) -> Picture | None:
    """Return what is to be drawn of a loop; None where there is nothing to draw."""
    return picture_seen(seen, wording(house), house.left)


def title_words(seen: Seen, width: int) -> Content:
    """Return its name, and that neither of them is it: in so many cells the name gives way to that."""
    name = lit(seen.name or say("loops.unnamed"), "bold", multiline=False)
    nobody = Content.styled(say("loops.nobody"), "$muted")
    room = max(1, width - nobody.cell_length - _BESIDE)
    return Content(" " * _BESIDE).join([name.truncate(room, ellipsis=True), nobody])


def came_words(seen: Seen, today: date, width: int) -> str:
    """Return on how many days it came up, and when last; of a scene, which one it was.

    In ``width`` cells that are too few for it, since when is left out.
    """
    if seen.found is not None:
        facts = (seen.found.times, seen.found.first, seen.found.last, today)
        words = came_up(*facts)
        return words if cell_len(words) <= width else came_up(*facts, short=True)
    return say("loops.scene_of", scene=seen.loop.scene) if seen.loop and seen.loop.scene else ""


def nothing_lines(house: House, all_: AtHand, seen: Seen | None) -> list[Content]:
    """Return what stands there where nothing can be drawn; what was agreed about it stays in sight."""
    if all_.enough or seen is not None:
        first, *more = say("loops.nothing"), say("loops.nothing_how")
    else:
        key = house.keymap.label("map.scene")
        first, *more = say("loops.not_enough"), *lines("loops.not_enough_how", key=key)
    rows = [Content(first), Content(""), *(Content.styled(row, "$muted") for row in more)]
    if seen is not None and seen.exits:
        rows += [Content(""), *(lit(f"◇ {one.text}", "$both", multiline=False) for one in seen.exits)]
    return rows


def idea_blocks(house: House, seen: Seen) -> tuple[list[Block], dict[str, tuple[str, int]]]:
    """Return where one could step out, in both people's own words, and each idea by its key with its step."""
    blocks: list[Block] = []
    ideas: dict[str, tuple[str, int]] = {}
    if seen.exits:
        blocks.append(Text(Content.styled(say("loops.ways.agreed"), "$muted")))
        blocks += [
            Text(lit(one.text, multiline=False), lead=Content.styled("◇", "$both"), indent=2)
            for one in seen.exits
        ]
        blocks.append(GAP)
    for number, step in enumerate(_steps(house, seen.found) if seen.found is not None else ()):
        owner, about, found = step
        if found:
            blocks.append(Text(about))
        for by, text in found:
            key = f"{number} {len(ideas)}"
            ideas[key] = (text, 2 * number)
            name = "" if by == owner else say("loops.ways.from", name=house.name(by))
            lead = lit(name, SEAT_STYLE[by], multiline=False)
            line = (
                Content(" ").join([lead, lit(text, multiline=False)]) if name else lit(text, multiline=False)
            )
            blocks.append(Text(line, key, Content("◦"), 2))
        if found:
            blocks.append(GAP)
    if not ideas:
        blocks.append(Text(Content.styled(say("loops.ways.none"), "$muted")))
    return blocks, ideas


def _steps(house: House, found: Found) -> Iterator[tuple[str, Content, Sequence[tuple[str, str]]]]:
    """Yield what would help whoever is set off at each move: whose it is, the move before, and by whom."""
    for number, turn in enumerate(found.turns):
        ideas = [(one.by, one.text) for one in found.edges[number - 1].ideas]
        owner = named(turn.owner, house.name(turn.owner), bold=False)
        words = {"owner": owner, "step": lit(turn.notice or turn.does, multiline=False)}
        yield turn.owner, fill(say("loops.ways.step"), words, "$muted"), ideas


def side_blocks(house: House, seen: Seen, place: Place) -> Iterator[Block]:
    """Return one column of a scene in full."""
    side = None if seen.loop is None else seen.loop.a if place.owner == "a" else seen.loop.b
    yield Text(named(place.owner, house.name(place.owner)))
    yield GAP
    for name in ("notice", "tell", "outside", "inside", "do"):
        text = str(getattr(side, name, "")).strip()
        label = Content.styled(say(f"loops.side.{name}"), "$muted")
        shown = lit(text) if text else Content.styled(say("scene.passed"), "$muted")
        yield Text(shown, None, label, 14)
