"""What a screen speaks to: it may look as often as it likes, and gets the same sound."""

from __future__ import annotations

import pytest

from coreg.sound import voice as module
from coreg.sound.cues import Cue, Guide, Phase
from coreg.sound.voice import AHEAD, Voice, Wish, opened
from tests.unit.sound.noted import Noted

TONES = Wish("tones", 40)
GUIDE = Guide.sitting(tuple(Phase(10.0 * one, "out", 6.0) for one in range(8)), 0)


class Clock:
    """A clock that is moved by hand."""

    now = 50.0

    def __call__(self) -> float:
        return self.now


class Table:
    """A voice, its clock, and the speakers that it opened."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.speakers: list[Noted] = []
        self.voice = Voice(self._open, self.clock)

    def _open(self) -> Noted:
        self.speakers.append(Noted())
        return self.speakers[-1]

    def look(self, until: float, wish: Wish = TONES, every: float = 0.25) -> None:
        """Look as a screen does; the guide began at second 50."""
        while self.clock.now < until:
            self.voice.hear(GUIDE, self.clock.now - 50.0, wish)
            self.clock.now += every


@pytest.fixture
def table() -> Table:
    return Table()


@pytest.mark.parametrize("every", [0.03, 0.25, 1.0, 4.0])
def test_however_often_it_is_told_each_tone_is_handed_over_once(table: Table, every: float) -> None:
    table.look(135, every=every)
    (speaker,) = table.speakers
    assert [cue.at for cue in speaker.cues] == [50.0 + cue.at for cue in GUIDE.cues]
    assert speaker.told == []
    assert set(speaker.volumes) == {40}


def test_no_more_than_a_while_is_handed_over_ahead(table: Table) -> None:
    table.look(50.5)
    assert max(cue.at for cue in table.speakers[0].cues) < 50 + AHEAD


def test_a_pause_stops_once_and_going_on_enters_the_tone_at_its_place(table: Table) -> None:
    table.look(72)
    for _ in range(3):
        table.voice.stop()
    (speaker,) = table.speakers
    assert speaker.told == ["stop"]
    speaker.cues.clear()
    table.clock.now = 300.0
    table.voice.hear(GUIDE, 22.0, TONES)
    assert speaker.cues[0] == Cue(298.0, "out", 6.0)


def test_time_that_jumped_is_followed(table: Table) -> None:
    table.look(60)
    table.clock.now += 30
    table.voice.hear(GUIDE, 10.5, TONES)
    (speaker,) = table.speakers
    assert speaker.told == ["stop"]
    assert speaker.cues[-1].at > table.clock.now


def test_what_is_not_over_is_cut_and_what_is_over_rings_out(table: Table) -> None:
    table.look(70)
    table.voice.hear(None, 0.0, TONES)
    assert table.speakers[0].told == ["stop"]
    other = Table()
    other.look(50 + GUIDE.last + 0.1)
    other.voice.hear(None, 0.0, TONES)
    assert other.speakers[0].told == []
    other.voice.finish()
    other.voice.end()
    assert other.speakers[0].told == ["finish", "end"]


def test_a_tone_that_rings_is_stopped_too(table: Table) -> None:
    table.voice.ring("swap", TONES)
    table.voice.stop()
    assert [cue.tone for cue in table.speakers[0].cues] == ["swap"]
    assert table.speakers[0].told == ["stop"]


@pytest.mark.parametrize("way", ["bell", "off"])
def test_nothing_is_opened_for_a_bell_or_for_silence(table: Table, way: str) -> None:
    table.look(60, Wish("bell" if way == "bell" else "off"))
    table.voice.ring("end", Wish())
    assert table.speakers == []


def test_turning_the_sound_off_is_heard_at_once(table: Table) -> None:
    table.look(62)
    table.voice.hear(GUIDE, 12.0, Wish("off"))
    assert table.speakers[0].told == ["stop"]


def test_a_missing_device_is_told_once_in_a_run(table: Table) -> None:
    table.look(51)
    assert table.voice.trouble() == ""
    table.speakers[0].status = "none"
    assert not table.voice.plays(TONES)
    assert [table.voice.trouble(), table.voice.trouble()] == ["no_sound", ""]
    table.voice.finish()
    assert table.voice.plays(TONES)
    table.speakers[1].status = "none"
    assert table.voice.trouble() == ""


def test_what_is_not_installed_is_missing_and_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    voice = Voice(opened)
    assert not voice.missing
    assert not voice.plays(TONES)
    assert voice.missing
    assert (voice.trouble(), voice.failed, voice.backend) == ("", False, "")


def test_the_next_practice_has_a_speaker_of_its_own(table: Table) -> None:
    table.look(52)
    table.voice.finish()
    table.clock.now = 50.0
    table.look(52)
    table.voice.finish()
    assert [speaker.told for speaker in table.speakers] == [["stop", "finish", "end"], ["stop", "finish"]]
