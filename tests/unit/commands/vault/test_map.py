"""``coreg map --plain``: asked line by line, alone behind the own passphrase or for both."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from coreg.content import say
from coreg.evening.space import Space
from coreg.record.maps import MapWords, PrivateTrigger, Trigger
from coreg.record.trouble import Trouble
from tests.unit.commands.conftest import Opened, Run
from tests.unit.commands.vault.typing_words import A, B, Type

FIVE = ("3", "you look away", "jaw, hot face", "I do not matter", "press", "a hand")
CLOSED = ("", "", "2")


def own(opened: Opened) -> tuple[PrivateTrigger, ...]:
    with opened() as store:
        return store.private(store.vault.keys(A)).triggers()


def shared(opened: Opened) -> tuple[Trigger, ...]:
    with opened() as store:
        return store.maps().triggers


@pytest.fixture
def rooms(made: Run, type_: Type) -> Run:
    """Give both a room; the book stays open."""
    type_(A, A, "", "CODE", B, B, "", "CODE", "yes")
    made("lock")
    type_(A, "yes")
    assert made("unlock", "--yes").code == 0
    return made


def test_alone_it_is_sealed_and_shows_what_was_chosen(rooms: Run, type_: Type, opened: Opened) -> None:
    typed = type_("1", "1", A, *FIVE, *CLOSED, "2", "1")
    assert rooms("map", "--plain").code == 0
    assert "Before 3, now 2." in typed.text
    assert A not in typed.seen
    (kept,) = own(opened)
    assert (kept.words.cue, kept.words.body, kept.shown) == ("you look away", ("jaw", "hot face"), ("cue",))
    assert [one.words for one in shared(opened)] == [MapWords(cue="you look away")]


def test_what_could_not_be_shown_is_never_said_to_be(
    rooms: Run, type_: Type, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> Future[PrivateTrigger]:
        failed: Future[PrivateTrigger] = Future()
        failed.set_exception(Trouble("disk_full", path="book"))
        return failed

    monkeypatch.setattr(Space, "show", refused)
    typed = type_("1", "1", A, *FIVE, *CLOSED, "2", "1")
    ran = rooms("map", "--plain")
    assert (ran.code, "The disk is full." in ran.err) == (1, True)
    assert say("map_path.shown_some") not in typed.text
    assert own(opened)[0].words.cue == "you look away"


def test_one_that_was_left_is_gone_on_with(rooms: Run, type_: Type, opened: Opened) -> None:
    type_("1", "1", A, *FIVE[:3], "/leave")
    assert rooms("map", "--plain").code == 0
    assert own(opened)[0].at_field == "story"
    type_("1", "1", "not it", A, "", *FIVE[3:], "", "the cat", "3", "", "1")
    assert rooms("map", "--plain").code == 0
    (kept,) = own(opened)
    assert (kept.words.story, kept.at_field, kept.shown) == ("I do not matter", "", ())
    with opened() as store:
        assert [one.title for one in store.maps().resources] == ["the cat"]


def test_it_ends_like_every_command_and_keeps_what_was_answered(
    rooms: Run, type_: Type, opened: Opened
) -> None:
    type_("1", "1", A, *FIVE[:2])
    assert rooms("map", "--plain").code == 130
    assert own(opened)[0].words.cue == "you look away"


def test_without_a_room_it_is_for_both_or_not_kept(made: Run, type_: Type, opened: Opened) -> None:
    typed = type_("1", "x", "1")
    assert made("map", "--plain").code == 0
    assert "There is no room of your own yet." in typed.text
    type_("2", "2", *FIVE[:2], "/leave")
    assert made("map", "--plain").code == 0
    assert shared(opened) == ()
    type_("2", "1", "", "", *FIVE[3:], *CLOSED, "3")
    assert made("map", "--plain").code == 0
    (seen,) = shared(opened)
    assert (seen.owner, seen.words.cue, seen.words.move_kind) == ("b", "you look away", "press")
    typed = type_("1", "2", *FIVE, *CLOSED, "1")
    assert made("map", "--plain").code == 0
    assert "Nothing of it was kept." in typed.text
    assert shared(opened) == (seen,)


@pytest.mark.parametrize("typed", [("/leave",), ("1", "/leave"), ("1", "1", ""), ("3", "/leave")])
def test_the_first_questions_can_be_left_and_nothing_was_begun(
    rooms: Run, type_: Type, opened: Opened, typed: tuple[str, ...]
) -> None:
    terminal = type_(*typed)
    assert rooms("map", "--plain").code == 0
    assert terminal.text.endswith(say("plain.line.nothing"))
    assert terminal.answers == []
    assert (own(opened), shared(opened)) == ((), ())


def test_the_question_about_what_was_left_for_both_can_be_left_too(
    rooms: Run, type_: Type, opened: Opened
) -> None:
    type_("1", "2", "3", "you look away", "/leave")
    assert rooms("map", "--plain").code == 0
    terminal = type_("1", "/leave")
    assert rooms("map", "--plain").code == 0
    assert terminal.text.endswith(say("plain.line.nothing"))
    terminal = type_("1", "1", "/leave")
    assert rooms("map", "--plain").code == 0
    assert "It would help" not in terminal.text
    assert own(opened) == ()


def test_what_was_left_before_anything_was_said_is_not_said_to_be_kept(rooms: Run, type_: Type) -> None:
    terminal = type_("1", "1", A, "3", "/leave")
    assert rooms("map", "--plain").code == 0
    assert say("map_path.nothing") in terminal.text
    assert say("map_plain.left") not in terminal.text


def test_a_room_that_has_closed_is_opened_again_and_no_answer_is_lost_without_it(
    rooms: Run, type_: Type, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = type_("1", "1", A, "3", "you look away", "jaw", "", "", A, "/leave")
    # It has closed when "jaw" is to be sealed, and still when the next question has been passed.
    monkeypatch.setattr(Space, "left", lambda _: 0.0 if len(terminal.answers) in (4, 2) else 60.0)
    assert rooms("map", "--plain").code == 0
    assert terminal.text.count(say("map_plain.again")) == 2
    assert say("note.still_here") in terminal.text
    (kept,) = own(opened)
    assert (kept.words.cue, kept.words.body) == ("you look away", ("jaw",))
