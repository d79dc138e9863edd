"""Before locked books: a passphrase of either opens them, nothing is told, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.vault.opening import OpeningRoom
from coreg.store.vault.keys import Ring
from coreg.store.vault.vault import Vault
from tests.screens.stage import Run
from tests.screens.vault.words import CODES, WORDS, code_on, give, note_code, wherever

SIZES = [(80, 24), (112, 32)]


class Opened:
    """Counts how often it was opened, and what may be read by then."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.times = 0

    def __call__(self) -> None:
        self.times += 1
        assert self.house.keeping.home() is not None


def room(house: House, breathe: Callable[[], None] | None = None) -> tuple[OpeningRoom, Opened]:
    opened = Opened(house)
    return OpeningRoom(house, opened, breathe), opened


@pytest.mark.sample
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seat", ["a", "b"])
async def test_either_passphrase_opens(run: Run, locked: House, seat: str, size: tuple[int, int]) -> None:
    screen, opened = room(locked)
    async with run(screen, size=size) as shown:
        assert "Whoever of you is here: your passphrase." in shown.text()
        assert "Mina" not in shown.text()
        assert "Jo" not in shown.text()
        await give(shown, {"a": WORDS["a"], "b": WORDS["b"]}[seat])
        assert opened.times == 1
        assert not wherever(shown.app, WORDS["a"])
        assert not wherever(shown.app, WORDS["b"])


async def test_what_is_typed_is_covered_until_it_shall_be_seen(run: Run, locked: House) -> None:
    async with run(room(locked)[0]) as shown:
        await shown.write("lantern")
        assert "lantern" not in shown.text()
        assert "•••••••" in shown.text()
        await shown.press("ctrl+t")
        assert "lantern" in shown.text()
        await shown.press("ctrl+t")
        assert "lantern" not in shown.text()


@pytest.mark.long
async def test_words_that_do_not_fit_stay_and_count_nothing(run: Run, locked: House) -> None:
    screen, opened = room(locked)
    async with run(screen) as shown:
        for _ in range(3):
            await shown.press("enter")
            await give(shown, "x")
            assert "That passphrase does not fit. Nothing is lost." in shown.text()
        assert screen.field.value == "x"
        await shown.press("y")
        assert "does not fit" not in shown.text()
        assert not opened.times


async def test_while_it_is_tried_it_says_so_and_answers_keys(run: Run, locked: House) -> None:
    screen, opened = room(locked)
    async with run(screen) as shown:
        await shown.write(WORDS["a"])
        await shown.pilot.press("enter")
        assert "Opening …" in shown.text() or opened.times
        await shown.pilot.press("f1")
        await shown.settle()
        assert opened.times == 1


async def test_nothing_typed_is_said(run: Run, locked: House) -> None:
    async with run(room(locked)[0]) as shown:
        await shown.press("enter")
        assert "Nothing was typed yet." in shown.text()


@pytest.mark.long
async def test_a_code_opens_and_is_replaced(run: Run, locked: House) -> None:
    screen, opened = room(locked)
    async with run(screen) as shown:
        await shown.press("ctrl+r")
        assert "your recovery code" in shown.text()
        await give(shown, CODES["b"].lower().replace("-", " "))
        assert "the code on your paper goes on opening" in " ".join(shown.text().split())
        assert "Jo, choose a passphrase." in shown.text()
        await give(shown, "meadow orbit thimble")
        await give(shown, "meadow orbit thimble")
        code = code_on(shown)
        await shown.press("enter")
        await give(shown, code)
        assert opened.times == 1
        assert not wherever(shown.app, "meadow orbit")
        assert not wherever(shown.app, code[:5])
    locking = locked.locking
    assert locking.open_books("meadow orbit thimble").result() == "b"
    assert locking.open_books(code, "code").result() == "b"
    assert locking.open_books(WORDS["a"]).result() == "a"
    with pytest.raises(Trouble, match="does_not_fit"):
        locking.open_books(WORDS["b"]).result()
    with pytest.raises(Trouble, match="does_not_fit"):
        locking.open_books(CODES["b"], "code").result()


@pytest.mark.long
async def test_new_words_and_the_new_code_hold_together(
    run: Run, locked: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, kept = Vault._keep, list[Ring]()

    def once(vault: Vault, ring: Ring) -> None:
        if kept:
            raise Trouble("disk_full", path="")
        kept.append(ring)
        keep(vault, ring)

    # A disk with room for one more change: what lies on paper must not be a code that never came to be.
    monkeypatch.setattr(Vault, "_keep", once)
    async with run(room(locked)[0]) as shown:
        await shown.press("ctrl+r")
        await give(shown, CODES["b"], "meadow orbit thimble", "meadow orbit thimble")
        code = await note_code(shown)
    assert locked.locking.open_books("meadow orbit thimble").result() == "b"
    assert locked.locking.open_books(code, "code").result() == "b"


@pytest.mark.long
async def test_a_code_stays_good_when_nothing_new_is_chosen(run: Run, locked: House) -> None:
    screen, opened = room(locked)
    async with run(screen) as shown:
        await shown.press("ctrl+r")
        await give(shown, CODES["a"])
        await shown.press("escape")
        assert opened.times == 1
    assert locked.locking.open_books(CODES["a"], "code").result() == "a"


@pytest.mark.long
async def test_esc_leads_nowhere_but_to_breathing_when_they_came_for_that(run: Run, locked: House) -> None:
    async with run(room(locked)[0]) as shown:
        await shown.press("escape")
        assert shown.is_open
        assert "breathe" not in shown.text()
    breathed: list[int] = []
    async with run(room(locked, lambda: breathed.append(1))[0]) as shown:
        assert "only breathe" in shown.text()
        await shown.press("escape")
        assert breathed == [1]


@pytest.mark.long
async def test_f9_asks_for_the_same_words_behind_a_calendar(run: Run, locked: House) -> None:
    screen, opened = room(locked)
    async with run(screen) as shown:
        await shown.write("half a passphr")
        await shown.press("f9")
        assert "2026" in shown.text()
        assert "passphrase" not in shown.text()
        await shown.press("f9")
        await give(shown, "wrong")
        assert "That does not fit." in shown.text()
        assert "2026" in shown.text()
        await shown.press("ctrl+a", "ctrl+k")
        await give(shown, WORDS["a"])
        assert opened.times == 1
