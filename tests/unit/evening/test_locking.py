"""Passphrases, codes and locked books, as the two of them meet them."""

from __future__ import annotations

from pathlib import Path

import pytest

from coreg.evening.locking import Chosen, Locking
from coreg.record.trouble import Trouble
from tests.unit.evening.locked_table import CODES, WORDS, LockedTable


@pytest.fixture
def table(tmp_path: Path) -> LockedTable:
    made = LockedTable(tmp_path / "book")
    made.set_up()
    return made


def test_at_first_nobody_has_a_room(table: LockedTable) -> None:
    assert not table.kept(table.locking.has_space())
    assert (table.keeping.sealed, table.keeping.locked) == (False, False)
    table.refused(table.locking.enter("a", WORDS["a"]), "no_space")


def test_a_room_is_entered_with_its_own_words_or_code(table: LockedTable) -> None:
    table.room("a")
    assert table.kept(table.locking.has_space())
    later = table.killed()
    assert later.enter("a").seat == "a"
    assert later.kept(later.locking.enter("a", CODES["a"], "code")).seat == "a"
    later.refused(later.locking.enter("b", WORDS["a"]), "does_not_fit")
    later.refused(later.locking.enter("a", WORDS["b"]), "does_not_fit")


def test_nothing_waits_for_a_passphrase(table: LockedTable) -> None:
    promise = table.locking.make_space("a", Chosen(WORDS["a"]))
    assert not promise.done()
    table.settle()
    assert promise.done()


def test_new_words_and_a_new_code_open_the_same_room(table: LockedTable) -> None:
    space = table.room("a")
    note = table.write_down(space, "mine")
    table.kept(table.locking.change(space, "quite another lantern"))
    table.kept(table.locking.change(space, CODES["b"], "code"))
    later = table.killed()
    later.refused(later.locking.enter("a", WORDS["a"]), "does_not_fit")
    later.refused(later.locking.enter("a", CODES["a"], "code"), "does_not_fit")
    again = later.kept(later.locking.enter("a", "quite another lantern"))
    assert later.kept(again.notes()) == (note,)
    assert later.kept(later.locking.enter("a", CODES["b"], "code")).seat == "a"


def test_a_room_is_put_behind_other_words_and_another_code_at_one_stroke(table: LockedTable) -> None:
    space = table.room("a")
    table.kept(table.locking.renew(space, "quite another lantern", CODES["b"]))
    later = table.killed()
    later.refused(later.locking.enter("a", WORDS["a"]), "does_not_fit")
    later.refused(later.locking.enter("a", CODES["a"], "code"), "does_not_fit")
    assert later.kept(later.locking.enter("a", "quite another lantern")).seat == "a"
    assert later.kept(later.locking.enter("a", CODES["b"], "code")).seat == "a"


def test_nobody_changes_words_without_the_room_being_open(table: LockedTable) -> None:
    space = table.room("a")
    space.close()
    with pytest.raises(Trouble) as caught:
        table.locking.change(space, "quite another lantern")
    assert caught.value.code == "space_shut"


def test_locked_books_open_for_either_and_say_whose_words_they_were(table: LockedTable) -> None:
    table.lock()
    assert (table.keeping.sealed, table.keeping.locked) == (True, False)
    for seat in WORDS:
        later = table.killed()
        assert later.keeping.locked
        later.refused(later.keeping.couple(), "locked")
        later.refused(later.locking.open_books("no words of theirs"), "does_not_fit")
        assert later.kept(later.locking.open_books(WORDS[seat])) == seat
        assert later.kept(later.keeping.couple())
        table = later
    last = table.killed()
    assert last.kept(last.locking.open_books(CODES["b"], "code")) == "b"


def test_shut_books_tell_nothing_until_the_words_are_said(table: LockedTable) -> None:
    table.lock()
    table.kept(table.locking.shut_books())
    assert table.keeping.locked
    table.refused(table.keeping.couple(), "locked")
    table.kept(table.locking.open_books(WORDS["a"]))
    assert table.keeping.home()


def test_whoever_has_a_room_keeps_it_when_the_books_are_locked(table: LockedTable) -> None:
    space = table.room("a")
    note = table.write_down(space, "mine")
    chosen = {"a": Chosen(WORDS["a"], CODES["a"], space), "b": Chosen(WORDS["b"], CODES["b"])}
    table.kept(table.locking.lock({"a": chosen["a"], "b": chosen["b"]}))
    later = table.killed()
    later.kept(later.locking.open_books(WORDS["b"]))
    assert later.kept(later.enter("a").notes()) == (note,)
    assert later.kept(later.enter("b").notes()) == ()


def test_new_keys_are_for_both_and_bring_the_private_notes_along(table: LockedTable) -> None:
    table.lock()
    spaces = {seat: table.enter(seat) for seat in WORDS}
    texts = {seat: table.write_down(spaces[seat], f"of {seat}").text for seat in WORDS}
    fresh = {seat: f"fresh {words}" for seat, words in WORDS.items()}
    table.kept(
        table.locking.new_keys({seat: Chosen(fresh[seat], CODES[seat], spaces[seat]) for seat in WORDS})
    )
    later = table.killed()
    later.refused(later.locking.open_books(WORDS["a"]), "does_not_fit")
    later.kept(later.locking.open_books(fresh["b"]))
    for seat in WORDS:
        space = later.kept(later.locking.enter(seat, fresh[seat]))
        assert [one.text for one in later.kept(space.notes())] == [texts[seat]]


def test_unlocked_books_are_open_and_rooms_stay_shut(table: LockedTable) -> None:
    table.lock()
    note = table.write_down(table.enter("b"), "mine")
    table.kept(table.locking.unlock())
    later = table.killed()
    assert (later.keeping.sealed, later.keeping.locked) == (False, False)
    assert later.keeping.home()
    assert later.kept(later.enter("b").notes()) == (note,)
    assert later.kept(later.enter("a").notes()) == ()


def test_a_code_is_made_and_known_again_however_it_is_written(table: LockedTable) -> None:
    code = table.locking.new_code()
    assert len(code) == 30
    assert Locking.same_code(code, code.lower().replace("-", " "))
    assert not Locking.same_code(code, CODES["a"])


@pytest.mark.parametrize(
    ("words", "other", "code"),
    [
        ("too short", "", "words_short"),
        ("x" * 1_025, "", "words_long"),
        (WORDS["a"], WORDS["a"], "words_same"),
    ],
)
def test_words_that_cannot_be_taken_are_refused_before_they_are_tried(
    words: str, other: str, code: str
) -> None:
    Locking.refuse_weak(WORDS["a"], WORDS["b"])
    with pytest.raises(Trouble) as caught:
        Locking.refuse_weak(words, other)
    assert caught.value.code == code


def test_what_was_chosen_is_never_shown() -> None:
    shown = repr(Chosen(WORDS["a"], CODES["a"]))
    assert WORDS["a"] not in shown
    assert CODES["a"] not in shown
