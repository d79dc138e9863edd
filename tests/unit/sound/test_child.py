"""What the child hands to a device: its spectrum and its beginnings, held against the clock."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from coreg.sound.cues import Cue, Guide, Phase
from coreg.sound.tones import RATE, samples
from coreg.sound.voice import Voice, Wish
from coreg.sound.waves import FULL
from tests.unit.sound.ears import Heard, loudest, pitch, strength
from tests.unit.sound.playing import Stepped, heard_in, stepped

WITHIN = 0.05
"""Seconds by which sound and picture may differ, as handed to the device."""
STOPPED = 0.2
"""Seconds after a stop at which nothing may sound."""
WISH = Wish("tones", 100)

BEGAN = 100.0
COUNTDOWN = 2.0
GUIDE = Guide.sitting((Phase(0, "in", 4), Phase(4, "hold", 3), Phase(7, "out", 6)), COUNTDOWN)
IN, HOLD, OUT, END = 102.0, 106.0, 109.0, 115.0
"""The moments of the clock at which a breath that began to be counted down at 100 does what."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "handed"


def look(player: Stepped, voice: Voice, until: float, *, began: float = BEGAN, guide: Guide = GUIDE) -> None:
    """Look at the clock eight times a second, as a screen does."""
    while player.now < until:
        voice.hear(guide, player.now - began, WISH)
        player.go_to(player.now + 1 / 8)


def whole_breath(file: Path, wish: Wish = WISH) -> Heard:
    with stepped(file) as player:
        voice = Voice(lambda: player, player.clock)
        while player.now < 120:
            voice.hear(GUIDE, player.now - BEGAN, wish)
            player.go_to(player.now + 1 / 8)
    return heard_in(file)


@pytest.mark.long
def test_every_tone_begins_with_its_phase(file: Path) -> None:
    begins = [begin for begin, _ in whole_breath(file).sounds()]
    due = [100, 101, IN, IN + 4 / 3, HOLD, HOLD + 1, HOLD + 2, OUT, END]
    assert begins == pytest.approx(due, abs=WITHIN)


def test_in_rises_out_falls_and_a_hold_ticks(file: Path) -> None:
    heard = whole_breath(file)
    first, second = heard.part(IN + 0.3, IN + 0.8), heard.part(IN + 3, IN + 3.5)
    assert 190 < pitch(first) < pitch(second) < 350
    high, low = heard.part(OUT + 0.5, OUT + 1), heard.part(OUT + 4.5, OUT + 5)
    assert 220 > pitch(high) > pitch(low) > 130
    tick = heard.part(HOLD + 1, HOLD + 1.09)
    assert strength(tick, 784) > 20 * max(strength(tick, 200), strength(tick, 400))
    assert loudest(heard.part(HOLD + 1.2, HOLD + 1.9)) == 0


def test_a_stop_silences_everything_without_a_click(file: Path) -> None:
    with stepped(file) as player:
        voice = Voice(lambda: player, player.clock)
        look(player, voice, IN + 2)
        voice.stop()
        player.go_to(120)
    heard = heard_in(file)
    assert loudest(heard.part(IN + 1.8, IN + 2)) > 0.2 * FULL
    assert loudest(heard.part(IN + 2 + STOPPED, 120)) == 0
    assert max(abs(a - b) for a, b in pairwise(heard.part(IN + 1.8, IN + 3))) < 0.15 * FULL


@pytest.mark.long
def test_after_a_pause_the_tone_goes_on_where_it_was(file: Path) -> None:
    with stepped(file) as player:
        voice = Voice(lambda: player, player.clock)
        look(player, voice, OUT + 2)
        voice.stop()
        player.go_to(OUT + 12)
        look(player, voice, OUT + 18, began=BEGAN + 10)
    heard = heard_in(file)
    assert loudest(heard.part(OUT + 2 + STOPPED, OUT + 12)) == 0
    tone = list(samples("out", 6.0, 100))[round(2.1 * RATE) : round(5.9 * RATE)]
    assert heard.part(OUT + 12.1, OUT + 15.9) == tone
    assert heard.sounds()[-1][0] == pytest.approx(END + 10, abs=WITHIN)


@pytest.mark.sample
@pytest.mark.parametrize("offset", [-300, 300])
def test_sound_comes_sooner_or_later_by_the_offset(file: Path, offset: int) -> None:
    sounds = whole_breath(file, WISH._replace(offset=offset)).sounds()
    assert sounds[-1][0] == pytest.approx(END + offset / 1000, abs=WITHIN)
    assert sounds[-2][0] == pytest.approx(OUT + offset / 1000, abs=WITHIN)


def test_what_has_come_to_its_end_rings_out(file: Path) -> None:
    with stepped(file) as player:
        voice = Voice(lambda: player, player.clock)
        look(player, voice, END)
        voice.hear(None, 0.0, WISH)
        player.go_to(END + 6)
    heard = heard_in(file)
    begin, end = heard.sounds()[-1]
    assert begin == pytest.approx(END, abs=WITHIN)
    assert end - begin > 2


def test_what_is_left_before_its_end_is_cut(file: Path) -> None:
    with stepped(file) as player:
        voice = Voice(lambda: player, player.clock)
        look(player, voice, OUT + 1)
        voice.hear(None, 0.0, WISH)
        player.go_to(END + 6)
    assert loudest(heard_in(file).part(OUT + 1 + STOPPED, END + 6)) == 0


def test_a_program_that_hangs_is_not_heard_for_long(file: Path) -> None:
    many = Guide.sitting(tuple(Phase(10 * one, "out", 10) for one in range(20)), 0)
    with stepped(file) as player:
        voice = Voice(lambda: player, player.clock)
        look(player, voice, BEGAN + 1, guide=many)
        player.go_to(200)
    assert loudest(heard_in(file).part(BEGAN + 31, 200)) == 0


@pytest.mark.long
def test_volume_is_handed_over(file: Path) -> None:
    loud = loudest(whole_breath(file).samples)
    soft = loudest(whole_breath(file.with_name("soft"), Wish("tones", 50)).samples)
    assert 0.2 < soft / loud < 0.3


def test_what_it_cannot_read_is_passed_over(file: Path) -> None:
    with stepped(file) as player:
        for line in (
            "",
            "cue",
            "cue x in 4",
            "cue 100.1 shout 4",
            "cue nan in 4",
            "cue -1 in 4",
            "volume loud",
        ):
            player._lines.put(line)
        player._lines.put("until soon")
        player.cue(Cue(100.5, "tick", 0.09))
        player.go_to(102)
    (sound,) = heard_in(file).sounds()
    assert sound[0] == pytest.approx(100.5, abs=WITHIN)
