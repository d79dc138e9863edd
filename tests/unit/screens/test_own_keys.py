"""Any printable key can be an own key, unless it means something else in the same rooms."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coreg.keys import keymap
from coreg.practice.hello import ASKED
from coreg.screens.own_keys import HIDE, Clash, hide_clash, own_keys, to_save, usable


def pressed(*keys: str, changes: dict[str, str] | None = None, hide: str = "") -> dict[str, str] | Clash:
    """Return what becomes of keys pressed one after the other."""
    found: dict[str, str] | Clash = {}
    for count in range(1, len(keys) + 1):
        found = own_keys(dict(zip(ASKED, keys[:count], strict=False)), changes or {}, hide)
        if isinstance(found, Clash):
            return found
    return found


def saved(own: dict[str, str] | Clash, changes: dict[str, str] | None = None) -> dict[str, str | None]:
    """Return what would be saved."""
    assert isinstance(own, dict)
    return to_save(own, changes or {})


@pytest.mark.parametrize("press", ["f", "/", "а", "я", "7", "é", "ß", "か", "-", "€", "ı"])
def test_letters_digits_and_signs_can_be_own_keys(press: str) -> None:
    assert usable(press)


@pytest.mark.parametrize(
    "press", ["", "enter", "up", "f5", "left_shift", " ", "\u0301", "\u200d", "\x1b", "i̇"]
)
def test_what_cannot_be_seen_alone_cannot(press: str) -> None:
    assert not usable(press)


def test_the_usual_keys_need_no_saving() -> None:
    assert saved(pressed("f", "z", "j", "/")) == {}


def test_other_keys_are_saved_by_id() -> None:
    assert saved(pressed("d", "a", "k", ";")) == {
        "left.main": "d",
        "left.stop": "a",
        "right.main": "k",
        "right.stop": ";",
    }


def test_the_keys_of_the_other_are_free_until_they_are_taken() -> None:
    assert saved(pressed("j", "/", "f", "z")) == {
        "left.main": "j",
        "left.stop": "/",
        "right.main": "f",
        "right.stop": "z",
    }
    assert pressed("j", "/", "j") == Clash("j", "right.main", "left.main")


def test_going_back_to_the_usual_keys_takes_the_changes_out() -> None:
    before = {"left.main": "d", "practice.skip": "v"}
    assert saved(pressed("f", "z", "j", "/", changes=before), before) == {"left.main": None}


@pytest.mark.parametrize(
    ("press", "other"),
    [("b", "practice.breaths"), ("n", "practice.skip"), ("y", "right.1"), ("?", "all.help")],
)
def test_a_key_that_means_something_else_is_refused_and_both_are_named(press: str, other: str) -> None:
    assert pressed(press) == Clash(press, "left.main", other)


def test_one_key_cannot_be_own_key_and_stop() -> None:
    assert pressed("d", "d") == Clash("d", "left.stop", "left.main")


def test_the_key_that_hides_is_taken() -> None:
    assert pressed("h", hide="h") == Clash("h", "left.main", HIDE)


@pytest.mark.parametrize(
    ("keys", "left", "right"),
    [
        (("f", "y", "j", "-"), "qwert", "zuiop"),
        (("f", "w", "j", "!"), "azert", "yuiop"),
        (("а", "я", "о", "."), "йцуке", "нгшщз"),
    ],
    ids=["qwertz", "azerty", "jcuken"],
)
def test_the_five_answers_follow_the_layout_that_the_first_stop_tells(
    keys: tuple[str, ...], left: str, right: str
) -> None:
    own = pressed(*keys)
    assert isinstance(own, dict)
    assert "".join(own[f"left.{number}"] for number in range(1, 6)) == left
    assert "".join(own[f"right.{number}"] for number in range(1, 6)) == right


def test_another_layout_is_left_again() -> None:
    german = saved(pressed("f", "y", "j", "-"))
    before = {key_id: key for key_id, key in german.items() if key}
    assert saved(pressed("f", "z", "j", "/", changes=before), before) == dict.fromkeys(before)


def test_answers_changed_by_hand_stay() -> None:
    before = {"left.1": "1", "right.5": "0"}
    own = pressed("f", "z", "j", "/", changes=before)
    assert isinstance(own, dict)
    assert (own["left.1"], own["right.5"]) == ("1", "0")
    assert saved(own, before) == {}


def test_a_layout_that_does_not_fit_the_own_key_is_not_taken() -> None:
    assert pressed("z", "y") == Clash("y", "left.stop", "right.1")


@pytest.mark.long
@given(st.lists(st.sampled_from("fzj/dahklvx.,;'1234567890йяюэyw-=[]"), min_size=4, max_size=4, unique=True))
def test_four_keys_that_were_taken_always_make_a_keymap_that_holds(keys: list[str]) -> None:
    own = pressed(*keys)
    assume(isinstance(own, dict))
    assert isinstance(own, dict)
    made = keymap({key_id: key for key_id, key in to_save(own, {}).items() if key})
    assert [made.label(key_id) for key_id in ASKED] == keys


@pytest.mark.parametrize(
    ("press", "other"), [("n", "practice.skip"), ("x", "home.swap"), ("f", "left.main"), ("u", "right.2")]
)
def test_the_key_that_hides_does_nothing_else_anywhere(press: str, other: str) -> None:
    assert hide_clash(press, {}) == Clash(press, HIDE, other)


def test_a_free_key_can_hide() -> None:
    assert hide_clash("v", {}) is None
    assert hide_clash("v", {"left.main": "V"}) == Clash("v", HIDE, "left.main")
