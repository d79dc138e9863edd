"""A practice as two people have it: own keys, sealed answers, the floor, stopping, and what is kept."""

from __future__ import annotations

import pytest

from coreg.evening.planning import Options, evening_plan, plan, spare
from coreg.screens.house import House
from coreg.screens.practice import Practice
from coreg.store import Store
from tests.screens.stage import FakeTime, Run, Shown


def start(house: House, kind: str, *practices: str) -> Practice:
    """Begin a sitting of some practices and return the screen of it."""
    plans = tuple(plan(name, None, Options()) for name in practices) or evening_plan(kind, Options())
    house.runner.start(kind, plans, house.couple, spare(Options()))
    return Practice(house)


class Hands:
    """Two people who take their time: every press comes two seconds after the one before."""

    def __init__(self, shown: Shown, time: FakeTime) -> None:
        """Take the screen and the clock."""
        self.shown = shown
        self.time = time

    async def press(self, *keys: str) -> None:
        """Press keys slowly."""
        for key in keys:
            await self.wait(1.5)
            await self.shown.press(key)

    async def wait(self, seconds: float) -> None:
        """Let time pass, and let the screen look at the clock."""
        while seconds > 0:
            self.time.advance(min(seconds, 1.5))
            seconds -= 1.5
            self.look()
        await self.shown.settle()

    def look(self) -> None:
        """Have the practice look at the clock, as its timer would."""
        screen = self.shown.screen
        if isinstance(screen, Practice) and self.shown.is_open:
            screen.look()


@pytest.mark.long
async def test_both_sealed_answers_stand_side_by_side(run: Run, house: House, time: FakeTime) -> None:
    async with run(start(house, "check_in", "check_in")) as shown:
        hands = Hands(shown, time)
        assert "Feet on the floor." in shown.text()
        await hands.press("n", "q", "f", "i", "j")
        assert "settled" in shown.row("settled")
        assert "over my line" in shown.row("over my line")
        assert "not yet" not in shown.text()


async def test_nothing_moves_while_one_has_sealed(run: Run, house: House, time: FakeTime) -> None:
    async with run(start(house, "check_in", "check_in")) as shown:
        hands = Hands(shown, time)
        await hands.press("n")
        before = shown.lines()[3:]
        await hands.press("w", "f")
        assert shown.lines()[3:] == before


async def test_it_stays_unsaid_when_either_seals_nothing(run: Run, house: House, time: FakeTime) -> None:
    async with run(start(house, "check_in", "check_in")) as shown:
        hands = Hands(shown, time)
        await hands.press("n", "q", "f", "j")
        assert "How is it inside you" in shown.text()
        await hands.press("j")
        assert "Tonight stays unsaid." in shown.text()
        assert "settled" not in shown.text()


@pytest.mark.parametrize("key", ["z", "slash", "escape"])
async def test_every_stop_looks_the_same(run: Run, house: House, time: FakeTime, key: str) -> None:
    async with run(start(house, "breathe", "breathe")) as shown:
        hands = Hands(shown, time)
        await hands.press(key)
        assert "Stopped. Nothing more is needed." in shown.text()
        assert "sit quietly" not in shown.text()
        await hands.wait(6)
        assert "sit quietly" in shown.text()
        assert "small breaths, one minute" in shown.text()


@pytest.mark.long
@pytest.mark.parametrize("key", ["s", "escape"])
async def test_whoever_sat_quietly_finds_the_choices_again(
    run: Run, house: House, time: FakeTime, key: str
) -> None:
    async with run(start(house, "day_talk", "day_talk"), size=(80, 24)) as shown:
        hands = Hands(shown, time)
        await hands.press("escape")
        await hands.wait(6)
        await hands.press("s")
        assert "a pause with a return" not in shown.text()
        assert "s what else there is" in " ".join(shown.text().split())
        assert shown.screen.has_class("-dim")
        await hands.press(key)
        assert "a pause with a return" in shown.text()
        assert not shown.screen.has_class("-dim")


@pytest.mark.long
async def test_going_on_needs_both_keys(run: Run, house: House, time: FakeTime) -> None:
    async with run(start(house, "check_in", "check_in")) as shown:
        hands = Hands(shown, time)
        await hands.press("escape")
        await hands.wait(6)
        await hands.press("f")
        assert "Stopped." in shown.text()
        await hands.press("j")
        assert "Feet on the floor." in shown.text()


@pytest.mark.long
async def test_a_turn_hands_over_and_can_be_taken_back(run: Run, house: House, time: FakeTime) -> None:
    async with run(start(house, "day_talk", "day_talk")) as shown:
        hands = Hands(shown, time)
        await shown.press("enter")
        await hands.press("f", "f")
        assert "Mina’s turn" in shown.text()
        assert "give a minute" in shown.row("give a minute")
        await hands.press("n")
        assert "Mina’s turn" in shown.text()
        await hands.press("f")
        assert "Jo is next." in shown.text()
        await hands.press("f")
        assert "Mina’s turn" in shown.text()
        await hands.press("f")
        await hands.wait(6)
        assert "Jo, I’d like" in shown.text()


@pytest.mark.long
async def test_the_listener_gives_a_minute_with_the_own_key(run: Run, house: House, time: FakeTime) -> None:
    async with run(start(house, "day_talk", "day_talk")) as shown:
        hands = Hands(shown, time)
        await shown.press("enter")
        await hands.press("f", "f", "j")
        assert "A minute was given." in shown.text()


@pytest.mark.long
async def test_a_pause_freezes_the_digits(run: Run, house: House, time: FakeTime) -> None:
    async with run(start(house, "day_talk", "day_talk")) as shown:
        hands = Hands(shown, time)
        await shown.press("enter")
        await hands.press("f", "f", "space")
        assert "Paused" in shown.text()
        frozen = shown.lines()[5:20]
        await hands.wait(60)
        assert shown.lines()[5:20] == frozen


@pytest.mark.long
async def test_the_end_of_the_time_is_no_alarm(run: Run, house: House, time: FakeTime) -> None:
    async with run(start(house, "day_talk", "day_talk")) as shown:
        hands = Hands(shown, time)
        await shown.press("enter")
        await hands.press("f", "f")
        await hands.wait(482)
        assert "There is room to finish the sentence." in shown.text()
        await hands.wait(20)
        assert "Come to the end when you can." in shown.text()
        assert "Mina’s turn" in shown.text()


async def test_letters_are_text_in_a_field_and_esc_keeps_the_draft(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(start(house, "day_talk", "day_talk")) as shown:
        hands = Hands(shown, time)
        await shown.write("jazz and/or fun")
        assert "jazz and/or fun" in shown.text()
        await hands.press("escape")
        assert "Stopped." in shown.text()
        await hands.wait(6)
        await hands.press("f", "j")
        assert "jazz and/or fun" in shown.text()


@pytest.mark.long
async def test_what_stays_is_typed_by_the_other_and_nodded_to(
    run: Run, house: House, time: FakeTime, store: Store
) -> None:
    async with run(start(house, "five", "one_thing")) as shown:
        hands = Hands(shown, time)
        await shown.write("[red]you asked[/] first")
        await shown.press("enter")
        assert "“[red]you asked[/] first”" in shown.text()
        await hands.press("j")
        assert "Mina, is that it?" in shown.text()
        await hands.press("f")
        await shown.press("enter")
        assert "Good night, Mina. Good night, Jo." in shown.text()
        assert "“[red]you asked[/] first”" in shown.text()
        assert "Kept." in shown.text()
    (session,) = store.sessions()
    (line,) = session.entries[0].lines
    assert (line.text, line.by) == ("[red]you asked[/] first", "a")


@pytest.mark.long
async def test_what_is_typed_while_the_note_opens_is_in_it(run: Run, house: House, time: FakeTime) -> None:
    async with run(start(house, "day_talk", "day_talk")) as shown:
        hands = Hands(shown, time)
        await hands.press("enter", "f")
        await hands.wait(1.5)
        await shown.write("mthe bridge")
        sitting = house.runner.state
        assert sitting is not None
        assert (sitting.results[-1].note, sitting.phase) == ("the bridge", "running")


@pytest.mark.long
async def test_a_note_on_a_practice_is_kept_with_it(
    run: Run, house: House, time: FakeTime, store: Store
) -> None:
    async with run(start(house, "breathe", "breathe")) as shown:
        hands = Hands(shown, time)
        await hands.press("m")
        await shown.write("it was quiet\nand good")
        await hands.press("ctrl+s")
        await hands.wait(20)
        await hands.press("n")
        assert "Kept." in shown.text()
    (session,) = store.sessions()
    (note,) = store.notes()
    assert note.text == "it was quiet\nand good"
    assert (note.session, note.entry) == (session.id, session.entries[0].id)


async def test_good_night_from_the_stop_screen_keeps_what_there_is(
    run: Run, house: House, time: FakeTime, store: Store
) -> None:
    async with run(start(house, "quiet")) as shown:
        hands = Hands(shown, time)
        await hands.wait(12)
        await hands.press("slash")
        await hands.wait(6)
        await hands.press("g")
        assert "Good night, Mina. Good night, Jo." in shown.text()
    (session,) = store.sessions()
    assert session.ended_early
    assert "slash" not in session.model_dump_json()


async def test_a_quiet_stop_screen_goes_dark_and_is_kept(
    run: Run, house: House, time: FakeTime, store: Store
) -> None:
    async with run(start(house, "quiet")) as shown:
        hands = Hands(shown, time)
        await hands.wait(12)
        await hands.press("escape")
        await hands.wait(125)
    (session,) = store.sessions()
    assert session.ended_early
    assert store.left_open() is None


@pytest.mark.sample
@pytest.mark.parametrize("size", [(80, 24), (112, 32), (200, 60)])
@pytest.mark.parametrize("practice", ["check_in", "breathe", "day_talk", "check_out", "one_thing", "waking"])
async def test_every_practice_shows_its_keys_at_every_size(
    run: Run, house: House, time: FakeTime, practice: str, size: tuple[int, int]
) -> None:
    async with run(start(house, practice, practice), size=size) as shown:
        assert "esc stop" in shown.text()
        assert "Mina" in shown.row("Jo")
        assert all(len(line) <= size[0] for line in shown.lines())


async def test_a_small_window_asks_for_a_larger_one(run: Run, house: House, time: FakeTime) -> None:
    async with run(start(house, "breathe", "breathe"), size=(50, 15)) as shown:
        assert "at least 60 columns" in shown.text()
        await shown.pilot.resize_terminal(80, 24)
        await shown.settle()
        assert "at least 60 columns" not in shown.text()
