"""What is kept is a whole record; what is not is told by its kind, never by its words."""

import pytest
from pydantic import BaseModel

from coreg.record.text import LIMIT
from coreg.store.checking import checked
from tests.store.helpers import note, session, trouble
from tests.store.vault.lockable import private


@pytest.mark.parametrize("record", [note(), session(), private("mine")])
def test_a_whole_record_is_returned_as_it_is(record: BaseModel) -> None:
    assert checked(record) == record


@pytest.mark.parametrize("record", [note(), private("mine")])
def test_what_is_too_long_is_told_with_the_limit(record: BaseModel) -> None:
    assert checked(record.model_copy(update={"text": "x" * LIMIT}))
    with trouble("too_long", limit=LIMIT):
        checked(record.model_copy(update={"text": "x" * (LIMIT + 1)}))


@pytest.mark.parametrize("record", [note(), private("mine")])
def test_anything_else_is_told_by_its_field(record: BaseModel) -> None:
    with trouble("not_valid", field="local_date"):
        checked(record.model_copy(update={"local_date": "Canary"}))


def test_a_field_inside_is_told_by_its_way() -> None:
    found = session()
    entry = found.entries[0].model_copy(update={"n": "Canary"})
    with trouble("not_valid", field="entries.0.n"):
        checked(found.model_copy(update={"entries": (entry,)}))
