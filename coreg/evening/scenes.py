"""Scenes the two are looking at together, kept as they are typed; and the loop that is drawn from one.

What is not drawn yet lies in the book of what is alive, beside what else was put aside. Nothing of it says
who was settled, passed or pressed.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from coreg.practice.scene import FIELDS, MOST_WEEKS, Scene, asked, taken_up, ways
from coreg.record.ids import SCENE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future
    from datetime import datetime

    from coreg.evening.keeping import Keeping
    from coreg.practice.play import Seat
    from coreg.practice.scene import Way
    from coreg.record.maps import Exit, Loop, Side
    from coreg.record.models import Agreement
    from coreg.store import Store

__all__ = [
    "OpenScene",
    "drawn",
    "exit_of",
    "open_scenes",
    "read_scene",
    "scenes_in",
    "side_of",
    "write_scene",
]

_STEPS = {"a": 0, "b": 2, "gesture": 1, "word": 3}
"""At which step of the loop a way out stands: before one's own move; after one, where it is of both."""


def write_scene(scene: Scene) -> bytes:
    """Return what is kept of a scene, as JSON."""
    plain = {
        "v": 1,
        "id": scene.id,
        "texts": dict(scene.texts),
        "at": scene.at,
        "first": scene.first,
        "weeks": scene.weeks,
        "loop": scene.loop,
    }
    return json.dumps(plain, separators=(",", ":")).encode()


def read_scene(row: str, data: bytes) -> Scene | None:
    """Read one back, to be gone on with; None for what else was put aside, and for what cannot be read."""
    if not row.startswith(SCENE):
        return None
    try:
        plain = json.loads(data)
        first: Seat | None = {"a": "a", "b": "b", None: None}[plain["first"]]
        texts = {str(key): str(text) for key, text in plain["texts"].items()}
        weeks = max(0, min(MOST_WEEKS, int(plain["weeks"])))
        scene = Scene(
            str(plain["id"]), MappingProxyType(texts), str(plain["at"]), first, weeks, str(plain["loop"])
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return taken_up(scene if scene.at in asked(scene) else replace(scene, at="scene"))


def scenes_in(rows: Iterable[tuple[str, bytes]]) -> tuple[Scene, ...]:
    """Return the scenes among what was put aside, the newest first."""
    found = filter(None, (read_scene(row, data) for row, data in rows))
    return tuple(sorted(found, key=lambda scene: scene.id, reverse=True))


def side_of(scene: Scene, seat: Seat) -> Side:
    """Return somebody's column as it is kept."""
    from coreg.record.maps import Side

    return Side(**{name: scene.said(seat, name) for name in FIELDS})


def drawn(scene: Scene, loop: Loop) -> Loop:
    """Return a loop with all that was written of the scene; unnamed, it is called as the scene was."""
    words = scene.texts.get("scene", "").strip()
    name = scene.texts.get("name", "").strip() or words
    return loop.model_copy(
        update={"name": name, "scene": words, "a": side_of(scene, "a"), "b": side_of(scene, "b")}
    )


def exit_of(way: Way) -> Exit:
    """Return a way out as it is kept; a sentence stands before the move of the one whose it is."""
    from coreg.record.maps import Exit

    kind: Literal["sentence", "gesture", "word"] = way.kind
    return Exit(text=way.text.strip(), kind=kind, at=_STEPS[way.seat or kind])


def open_scenes(keeping: Keeping) -> Future[tuple[Scene, ...]]:
    """Return the scenes that can be gone on with, the newest first."""
    return keeping.ask(lambda store: scenes_in(store.aside()))


class OpenScene:
    """One scene while it is looked at: what is kept of it takes the place of what was kept before."""

    def __init__(self, keeping: Keeping, scene: Scene) -> None:
        """Begin with a scene as it is in the books, or with a new one, which gets its id when it is kept."""
        self._keeping = keeping
        self._id, self._loop = scene.id, scene.loop
        self._gone = False

    def keep(self, scene: Scene) -> Future[None]:
        """Keep a scene as it is now."""
        return self._keeping.ask(lambda store: self._put(store, scene))

    def draw(self, scene: Scene, loop: Loop) -> Future[Loop]:
        """Keep the loop that is drawn from a scene, and the scene as it is now, together.

        Drawn once more it takes the place of what it was before, and keeps the ways out agreed on since.
        """

        def both(store: Store) -> Loop:
            with store.transaction():
                kept = store.keep(drawn(scene, _before(store, self._loop) or loop))
                self._loop = kept.id
                self._put(store, scene)
                return kept

        return self._keeping.ask(both)

    def finish(self, scene: Scene, loop: Loop, now: datetime) -> Future[Loop]:
        """Keep the loop, its ways out and an agreement for each, and let go of the scene: all of it or none.

        ``now`` is when both agreed. No agreement has the name of the loop.
        """

        def all_of_it(store: Store) -> Loop:
            with store.transaction():
                whole = drawn(scene, _before(store, self._loop) or loop)
                more = [exit_of(way) for way in ways(scene)]
                found = tuple(one for one in more if one not in whole.exits)
                for one in found:
                    store.keep(_agreement(one.text, scene.weeks, now))
                kept = store.keep(whole.model_copy(update={"exits": (*whole.exits, *found)}))
                self._drop(store)
                return kept

        return self._keeping.ask(all_of_it)

    def let_go(self) -> Future[None]:
        """Let go of what was kept of the scene, for good; the loop that was drawn from it stays."""

        return self._keeping.ask(self._drop)

    def _drop(self, store: Store) -> None:
        if self._id:
            store.drop_aside(f"{SCENE}{self._id}")
        self._gone = True

    def _put(self, store: Store, scene: Scene) -> None:
        # On the writing thread, one after the other: so a new scene gets one id, however fast it is typed.
        if self._gone:
            return
        self._id = self._id or store.new_id()
        store.put_aside(f"{SCENE}{self._id}", write_scene(replace(scene, id=self._id, loop=self._loop)))


def _agreement(text: str, weeks: int, now: datetime) -> Agreement:
    from coreg.record.models import Agreement

    day = now.date()
    again = day + timedelta(weeks=weeks) if weeks else None
    return Agreement(text=text, made=now.astimezone(UTC), local_date=day, look_again=again)


def _before(store: Store, loop: str) -> Loop | None:
    from coreg.record.maps import Loop
    from coreg.record.trouble import Trouble

    if not loop:
        return None
    try:
        found: object = store.find(loop)
    except Trouble:
        return None
    return found if isinstance(found, Loop) else None
