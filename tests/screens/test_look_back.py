"""Looking back: the list by month, the calendar, the page beside it, and all of it literal."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import date

import pytest

from coreg.evening.keeping import Keeping
from coreg.record.models import Mark, Session
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from coreg.store import Store
from tests.screens.past import OCTOBER, SATURDAY, WEDNESDAY, agree, evening, line, note, pair, rows
from tests.screens.stage import FakeTime, Run

NARROW = (80, 24)
SIZES = [(60, 18), NARROW, (112, 32), (200, 60)]


# The list and the calendar


async def test_rows_are_newest_first_and_by_month_when_there_are_several(
    house: House, store: Store, run: Run
) -> None:
    evening(store, OCTOBER, "quiet", minutes=18)
    evening(store, SATURDAY, "day_talk", minutes=24)
    evening(store, WEDNESDAY, "breathe", minutes=5, variant="easy46")
    async with run(LookBack(house)) as shown:
        assert rows(shown) == [
            "Sat 21 Day talk 24 min",
            "Wed 18 Breathe 4–6 5 min",
            "Fri 30 Quiet evening 18 min",
        ]
        text = shown.text()
        assert text.index("November 2026") < text.index("Wed 18") < text.index("October 2026")


async def test_note_outside_a_session_is_a_row_and_one_inside_is_not(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    note(store, WEDNESDAY, "Ask the library\nabout the map")
    note(store, date(2026, 11, 23), "and then we laughed", talk.id)
    async with run(LookBack(house)) as shown:
        assert rows(shown) == ["Sat 21 Day talk 24 min", "Wed 18 Note Ask the library about …"]
        assert "and then we laughed" in shown.text()


@pytest.mark.long
async def test_calendar_marks_the_days_when_something_was_kept(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    note(store, WEDNESDAY, "a note")
    evening(store, OCTOBER, "quiet")
    async with run(LookBack(house)) as shown:
        squares = "".join(line[:30] for line in shown.lines()).count("■")
        assert squares == 2
        await shown.press("left")
        assert "October" in shown.lines()[3]
        assert "".join(line[:30] for line in shown.lines()).count("■") == 1
        await shown.press("+")
        assert "November" in shown.lines()[3]


@pytest.mark.long
async def test_year_is_named_when_it_is_not_this_one(house: House, store: Store, run: Run) -> None:
    evening(store, date(2024, 2, 29), "quiet", line(store, "Leap day, together.", "a"))
    async with run(LookBack(house)) as shown:
        assert "February 2024" in shown.text()
        assert "Thursday 29 February 2024, 20:10 – 20:34" in shown.text()


async def test_what_another_copy_had_says_so(house: House, store: Store, run: Run) -> None:
    said = "The other copy has this differently."
    first = line(store, "We walked.", "a")
    other = line(store, "We ran.", "a").model_copy(update={"beside": first.id})
    made = evening(store, SATURDAY, "day_talk", first, other)
    for kept in (
        note(store, SATURDAY, "under it", made.id),
        agree(store, SATURDAY, "a walk", session=made.id),
    ):
        store.keep(kept.model_copy(update={"id": "", "changed": "", "beside": kept.id}))
    async with run(LookBack(house)) as shown:
        assert shown.text().count(said) == 3
        found = [text.strip() for text in shown.text().splitlines()]
        at = next(number for number, text in enumerate(found) if "We ran." in text)
        assert said in found[at + 1]


@pytest.mark.long
async def test_kind_words_stand_there_when_nothing_was_kept(house: House, run: Run) -> None:
    async with run(LookBack(house)) as shown:
        assert "Nothing stands here yet." in shown.text()
        await shown.press("down", "enter", "delete", "w", "u", "left", "end", "tab")
        assert "Nothing stands here yet." in shown.text()
        await shown.press("escape")
        assert not shown.is_open


@pytest.mark.sample
@pytest.mark.parametrize("size", SIZES)
async def test_names_and_lines_are_there_when_the_window_has_any_size(
    house: House, run: Run, talk: Session, size: tuple[int, int]
) -> None:
    async with run(LookBack(house), size=size, theme="day") as shown:
        assert "Sat 21 Day talk" in shown.text()
        await shown.press("enter")
        assert "Mina “You asked before you fixed it.”" in shown.text()
        assert "Jo “I did not know the commute" in shown.text()


@pytest.mark.long
async def test_everything_is_there_again_when_the_window_was_tiny(
    house: House, run: Run, talk: Session
) -> None:
    async with run(LookBack(house)) as shown:
        for size in ((10, 3), (1, 1), (300, 90), (40, 10), (112, 32)):
            await shown.pilot.resize_terminal(*size)
            await shown.settle()
            await shown.press("down", "pagedown", "end", "home")
        assert rows(shown) == ["Sat 21 Day talk 24 min"]
        assert "“You asked before you fixed it.”" in shown.text()


@pytest.mark.long
async def test_ten_years_are_all_there_when_end_is_pressed(house: House, store: Store, run: Run) -> None:
    with store.transaction():
        for year in range(2017, 2027):
            for day in range(1, 21):
                evening(store, date(year, 1, day), "quiet")
    async with run(LookBack(house)) as shown:
        await shown.press("end")
        assert rows(shown)[-1] == "Sun 1 Quiet evening 24 min"
        assert "January 2017" in shown.text() or "January 2017" in shown.lines()[3]
        await shown.press("home", "pagedown", "pageup")
        assert rows(shown)[0] == "Tue 20 Quiet evening 24 min"


async def test_other_years_are_there_when_one_book_cannot_be_read(
    house: House, store: Store, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in (2026, 2024, 2022):
        evening(store, date(year, 1, 5), "quiet")
    whole = Keeping.sessions

    def sessions(
        self: Keeping, since: date | None = None, until: date | None = None
    ) -> Future[tuple[Session, ...]]:
        if since is None or since.year != 2024:
            return whole(self, since, until)
        failed: Future[tuple[Session, ...]] = Future()
        failed.set_exception(Trouble("damaged", file="2024.json"))
        return failed

    monkeypatch.setattr(Keeping, "sessions", sessions)
    async with run(LookBack(house)) as shown:
        assert "January 2026" in shown.text()
        assert "January 2022" in shown.text()
        assert "2024.json is damaged" in shown.text()


# The page


async def test_page_tells_everything_that_belongs_to_the_evening(
    house: House, store: Store, run: Run
) -> None:
    kept = evening(
        store,
        SATURDAY,
        "quiet",
        line(store, "the commute", None, "topic"),
        line(store, "It was good to sit.", "b"),
        line(store, "yes", None, "hug"),
        check_in=pair(Mark(state="up"), Mark(inside=7, feelings=("tired", "warm"))),
        check_out=pair(Mark(state="settled"), Mark(line="Better now.")),
    )
    agree(store, SATURDAY, "Phones in the hall at dinner", date(2026, 12, 2), kept.id)
    note(store, SATURDAY, "We stood at the window.", kept.id, kept.entries[0].id)
    async with run(LookBack(house), size=(200, 60)) as shown:
        text = shown.text()
        for words in (
            "Quiet evening Saturday 21 November, 20:10 – 20:34",
            "What it was about",
            "the commute",
            "Jo “It was good to sit.”",
            "You both wanted one.",
            "◦ Phones in the hall at dinner",
            "to look at again: 2 December",
            "Note on Quiet evening",
            "We stood at the window.",
        ):
            assert words in text
        heads = shown.row("When you came")
        assert heads.index("When you came") < heads.index("When you left")
        assert "Mina a bit up Mina settled" in text
        assert "Jo 7 of 10 inside, tired, warm Jo “Better now.”" in text


@pytest.mark.long
async def test_later_word_stands_under_its_line_with_its_day(
    house: House, store: Store, run: Run, talk: Session, time: FakeTime
) -> None:
    store.later(talk.id, talk.entries[0].lines[0].id, "Still true.")
    async with run(LookBack(house)) as shown:
        text = shown.text()
        assert text.index("You asked before") < text.index("↳ today: Still true.") < text.index("Jo “I did")


async def test_page_says_that_they_were_there_when_nothing_was_written(
    house: House, store: Store, run: Run
) -> None:
    evening(store, SATURDAY, "breathe", variant="easy46")
    async with run(LookBack(house)) as shown:
        assert "You were here together." in shown.text()


@pytest.mark.long
async def test_page_opens_over_the_list_when_the_window_is_narrow(
    house: House, run: Run, talk: Session
) -> None:
    async with run(LookBack(house), size=NARROW) as shown:
        assert "You asked" not in shown.text()
        await shown.press("enter")
        assert "You asked" in shown.text()
        assert rows(shown) == []
        await shown.press("escape")
        assert rows(shown) == ["Sat 21 Day talk 24 min"]
        await shown.press("escape")
        assert not shown.is_open


@pytest.mark.long
async def test_arrows_choose_lines_when_the_page_is_read(house: House, run: Run, talk: Session) -> None:
    async with run(LookBack(house)) as shown:
        await shown.press("enter")
        chosen = shown.background_of("“You asked")
        assert chosen != shown.background_of("“I did not")
        await shown.press("down")
        assert shown.background_of("“I did not") == chosen
        assert shown.background_of("“You asked") != chosen


@pytest.mark.long
async def test_long_note_is_read_to_its_end_with_the_arrows(house: House, store: Store, run: Run) -> None:
    note(store, SATURDAY, "\n".join(f"step {number}" for number in range(60)) + "\nthe very end")
    async with run(LookBack(house)) as shown:
        await shown.press("enter")
        assert "the very end" not in shown.text()
        await shown.press(*["down"] * 45)
        assert "the very end" in shown.text()
        await shown.press("home")
        assert "step 0" in shown.text()


# Literal


@pytest.mark.sample
@pytest.mark.parametrize(
    "text",
    [
        "[bold]x[/bold]",
        "[/]",
        "[@click=app.quit]x[/]",
        ":smile:",
        "{a} {left}",
        "$panel %s \\[",
        "日本語 ❤️‍🔥",
    ],
)
async def test_text_is_literal_when_it_looks_like_something_else(
    house: House, store: Store, run: Run, text: str
) -> None:
    kept = evening(store, SATURDAY, "day_talk", line(store, text, "a"))
    store.later(kept.id, kept.entries[0].lines[0].id, text)
    note(store, WEDNESDAY, text)
    async with run(LookBack(house)) as shown:
        assert f"“{text}”" in shown.text().replace("  ", " ")
        assert f"today: {text}" in shown.text()
        assert f"Note {text}" in shown.text()
        await shown.press("/")
        await shown.paste(text)
        assert len(rows(shown)) == 2


async def test_kind_of_a_newer_program_is_shown_as_it_is(house: House, store: Store, run: Run) -> None:
    evening(store, SATURDAY, "moon_walk", line(store, "one step", None, "leap"))
    async with run(LookBack(house)) as shown:
        assert "moon walk" in shown.text()
        assert "Also written down" in shown.text()
