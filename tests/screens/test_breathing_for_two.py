"""Breathing for two as both have it: every way with its picture, going on alone, taps, how it was."""

from __future__ import annotations

from typing import Literal

import pytest

from coreg.evening.how import How
from coreg.evening.planning import plan
from coreg.record.models import Mark
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from coreg.screens.practice import Practice
from coreg.settings import Settings
from coreg.store import Store
from coreg.widgets.disc import Disc
from coreg.widgets.two_pictures import Crossing, SideBySide, TwoBars
from tests.screens.past import SATURDAY, evening, pair
from tests.screens.sittings import Two, breathe, hold
from tests.screens.stage import FakeTime, Run, Shown


def drawn(shown: Shown) -> set[str]:
    """Return which pictures can be seen."""
    pictures = (Disc, Crossing, SideBySide, TwoBars)
    found = (widget for kind in pictures for widget in shown.screen.query(kind))
    return {type(widget).__name__ for widget in found if widget.region.area}


def entry(house: House, store: Store) -> dict[str, object]:
    """Return the parameters of the one practice that was kept."""
    house.keeping.flush()
    (session,) = store.sessions()
    return dict(session.entries[0].params)


WAYS = [
    (How("crossing"), "Crossing", 6.0, ("Mina in 3", "Jo out 5")),
    (How("answer"), "Crossing", 16.0, ("Mina rest 9", "Jo in 3")),
    (
        How("beside", "long48"),
        "SideBySide",
        66.5,
        ("Mina in 3", "Jo in 3", "you begin together"),
    ),
    (How("lead"), "SideBySide", 6.0, ("Mina leads", "Jo follows", "f at each breath in")),
]


@pytest.mark.parametrize(("how", "picture", "at", "words"), WAYS)
@pytest.mark.parametrize("motion", ["full", "reduced", "none"])
async def test_every_way_has_its_words_and_its_picture(
    run: Run, house: House, time: FakeTime, how: How, picture: str, at: float,
    words: tuple[str, ...], motion: Literal["full", "reduced", "none"],
) -> None:  # fmt: skip
    house.settings = Settings(motion=motion)
    async with run(breathe(house, how), size=(80, 24)) as shown:
        two = Two(shown, time)
        await two.wait(at)
        assert all(each in shown.text() for each in words)
        assert drawn(shown) == {"full": {picture}, "reduced": {"TwoBars"}, "none": set()}[motion]


async def test_the_words_stand_above_their_own_half(run: Run, house: House, time: FakeTime) -> None:
    async with run(breathe(house, How("crossing")), size=(112, 32)) as shown:
        await Two(shown, time).wait(6)
        row = shown.row("Mina  in")
        assert row.index("Mina") < 56 < row.index("Jo")


async def test_the_last_minute_is_without_cues_and_the_disc_rests(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(breathe(house, How(free=True), minutes=2)) as shown:
        two = Two(shown, time)
        await two.wait(5 + 61)
        assert "Keep going together without me." in shown.text()
        before = shown.lines()[4:-5]
        await two.wait(9)
        assert shown.lines()[4:-5] == before


async def test_just_sitting_moves_nothing_but_the_time(run: Run, house: House, time: FakeTime) -> None:
    async with run(breathe(house, pattern="justsit")) as shown:
        two = Two(shown, time)
        await two.wait(40)
        before, left = shown.lines()[2:], shown.row("left")
        await two.wait(6)
        assert shown.lines()[2:] == before
        assert shown.row("left") != left


@pytest.mark.long
async def test_one_may_breathe_on_alone_and_nothing_says_who(
    run: Run, house: House, store: Store, time: FakeTime
) -> None:
    async with run(breathe(house, How("crossing", taps=True), "even5")) as shown:
        two = Two(shown, time)
        await two.wait(20)
        await two.press("z")
        assert "breathes on alone" not in shown.text()
        await two.wait(6)
        assert "q y one of you breathes on alone" in shown.text()
        await two.press("y")
        assert drawn(shown) == {"Disc"}
        assert not {"Mina", "Jo"} & set(" ".join(shown.text().splitlines()[3:6]).split())
        assert "f tap" not in shown.text()
        await two.press("escape")
        await two.wait(6)
        await two.press("f", "j")
        assert drawn(shown) == {"Crossing"}
        await two.press("escape")
        await two.wait(6)
        await two.press("g")
    assert "alone" not in str(entry(house, store))


async def test_nobody_goes_on_alone_with_a_talk(run: Run, house: House, time: FakeTime) -> None:
    house.runner.start("day_talk", (plan("day_talk", None, house.options()),), house.couple, ())
    async with run(Practice(house)) as shown:
        two = Two(shown, time)
        await two.press("escape")
        await two.wait(6)
        assert "breathes on alone" not in shown.text()
        await two.press("q")
        assert "Stopped." in shown.text()


@pytest.mark.long
async def test_to_lead_and_follow_swaps_half_way_and_tells_the_lag_once(
    run: Run, house: House, store: Store, time: FakeTime
) -> None:
    async with run(breathe(house, How("lead"), minutes=2)) as shown:
        two = Two(shown, time)
        await two.wait(5)
        for key, other, late in (("f", "j", 0.4), ("j", "f", 0.8)):
            for _ in range(6):
                await _tap(two, key, 1.0)
                await _tap(two, other, late)
                await _tap(two, key, 4.0 - late)
                assert "behind" not in shown.text()
                _pass(two, 5.0)
        await two.wait(3)
        assert drawn(shown) == set()
        assert "First half: whoever followed was usually 0.4 s behind." in shown.text()
        assert "Second half: whoever followed was usually 0.8 s behind." in shown.text()
        await two.press("f", "j")
        assert "Kept." in shown.text()
        assert "behind" not in shown.text()
    assert entry(house, store)["lag"] == pytest.approx(0.6, abs=0.21)


async def _tap(two: Two, key: str, after: float) -> None:
    """Let so many seconds pass, and tap."""
    _pass(two, after)
    await hold(two.shown, key, 1)


def _pass(two: Two, seconds: float) -> None:
    while seconds > 0:
        two.time.advance(min(seconds, 1.5))
        seconds -= 1.5
        two.look()


@pytest.mark.long
async def test_a_pace_is_found_with_sealed_answers(
    run: Run, house: House, store: Store, time: FakeTime
) -> None:
    async with run(breathe(house, pattern="paceFinder")) as shown:
        two = Two(shown, time)
        for pace in range(5):
            assert f"pace {pace + 1} of 5" in shown.text() or "soon" in shown.text()
            await two.press("n")
            assert "How easy was that?" in shown.text()
            before = shown.lines()
            left, right = ("t", "p") if pace == 2 else ("q", "y")
            await two.press(left)
            assert shown.lines()[2:-3] == before[2:-3]
            await two.press(right, "f", "j")
        assert "5.5 breaths a minute was easiest for you both." in shown.text()
        await two.press("f", "j")
    assert entry(house, store)["pace"] == 5.5


@pytest.mark.long
async def test_taps_with_a_guide_say_nothing_of_the_two(
    run: Run, house: House, store: Store, time: FakeTime
) -> None:
    async with run(breathe(house, How(taps=True), "even5", 2)) as shown:
        two = Two(shown, time)
        await two.wait(5)
        assert "f tap" in shown.text()
        for _ in range(6):
            await _tap(two, "f", 0.2)
            await _tap(two, "j", 0.4)
            _pass(two, 9.4)
        await two.wait(70)
        assert "Mina: 0.2 s after the cue, as a rule." in shown.text()
        assert "Jo: 0.6 s after the cue, as a rule." in shown.text()
        assert "That says nothing about the two of you." in " ".join(shown.text().split())
    found = entry(house, store)
    assert not [name for name in found if name.startswith("together")]
    assert found["cycles"] == 12


@pytest.mark.long
async def test_taps_without_a_guide_are_told_honestly_and_kept_as_figures(
    run: Run, house: House, store: Store, time: FakeTime
) -> None:
    async with run(breathe(house, How(taps=True), "justsit", 2)) as shown:
        two = Two(shown, time)
        await two.wait(5)
        for number in range(18):
            await _tap(two, "f", 2.0 + number % 3)
            await _tap(two, "j", 2.5 + number % 4 / 2)
            two.look()
        await two.wait(20)
        text = " ".join(shown.text().split())
        assert "Chance, for two people breathing like this:" in text
        assert "Too few times yet to say more." in text
        assert "More in step is not better or more loving." in text
    found = entry(house, store)
    assert found["together_n"]
    assert "cycles" not in found


@pytest.mark.long
async def test_how_it_was_before_and_after_is_asked_sealed_and_kept(
    run: Run, house: House, store: Store, time: FakeTime
) -> None:
    house.settings = Settings(form="full")
    async with run(breathe(house, How(rate=True))) as shown:
        two = Two(shown, time)
        for answers in (("7", "6"), ("4", "5")):
            for key, answer in zip(("f", "j"), answers, strict=True):
                await two.press(key)
                assert "How full is it, inside you?" in shown.text()
                assert "1 of 6" not in shown.text()
                await hold(shown, answer, 1)
                await hold(shown, "enter", 1)
            if answers[0] == "7":
                assert "soon" in shown.text()
                await two.press("n")
        assert "Kept." in shown.text()
    house.keeping.flush()
    (session,) = store.sessions()
    before, after = session.entries[0].before, session.entries[0].after
    assert before is not None
    assert after is not None
    assert (before.a.inside, before.b.inside, after.a.inside, after.b.inside) == (7, 6, 4, 5)


@pytest.mark.long
async def test_page_of_a_breathing_says_the_way_and_how_it_was_before_and_after(
    house: House, store: Store, run: Run
) -> None:
    kept = evening(store, SATURDAY, "breathe", variant="easy46")
    entry = kept.entries[0].model_copy(
        update={
            "params": {"way": "crossing", "cycles": 30},
            "before": pair(Mark(inside=7), Mark(inside=6)),
            "after": pair(Mark(inside=4), Mark(state="settled")),
        }
    )
    store.keep(kept.model_copy(update={"entries": (entry,)}))
    async with run(LookBack(house)) as shown:
        text = shown.text()
        assert "crossing, 30 breaths" in text
        assert text.index("Before it") < text.index("After it")
        for words in ("Mina 7 of 10 inside", "Jo 6 of 10 inside", "Mina 4 of 10 inside", "Jo settled"):
            assert words in text
