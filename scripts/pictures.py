#!/usr/bin/env python3
"""Draws every screen, in four sizes, by night and by day, as SVG (and PNG where rsvg-convert is there).

    scripts/pictures.py [--only NAME ...] [--size WxH ...] [--to DIR] [--list]

Pictures are named NAME-WxH-night.svg; the README's own is docs/picture.svg. The couple, their books and the
clock are invented and always the same.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from scripts.pictures_catalogue import Scene
    from scripts.pictures_studio import Studio

_LIGHTS = ("night", "day")
_README = ("home", (112, 32), "night")


def main(arguments: list[str] | None = None) -> int:
    """Draw what was asked for; return 1 if something could not be drawn."""
    # Before anything imports Textual, which reads it once.
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    from scripts.pictures_catalogue import CATALOGUE

    asked = _asked(arguments)
    if asked.list:
        print("\n".join(scene.name for scene in CATALOGUE))
        return 0
    unknown = set(asked.only) - {scene.name for scene in CATALOGUE}
    if unknown:
        print(f"There is no picture of {', '.join(sorted(unknown))}; --list names all.", file=sys.stderr)
        return 2
    wanted = [scene for scene in CATALOGUE if not asked.only or scene.name in asked.only]
    asked.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        missing = [scene.name for scene in wanted if not _drawn(scene, asked.size, asked.to, Path(work))]
    if missing:
        print(f"not drawn: {', '.join(missing)}", file=sys.stderr)
    return 1 if missing else 0


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Pictures of every screen.")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--size", nargs="+", type=_size, default=[], metavar="WxH")
    parser.add_argument("--to", type=Path, default=ROOT / "pictures", metavar="DIR")
    parser.add_argument("--list", action="store_true", help="only name the pictures")
    return parser.parse_args(arguments)


def _size(text: str) -> tuple[int, int]:
    columns, _, rows = text.partition("x")
    return int(columns), int(rows)


def _drawn(scene: Scene, sizes: list[tuple[int, int]], to: Path, work: Path) -> bool:
    try:
        for size in scene.sizes:
            if not sizes or size in sizes:
                asyncio.run(_draw(scene, size, to, work))
                _convert([to / f"{_name(scene.name, size, light)}.svg" for light in _LIGHTS])
    except Exception as error:  # the other screens are drawn all the same
        print(f"{scene.name}: {type(error).__name__}: {error}", file=sys.stderr)
        return False
    return True


def _name(scene: str, size: tuple[int, int], light: str) -> str:
    return f"{scene}-{size[0]}x{size[1]}-{light}"


def _convert(drawn: list[Path]) -> None:
    """Make PNGs beside the pictures, where the converter is there."""
    if converter := shutil.which("rsvg-convert"):
        for path in drawn:
            subprocess.run([converter, str(path), "-o", str(path.with_suffix(".png"))], check=True)


async def _draw(scene: Scene, size: tuple[int, int], to: Path, work: Path) -> None:
    """Bring an app to the scene, and take its picture in both lights."""
    from coreg.app import Start
    from coreg.settings import Settings
    from scripts import pictures_studio as studios

    past = studios.books(work / "past") if scene.past else None
    clock = studios.HandClock()
    with tempfile.TemporaryDirectory(dir=work) as folder:
        house = studios.a_house(
            Path(folder), Settings(**scene.settings), clock, past, left_open=scene.left_open
        )
        studios.lock(house, scene.lock)
        studio = studios.Studio(house, clock, Start(scene.start))
        try:
            async with studio.app.run_test(size=size) as studio.pilot:
                await studio.settle()
                if scene.act is not None:
                    await scene.act(studio)
                for name in _LIGHTS:
                    await _take(studio, scene.name, size, name, to)
        finally:
            house.keeping.end()


async def _take(studio: Studio, scene: str, size: tuple[int, int], light: str, to: Path) -> None:
    from coreg.theme import ROLES, theme_name
    from scripts.pictures_svg import Colours, svg

    studio.app.theme = theme_name(light)
    await studio.settle()
    rows = studio.app.screen._compositor.render_strips()
    colours = Colours(ROLES[light]["background"], ROLES[light]["ink"])
    drawn = svg(rows, size[0], colours, f"coreg: {scene}")
    (to / f"{_name(scene, size, light)}.svg").write_text(drawn, "utf-8")
    if (scene, size, light) == _README:
        (ROOT / "docs" / "picture.svg").write_text(drawn, "utf-8")


def in_own_environment() -> None:
    """Go on in the project's own environment, made ready first if need be."""
    from scripts import bootstrap, right_python

    right_python.or_leave(sys.argv)
    place = bootstrap.Place(ROOT)
    if Path(sys.prefix).resolve() != place.venv.resolve():
        if code := bootstrap.make_ready(place, "run"):
            sys.exit(code)
        right_python.hand_over([str(place.python), "-I", *sys.argv])


if __name__ == "__main__":
    in_own_environment()
    sys.exit(main())
