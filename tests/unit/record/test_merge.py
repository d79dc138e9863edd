"""Two versions become one: what replaces what, what is united, what stands beside, and what stays deleted."""

from __future__ import annotations

from copy import deepcopy
from itertools import permutations

from coreg.record.merge import later_of, merge, parts_beside, take
from tests.unit.record.versions import Row, edit, later, line, note, session, stamp, texts

BASE = note("first")
TRACE: Row = {"id": "n", "gone": True, "was": stamp(1), "changed": stamp(2), "device": "d"}


def both_ways(one: Row, other: Row) -> tuple[Row, tuple[Row, ...]]:
    """Merge, and see that it is the same the other way round and leaves what it was given alone."""
    before = deepcopy((one, other))
    found = merge(one, other)
    assert found == merge(other, one)
    assert (one, other) == before
    return found


def lines(row: Row) -> list[tuple[str, str]]:
    return [(one["text"], one["binned"]) for one in row["entries"][0]["lines"]]


def words(row: Row) -> list[str]:
    return [one["text"] for one in row["later"]]


# One came from the other


def test_the_same_version_stays_as_it_is() -> None:
    assert both_ways(BASE, deepcopy(BASE)) == (BASE, ())


def test_a_version_that_came_from_the_other_replaces_it() -> None:
    second = edit(edit(BASE, 2), 3, text="third")
    assert both_ways(BASE, second) == (second, ())


def test_descent_counts_and_not_the_stamp() -> None:
    second = {**edit(BASE, 2, text="second"), "changed": stamp(0)}
    assert both_ways(BASE, second) == (second, ())


def test_what_an_export_left_out_because_it_was_in_the_bin_stays_in_the_bin() -> None:
    old = session(
        line("l1", "stays", later=[later("w", "word")]),
        line("l2", "binned", binned=stamp(1)),
        line("l3", "x"),
    )
    new = edit(session(line("l1", "stays")), 5)
    row, beside = both_ways(old, new)
    assert beside == ()
    assert lines(row) == [("stays", ""), ("binned", stamp(1)), ("x", stamp(5))]
    assert row["entries"][0]["lines"][0]["later"] == [{**later("w", "word"), "binned": stamp(5)}]
    assert both_ways(row, new) == both_ways(row, old) == (row, ())


def test_what_was_deleted_for_good_stays_deleted_in_the_version_that_follows() -> None:
    old = session(line("l1", "stays"), line("l2", "deleted", binned=stamp(1)))
    new = edit(session(line("l1", "stays")), 5, taken_out=["l2"])
    assert both_ways(old, new) == (new, ())


# Deletion


def test_a_trace_wins_over_what_it_came_from_and_over_what_was_written_meanwhile() -> None:
    assert both_ways(BASE, TRACE) == (TRACE, ())
    assert both_ways(edit(BASE, 9, text="meanwhile"), TRACE) == (TRACE, ())


def test_of_two_traces_the_later_stays() -> None:
    assert both_ways(TRACE, {**TRACE, "changed": stamp(3)})[0]["changed"] == stamp(3)


# Neither came from the other


def test_later_words_of_both_are_there_in_the_order_of_their_coming() -> None:
    base = note("first", later=[later("1", "one")])
    left = edit(base, 5, "left", later=[*base["later"], later("3", "three")])
    right = edit(base, 6, "right", later=[*base["later"], later("2", "two")])
    row, beside = both_ways(left, right)
    assert words(row) == ["one", "two", "three"]
    assert beside == ()
    assert list(parts_beside(row)) == []
    for one in (base, left, right):
        assert both_ways(row, one) == (row, ())


def test_lines_and_entries_of_both_are_there() -> None:
    base = session(line("1", "one"))
    entry = {"id": "f", "n": 1, "lines": [line("9", "nine")]}
    left = edit(base, 5, "left", entries=[{"id": "e", "n": 0, "lines": [line("1", "one"), line("2", "two")]}])
    right = edit(base, 4, "right", entries=[entry, *base["entries"]])
    row, beside = both_ways(left, right)
    assert beside == ()
    assert [one["id"] for one in row["entries"]] == ["e", "f"]
    assert texts(row) == {"one", "two", "nine"}


def test_two_texts_are_both_kept_and_the_older_stands_beside_the_newer() -> None:
    left = edit(BASE, 5, "left", text="left", later=[later("1", "word")])
    right = edit(BASE, 6, "right", text="right")
    row, (other,) = both_ways(left, right)
    assert (row["id"], row["text"], words(row)) == ("n", "right", ["word"])
    assert (other["text"], other["beside"], words(other)) == ("left", "n", ["word"])
    assert other["id"] != "n"
    assert (other["was"], other["line_of"], other["changed"]) == ("", [], stamp(5, "left"))
    for one in (BASE, left, right):
        assert both_ways(row, one) == (row, ())


def test_the_second_version_is_the_same_in_whatever_order_three_copies_meet() -> None:
    copies = [edit(BASE, ms, name, text=name) for ms, name in ((5, "a"), (6, "b"), (7, "c"))]
    found = set()
    for order in permutations(copies):
        book: dict[str, Row] = {}
        for copy in order:
            take(book, copy)
        found.add(frozenset((key, row["text"], row["beside"]) for key, row in book.items()))
        assert book["n"]["text"] == "c"
    assert len(found) == 1
    assert {text for _, text, _ in found.pop()} == {"a", "b", "c"}


def test_other_fields_that_differ_are_no_less_a_difference() -> None:
    left = edit(BASE, 5, "left", mood={"sky": 1})
    right = edit(BASE, 6, "right", mood={"sky": 2})
    row, (other,) = both_ways(left, right)
    assert (row["mood"], other["mood"]) == ({"sky": 2}, {"sky": 1})
    assert both_ways(left, edit(BASE, 6, "right", mood={"sky": 1}, more=None))[1] == ()


def test_an_agreement_closed_here_and_moved_there_is_kept_twice() -> None:
    base = note("a walk", state="open", look_again="2026-12-01")
    left = edit(base, 5, "left", state="kept")
    right = edit(base, 6, "right", look_again="2026-12-24")
    row, (other,) = both_ways(left, right)
    assert (row["state"], row["look_again"]) == ("open", "2026-12-24")
    assert (other["state"], other["look_again"]) == ("kept", "2026-12-01")


def test_a_line_with_two_texts_is_there_twice_and_its_words_once() -> None:
    base = session(line("1", "first"))
    left = edit(session(line("1", "left", later=[later("5", "word")])), 5, "left", was=stamp(1))
    right = edit(base, 6, "right", entries=session(line("1", "right"))["entries"])
    row, beside = both_ways(left, right)
    assert beside == ()
    first, second = row["entries"][0]["lines"]
    assert (first["id"], first["text"], words(first)) == ("1", "right", ["word"])
    assert (second["text"], second["beside"], words(second)) == ("left", "1", [])
    assert list(parts_beside(row)) == [second["id"]]
    third = edit(base, 4, "third", entries=session(line("1", "left"))["entries"])
    again, more = both_ways(row, third)
    assert (lines(again), more) == (lines(row), ())


def test_an_entry_that_differs_is_a_record_beside() -> None:
    base = session(line("1", "one"))
    left = edit(base, 5, "left", entries=[{**base["entries"][0], "done_s": 5}])
    right = edit(base, 6, "right", entries=[{**base["entries"][0], "done_s": 6}])
    row, (other,) = both_ways(left, right)
    assert (row["entries"][0]["done_s"], other["entries"][0]["done_s"]) == (6, 5)


def test_the_same_stamp_with_another_text_was_changed_by_hand_and_both_are_kept() -> None:
    row, (other,) = both_ways(BASE, {**BASE, "text": "by hand"})
    assert texts([row, other]) == {"first", "by hand"}
    assert row["changed"] == other["changed"] == stamp(1)
    book: dict[str, Row] = {}
    for one in (BASE, {**BASE, "text": "by hand"}, BASE, {**BASE, "text": "by hand"}):
        take(book, one)
    assert len(book) == 2


def test_the_same_stamp_without_what_is_in_the_bin_is_an_export_of_the_same() -> None:
    whole = session(line("1", "one"), line("2", "two", binned=stamp(1)))
    assert both_ways(whole, session(line("1", "one"))) == (whole, ())


# The bin


def test_thrown_away_on_one_side_is_thrown_away() -> None:
    left = edit(BASE, 5, "left", binned=stamp(4, "left"))
    right = edit(BASE, 6, "right", later=[later("1", "word")])
    row, beside = both_ways(left, right)
    assert (row["binned"], words(row), beside) == (stamp(4, "left"), ["word"], ())


def test_taken_out_on_one_side_is_taken_out() -> None:
    base = note("first", binned=stamp(1))
    left = edit(base, 5, "left", binned="")
    right = edit(base, 6, "right", later=[later("1", "word")])
    assert both_ways(left, right)[0]["binned"] == ""


def test_thrown_away_on_both_sides_lies_there_since_the_later_throw() -> None:
    left = edit(BASE, 5, "left", binned=stamp(4, "left"))
    right = edit(BASE, 6, "right", binned=stamp(5, "right"))
    assert both_ways(left, right)[0]["binned"] == stamp(5, "right")


def test_a_new_text_is_not_thrown_away_with_the_old() -> None:
    left = edit(BASE, 6, "left", binned=stamp(5, "left"))
    right = edit(BASE, 5, "right", text="rewritten")
    row, (other,) = both_ways(left, right)
    assert {(one["text"], one["binned"]) for one in (row, other)} == {
        ("first", stamp(5, "left")),
        ("rewritten", ""),
    }


def test_a_line_thrown_away_on_one_side_is_thrown_away() -> None:
    base = session(line("1", "one"), line("2", "two"))
    left = edit(session(line("1", "one"), line("2", "two", binned=stamp(4))), 5, "left")
    right = edit(base, 6, "right", mood=None)
    assert lines(both_ways(left, right)[0]) == [("one", ""), ("two", stamp(4))]


def test_a_line_deleted_for_good_on_one_side_is_deleted() -> None:
    base = session(line("1", "one", later=[later("3", "three")]), line("2", "two"))
    left = edit(session(line("1", "one")), 5, "left", taken_out=["2", "3"])
    row, beside = both_ways(left, edit(base, 6, "right"))
    assert (texts(row), row["taken_out"], beside) == ({"one"}, ["2", "3"], ())


# The couple


def test_of_the_couple_the_later_stamp_counts() -> None:
    left, right = {"id": "c", "changed": "1", "left": "a"}, {"id": "c", "changed": "2", "left": "b"}
    assert later_of(left, right) == later_of(right, left) == right
