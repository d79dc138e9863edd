"""The home screen is there at once: names, what stayed, what was said; and without pydantic."""

import subprocess
import sys
from datetime import date

from coreg.record.headline import Headline, Promise, Said
from coreg.record.models import Entry
from coreg.store import Store
from tests.store.helpers import DAY, EVENING, Home, agreement, line, session

CLOSED = {"state": "kept", "closed": EVENING}


def test_home_shows_names_places_what_stayed_and_what_was_said(store: Store) -> None:
    couple = store.setup("Mina", "Jo")
    store.save_couple(couple.model_copy(update={"left": "b"}))
    kept = store.keep(
        session(DAY, line("1", "You asked."), line("2", "The day", "topic"), line("3", "A walk."))
    )
    promise = store.keep(agreement("A walk", look_again=date(2026, 12, 2)))
    some_day = store.keep(agreement("Some day"))
    found = store.home()
    assert found
    assert (found.a, found.b, found.left) == ("Mina", "Jo", "b")
    said = (Said("a", "You asked."), Said("a", "A walk."))
    assert found.headlines == (Headline(kept.id, "quiet", "2026-11-23", said),)
    assert found.promises == (
        Promise(promise.id, "A walk", "2026-12-02"),
        Promise(some_day.id, "Some day", None),
    )
    store.keep(promise.model_copy(update=CLOSED))
    store.bin(some_day.id)
    found = store.home()
    assert found
    assert found.promises == ()


def headlines(store: Store) -> list[str]:
    found = store.home()
    assert found
    return [headline.local_date[-2:] for headline in found.headlines]


def test_home_shows_the_five_newest_sessions_of_which_something_stayed(store: Store) -> None:
    store.setup("Mina", "Jo")
    kept = {day: store.keep(session(date(2026, 11, day))) for day in (4, 9, 2, 7, 1, 8)}
    assert headlines(store) == ["09", "08", "07", "04", "02"]
    store.keep(session(date(2026, 11, 10), early=True))
    store.keep(session(date(2026, 11, 11), line("x", kind="topic")))
    assert headlines(store) == ["09", "08", "07", "04", "02"]
    store.bin(kept[8].id)
    assert headlines(store) == ["09", "07", "04", "02", "01"]
    store.unbin(kept[8].id)
    assert headlines(store) == ["09", "08", "07", "04", "02"]
    store.bin(kept[9].id, "line")
    assert headlines(store) == ["08", "07", "04", "02", "01"]
    store.bin(kept[8].id)
    assert headlines(store) == ["07", "04", "02", "01"]
    store.keep(kept[7].model_copy(update={"ended_early": True}))
    assert headlines(store) == ["04", "02", "01"]
    store.bin(kept[1].id)
    assert headlines(store) == ["04", "02"]


def test_a_headline_is_filled_up_from_earlier_years(store: Store) -> None:
    store.setup("Mina", "Jo")
    for year in (2022, 2023, 2024, 2025):
        store.keep(session(date(year, 1, 2)))
    last = [store.keep(session(date(2026, 1, day))) for day in (3, 4)]
    assert headlines(store) == ["04", "03", "02", "02", "02"]
    store.bin(last[0].id)
    assert headlines(store) == ["04", "02", "02", "02", "02"]


def test_a_session_that_changes_changes_its_headline(store: Store) -> None:
    store.setup("Mina", "Jo")
    kept = store.keep(session())
    changed = kept.entries[0].model_copy(update={"lines": (line("line", "Other words."),)})
    store.keep(kept.model_copy(update={"entries": (changed,)}))
    found = store.home()
    assert found
    assert found.headlines[0].lines == (Said("a", "Other words."),)


NO_PYDANTIC = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
from coreg.store import Store
from coreg.record import headline, trouble, seams, ids, stamp, text
store = Store.open(Path(sys.argv[1]), device="d", now=lambda: datetime.now(UTC), random=os.urandom)
found = store.home()
store.snapshot(b"x"); store.left_open(); store.clear_live(); store.years(); store.new_id(); store.aside()
store.close()
print(len(found.headlines), len(found.promises), sorted({"pydantic", "textual"} & set(sys.modules)))
"""


def test_the_way_home_loads_no_pydantic(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        store.keep(session())
        store.keep(agreement())
    done = subprocess.run(
        [sys.executable, "-c", NO_PYDANTIC, str(home.folder)], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("1 1 []\n", "")


def test_an_entry_without_lines_is_no_trouble(store: Store) -> None:
    store.setup("Mina", "Jo")
    breathe = Entry(id="e", n=0, practice="breathe", params={"minutes": 3.0})
    store.keep(session().model_copy(update={"entries": (breathe,)}))
    assert headlines(store) == []
