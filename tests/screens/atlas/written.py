"""Maps, links, a loop and a scene in which everything is one text; and the rooms that show it."""

from __future__ import annotations

from coreg.evening.scenes import OpenScene
from coreg.practice.scene import FIELDS, Scene
from coreg.record.maps import Came, Exit, MapWords, Side
from coreg.record.text import clean
from coreg.screens.house import House
from coreg.screens.maps.atlas import AtlasRoom
from coreg.screens.maps.helping import HelpsRoom
from coreg.screens.maps.loops import LoopsRoom
from coreg.screens.maps.scene import SceneRoom
from coreg.screens.maps.scenes import ScenesRoom
from coreg.screens.maps.trigger import TriggerRoom

__all__ = ["a_scene", "maps_written", "the_helps", "the_loops", "the_map", "the_scenes", "the_trigger"]


def maps_written(house: House, text: str) -> str:
    """Write the text wherever one can in both maps, linked, and in a scene; return the id of one trigger."""
    maps, day = house.maps, house.now().date()
    line = clean(text, multiline=False)
    fields = {name: text for name, field in MapWords.model_fields.items() if field.annotation is str}
    words = MapWords.model_validate(
        {**fields, "cue_kind": "", "move_kind": "", "body": (line,), "strength": 5}
    )
    came = (Came(day=day, strength=3),)
    kept = [
        maps.keep(maps.blank(seat).model_copy(update={"words": words, "came": came})).result(10)
        for seat in ("a", "a", "b", "b")
    ]
    for cue, move in ((0, 2), (1, 3), (2, 0), (3, 1)):
        maps.link(kept[cue].id, kept[move].id).result(10)
    side = Side.model_validate(dict.fromkeys(FIELDS, line))
    drawn = {"scene": text, "a": side, "b": side, "exits": (Exit(text=line),)}
    maps.keep_loop(maps.blank_loop(line).model_copy(update=drawn)).result(10)
    maps.keep_resource(maps.blank_resource(line).model_copy(update={"place": line})).result(10)
    texts = {"scene": line, **{f"{seat}.{name}": line for seat in ("a", "b") for name in FIELDS}}
    OpenScene(house.keeping, Scene()).keep(Scene(texts=texts)).result(10)
    return kept[0].id


def the_map(house: House, text: str) -> AtlasRoom:
    """Open the map."""
    maps_written(house, text)
    return AtlasRoom(house)


def the_trigger(house: House, text: str) -> TriggerRoom:
    """Read one of its triggers."""
    return TriggerRoom(house, maps_written(house, text))


def the_helps(house: House, text: str) -> HelpsRoom:
    """See what helps."""
    maps_written(house, text)
    return HelpsRoom(house)


def the_loops(house: House, text: str) -> LoopsRoom:
    """See the loops."""
    maps_written(house, text)
    return LoopsRoom(house)


def the_scenes(house: House, text: str) -> ScenesRoom:
    """See what was begun."""
    maps_written(house, text)
    return ScenesRoom(house)


def a_scene(house: House, text: str) -> SceneRoom:
    """Be in the middle of one, both settled."""
    texts = {f"{seat}.{name}": clean(text, multiline=False) for seat in ("a", "b") for name in FIELDS}
    return SceneRoom(house, Scene(texts={**texts, "scene": "x"}, at="a.tell", first="b", settled=True))
