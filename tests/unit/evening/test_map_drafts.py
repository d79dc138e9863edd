"""A map for both while it is written: it outlives a crash, nobody sees it, and what is not shown is gone."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from unittest import mock

import pytest

from coreg.evening.map_drafting import MapDraft, answers_of, words_of
from coreg.evening.map_drafts import MapDrafts
from coreg.record.maps import MapWords, PrivateTrigger
from coreg.record.trouble import Trouble
from tests.unit.evening.locked_table import LockedTable
from tests.unit.evening.table import Table

WORDS = MapWords(cue="You look away", story="I do not matter", need="a hand")


@pytest.fixture
def table(tmp_path: Path) -> LockedTable:
    made = LockedTable(tmp_path / "book")
    made.set_up()
    return made


def drafts_of(table: Table) -> MapDrafts:
    return MapDrafts(table.keeping, table.maps)


def begun(table: Table, words: MapWords = WORDS) -> PrivateTrigger:
    """Keep a draft of Mina's."""
    drafts = drafts_of(table)
    draft = drafts.blank("a").model_copy(update={"words": words, "at_field": "need"})
    return table.kept(drafts.keep_made("a", lambda: draft))


def bytes_of(table: Table) -> bytes:
    return b"".join(path.read_bytes() for path in table.folder.rglob("*") if path.is_file())


def test_it_is_found_again_by_its_owner_alone_and_seen_nowhere(table: LockedTable) -> None:
    draft = begun(table)
    drafts = drafts_of(table)
    assert table.kept(drafts.left("a")) == draft
    assert table.kept(drafts.left("b")) is None
    assert table.kept(table.maps.all()).triggers == ()


def test_of_two_maps_of_one_moment_each_is_its_own(table: LockedTable) -> None:
    drafts = drafts_of(table)
    first = drafts.blank("a")
    assert drafts.blank("b").id != first.id
    table.time.advance(0.001)
    assert drafts.blank("a").id != first.id


def test_one_that_cannot_be_read_is_none(table: LockedTable) -> None:
    table.kept(table.keeping.ask(lambda store: store.put_aside("map-a", b"{}")))
    assert table.kept(drafts_of(table).left("a")) is None


def test_what_is_shown_stands_with_the_others_and_the_rest_nowhere(table: LockedTable) -> None:
    draft = begun(table)
    table.store.backup("now")
    shown = table.kept(drafts_of(table).show("a", draft, ["cue"]))
    assert shown is not None
    assert (shown.owner, shown.words, shown.local_date) == (
        "a",
        MapWords(cue="You look away"),
        draft.local_date,
    )
    assert table.kept(table.maps.all()).triggers == (shown,)
    assert table.kept(drafts_of(table).left("a")) is None
    found = bytes_of(table)
    assert b"You look away" in found
    assert b"I do not matter" not in found


def test_what_is_not_shown_at_all_is_kept_nowhere(table: LockedTable) -> None:
    draft = begun(table)
    table.store.backup("now")
    assert b"You look away" in bytes_of(table)
    assert table.kept(drafts_of(table).show("a", draft, [])) is None
    assert table.kept(table.maps.all()).triggers == ()
    assert b"You look away" not in bytes_of(table)


def test_a_change_that_was_left_is_gone_on_with_and_then_is_what_the_map_says(table: LockedTable) -> None:
    drafts = drafts_of(table)
    trigger = table.kept(drafts.show("a", begun(table), ["cue"]))
    assert trigger is not None
    assert table.kept(drafts.of(trigger)).words == trigger.words
    draft = table.kept(drafts.of(trigger)).model_copy(update={"words": MapWords(cue="You look at it")})
    table.kept(drafts.keep_made("a", lambda: draft))
    assert table.kept(drafts.of(trigger)).words.cue == "You look at it"
    changed = table.kept(drafts.change("a", trigger, draft))
    table.settle()
    assert changed.words.cue == "You look at it"
    assert [one.words.cue for one in changed.earlier] == ["You look away"]
    assert dict(table.kept(table.keeping.ask(lambda store: store.aside()))) == {}


def test_a_change_that_cannot_be_kept_leaves_its_draft(table: LockedTable) -> None:
    drafts = drafts_of(table)
    trigger = table.kept(drafts.show("a", begun(table), ["cue"]))
    assert trigger is not None
    changed = table.kept(drafts.of(trigger)).model_copy(update={"words": MapWords(cue="You look at it")})
    table.kept(drafts.keep_made("a", lambda: changed))
    with mock.patch.object(table.store, "keep", side_effect=Trouble("disk_full", folder="x")):
        asked = drafts.change("a", trigger, changed)
        table.settle()
    assert isinstance(asked.exception(), Trouble)
    assert table.kept(drafts.of(trigger)).words.cue == "You look at it"


def test_what_is_shown_and_what_is_let_go_of_is_one_stroke(table: LockedTable) -> None:
    draft = begun(table)
    with mock.patch.object(table.store, "withdraw", side_effect=Trouble("disk_full", folder="x")):
        asked = drafts_of(table).show("a", draft, ["cue"])
        table.settle()
    assert isinstance(asked.exception(), Trouble)
    assert table.kept(table.maps.all()).triggers == ()
    assert table.kept(drafts_of(table).left("a")) == draft
    shown = table.kept(drafts_of(table).show("a", draft, ["cue"]))
    assert table.kept(table.maps.all()).triggers == (shown,)


# While it is typed


def test_a_map_is_kept_a_moment_after_it_was_typed_and_has_one_id(table: LockedTable) -> None:
    space = table.room("a")
    draft = MapDraft(space.blank_trigger(), space.keep_trigger_made, table.time.clock)
    assert draft.keep() is None
    draft.wrote(MapWords(cue="Yo"), "cue")
    assert draft.dirty
    assert not draft.due
    first = draft.keep()
    draft.wrote(MapWords(cue="You"), "cue")
    table.time.advance(0.5)
    assert draft.due
    second = draft.keep()
    table.settle()
    assert first is not None
    assert second is not None
    assert first.result().id == second.result().id == draft.trigger.id
    assert not draft.dirty
    assert draft.keep() is None
    (kept,) = table.kept(space.triggers())
    assert (kept.words.cue, kept.at_field, kept.earlier) == ("You", "cue", ())


def test_one_in_which_nothing_is_said_is_never_kept(table: LockedTable) -> None:
    space = table.room("a")
    draft = MapDraft(space.blank_trigger(), space.keep_trigger_made, table.time.clock)
    draft.wrote(MapWords(), "body")
    assert draft.keep() is None
    assert not draft.begun
    draft.wrote(MapWords(cue="x"), "body")
    assert draft.begun


def test_the_good_thing_is_kept_with_it_or_alone(table: LockedTable) -> None:
    space = table.room("a")
    draft = MapDraft(space.blank_trigger(), space.keep_trigger_made, table.time.clock)
    draft.wrote(MapWords(), "", "the\ncat")
    assert draft.begun
    draft.keep()
    table.settle()
    (kept,) = table.kept(space.triggers())
    assert kept.closing == draft.trigger.closing == "the cat"
    draft.wrote(MapWords(), "")
    draft.keep()
    table.settle()
    assert table.kept(space.triggers())[0].closing == ""
    draft.wrote(WORDS, "", "the cat")
    draft.forget()
    assert draft.trigger.closing == ""


def test_what_could_not_be_kept_is_tried_again(table: LockedTable) -> None:
    space = table.room("a")
    draft = MapDraft(space.blank_trigger(), space.keep_trigger_made, table.time.clock)
    draft.wrote(MapWords(cue="x"), "cue")
    known = table.kept(space.keep_trigger(space.blank_trigger().model_copy(update={"words": WORDS})))
    table.kept(space.delete_trigger(known))
    failing = MapDraft(known, space.keep_trigger_made, table.time.clock)
    failing.wrote(MapWords(cue="y"), "cue")
    asked = failing.keep()
    table.settle()
    assert asked is not None
    assert asked.exception() is not None
    assert failing.dirty
    assert failing.keep() is not None


def test_what_is_forgotten_still_arrives_and_is_held_no_more(table: LockedTable) -> None:
    space = table.room("a")
    draft = MapDraft(space.blank_trigger(), space.keep_trigger_made, table.time.clock)
    draft.wrote(MapWords(cue="You"), "cue")
    draft.keep()
    draft.wrote(WORDS, "need")
    draft.keep()
    draft.forget()
    assert draft.trigger.words == MapWords()
    table.settle()
    assert draft.trigger.words == MapWords()
    assert [one.words for one in table.kept(space.triggers())] == [WORDS]
    held = MapDraft(table.kept(space.triggers())[0], space.keep_trigger_made, table.time.clock)
    held.forget()
    assert held.trigger.words == MapWords()


def test_answers_are_the_fields_of_a_map_and_back() -> None:
    words = MapWords(cue="x", body=("jaw",), strength=0, state="up", move_kind="press")
    assert words_of(answers_of(words)) == words
    assert words_of({"cue": None, "body": (), "strength": None, "cue_kind": "k" * 300}).cue_kind == "k" * 200


def test_what_arrives_just_as_it_is_forgotten_is_held_no_more(table: LockedTable) -> None:
    """The disk answers on its own thread: in the middle of an answer it can be let go of."""
    space = table.room("a")
    answers: list[Future[PrivateTrigger]] = []

    def keep(_make: Callable[[], PrivateTrigger]) -> Future[PrivateTrigger]:
        answers.append(Arriving())
        return answers[-1]

    class Arriving(Future[PrivateTrigger]):
        def result(self, timeout: float | None = None) -> PrivateTrigger:
            """Be let go of just now."""
            found = super().result(timeout)
            forgetting = Thread(target=draft.forget)
            forgetting.start()
            forgetting.join(0.05)
            threads.append(forgetting)
            return found

    threads: list[Thread] = []
    draft = MapDraft(space.blank_trigger(), keep, table.time.clock)
    draft.wrote(WORDS, "need")
    draft.keep()
    answers[0].set_result(space.blank_trigger().model_copy(update={"id": "x", "words": WORDS}))
    for one in threads:
        one.join()
    assert (draft.trigger.id, draft.trigger.words) == ("x", MapWords())
