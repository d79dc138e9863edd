"""The bell's grammar: one for in, two for out, nothing for a hold, and never a rattle."""

from __future__ import annotations

from coreg.sound.bells import APART, rings
from coreg.sound.cues import Guide, Phase

BOX = Guide.sitting((Phase(0, "in", 4), Phase(4, "hold", 4), Phase(8, "out", 4)), 2)


def rung(guide: Guide, every: float) -> list[float]:
    """Return when the bell is rung by somebody who looks so often (s)."""
    looks = [number * every for number in range(round(guide.until / every) + 1)]
    return [now for before, now in zip([-every, *looks], looks, strict=False) if rings(guide, before, now)]


def test_one_for_in_two_for_out_none_for_a_hold_and_one_at_the_end() -> None:
    heard = rung(BOX, 0.125)
    assert [round(now, 1) for now in heard] == [2.0, 10.0, 10.4, 14.0]
    assert heard[2] - heard[1] >= APART


def test_a_breath_that_begins_at_once_is_rung() -> None:
    assert rung(Guide.sitting((Phase(0, "in", 4),), 0), 0.25)[0] == 0


def test_who_looks_rarely_rings_once_and_catches_nothing_up() -> None:
    assert len(rung(BOX, 5.0)) <= 3
    assert not rings(BOX, 2.0, 2.0)
