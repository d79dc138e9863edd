"""What helps, shown in a pause: what each does alone when stirred up, unless something was agreed."""

from __future__ import annotations

from dataclasses import replace

from coreg.practice.helping import Help
from coreg.record.models import PauseAgreement
from coreg.screens.house import House
from coreg.screens.timeout.pause import PauseRoom
from tests.screens.stage import Run

HELPS = (
    Help("a shower", ("alone",), ("up",), "a"),
    Help("once around the block", (), ("up",)),
    Help("tea", ("alone",), ("up",)),
    Help("a song", ("together",), ("up",), "b"),
)


async def test_what_was_agreed_comes_first_and_two_things_stand_for_the_other(house: House, run: Run) -> None:
    house.couple = replace(house.couple, helps=HELPS)
    pause = house.pausing.ask_for(30 * 60.0, None).result(5)
    async with run(PauseRoom(house, pause), size=(80, 24)) as shown:
        assert "Mina: a shower · once around the block" in shown.text()
        assert "Jo: once around the block · tea" in shown.text()
    house.pausing.agree(PauseAgreement(a="the garden", looked=house.now().date())).result(5)
    async with run(PauseRoom(house, pause), size=(80, 24)) as shown:
        assert "Mina: the garden" in shown.text()
        assert "Jo: once around the block · tea" in shown.text()
