"""The one table of keys: defaults that go together, own keys, and how a press is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content import explain, has
from coreg.keys import KEYS, PLACES, KeymapError, keymap, press_name, works_in_field
from coreg.practice.hello import OFFERS

IDS = [key.id for key in KEYS]


def refused(changes: dict[str, str]) -> KeymapError:
    with pytest.raises(KeymapError) as caught:
        keymap(changes)
    return caught.value


# The table as it is


def test_every_key_has_an_id_of_its_own_a_place_and_a_default() -> None:
    assert len(set(IDS)) == len(IDS)
    assert {key.place for key in KEYS} == {part for parts in PLACES.values() for part in parts}
    assert all(key.default and key.id.startswith(f"{key.place}.") for key in KEYS)


def test_every_key_is_explained() -> None:
    assert [one for one in IDS if not has(f"keys.{one}")] == []


@pytest.mark.parametrize("place", PLACES)
def test_within_a_place_every_default_does_one_thing(place: str) -> None:
    keys = keymap({})
    for key in KEYS:
        if key.place in PLACES[place]:
            assert {keys.find(place, press) for press in key.default} == {key.id}


@pytest.mark.parametrize(
    ("place", "press", "does"),
    [
        ("practice", "f", "left.main"),
        ("practice", "j", "right.main"),
        ("practice", "z", "left.stop"),
        ("practice", "/", "right.stop"),
        ("practice", "t", "left.5"),
        ("practice", "y", "right.1"),
        ("practice", "space", "practice.pause"),
        ("practice", "n", "practice.skip"),
        ("home", "n", "home.note"),
        ("list", "/", "list.search"),
        ("both", "z", "left.stop"),
        ("rest", "z", None),
        ("rest", "f", None),
        ("home", "f9", "all.hide"),
        ("practice", "?", "all.help"),
        ("practice", "x", None),
    ],
)
def test_a_key_means_what_it_means_in_its_place(place: str, press: str, does: str | None) -> None:
    assert keymap({}).find(place, press) == does


@pytest.mark.parametrize("place", PLACES)
def test_stop_help_hide_and_leaving_work_in_every_place(place: str) -> None:
    found = [keymap({}).find(place, press) for press in ("escape", "?", "f1", "f9", "ctrl+q")]
    assert found == ["all.escape", "all.help", "all.help", "all.hide", "all.leave"]


def test_nothing_is_on_an_f_key_alone_but_hiding() -> None:
    alone = [key.id for key in KEYS if all(press[0] == "f" and press[1:].isdigit() for press in key.default)]
    assert alone == ["all.hide"]


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("all.escape", "esc"),
        ("list.page_up", "page up"),
        ("list.bin", "del"),
        ("left.main", "f"),
        ("nosuch", ""),
    ],
)
def test_a_key_is_written_for_a_person(key: str, label: str) -> None:
    assert keymap({}).label(key) == label


# Own keys


def test_own_keys_take_the_place_of_the_usual_ones() -> None:
    keys = keymap({"left.main": "a", "practice.pause": "space p0 f6"})
    assert keys.find("practice", "a") == "left.main"
    assert keys.find("practice", "f") is None
    assert keys.find("practice", "f6") == "practice.pause"
    assert keys.label("left.main") == "a"
    assert keymap({}).find("practice", "f") == "left.main"


def test_two_can_swap_their_keys() -> None:
    keys = keymap({"left.main": "j", "right.main": "f"})
    assert (keys.find("practice", "j"), keys.find("practice", "f")) == ("left.main", "right.main")


def test_at_home_the_own_main_keys_work_beside_what_home_does() -> None:
    keys = keymap({})
    assert (keys.find("home", "f"), keys.find("home", "j")) == ("left.main", "right.main")
    assert [keys.find("home", press) for press in ("z", "q", "w", "y", "i")] == [
        None,
        "home.night",
        None,
        None,
        None,
    ]
    assert [keys.find(place, "f") for place in ("list", "rest", "words")] == [None, None, "left.main"]


def test_what_home_uses_a_key_for_stays_so_whatever_an_own_key_is() -> None:
    keys = keymap({"left.main": "x"})
    assert keys.find("home", "x") == "home.swap"
    assert keys.find("practice", "x") == "left.main"


def test_letters_of_any_alphabet_are_keys() -> None:
    keys = keymap({"left.main": "а", "left.stop": "я"})
    assert keys.find("practice", "а") == "left.main"


def test_a_capital_is_the_same_key_and_one_named_twice_is_one() -> None:
    assert keymap({"left.main": "F f"}).by_id["left.main"] == ("f",)


def test_no_key_at_all_leaves_the_usual_one() -> None:
    assert keymap({"left.stop": "  "}).label("left.stop") == "z"


def test_an_id_there_is_not_is_met_with_the_nearest() -> None:
    error = refused({"left.mian": "a"})
    assert (error.code, error.facts) == ("key_unknown", {"id": "left.mian", "near": "left.main"})
    assert refused({"qqqqqq": "a"}).facts["near"] in IDS


@pytest.mark.parametrize(
    ("changes", "ids", "key"),
    [
        ({"left.main": "j"}, {"left.main", "right.main"}, "j"),
        ({"left.stop": "escape"}, {"left.stop", "all.escape"}, "escape"),
        ({"practice.note": "n"}, {"practice.note", "practice.skip"}, "n"),
        ({"all.help": "f9"}, {"all.help", "all.hide"}, "f9"),
        ({"left.1": "u"}, {"left.1", "right.2"}, "u"),
        ({"home.note": "g"}, {"home.note", "home.promises"}, "g"),
    ],
)
def test_a_key_that_would_mean_two_things_names_both(
    changes: dict[str, str], ids: set[str], key: str
) -> None:
    error = refused(changes)
    assert error.code == "key_clash"
    assert {error.facts["id"], error.facts["other"]} == ids
    assert error.facts["key"] == key


def test_a_key_may_mean_another_thing_in_another_place() -> None:
    keys = keymap({"home.note": "f"})
    assert keys.find("home", "f") == "home.note"
    assert keys.find("practice", "f") == "left.main"


@pytest.mark.parametrize("changes", [{"left.mian": "a"}, {"left.main": "j"}])
def test_what_does_not_hold_is_said_in_a_sentence_that_names_it(changes: dict[str, str]) -> None:
    error = refused(changes)
    sentence = explain(error)
    assert all(str(fact) in sentence for name, fact in error.facts.items() if name in ("id", "near", "other"))


@given(st.dictionaries(st.sampled_from([*IDS, "left.mian"]), st.text("fjz/ FnQ?", max_size=5), max_size=4))
def test_any_own_keys_hold_in_every_place_or_are_refused(changes: dict[str, str]) -> None:
    try:
        keys = keymap(changes)
    except KeymapError:
        return
    for place, parts in PLACES.items():
        for key in KEYS:
            if key.place in parts:
                assert {keys.find(place, press) for press in keys.by_id[key.id]} == {key.id}


# Presses


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [
        ("f", "f", "f"),
        ("F", "F", "f"),
        ("upper_f", "F", "f"),
        ("slash", "/", "/"),
        ("slash", None, "/"),
        ("comma", ",", ","),
        ("question_mark", "?", "?"),
        ("minus", "-", "-"),
        ("plus", "+", "+"),
        ("space", " ", "space"),
        ("enter", "\r", "enter"),
        ("tab", "\t", "tab"),
        ("escape", "\x1b", "escape"),
        ("backspace", "\x7f", "backspace"),
        ("ctrl+q", "\x11", "ctrl+q"),
        ("delete", None, "delete"),
        ("f9", None, "f9"),
        ("я", "я", "я"),
        ("Я", "Я", "я"),
    ],
)
def test_a_press_is_named_as_the_table_writes_it(key: str, character: str | None, name: str) -> None:
    assert press_name(key, character) == name


@pytest.mark.parametrize("press", ["escape", "f1", "f9", "f24", "ctrl+s", "tab", "shift+tab"])
def test_these_keys_work_while_somebody_types(press: str) -> None:
    assert works_in_field(press)


@pytest.mark.parametrize(
    "press", ["f", "j", "z", "/", "?", ",", "space", "n", "q", "enter", "left", "delete", "я"]
)
def test_while_somebody_types_letters_are_letters(press: str) -> None:
    assert not works_in_field(press)


def test_a_default_with_another_key_beside_it_gives_way_to_an_own_key() -> None:
    table = keymap({"right.5": "l", "left.5": ","})
    assert table.find("practice", "l") == "right.5"
    assert table.find("practice", "f3") == "practice.line"
    assert table.find("practice", "f4") == "practice.park"
    assert table.find("home", ",") == "home.settings"


@pytest.mark.parametrize("offer", sorted({key for keys in OFFERS.values() for key in keys}))
def test_a_key_that_the_first_start_offers_clashes_with_nothing(offer: str) -> None:
    for key_id, offers in OFFERS.items():
        if offer in offers:
            assert keymap({key_id: offer}).find("both", offer) == key_id
