"""What stands on the stage at each step of a scene, as lines. Nothing depends on who sealed or pressed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.content.scene_words import asks_of, title_of
from coreg.practice.play import other
from coreg.practice.scene import FIELDS, ways
from coreg.screens.maps.agreeing import look_again_words
from coreg.widgets.steps.sealed import ends, own_keys
from coreg.widgets.text import SEAT_STYLE, fill, lit, named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.practice.play import Seat
    from coreg.practice.scene import Scene
    from coreg.screens.house import House

__all__ = ["columns_rows", "scene_lines"]

_GAP = Content("")
_WIDE = 72
_LABEL = 12
"""Cells of what stands before a line of a column."""


def scene_lines(house: House, scene: Scene, width: int = _WIDE) -> list[Content]:
    """Return what is asked now; ``width`` is how many cells there are."""
    stage = asks_of(scene)
    if stage == "gate":
        return _offered(house) if scene.offered else _gate(house, min(_WIDE, width - 2))
    if stage == "first":
        return [_bold("first.title"), _GAP, _muted("first.text")]
    if stage == "agree":
        return _agree(house, scene)
    if stage == "drawn":
        return [_bold("drawn.title"), _muted("drawn_text")]
    if stage == "over":
        return []
    people = _people(house, scene)
    rows = [fill(title_of(scene), people, "bold"), _muted(f"{stage}.text")]
    if scene.seat is not None and stage != "say":
        rows.append(fill(say("scene.listens"), people, "$muted"))
    return rows


def _people(house: House, scene: Scene) -> Mapping[str, Content]:
    seat = scene.seat
    if seat is None:
        return {}
    move = lit(scene.said(other(seat), "do"), multiline=False)
    return {
        "speaker": named(seat, house.name(seat)),
        "listener": named(other(seat), house.name(other(seat))),
        "move": move,
    }


def _gate(house: House, width: int) -> list[Content]:
    label = house.keymap.label
    rows = [_bold("gate.title"), _GAP, _muted("gate.text"), _GAP]
    for number, answer in enumerate(("under", "over"), start=1):
        keys = [label(f"{side}.{number}") for side in ("left", "right")]
        rows += [own_keys(say(f"scene.gate.{answer}"), keys, (house.left, house.right), width), _GAP]
    unsaid = Content.styled(say("practice.not_yet"), "$muted")
    return [*rows, ends(unsaid, unsaid, width), _GAP, _muted("gate.how")]


def _offered(house: House) -> list[Content]:
    label = house.keymap.label
    breaths = say("scene.offered.text", key=label("said.breathe"))
    on = Content.styled(say("scene.offered.go_on", key=label("all.escape")), "$muted")
    return [_bold("offered.title"), _GAP, Content(breaths), _GAP, on]


def _agree(house: House, scene: Scene) -> list[Content]:
    rows = [_bold("agree.title"), _GAP]
    for way in ways(scene):
        lead = Content("◇ ")
        if way.seat is not None:
            name = named(way.seat, house.name(way.seat), bold=False)
            lead = Content("").join([lead, name, Content(": ")])
        rows.append(Content("").join([lead, lit(way.text.strip(), multiline=False)]))
    day = house.now().date() + timedelta(weeks=scene.weeks) if scene.weeks else None
    when = Content.assemble(("◂ ", "$both"), look_again_words(day), (" ▸", "$both"))
    return [*rows, _GAP, when, _GAP, _muted("agree.text")]


def columns_rows(house: House, scene: Scene, width: int) -> list[Content]:
    """Return both columns as far as they are filled, where their people sit, with the step on marked."""
    half = (width - 3) // 2
    one, two = house.left, house.right
    names = [named(seat, house.name(seat)).truncate(half, ellipsis=True) for seat in (one, two)]
    rows = [_beside(names[0], names[1], half)]
    rows += [_beside(_cell(scene, one, name, half), _cell(scene, two, name, half), half) for name in FIELDS]
    return rows


def _beside(left: Content, right: Content, half: int) -> Content:
    return Content("").join([left.pad_right(half - left.cell_length + 3), right])


def _cell(scene: Scene, seat: Seat, name: str, half: int) -> Content:
    on = scene.stage == f"{seat}.{name}" or (name == "notice" and scene.stage == f"{seat}.again")
    text = scene.said(seat, name).strip()
    label = Content.styled(say(f"scene.{name}.row"), "$muted").truncate(_LABEL - 2, ellipsis=True)
    mark = Content.styled("› " if on else "  ", SEAT_STYLE[seat])
    style = f"bold {SEAT_STYLE[seat]}" if name == "do" else ""
    words = lit(text, style, multiline=False).truncate(max(1, half - _LABEL - 1), ellipsis=True)
    return Content("").join([mark, label.pad_right(_LABEL - 1 - label.cell_length), words])


def _bold(key: str) -> Content:
    return Content.styled(say(f"scene.{key}"), "bold")


def _muted(key: str) -> Content:
    return Content.styled(say(f"scene.{key}"), "$muted")
