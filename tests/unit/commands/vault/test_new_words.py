"""passphrase, recover and new-keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coreg.store.vault.keys import Who
from tests.unit.commands.vault.typing_words import NEW, SEATS, A, B, Told, Type, keep_private, private_texts

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Opened, Run


@pytest.mark.parametrize("locked", [False, True], ids=["open", "locked"])
def test_a_passphrase_is_changed_with_the_old_one(
    made: Run, told: Told, type_: Type, locked: bool, opened: Opened
) -> None:
    assert told(["", A], "passphrase", "--who", "a").code == 0
    keep_private(opened, A, "mine")
    assert told(["", B], "passphrase", "--who", "b").code == 2
    type_("", "jo", "yes", B, B, "", "CODE")
    assert made("passphrase").code == 0
    if locked:
        assert told([A, B], "lock").code == 0
    typed = type_(A, "short", B, NEW, NEW)
    assert made("passphrase").code == 0
    assert typed.answers == []
    assert "at least 10" in typed.text
    assert "two different passphrases" in typed.text
    assert "Mina, your new passphrase" in typed.text
    ran = told([A, A], "passphrase")
    assert (ran.code, ran.out) == (1, "")
    assert private_texts(opened, NEW) == ["mine"]


def test_a_first_passphrase_comes_with_a_code(told: Told, opened: Opened) -> None:
    ran = told(["", A], "passphrase", "--who", "Jo")
    assert ran.code == 0
    who, code = ran.out.split()
    assert who == "Jo"
    with opened() as store:
        assert store.unlock(code, "code").who == store.unlock(A).who == "b"


def test_without_a_terminal_nothing_is_shut_for_good_without_a_yes(told: Told, opened: Opened) -> None:
    assert told(["", A], "passphrase", "--who", "a").code == 0
    assert told(["", B], "passphrase", "--who", "b").code == 0
    keep_private(opened, A, "mine")
    ran = told(["", NEW], "passphrase", "--who", "b")
    assert (ran.code, ran.out) == (2, "")
    assert "--yes" in ran.err
    assert told(["", NEW], "passphrase", "--who", "b", "--yes").code == 0
    assert private_texts(opened, A) == ["mine"]


def test_whose_a_first_passphrase_is_has_to_be_said(made: Run, told: Told, type_: Type) -> None:
    ran = told(["", A], "passphrase")
    assert (ran.code, ran.out) == (2, "")
    assert "--who" in ran.err
    type_("nobody")
    assert made("passphrase").code == 2


def test_a_room_is_not_made_anew_without_a_yes(made: Run, told: Told, type_: Type, opened: Opened) -> None:
    told(["", A], "passphrase", "--who", "a")
    keep_private(opened, A, "mine")
    type_("", "a", "no")
    assert made("passphrase").code == 1
    assert private_texts(opened, A) == ["mine"]


@pytest.mark.parametrize("who", ["a", "b"])
def test_a_code_opens_and_is_replaced_with_the_passphrase(
    told: Told, codes: dict[str, str], who: Who
) -> None:
    ran = told([codes[who].lower(), NEW], "recover")
    assert ran.code == 0
    assert SEATS[ran.out.split()[0]] == who
    assert codes[who] not in ran.out
    assert "blue mug" in told([NEW], "log").out
    assert told([{"a": A, "b": B}[who]], "log").code == 1
    again = told([codes[who], NEW], "recover")
    assert (again.code, again.out) == (1, "")
    assert "That code does not fit" in again.err
    assert told([ran.out.split()[1], "and another lantern"], "recover").code == 0


def test_a_code_is_typed_in_sight_and_a_slip_costs_nothing(
    made: Run, told: Told, type_: Type, codes: dict[str, str]
) -> None:
    typed = type_("no code", codes["b"], NEW, NEW, "", "CODE")
    ran = made("recover")
    assert (ran.code, ran.out) == (0, "")
    assert "That code does not fit" in typed.text
    assert codes["b"] in typed.seen
    assert NEW not in typed.seen
    assert told([NEW], "log").code == 0


def test_without_any_passphrase_there_is_nothing_to_recover(told: Told) -> None:
    ran = told(["01K8Z-70QRW-M1N2P-0THGV-5XS1C4", NEW], "recover")
    assert (ran.code, ran.out) == (2, "")


def test_new_keys_take_both_passphrases_in_any_order_and_make_two_codes(
    told: Told, made: Run, codes: dict[str, str]
) -> None:
    ran = told([B, A], "new-keys")
    assert ran.code == 0
    fresh = {SEATS[name]: code for name, code in map(str.split, ran.out.splitlines())}
    assert fresh.keys() == codes.keys()
    assert not {*fresh.values()} & {*codes.values()}
    assert "backups will be deleted" in ran.err
    assert told([codes["a"], NEW], "recover").code == 1
    assert "blue mug" in told([A], "log").out
    assert told([fresh["b"], NEW], "recover").code == 0


def test_new_keys_are_not_made_by_one_alone(told: Told, codes: dict[str, str], folder: Path) -> None:
    before = (folder / "home.coreg").read_bytes()
    ran = told([A, A], "new-keys")
    assert (ran.code, ran.out) == (1, "")
    assert (folder / "home.coreg").read_bytes() == before


def test_open_books_have_no_keys_to_renew(told: Told) -> None:
    ran = told([A, B], "new-keys")
    assert (ran.code, ran.out) == (2, "")
    assert "coreg lock" in ran.err
