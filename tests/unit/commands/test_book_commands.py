"""setup, note, log and show on a real book."""

from __future__ import annotations

import json
import re
import shutil
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coreg.record.models import Agreement, Note

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Opened, Run

TODAY = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)


def test_setup_makes_the_book_and_refuses_a_second(run: Run, folder: Path) -> None:
    ran = run("setup", "--a", "Mina", "--b", "Jo")
    assert (ran.code, ran.out) == (0, "")
    assert str(folder) in ran.err
    assert "If it is not safe to say no to each other" in ran.err, "as the first start says it"
    again = run("setup", "--a", "Ana", "--b", "Bo")
    assert again.code == 1
    assert "already a book" in again.err
    assert "Mina and Jo" in run("export", "--format", "md").out


@pytest.mark.parametrize(
    "names",
    [
        [],
        ["--a", "Mina"],
        ["--a", " ", "--b", "Jo"],
        ["--a", "Jo", "--b", "jo"],
        ["--a", "x" * 41, "--b", "Jo"],
    ],
)
def test_setup_refuses_names_that_do_not_hold(run: Run, names: list[str]) -> None:
    ran = run("setup", *names)
    assert (ran.code, ran.out) == (2, "")
    assert run("log").code == 2


@pytest.mark.parametrize("words", [["note"], ["log"], ["show", "0193576a"], ["export"], ["log", "--json"]])
def test_before_setup_they_are_sent_there(run: Run, folder: Path, words: list[str]) -> None:
    ran = run(*words, stdin=b"hello")
    assert (ran.code, ran.out) == (2, "")
    assert "Run coreg setup first" in ran.err
    assert not folder.exists()


def test_a_note_is_kept_and_its_id_is_all_that_is_printed(made: Run) -> None:
    ran = made("note", stdin="Zoë\r\n\x1b[31mzwei\n\n".encode())
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(made("export").out)["notes"]
    assert [(one["id"], one["text"]) for one in found] == [(ran.out.strip(), "Zoë\nzwei")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "nothing to keep"),
        (b" \n\t\n", "nothing to keep"),
        (b"x" * 20_001, "20000"),
        (b"\0" * (2 << 20), "20000"),
    ],
)
def test_a_note_that_cannot_be_is_refused_and_nothing_is_written(made: Run, data: bytes, words: str) -> None:
    ran = made("note", stdin=data)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert json.loads(made("export").out)["notes"] == []


def test_a_note_of_just_the_longest_length_is_kept(made: Run) -> None:
    assert made("note", stdin=("ä" * 20_000).encode()).code == 0


def test_a_note_is_not_asked_for_while_another_has_the_book_open(made: Run, opened: Opened) -> None:
    with opened():
        ran = made("note", stdin=b"hello")
    assert (ran.code, ran.out) == (3, "")
    assert "already open" in ran.err


def test_a_person_who_types_a_note_is_told_how_it_ends(made: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coreg.commands.note._is_typed", lambda _: True)
    ran = made("note", stdin=b"typed")
    assert ran.code == 0
    assert "Ctrl+C keeps nothing" in ran.err


def test_without_standard_input_there_is_nothing_to_keep(
    made: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from coreg.__main__ import main

    monkeypatch.setattr(sys, "stdin", None)
    assert main(["note"]) == 2
    assert "nothing to keep" in capsys.readouterr().err


def test_an_empty_book_says_so_and_prints_nothing(made: Run) -> None:
    ran = made("log")
    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing was kept yet.\n")
    ran = made("log", "--search", "x")
    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing fits.\n")
    assert json.loads(made("log", "--json").out) == {"schema": 1, "sessions": [], "notes": [], "glimmers": []}


@pytest.mark.long
def test_the_log_has_the_newest_last_with_what_stayed_under_it(past: Path, run: Run) -> None:
    ran = run("log")
    heads = [line for line in ran.out.splitlines() if line and not line.startswith(" ")]
    assert heads == sorted(heads, key=lambda head: (head[:10], head.split()[-1]))
    assert heads[-1].startswith("2026-11-")
    assert "    Mina: " in ran.out
    assert len(heads) > 250


@pytest.mark.long
def test_as_many_as_asked_are_the_last_ones(past: Path, run: Run) -> None:
    everything = run("log").out
    for count in (1, 5, 40, 100_000):
        some = run("log", "-n", str(count)).out
        assert everything.endswith(some)
        assert sum(1 for line in some.splitlines() if line.startswith("20")) == min(
            count, everything.count("\n20") + 1
        )


def test_days_are_a_frame_and_both_belong_to_it(past: Path, run: Run) -> None:
    ran = run("log", "--since", "2026-03-01", "--until", "2026-03", "--json")
    days = {one["local_date"] for kind in ("sessions", "notes") for one in json.loads(ran.out)[kind]}
    assert min(days) >= "2026-03-01"
    assert max(days) <= "2026-03-31"
    assert len(days) > 10
    crossed = run("log", "--since", "2026-03-02", "--until", "2026-03-01")
    assert crossed.code == 2
    assert "is after" in crossed.err


def test_a_search_finds_all_words_whatever_their_case(past: Path, run: Run) -> None:
    ran = run("log", "--search", "APRICOT last")
    assert "You kept the last apricot for me." in ran.out
    entries = ran.out.split("\n\n20")
    assert all("apricot" in entry for entry in entries)
    assert run("log", "--search", "apricot", "-n", "1").out == f"20{entries[-1].removeprefix('20')}"


def test_what_a_search_looks_through_is_what_they_wrote_and_their_names(made: Run, opened: Opened) -> None:
    with opened() as store:
        kept = store.keep(Note(text="Écrire", written=TODAY, local_date=TODAY.date()))
        store.later(kept.id, None, "still thinking of it", "b")
    for words in ("écrire", "E\u0301crire", "thinking JO", "note"):
        assert "Écrire" in made("log", "--search", words).out
    assert made("log", "--search", "nowhere").out == ""


def test_show_takes_an_id_or_its_beginning(past: Path, run: Run) -> None:
    short = run("log", "-n", "1").out.splitlines()[0].split()[-1]
    ran = run("show", short.upper())
    assert ran.code == 0
    assert ran.out.splitlines()[1].startswith(short)
    assert "Together: " in ran.out


@pytest.mark.long
def test_show_prefers_the_session_to_what_belongs_to_it(past: Path, run: Run, opened: Opened) -> None:
    with opened() as store:
        session = store.sessions(limit=1)[0]
        tail = session.id[:-12]
        day = session.local_date
        store.keep(
            Note(id=f"{tail}000000000001", text="THE NOTE", written=TODAY, local_date=day, session=session.id)
        )
        store.keep(
            Agreement(
                id=f"{tail}000000000002", text="THE STEP", made=TODAY, local_date=day, session=session.id
            )
        )
    ran = run("show", tail[:13])
    assert ran.code == 0
    assert session.id in ran.out
    assert "Note: THE NOTE" in ran.out
    assert "We said we would: THE STEP" in ran.out
    assert run("show", f"{tail}000000000001").out.endswith("    THE NOTE\n")
    assert run("show", f"{tail}000000000002").out.endswith("    THE STEP\n")


@pytest.mark.sample
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "coreg log shows the ids"),
        (["abc"], 2, "at least four"),
        (["ffffffff"], 1, "nothing with the id ffffffff"),
        (["01"], 2, "too short"),
    ],
)
def test_show_refuses_what_is_no_id(past: Path, run: Run, words: list[str], code: int, said: str) -> None:
    ran = run("show", *words)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


@pytest.mark.long
def test_a_beginning_that_fits_many_is_refused(past: Path, run: Run) -> None:
    ids = sorted(one["id"] for one in json.loads(run("export").out)["sessions"])
    ran = run("show", ids[0][:4])
    assert ran.code == 2
    assert "More than one" in ran.err


@pytest.mark.long
def test_reading_needs_no_lock(past: Path, run: Run, opened: Opened) -> None:
    with opened():
        assert run("log", "-n", "1").code == 0
        assert run("export").code == 0
        assert run("doctor").code == 0


def test_a_book_changed_by_another_hand_is_not_read(made: Run, folder: Path) -> None:
    made("note", stdin=b"hello")
    book = next(one for one in folder.iterdir() if one.name.startswith("20"))
    book.write_bytes(book.read_bytes().replace(b"hello", b"HELLO"))
    for words in (["log"], ["export"], ["log", "--json"]):
        ran = made(*words)
        assert (ran.code, ran.out) == (4, "")
        assert f"coreg doctor --accept {book.name}" in ran.err
    book.write_bytes(b"{")
    ran = made("log")
    assert ran.code == 4
    assert "is damaged" in ran.err


def test_a_damaged_document_is_damage(made: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made("note", stdin=b"hello")
    monkeypatch.setattr("coreg.store.rows.is_there", lambda row: row["nothing of this name"])
    assert made("log").code == 4


def test_a_year_is_opened_only_when_it_is_looked_at(made: Run, folder: Path) -> None:
    (folder / "2001.json").write_bytes(b"{")
    made("note", stdin=b"hello")
    assert made("log", "-n", "1").code == 0
    assert made("log", "--since", "7d").code == 0
    assert made("log").code == 4


def test_dates_in_the_log_are_those_on_the_wall(made: Run, opened: Opened) -> None:
    late = datetime(2026, 11, 24, 0, 30, tzinfo=UTC) - timedelta(hours=1)
    with opened() as store:
        store.keep(Note(text="late", written=late, local_date=date(2026, 11, 24)))
    assert made("log").out.startswith("2026-11-24 Tuesday  Note")


def test_an_older_copy_is_told_of_once_and_used_all_the_same(made: Run, folder: Path, opened: Opened) -> None:
    before = folder.with_name("before")
    shutil.copytree(folder, before)
    with opened() as store:
        couple = store.couple()
        assert couple
        store.save_couple(couple.model_copy(update={"left": "b"}))
    assert made("note", stdin=b"one").err == ""
    shutil.rmtree(folder)
    shutil.copytree(before, folder)
    ran = made("note", stdin=b"two")
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert re.search(r"This is an older copy \(from \d{4}-\d\d-\d\d\)\. A restored backup\?", ran.err)
    assert made("note", stdin=b"three").err == ""
    assert "two" in made("log").out


def test_show_tells_what_is_in_a_map_and_log_good_moments(past: Path, run: Run, opened: Opened) -> None:
    with opened() as store:
        found = store.maps()
        moment = store.glimmers(limit=1)[0]
        said = {
            found.triggers[0].id: found.triggers[0].words.need,
            found.links[0].id: "see",
            found.loops[0].id: found.loops[0].exits[0].text,
            found.resources[0].id: found.resources[0].title,
            moment.id: moment.text,
        }
    for key, text in said.items():
        ran = run("show", key)
        assert (ran.code, text in ran.out) == (0, True), ran.err
    assert moment.text in run("log").out
    assert moment.id in {one["id"] for one in json.loads(run("log", "--json").out)["glimmers"]}
    with opened() as store:
        store.bin(store.maps().links[0].cue)
    ran = run("show", found.links[0].id)
    assert (ran.code, "nothing with the id" in ran.err) == (1, True)
