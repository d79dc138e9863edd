"""``coreg scene [--plain]``: look at one scene together, on the screen or line by line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from coreg.commands.parser import Parser
    from coreg.practice.play import Seat
    from coreg.practice.scene import Scene
    from coreg.screens.house import House

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take that it is told line by line, and what opens a locked book then."""
    from coreg.commands.asking import takes_words

    takes_words(parser)
    parser.add_argument("--plain", action="store_true")


def run(asked: Namespace) -> int:
    """Open the app on a scene, or go through it line by line.

    Raises:
        Trouble: ``plain_only`` for what belongs to ``--plain``, ``no_book``, ``locked_no_terminal`` without a
        terminal, or whatever opening the book raises.
    """
    from coreg.commands import exits

    if not asked.plain:
        from coreg.commands.stage import open_stage

        if asked.passphrase_fd is not None:
            raise Trouble("plain_only", option="--passphrase-fd", command="scene")
        return open_stage(asked, "scene")
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import places_of
    from coreg.commands.ending import ending_by_exception
    from coreg.commands.plain_house import open_house
    from coreg.settings import load

    places = places_of(asked)
    settings = load(places.settings_file, os.environ)
    with open_house(places, settings, descriptor_of(asked), keeps=True) as house, ending_by_exception():
        _walk(house)
    return exits.DONE


def _walk(house: House) -> None:
    from coreg.commands.console import Console
    from coreg.content import say
    from coreg.evening.scenes import open_scenes
    from coreg.plain.leaving import LeftError
    from coreg.plain.scene_lines import SceneLines, pick
    from coreg.practice.scene import Scene, ways

    seats: tuple[Seat, Seat] = (house.left, house.right)
    names = {seat: house.name(seat) for seat in seats}
    keys = {seat: house.keymap.label(f"{house.side(seat)}.main") for seat in seats}
    with Console() as console:
        try:
            scene = pick(console, open_scenes(house.keeping).result()) or Scene()
        except LeftError:
            console.say(say("plain.line.nothing"))
            return
        ended = SceneLines(console, _Keeps(house, scene), names, keys, console.rest).walk(scene)
        if ended.stage == "over":
            console.say(say("scene.kept_agreed" if ways(ended) else "scene.kept"))
        elif ended.texts.get("scene", "").strip():
            console.say(say("scene.left"))
        else:
            console.say(say("scene_plain.nothing"))


class _Keeps:
    """What keeps a scene of this house, each time on disk before the next question, and tells its loop."""

    def __init__(self, house: House, scene: Scene) -> None:
        from coreg.evening.scenes import OpenScene

        self._house = house
        self._open = OpenScene(house.keeping, scene)

    def keep(self, scene: Scene) -> None:
        """Keep it as it is now; before anything was written there is nothing to keep."""
        if scene.texts.get("scene", "").strip():
            self._open.keep(scene).result()

    def draw(self, scene: Scene) -> None:
        """Keep the loop that is drawn from it."""
        self._open.draw(scene, self._house.maps.blank_loop("")).result()

    def finish(self, scene: Scene) -> None:
        """Keep the loop, and what was agreed."""
        self._open.finish(scene, self._house.maps.blank_loop(""), self._house.now()).result()

    def told(self, scene: Scene) -> Sequence[str]:
        """Return the loop in lines."""
        from coreg.content import say
        from coreg.content.map_words import picks
        from coreg.evening.scenes import drawn
        from coreg.insight.loop_picture import Wording, picture_of_scene
        from coreg.insight.loop_text import told

        house = self._house
        wording = Wording(say, {"a": house.name("a"), "b": house.name("b")}, picks("move_kind"))
        loop = drawn(scene, house.maps.blank_loop(""))
        return told(picture_of_scene(loop, wording, left=house.left), wording)
