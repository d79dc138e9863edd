"""The invented couple: the same for the same seed, as full as a real one, through the store's own door."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from coreg.commands.invented import invent
from coreg.content import pack
from coreg.record.models import Note, Session
from coreg.record.trouble import Trouble
from coreg.store import Store

TODAY = datetime(2026, 11, 24, 20, 0, tzinfo=timezone(timedelta(hours=9)))


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("past") / "book"
    invent(folder, years=2, seed=3, today=TODAY)
    return Store.open(folder, device="", now=lambda: TODAY, random=bytes, write=False)


def books(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.suffix == ".json"}


@pytest.mark.long
def test_the_same_seed_gives_the_same_books_and_another_does_not(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("two", 1), ("three", 2)):
        invent(tmp_path / name, years=1, seed=seed, today=TODAY)
    assert books(tmp_path / "one") == books(tmp_path / "two")
    assert books(tmp_path / "one") != books(tmp_path / "three")


def test_a_second_history_is_refused(tmp_path: Path) -> None:
    invent(tmp_path, years=1, seed=1, today=TODAY)
    with pytest.raises(Trouble) as caught:
        invent(tmp_path, years=1, seed=1, today=TODAY)
    assert caught.value.code == "book_exists"


@pytest.mark.long
def test_there_is_a_session_on_most_days_of_all_years(past: Store) -> None:
    sessions = past.sessions()
    days = {one.local_date for one in sessions}
    assert min(days) >= date(2024, 11, 24)
    assert date(2026, 11, 10) < max(days) <= date(2026, 11, 23)
    assert 0.7 * 730 < len(days) < 730
    assert {one.kind for one in sessions} == {"quiet", "five", "breathe", "day_talk"}
    assert 0.02 < sum(one.ended_early for one in sessions) / len(sessions) < 0.12


@pytest.mark.long
def test_the_books_are_whole(past: Store) -> None:
    assert {one.state for one in past.check()} == {"whole"}


def test_times_are_in_order_and_dates_are_those_of_the_zone(past: Store) -> None:
    sessions = past.sessions()
    assert list(sessions) == sorted(sessions, key=lambda one: one.id, reverse=True)
    for one in sessions:
        assert one.started < one.ended
        assert one.started.astimezone(TODAY.tzinfo).date() == one.local_date


def test_what_was_said_varies_and_has_everything_a_real_book_has(past: Store) -> None:
    data = past.everything()
    lines = [line for one in data["sessions"] for entry in one["entries"] for line in entry["lines"]]
    stays = Counter(line["text"] for line in lines if line["kind"] == "stays")
    assert len(stays) >= 60
    assert {line["by"] for line in lines if line["kind"] == "stays"} == {"a", "b"}
    assert any(line["later"] for line in lines)
    assert any("\n" in note["text"] for note in data["notes"])
    assert {note["session"] is None for note in data["notes"]} == {True, False}
    assert {one["state"] for one in data["agreements"]} == {"open", "kept", "let_go"}
    assert {one["check_in"] is None for one in data["sessions"]} == {True, False}


def test_only_young_agreements_are_open_and_none_is_looked_at_again_in_the_past(past: Store) -> None:
    for one in past.agreements("open"):
        assert one.look_again is not None
        assert one.look_again >= TODAY.date()


def test_home_has_something_to_show(past: Store) -> None:
    home = past.home()
    assert home is not None
    assert (home.a, home.b, len(home.headlines)) == ("Mina", "Jo", 5)


def test_a_history_that_ends_after_a_leap_day_has_whole_years(tmp_path: Path) -> None:
    invent(tmp_path, years=1, seed=1, today=datetime(2024, 3, 1, 20, 0, tzinfo=UTC))
    with Store.open(tmp_path, device="", now=lambda: TODAY, random=bytes, write=False) as store:
        assert min(one.local_date for one in store.sessions()) >= date(2023, 3, 1)


def test_every_invented_text_fits_and_says_nothing_twice() -> None:
    words = pack("invented")
    assert len(words["stays"]) >= 60
    for name in ("stays", "notes", "agreements", "topics", "later"):
        assert len(set(words[name])) == len(words[name])
        assert not any("!" in text for text in words[name])


def test_records_of_the_history_are_real_ones(past: Store) -> None:
    assert isinstance(past.find(past.sessions(limit=1)[0].id), Session)
    assert isinstance(past.find(past.notes(limit=1)[0].id), Note)


def test_both_have_maps_that_make_loops(past: Store) -> None:
    found = past.maps()
    by_id = {one.id: one for one in found.triggers}
    assert {one.owner for one in found.triggers} == {"a", "b"}
    assert all(one.words.cue and one.words.move and one.words.need for one in found.triggers)
    assert {one.nodded for one in found.links} == {True, False}
    for link in found.links:
        assert by_id[link.cue].owner != by_id[link.move].owner
        back = [(by_id[one.cue], by_id[one.move]) for one in found.links]
        assert (by_id[link.move], by_id[link.cue]) in back
    (loop,) = found.loops
    assert set(loop.triggers) <= by_id.keys()
    assert {one.text for one in loop.exits} <= {one.text for one in past.agreements("open")}
    assert not any(loop.name in one.text for one in past.agreements(None))
    assert {one.owner for one in found.resources} == {"a", "b", None}
    glimmers = past.glimmers()
    assert {one.by for one in glimmers} == {"a", "b"}
    assert len({(one.local_date.year, one.local_date.month) for one in glimmers}) >= 5
    assert max(one.local_date for one in glimmers) < TODAY.date()
