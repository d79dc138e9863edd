"""What two people hear at a practice: tones, bells or nothing, and silence the moment one of them stops."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coreg.screens.house import House
from coreg.screens.settings import SettingsRoom
from coreg.sound.voice import Voice
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run, Shown
from tests.unit.sound.noted import Noted


class Ears:
    """A house with a speaker that notes, and the bell of its terminal."""

    def __init__(self, house: House, time: FakeTime) -> None:
        """Give the house a voice that speaks to the speaker."""
        self.speaker = Noted()
        self.house = house
        self.time = time
        self.rung: list[float] = []
        house.voice = Voice(lambda: self.speaker, time.clock)

    def listen(self, shown: Shown, monkeypatch: pytest.MonkeyPatch) -> Two:
        """Note the bell, too."""
        monkeypatch.setattr(shown.app, "bell", lambda: self.rung.append(self.time.clock() - 1000.0))
        return Two(shown, self.time)

    def tones(self) -> list[tuple[float, str]]:
        """Return what was to be played, in seconds since the test began."""
        return [(cue.at - 1000.0, cue.tone) for cue in self.speaker.cues]


@pytest.fixture
def ears(house: House, time: FakeTime) -> Ears:
    return Ears(house, time)


async def test_a_breath_is_heard_when_it_is_seen(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run(practise(house, "breathe", "breathe")) as shown:
        two = ears.listen(shown, monkeypatch)
        await two.wait(12)
        assert ears.tones()[5:8] == [(5.0, "in"), (9.0, "out"), (15.0, "in")]
        assert set(ears.speaker.volumes) == {60}
        assert ears.rung == []


@pytest.mark.parametrize("key", ["z", "slash", "escape"])
async def test_either_stop_is_silence_before_anything_else_is_drawn(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with run(practise(house, "breathe", "breathe")) as shown:
        two = ears.listen(shown, monkeypatch)
        await two.wait(12)
        await two.press(key)
        assert ears.speaker.told == ["stop"]
        await two.wait(3)
        assert ears.speaker.told == ["stop"]
        assert len([tone for tone in ears.tones() if tone[0] > 40]) == 0


@pytest.mark.long
async def test_a_pause_is_silent_and_going_on_takes_the_tone_up_where_it_was(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run(practise(house, "breathe", "breathe")) as shown:
        two = ears.listen(shown, monkeypatch)
        await two.wait(9)
        await two.press("space")
        assert ears.speaker.told == ["stop"]
        ears.speaker.cues.clear()
        await two.wait(30)
        assert ears.tones() == []
        await two.press("space")
        (began, tone), (following, _) = ears.tones()[:2]
        assert (tone, following - began) == ("out", 6.0)
        assert began < ears.time.clock() - 1000.0 < following


async def test_hiding_is_silent_at_once(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run(practise(house, "breathe", "breathe")) as shown:
        two = ears.listen(shown, monkeypatch)
        await two.wait(9)
        await two.press("f9")
        assert ears.speaker.told == ["stop"]
        ears.speaker.cues.clear()
        await two.wait(6)
        assert ears.tones() == []
        await two.press("f9")
        await two.wait(1.5)
        assert ears.tones() != []


@pytest.mark.long
async def test_the_bell_of_the_end_rings_out(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run(practise(house, "breathe", "breathe")) as shown:
        two = ears.listen(shown, monkeypatch)
        await two.wait(306)
        assert ears.tones()[-1] == (305.0, "end")
        assert ears.speaker.told == ["finish"]
        assert ears.rung == []


@pytest.mark.long
async def test_the_bell_rings_once_for_in_and_twice_for_out(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.settings = replace(house.settings, sound="bell")
    async with run(practise(house, "breathe", "breathe")) as shown:
        two = ears.listen(shown, monkeypatch)
        for _ in range(100):
            two.time.advance(0.25)
            two.look()
        assert ears.rung == [5.0, 9.0, 9.5, 15.0, 19.0, 19.5, 25.0]
        assert ears.tones() == []


async def test_without_a_device_one_sentence_is_said_and_the_bell_stands_in(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    ears.speaker.status = "none"
    async with run(practise(house, "breathe", "breathe")) as shown:
        two = ears.listen(shown, monkeypatch)
        await two.wait(1.5)
        assert ["No device was found" in one.message for one in shown.app._notifications] == [True]
        await two.wait(8)
        assert len(shown.app._notifications) == 1
        assert ears.rung == [6.0, 9.0, 9.5]


@pytest.mark.long
async def test_a_turn_is_not_told_how_the_bell_guides_a_breath(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    ears.speaker.status = "none"
    async with run(practise(house, "day_talk", "day_talk")) as shown:
        two = ears.listen(shown, monkeypatch)
        await two.press("enter", "f", "q", "f")
        await two.wait(20)
        assert "Mina’s turn" in shown.text()
        assert len(shown.app._notifications) == 0
        await two.press("escape")
        await two.wait(6)
        await two.press("b")
        await two.wait(2)
        assert ["No device was found" in one.message for one in shown.app._notifications] == [True]


@pytest.mark.long
async def test_what_is_not_installed_says_nothing_and_leaves_the_bell_for_the_end(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.voice = Voice()
    async with run(practise(house, "breathe", "breathe")) as shown:
        two = ears.listen(shown, monkeypatch)
        await two.wait(300)
        assert ears.rung == []
        assert "No device" not in shown.text()
        await two.wait(6)
        assert len(ears.rung) == 1


@pytest.mark.sample
@pytest.mark.parametrize("how", ["off", "quiet"])
async def test_off_and_quiet_hours_are_silent(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    quiet = replace(house.settings, quiet_from="20:00", quiet_until="07:00")
    house.settings = replace(house.settings, sound="off") if how == "off" else quiet
    async with run(practise(house, "breathe", "breathe")) as shown:
        two = ears.listen(shown, monkeypatch)
        await two.wait(310)
        assert (ears.tones(), ears.rung) == ([], [])


@pytest.mark.long
async def test_quiet_hours_end_in_the_middle_of_a_breathing(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    end = (ears.time.now() + timedelta(minutes=2)).strftime("%H:%M")
    house.settings = replace(house.settings, quiet_from="20:00", quiet_until=end)
    async with run(practise(house, "breathe", "breathe")) as shown:
        two = ears.listen(shown, monkeypatch)
        await two.wait(115)
        assert ears.tones() == []
        await two.wait(10)
        assert ears.tones() != []


@pytest.mark.long
async def test_a_talk_is_heard_at_its_turns(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run(practise(house, "day_talk", "day_talk")) as shown:
        two = ears.listen(shown, monkeypatch)
        await two.press("enter", "f", "f")
        await two.wait(500)
        tones = [tone for _, tone in ears.tones()]
        assert tones[:2] == ["two_left", "turn_end"]
        await two.press("f")
        await two.wait(7)
        assert "swap" in [tone for _, tone in ears.tones()]
        assert ears.rung == []


@pytest.mark.parametrize(
    ("sound", "said"),
    [
        ("tones", "Played through Noted"),
        ("bell", "Rung by the terminal"),
        ("off", "Sound is off"),
    ],
)
async def test_the_sound_can_be_tried(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch, sound: str, said: str
) -> None:
    house.settings = replace(house.settings, sound=sound)  # type: ignore[arg-type]
    screen = SettingsRoom(house)
    async with run(screen) as shown:
        ears.listen(shown, monkeypatch)
        screen.at = [row.id for row in screen.rows].index("test")
        screen.show()
        await shown.press("enter")
        assert said in shown.text()
        for _ in range(60):
            ears.time.advance(0.25)
            screen.trial.look()
        tones = [tone for _, tone in ears.tones()]
        assert tones == (["in", "out", "tick", "tick", "tick", "end"] if sound == "tones" else [])
        assert len(ears.rung) == (4 if sound == "bell" else 0)


@pytest.mark.long
async def test_a_trial_is_stopped_by_a_second_press_or_by_leaving(
    run: Run, house: House, ears: Ears, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = SettingsRoom(house)
    async with run(screen) as shown:
        screen.at = [row.id for row in screen.rows].index("test")
        await shown.press("enter", "enter")
        assert ears.speaker.told == ["stop", "finish"]
        ears.speaker.told.clear()
        await shown.press("enter", "escape")
        assert "stop" in ears.speaker.told


@pytest.mark.sample
@pytest.mark.parametrize("how", ["missing", "failed", "quiet"])
async def test_a_trial_says_what_stands_in_the_way(run: Run, house: House, ears: Ears, how: str) -> None:
    ears.speaker.status = "none"
    if how == "missing":
        house.voice = Voice()
    if how == "quiet":
        house.settings = replace(house.settings, quiet_from="20:00", quiet_until="21:00")
    screen = SettingsRoom(house)
    async with run(screen) as shown:
        screen.at = [row.id for row in screen.rows].index("test")
        await shown.press("enter")
        said = {"missing": "not installed", "failed": "No device was found", "quiet": "your quiet hours"}
        assert said[how] in shown.text()
