"""Search finds every piece that holds all words, says where it stands, and never what is in the bin."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from coreg.insight.search import Hit, Index, add, build, fold, marks, remove, search
from coreg.record.maps import Glimmer
from coreg.record.models import Agreement, Entry, Later, Line, Note, Session

AT = datetime(2026, 11, 23, 20, tzinfo=UTC)
LATER = Later(id="w1", text="Still true", at=AT, by="b")
BINNED_LATER = Later(id="w2", text="Not true", at=AT, binned="x")


def session(key: str = "s1", day: int = 23, *lines: Line, binned: str = "") -> Session:
    entries = (Entry(id="e", n=0, practice="day_talk", lines=lines),)
    return Session(
        id=key,
        kind="quiet",
        started=AT,
        ended=AT,
        local_date=date(2026, 11, day),
        entries=entries,
        binned=binned,
    )


def note(key: str, text: str, *, day: int = 23, binned: str = "", later: tuple[Later, ...] = ()) -> Note:
    return Note(id=key, text=text, written=AT, local_date=date(2026, 11, day), binned=binned, later=later)


def line(
    key: str, text: str, kind: str = "stays", *, binned: str = "", later: tuple[Later, ...] = ()
) -> Line:
    return Line(id=key, kind=kind, text=text, by="a", at=AT, binned=binned, later=later)


def test_a_good_moment_is_found_by_its_line_and_by_its_why() -> None:
    moment = Glimmer(
        id="g1", text="The light at four", why="nobody hurried", by="b", written=AT, local_date=AT.date()
    )
    index = build([moment])
    (light,) = search(index, "light")
    assert (light.what, light.kind, light.by) == ("glimmer", "glimmer", "b")
    assert [hit.kind for hit in search(index, "HURRIED")] == ["why"]
    assert search(add(index, [moment.model_copy(update={"binned": "x"})]), "light") == ()


def found(index: Index, words: str) -> list[str]:
    return [hit.text for hit in search(index, words)]


def test_everything_shared_is_found_and_says_where_it_stands() -> None:
    agreement = Agreement(id="g", text="Walk again", made=AT, local_date=date(2026, 11, 21))
    topic = line("l", "A walk", "topic", later=(Later(id="w", text="we walked", at=AT, by="b"),))
    index = build([agreement, note("n", "The walk", later=(LATER,)), session("s", 22, topic)])
    assert search(index, "walk") == (
        Hit("n", "note", "note", None, None, "The walk", date(2026, 11, 23)),
        Hit("s", "session", "topic", "l", "a", "A walk", date(2026, 11, 22)),
        Hit("s", "session", "later", "w", "b", "we walked", date(2026, 11, 22)),
        Hit("g", "agreement", "agreement", None, None, "Walk again", date(2026, 11, 21)),
    )
    assert search(index, "still") == (Hit("n", "note", "later", "w1", "b", "Still true", date(2026, 11, 23)),)


def test_all_words_have_to_stand_in_the_same_piece() -> None:
    index = build([note("n1", "You asked before you fixed it"), note("n2", "asked")])
    assert found(index, "FIX ask") == ["You asked before you fixed it"]
    assert found(index, "asked missing") == []


def test_case_and_accents_do_not_count() -> None:
    index = build([note("n", "Über den Café-Straßen, ﬁnally ℡")])
    for words in ("uber", "CAFE", "strasse", "STRAẞEN", "finally", "tel"):
        assert found(index, words), words


def test_nothing_is_found_when_nothing_is_asked() -> None:
    index = build([note("n", "a")])
    assert search(index, "") == search(index, "  ") == ()


def test_nothing_in_the_bin_is_found() -> None:
    lines = (line("l1", "true", binned="x"), line("l2", "kept", later=(BINNED_LATER,)))
    index = build([session("s1", 23, *lines), session("s2", 23, line("l", "true"), binned="x")])
    assert found(index, "true") == []
    assert found(index, "kept") == ["kept"]


def test_the_newest_come_first_and_no_more_than_asked_for() -> None:
    index = build([note(f"n{day}", f"day {day}", day=day) for day in (3, 9, 5)])
    assert [hit.text for hit in search(index, "day", 2)] == ["day 9", "day 5"]


def test_a_record_put_in_again_takes_the_place_of_its_old_version() -> None:
    index = add(build([note("n", "old words"), note("m", "other words")]), [note("n", "new words", day=24)])
    assert found(index, "words") == ["new words", "other words"]
    assert found(remove(index, "n"), "words") == ["other words"]


def test_marks_show_where_the_words_stand() -> None:
    assert marks("You asked", "ask you") == ((0, 3), (4, 7))
    assert marks("banana", "ana") == ((1, 6),)
    assert marks("Straße", "ss") == ((4, 5),)
    assert marks("abc", "") == ()


@given(st.lists(st.text(max_size=20), max_size=8), st.text(max_size=6))
def test_search_finds_what_looking_through_everything_finds(texts: list[str], words: str) -> None:
    index = build([note(f"n{number}", text) for number, text in enumerate(texts) if text])
    wanted = fold(words).split()
    expected = [
        text for text in texts if text and wanted and all(word in fold(clean_(text)) for word in wanted)
    ]
    assert sorted(found(index, words)) == sorted(map(clean_, expected))


@given(st.text(), st.text())
def test_marks_stay_inside_the_text_and_in_order(text: str, words: str) -> None:
    places = [at for pair in marks(text, words) for at in pair]
    assert places == sorted(set(places))
    assert all(0 <= at <= len(text) for at in places)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def clean_(text: str) -> str:
    return note("n", text).text
