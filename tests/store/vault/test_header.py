"""What stands in clear is read as it was written, or refused before anything is done with it."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.store.vault.header import of_book, of_home, refuse_other, ring_of
from tests.store.helpers import trouble
from tests.store.vault.couple import COUPLE, OTHERS, cuts, flips, outcomes, ring, ring_of_one

FILE = "home.coreg"
HOME = of_home(ring())
BOOK = of_book(COUPLE, "2026")
Plain = dict[str, Any]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "pub", "slots", "v", "a", "b", "kdf", "m"]), inner, max_size=4
        )
    ),
    max_leaves=6,
)


def edited(change: Callable[[Plain], object]) -> bytes:
    """Return the header of the home book with one thing in it changed, written as ours are."""
    plain = orjson.loads(HOME)
    change(plain)
    return orjson.dumps(plain, option=orjson.OPT_SORT_KEYS)


def kdf(**values: object) -> bytes:
    return edited(lambda plain: plain["slots"][0]["kdf"].update(values))


def test_a_ring_comes_back_as_it_was_written() -> None:
    assert ring_of(FILE, HOME) == ring()
    assert ring_of(FILE, of_home(ring_of_one())) == ring_of_one()


def test_the_header_is_json_with_sorted_keys_and_no_blanks() -> None:
    plain = orjson.loads(HOME)
    assert list(plain) == ["id", "pub", "slots", "v"]
    assert [(slot["who"], slot["kind"]) for slot in plain["slots"]] == [
        ("a", "pass"),
        ("a", "code"),
        ("b", "pass"),
        ("b", "code"),
    ]
    assert list(plain["slots"][0]) == ["kdf", "key", "kind", "who"]
    assert list(plain["slots"][0]["kdf"]) == ["alg", "m", "p", "salt", "t"]
    assert b" " not in HOME
    assert BOOK == b'{"id":"0123456789abcdef0123456789abcdef","name":"2026","v":1}'


@pytest.mark.parametrize("cost", [{"m": 19_456}, {"m": 1_048_576}, {"t": 10}, {"p": 16}])
def test_a_cost_within_the_bounds_is_believed(cost: Plain) -> None:
    found = ring_of(FILE, kdf(**cost)).slots[0].cost
    assert all(getattr(found, name) == value for name, value in cost.items())


EDITS = {
    "slot removed": edited(lambda plain: plain["slots"].pop()),
    "slot twice": edited(lambda plain: plain["slots"].append(plain["slots"][0])),
    "no slots": edited(lambda plain: plain["slots"].clear()),
    "slots swapped": edited(lambda plain: plain["slots"].reverse()),
    "slot of a third": edited(lambda plain: plain["slots"][0].update(who="c")),
    "slots no list": edited(lambda plain: plain.update(slots={"a": 1})),
    "slot no object": edited(lambda plain: plain.update(slots=["a", "b", "c", "d"])),
    "m of 8 KiB": kdf(m=8),
    "m below the least": kdf(m=19_455),
    "m of 4 TiB": kdf(m=2**32),
    "m beyond numbers": kdf(m=2**63),
    "m a float": kdf(m=65_536.0),
    "m a truth": kdf(m=True),
    "m a text": kdf(m="65536"),
    "t of 0": kdf(t=0),
    "t of 11": kdf(t=11),
    "p of 99": kdf(p=99),
    "p below nothing": kdf(p=-1),
    "another function": kdf(alg="argon2i"),
    "a field more": edited(lambda plain: plain.update(note="hello")),
    "a field more in a slot": edited(lambda plain: plain["slots"][0].update(hint="cat")),
    "a field more in a cost": kdf(x=1),
    "public keys missing": edited(lambda plain: plain.pop("pub")),
    "public key short": edited(lambda plain: plain["pub"].update(a="AAAA")),
    "public key of a third": edited(lambda plain: plain["pub"].update(c=plain["pub"]["a"])),
    "public keys a list": edited(lambda plain: plain.update(pub=["a", "b"])),
    "id of capitals": edited(lambda plain: plain.update(id=COUPLE.upper())),
    "id too long": edited(lambda plain: plain.update(id=COUPLE + "0")),
    "id no text": edited(lambda plain: plain.update(id=5)),
    "no version": edited(lambda plain: plain.pop("v")),
    "version 0": edited(lambda plain: plain.update(v=0)),
    "version true": edited(lambda plain: plain.update(v=True)),
    "version a text": edited(lambda plain: plain.update(v="2")),
    "keys in another order": orjson.dumps(dict(reversed(orjson.loads(HOME).items()))),
    "blanks": orjson.dumps(orjson.loads(HOME), option=orjson.OPT_INDENT_2),
    "a name twice": HOME.replace(b'"v":1}', b'"v":1,"v":1}'),
    "base64 of nothing": edited(lambda plain: plain["slots"][1].update(key="")),
    "base64 junk": edited(lambda plain: plain["slots"][1].update(key="!" * 108)),
    "base64 with a line end": edited(
        lambda plain: plain["slots"][1].update(key=plain["slots"][1]["key"] + "\n")
    ),
    "base64 with spare bits": edited(lambda plain: plain["pub"].update(a=plain["pub"]["a"][:-2] + "/=")),
    "base64 of other signs": edited(lambda plain: plain["slots"][1].update(key="ä" * 108)),
    "base64 a number": edited(lambda plain: plain["slots"][1].update(key=108)),
    "nothing": b"",
    "null": b"null",
    "a list": b"[]",
    "a text": b'"id"',
    "a book's own": BOOK,
    "not a number": HOME.replace(b'"v":1', b'"v":NaN'),
    "a byte order mark": b"\xef\xbb\xbf" + HOME,
    "no text": b"\xff\xfe" + HOME,
    "a blank behind": HOME + b" ",
    "very deep": b'{"id":' + b"[" * 60_000,
}


@pytest.mark.parametrize("header", EDITS.values(), ids=EDITS)
def test_an_edited_header_is_damaged(header: bytes) -> None:
    assert header != HOME
    with trouble("damaged", file=FILE):
        ring_of(FILE, header)
    with trouble("damaged", file="2025.coreg"):
        refuse_other("2025.coreg", header, COUPLE, "2025")


def test_no_end_of_a_header_may_be_missing() -> None:
    assert set(outcomes(lambda data: ring_of(FILE, data), cuts(HOME))) == {"damaged"}


def test_a_changed_bit_gives_another_ring_or_none() -> None:
    def read(data: bytes) -> None:
        assert ring_of(FILE, data) != ring()

    assert set(outcomes(read, flips(HOME))) == {"damaged", "newer", "accepted"}


@pytest.mark.parametrize(
    "header",
    [edited(lambda plain: plain.update(v=2)), b'{"v":2}', b'{"v":7,"slots":"other"}', b'{"v":2,"m":[]}'],
)
def test_the_header_of_a_newer_coreg_is_left_alone(header: bytes) -> None:
    with trouble("newer", file=FILE, known=1):
        ring_of(FILE, header)
    with trouble("newer", file="2026.coreg", known=1):
        refuse_other("2026.coreg", header, COUPLE, "2026")


def test_only_the_book_of_this_couple_and_name_is_taken() -> None:
    refuse_other("2026.coreg", BOOK, COUPLE, "2026")
    for header in (
        of_book(OTHERS, "2026"),
        of_book(COUPLE, "2025"),
        of_book(COUPLE, "home"),
        HOME,
        BOOK + b"\n",
    ):
        with trouble("damaged", file="2026.coreg"):
            refuse_other("2026.coreg", header, COUPLE, "2026")


@given(JSON | st.dictionaries(st.sampled_from(["id", "pub", "slots"]), JSON).map(lambda one: {**one, "v": 1}))
def test_any_json_is_trouble(value: object) -> None:
    header = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    for read in (lambda data: ring_of(FILE, data), lambda data: refuse_other(FILE, data, COUPLE, "2026")):
        assert set(outcomes(read, [header])) <= {"damaged", "newer"}
