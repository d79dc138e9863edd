"""The path of a map in lines: the same questions, the same map, and no line that answers nothing."""

from __future__ import annotations

import pytest

from coreg.content import say
from coreg.plain.mapping import MapLines
from coreg.practice.map_path import Answer, Begun, Kept, MapPath, Placed
from coreg.practice.mapping import apply, left_at, taken_up
from coreg.record.trouble import Trouble


class Talk:
    """Somebody at a terminal who answers from a list, and what is kept meanwhile."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.said: list[str] = []
        self.kept: list[MapPath] = []
        self.good_things: list[tuple[str, str]] = []
        self.slept = 0.0
        self.meanwhile: list[str] = []
        self.refused: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def ask(self, question: str, *, hidden: bool = False) -> str:
        assert not hidden
        return self.answers.pop(0)

    def _write(self, what: str) -> None:
        if what in self.refused:
            self.refused.remove(what)
            raise Trouble("disk_full", path="book")

    def keep(self, path: MapPath) -> None:
        self._write("end" if path.stage == "over" else "step")
        self.kept.append(path)

    def good(self, path: MapPath, kept: Kept) -> None:
        self._write("good")
        self.good_things.append((kept.kept, path.closing))

    def rest(self, seconds: float) -> str | None:
        self.slept += seconds
        return self.meanwhile.pop(0) if self.meanwhile and self.slept > 20 else None

    @property
    def text(self) -> str:
        return "\n".join(self.said)


def walked(*answers: str, own: bool = True, refused: tuple[str, ...] = ()) -> tuple[MapPath, Talk]:
    """Answer, line by line, from the number inside on; ``refused``: what the disk does not at first."""
    talk = Talk(*answers)
    talk.refused = [*refused]
    start = apply(apply(MapPath(), Begun()), Placed(own=own))
    path = MapLines(talk, talk, talk.rest).walk(start)
    assert not talk.answers
    return path, talk


FIVE = ("3", "you look away", "jaw, hot face", "I do not matter", "press", "a hand")


def test_a_whole_map_is_the_same_as_on_the_screen() -> None:
    path, talk = walked(*FIVE, "1", "the cat", "2", "2", "2", "1 3")
    assert path.stage == "over"
    assert path.words["body"] == ("jaw", "hot face")
    assert path.words["move_kind"] == "press"
    assert (path.shown, talk.good_things) == (("cue", "story"), [("glimmer", "the cat")])
    assert talk.kept[-1] == path
    assert "“the cat”" in talk.text


def test_an_empty_line_passes_and_where_something_stands_it_stays() -> None:
    path, _ = walked(*["", ""], "/back", "you look away", "", "", "", "", "1", "", "", "1")
    assert path.words["cue"] == "you look away"
    talk = Talk("", "", "", "", "", "", "", "", "", "/leave")
    words: dict[str, Answer] = {"cue": "x", "body": ("jaw",), "strength": 4, "cue_kind": "tone"}
    path = MapLines(talk, talk, talk.rest).walk(taken_up(words, "body", own=True, line=7))
    assert path.words["body"] == ("jaw",)
    assert "It says: jaw." in talk.text


def test_it_is_left_at_its_field() -> None:
    path, _ = walked("3", "you look away", "/leave")
    assert (path.stage, left_at(path)) == ("field", "body")


def test_it_says_once_more_what_it_needs_where_a_line_answers_nothing() -> None:
    path, talk = walked("eleven", "99", "-1", "far", "x", "", "9", "4", "", "far")
    assert talk.text.count("That is no number from 0 to 10.") == 3
    assert talk.text.count("A number from 1 to 4 chooses one.") == 3
    assert path.after == "far"


def test_a_question_mark_tells_words_of_the_list() -> None:
    _, talk = walked("3", "x", "jaw, tig?", "zzz?", "tight jaw", "/leave")
    assert "tight chest, tight throat, tight jaw" in talk.text
    assert "no word like that" in talk.text


def test_small_breaths_last_a_minute_and_looking_around_waits_for_enter() -> None:
    _, talk = walked("9", "1", "9", "2", *[""] * 6, "3", "/leave")
    assert 50.0 <= talk.slept <= 60.0
    assert "In 4" in talk.said
    assert "Three sounds, near or far." in talk.said


def test_a_list_takes_a_number_or_an_own_word() -> None:
    path, talk = walked(*FIVE, "3", "1", "3", "a smell", "4", "10", "/much", "3", "/leave")
    assert path.words["cue_kind"] == "a smell"
    assert path.words["strength"] == 10
    assert path.gentle
    assert "1  a tone of voice" in talk.text


def test_for_both_nothing_marked_shows_nothing() -> None:
    path, talk = walked(*FIVE, "", "", "4", "2", "7 x", "2,", own=False)
    assert path.shown == ("body",)
    assert "Numbers from 1 to 6" in talk.text


def test_what_a_full_disk_does_not_take_is_told_and_kept_with_the_next_answer() -> None:
    path, talk = walked("3", "you look away", "jaw", "/leave", refused=("step",))
    assert talk.text.count("The disk is full.") == 1
    assert "Your words are all still here." in talk.text
    assert talk.kept[-1] == path
    path, talk = walked("3", "/leave", "/leave", refused=("step", "step"))
    assert (talk.text.count("The disk is full."), talk.kept) == (2, [path])


def test_it_is_over_when_all_of_it_is_on_disk() -> None:
    answers = (*FIVE, "1", "the cat", "2", "2", "2")
    path, talk = walked(*answers, "1", "1", refused=("end",))
    assert (path.stage, talk.kept[-1], talk.text.count("The disk is full.")) == ("over", path, 1)


def test_the_one_good_thing_is_asked_for_again_where_it_could_not_be_kept() -> None:
    path, talk = walked(*FIVE, "1", "the cat", "2", "2", "2", "2", "1", refused=("good",))
    assert (path.stage, talk.good_things) == ("over", [("glimmer", "the cat")])


def test_a_steadying_can_be_left() -> None:
    path, talk = walked("9", "2", "/leave")
    assert (path.stage, talk.kept[-1]) == ("steady", path)


@pytest.mark.parametrize(("typed", "stage"), [("", "field"), ("/leave", "steady"), ("x", "field")])
def test_enter_ends_small_breaths_and_answers_nothing_else(typed: str, stage: str) -> None:
    talk = Talk("9", "1", *(() if typed == "/leave" else ("3", "/leave")))
    talk.meanwhile = [typed]
    path = MapLines(talk, talk, talk.rest).walk(apply(apply(MapPath(), Begun()), Placed(own=True)))
    assert (path.stage, talk.answers) == (stage, [])
    assert 20 < talk.slept < 30
    assert say("plain.line.breathe") in talk.said


def test_a_question_mark_alone_says_how_to_answer_and_to_leave() -> None:
    path, talk = walked("?", "3", "?", "/leave")
    assert talk.said.count(say("map_plain.how")) == 3
    assert (path.stage, left_at(path)) == ("field", "cue")
