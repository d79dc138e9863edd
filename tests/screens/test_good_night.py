"""Good night: what stayed, kept only when it is on disk, the light going down, and two ways to leave."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace

import pytest

from coreg.content import say
from coreg.evening.planning import is_night
from coreg.practice.play import Kept
from coreg.practice.sitting import Sitting
from coreg.record.trouble import Trouble
from coreg.screens.good.aloud import AloudRoom
from coreg.screens.good_night import GoodNight
from coreg.screens.house import House
from tests.screens.sittings import practise
from tests.screens.stage import Run


def ended(house: House, kind: str, *practices: str) -> Sitting:
    """Return a sitting that is over, with two lines that stayed and a hug both would like."""
    practise(house, kind, *practices)
    state = house.runner.state
    assert state is not None
    kept = (Kept("stays", "you asked first", "a"), Kept("stays", "no name under it"), Kept("hug", "yes"))
    return replace(state, phase="over", play=None, results=(replace(state.results[0], keeps=kept),))


def done() -> Future[None]:
    """Return the promise of a disk that was quick."""
    future: Future[None] = Future()
    future.set_result(None)
    return future


async def test_it_shows_what_stayed_the_hug_and_both_names(run: Run, house: House) -> None:
    async with run(GoodNight(house, ended(house, "quiet"), done())) as shown:
        text = shown.text()
        assert "“you asked first”\nMina\n" in text
        assert "“no name under it”\n\n" in text
        assert "You would both like a hug." in text
        assert "Good night, Mina. Good night, Jo." in text
        assert "Kept." in text


async def test_it_says_kept_only_when_the_disk_does(run: Run, house: House) -> None:
    kept: Future[None] = Future()
    async with run(GoodNight(house, ended(house, "quiet"), done())) as shown:
        screen = shown.screen
        assert isinstance(screen, GoodNight)
        screen.kept, screen.saved = kept, ""
        screen.wait_for_disk()
        screen.show()
        await shown.pilot.pause()
        assert "Kept." not in shown.text()
        kept.set_result(None)
        await shown.settle()
        assert "Kept." in shown.text()


@pytest.mark.long
async def test_it_says_what_stands_in_the_way(run: Run, house: House) -> None:
    kept: Future[None] = Future()
    kept.set_exception(Trouble("disk_full", path="2026.json"))
    async with run(GoodNight(house, ended(house, "quiet"), kept)) as shown:
        text = " ".join(shown.text().split())
        assert "The disk is full." in text
        assert "nothing is lost" in text
        assert "Kept." not in text


@pytest.mark.parametrize(
    ("kind", "practices", "night"),
    [
        ("quiet", (), True),
        ("five", (), True),
        ("breathe", ("breathe",), False),
        ("own", ("check_out",), True),
    ],
)
async def test_only_an_evening_says_good_night(
    run: Run, house: House, kind: str, practices: tuple[str, ...], *, night: bool
) -> None:
    sitting = ended(house, kind, *practices)
    assert is_night(sitting) is night
    async with run(GoodNight(house, sitting, done())) as shown:
        assert ("Good night, Mina." in shown.text()) is night
        assert ("That was that, Mina and Jo." in shown.text()) is not night


@pytest.mark.long
@pytest.mark.parametrize("key", ["f", "j", "escape"])
async def test_either_key_and_esc_go_home(run: Run, house: House, key: str) -> None:
    async with run(GoodNight(house, ended(house, "quiet"), done())) as shown:
        await shown.press(key)
        assert not shown.is_open
        assert shown.app.return_code is None


async def test_the_light_goes_down_unless_nothing_may_move(run: Run, house: House) -> None:
    async with run(GoodNight(house, ended(house, "quiet"), done())) as shown:
        screen = shown.screen
        assert isinstance(screen, GoodNight)
        for _ in range(24):
            screen.dim()
        assert screen.query_one("#stage").styles.text_opacity == pytest.approx(0.25)
        house.settings = replace(house.settings, motion="none")
        screen.dim()
        assert screen.query_one("#stage").styles.text_opacity == pytest.approx(0.25)


@pytest.mark.long
async def test_it_leaves_by_itself_but_never_from_under_somebody(run: Run, house: House) -> None:
    async with run(GoodNight(house, ended(house, "quiet"), done())) as shown:
        screen = shown.screen
        assert isinstance(screen, GoodNight)
        await shown.press("f1")
        screen.leave_by_itself()
        assert shown.app.return_code is None
        await shown.press("escape")
        screen.leave_by_itself()
        assert shown.app.return_code == 0


@pytest.mark.long
async def test_the_lines_fold_anew_in_another_window(run: Run, house: House) -> None:
    sitting = ended(house, "quiet")
    long = Kept("stays", "one word and then " * 9 + "the end", "b")
    sitting = replace(sitting, results=(replace(sitting.results[0], keeps=(long,)),))
    async with run(GoodNight(house, sitting, done()), size=(160, 40)) as shown:
        await shown.pilot.resize_terminal(60, 18)
        await shown.settle()
        assert "the end”" in shown.text()
        row = shown.row("Good night, Mina.")
        assert abs(len(row) - len(row.lstrip()) - (len(row) - len(row.rstrip()))) <= 2, "in the middle"


@pytest.mark.long
async def test_good_moments_of_the_week_are_offered_to_be_read_after_its_first_evening(
    run: Run, house: House
) -> None:
    house.maps.glimmer("[b]the kettle[/]", by="b").result(5)
    sitting = ended(house, "quiet")
    async with run(GoodNight(house, sitting, done(), "tonight")) as shown:
        await shown.settle()
        assert say("good_night.moments", key="tab") in shown.text()
        await shown.press("tab")
        room = shown.app.screen
        assert isinstance(room, AloudRoom)
        assert "“[b]the kettle[/]”" in shown.text()
        await shown.press("escape")
        assert "Good night, Mina." in shown.text()
    for other in (replace(sitting, early=True), ended(house, "breathe", "breathe")):
        async with run(GoodNight(house, other, done(), "tonight")) as shown:
            await shown.settle()
            await shown.press("tab")
            assert "read to each other?" not in shown.text()
            assert isinstance(shown.app.screen, GoodNight)
