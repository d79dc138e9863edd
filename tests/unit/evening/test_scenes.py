"""A scene is kept as it is typed, is gone on with after a kill, and becomes a loop together with its name."""

from __future__ import annotations

import json
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, date
from typing import TypeVar

import pytest

from coreg.evening.scenes import OpenScene, drawn, exit_of, open_scenes, read_scene, scenes_in, write_scene
from coreg.practice.play import Chose, Pressed
from coreg.practice.scene import UNDER, On, Scene, Turned, Typed, Way, apply
from coreg.record.maps import Exit, Loop
from coreg.record.trouble import Trouble
from coreg.store import Store
from tests.unit.evening.table import Table

T = TypeVar("T")


def begun() -> Scene:
    """Return a scene in which both are settled and a has begun to write."""
    scene = Scene()
    events = (Typed("the bills"), On(), Chose(0.0, "a", UNDER), Chose(0.0, "b", UNDER))
    for event in (*events, Pressed(0.0, "b"), Pressed(0.0, "a"), Pressed(0.0, "a"), Typed("Jo lea")):
        scene = apply(scene, event)
    return scene


def done(table: Table, asked: Future[T]) -> T:
    """Let the disk answer."""
    table.settle()
    return asked.result(0)


def blank(table: Table) -> Loop:
    """Return a loop that is not kept yet."""
    now = table.time.now()
    return Loop(name="", written=now.astimezone(UTC), local_date=now.date())


def test_what_was_typed_is_there_for_the_next_program(table: Table) -> None:
    one, other = OpenScene(table.keeping, begun()), OpenScene(table.keeping, Scene())
    # Kept twice before the disk has answered once, it is still one scene.
    asked = [one.keep(begun()), one.keep(apply(begun(), Typed("Jo leaves")))]
    done(table, other.keep(Scene(texts={"scene": "the stairs"})))
    assert all(future.done() for future in asked)
    found = done(table, open_scenes(table.keeping))
    assert found == scenes_in(table.store.aside())
    assert [scene.texts["scene"] for scene in found] == ["the stairs", "the bills"]
    assert (found[1].stage, found[1].said("a", "notice")) == ("gate", "Jo leaves")
    again = OpenScene(table.keeping, found[0])
    done(table, again.let_go())
    done(table, again.keep(found[0]))
    assert [scene.id for scene in scenes_in(table.store.aside())] == [found[1].id]
    done(table, OpenScene(table.keeping, Scene()).let_go())


def test_nothing_sealed_or_pressed_is_kept() -> None:
    scene = replace(begun(), offered=True, both=frozenset({"b"}))
    kept = json.loads(write_scene(scene))
    assert set(kept) == {"v", "id", "texts", "at", "first", "weeks", "loop"}


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b'{"id": "x", "texts": 3, "at": "scene", "first": null, "weeks": 1, "loop": ""}',
     b'{"id": "x", "texts": {}, "at": "scene", "first": "c", "weeks": 1, "loop": ""}'],
)  # fmt: skip
def test_what_cannot_be_read_is_no_scene(data: bytes) -> None:
    assert read_scene("scene-x", data) is None


def test_what_is_no_scene_or_at_no_step_is_told_apart() -> None:
    assert read_scene("pause-x", write_scene(begun())) is None
    strange = read_scene("scene-x", write_scene(replace(begun(), at="nowhere", weeks=999)))
    assert strange is not None
    assert (strange.at, strange.weeks) == ("scene", 26)


def test_a_loop_is_drawn_with_both_columns_and_the_scene_goes_on(table: Table) -> None:
    open_one = OpenScene(table.keeping, begun())
    loop = done(table, open_one.draw(begun(), blank(table)))
    assert (loop.name, loop.scene) == ("the bills", "the bills")
    assert loop.a is not None
    assert loop.b is not None
    assert (loop.a.notice, loop.b.do) == ("Jo lea", "")
    (scene,) = scenes_in(table.store.aside())
    assert scene.loop == loop.id
    agreed = table.store.keep(loop.model_copy(update={"exits": (Exit(text="slower"),)}))
    named = replace(scene, texts={**scene.texts, "name": " The Thursday storm "})
    changed = done(table, open_one.draw(named, blank(table)))
    assert (changed.id, changed.name, changed.exits) == (loop.id, "The Thursday storm", agreed.exits)
    assert [one.loop for one in scenes_in(table.store.aside())] == [loop.id]


def test_a_loop_that_is_gone_meanwhile_is_drawn_anew(table: Table) -> None:
    couple = table.store.couple()
    assert couple is not None
    for gone in ("0190b0a0-0000-7000-8000-000000000000", couple.id):
        scene = replace(begun(), loop=gone)
        loop = done(table, OpenScene(table.keeping, scene).draw(scene, blank(table)))
        assert loop.id != gone


def test_what_was_agreed_is_kept_with_the_loop_or_nothing_is(table: Table) -> None:
    now = table.time.now()
    texts = {"scene": "bills", "name": "storm", "a.say": "wait", "word": "harbour"}
    scene = Scene(texts=texts, at="over", first="a", weeks=2)
    one = OpenScene(table.keeping, scene)
    drawn_first = done(table, one.draw(scene, blank(table)))
    (found,) = scenes_in(table.store.aside())
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(Store, "drop_aside", full)
        failed = one.finish(found, blank(table), now)
        table.settle()
        assert isinstance(failed.exception(0), Trouble)
    assert table.store.agreements() == ()
    loop = done(table, one.finish(found, blank(table), now))
    assert (loop.id, [way.text for way in loop.exits]) == (drawn_first.id, ["wait", "harbour"])
    again = OpenScene(table.keeping, found)
    done(
        table, again.finish(replace(found, texts={**texts, "gesture": "a hand"}, weeks=0), blank(table), now)
    )
    days = {agreed.text: agreed.look_again for agreed in table.store.agreements()}
    assert days == {"wait": date(2026, 12, 7), "harbour": date(2026, 12, 7), "a hand": None}
    assert "storm" not in "".join(agreed.model_dump_json() for agreed in table.store.agreements())
    assert table.store.aside() == ()


def full(*_: object) -> None:
    """Refuse, as a full disk does."""
    raise Trouble("disk_full", path="book")


def test_ways_out_stand_where_they_belong() -> None:
    assert exit_of(Way(" wait ", "sentence", "a")) == Exit(text="wait", at=0)
    assert exit_of(Way("wait", "sentence", "b")).at == 2
    assert exit_of(Way("harbour", "word")) == Exit(text="harbour", kind="word", at=3)
    assert exit_of(Way("a hand", "gesture")).at == 1


def test_a_scene_that_was_never_named_is_called_by_its_words(table: Table) -> None:
    scene = apply(replace(begun(), at="agree", texts={"scene": " the stairs "}), Turned(1))
    assert drawn(scene, blank(table)).name == "the stairs"
