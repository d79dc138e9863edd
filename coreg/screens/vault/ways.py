"""The ways through passphrases and codes. Nothing is changed before the end of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.evening.locking import Chosen
from coreg.practice.play import other
from coreg.record.trouble import Trouble
from coreg.screens.vault.choosing import CODE, WORDS, ChoosingRoom
from coreg.screens.vault.entering import EnteringRoom
from coreg.screens.vault.leading import through, waiting
from coreg.screens.vault.page import PageRoom

if TYPE_CHECKING:
    from coreg.evening.space import Space
    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.screens.vault.leading import Way

__all__ = ["change_words", "lock", "make_room", "new_code", "new_keys", "renewed", "unlock"]


def make_room(house: House, seat: Seat | None = None, *, why: str = "") -> Way[Space | None]:
    """Make a room of one's own; None when that was left. One that may be there already asks twice."""
    there = yield from waiting(house.locking.has_space())
    if there:
        page = yield from through(PageRoom(house, "vault.anew", typed=True))
        if not page.answer:
            return None
    room = yield from through(ChoosingRoom(house, seat, cover=seat is None, why=why))
    if room.answer is None or room.seat is None:
        return None
    if there:
        yield from _not_the_others(house, room.seat, room.answer.words)
    return (yield from waiting(house.locking.make_space(room.seat, room.answer), "vault.making"))


def lock(house: House) -> Way[str]:
    """Lock the books: one after the other gives or chooses what opens them."""
    page = yield from through(PageRoom(house, "vault.lock"))
    if not page.answer:
        return ""
    there = yield from waiting(house.locking.has_space())
    chosen: dict[Seat, Chosen] = {}
    for seat in (house.left, house.right):
        unlike = "".join(one.words for one in chosen.values())
        one = yield from _part(house, seat, unlike, there=there)
        if one is None:
            return ""
        chosen[seat] = one
    for seat, one in chosen.items():
        chosen[seat] = yield from _entered_again(house, seat, one)
    yield from waiting(house.locking.lock(chosen), "vault.lock.sealing")
    return "vault.lock.done"


def _part(house: House, seat: Seat, unlike: str, *, there: bool) -> Way[Chosen | None]:
    """Return what one of them opens things with, and always a new code; None when that was left."""
    if not there:
        room = yield from through(ChoosingRoom(house, seat, unlike=unlike))
        return room.answer
    entering = yield from through(EnteringRoom(house, seat, may_make=True))
    if entering.none:
        page = yield from through(PageRoom(house, "vault.anew", typed=True))
        if not page.answer:
            return None
        room = yield from through(ChoosingRoom(house, seat, cover=False, unlike=unlike))
        return room.answer
    if entering.answer is None:
        return None
    if entering.kind == "code":
        return (yield from renewed(house, seat, entering.answer))
    house.locking.refuse_weak(entering.answer.words, unlike)
    return (yield from _with_code(house, seat, entering.answer))


def _with_code(house: House, seat: Seat, known: Chosen) -> Way[Chosen | None]:
    room = yield from through(ChoosingRoom(house, seat, CODE, cover=False))
    return room.answer and Chosen(known.words, room.answer.code, known.space)


def _entered_again(house: House, seat: Seat, one: Chosen) -> Way[Chosen]:
    """Open a room once more: while the other was choosing, it may have shut by itself."""
    if one.space is None:
        return one
    space = yield from waiting(house.locking.enter(seat, one.words))
    return Chosen(one.words, one.code, space)


def _not_the_others(house: House, seat: Seat, words: str) -> Way[None]:
    """Raise Trouble words_same for words that open the other's room already."""
    try:
        space = yield from waiting(house.locking.enter(other(seat), words))
    except Trouble as trouble:
        if trouble.code != "does_not_fit":
            raise
        return
    space.close()
    raise Trouble("words_same")


def renewed(house: House, seat: Seat, code: Chosen) -> Way[Chosen | None]:
    """Put a room that a code has opened behind new words and a new code; None when that was left."""
    parts = (*WORDS, *CODE)
    room = yield from through(ChoosingRoom(house, seat, parts, cover=False, why="vault.open.renew"))
    if room.answer is None:
        return None
    yield from _not_the_others(house, seat, room.answer.words)
    space = yield from waiting(house.locking.enter(seat, code.words, "code"))
    yield from waiting(house.locking.renew(space, room.answer.words, room.answer.code), "vault.making")
    return Chosen(room.answer.words, room.answer.code, space)


def change_words(house: House) -> Way[str]:
    """Choose another passphrase, or, with a code, another of both."""
    entering = yield from through(EnteringRoom(house, None))
    known, seat = entering.answer, entering.seat
    if known is None or seat is None:
        return ""
    if entering.kind == "code":
        again = yield from renewed(house, seat, known)
        return "vault.change.done" if again else ""
    room = yield from through(ChoosingRoom(house, seat, WORDS, cover=False))
    if room.answer is None:
        return ""
    yield from _not_the_others(house, seat, room.answer.words)
    space = yield from waiting(house.locking.enter(seat, known.words))
    yield from waiting(house.locking.change(space, room.answer.words), "vault.making")
    space.close()
    return "vault.change.done"


def new_code(house: House) -> Way[str]:
    """Make another recovery code."""
    entering = yield from through(EnteringRoom(house, None, by_code=False))
    if entering.answer is None or entering.seat is None:
        return ""
    chosen = yield from _with_code(house, entering.seat, entering.answer)
    if chosen is None:
        return ""
    space = yield from waiting(house.locking.enter(entering.seat, chosen.words))
    yield from waiting(house.locking.change(space, chosen.code, "code"), "vault.making")
    space.close()
    return "vault.new_code.done"


def new_keys(house: House) -> Way[str]:
    """Seal everything anew; both have to give their passphrases."""
    page = yield from through(PageRoom(house, "vault.new_keys"))
    chosen: dict[Seat, Chosen] = {}
    for seat in (house.left, house.right) if page.answer else ():
        entering = yield from through(EnteringRoom(house, seat, by_code=False))
        if entering.answer is None:
            return ""
        one = yield from _with_code(house, seat, entering.answer)
        if one is None:
            return ""
        chosen[seat] = one
    if not chosen:
        return ""
    for seat, one in chosen.items():
        chosen[seat] = yield from _entered_again(house, seat, one)
    yield from waiting(house.locking.new_keys(chosen), "vault.lock.sealing")
    return "vault.new_keys.done"


def unlock(house: House) -> Way[str]:
    """Turn locked books into open ones: either of the two may."""
    page = yield from through(PageRoom(house, "vault.unlock"))
    if not page.answer:
        return ""
    entering = yield from through(EnteringRoom(house, None, by_code=False))
    if entering.answer is None:
        return ""
    if entering.answer.space:
        entering.answer.space.close()
    yield from waiting(house.locking.unlock(), "vault.unlock.opening")
    return "vault.unlock.done"
