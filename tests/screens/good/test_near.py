"""Being near, from the own key at home to the line that both like, or none."""

from __future__ import annotations

from coreg.app import Start
from coreg.content import say
from coreg.evening.company import with_card
from coreg.evening.couple import Card
from coreg.keys import keymap
from coreg.record.headline import Home as Known
from coreg.screens.good_night import GoodNight
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.practice import Practice
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run, Shown
from tests.screens.whole import app

CARD = Card(("hand", "quiet"), ("advice",), ("the blue [b]blanket[/]",))
EMPTY = Known("Mina", "Jo", "a", (), ())


def seat_row(shown: Shown) -> str:
    """Return the row of both main keys."""
    return " ".join(shown.row("pause").split())


async def test_the_own_key_at_home_shows_the_card_to_the_other(house: House, time: FakeTime) -> None:
    house.keeping.change_couple(lambda couple: with_card(couple, "a", CARD)).result(5)
    async with app(house, Start("home")) as whole:
        house.learn()
        await whole.settle()
        assert say("home.near") in whole.text()
        await whole.press("f")
        assert not whole.on(Practice)
        two = Two(whole, time)
        await two.press("f")
        assert whole.on(Practice)
        time.advance(1.0)
        await whole.press("f")
        assert "Thank you for staying." not in whole.text()
        assert "Jo, this helps Mina:" in whole.text()
        assert "a hand · stay, but quiet" in whole.text()
        assert "the blue [b]blanket[/]" in whole.text()
        assert "Better not: advice" in whole.text()
        await two.press("j")
        assert "Thank you for staying." not in whole.text()
        await two.press("j")
        assert whole.row("Thank you for staying.")
        state = house.runner.state
        assert state is not None
        assert state.now_step.id == "thanks"


async def test_without_a_card_there_is_something_to_do_all_the_same(
    house: House, run: Run, time: FakeTime
) -> None:
    async with run(practise(house, "company", "company")) as shown:
        two = Two(shown, time)
        assert seat_row(shown).startswith("Mina f I would")
        await two.press("j")
        assert "Mina, this helps Jo:" in shown.text()
        assert "Stay near. Breathe slowly." in shown.text()
        assert "Still good?" not in shown.text()
        await two.wait(61)
        assert "Still good?" in shown.text()
        assert "it is enough j Jo" in shown.text()
        await two.wait(10)
        assert "Still good?" not in shown.text()
        await two.wait(70)
        assert "A line to keep" in shown.text()
        await two.wait(16)
        assert "Nothing more is needed." in shown.text()
        await two.wait(6)
        assert isinstance(shown.app.screen, GoodNight)
    (session,) = house.keeping.sessions().result(5)
    assert [entry.steps for entry in session.entries] == [("who", "stay", "thanks", "end")]
    assert not session.ended_early


async def test_where_home_uses_the_key_itself_nothing_else_is_offered(house: House, run: Run) -> None:
    house.keymap = keymap({"left.main": "x"})
    async with run(Home(house, EMPTY), size=(60, 18)) as shown:
        assert " ".join(shown.row("help").split()) == "Mina ? help x swap places be near j Jo"
