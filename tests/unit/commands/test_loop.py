"""coreg loop: what is found, named and drawn, as text, Markdown and Mermaid; nothing is written."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coreg.record.maps import Exit, Link, Loop, MapWords, Side, Trigger

if TYPE_CHECKING:
    from coreg.store import Store
    from tests.unit.commands.conftest import Opened, Run

DAY = date(2026, 11, 9)
NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)


def put(store: Store) -> None:
    """Keep two triggers of each with their links, and a scene that was drawn."""
    cues = (
        ("a", "no [answer]", "press"),
        ("a", "late", "text"),
        ("b", "a <voice>", "go quiet"),
        ("b", "dark", "leave"),
    )
    kept = [
        store.keep(
            Trigger.model_validate(
                {"owner": owner, "words": MapWords(cue=cue, move=move), "written": NOON, "local_date": DAY}
            )
        )
        for owner, cue, move in cues
    ]
    for cue, move in ((0, 2), (2, 0), (1, 3), (3, 1)):
        store.keep(Link(cue=kept[cue].id, move=kept[move].id, made=NOON, local_date=DAY, nodded=cue < 2))
    scene = Loop(name="The stairs", scene="on the stairs", written=NOON, local_date=DAY)
    sides = {"a": Side(notice="no hello", do="I ask"), "b": Side(do="I hurry")}
    store.keep(scene.model_copy(update={**sides, "exits": (Exit(text="a hand", kind="gesture"),)}))


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a book."""
    return {path.name: path.read_bytes() for path in folder.glob("*") if path.is_file()}


def test_every_loop_is_told_in_lines_and_nothing_is_written(made: Run, opened: Opened, folder: Path) -> None:
    with opened() as store:
        put(store)
    before = files(folder)
    ran = made("loop")
    assert (ran.code, ran.err) == (0, "")
    assert "A loop between you\nIt came up once, last" in ran.out
    assert "  Mina notices: no [answer]\n" in ran.out
    assert "  Jo sees it so: a <voice>\n" in ran.out
    assert "The stairs\nDrawn from: on the stairs\n" in ran.out
    assert "a way out here: a hand" in ran.out
    assert made("loop", "--plain").out == ran.out
    assert files(folder) == before


def test_one_loop_is_picked_by_its_number_in_any_format(made: Run, opened: Opened) -> None:
    with opened() as store:
        put(store)
    found = made("loop", "3", "--format", "md")
    assert found.out.startswith("## The stairs\n\nDrawn from: on the stairs\n\n- Mina notices: no hello\n")
    assert "\\[answer\\]" in made("loop", "--format", "md").out
    drawn = made("loop", "3", "--format", "mermaid")
    assert drawn.out.startswith("%% The stairs\nflowchart LR\n")
    assert "#60;voice#62;" in made("loop", "--format", "mermaid").out
    missing = made("loop", "4")
    assert (missing.code, missing.out) == (1, "")
    assert "There is no loop with the number 4." in missing.err
    assert made("loop", "--format", "svg").code == 2


def test_it_is_said_when_there_is_nothing_to_see(made: Run, opened: Opened) -> None:
    ran = made("loop")
    assert (ran.code, ran.out) == (0, "")
    assert "Not enough to see a loop." in ran.err
    with opened() as store:
        put(store)
        for link in store.maps().links:
            if not link.nodded:
                store.delete(link.id)
        loop = store.maps().loops[0]
        store.bin(loop.id)
    assert "Nothing to draw here just now." in made("loop").err
    with opened() as store:
        store.keep(Loop(name="The %% storm", moves=("a:x", "b:y"), written=NOON, local_date=DAY))
    assert made("loop").out == "The %% storm\n  Nothing to draw here just now.\n"
    assert made("loop", "--format", "md").out == "## The %% storm\n\nNothing to draw here just now.\n"
