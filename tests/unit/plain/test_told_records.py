"""A talk that is told leaves the same records as the same talk on the screen, field by field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from coreg.evening.options import Options
from coreg.evening.planning import plan
from coreg.practice.play import Chose, Event, Pressed, Skipped, Wrote
from coreg.practice.sitting import Noted, Parked, Paused, Resumed, SittingEvent, Stopped, WentOn
from tests.unit.evening.table import Table
from tests.unit.plain.telling import Told, typed

DAY = (plan("day_talk", None, Options()),)

KEYS = (
    *typed(2, "the porch"),
    (5, "j"),
    (7, "y"),
    (8.5, "j"),
    (20, "f"),
    (26, ","),
    *typed(27, "ask mum"),
    (30, "m"),
    *typed(31, "the bridge"),
    (35, "z"),
    (42, "j"),
    (44, "f"),
    (46, "j"),
    (52, "n"),
    (54, "f"),
    (56, "space"),
    (57.5, "space"),
    (62, "n"),
    *typed(64, "we laughed"),
    (67, "j"),
    (70, "enter"),
    *typed(72, "a walk"),
    (76, "e"),
)
"""A whole day talk, pressed and typed."""

EVENTS: tuple[tuple[float, Callable[..., Event | SittingEvent], tuple[object, ...]], ...] = (
    (2.9, Wrote, ("the porch",)),
    (5, Pressed, ("b",)),
    (7, Chose, ("b", 0)),
    (8.5, Pressed, ("b",)),
    (20, Pressed, ("a",)),
    (26, Paused, ()),
    (27.7, Parked, ("ask mum",)),
    (27.7, Resumed, ()),
    (32, Noted, ("the bridge", True)),
    (35, Stopped, ()),
    (42, WentOn, ("b",)),
    (44, WentOn, ("a",)),
    (46, Pressed, ("b",)),
    (52, Skipped, ()),
    (54, Pressed, ("a",)),
    (56, Paused, ()),
    (57.5, Resumed, ()),
    (62, Skipped, ()),
    (65, Wrote, ("we laughed",)),
    (67, Pressed, ("b",)),
    (70, Wrote, ("",)),
    (72.6, Wrote, ("a walk",)),
    (76, Chose, ("a", 2)),
)
"""What happens in the same talk on the screen: when, what, and with what."""


def test_the_same_happens_and_the_same_is_kept_as_on_the_screen(tmp_path: Path) -> None:
    told = Told(tmp_path / "told", KEYS, plans=DAY, kind="day_talk")
    assert told.ended == "over"
    table = Table(tmp_path / "shown").set_up()
    table.begin("day_talk", *DAY)
    as_on_the_screen(table)
    of_the_screen = kept(table)
    assert kept(told.table) == of_the_screen
    assert ("a walk", date(2026, 11, 30)) in of_the_screen[1]


def kept(table: Table) -> tuple[list[object], list[tuple[str, date | None]]]:
    table.end()
    session = table.sessions()[0]
    entries = [entry.model_dump(exclude={"id", "lines"}) for entry in session.entries]
    lines = [(line.kind, line.text, line.by) for entry in session.entries for line in entry.lines]
    notes = table.kept(table.keeping.notes())
    agreed = table.kept(table.keeping.agreements())
    told = [session.kind, session.ended_early, entries, lines, [note.text for note in notes]]
    return told, [(one.text, one.look_again) for one in agreed]


def as_on_the_screen(table: Table) -> None:
    """Let the same happen at the same moments, by events."""
    gone = 0.0
    for at, kind, what in EVENTS:
        table.wait(at - gone)
        gone = at
        table.happens(kind, *what)
